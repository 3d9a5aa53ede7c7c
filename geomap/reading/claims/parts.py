"""Parts of a town that stand where a verb has its object: "seized several districts in X"."""

from geomap.reading.clauses.objects import PARTS_OF_TOWNS, is_object_part
from geomap.reading.clauses.scenes import Scene
from geomap.reading.clauses.settled import is_area
from geomap.reading.clauses.verbs import is_verbal
from geomap.reading.language.items import Item
from geomap.reading.language.word_lists import words
from geomap.reading.language.words import Sense


def names_part(scene: Scene, item: Item) -> bool:
    """Whether a part of a town stands where a verb has its object."""
    if scene.language == "nl":
        return any(is_object_part(scene, one) for one in scene.clause.items)
    for position in range(item.end, min(item.end + _PART_WITHIN, len(scene.line.at))):
        other = scene.line.at[position]
        if other is None or other.senses.get(Sense.PREPOSITION) == "loyal":
            # "A handful of districts".
            continue
        if Sense.DETERMINER in other.senses or Sense.DIRECTION in other.senses:
            continue
        if Sense.PREPOSITION in other.senses and Sense.INSIDE not in other.senses:
            return False
        if any(sense in other.senses for sense in PARTS_OF_TOWNS) or _are_areas(scene, other):
            return True
        if is_verbal(other) or Sense.MARK in other.senses:
            return False
    return False


def part_of_it(scene: Scene) -> Item | None:
    """The place in "now hold about 90% of it", "hebben de helft ervan in handen"."""
    tokens = scene.line.tokens
    for position in range(scene.clause.first + 1, scene.clause.last):
        word = tokens[position].lower
        before = scene.line.at[position - 1]
        if word == "it" and before is not None and Sense.PART in before.senses:
            return scene.focus
        if word in _THEREOF and tokens[position - 1].lower in _SHARES:
            return scene.focus
    return None


_THEREOF = frozenset({"ervan", "daarvan"})
_SHARES = words(
    "helft deel procent driekwart derde tweederde delen wijken buurten stadsdelen kwart gedeelte"
)


def takes_ground(scene: Scene, item: Item) -> bool:
    """As in "retook ground from the army in X", Dutch "heroverden terrein in X"."""
    lowers = scene.line.sentence.lowers
    if scene.language == "nl":
        return not _GROUND.isdisjoint(lowers[scene.clause.first : scene.clause.last])
    return not _GROUND.isdisjoint(lowers[item.end : item.end + _SEVERAL_WITHIN])


_GROUND = words("ground territory terrain terrein grondgebied terreinwinst")


def _are_areas(scene: Scene, other: Item) -> bool:
    """As in "control of large areas in the city of X"; "areas in X" can be around it."""
    lowers = scene.line.sentence.lowers
    behind = lowers[other.end : other.end + _IN_CITY]
    return other.text.lower() in _AREAS and "city" in behind and behind[:1] in {("in",), ("of",)}


_IN_CITY = 4
_AREAS = frozenset({"areas", "parts", "sections", "portions", "pockets", "swathes"})
_PART_WITHIN = 6


def takes_several(scene: Scene, item: Item) -> bool:
    """As in "had captured several districts", which need not be of one town."""
    lowers = scene.line.sentence.lowers
    return not _SEVERAL.isdisjoint(lowers[item.end : item.end + _SEVERAL_WITHIN])


_SEVERAL = words("several many numerous dozens more other verscheidene meerdere tientallen andere")
_SEVERAL_WITHIN = 3


def last_held(scene: Scene, item: Item) -> list[Item]:
    """The X of "driven from their last positions in X", which is lost with them."""
    if _LAST.isdisjoint(scene.line.sentence.vocabulary):
        return []
    return [
        place
        for place in scene.places
        if place.preposition in {"in", "of"}
        and place.head in {None, "hold"}
        and (scene.language == "nl" or place.start > item.start)
        and _is_last(scene, place)
        and not is_area(place)
    ]


def _is_last(scene: Scene, place: Item) -> bool:
    lowers = scene.line.sentence.lowers
    before = lowers[max(place.start - _LAST_WITHIN, scene.clause.first) : place.start]
    return not (_LAST.isdisjoint(before) or _POSITIONS.isdisjoint(before))


_LAST_WITHIN = 7
_LAST = words("last final remaining laatste resterende")
_POSITIONS = words(
    "positions position strongholds stronghold bastions bastion foothold footholds pocket pockets "
    "redoubt redoubts enclave enclaves base bases hideouts districts district neighbourhood "
    "neighbourhoods neighborhood neighborhoods quarter quarters area areas holdout holdouts "
    "stellingen posities bolwerken bolwerk wijken wijk buurten buurt enclaves bases basis"
)


def is_where_some(scene: Scene) -> bool:
    """As in Dutch "de buurten waar IS is verjaagd", which are not the whole town."""
    opener = scene.clause.opener
    if opener is None or not opener.start or opener.text.lower() not in {"waar", "waaruit"}:
        return False
    return scene.line.sentence.lowers[opener.start - 1] in _SOME_PARTS


_SOME_PARTS = words(
    "buurten wijken dorpen gebieden steden plaatsen delen straten stadsdelen streken"
)


def had_taken(scene: Scene, item: Item) -> bool:
    """As in "left the only capital it had captured", which is history and no news."""
    lowers = scene.line.sentence.lowers
    if scene.language != "en" or item.start < _HAD_BEFORE or lowers[item.start - 1] != "had":
        return False
    named = scene.line.at[item.start - _HAD_BEFORE]
    return lowers[item.start - 2] in {"it", "they"} and named is not None and _is_named(named)


def _is_named(item: Item) -> bool:
    return any(sense in item.senses for sense in (Sense.PLACE, Sense.SETTLEMENT, Sense.SEAT))


_HAD_BEFORE = 3
