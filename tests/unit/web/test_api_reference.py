"""The reference of the API says what the program does."""

import re
from pathlib import Path

import pytest

from geomap.domain.items.collections import COLLECTIONS
from geomap.web.ogc.coordinates import Crs
from geomap.web.ogc.cql2 import condition_of
from scripts.api_reference import with_tables

DOCUMENT = Path(__file__).resolve().parents[3] / "docs" / "api.md"
FILTERS = re.compile(r"^\| .* \| `(.*)` \|$", re.MULTILINE)


def test_its_tables_are_those_of_the_declarations() -> None:
    text = DOCUMENT.read_text("utf-8")
    assert with_tables(text) == text, "Run: python scripts/api_reference.py"


@pytest.mark.parametrize("collection", COLLECTIONS)
def test_it_names_every_collection(collection: str) -> None:
    assert f"`/api/collections/{collection}/items`" in DOCUMENT.read_text("utf-8")


def test_its_examples_of_filters_can_be_asked() -> None:
    section = DOCUMENT.read_text("utf-8").split("## Filters")[1].split("## The two clocks")[0]
    examples = FILTERS.findall(section)
    assert len(examples) == 5
    for example in examples:
        collection = COLLECTIONS["events" if "kind" in example else "control"]
        assert condition_of(example, "cql2-text", collection, Crs.CRS84) is not None
