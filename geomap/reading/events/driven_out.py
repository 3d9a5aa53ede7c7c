"""People without arms who are driven out, or who cross a border."""

from geomap.domain.event_kinds import EventKind
from geomap.reading.clauses.said import words_of
from geomap.reading.clauses.scenes import Scene
from geomap.reading.events.leaving import is_total, people_in
from geomap.reading.events.positions import Kinds
from geomap.reading.language.items import Item
from geomap.reading.language.word_lists import words
from geomap.reading.language.words import Sense


def driving_out(scene: Scene, item: Item, kind: EventKind) -> Kinds:
    """People without arms who are driven out are displaced: "verdreef 700.000 Rohingya"."""
    people = people_in(scene) or [
        one for one in scene.clause.items if Sense.CIVILIANS in one.senses
    ]
    driven = (people or _are_thousands(scene, item)) and not _is_abduction(scene)
    return (kind,) if driven and not (_names_fighters(scene) or is_total(scene)) else ()


def _is_abduction(scene: Scene) -> bool:
    """Whether people are carried off: "forced 30 girls onto trucks in a mass abduction"."""
    return not _CARRIED_OFF.isdisjoint(words_of(scene))


_CARRIED_OFF = words("abduction kidnapping onto ontvoering captivity gevangenschap")


def crossing(scene: Scene, item: Item, kind: EventKind) -> Kinds:
    """People who cross a border or a lake flee; an army that does goes somewhere."""
    driven = people_in(scene) or _are_thousands(scene, item)
    return (kind,) if driven and not _names_fighters(scene) else ()


def bringing(scene: Scene, item: Item, kind: EventKind) -> Kinds:
    """People whom buses or boats brought away: "met bussen naar X gebracht"."""
    said = words_of(scene)
    away = not _CARRIED.isdisjoint(said) or "veiligheid" in said
    return crossing(scene, item, kind) if away else ()


_CARRIED = words("bus bussen boot boten veerboot veerboten schepen trein treinen vrachtwagens")


def _are_thousands(scene: Scene, item: Item) -> bool:
    """Whether so many are counted beside a verb that they can be no army's."""
    lowers = scene.line.sentence.lowers
    for at in range(scene.clause.first, scene.clause.last):
        digits = lowers[at].replace(".", "").replace(",", "")
        if lowers[at].endswith(_THOUSANDS) or (digits.isdecimal() and int(digits) > _YEARS):
            return at != item.start
    return False


_THOUSANDS = ("duizenden", "duizend", "miljoen", "miljoenen", "thousands", "million", "thousand")
_YEARS = 2100


def _names_fighters(scene: Scene) -> bool:
    """Whether it is fighters who are counted: "verdreef 3.000 strijders"."""
    said = words_of(scene)
    return not _FIGHTERS.isdisjoint(said)


_FIGHTERS = words(
    "fighters soldiers troops militants rebels jihadists strijders soldaten militairen troepen "
    "rebellen jihadisten militanten manschappen"
)
