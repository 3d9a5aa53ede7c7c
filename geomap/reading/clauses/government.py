"""Which preposition governs each actor and place of a clause, and what stands between them."""

from collections.abc import Sequence

from geomap.reading.clauses.asides import (
    begins_anew,
    is_aside,
    is_named,
    is_old_town,
    names_it,
    owns,
    tells_where,
)
from geomap.reading.clauses.cut import Clause
from geomap.reading.clauses.named_after import look_behind
from geomap.reading.clauses.phrase_ends import BORDERING, behind_border, ends_another
from geomap.reading.clauses.settled import is_site
from geomap.reading.clauses.verbs import is_verbal
from geomap.reading.language.items import Item, Line
from geomap.reading.language.keepers import (
    is_area_held,
    is_home,
    is_rid_of,
    keeps,
    says_who_lives_there,
)
from geomap.reading.language.word_lists import words
from geomap.reading.language.words import Sense

_LONGEST_GAP = 4
"""Words that no lexicon knows between a preposition and its name: "in the old walled X"."""
_WEIGHTLESS = frozenset("-()")
_QUOTES = frozenset('"“”„«»')
_PASSED = frozenset(
    (
        *(Sense.SETTLEMENT, Sense.DIRECTION, Sense.WHOLE, Sense.DETERMINER, Sense.TAIL),
        *(Sense.ALMOST, Sense.HELD, Sense.ADJECTIVE, Sense.OFFICIAL),
    )
)


def govern(line: Line, clause: Clause, named: Sequence[Item]) -> None:
    """Set preposition, head, governor and keeper of what a clause names, from left to right."""
    for item in named:
        if item.actor is not None or Sense.PLACE in item.senses or Sense.PRONOUN in item.senses:
            _govern_one(line, clause, item)
            if Sense.PLACE in item.senses:
                look_behind(line, item)


def _govern_one(line: Line, clause: Clause, item: Item) -> None:
    if item.text.lower() in _SUBJECTS or _begins_again(line, item):
        return
    position: int | None = item.start - 1
    gap = 0
    while position is not None and position >= clause.first:
        other = line.at[position]
        if other is not None:
            position = _step(line, clause, item, other)
            continue
        word = line.tokens[position].text
        if word in BORDERING and (border := behind_border(line, position)) is not None:
            position = border
            continue
        if gap == 0 and ends_another(line, position, word):
            return
        gap += word not in _WEIGHTLESS
        position = None if gap > _LONGEST_GAP or word[0].isdigit() else position - 1


def _begins_again(line: Line, item: Item) -> bool:
    """As in "X, a town near Y, and it was captured": that is no next name of a list."""
    joint = line.before(item) if item.text == "it" else None
    return joint is not None and (Sense.CONJUNCTION in joint.senses or Sense.MARK in joint.senses)


def _step(line: Line, clause: Clause, item: Item, other: Item) -> int | None:
    """Look at one word before a name: the token to go on from, None when all is known."""
    is_place = Sense.PLACE in item.senses
    short = other.end - other.start == 1
    if Sense.CONJUNCTION in other.senses and short and line.before(other) is None:
        _share_with_clause(clause, item, other)
        return other.start - 1
    if Sense.MARK in other.senses and other.text in _QUOTES:
        return other.start - 1
    if Sense.MARK in other.senses or Sense.CONJUNCTION in other.senses:
        if not _share(line, item, other, is_place=is_place):
            _share_with_clause(clause, item, other)
        return None
    if Sense.PREPOSITION in other.senses and not (is_verbal(other) or _is_half(line, other)):
        return _through(line, item, other)
    if is_place and (is_old_town(line, item, other) or owns(line, item, other)):
        return other.start - 1
    return other.start - 1 if _pass(line, item, other, is_place=is_place) else None


def _is_half(line: Line, direction: Item) -> bool:
    """Whether "north" is only the half of a word, as in "the north-eastern town of"."""
    return Sense.DIRECTION in direction.senses and line.tokens[direction.end].text == "-"


def _pass(line: Line, item: Item, other: Item, *, is_place: bool) -> bool:
    """Whether to look past a word on the way to the preposition; keeps what it says."""
    senses = other.senses
    if Sense.CALENDAR in senses or Sense.ADVERB in senses:
        return False
    if Sense.UNDER in senses:
        item.preposition = "under"
        return False
    if Sense.INSIDE in senses and other.end - other.start > 1:
        item.head, item.preposition = "part", "in"
        return False
    if is_place and is_area_held(line, other):
        item.head = "piece"
    if _modifies(item, other) or (is_place and _qualifies(line, item, other)):
        return True
    if is_place and Sense.FACILITY in senses:
        return True
    # "East of the river the SDF": what stands before somebody is a noun of its own.
    passes = not _PASSED.isdisjoint(senses)
    if is_place and Sense.TAIL in senses and _begins_name(line, other):
        # "Met hulp van milities de wijken A en B."
        passes = False
    return passes and (
        Sense.VERB not in senses or Sense.DIRECTION in senses or Sense.HELD in senses
    )


def _begins_name(line: Line, party: Item) -> bool:
    following = line.after(party)
    return following is not None and Sense.DETERMINER in following.senses


def _modifies(item: Item, other: Item) -> bool:
    """Whether a word says which part of the place is meant, or when it was what it was."""
    senses = other.senses
    if Sense.COMPLETING in senses:
        item.head = None if item.head == "part" else item.head
    elif other.end == item.start and other.text.lower() in _QUARTER:
        # "De wijk X" is all of X.
        return True
    elif Sense.PART in senses or Sense.INSIDE in senses:
        item.head = item.head or "part"
        item.of_quarters = Sense.QUARTERS in senses
    elif Sense.FORMER in senses:
        # "Het vroegere IS-bolwerk X" is X, and of IS no more.
        item.head, item.kept_by = ("former" if other.end == item.start else None), None
    elif _is_side_of_town(item, other):
        item.head = item.head or "part"
    else:
        return False
    return True


def _is_side_of_town(item: Item, other: Item) -> bool:
    """As in "central Khartoum", "eastern Aleppo"; "northern Syria" is no town."""
    beside = other.end == item.start and Sense.DIRECTION in other.senses
    # "Near X, the eastern city that fell".
    beside = beside and Sense.ANAPHOR not in item.senses
    if not beside or other.text.lower() not in _SIDES or item.mention is None:
        return False
    place = item.mention.place
    return place is not None and place.kind in {"city", "capital", "town"}


_SIDES = words("eastern western northern southern central downtown")
_QUARTER = frozenset({"wijk", "buurt", "stadswijk", "stadsdeel"})


def _qualifies(line: Line, item: Item, other: Item) -> bool:
    """Whether a word says whose place it is."""
    if other.senses.get(Sense.NOUN) == "hold":
        item.head = item.head or "hold"
        return True
    if keeps(line, other):
        item.kept_by = item.kept_by or other
        return True
    if says_who_lives_there(line, other):
        return True
    role = other.senses.get(Sense.KEEPER)
    if role is not None and other.end == item.start:
        senses = {Sense.GENERAL: role}
        party = Item(other.start, other.end, other.text, senses, actor=role, general=True)
        item.kept_by = item.kept_by or party
    return role is not None


def _value(preposition: Item) -> str:
    return preposition.senses[Sense.PREPOSITION]


def _through(line: Line, item: Item, other: Item) -> int | None:
    """Take the preposition; None when it governs, else the token where to look further."""
    value = "from" if Sense.PLACE in item.senses and is_rid_of(line, other) else _value(other)
    roughly = item.head == "part" and other.text.lower() in _ROUGHLY
    if roughly or (value == "loyal" and not is_home(item, other)):
        return other.start - 1
    before = line.before(other)
    if before is not None and before.text in _QUOTES:
        before = line.before(before)
    if before is not None:
        joined = Sense.PLACE in item.senses and _is_joined(line, item, value, before)
        # "De strijders van de YPG" are the YPG, and nobody spoken of before.
        if joined or (value == "of" and Sense.PRONOUN in before.senses):
            return before.start - 1
    if value == "on" and other.text.lower() == "om" and _is_purpose(line, other, before):
        # "Om X te veroveren" acts on X.
        return None
    if other.text.lower() in _BESIDES and not _ALSO.isdisjoint(line.sentence.vocabulary):
        # "Behalve A heeft IS ook B."
        return None
    if value == "of":
        item.governor = before
    item.preposition = value
    return None


def _is_purpose(line: Line, about: Item, before: Item | None) -> bool:
    """Whether Dutch "om" opens what is done, and not what is fought for: "de slag om X"."""
    fought = before is not None and Sense.NOUN in before.senses
    return not fought and "te" in line.sentence.lowers[about.end :]


_BESIDES = frozenset({"behalve", "naast"})
_ALSO = frozenset({"ook", "eveneens"})


def _is_joined(line: Line, item: Item, value: str, before: Item) -> bool:
    """Whether a preposition only joins a place to what is said of it: "control over X"."""
    if value == "on" and before.senses.get(Sense.NOUN) == "control":
        item.head = item.head or "control"
        return True
    return value == "of" and _names_itself(line, item, before)


_SUBJECTS = frozenset({"they", "he"})
_ROUGHLY = frozenset({"than", "about", "around"})


def _names_itself(line: Line, item: Item, before: Item) -> bool:
    """Whether "of" only joins a place to what it is: "the city of X", "most of X"."""
    senses = before.senses
    if Sense.SEAT in senses or is_named(line, before):
        return False
    if is_area_held(line, before):
        # "An IS-held part of X", "a Russian-occupied area of".
        item.head = "piece"
    elif senses.get(Sense.NOUN) == "control":
        item.head = item.head or "control"
    elif Sense.PART in senses or Sense.INSIDE in senses or Sense.DIRECTION in senses:
        item.head = "part"
        item.of_quarters = Sense.QUARTERS in senses
    elif senses.get(Sense.NOUN) == "hold":
        item.head = item.head or "hold"
    else:
        is_kind = Sense.SETTLEMENT in senses or Sense.WHOLE in senses
        return is_kind or (Sense.FACILITY in senses and is_site(item))
    return True


def _share(line: Line, item: Item, other: Item, *, is_place: bool) -> bool:
    """A name after a comma or "and" is governed as the one before it."""
    before = line.before(other)
    if before is not None and Sense.MARK in before.senses:
        before = line.before(before)
    if before is None or before is item or is_aside(line, before):
        return False
    alike = Sense.PLACE in before.senses if is_place else before.actor is not None
    if (
        is_place
        and alike
        and (begins_anew(line, item, other, before) or names_it(line, item, other, before))
    ):
        return False
    if alike and other.text == "," and tells_where(line, item, before):
        item.preposition = "in"
    elif alike:
        item.preposition, item.governor = before.preposition, before.governor
        item.listed = before.listed = True
        if before.of_quarters:
            before.head = None
        shared = before.head in _SHARED_HEADS and other.text not in _ADDING
        item.head = item.head or (before.head if shared else None)
        item.kept_by = item.kept_by or before.kept_by
    return alike


def _share_with_clause(clause: Clause, item: Item, conjunction: Item) -> None:
    """In "with A overhead and B behind", both are governed by "with"."""
    first = clause.items[0]
    if (
        Sense.CONJUNCTION in conjunction.senses
        and first.senses.get(Sense.PREPOSITION) == "with"
        and item.actor is not None
    ):
        item.preposition = "with"


_ADDING = frozenset({"as", "evenals"})
_SHARED_HEADS = frozenset({"control", "part", "hold", "former"})
