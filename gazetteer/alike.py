"""How alike two spellings are.

The share of letters that two spellings have in common in their order, once as they are written and
once as they sound.
"""

from rapidfuzz.distance import OSA, LCSseq

from gazetteer.keys import sounding, strict_keys
from gazetteer.names import Forms, folded, script_of, without_articles
from gazetteer.places import Tier
from gazetteer.ranking import Likeness

LEAST_DEGREE = 0.55
"""Spellings that have less in common are no answer."""

# How sounds of two scripts are compared: see `Listener`.
_ACROSS_SCRIPTS = 0.97
_OF_SHORTER = 0.75
_NO_STRICT_KEY = 0.85


class Listener:
    """Judges how alike spellings are to one name."""

    def __init__(self, asked: Forms) -> None:
        self._written = asked.bare_key
        self._script = script_of(asked.bare_key)
        self._heard = sounding(asked.normal)
        self._keys = frozenset(strict_keys(asked.normal))

    def likeness(self, text: str, tier: Tier) -> Likeness:
        """Return how alike a spelling is, which was found in a certain way."""
        sound = sounding(text)
        if script_of(text) != self._script:
            return Likeness(tier, round(self._across_scripts(sound, tier), 3))
        heard = OSA.normalized_similarity(self._heard, sound)
        key = without_articles(folded(text)).replace(" ", "")
        written = OSA.normalized_similarity(self._written, key)
        return Likeness(tier, min(round(max(written, (2 * written + heard) / 3), 3), 0.99))

    def _across_scripts(self, sound: str, tier: Tier) -> float:
        """Compare with a sound of which one has short vowels and the other has not.

        So what counts most is that the letters of the shorter one are found in the longer one.
        """
        shorter, longer = sorted((self._heard, sound), key=len)
        shared = LCSseq.similarity(shorter, longer)
        alike = _OF_SHORTER * shared / max(len(shorter), 1)
        alike += (1 - _OF_SHORTER) * shared / max(len(longer), 1)
        return _ACROSS_SCRIPTS * alike * (1.0 if tier is Tier.STRICT else _NO_STRICT_KEY)
