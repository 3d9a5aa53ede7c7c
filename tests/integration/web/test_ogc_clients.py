"""Programs that people use read every collection: GDAL through pyogrio, GeoPandas and OWSLib."""

import json
from typing import Any
from urllib.parse import urlencode
from urllib.request import urlopen

import geopandas
import pyogrio
import pytest
import schemathesis
from hypothesis import HealthCheck, Phase, given, settings
from owslib.ogcapi.features import Features
from schemathesis.checks import CHECKS

from geomap.domain.items.collections import COLLECTIONS
from geomap.web.declarations import Operation
from geomap.web.ogc.openapi import OPERATIONS
from geomap.web.operations.following import STREAM

pytestmark = pytest.mark.filterwarnings("ignore")  # Of programs that are not ours.
OAPIF = "OAPIF"
EXAMPLES = 12
FEWER_EXAMPLES = 6
# A stream lasts for minutes; those that want a token refuse all that is made up.
ASKED = [one for one in OPERATIONS if one != STREAM and one.right is None]
CHECKED = (
    *("not_a_server_error", "status_code_conformance", "content_type_conformance"),
    "response_schema_conformance",
)


def matched(server: str, collection: str, **asked: str) -> int:
    query = urlencode({"limit": "1", **asked})
    address = f"{server}/api/collections/{collection}/items?{query}"
    with urlopen(address, timeout=60) as answer:  # noqa: S310 -- Our own server.
        found: int = json.load(answer)["numberMatched"]
    return found


needs_gdal = pytest.mark.skipif(
    OAPIF not in pyogrio.list_drivers(), reason="This GDAL was built without its OAPIF driver."
)


def read(server: str, collection: str, **asked: Any) -> Any:
    return geopandas.read_file(f"OAPIF:{server}/api", layer=collection, engine="pyogrio", **asked)


@needs_gdal
@pytest.mark.parametrize("collection", COLLECTIONS)
def test_gdal_reads_every_item(live_server: str, collection: str) -> None:
    frame = read(live_server, collection)
    assert len(frame) == matched(live_server, collection)
    declared = {one.name for one in COLLECTIONS[collection].properties}
    assert declared <= set(frame.columns)


@needs_gdal
def test_gdal_knows_the_kinds_of_geometry(live_server: str) -> None:
    layers = dict(pyogrio.list_layers(f"OAPIF:{live_server}/api").tolist())
    shapes = {key: one.shape.value for key, one in COLLECTIONS.items() if one.shape}
    assert {key: layers[key] for key in shapes} == shapes


@needs_gdal
def test_gdal_filters_by_space(live_server: str) -> None:
    for collection in ("control", "territory", "fronts", "events"):
        frame = read(live_server, collection, bbox=(38, 34, 42, 37))
        assert len(frame) == matched(live_server, collection, bbox="38,34,42,37") > 0


@needs_gdal
def test_gdal_filters_by_time(live_server: str) -> None:
    frame = read(live_server, "control", where="start <= '2014-06-10'")
    assert len(frame) == matched(live_server, "control", filter="start<=DATE('2014-06-10')")


@needs_gdal
def test_gdal_filters_by_properties(live_server: str) -> None:
    frame = read(live_server, "events", where="kind = 'battle'")
    assert len(frame) == matched(live_server, "events", kind="battle") > 0


@pytest.mark.parametrize("collection", COLLECTIONS)
def test_owslib_reads_every_collection(live_server: str, collection: str) -> None:
    api = Features(f"{live_server}/api/")
    assert collection in api.feature_collections()
    assert api.collection_queryables(collection)["type"] == "object"
    page = api.collection_items(collection, limit=5, datetime="2014-01-01/..")
    expected = matched(live_server, collection, datetime="2014-01-01/..")
    assert page["numberMatched"] == expected
    first = page["features"][0]["id"]
    assert api.collection_item(collection, first)["id"] == first


@pytest.fixture(scope="module")
def operations(live_server: str) -> list[Any]:
    schema: Any = schemathesis.openapi.from_url(f"{live_server}/api/openapi.json")
    return [found.ok() for found in schema.get_all_operations()]


def ask_at_random(live_server: str, operation: Any, examples: int) -> None:
    """Ask an operation what its description allows; no answer may break the description."""
    checks: list[Any] = [CHECKS.get_one(name) for name in CHECKED]

    @settings(
        max_examples=examples,
        deadline=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(case=operation.as_strategy())
    def ask(case: Any) -> None:
        case.call_and_validate(base_url=live_server, checks=checks, timeout=60)

    ask()


# A few collections stand for all: what reads their requests is the same.
@pytest.mark.parametrize("collection", ["control", "fronts", "events"])
def test_no_request_breaks_the_description(
    live_server: str, operations: list[Any], collection: str
) -> None:
    ours = [one for one in operations if f"/collections/{collection}" in one.path]
    assert len(ours) == 5
    for operation in ours:
        ask_at_random(live_server, operation, EXAMPLES)


@pytest.mark.parametrize("declared", ASKED, ids=lambda one: one.name)
def test_no_request_of_another_address_breaks_the_description(
    live_server: str, operations: list[Any], declared: Operation
) -> None:
    (ours,) = (
        one for one in operations if (one.path, one.method) == (declared.path, declared.method)
    )
    ask_at_random(live_server, ours, FEWER_EXAMPLES)
