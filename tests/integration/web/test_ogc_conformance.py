"""A black-box check of the abstract tests of OGC API - Features, parts 1 to 3, and of CQL2.

It knows the address of a server and what the standards say (OGC 17-069r4, 18-058r1, 19-079r2,
21-065r2), and nothing of what is behind. Each test names the requirement that it checks.
"""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from email.message import Message
from itertools import pairwise
from typing import Any
from urllib.error import HTTPError
from urllib.parse import quote, urlencode
from urllib.request import Request, urlopen

import pytest
from openapi_spec_validator import OpenAPIV30SpecValidator

CRS84 = "http://www.opengis.net/def/crs/OGC/1.3/CRS84"
EPSG_4326 = "http://www.opengis.net/def/crs/EPSG/0/4326"
EPSG_3857 = "http://www.opengis.net/def/crs/EPSG/0/3857"
GEOJSON = "application/geo+json"
COLLECTIONS = (
    *("control", "territory", "fronts", "events", "claims", "figures", "places", "reports"),
)
PLACED = tuple(one for one in COLLECTIONS if one != "reports")
BOX = [40.0, 34.0, 42.0, 36.0]
SECONDS = 30


@dataclass(frozen=True)
class Answer:
    """What came back."""

    status: int
    headers: Message
    body: bytes

    @property
    def media_type(self) -> str:
        return self.headers.get_content_type()

    @property
    def document(self) -> Any:
        return json.loads(self.body)


class Api:
    """Asks one server."""

    def __init__(self, server: str) -> None:
        self.root = f"{server.rstrip('/')}/api"

    def get(self, address: str, accept: str = "*/*", **given: Any) -> Answer:
        """An answer, whatever its status; `bbox__crs` stands for `bbox-crs`."""
        where = address if address.startswith("http") else self.root + address
        if given:
            where += "?" + urlencode(
                {name.replace("__", "-"): text for name, text in given.items()}
            )
        request = Request(where, headers={"Accept": accept})  # noqa: S310 -- Our own server.
        try:
            with urlopen(request, timeout=SECONDS) as answer:  # noqa: S310 -- As above.
                return Answer(answer.status, answer.headers, answer.read())
        except HTTPError as error:
            with error:
                return Answer(error.code, error.headers, error.read())

    def document(self, address: str, **given: Any) -> Any:
        answer = self.get(address, **given)
        assert answer.status == 200, answer.body[:500]
        return answer.document

    def items(self, collection: str, **given: Any) -> Any:
        return self.document(f"/collections/{collection}/items", **given)

    def all_items(self, collection: str, **given: Any) -> Iterator[Any]:
        page = self.items(collection, **{"limit": 500} | given)
        while True:
            yield from page["features"]
            (following,) = [*links(page, "next"), None][:1]
            if following is None:
                return
            page = self.document(following["href"])

    def count(self, collection: str, **given: Any) -> int:
        matched: int = self.items(collection, limit=1, **given)["numberMatched"]
        return matched


def links(document: Any, rel: str) -> list[Any]:
    return [one for one in document["links"] if one["rel"] == rel]


@pytest.fixture(scope="module")
def api(live_server: str) -> Api:
    return Api(live_server)


@pytest.fixture(scope="module")
def description(api: Api) -> Any:
    return api.document("/openapi.json")


def parameter(description: Any, collection: str, name: str) -> Any:
    operation = description["paths"][f"/api/collections/{collection}/items"]["get"]
    return next(one for one in operation["parameters"] if one["name"] == name)


# ------------------------------------------------------------------- part 1: the landing page


@pytest.mark.parametrize("address", ["", "/"])
def test_root_success(api: Api, address: str) -> None:
    document = api.document(address)
    rels = {one["rel"]: one for one in document["links"]}
    assert {"self", "alternate", "service-desc", "service-doc", "conformance", "data"} <= set(rels)
    assert all(one["href"].startswith("http") and one["type"] for one in document["links"])
    for rel in ("service-desc", "conformance", "data"):
        assert api.get(rels[rel]["href"]).media_type == rels[rel]["type"].split(";")[0]


def test_api_definition_success(api: Api, description: Any) -> None:
    assert api.get("/openapi.json").headers["Content-Type"] == (
        "application/vnd.oai.openapi+json;version=3.0"
    )
    assert description["openapi"].startswith("3.0")
    OpenAPIV30SpecValidator(description).validate()


def test_the_definition_refers_to_nothing_outside_it(description: Any) -> None:
    references = re.findall(r'"\$ref": "([^"]*)"', json.dumps(description))
    assert references
    assert all(one.startswith("#/") for one in references)


def test_conformance_success(api: Api) -> None:
    classes = api.document("/conformance")["conformsTo"]
    part = "http://www.opengis.net/spec/ogcapi-features-"
    wanted = [f"{part}1/1.0/conf/{one}" for one in ("core", "oas30", "html", "geojson")]
    wanted += [f"{part}2/1.0/conf/crs", f"{part}3/1.0/conf/filter"]
    wanted += [f"http://www.opengis.net/spec/cql2/1.0/conf/cql2-{one}" for one in ("text", "json")]
    assert set(wanted) <= set(classes)


# ----------------------------------------------------------------- part 1: the collections


def test_fc_md_success(api: Api) -> None:
    document = api.document("/collections")
    assert [one["id"] for one in document["collections"]] == list(COLLECTIONS)
    assert {one["rel"] for one in document["links"]} >= {"self", "alternate"}
    for one in document["collections"]:
        assert {GEOJSON, "text/html"} <= {link["type"] for link in links(one, "items")}


@pytest.mark.parametrize("collection", COLLECTIONS)
def test_sfc_md_success(api: Api, collection: str) -> None:
    document = api.document(f"/collections/{collection}")
    listed = api.document("/collections")["collections"]
    same = next(one for one in listed if one["id"] == collection)
    for name in ("id", "title", "description", "extent", "crs", "itemType"):
        assert document.get(name) == same.get(name)


@pytest.mark.parametrize("collection", COLLECTIONS)
def test_the_extent_holds_every_item(api: Api, collection: str) -> None:
    extent = api.document(f"/collections/{collection}").get("extent", {})
    if "spatial" in extent:
        (bounds,) = extent["spatial"]["bbox"]
        whole = api.count(collection, bbox="-180,-90,180,90")
        assert api.count(collection, bbox=",".join(map(str, bounds))) == whole
    if "temporal" in extent:
        ((start, end),) = extent["temporal"]["interval"]
        when = f"{start or '..'}/{end or '..'}"
        if when != "../..":
            assert api.count(collection, datetime=when) == api.count(collection)


def test_a_collection_that_does_not_exist(api: Api) -> None:
    for address in ("/collections/nothing", "/collections/nothing/items", "/nothing"):
        answer = api.get(address)
        assert answer.status == 404
        assert answer.media_type == "application/problem+json"


# ---------------------------------------------------------------------- part 1: the items


@pytest.mark.parametrize("collection", COLLECTIONS)
def test_fc_response(api: Api, collection: str) -> None:
    answer = api.get(f"/collections/{collection}/items")
    assert answer.media_type == GEOJSON
    document = answer.document
    assert document["type"] == "FeatureCollection"
    assert document["numberReturned"] == len(document["features"])
    made = datetime.strptime(document["timeStamp"], "%Y-%m-%dT%H:%M:%SZ").replace(tzinfo=UTC)
    assert abs((datetime.now(UTC) - made).total_seconds()) < 3600
    assert links(document, "self")
    assert {one["type"] for one in links(document, "alternate")} >= {"text/html"}
    assert all("type" in one for one in document["links"])
    for feature in document["features"]:
        assert feature["type"] == "Feature"
        assert {"id", "geometry", "properties"} <= set(feature)


@pytest.mark.parametrize("collection", COLLECTIONS)
def test_fc_number_matched(api: Api, collection: str) -> None:
    whole = list(api.all_items(collection))
    assert len({one["id"] for one in whole}) == len(whole) == api.count(collection)


@pytest.mark.parametrize("collection", COLLECTIONS)
def test_f_success(api: Api, collection: str) -> None:
    for feature in api.items(collection, limit=5)["features"]:
        answer = api.get(f"/collections/{collection}/items/{quote(feature['id'])}")
        assert answer.status == 200
        assert answer.media_type == GEOJSON
        alone = answer.document
        rels = {one["rel"] for one in alone.pop("links")}
        assert {"self", "alternate", "collection"} <= rels
        assert alone == feature
    missing = api.get(f"/collections/{collection}/items/no-such-item")
    assert missing.status == 404


def test_fc_limit_definition(description: Any) -> None:
    limit = parameter(description, "control", "limit")
    assert limit["in"] == "query"
    assert not limit["required"]
    assert (limit["schema"]["type"], limit["schema"]["minimum"]) == ("integer", 1)
    assert limit["schema"]["default"] <= limit["schema"]["maximum"]


def test_fc_limit_response(api: Api, description: Any) -> None:
    schema = parameter(description, "claims", "limit")["schema"]
    assert api.items("claims")["numberReturned"] == schema["default"]
    assert api.items("claims", limit=7)["numberReturned"] == 7
    assert api.items("claims", limit=10**9)["numberReturned"] <= schema["maximum"]
    for wrong in (0, -1, "many", ""):
        assert api.get("/collections/claims/items", limit=wrong).status == 400


def test_fc_bbox_definition(description: Any) -> None:
    box = parameter(description, "control", "bbox")
    assert (box["style"], box["explode"], box["schema"]["type"]) == ("form", False, "array")
    assert [one["minItems"] for one in box["schema"]["oneOf"]] == [4, 6]


def positions(geometry: Any) -> list[tuple[float, float]]:
    def flat(coordinates: Any) -> Iterator[tuple[float, float]]:
        if isinstance(coordinates[0], int | float):
            yield (coordinates[0], coordinates[1])
        else:
            for one in coordinates:
                yield from flat(one)

    return list(flat(geometry["coordinates"])) if geometry else []


@pytest.mark.parametrize("collection", PLACED)
def test_fc_bbox_response(api: Api, collection: str) -> None:
    west, south, east, north = BOX
    text = ",".join(map(str, BOX))
    inside = {one["id"] for one in api.all_items(collection, bbox=text)}
    assert inside
    for feature in api.all_items(collection):
        points = positions(feature["geometry"])
        within = [west <= x <= east and south <= y <= north for x, y in points]
        if any(within):
            assert feature["id"] in inside
        elif points:
            xs, ys = zip(*points, strict=True)
            apart = max(xs) < west or min(xs) > east or max(ys) < south or min(ys) > north
            assert not (apart and feature["id"] in inside)
        else:
            assert feature["id"] not in inside
    high = f"{west},{south},-500,{east},{north},9000"
    assert api.count(collection, bbox=high) == len(inside)


@pytest.mark.parametrize("wrong", ["1,2,3", "1,2,3,4,5", "a,b,c,d", "0,50,10,40", "0,0,10,95"])
def test_fc_bbox_that_is_invalid(api: Api, wrong: str) -> None:
    assert api.get("/collections/control/items", bbox=wrong).status == 400


def test_fc_bbox_across_the_antimeridian(api: Api) -> None:
    west, south, east, north = BOX
    around = api.count("places", bbox=f"{east},{south},{west},{north}")
    assert around + api.count("places", bbox=",".join(map(str, BOX))) >= api.count(
        "places", bbox=f"-180,{south},180,{north}"
    )


def test_fc_time_definition(description: Any) -> None:
    assert parameter(description, "control", "datetime")["schema"] == {"type": "string"}


@pytest.mark.parametrize("collection", ["control", "territory", "fronts", "events", "claims"])
@pytest.mark.parametrize(
    ("when", "start", "last"),
    [
        ("2017-10-17", "2017-10-17", "2017-10-17"),
        ("2017-10-17T11:59:59Z", "2017-10-17", "2017-10-17"),
        ("2016-01-01/2016-12-31", "2016-01-01", "2016-12-31"),
        ("2018-01-01/..", "2018-01-01", "9999-12-30"),
        ("../2014-01-01", "0001-01-01", "2014-01-01"),
    ],
)
def test_fc_time_response(api: Api, collection: str, when: str, start: str, last: str) -> None:
    def overlaps(properties: Any) -> bool:
        begins, ends = properties["start"] or "0000", properties["end"] or "9999-99-99"
        return bool(begins <= last and ends > start)

    whole = [one["id"] for one in api.all_items(collection) if overlaps(one["properties"])]
    assert [one["id"] for one in api.all_items(collection, datetime=when)] == whole


@pytest.mark.parametrize("wrong", ["2018-01-01/2017-01-01", "2017", "yesterday", "../..", "//"])
def test_fc_time_that_is_invalid(api: Api, wrong: str) -> None:
    assert api.get("/collections/control/items", datetime=wrong).status == 400


@pytest.mark.parametrize("collection", COLLECTIONS)
def test_query_parameters_that_are_unknown(api: Api, collection: str) -> None:
    for address in (f"/collections/{collection}/items", f"/collections/{collection}"):
        answer = api.get(address, no_such_parameter="1")
        assert answer.status == 400
        assert answer.document["status"] == 400


@pytest.mark.parametrize("collection", COLLECTIONS)
def test_fc_links_lead_through_all_pages(api: Api, collection: str) -> None:
    step = max(1, api.count(collection) // 3)
    page, seen = api.items(collection, limit=step), []
    while True:
        seen.append([one["id"] for one in page["features"]])
        following = links(page, "next")
        if not following:
            break
        assert following[0]["type"] == GEOJSON
        page = api.document(following[0]["href"])
    assert sum(map(len, seen)) == api.count(collection)
    assert all(seen)


# ----------------------------------------------------- part 1: GeoJSON, HTML and OpenAPI 3.0


def signed_area(ring: list[list[float]]) -> float:
    return sum(a[0] * b[1] - b[0] * a[1] for a, b in pairwise(ring)) / 2


def test_geojson_rings_turn_as_rfc_7946_says(api: Api) -> None:
    for feature in api.items("territory", limit=200)["features"]:
        for exterior, *holes in feature["geometry"]["coordinates"]:
            assert exterior[0] == exterior[-1]
            assert signed_area(exterior) > 0
            assert all(signed_area(hole) < 0 for hole in holes)


def test_geojson_coordinates_are_rounded_sensibly(api: Api) -> None:
    for collection in PLACED:
        for feature in api.items(collection, limit=20)["features"]:
            for x, y in positions(feature["geometry"]):
                assert (round(x, 7), round(y, 7)) == (x, y)


@pytest.mark.parametrize(
    "address",
    ["/", "/conformance", "/collections", "/collections/control", "/collections/control/items"],
)
def test_html_content(api: Api, address: str) -> None:
    for answer in (api.get(address, accept="text/html"), api.get(address, f="html")):
        assert answer.media_type == "text/html"
        assert b"<h1>" in answer.body
    assert api.get(address, f="json").media_type in {"application/json", GEOJSON}
    assert "Accept" in api.get(address).headers["Vary"]


def test_oas30_describes_every_address(api: Api, description: Any) -> None:
    for collection in COLLECTIONS:
        base = f"/api/collections/{collection}"
        for path in (base, f"{base}/items", f"{base}/items/{{itemId}}", f"{base}/queryables"):
            assert path in description["paths"]
        known = {one["name"] for one in description["paths"][f"{base}/items"]["get"]["parameters"]}
        queryables = set(api.document(f"/collections/{collection}/queryables")["properties"])
        assert queryables - {"geometry"} <= known


# ---------------------------------------------------- part 2: coordinate reference systems


@pytest.mark.parametrize("collection", COLLECTIONS)
def test_crs_of_collections(api: Api, collection: str) -> None:
    document = api.document(f"/collections/{collection}")
    assert document["crs"] == [CRS84, EPSG_4326, EPSG_3857]
    assert document["storageCrs"] == CRS84


@pytest.mark.parametrize("collection", PLACED)
def test_crs_parameter(api: Api, collection: str) -> None:
    def read(crs: str) -> list[tuple[float, float]]:
        answer = api.get(f"/collections/{collection}/items", crs=crs, limit=5)
        assert answer.headers["Content-Crs"] == f"<{crs}>"
        return [
            one for feature in answer.document["features"] for one in positions(feature["geometry"])
        ]

    degrees, swapped, metres = read(CRS84), read(EPSG_4326), read(EPSG_3857)
    assert len(degrees) == len(swapped) == len(metres)
    for (longitude, latitude), (first, second), (east, _north) in zip(
        degrees, swapped, metres, strict=True
    ):
        assert (first, second) == pytest.approx((latitude, longitude), abs=2e-5)
        assert east == pytest.approx(longitude * 111319.49, rel=1e-5)


def test_crs_default_and_invalid(api: Api) -> None:
    answer = api.get("/collections/control/items", limit=1)
    assert answer.headers["Content-Crs"] == f"<{CRS84}>"
    for name in ("crs", "bbox__crs", "filter__crs"):
        given = {name: "http://www.opengis.net/def/crs/EPSG/0/28992"}
        assert api.get("/collections/control/items", **given).status == 400


def test_bbox_crs_parameter(api: Api) -> None:
    west, south, east, north = BOX
    whole = api.count("events", bbox=",".join(map(str, BOX)))
    assert whole
    swapped = f"{south},{west},{north},{east}"
    assert api.count("events", bbox=swapped, bbox__crs=EPSG_4326) == whole
    metres = "4452779.63,4028802.03,4675418.61,4300621.37"
    assert api.count("events", bbox=metres, bbox__crs=EPSG_3857) == whole


# --------------------------------------------------------------- part 3 and CQL2: filtering


@pytest.mark.parametrize("collection", COLLECTIONS)
def test_queryables_response(api: Api, collection: str) -> None:
    answer = api.get(f"/collections/{collection}/queryables")
    assert answer.media_type == "application/schema+json"
    document = answer.document
    assert document["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert document["type"] == "object"
    (link,) = links(
        api.document(f"/collections/{collection}"),
        "http://www.opengis.net/def/rel/ogc/1.0/queryables",
    )
    assert api.get(link["href"]).document == document


@pytest.mark.parametrize("collection", COLLECTIONS)
def test_every_queryable_is_a_parameter_and_a_property_of_filters(
    api: Api, collection: str
) -> None:
    feature = api.items(collection, limit=1)["features"][0]["properties"]
    for name, schema in api.document(f"/collections/{collection}/queryables")["properties"].items():
        if name == "geometry":
            continue
        nothing = api.count(collection, filter=f'"{name}" IS NULL')
        assert nothing + api.count(collection, filter=f'"{name}" IS NOT NULL') == api.count(
            collection
        )
        value = feature[name]
        if value is None:
            continue
        text = f"DATE('{value}')" if schema.get("format") == "date" else json.dumps(value)
        if schema["type"] == "string" and "format" not in schema:
            text = "'" + value.replace("'", "''") + "'"
        equal = api.count(collection, filter=f'"{name}"={text}')
        assert equal >= 1
        if name != "known":
            given = {name: str(value).lower() if isinstance(value, bool) else str(value)}
            assert api.count(collection, **given) == equal


FILTERS = [
    *("status='held'", "status<>'held'", "holder='is'", "holder IS NULL", "opposed=TRUE"),
    *("name LIKE 'A%'", "name LIKE '_a%'", "country IN ('SY','XX')", "start<DATE('2014-06-01')"),
    *("start BETWEEN DATE('2014-01-01') AND DATE('2015-01-01')", "NOT holder='is'"),
    "S_INTERSECTS(geometry,BBOX(40,34,42,36))",
    "S_INTERSECTS(geometry,POLYGON((40 34,42 34,41 36,40 34)))",
    "T_INTERSECTS(INTERVAL(start,end),INTERVAL('2015-01-01','2015-12-31'))",
    "T_AFTER(INTERVAL(start,end),DATE('2018-01-01'))",
    "T_BEFORE(INTERVAL(start,end),TIMESTAMP('2014-01-01T00:00:00Z'))",
    "T_DURING(INTERVAL(start,end),INTERVAL('2014-01-01','2015-12-31'))",
    "status='held' AND (country='SY' OR country='IQ') AND NOT name LIKE 'Z%'",
]


@pytest.mark.parametrize("text", FILTERS)
def test_a_filter_and_its_negation_part_what_is_not_null(api: Api, text: str) -> None:
    matched = api.count("control", filter=text)
    others = api.count("control", filter=f"NOT ({text})")
    unknown = api.count("control", filter="holder IS NULL") if "holder=" in text else 0
    assert matched > 0 or "opposed" in text
    assert matched + others + unknown == api.count("control")
    both = api.count("control", filter=f"({text}) AND NOT ({text})")
    either = api.count("control", filter=f"({text}) OR NOT ({text})")
    assert (both, either) == (0, matched + others)


@pytest.mark.parametrize(
    ("text", "document"),
    [
        ("status='held'", {"op": "=", "args": [{"property": "status"}, "held"]}),
        (
            "name LIKE 'A%' AND start>=DATE('2014-01-01')",
            {
                "op": "and",
                "args": [
                    {"op": "like", "args": [{"property": "name"}, "A%"]},
                    {"op": ">=", "args": [{"property": "start"}, {"date": "2014-01-01"}]},
                ],
            },
        ),
        (
            "S_INTERSECTS(geometry,POLYGON((40 34,42 34,41 36,40 34)))",
            {
                "op": "s_intersects",
                "args": [
                    {"property": "geometry"},
                    {"type": "Polygon", "coordinates": [[[40, 34], [42, 34], [41, 36], [40, 34]]]},
                ],
            },
        ),
        (
            "T_INTERSECTS(INTERVAL(start,end),INTERVAL('2015-01-01','..'))",
            {
                "op": "t_intersects",
                "args": [
                    {"interval": [{"property": "start"}, {"property": "end"}]},
                    {"interval": ["2015-01-01", ".."]},
                ],
            },
        ),
    ],
)
def test_cql2_json_says_the_same_as_text(api: Api, text: str, document: Any) -> None:
    as_text = api.items("control", filter=text, filter__lang="cql2-text", limit=1000)
    as_json = api.items(
        "control", filter=json.dumps(document), filter__lang="cql2-json", limit=1000
    )
    assert as_text["features"] == as_json["features"]
    assert as_text["features"]


def test_filter_crs(api: Api) -> None:
    text = "S_INTERSECTS(geometry,POLYGON((40 34,42 34,41 36,40 34)))"
    swapped = "S_INTERSECTS(geometry,POLYGON((34 40,34 42,36 41,34 40)))"
    whole = api.count("places", filter=text)
    assert whole
    assert api.count("places", filter=swapped, filter__crs=EPSG_4326) == whole


@pytest.mark.parametrize(
    "wrong",
    [
        *("status=", "status='held", "nothing='x'", "status='held' AND", "status", "()", "'a'='b'"),
        *("status=1", "start='soon'", "opposed='yes'", "name BETWEEN 1 AND 2", "1=1", "NOT"),
        *("S_INTERSECTS(geometry,POINT(1))", "S_INTERSECTS(status,POINT(1 1))", "name LIKE 5"),
        *("T_AFTER(name,DATE('2014-01-01'))", "DROP TABLE event", "status='held'; --", "{}"),
        *('{"op":"="}', '{"op":"and","args":1}', '{"op":"like","args":[1,2,3]}', "[]", "{"),
        *("S_CROSSES(geometry,POINT(1 1))", "status IN ()", "evidence='x'", "holders='is'"),
        "S_INTERSECTS(geometry,POLYGON((0 0,1 1,0 1,1 0,0 0)))",
        "T_DURING(start,INTERVAL('2015-01-01','2014-01-01'))",
        "(" * 5000 + "status='held'" + ")" * 5000,
    ],
)
def test_a_filter_that_is_invalid(api: Api, wrong: str) -> None:
    answer = api.get("/collections/control/items", filter=wrong)
    assert answer.status == 400
    assert answer.document["detail"].startswith("filter: ")


def test_sorting(api: Api) -> None:
    for sortby, falls in (("start", False), ("-start", True)):
        days = [
            one["properties"]["start"] or ""
            for one in api.all_items("claims", sortby=sortby, limit=300)
        ]
        assert days == sorted(days, reverse=falls)
