"""Who came to have a place in his hands: "kreeg X in handen", "gained control of X"."""

from collections.abc import Iterator

from geomap.domain.statements import Effect
from geomap.reading.clauses.deeds import agent_of, objects_of
from geomap.reading.clauses.scenes import Scene
from geomap.reading.clauses.settled import is_area
from geomap.reading.context.drafts import ClaimDraft
from geomap.reading.language.items import Item
from geomap.reading.telling.nearly import is_almost


def got(scene: Scene, item: Item) -> Iterator[ClaimDraft]:
    """Yield that somebody took a place, or fights for what he got a part of."""
    holder = agent_of(scene, item)
    for place in objects_of(scene, item):
        partly = place.head == "part" or is_almost(scene, item)
        if place.head == "facility" or (partly and is_area(place)):
            continue
        effect = Effect.CONTESTS if partly else Effect.TAKES
        yield ClaimDraft(effect, place, scene, item, holder)
