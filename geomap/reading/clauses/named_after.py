"""What goes by the name of a place and stands behind it: its airport, its districts, its area."""

from geomap.reading.clauses.settled import is_area, is_site, names_area
from geomap.reading.language.items import Item, Line
from geomap.reading.language.word_lists import words
from geomap.reading.language.words import Sense


def look_behind(line: Line, item: Item) -> None:
    """Tell a place from what is only in it or around it: "Raqqa's hospital", "Mosul airport"."""
    if item.end >= len(line.tokens):
        return
    if line.tokens[item.end].lower in {"'s", "’s"}:
        owned = line.at[item.end + 1] if item.end + 1 < len(line.at) else None
        outside = owned is not None and owned.text.lower() in _OUTSIDE
        item.head = "facility" if outside else "part"
        return
    following = line.after(item)
    if following is not None and Sense.QUARTERS in following.senses:
        if is_area(item):
            # "A Helmand district" is one of many.
            item.head = "facility"
        elif following.text.lower().endswith("s") and not item.listed:
            item.head = "part"
    elif following is not None and Sense.FACILITY in following.senses:
        itself = is_site(item) or names_area(item, following)
        around = following.text.lower() in _AROUND and not is_area(item)
        item.head = item.head if itself else (around and (item.head or "around")) or "facility"


_AROUND = frozenset({"area", "district", "region"})
"""What is taken or held with the town that it is named by; fighting in it need not be there."""
_OUTSIDE = words(
    "airport airbase air base dam refinery oilfield oil gas countryside airfield crossing border "
    "province governorate region"
)
"""What goes by the name of a town and is no part of it, by its first word."""
