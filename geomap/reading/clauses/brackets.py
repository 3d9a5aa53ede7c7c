"""Dutch clauses whose verb stands behind an aside: "zijn X, ten zuiden van Y, binnengevallen"."""

from collections.abc import Sequence
from typing import Protocol, TypeVar

from geomap.reading.clauses.verbs import forms_of, is_finite, is_verbal
from geomap.reading.language.items import Item, Line
from geomap.reading.language.word_lists import words
from geomap.reading.language.words import Sense


class Part(Protocol):
    """A clause, as far as it matters here."""

    opener: Item | None
    items: list[Item]
    senses: set[str]
    telling: list[Item]
    first: int
    last: int


_Part = TypeVar("_Part", bound=Part)
_ASIDE = 2


def bridged(line: Line, found: list[_Part]) -> list[_Part]:
    """Give a clause the verb that stands behind an aside."""
    kept = found[:_ASIDE]
    for clause in found[_ASIDE:]:
        before, aside = kept[-2], kept[-1]
        if _closes(line, before, aside, clause):
            before.items.extend(clause.items)
            before.senses.update(clause.senses)
            before.telling.extend(clause.telling)
            before.last = clause.last
        else:
            kept.append(clause)
    return kept


def _closes(line: Line, before: Part, aside: Part, after: Part) -> bool:
    """Whether a clause only brings the verb that the one before the aside waits for."""
    if not (_is_aside(line, aside) and _opened_by(after, _MARKS) and after.items):
        return False
    verb = after.items[0]
    if _lacks_verb(before):
        subject = any(one.actor is not None for one in before.items)
        return subject and verb.start == after.first and _begins_predicate(verb)
    if _awaits_participle(before) and (
        _brings(after, "n") or (_could(line, after) and _brings(after, "b"))
    ):
        return True
    lowers = line.sentence.lowers
    begun = lowers[before.first : before.last]
    return "om" in begun and "te" not in begun and "te" in lowers[after.first : after.last]


def _is_aside(line: Line, aside: Part) -> bool:
    """Whether nothing happens in it, and it has no day of its own."""
    if not _opened_by(aside, _OPENING) or any(is_verbal(one) for one in aside.items):
        return False
    if any(Sense.CALENDAR in one.senses for one in aside.items):
        return False
    tokens = line.sentence.lowers[aside.first : aside.last]
    return not any(token[0].isdigit() and len(token) == _YEAR for token in tokens)


_YEAR = 4
_MARKS = frozenset({",", ")", "–", "—"})
_OPENING = frozenset({",", "(", "–", "—"})


def _opened_by(part: Part, marks: frozenset[str]) -> bool:
    return part.opener is not None and part.opener.text in marks


def _lacks_verb(part: Part) -> bool:
    return not any(is_verbal(one) or Sense.PLAN in one.senses for one in part.items)


def _begins_predicate(item: Item) -> bool:
    """Whether a clause begins with what has a subject: "kreeg", "heeft", "wisten"."""
    return is_finite(item) or not _FINITE.isdisjoint(item.senses)


_FINITE = frozenset({Sense.HAVE, Sense.BE, Sense.SUCCESS})


def _awaits_participle(part: Part) -> bool:
    """Whether it has an auxiliary, and nothing yet that goes with it."""
    waits = False
    for one in part.items:
        if Sense.HAVE in one.senses or (Sense.BE in one.senses and one.text.lower() in _AUXILIARY):
            waits = True
        elif is_verbal(one):
            waits = False
    return waits


_AUXILIARY = words("is zijn was waren werd werden wordt worden")


def _brings(part: Part, form: str) -> bool:
    """Whether the only verb of a clause has this form."""
    verbs: Sequence[Item] = [one for one in part.items if is_verbal(one)]
    return bool(verbs) and all(form in forms_of(one) for one in verbs)


def _could(line: Line, part: Part) -> bool:
    """As in "heeft X, een dorp in Y, kunnen heroveren"."""
    return not _MODAL.isdisjoint(line.sentence.lowers[part.first : part.last])


_MODAL = words("kunnen weten moeten")
