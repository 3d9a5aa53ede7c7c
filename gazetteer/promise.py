"""Which of many terms promise to be another spelling of a name, before each is looked at."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from rapidfuzz.distance import OSA
from rapidfuzz.process import cdist

from gazetteer.places import Tier

Floats = NDArray[np.float32]

HEAD_STARTS = {Tier.STRICT: 0.85, Tier.LOOSE: 0.6, Tier.TRIGRAM: 0.0}
"""What a key says for a term before its letters are looked at."""

_MOST_ACROSS_SCRIPTS = 30

# Of two terms that look as promising, the better known is kept.
_WEIGHT_OF_STANDING = 0.15

# However alike they sound, words that have less in common as they are written are no answer.
_LEAST_WRITTEN = 0.3


def most_promising(
    asked: str, keys: Sequence[str], head_starts: Floats, prominence: Floats, most: int
) -> list[int]:
    """Return the places in their row of the keys that promise most, the best first."""
    (written,) = cdist([asked], keys, scorer=OSA.normalized_similarity)
    # Nothing in common with a term of the same sound: it is in another script.
    across = (written == 0) & (head_starts > 0)
    promise = np.where(across, head_starts, np.maximum(written, (written + head_starts) / 2))
    promise += _WEIGHT_OF_STANDING * prominence
    promise[(written < _LEAST_WRITTEN) & ~across] = 0
    if not across.all():
        # Other scripts would crowd out what is nearly right in the asker's own.
        crowd = np.flatnonzero(across)
        promise[crowd[np.argsort(-promise[crowd])[_MOST_ACROSS_SCRIPTS:]]] = 0
    best = np.argsort(-promise, kind="stable")[:most].tolist()
    return [row for row in best if promise[row] > 0]
