"""Words of a sentence that tell nothing: what stands in brackets, and where it was written."""

from geomap.reading.language.items import Item, Line


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
