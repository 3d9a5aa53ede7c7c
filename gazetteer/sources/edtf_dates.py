"""Dates as sources write them, to EDTF (ISO 8601-2). What cannot be read says nothing."""

import re
from functools import lru_cache

from edtf import parse_edtf
from edtf.parser.edtf_exceptions import EDTFParseException

# Drafts of EDTF, which Who's On First began with, wrote an unknown digit as "u".
_NOTHING_KNOWN = frozenset({"", "u", "uu", "uuuu", "uuuu-uu", "uuuu-uu-uu", "unknown", "xxxx"})
_DRAFT_YEAR = re.compile(r"^y(?=-?[0-9])")
_SHORTEST = 4

_COMPACT_DAY = re.compile(r"([0-9]{4})([0-9]{2})([0-9]{2})")


@lru_cache(maxsize=4096)
def edtf(text: str) -> str:
    """Return a date of Who's On First in today's EDTF; empty if nothing is known or readable."""
    text = text.strip()
    if text.lower() in _NOTHING_KNOWN:
        return ""
    if text == "open":
        return ".."
    return _checked(_DRAFT_YEAR.sub("Y", text.replace("u", "X").replace("open", "..")))


@lru_cache(maxsize=4096)
def edtf_of_geonames(text: str) -> str:
    """Return a date of GeoNames, where anything may stand: `1917`, `20141231`, `2014-12`."""
    return _checked(_COMPACT_DAY.sub(r"\1-\2-\3", text.strip()))


def _checked(text: str) -> str:
    if text == "..":
        return text
    if len(text) < _SHORTEST or not any(character.isdigit() for character in text):
        return ""
    try:
        return str(parse_edtf(text))
    except (EDTFParseException, ValueError):
        return ""
