"""What the writers of files share: features in portions, and the first column of every table."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

from geomap.domain.items.properties import Property
from geomap.domain.items.queries import Form

BATCH = 1_000
"""Features that are written at once: few enough to hold, enough for work in arrays."""
ID = Property("id", "The id, by which the item is called for as long as it exists")


def batches(features: Iterable[Form]) -> Iterator[Sequence[Form]]:
    """The features in portions of `BATCH`."""
    rest = iter(features)
    return iter(lambda: list(islice(rest, BATCH)), [])
