"""What the words around a spot say of it: a place, a person, an organisation, a government.

Weights are in the unit of a logistic model: 1 makes it e times as likely that a place is meant.
"""

import re
from collections.abc import Sequence

from gazetteer.toponyms.appositions import is_explained
from gazetteer.toponyms.common_names import is_no_name_alone, is_old_city
from gazetteer.toponyms.document import OF, Document
from gazetteer.toponyms.evidence import Evidence
from gazetteer.toponyms.governments import is_government
from gazetteer.toponyms.lexicon import Lexicon
from gazetteer.toponyms.persons import is_surname
from gazetteer.toponyms.runs import JOINING, is_leading_article
from gazetteer.toponyms.spots import Spot

# What follows a place at the head of a report: "BEIRUT (Reuters) - ", "DALLAS, Texas -- ".
_DATELINE = re.compile(
    r"(?:,\s*[\w. ]{2,25}?)?\s*(?:\([^()\n]{1,25}\)|/[^/\n]{1,20}/)?\s?(?:[—–]|--| -)\s"
)
_CLOSE = frozenset({" ", "\n", "-", ". ", "\u00a0"})
# Before these, a name of a town is still one: "Aleppo Airport", "Quebec Province".
_KINDS_OF_TOWNS = frozenset(
    ("city", "airport", "border", "region", "territory", "state", "province", "provincie")
)
_SON_OF = frozenset({"bin", "ibn", "abu", "aboe"})
_KEPT = frozenset({"held", "controlled", "run", "occupied", "besieged"})
"""Behind whose it is and a hyphen: "rebel-held Douma"."""
_AND = frozenset({"and", "or", "en", "et", "und", "ve"})
_ARTICLES = frozenset({"the", "de", "het"})

_AGE = re.compile(r",? \(?\d{1,2}\)?[,) ]")

_ROAD = re.compile(r"[ -]\d| (?:Highway|Route|Interstate)\b")

_NEVER = -20.0
_SAYS_WHAT_IT_IS = 6.0
_LONGEST_ACRONYM = 4
_EXPLAINED = 2.5


def weigh(
    document: Document, spots: Sequence[Spot], known: Sequence[Spot] | None = None
) -> list[Evidence]:
    """Return the evidence for each of some spots; `known` are the names that may stand beside."""
    known = spots if known is None else known
    starts = {spot.first: spot for spot in known}
    ends = {spot.last: spot for spot in known}
    return [_weighed(document, spot, starts, ends) for spot in spots]


def _weighed(
    document: Document, spot: Spot, starts: dict[int, Spot], ends: dict[int, Spot]
) -> Evidence:
    found = Evidence()
    if spot.short:
        found.weight, found.sure = 6.0, 1
        if _ROAD.match(document.text, spot.end) or _is_organisation(document, spot.last + 1):
            found.weight = _NEVER
        found.government = is_government(document, spot)
        return found
    if spot.facility:
        found.weight, found.sure = _SAYS_WHAT_IT_IS, 1
        return found
    single = spot.first == spot.last
    if single:
        judged = document.ordinary.written(document.text[spot.start : spot.end])
        found.word, found.person = judged.weight, judged.person
        if _is_no_name(document, spot):
            found.weight = _NEVER
            return found
    elif is_no_name_alone(document, spot):
        found.weight = _NEVER
        return found
    else:
        found.weight += 1.2
        found.kind = spot.kind
        found.common = is_old_city(document, spot)
    _of_words_before(document, spot, found, ends)
    _of_words_behind(document, spot, found, starts)
    _of_dateline(document, spot, found)
    _of_list(document, spot, found, starts, ends)
    if document.words.gap_after(spot.last) == ", " and is_explained(document, spot):
        found.weight += _EXPLAINED
        found.sure += 1
    _of_persons(document, spot, found)
    _of_ordinary(document, spot, found)
    found.government = is_government(document, spot)
    return found


def _is_no_name(document: Document, spot: Spot) -> bool:
    """Say whether a single word is one with a capital of its own, a demonym or an acronym."""
    word = document.text[spot.start : spot.end]
    lower = word.lower()
    lexicon = document.lexicon
    if lower in lexicon.generic or lower in lexicon.demonyms:
        return True
    if is_leading_article(document.words, spot.last, lexicon):
        return True
    if document.words.lower[spot.first] in lexicon.demonyms:
        return True
    return (
        len(word) <= _LONGEST_ACRONYM
        and word.isupper()
        and not _DATELINE.match(document.text, spot.end)
    )


def _of_words_before(
    document: Document, spot: Spot, found: Evidence, ends: dict[int, Spot]
) -> None:
    words, lexicon = document.words, document.lexicon
    if not spot.first or words.gaps[spot.first] not in _CLOSE:
        return
    before = _before_modifiers(document, spot, found)
    lower = words.lower[before] if before >= 0 else ""
    if lower in _SON_OF or (lower in JOINING and words.gaps[before] == "-"):
        found.weight -= 6.0
    elif lower in lexicon.in_place or (lower in _KEPT and words.gaps[before] == "-"):
        found.weight += 2.0
        found.sure += 1
    elif lower in OF and before > 0:
        _of_words_before_of(document, before - 1, found)
    elif lower in lexicon.may_be_place or lower in lexicon.takings:
        found.weight += 1.0
    elif not words.capital[before] and (kind := lexicon.kind_of(lower)):
        found.weight += 2.0
        found.kind = kind
    elif words.capital[before] and not words.first[spot.first]:
        _of_capital_before(document, before, found, ends)


def _before_modifiers(document: Document, spot: Spot, found: Evidence) -> int:
    """Return the word before a direction and an article that belong to the name."""
    words, before = document.words, spot.first - 1
    if words.lower[before] in document.lexicon.directions:
        found.weight += 1.5
        before -= 1
    if before > 0 and words.lower[before] in _ARTICLES:
        before -= 1
    return before


def _of_words_before_of(document: Document, index: int, found: Evidence) -> None:
    words, lexicon = document.words, document.lexicon
    lower = words.lower[index]
    if lower in lexicon.organisation_before and words.capital[index]:
        found.weight -= 6.0
    elif lower in lexicon.kinds_of:
        found.weight += 3.0
        found.sure += 1
        found.kind = lower
    elif lower in lexicon.directions:
        found.weight += 2.0
        found.sure += 1
    else:
        found.weight += 0.7


def _of_capital_before(
    document: Document, before: int, found: Evidence, ends: dict[int, Spot]
) -> None:
    words, lexicon = document.words, document.lexicon
    lower = words.lower[before]
    if lower in lexicon.organisation_before or lower in lexicon.beginnings:
        found.weight -= 5.0
    elif lower in lexicon.titles or document.persons[before]:
        return
    elif lower in lexicon.demonyms or before in ends:
        found.weight -= 0.3
    elif not document.headline[before] and not words.texts[before].isupper():
        known = lower in lexicon.capital_words
        found.weight -= 0.0 if known or words.first[before] else 2.5


def _of_words_behind(
    document: Document, spot: Spot, found: Evidence, starts: dict[int, Spot]
) -> None:
    words, lexicon, behind = document.words, document.lexicon, spot.last + 1
    if behind >= words.count or words.ends[spot.last] != spot.end:
        return
    if words.gaps[behind] not in _CLOSE:
        return
    lower = words.lower[behind]
    if _is_article_of_name(document, behind):
        found.weight -= 9.0
    elif words.capital[behind]:
        if not (words.first[behind] or document.headline[behind]):
            _of_capital_behind(document, behind, found, behind in starts)
    else:
        _of_small_word_behind(lexicon, lower, found)


def _of_small_word_behind(lexicon: Lexicon, lower: str, found: Evidence) -> None:
    if lower in lexicon.kinds_behind:
        found.weight += 1.5
        found.kind = found.kind or lower
    elif lower in lexicon.speech and found.person:
        found.weight -= 1.5
    elif lower in lexicon.government:
        found.weight += 1.5


def _is_article_of_name(document: Document, index: int) -> bool:
    """Say whether a small article goes on with a name: Bab al-Tabbaneh, Dar-e Suf."""
    words = document.words
    if index + 1 >= words.count or words.first[index] or not words.capital[index + 1]:
        return False
    if words.gaps[index] == "-" and words.lower[index] in JOINING:
        return True
    return words.gaps[index + 1] == "-" and words.lower[index] in document.lexicon.articles


def _of_capital_behind(document: Document, behind: int, found: Evidence, another: bool) -> None:  # noqa: FBT001
    lexicon, lower = document.lexicon, document.words.lower[behind]
    organisation = _is_organisation(document, behind)
    if lower in lexicon.public_behind and not organisation:
        found.weight += 0.5
    elif lower in lexicon.kinds_capital and not organisation:
        found.weight -= 1.0 if lower in _KINDS_OF_TOWNS else 4.0
        found.kind = found.kind or lower
    elif organisation:
        found.weight -= 6.0
    elif not another and lower not in lexicon.capital_words and lower not in lexicon.titles:
        found.weight -= 0.5 if lower in lexicon.demonyms else 3.2


def _is_organisation(document: Document, index: int) -> bool:
    """Say whether capitals go on, to a word for an organisation."""
    words = document.words
    for place in range(index, min(index + 4, words.count)):
        if words.first[place]:
            return False
        if not words.capital[place] or (
            place > index and words.gaps[place] not in (" ", " & ", "&")
        ):
            return False
        if words.lower[place].removesuffix("'s") in document.lexicon.organisation_behind:
            return True
    return False


def _of_list(
    document: Document, spot: Spot, found: Evidence, starts: dict[int, Spot], ends: dict[int, Spot]
) -> None:
    """Weigh that a spot stands in a row of others: Nubl, Zahraa and Foua."""
    words = document.words
    for other, gap in (
        (ends.get(spot.first - 1), words.gaps[spot.first]),
        (starts.get(spot.last + 1), words.gap_after(spot.last)),
    ):
        if other is not None and gap in (", ", "/"):
            found.weight += 0.4
    before, behind = spot.first - 1, spot.last + 1
    if before > 0 and words.lower[before] in _AND and before - 1 in ends:
        found.weight += 0.4
    if behind < words.count and words.lower[behind] in _AND and behind + 1 in starts:
        found.weight += 0.4


def _of_dateline(document: Document, spot: Spot, found: Evidence) -> None:
    words = document.words
    if spot.first and "\n" not in words.gaps[spot.first]:
        return
    if _DATELINE.match(document.text, spot.end):
        found.weight += 4.0
        found.sure += 1


def _of_persons(document: Document, spot: Spot, found: Evidence) -> None:
    if any(document.persons[spot.first : spot.last + 1]):
        found.weight -= 8.0
    elif is_surname(document, spot):
        found.surname = not found.sure
    elif found.person and _AGE.match(document.text, spot.end):
        found.weight -= 5.0


def _of_ordinary(document: Document, spot: Spot, found: Evidence) -> None:
    """Weigh how common the word is, and whether persons are called so."""
    first = document.words.first[spot.first] or document.headline[spot.first]
    if first and not found.sure:
        found.weight -= 0.5 + 6.5 * found.word
    elif not found.sure:
        found.weight -= 2.0 * found.word
    if found.person and not found.sure:
        found.weight -= 1.0
