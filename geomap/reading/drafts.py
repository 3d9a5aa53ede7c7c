"""What a clause says before it is dated: the place, who holds or loses it, how sure."""

from dataclasses import dataclass

from geomap.domain.event_kinds import EventKind
from geomap.domain.statements import Effect
from geomap.reading.items import Item
from geomap.reading.scenes import Scene


@dataclass(slots=True, eq=False)
class ClaimDraft:
    """A claim in the words of its clause."""

    effect: Effect
    place: Item
    scene: Scene
    anchor: Item
    """The word that says it; the date nearest to it counts."""
    holder: Item | None = None
    loser: Item | None = None
    sure: float = 1.0
    inferred: bool = False
    """Who took it is not said, and follows from the rest of the report."""
    follows: bool = False
    """Whoever took the place before it took this one too."""
    passing: bool = False
    """Said in passing ("IS-held Raqqa"), and silent where the report says more."""


@dataclass(slots=True, eq=False)
class EventDraft:
    """An event in the words of its clause."""

    kind: EventKind
    place: Item | None
    scene: Scene
    anchor: Item
    actors: tuple[Item, ...] = ()
    sure: float = 1.0
