"""Numbers as they are written: in digits with their separators, and in words."""

import re
from collections.abc import Sequence

from geomap.reading.numerals.number_words import DUTCH, NumberWords, dutch_number

MOST_DIGITS = 15
"""More than any count has; a longer number is none."""
_GROUP = 3
_DASHES = frozenset("-–—")
_SEPARATORS = re.compile(r"[.,]")
_TEN, _TWENTY, _HUNDRED, _THOUSAND = 10, 20, 100, 1000


def digits(text: str, *, scaled: bool = False) -> float | None:
    """Read "3.000", "3,000", "1,5", "1.234.567,8"; before "million", `scaled`, "1.250" is 1.25.

    None for what is longer than any count, and for dates such as "17.10.2017".
    """
    if len(text) > MOST_DIGITS + _GROUP:
        return None
    parts = _SEPARATORS.split(text)
    if len(parts) == 1:
        return float(int(text))
    marks = [mark for mark in text if mark in ".,"]
    whole = all(len(part) == _GROUP for part in parts[1:]) and 0 < len(parts[0]) <= _GROUP
    if len(set(marks)) == 1 and whole and not (scaled and len(parts) == 2):  # noqa: PLR2004
        return float(int("".join(parts))) if parts[0] != "0" else float(f"0.{parts[1]}")
    grouped = all(len(part) == _GROUP for part in parts[1:-1])
    if len(set(marks[:-1])) > 1 or not grouped or (len(marks) > 1 and marks[-1] == marks[0]):
        return None
    return float(f"{int(''.join(parts[:-1]))}.{int(parts[-1]):0{len(parts[-1])}d}")


def spelled(lowers: Sequence[str], index: int, words: NumberWords) -> tuple[float | None, int]:
    """Read a number in words, "twenty-five", "two hundred and fifty", "drieduizend".

    Gives it with the index behind it; None when there is none, or one beyond all counts.
    """
    total = part = 0
    at, read = index, False
    while at < len(lowers) and total + part <= _THOUSAND**_GROUP * _THOUSAND:
        scale, small = words.scales.get(lowers[at]), _small(lowers[at], words)
        if scale is not None:
            part, total = _scaled(part, total, scale)
        elif small is not None and (part % _HUNDRED == 0 or _joins(lowers, at, small)):
            part += small
        elif not (read and _links(lowers, at, words)):
            break
        read = read or small is not None or scale is not None
        at += 1
    return (float(total + part), at) if read else (None, at)


def _small(lower: str, words: NumberWords) -> int | None:
    if words is DUTCH and lower not in words.scales:
        return dutch_number(lower)
    return words.small.get(lower)


def _scaled(part: int, total: int, scale: int) -> tuple[int, int]:
    if scale < _THOUSAND:
        return (part or 1) * scale, total
    return 0, total + (part or 1) * scale


def _joins(lowers: Sequence[str], index: int, small: int) -> bool:
    """Whether a unit belongs to the ten before it: "twenty-five"."""
    return small < _TEN and lowers[index - 1] in _DASHES


def _links(lowers: Sequence[str], index: int, words: NumberWords) -> bool:
    """Whether a hyphen or an "and" stands within a number: "two hundred and fifty"."""
    if index + 1 >= len(lowers):
        return False
    before, lower, after = lowers[index - 1], lowers[index], lowers[index + 1]
    if lower in _DASHES:
        return words.small.get(before, 0) >= _TWENTY and 0 < words.small.get(after, 0) < _TEN
    return lower == "and" and before in words.scales and after in words.small
