"""Which spellings of an index are asked for, each with its place, as matches."""

from gazetteer.ranking import Match

_COLUMNS = ", ".join(Match._fields)
_WITH_PLACE = "FROM spelling JOIN place ON number = spelling.place"

WRITTEN_SO = f"SELECT {_COLUMNS} {_WITH_PLACE} WHERE key = ?"
"""The spellings with one key."""

WRITTEN_ALIKE = f"SELECT {_COLUMNS} {_WITH_PLACE} WHERE key IN"
"""The spellings with one of some keys."""

RIVALS = f"""
SELECT degree, {_COLUMNS} FROM rival
JOIN spelling ON key = rival_key AND spelling.place = rival_place AND text = rival_text
JOIN place ON number = rival_place WHERE of_term IN
"""  # noqa: S608 - our columns; what is asked is bound.
"""The rivals of some terms, each behind the degree to which it is alike."""
