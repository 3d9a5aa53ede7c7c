"""Which preposition governs each actor and place of a clause, and what stands between them."""

from collections.abc import Sequence

from geomap.reading.clauses import Clause, is_verbal
from geomap.reading.items import Item, Line
from geomap.reading.words import Sense

_LONGEST_GAP = 4
"""Words that no lexicon knows between a preposition and its name: "in the old walled X"."""
_PASSED = (
    Sense.SETTLEMENT,
    Sense.DIRECTION,
    Sense.WHOLE,
    Sense.DETERMINER,
    Sense.TAIL,
    Sense.ALMOST,
    Sense.HELD,
)


def govern(line: Line, clause: Clause) -> None:
    """Set preposition, head, governor and keeper of every name in a clause, from left to right."""
    for item in clause.items:
        if item.actor is not None or Sense.PLACE in item.senses:
            _govern_one(line, clause, item)
            if Sense.PLACE in item.senses:
                _look_behind(line, item)


def _govern_one(line: Line, clause: Clause, item: Item) -> None:
    position, gap = item.start - 1, 0
    is_place = Sense.PLACE in item.senses
    while position >= clause.first:
        other = line.at[position]
        if other is None:
            gap += line.tokens[position].text != "-"
            if gap > _LONGEST_GAP:
                return
            position -= 1
            continue
        if Sense.MARK in other.senses or Sense.CONJUNCTION in other.senses:
            _share(line, item, other, is_place)
            return
        if Sense.PREPOSITION in other.senses and not (is_verbal(other)):
            following = _through(line, item, other)
            if following is None:
                return
            position = following
            continue
        if not _pass(item, other, is_place):
            return
        position = other.start - 1


def _pass(item: Item, other: Item, is_place: bool) -> bool:  # noqa: FBT001
    """Whether to look past a word on the way to the preposition; keeps what it says."""
    senses = other.senses
    if Sense.PART in senses or Sense.INSIDE in senses:
        item.head = item.head or "part"
        return True
    if Sense.FORMER in senses:
        item.head = "former"
        return True
    if is_place and senses.get(Sense.NOUN) == "hold":
        item.head = item.head or "hold"
        return True
    if is_place and other.actor is not None and other.preposition is None:
        item.kept_by = item.kept_by or other
        return True
    if any(sense in senses for sense in _PASSED):
        return Sense.VERB not in senses or Sense.DIRECTION in senses or Sense.HELD in senses
    return Sense.FACILITY in senses


def _through(line: Line, item: Item, other: Item) -> int | None:
    """Take the preposition; None when it governs, else the token where to look further."""
    value = other.senses[Sense.PREPOSITION]
    before = line.before(other)
    if value == "of" and before is not None:
        senses = before.senses
        if Sense.SETTLEMENT in senses or Sense.WHOLE in senses:
            return before.start - 1
        if senses.get(Sense.NOUN) == "control":
            item.head = item.head or "control"
            return before.start - 1
        if Sense.PART in senses or Sense.INSIDE in senses or Sense.DIRECTION in senses:
            item.head = "part"
            return before.start - 1
        item.governor = before
    item.preposition = value
    return None


def _share(line: Line, item: Item, other: Item, is_place: bool) -> None:  # noqa: FBT001
    """A name after a comma or "and" is governed as the one before it."""
    before = line.before(other)
    if before is not None and Sense.MARK in before.senses:
        before = line.before(before)
    if before is None or before is item:
        return
    alike = Sense.PLACE in before.senses if is_place else before.actor is not None
    if alike:
        item.preposition, item.governor = before.preposition, before.governor
        item.head = item.head or (before.head if before.head in {"control", "part"} else None)


def _look_behind(line: Line, item: Item) -> None:
    """Tell a place from what is only in it or around it: "Raqqa's hospital", "Mosul airport"."""
    if item.end >= len(line.tokens):
        return
    if line.tokens[item.end].lower in {"'s", "’s"}:
        item.head = "part"
        return
    following = line.after(item)
    if following is not None and Sense.FACILITY in following.senses:
        item.head = "facility"


def bare(items: Sequence[Item]) -> list[Item]:
    """Those that no preposition governs: subjects and objects."""
    return [item for item in items if item.preposition is None]
