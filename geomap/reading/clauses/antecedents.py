"""Which of the names before "which" it stands for, and which not."""

from dataclasses import replace

from geomap.reading.clauses.cut import Clause, Opening
from geomap.reading.clauses.listed import listed_alike
from geomap.reading.language.items import Item, Line
from geomap.reading.language.word_lists import words
from geomap.reading.language.words import Sense


def nearest_named(line: Line, seat: Item) -> bool:
    """Whether a name stands before "the capital of X", which is said of it."""
    for position in range(seat.start - 1, max(seat.start - _ARTICLE, 0), -1):
        comma = line.at[position]
        if comma is not None and comma.text == ",":
            named = line.before(comma)
            return named is not None and Sense.PLACE in named.senses
    return False


_ARTICLE = 3
"""Tokens from the comma to "the capital"."""


def is_where(line: Line, opener: Item, place: Item) -> bool:
    """Whether what follows is told of another: the region of a town, or the towns in it."""
    return _is_of_region(line, opener, place) or lies_in(line, opener, place)


def lies_in(line: Line, opener: Item, place: Item) -> bool:
    """As in "A and B, the main towns in X that", where X is not what is told of."""
    before = line.before(opener)
    seat = place.governor if place.preposition == "of" else None
    if seat is not None and Sense.SEAT in seat.senses and nearest_named(line, seat):
        return True
    if place.preposition not in {"in", "near"} or (before is not None and before.text == ","):
        return False
    for position in range(place.start - 1, max(place.start - _IN_WITHIN, 0), -1):
        other = line.at[position]
        if other is not None and Sense.PREPOSITION in other.senses:
            before = line.before(other)
            if other.text.lower() in _AROUND:
                return False
            if other.text.lower() == "of" and before is not None and _is_kind(before):
                # "The town of X that".
                continue
            stronghold = before is not None and before.senses.get(Sense.NOUN) == "hold"
            if before is None:
                return place.preposition != "near"
            return stronghold or _is_kind(before)
    return False


def _is_of_region(line: Line, opener: Item, place: Item) -> bool:
    """Whether the region is meant in which a town lies: "X, capital of the region that"."""
    lowers = line.sentence.lowers
    if not _LAST.isdisjoint(lowers[max(place.start - _ARTICLE, 0) : opener.start]):
        # "X, the last town in the area that IS holds."
        return False
    for at in range(opener.start - 1, max(opener.start - _REGION_WITHIN, place.end), -1):
        if lowers[at] in _REGIONS:
            return any(
                lowers[one] in _LYING and lowers[one - 1] not in _ONE
                for one in range(place.end, at)
            )
    return False


_REGION_WITHIN = 6
_REGIONS = words(
    "region regions province provinces oblast oblasts governorate territory area state republic "
    "regio regio's provincie provincies gebied deelstaat oblasten volksrepubliek gouvernement"
)
_LAST = words("last only remaining laatste enige resterende")
_LYING = words("of in van from uit")
_ONE = words("one een")
"""As in "X, one of the provinces that", which is among them."""


def names_others(line: Line, opener: Item) -> bool:
    """As in "the villages that IS seized", "a region that": none of the towns that are named."""
    lowers = line.sentence.lowers
    if not opener.start or lowers[opener.start - 1] not in _OTHERS:
        return False
    # "Raqqa is one of the cities that IS captured."
    return _ONE.isdisjoint(lowers[max(opener.start - _ONE_WITHIN, 0) : opener.start])


_ONE_WITHIN = 6


_OTHERS = words(
    "villages towns cities areas districts regions provinces territories settlements hamlets "
    "region province territory name"
)


def _is_kind(item: Item) -> bool:
    return not _KINDS_OF_PLACE.isdisjoint(item.senses)


_KINDS_OF_PLACE = frozenset({Sense.SETTLEMENT, Sense.FACILITY, Sense.ANAPHOR})
_AROUND = frozenset({"rond", "rondom", "around"})
_IN_WITHIN = 5


def is_aside(line: Line, said: Item) -> bool:
    """As in "Sukhna, it said, a town that"."""
    after = line.after(said)
    return Sense.SAID in said.senses and after is not None and after.text == ","


def calls_it(line: Line, opener: Item) -> bool:
    """As in Dutch "X is gevallen, de laatste stad die": what is said of X before "die"."""
    lowers = line.sentence.lowers
    if not opener.start or lowers[opener.start - 1] not in _TOWNS:
        return False
    return "," in lowers[max(opener.start - _CALLED_WITHIN, 0) : opener.start]


_CALLED_WITHIN = 7
_TOWNS = words("stad plaats stadje plaatsje dorp provinciehoofdstad hoofdstad town city village")


def tells_aside(line: Line, clause: Clause) -> bool:
    """Whether a clause only tells of a name: "which", "where", and no "reported that A ..."."""
    opener = clause.opener
    if opener is None or clause.opening is not Opening.RELATIVE:
        return opener is not None and opener.text == "where"
    before = line.before(opener) if opener.text == "that" else None
    return before is None or Sense.SAID not in before.senses


def joined_actors(line: Line, last: Item) -> list[Item]:
    """Both parties of Dutch "de rebellen en jihadisten die X beheersen"; they have one article."""
    joint = line.before(last)
    first = line.before(joint) if joint is not None and joint.text.lower() == "en" else None
    if first is None or not (first.general and last.general) or last.preposition is not None:
        return [last]
    return [first, last]


def antecedents(line: Line, clause: Clause, last: Item) -> list[Item]:
    """The places that "which" stands for: all of a list, unless its verb is of one alone."""
    opener, first = clause.opener, clause.items[0] if clause.items else None
    if opener is not None and _is_whole_of_part(line, opener, last):
        return [replace(last, head=None)]
    if (first is not None and first.text.lower() in _OF_ONE) or (opener and opener.text == "dat"):
        return [last]
    return listed_alike(line, last)


_OF_ONE = frozenset({"is", "was", "has", "lies", "werd", "heeft", "ligt"})


def _is_whole_of_part(line: Line, opener: Item, place: Item) -> bool:
    """Whether Dutch "die" is said of a town and not of a side of it: "in het zuiden van de stad X".

    A side is "het zuiden", to which "dat" belongs.
    """
    kind = line.before(place)
    if place.head != "part" or opener.text.lower() != "die" or kind is None:
        return False
    lowers = line.sentence.lowers
    sides = lowers[max(kind.start - _SIDE_WITHIN, 0) : kind.start]
    return Sense.SETTLEMENT in kind.senses and not _SIDES.isdisjoint(sides)


_SIDE_WITHIN = 4
_SIDES = words("noorden zuiden oosten westen noordoosten noordwesten zuidoosten zuidwesten midden")
