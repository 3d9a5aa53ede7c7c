"""Who forced whom out of a place: "an IS offensive forced the army to leave X"."""

from typing import NamedTuple

from geomap.reading.clauses.scenes import Scene
from geomap.reading.language.items import Item
from geomap.reading.language.word_lists import words

_FORCING = words(
    "forced forces forcing compelled compels compelling "
    "dwong dwongen dwingt dwingen noopte noopten noodzaakte noodzaakten"
)
_WITHIN = 12


class ForcedOut(NamedTuple):
    """Who forced, and whom."""

    winner: Item
    loser: Item


def forced_out(scene: Scene, item: Item) -> ForcedOut | None:
    """Both parties of a verb of leaving that somebody forced another to; None where it is free."""
    line = scene.line
    if line.sentence.vocabulary.isdisjoint(_FORCING):
        return None
    lowers = line.sentence.lowers
    back = range(item.start - 1, max(item.start - _WITHIN, -1), -1)
    forcing = next((at for at in back if lowers[at] in _FORCING and not _is_army(scene, at)), None)
    if forcing is None:
        return None
    named = [one for one in line.items if one.actor is not None]
    losers = [one for one in named if forcing < one.start < item.start]
    winners = [one for one in named if one.start < forcing and one.preposition in {None, "of"}]
    if not losers or not winners or winners[-1].actor == losers[0].actor:
        return None
    return ForcedOut(winners[-1], losers[0])


def _is_army(scene: Scene, at: int) -> bool:
    """Whether "forces" is the name of an army, or belongs to one."""
    item = scene.line.at[at]
    return item is not None and item.actor is not None


_MANY = words(
    "hundreds dozens scores thousands handful group busloads number "
    "honderden tientallen duizenden handvol groep aantal"
)
_ALL = words("last all remaining final laatste alle overige resterende")


def is_counted(scene: Scene, who: Item) -> bool:
    """Whether only some of them left: "hundreds of rebels", "450 fighters"."""
    lowers = scene.line.sentence.lowers
    before = lowers[max(who.start - 3, 0) : who.start]
    if scene.line.sentence.vocabulary & _ALL:
        return False
    return not _MANY.isdisjoint(before) or any(word[0].isdigit() for word in before[-1:])
