"""Words of a sentence that tell nothing: what stands in brackets, and where it was written."""

from collections.abc import Sequence

from geomap.reading.language.items import Item, Line
from geomap.reading.language.word_lists import words
from geomap.reading.language.words import Sense


def leave_out_asides(line: Line) -> None:
    """Forget short words in brackets, such as the abbreviation of the name before them."""
    if ")" not in line.sentence.vocabulary:
        return
    opened: Item | None = None
    left_out: set[int] = set()
    for item in line.items:
        if item.text == "(":
            opened = item
        elif opened is not None and item.text == ")":
            if item.end - opened.start <= _LONGEST_ASIDE:
                left_out.update(range(opened.start, item.end))
            opened = None
    if left_out:
        line.items = [item for item in line.items if item.start not in left_out]
        for position in left_out:
            line.at[position] = None


_LONGEST_ASIDE = 6


def join_measures(line: Line) -> None:
    """Let a place take in how far it lies or how large it is: "X, some 40 km north of Y, fell".

    What goes on behind is then told of X, as it would be without the aside, and nothing of Y.
    """
    lowers = line.sentence.lowers
    if _UNITS.isdisjoint(line.sentence.vocabulary):
        return
    for at in [at for at, word in enumerate(lowers) if word in _UNITS]:
        begin = _comma_before(lowers, at)
        place = line.at[begin - 1] if begin else None
        if begin is None or place is None or place.end != begin or not _is_known(place):
            continue
        end = _comma_behind(lowers, at)
        if end is None or any(_tells_more(line.at[one]) for one in range(begin, end)):
            continue
        line.items = [item for item in line.items if not begin <= item.start < end]
        line.at[begin:end] = [place] * (end - begin)
        place.end = end


def _is_known(place: Item) -> bool:
    """Whether it is known where a place is; if not, the one that it is measured from helps."""
    return place.mention is not None and place.mention.place is not None


def _comma_before(lowers: Sequence[str], at: int) -> int | None:
    for position in range(at - 1, max(at - _BEFORE_UNIT, 0), -1):
        if lowers[position] == ",":
            return position
    return None


def _comma_behind(lowers: Sequence[str], at: int) -> int | None:
    """The token behind the aside, which has its second comma, or ends with the sentence."""
    for position in range(at + 1, min(at + _BEHIND_UNIT, len(lowers))):
        if lowers[position] == ",":
            return position + 1
        if lowers[position] in _ENDS:
            return position
    return None


def _tells_more(item: Item | None) -> bool:
    """Whether an aside says more than where a place lies or how large it is."""
    return item is not None and (item.tells or item.actor is not None or Sense.VERB in item.senses)


_UNITS = words(
    "km kilometre kilometres kilometer kilometers mile miles mijl "
    "inwoners inhabitants residents people mensen"
)
_BEFORE_UNIT, _BEHIND_UNIT = 7, 14
_ENDS = frozenset(".!?;:")


def leave_out_dateline(line: Line) -> None:
    """Forget the place where a report was written: "KYIV - ", "BEIRUT (Reuters) - "."""
    first = line.at[_behind_agency(line)] if line.at else None
    if first is None or first.mention is None:
        return
    following = [token.text for token in line.tokens[first.end : first.end + _DATELINE]]
    shouted = first.text.isupper() and len(first.text) > 1
    if following[:1] and (
        following[0] in _DASHES or (shouted and not _DASHES.isdisjoint(following))
    ):
        ends = first.end + min(following.index(dash) for dash in _DASHES.intersection(following))
        for item in [one for one in line.items if one.start < ends and one.mention is not None]:
            line.items.remove(item)
            line.at[item.start : item.end] = [None] * (item.end - item.start)


def _behind_agency(line: Line) -> int:
    """The token behind the name of an agency: "(Reuters) Baghdad - "."""
    texts = [token.text for token in line.tokens[:_AGENCY]]
    behind = texts.index(")") + 1 if texts[0] == "(" and ")" in texts else 0
    return behind if behind < len(line.at) else 0


_AGENCY = 8
_DASHES = frozenset("-–—") | {"--"}
_DATELINE = 9
"""Tokens after the place in "BEIRUT (Reuters), May 18 - "."""
