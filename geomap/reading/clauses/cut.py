"""A sentence cut into its clauses: one predicate each, with who and where around it."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from geomap.reading.clauses.brackets import bridged
from geomap.reading.clauses.date_clauses import is_date
from geomap.reading.clauses.relatives import relates_by_die, relates_to_what_follows
from geomap.reading.clauses.reported import begins_what_was_said
from geomap.reading.clauses.verbs import VERBAL, forms_of, is_attribute, is_finite, is_verbal
from geomap.reading.language.items import STRONG, Item, Line
from geomap.reading.language.words import Sense

_NAMED = (Sense.PLACE, Sense.ACTOR, Sense.GENERAL)
_BORDERS = frozenset(
    (Sense.MARK, Sense.RELATIVE, Sense.CONDITIONAL, Sense.SUBORDINATOR, Sense.CONJUNCTION)
)


class Opening:
    """What a clause begins with; plain texts, as those of `Sense`."""

    MAIN = "main"
    GOES_ON = "goes_on"
    """After a comma or "and"."""
    SUBORDINATE = "subordinate"
    RELATIVE = "relative"
    CONDITIONAL = "conditional"


@dataclass(slots=True, eq=False)
class Clause:
    """The items between two borders, and the word that opened it."""

    opening: str
    opener: Item | None
    items: list[Item] = field(default_factory=list)
    first: int = 0
    """The token at which it starts."""
    last: int = 0
    """The token before which it ends."""
    senses: set[str] = field(default_factory=set)
    """All that its words can be: most rules have nothing to look for in most clauses."""
    telling: list[Item] = field(default_factory=list)
    """Those of its items that a statement can be read from."""

    def has(self, sense: str) -> bool:
        """Whether some word in it can be that."""
        return sense in self.senses

    @property
    def predicated(self) -> bool:
        """Whether it has a verb."""
        return not VERBAL.isdisjoint(self.senses) and any(is_verbal(item) for item in self.items)


def clauses_of(line: Line, language: str) -> list[Clause]:
    """Cut a sentence at its marks, its subordinators and the conjunctions between predicates."""
    found: list[Clause] = []
    clause = Clause(Opening.MAIN, None)
    items, english = line.items, language == "en"
    for index, item in enumerate(items):
        senses = item.senses
        if not _BORDERS.isdisjoint(senses):
            opening = _border(line, items, index, clause)
            if opening is not None:
                clause.last = item.start
                found.append(clause)
                clause = Clause(opening, item, first=item.end)
                continue
        if Sense.SAID in clause.senses if english else clause.opening in _DEPENDENT:
            opening = _begins_unmarked(line, index, clause, english=english)
            if opening is not None:
                clause.last = item.start
                found.append(clause)
                clause = Clause(opening, None, first=item.start)
        clause.items.append(item)
        clause.senses.update(senses)
        if item.tells:
            clause.telling.append(item)
    clause.last = len(line.tokens)
    found.append(clause)
    return bridged(line, _joined(found)) if language == "nl" else _joined(found)


def _begins_unmarked(line: Line, index: int, clause: Clause, *, english: bool) -> str | None:
    """What begins at an item that is no border itself, if a clause does."""
    if english:
        reported = begins_what_was_said(line, index, clause.items)
        return Opening.SUBORDINATE if reported else None
    return Opening.GOES_ON if _is_second_verb(line, line.items[index], clause) else None


def _is_second_verb(line: Line, item: Item, clause: Clause) -> bool:
    """Whether Dutch goes back to the main clause: "het bestand dat zij sloten hield stand"."""
    before = line.at[item.start - 1]
    if before is None or not (is_verbal(before) or Sense.CONCLUDED in before.senses):
        return False
    if not is_finite(item):
        return False
    return Sense.PLAN in clause.senses or any(is_finite(one) for one in clause.items)


_DEPENDENT = frozenset({Opening.RELATIVE, Opening.SUBORDINATE, Opening.CONDITIONAL})


def _joined(found: list[Clause]) -> list[Clause]:
    """Let ", who" and ", and after" open one clause and not two."""
    kept: list[Clause] = []
    for clause in found:
        if kept and not kept[-1].items and kept[-1].last - kept[-1].first == 0:
            previous = kept.pop()
            if clause.opening is Opening.GOES_ON:
                clause.opening, clause.opener = previous.opening, previous.opener
        kept.append(clause)
    return kept


def _border(line: Line, items: list[Item], index: int, clause: Clause) -> str | None:
    """What begins at an item, if a clause does."""
    senses = items[index].senses
    if Sense.MARK in senses:
        return _border_at_mark(line, items, index, clause)
    opening: str | None = None
    if Sense.RELATIVE in senses and _relates(line, items, index, clause):
        opening = Opening.RELATIVE
    elif Sense.CONDITIONAL in senses and _predicate_follows(line, items, index):
        opening = Opening.CONDITIONAL
    elif Sense.SUBORDINATOR in senses and _predicate_follows(line, items, index):
        opening = Opening.SUBORDINATE
    elif (
        Sense.CONJUNCTION in senses
        and (clause.predicated or _ends_with_date(clause))
        and not _lists(line, items, index)
    ):
        goes_on = _verb_follows(items, index, planned=True) and not _waits(
            line, items, index, clause
        )
        opening = Opening.GOES_ON if goes_on else None
    return opening


def _waits(line: Line, items: list[Item], index: int, clause: Clause) -> bool:
    """Whether a participle is still to come: "hebben A en de dam in B veroverd"."""
    said = clause.senses
    if Sense.VERB in said or Sense.PARTED in said:
        return False
    if Sense.HAVE not in said and Sense.BE not in said:
        return False
    aside = False
    for item in _until_border(items, index):
        if Sense.BE not in said and item.senses.get(Sense.PREPOSITION) == "by":
            # An aside: "heeft X, in mei door IS ingenomen, heroverd".
            aside = True
        elif is_attribute(line, item):
            aside = False
        elif is_verbal(item):
            return not aside and "n" in forms_of(item) and Sense.BE not in item.senses
    return False


def _ends_with_date(clause: Clause) -> bool:
    """As in ", on the border, on 30 September and retook Y"."""
    return clause.opening is Opening.GOES_ON and is_date(clause.items)


def _border_at_mark(line: Line, items: list[Item], index: int, clause: Clause) -> str | None:
    text = items[index].text
    if text in STRONG:
        return Opening.MAIN
    if text != "," or _lists(line, items, index) or _only_sets_scene(clause):
        return None
    if _waits(line, items, index, clause):
        return None
    return Opening.GOES_ON


def _only_sets_scene(clause: Clause) -> bool:
    """Whether a clause has so far only said where or when: "In Raqqa, on Monday, ..."."""
    if clause.opening is not Opening.MAIN or not clause.items:
        return False
    first = clause.items[0].senses
    begins = first.get(Sense.PREPOSITION, "loyal") != "loyal" or Sense.CALENDAR in first
    if not begins or Sense.RELATIVE in clause.senses:
        return False
    return not any(item.actor is not None or is_verbal(item) for item in clause.items)


def _lists(line: Line, items: list[Item], index: int) -> bool:
    """Whether a comma or "and" only joins names of one sort, such as "A, B and the town of C"."""
    item = items[index]
    before = line.before(item)
    if before is None:
        return _goes_on_from_unknown(line, items, index)
    sort = next((sense for sense in _NAMED if sense in before.senses), None)
    if sort is None:
        return False
    for following in items[index + 1 : index + 6]:
        alike = sort in following.senses and following.text != "it"
        if alike or (sort is not Sense.PLACE and following.actor):
            near = following.start - item.end <= _WIDEST_GAP
            return near and (sort is Sense.PLACE or item.text != "," or _listed(line, following))
        skipped = following.senses
        if not (
            Sense.CONJUNCTION in skipped
            or Sense.SETTLEMENT in skipped
            or Sense.DIRECTION in skipped
            or Sense.DETERMINER in skipped
            or skipped.get(Sense.PREPOSITION) == "of"
        ):
            return False
    return False


def _goes_on_from_unknown(line: Line, items: list[Item], index: int) -> bool:
    """Whether a place is listed after a name that is not known: "took Nawnghkio and Lashio"."""
    place = line.after(items[index])
    if place is None or Sense.PLACE not in place.senses:
        return False
    following = line.after(place)
    known = following is None or not is_verbal(following)
    return known and line.tokens[items[index].start - 1].text[:1].isupper()


def _listed(line: Line, actor: Item) -> bool:
    """Whether a list of actors goes on behind one, as not in "from IS, the SDF moved"."""
    following = line.after(actor)
    return following is not None and (
        Sense.MARK in following.senses or Sense.CONJUNCTION in following.senses
    )


_WIDEST_GAP = 5


def _relates(line: Line, items: list[Item], index: int, clause: Clause) -> bool:
    """Whether "that" or "die" stands for what is before it, or begins what was said."""
    item = items[index]
    before = line.before(item)
    if item.start == 0 or (before is not None and Sense.UNDER in before.senses):
        # "Die stad" begins what it says; "in handen van die rebellen" names them.
        return False
    if before is not None and before.text == ",":
        return True
    joined = before is not None and Sense.CONJUNCTION in before.senses
    if joined and (clause.opening is Opening.RELATIVE or not clause.items):
        return True
    if Sense.DETERMINER in item.senses:
        return relates_by_die(line, item) or relates_to_what_follows(line, item)
    return True


def _predicate_follows(line: Line, items: list[Item], index: int) -> bool:
    """Whether "after" begins a clause ("after rebels left") or only a phrase ("after dawn")."""
    if items[index].text.lower() == "by":
        following = line.after(items[index])
        return following is not None and "g" in forms_of(following)
    previous = line.before(items[index])
    if _dates(line, items[index]) or (previous is not None and Sense.HAVE in previous.senses):
        return False
    return _verb_follows(items, index)


def _dates(line: Line, item: Item) -> bool:
    """Whether "since" or "after" only stands before a date: "since late 2014"."""
    for position in range(item.end, min(item.end + _DATE_WITHIN, len(line.tokens))):
        other = line.at[position]
        if line.tokens[position].text[0].isdigit():
            return True
        if other is not None and Sense.DETERMINER not in other.senses:
            return Sense.CALENDAR in other.senses
    return False


_DATE_WITHIN = 3


def _verb_follows(items: list[Item], index: int, *, planned: bool = False) -> bool:
    """Whether a verb, or what is `planned`, stands before the next border."""
    for item in _until_border(items, index):
        if is_verbal(item) or (planned and Sense.PLAN in item.senses):
            return True
    return False


def _until_border(items: list[Item], index: int) -> Iterator[Item]:
    for item in items[index + 1 :]:
        if Sense.MARK in item.senses and item.text != '"':
            return
        if Sense.RELATIVE in item.senses and Sense.DETERMINER not in item.senses:
            return
        yield item
