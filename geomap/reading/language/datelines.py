"""Where, when and by whom a report was filed: "RAQQA, Oct 17 (Reuters) - "."""

import re
from dataclasses import dataclass

from geomap.reading.language.sentences import Sentence

_LONGEST = 120
_FEWEST_CAPITALS = 3
# A place in capitals, what may follow it (a country, a date), an agency in brackets, a dash. Each
# part is short and ends with a mark that it cannot hold itself, so that nothing is tried twice.
_DATELINE = re.compile(
    r"(?P<place>[^\W\d_a-z][^\n,(–—-]{1,40}(?:-[^\W\d_a-z][^\n,(–—-]{1,30})?)"
    r"(?:,\s?(?P<rest>[^\n(–—-]{1,60}))?"
    r"\s?(?:\((?P<agency>[^\n()]{2,30})\))?"
    r"\s?(?P<dash>--?|–|—)\s"
)


@dataclass(frozen=True, slots=True)
class Dateline:
    """A dateline at `[start, end)` in the whole text; what it tells of is the report."""

    start: int
    end: int
    agency: str
    """Who filed it, as it is written; empty when it does not say."""


def dateline_of(sentence: Sentence) -> Dateline | None:
    """Find the dateline with which a sentence begins.

    The name of its place is written in capitals, or an agency follows it: "Paris - " can be the
    first words of any sentence.
    """
    head = sentence.text[:_LONGEST]
    # Most sentences have no dash, and begin with one capital, which is seen much sooner than what
    # the pattern may match.
    if "(" not in head and head[1:2].islower():
        return None
    found = _DATELINE.match(head) if "-" in head or "–" in head or "—" in head else None
    if found is None:
        return None
    place, agency = found["place"], found["agency"] or ""
    first = place.split()[0]
    if not agency and not (first.isupper() and len(first) >= _FEWEST_CAPITALS):
        return None
    return Dateline(sentence.start, sentence.start + found.end(), agency)
