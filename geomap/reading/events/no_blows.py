"""Words of weapons and attacks that tell of no blow: aircraft that were hit, bombs defused."""

from geomap.reading.clauses.cut import Opening
from geomap.reading.clauses.deeds import is_passive, is_verb_here
from geomap.reading.clauses.scenes import Scene
from geomap.reading.language.items import Item
from geomap.reading.language.word_lists import words
from geomap.reading.language.words import Sense

_BOMBERS = words(
    "bomber bombers bomb bombs suicide zelfmoordenaar zelfmoordenaars zelfmoordterrorist "
    "zelfmoordterroristen bomauto autobom bomauto's autobommen bomgordel explosievengordel "
    "zelfmoordcommando zelfmoordaanslag zelfmoordaanslagen"
)


def are_hit_aircraft(scene: Scene, item: Item) -> bool:
    """Whether aircraft are what was destroyed: "claims to have destroyed four helicopters"."""
    if item.text.lower() not in _DESTROYED:
        return False
    craft = [one for one in scene.clause.items if Sense.AIRCRAFT in one.senses]
    return bool(craft) and all(_is_object(scene, item, one) for one in craft)


def _is_object(scene: Scene, verb: Item, craft: Item) -> bool:
    """Whether aircraft stand where the object does, counted or not."""
    before = scene.line.before(craft)
    if before is not None and before.senses.get(Sense.PREPOSITION) in {"by", "with", "from"}:
        return False
    if scene.language == "en":
        lowers = scene.line.sentence.lowers[max(0, craft.start - _LEFT_WITHIN) : craft.start]
        left = is_passive(scene, verb) or "left" in lowers
        return craft.start > verb.start or (left and not scene.governed("by"))
    # "Dat het vier helikopters heeft vernietigd": who acts comes before what is counted.
    counted = scene.line.sentence.lowers[craft.start - 1] if craft.start else ""
    return counted[:1].isdigit() or counted in _NUMBERS


_LEFT_WITHIN = 8
_DESTROYED = words(
    "destroyed destroying destroy downed hit vernietigd vernietigde vernietigden verwoest "
    "uitgeschakeld neergehaald getroffen"
)
_NUMBERS = words(
    "two three four five six seven eight nine ten several twee drie vier vijf zes zeven acht "
    "negen tien twaalf enkele meerdere verschillende vijftien twintig"
)


def is_a_bombers(scene: Scene, item: Item) -> bool:
    """Whether a bomber attacks, of whom his bomb tells: "a suicide bomber attacked a post"."""
    if scene.clause.opening is Opening.RELATIVE:
        return False
    said = scene.line.sentence.lowers
    first = max(scene.clause.first, item.start - _SUBJECT_WITHIN)
    if is_verb_here(scene, item) and not _BOMBERS.isdisjoint(said[first : item.start]):
        return True
    behind = said[item.end : scene.clause.last]
    return not _DONE.isdisjoint(behind) and not _BOMBERS.isdisjoint(behind)


_SUBJECT_WITHIN = 4
_DONE = words("carried staged launched conducted gepleegd uitgevoerd")
"""As in "the assault was carried out by one suicide bomber"."""


def are_cleared(scene: Scene, item: Item) -> bool:
    """Whether bombs are what was destroyed: "destroying several mines", "bommen vernietigd"."""
    said = scene.line.sentence
    if _CLEARING.isdisjoint(said.vocabulary):
        return False
    near = said.lowers[max(item.start - _SUBJECT_WITHIN - 1, scene.clause.first) : item.start]
    if scene.language == "en":
        return not _CLEARING.isdisjoint(near)
    behind = said.lowers[item.end : item.end + _SUBJECT_WITHIN]
    return not _CLEARING.isdisjoint(behind) and not {"door", "met"} & {*near}


_CLEARING = words("destroying vernietigd opgeruimd")


def is_no_shell(scene: Scene, item: Item) -> bool:
    """Whether a "shell" is what is left of a thing: "the burnt-out shell of a car"."""
    following = scene.line.sentence.lowers[item.end : item.end + 1]
    return item.text.lower() in {"shell", "shells"} and following == ("of",)


def names_bomb(scene: Scene, item: Item) -> bool:
    """Whether "bomb" is no verb: "responsibility for a Baghdad bomb", "explosives and bombs"."""
    if scene.language != "en" or item.text.lower() not in _BOMBS:
        return False
    before = scene.line.at[item.start - 1] if item.start else None
    if before is None:
        return item.text.lower() == "bombs"
    if before in scene.places:
        return True
    return item.text.lower() == "bombs" and before.actor is None and before.mention is None


_BOMBS = words("bomb bombs")
