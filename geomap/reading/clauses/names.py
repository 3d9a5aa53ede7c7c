"""The names in a clause, and the words that can stand for them."""

from geomap.reading.clauses.beginnings import is_followed
from geomap.reading.clauses.cut import Clause
from geomap.reading.clauses.settled import acts, stands_for_actor
from geomap.reading.clauses.verbs import forms_of
from geomap.reading.language.items import Item, Line
from geomap.reading.language.words import Sense

_STAND_INS = frozenset({Sense.PRONOUN, Sense.TAIL, Sense.POSSESSIVE, Sense.OFFICIAL})


def names_of(clause: Clause) -> list[Item]:
    """The places and actors of a clause, and what can stand for them."""
    return [
        item
        for item in clause.items
        if item.actor is not None
        or item.mention is not None
        or not _STAND_INS.isdisjoint(item.senses)
    ]


def is_actor(line: Line, item: Item) -> bool:
    """Whether a state, a pronoun or an official stands for somebody who acts."""
    return (
        (acts(item) and not _is_home(line, item))
        or stands_for_actor(line, item)
        or (Sense.OFFICIAL in item.senses and is_followed(line, item))
    )


def _is_home(line: Line, item: Item) -> bool:
    """Whether a country only is where somebody sits: "the UK-based observatory"."""
    behind = line.sentence.lowers[item.end : item.end + 2]
    return behind == ("-", "based")


RULED_BY = frozenset({"under", "by"})


def is_ruler(clause: Clause, item: Item) -> bool:
    """Whether a capital stands for its government: "occupied by Moscow", Dutch "bezet door"."""
    place = item.mention.place if item.mention is not None else None
    if place is None or place.kind != "capital" or item.kept_by is not None:
        return False
    return item.preposition == "under" or any(
        one.tells and "n" in forms_of(one) and one.start < item.start + _NEAR
        for one in clause.items
    )


_NEAR = 4
