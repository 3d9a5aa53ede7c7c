"""What a pipeline says of names, laid beside what the rules say."""

from collections.abc import Iterable, Sequence

from gazetteer.toponyms.evidence import Evidence
from gazetteer.toponyms.pipelines import OTHERS, PLACES, Entity
from gazetteer.toponyms.spots import Spot

_FOR_A_PLACE, _FOR_ANOTHER = 2.0, -3.0


def hear(entities: Iterable[Entity], spots: Sequence[Spot], evidence: Sequence[Evidence]) -> None:
    """Add to the evidence for spots that lie in what a pipeline takes for a place or another."""
    ordered = sorted(entities)
    place = 0
    for spot, one in zip(spots, evidence, strict=True):
        while place < len(ordered) and ordered[place].end <= spot.start:
            place += 1
        if place == len(ordered):
            return
        entity = ordered[place]
        if entity.start <= spot.start and spot.end <= entity.end:
            if entity.label in PLACES:
                one.weight += _FOR_A_PLACE
            elif entity.label in OTHERS:
                one.weight += _FOR_ANOTHER
