"""What happened where, with whom, clause by clause."""

from collections.abc import Callable, Iterable, Iterator, Mapping

from geomap.domain.event_kinds import EventKind
from geomap.reading.clauses.deeds import frame_of
from geomap.reading.clauses.scenes import Scene
from geomap.reading.context.drafts import EventDraft
from geomap.reading.events.actors import actors_of
from geomap.reading.events.agreements import agreeing, behind, concluding, consenting
from geomap.reading.events.driven_out import bringing, crossing, driving_out
from geomap.reading.events.explosions import blowing_up
from geomap.reading.events.killings import killing
from geomap.reading.events.leaving import (
    arriving,
    fleeing,
    leaving,
)
from geomap.reading.events.places import places_of_event
from geomap.reading.events.positions import Kinds, abandoning
from geomap.reading.events.sorts import (
    advancing,
    attacking,
    beginning,
    besieging,
    declaring,
    fighting,
    giving_up,
    invading,
    surrendering,
)
from geomap.reading.events.trying import has_been_trying
from geomap.reading.events.weapons import (
    bombarding,
    shelling,
    striking,
    targeting,
    with_weapons,
)
from geomap.reading.language.items import Item
from geomap.reading.telling.certainty import is_told
from geomap.reading.telling.habits import is_habit, is_only_shown
from geomap.reading.telling.summaries import is_summed_up, tells_apart

_KINDS: Mapping[str, EventKind] = {
    "battle": EventKind.BATTLE,
    "fight": EventKind.BATTLE,
    "attack": EventKind.BATTLE,
    "offensive": EventKind.OFFENSIVE,
    "air_strike": EventKind.AIR_STRIKE,
    "bomb": EventKind.AIR_STRIKE,
    "strike": EventKind.AIR_STRIKE,
    "shelling": EventKind.SHELLING,
    "shell": EventKind.SHELLING,
    "target": EventKind.AIR_STRIKE,
    "lay_down": EventKind.SURRENDER,
    "bombing": EventKind.BOMBING,
    "detonate": EventKind.BOMBING,
    "siege": EventKind.SIEGE,
    "besiege": EventKind.SIEGE,
    "relieve": EventKind.SIEGE_BROKEN,
    "agreement": EventKind.AGREEMENT,
    "truce": EventKind.AGREEMENT,
    "agree": EventKind.AGREEMENT,
    "conclude": EventKind.AGREEMENT,
    "operation": EventKind.OFFENSIVE,
    "advance": EventKind.OFFENSIVE,
    "act": EventKind.OFFENSIVE,
    "enter": EventKind.OFFENSIVE,
    "surrender": EventKind.SURRENDER,
    "leave": EventKind.WITHDRAWAL,
    "withdraw": EventKind.WITHDRAWAL,
    "lose": EventKind.WITHDRAWAL,
    "flee": EventKind.DISPLACEMENT,
    "drive": EventKind.DISPLACEMENT,
    "cross": EventKind.DISPLACEMENT,
    "bring": EventKind.DISPLACEMENT,
    "retake": EventKind.OFFENSIVE,
    "take": EventKind.OFFENSIVE,
    "displacement": EventKind.DISPLACEMENT,
    "arrive": EventKind.DISPLACEMENT,
    "declare": EventKind.DECLARATION,
    "declaration": EventKind.DECLARATION,
    "leaflets": EventKind.LEAFLETS,
    "attack_on_civilians": EventKind.ATTACK_ON_CIVILIANS,
    "massacre": EventKind.ATTACK_ON_CIVILIANS,
    "arrest": EventKind.ARREST,
    "kill": EventKind.ATTACK_ON_CIVILIANS,
}
_PLAIN = frozenset(
    {
        EventKind.AIR_STRIKE,
        EventKind.BOMBING,
        EventKind.SHELLING,
        EventKind.LEAFLETS,
        EventKind.SIEGE,
        EventKind.SIEGE_BROKEN,
    }
)
"""Kinds whose words tell of nothing else, whoever is or is not named."""
_PLAIN_FRAMES = frozenset({"truce", "offensive", "bombing"})

_Sorter = Callable[[Scene, Item, EventKind], Kinds]
_SORTERS: Mapping[str, _Sorter] = {
    "act": invading,
    "enter": invading,
    "leave": leaving,
    "withdraw": leaving,
    "flee": fleeing,
    "displacement": fleeing,
    "arrive": arriving,
    "drive": driving_out,
    "cross": crossing,
    "bring": bringing,
    "retake": beginning,
    "take": beginning,
    "lose": abandoning,
    "battle": fighting,
    "offensive": fighting,
    "operation": fighting,
    "fight": fighting,
    "attack": attacking,
    "advance": advancing,
    "siege": besieging,
    "besiege": besieging,
    "kill": killing,
    "strike": striking,
    "shelling": shelling,
    "shell": shelling,
    "bomb": bombarding,
    "bombing": with_weapons,
    "air_strike": with_weapons,
    "detonate": blowing_up,
    "agreement": agreeing,
    "truce": agreeing,
    "agree": consenting,
    "conclude": concluding,
    "declare": declaring,
    "target": targeting,
    "lay_down": surrendering,
    "surrender": giving_up,
}


def events_in(scene: Scene) -> Iterator[EventDraft]:
    """Yield what a clause says that happened; one for each kind and place."""
    seen: set[tuple[EventKind, int]] = set()
    for item in scene.clause.telling:
        for kind in _kinds(scene, item):
            told = _told_in(scene, item, kind)
            for place in places_of_event(told, item, kind):
                key = (kind, place.start if place is not None else -1)
                if key not in seen:
                    seen.add(key)
                    actors = actors_of(told, item, kind) or actors_of(scene, item, kind)
                    yield EventDraft(kind, place, told, item, actors)


def _told_in(scene: Scene, item: Item, kind: EventKind) -> Scene:
    """The clause that says where: that of "an offensive that began near X has come to a halt"."""
    relative = behind(scene, item)
    if kind is EventKind.AGREEMENT or (relative.places and not scene.places):
        return relative
    return scene


def _kinds(scene: Scene, item: Item) -> Kinds:
    """What sort of event a word tells of, and tells as a fact."""
    frame = frame_of(scene, item)
    kind = _KINDS.get(frame) if frame is not None else None
    if kind is None or frame is None or is_habit(scene) or _is_crosshead(scene):
        return ()
    if not is_told(scene, item):
        return (EventKind.OFFENSIVE,) if has_been_trying(scene, item) else ()
    if is_only_shown(scene, item, kind) or is_summed_up(scene, item):
        return ()
    if tells_apart(scene, item, frame):
        return ()
    sort = _SORTERS.get(frame)
    kinds = sort(scene, item, kind) if sort is not None else (kind,)
    if frame in _PLAIN_FRAMES or scene.cast.armed or scene.actors or scene.subjects:
        return kinds
    return tuple(one for one in kinds if one in _PLAIN)


def _is_crosshead(scene: Scene) -> bool:
    """Whether a line is a heading within the report, which only names what follows."""
    tokens = scene.line.tokens
    short = 0 < len(tokens) <= _LONGEST_HEADING and scene.line.sentence.start > 0
    return short and tokens[-1].text[-1].isalnum()


_LONGEST_HEADING = 4


def where_told(drafts: Iterable[EventDraft]) -> Iterator[Item]:
    """The places that a report has come to with its events; parties go elsewhere to agree."""
    for draft in drafts:
        if draft.place is not None and draft.kind is not EventKind.AGREEMENT:
            yield draft.place
