"""How probable it is that a candidate is the place meant. Pure: it knows no index and no files."""

from collections.abc import Sequence

from gazetteer.bias import Bias
from gazetteer.names import Forms
from gazetteer.ranking import Ranked

THRESHOLD = 0.5


def confidences(best: Sequence[Ranked], asked: Forms, bias: Bias | None, limit: int) -> list[float]:
    return [one.score for one in best[:limit]]


def homonyms(one: Ranked, best: Sequence[Ranked]) -> int:
    """Return how many other places share the spelling as well as this one."""
    return sum(other.tier == one.tier and other.degree == one.degree for other in best) - 1
