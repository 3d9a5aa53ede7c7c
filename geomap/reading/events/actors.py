"""Who takes part in an event."""

from geomap.domain.event_kinds import EventKind
from geomap.reading.clauses.scenes import Scene
from geomap.reading.language.items import Item, is_government
from geomap.reading.language.word_lists import words
from geomap.reading.language.words import Sense

_ONE_SIDED = frozenset(
    {
        EventKind.WITHDRAWAL,
        EventKind.SURRENDER,
        EventKind.DECLARATION,
        EventKind.ATTACK_ON_CIVILIANS,
        EventKind.ARREST,
        EventKind.HEADQUARTERS_ESTABLISHED,
    }
)
"""Kinds of which the actor is whoever does it, and not whom it is done to."""
_BY_ARMS = frozenset({EventKind.BOMBING, EventKind.SHELLING, EventKind.AIR_STRIKE})
_DOERS = frozenset({None, "of", "loyal"})
_WHERE = frozenset({"in", "near", "from", "to", "on", "of", "about", "for"})


def actors_of(scene: Scene, item: Item, kind: EventKind) -> tuple[Item, ...]:
    """Everybody who takes part, in the order of the text."""
    if kind is EventKind.DISPLACEMENT:
        return tuple(scene.governed("by"))
    whose: list[Item] = []
    if scene.clause.has(Sense.ADJECTIVE):
        whose = [
            other
            for other in scene.clause.items
            if Sense.ADJECTIVE in other.senses and 0 <= item.start - other.end <= 1
        ]
    if kind is EventKind.DECLARATION:
        whose += [other for other in scene.clause.items if Sense.OFFICIAL in other.senses]
    present = [one for one in scene.actors if not _is_only_where(one)]
    if kind in _BY_ARMS and item.start < scene.clause.first and scene.clause.has(Sense.SAID):
        # "A bomb that police said killed 13": who says so did not lay it.
        return tuple(one for one in present if one.preposition == "by")
    everybody = _without_judges(scene, item, [*whose, *scene.subjects, *present])
    if kind in _ONE_SIDED:
        everybody = _doers(scene, item, everybody)
    return tuple(dict.fromkeys(everybody))


def _without_judges(scene: Scene, item: Item, everybody: list[Item]) -> list[Item]:
    """Leave out who only passes judgement on it: "Turkey condemned the air strikes on X"."""
    said = scene.line.sentence
    if _JUDGING.isdisjoint(said.vocabulary):
        return everybody
    first, last = scene.clause.first, item.start
    judged = next((at for at in range(first, last) if said.lowers[at] in _JUDGING), first)
    if said.lowers[judged - 1] in _BEING:
        # "Russia was criticised for its air strikes."
        return everybody
    return [one for one in everybody if not first <= one.start < judged]


_BEING = words("was were is are been being werd werden wordt worden is zijn")


_JUDGING = words(
    "condemned condemns condemning denounced denounces denouncing deplored deplores decried "
    "criticised criticized criticises slammed welcomed welcomes mourned lamented "
    "veroordeelde veroordeelden veroordeelt veroordelen bekritiseerde bekritiseerden "
    "betreurde betreurden betreurt hekelde hekelden laakte verwelkomde verwelkomden"
)


def _is_only_where(item: Item) -> bool:
    """Whether a country is only where it happens: "in Iraq"."""
    mention = item.mention
    if mention is None or item.actor is not None or is_government(mention):
        return False
    return item.preposition in _WHERE


def _doers(scene: Scene, item: Item, everybody: list[Item]) -> list[Item]:
    """Those who act: behind "by", else who stands right before the deed, else the subjects."""
    by = scene.governed("by")
    if by:
        return by[:1]
    said = -1
    if scene.clause.has(Sense.SAID):
        said = max((one.start for one in scene.clause.items if _says(one, item)), default=-1)
    before = [one for one in everybody if one.preposition in _DOERS and said < one.start]
    own = [one for one in before if one.start < item.start] or before
    if own:
        return own if own[0].listed else own[:1]
    return list(scene.subjects[:1])


def _says(one: Item, item: Item) -> bool:
    return Sense.SAID in one.senses and one.start < item.start
