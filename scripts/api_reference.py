"""Write the tables of docs/api.md anew from the declarations by which requests are read.

Usage: python scripts/api_reference.py          rewrites docs/api.md
"""

from collections.abc import Iterator
from pathlib import Path

from geomap.domain.items.collections import COLLECTIONS, Collection
from geomap.domain.items.queries import DEFAULT_LIMIT
from geomap.web.ogc.parameters import items_parameters, own_filters

DOCUMENT = Path(__file__).resolve().parent.parent / "docs" / "api.md"
BEGIN, END = "<!-- tables: begin -->", "<!-- tables: end -->"


def tables() -> str:
    """The tables, as they stand between the two marks."""
    return "\n".join([BEGIN, "", *_shared(), *_collections(), END])


def with_tables(document: str) -> str:
    """A document with its tables written anew."""
    before, _, rest = document.partition(BEGIN)
    _, _, after = rest.partition(END)
    return before + tables() + after


def _shared() -> Iterator[str]:
    first, *others = COLLECTIONS.values()
    named = {
        one.name: one
        for collection in (first, *others)
        for one in items_parameters(collection)
        if all(one.name not in own_filters(any_of) for any_of in COLLECTIONS.values())
    }
    yield "### Parameters of all items"
    yield ""
    yield "| parameter | what it does |"
    yield "|---|---|"
    for one in named.values():
        default = f" Default: {DEFAULT_LIMIT}." if one.name == "limit" else ""
        judged = " Control, territory and fronts only." if _judged_only(one.name) else ""
        yield f"| `{one.name}` | {one.description}{default}{judged} |"
    yield ""


def _judged_only(name: str) -> bool:
    return not any(
        name == one.name
        for collection in COLLECTIONS.values()
        if not collection.judged
        for one in items_parameters(collection)
    )


def _collections() -> Iterator[str]:
    for collection in COLLECTIONS.values():
        yield f"### {collection.title}: `/api/collections/{collection.id}/items`"
        yield ""
        yield f"{collection.description} Geometry: {collection.shape or 'none'}."
        yield ""
        yield "| property | what it says | kind |"
        yield "|---|---|---|"
        for one in collection.properties:
            kind = ", ".join(f"`{option}`" for option in one.options) or one.kind.value
            yield f"| `{one.name}` | {one.title} | {kind} |"
        yield ""
        yield f"Also narrowed by: {_filters(collection)}."
        yield ""


def _filters(collection: Collection) -> str:
    names = own_filters(collection)
    more = (one for one in collection.filters if one.name in names)
    return "; ".join(f"`{one.name}` ({one.title[0].lower()}{one.title[1:]})" for one in more)


if __name__ == "__main__":
    DOCUMENT.write_text(with_tables(DOCUMENT.read_text("utf-8")), "utf-8")
    print(f"{DOCUMENT.name} is up to date.")
