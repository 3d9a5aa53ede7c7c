"""Agreements that were made, and not only spoken of."""

from geomap.domain.event_kinds import EventKind
from geomap.reading.clauses.cut import Opening
from geomap.reading.clauses.deeds import frame_of
from geomap.reading.clauses.said import words_of
from geomap.reading.clauses.scenes import Scene
from geomap.reading.events.positions import Kinds
from geomap.reading.language.items import Item
from geomap.reading.language.word_lists import words
from geomap.reading.language.words import Sense


def agreeing(scene: Scene, item: Item, kind: EventKind) -> Kinds:
    """An agreement was made when it is said so, or when something came after or under it."""
    if _is_concluded(scene) or _is_concluded_behind(scene, item) or _is_announced(scene, item):
        return (kind,)
    before = (scene.line.at[at] for at in (item.start - 1, item.start - 2) if at >= 0)
    rests_on = any(
        other is not None
        and other.senses.get(Sense.PREPOSITION) == "about"
        and other.text.lower() not in _WHILE
        for other in before
    )
    return (kind,) if rests_on else ()


def _is_announced(scene: Scene, item: Item) -> bool:
    """Whether a truce was made known: "kondigden een bestand aan", "aangekondigd"."""
    said = words_of(scene)
    apart = "aan" in said and not _ANNOUNCING.isdisjoint(said)
    return item.senses.get(Sense.NOUN) == "truce" and (apart or not _ANNOUNCED.isdisjoint(said))


_ANNOUNCING = words("kondigt kondigen kondigde kondigden")
_ANNOUNCED = words("aangekondigd aankondigde aankondigden")
_WHILE = words("despite amid before until since during ondanks sinds tijdens als like")
"""Before an agreement that is only spoken of again."""


def consenting(scene: Scene, _item: Item, kind: EventKind) -> Kinds:
    """A party agrees to something; who only agrees that something is so has none beside it."""
    armed = [one for one in scene.subjects if one.actor is not None or one.mention is not None]
    return (kind,) if armed and not scene.clause.has(Sense.SAID) else ()


def concluding(scene: Scene, item: Item, kind: EventKind) -> Kinds:
    """What parties came to an agreement on, without a word for it; a truce "takes effect" too."""
    word = scene.line.tokens[item.end - 1].lower
    agrees = word in _AGREED or Sense.PARTED in item.senses
    agrees = agrees and scene.clause.opening is not Opening.RELATIVE
    return consenting(scene, item, kind) if agrees and word not in _TAKES_EFFECT else ()


_AGREED = words("overeengekomen overeenkwamen overeenkwam afgesproken afspraken")
_TAKES_EFFECT = words("gaat gaan ging gingen")


def _is_concluded(scene: Scene) -> bool:
    return scene.clause.has(Sense.CONCLUDED) or any(
        frame_of(scene, other) in _CONCLUDES for other in scene.clause.telling
    )


_CONCLUDES = frozenset({"conclude", "declare"})


def _is_concluded_behind(scene: Scene, item: Item) -> bool:
    """Whether a relative clause says so: "a truce that Russia brokered in December"."""
    later = scene.later
    opener = later.clause.opener if later is not None else None
    if later is None or opener is None or opener.start != item.end:
        return False
    return opener.text.lower() in _THAT and _is_concluded(later)


_THAT = words("dat die that which")


def behind(scene: Scene, item: Item) -> Scene:
    """The relative clause that tells of a noun right before it, else the clause itself."""
    later = scene.later
    relates = later is not None and later.clause.opening is Opening.RELATIVE
    if later is None or not relates or Sense.NOUN not in item.senses:
        return scene
    opener = later.clause.opener
    return later if opener is not None and opener.start - item.end <= 1 else scene
