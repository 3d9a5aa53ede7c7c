"""Items over HTTP: filters, pages, times, boxes and coordinate systems."""

from collections.abc import Iterator
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from flask.testing import FlaskClient

from geomap.domain.items.collections import COLLECTIONS

CONTROL = "/api/collections/control/items"
EVENTS = "/api/collections/events/items"
MERCATOR = "http://www.opengis.net/def/crs/EPSG/0/3857"
LATITUDE_FIRST = "http://www.opengis.net/def/crs/EPSG/0/4326"


def asked(client: FlaskClient, address: str, **parameters: str) -> Any:
    answer = client.get(address, query_string=parameters)
    assert answer.status_code == 200, answer.get_data(as_text=True)
    return answer.get_json()


def ids(document: Any) -> list[str]:
    return [feature["id"] for feature in document["features"]]


def found(client: FlaskClient, address: str, **parameters: str) -> list[str]:
    return ids(asked(client, address, **parameters))


def refused(client: FlaskClient, address: str, **parameters: str) -> str:
    answer = client.get(address, query_string=parameters)
    assert answer.status_code == 400
    assert answer.content_type == "application/problem+json"
    detail: str = answer.get_json()["detail"]
    return detail


def link_to(document: Any, rel: str) -> str | None:
    return next((one["href"] for one in document["links"] if one["rel"] == rel), None)


def pages(client: FlaskClient, address: str, rel: str = "next") -> Iterator[Any]:
    while address:
        page = client.get(address).get_json()
        yield page
        address = link_to(page, rel) or ""


@pytest.mark.parametrize("collection", COLLECTIONS)
@pytest.mark.parametrize("limit", [1, 2, 3, 1000])
def test_pages_hold_each_item_once(client: FlaskClient, collection: str, limit: int) -> None:
    address = f"/api/collections/{collection}/items"
    whole = found(client, address)
    read = list(pages(client, f"{address}?limit={limit}"))
    assert [one for page in read for one in ids(page)] == whole
    assert {page["numberMatched"] for page in read} == {len(whole)}
    assert [page["numberReturned"] for page in read] == [len(page["features"]) for page in read]


def test_a_full_last_page_has_no_next(client: FlaskClient) -> None:
    everything = asked(client, CONTROL)
    full = asked(client, CONTROL, limit=str(len(everything["features"])))
    assert link_to(full, "next") is None


def test_the_links_to_other_pages_keep_every_filter(client: FlaskClient) -> None:
    given = {"status": "held", "sortby": "-start", "limit": "1", "datetime": "2014-01-01/.."}
    link = link_to(asked(client, CONTROL, **given), "next")
    assert link is not None
    kept = {name: values[0] for name, values in parse_qs(urlsplit(link).query).items()}
    assert kept.pop("cursor")
    assert kept == given


def test_pages_lead_back_to_the_first(client: FlaskClient) -> None:
    there = list(pages(client, f"{CONTROL}?limit=2&sortby=-start"))
    last = link_to(there[-2], "next")
    assert last is not None
    back = list(pages(client, last, "prev"))
    assert [ids(page) for page in reversed(back)] == [ids(page) for page in there]


def test_an_offset_leaves_items_out(client: FlaskClient) -> None:
    whole = found(client, CONTROL)
    page = asked(client, CONTROL, offset="3", limit="2")
    assert ids(page) == whole[3:5]
    before = link_to(page, "prev")
    assert before is not None
    assert ids(client.get(before).get_json()) == whole[1:3]
    after = link_to(page, "next")
    assert after is not None
    assert ids(client.get(after).get_json()) == whole[5:7]


def test_a_greater_limit_counts_as_the_greatest(client: FlaskClient) -> None:
    whole = found(client, CONTROL)
    assert found(client, CONTROL, limit="1000000000") == whole
    assert found(client, CONTROL, limit="9" * 1000) == whole


@pytest.mark.parametrize(
    ("datetime", "holder"),
    [
        pytest.param("2014-06-09", "north", id="the last day of a period"),
        pytest.param("2014-06-10", "south", id="the day of the change"),
        pytest.param("2014-06-09T23:59:59Z", "north", id="the last instant before it"),
        pytest.param("2014-06-10T00:00:00Z", "south", id="its first instant"),
        pytest.param("2014-06-10T01:30:00+02:00", "north", id="an instant of another zone"),
        pytest.param("2014-06-09t22:00:00.5-03:00", "south", id="small letters and a fraction"),
        pytest.param("2017-01-01", "north", id="a period that goes on"),
    ],
)
def test_an_instant_finds_the_one_period_that_holds(
    client: FlaskClient, datetime: str, holder: str
) -> None:
    document = asked(client, CONTROL, datetime=datetime, place="geonames:172955")
    assert [one["properties"]["holder"] for one in document["features"]] == [holder]


@pytest.mark.parametrize(
    ("datetime", "holders"),
    [
        pytest.param("2014-06-09/2014-06-10", ["north", "south"], id="both bounds count"),
        pytest.param("2014-06-10/2014-06-11", ["south"], id="the end of a period does not"),
        pytest.param("../2014-06-09", ["north"], id="half-bounded"),
        pytest.param("/2014-06-10", ["north", "south"], id="half-bounded by nothing"),
        pytest.param("2016-02-29/..", ["south", "north"], id="an open end"),
        pytest.param("2016-03-01/", ["north"], id="an open end by nothing"),
        pytest.param("2014-06-10T12:00:00Z/2014-06-10", ["south"], id="within one day"),
    ],
)
def test_an_interval_finds_what_overlaps_it(
    client: FlaskClient, datetime: str, holders: list[str]
) -> None:
    document = asked(client, CONTROL, datetime=datetime, place="geonames:172955")
    assert [one["properties"]["holder"] for one in document["features"]] == holders


@pytest.mark.parametrize(
    "datetime",
    [
        *("2018-01-01/2017-01-01", "2017-01-01T12:00:00Z/2017-01-01T11:00:00Z", "../.."),
        *("..", "2017", "2017-02-30", "2017-10-17T12:00:00", "2017-10-17/2017-10-18/2017-10-19"),
        *("2017-W42-2", "20171017", "tomorrow", "0000-01-01", "2017-10-17T25:00:00Z", "9" * 9999),
    ],
)
def test_a_time_that_is_none_is_refused(client: FlaskClient, datetime: str) -> None:
    assert refused(client, CONTROL, datetime=datetime).startswith("datetime: ")


def test_the_years_at_the_ends_of_the_calendar_can_be_asked_for(client: FlaskClient) -> None:
    assert found(client, CONTROL, datetime="0001-01-01") == []
    last = asked(client, CONTROL, datetime="9999-12-31")
    assert {one["properties"]["end"] for one in last["features"]} == {None}
    assert len(last["features"]) == 4


@pytest.mark.parametrize(
    ("box", "count"),
    [
        ("38.9,35.9,39.1,36.0", 1),
        ("38.9,35.9,-100,39.1,36.0,9000", 1),
        ("-180,-90,180,90", 2),
        ("0,0,1,1", 0),
        ("39.5,30,39.1,40", 2),
    ],
)
def test_a_box_holds_events(client: FlaskClient, box: str, count: int) -> None:
    assert len(found(client, EVENTS, bbox=box)) == count


def test_a_field_of_a_form_that_was_left_empty_narrows_nothing(client: FlaskClient) -> None:
    assert found(client, EVENTS, datetime="", bbox="") == found(client, EVENTS)


def test_a_box_is_read_in_its_own_system(client: FlaskClient) -> None:
    expected = found(client, EVENTS, bbox="38.9,35.9,39.1,36.0")
    given = {"bbox": "35.9,38.9,36.0,39.1", "bbox-crs": LATITUDE_FIRST}
    assert found(client, EVENTS, **given) == expected
    metres = {"bbox": "4330000,4285000,4353000,4300000", "bbox-crs": MERCATOR}
    assert found(client, EVENTS, **metres) == expected


@pytest.mark.parametrize(
    "box", ["1,2,3", "1,2,3,4,5", "a,b,c,d", "nan,0,1,1", "0,10,1,5", "0,0,1,91", "inf,0,1,1"]
)
def test_a_box_that_is_none_is_refused(client: FlaskClient, box: str) -> None:
    assert refused(client, EVENTS, bbox=box).startswith("bbox: ")


def test_answers_come_in_the_system_that_is_asked_for(client: FlaskClient) -> None:
    def where(**given: str) -> tuple[str, list[float]]:
        answer = client.get(f"{EVENTS}/raqqa-battle", query_string=given)
        coordinates: list[float] = answer.get_json()["geometry"]["coordinates"]
        return answer.headers["Content-Crs"], coordinates

    crs, (longitude, latitude) = where()
    assert crs == "<http://www.opengis.net/def/crs/OGC/1.3/CRS84>"
    assert where(crs=LATITUDE_FIRST) == (f"<{LATITUDE_FIRST}>", [latitude, longitude])
    crs, (east, north) = where(crs=MERCATOR)
    assert crs == f"<{MERCATOR}>"
    assert east == pytest.approx(longitude * 111_319.49, rel=1e-6)
    assert north == pytest.approx(4_288_000, abs=15_000)
    assert refused(client, EVENTS, crs="EPSG:28992").startswith("crs: ")


@pytest.mark.parametrize(
    ("collection", "given", "expected"),
    [
        ("control", {"actor": "south", "datetime": "2014-06-10"}, {"Raqqa", "Baghuz"}),
        ("control", {"status": "contested"}, {"Kobani"}),
        ("control", {"status": "contested,disputed"}, {"Kobani", "Baghuz"}),
        ("control", {"country": "IQ", "holder": "south"}, {"Hit"}),
        ("control", {"uncertain": "true"}, {"Hit"}),
        ("events", {"kind": "battle"}, {"Raqqa"}),
        ("events", {"kind": "battle,agreement"}, {"Raqqa", None}),
        ("events", {"actor": "south", "source": "agency"}, {"Raqqa", "Mosul", None}),
        ("events", {"source": "monitor"}, set()),
        ("events", {"place": "geonames:99072"}, {"Mosul"}),
        ("events", {"title": "Fighting in Raqqa"}, {"Raqqa"}),
        ("figures", {"kind": "fighters"}, {"Raqqa"}),
        ("figures", {"value": "300", "place": "geonames:172955"}, {"Raqqa"}),
        ("claims", {"kind": "contests"}, {"Kobani"}),
        ("places", {"place": "test:hit"}, {"Hit"}),
        ("places", {"name": "Hit"}, {"Hit"}),
    ],
)
def test_collections_are_narrowed_by_their_own_filters(
    client: FlaskClient, collection: str, given: dict[str, str], expected: set[str]
) -> None:
    document = asked(client, f"/api/collections/{collection}/items", **given)
    assert {one["properties"]["name"] for one in document["features"]} == expected


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ({"colour": "red"}, "there is no such parameter here; known parameters: datetime, bbox"),
        ({"status": "lost"}, "'lost' is none of held, contested, disputed, unknown"),
        ({"uncertain": "perhaps"}, "is no boolean"),
        ({"start": "soon"}, "cannot be read"),
        ({"actor": ","}, "wants 1 to 200 values"),
        ({"limit": "0"}, "whole number from 1 on"),
        ({"limit": "-1"}, "whole number from 1 on"),
        ({"limit": "ten"}, "whole number from 1 on"),
        ({"offset": "-1"}, "whole number from 0 on"),
        ({"offset": "1e9"}, "whole number from 0 on"),
        ({"offset": "99999999999"}, "is greater than"),
        ({"sortby": "colour"}, "no property to sort by"),
        ({"sortby": ",".join(["start"] * 6)}, "more than 5"),
        ({"revision": "7"}, "revisions go from 1 to 1"),
        ({"known": "2014"}, "cannot be read"),
        ({"source": "nobody"}, "is no source of this atlas"),
        ({"cursor": "x"}, "take it from the links"),
        ({"cursor": "W10"}, "take it from the links"),
        ({"cursor": "WzEsMiwzXQ"}, "take it from the links"),
        ({"f": "kml"}, "give one of json"),
        ({"actor": "x" * 10_001}, "longer than 10000"),
    ],
)
def test_what_cannot_be_read_is_refused_by_name(
    client: FlaskClient, given: dict[str, str], words: str
) -> None:
    detail = refused(client, CONTROL, **given)
    assert detail.startswith(tuple(given))
    assert words in detail


def test_a_cursor_counts_only_with_what_it_was_made_for(client: FlaskClient) -> None:
    following = link_to(asked(client, CONTROL, limit="1"), "next")
    assert following is not None
    for more in ("&offset=1", "&sortby=start"):
        answer = client.get(following + more)
        assert answer.status_code == 400
        assert "cursor" in answer.get_json()["detail"]
    (cursor,) = parse_qs(urlsplit(following).query)["cursor"]
    assert "belongs to another query" in refused(client, EVENTS, cursor=cursor)


def test_a_parameter_that_is_given_twice_is_refused(client: FlaskClient) -> None:
    assert client.get(f"{CONTROL}?limit=1&limit=2").status_code == 400


def test_control_can_be_asked_for_as_it_was_known(client: FlaskClient) -> None:
    given = {"place": "test:baghuz", "datetime": "2015-02-20"}
    assert asked(client, CONTROL, **given)["features"][0]["properties"]["status"] == "disputed"
    (earlier,) = asked(client, CONTROL, **given, known="2015-02-16")["features"]
    assert earlier["properties"]["status"] == "held"
    (heard,) = asked(client, CONTROL, **given, source="commander,agency")["features"]
    assert heard["properties"]["holder"] == "south"


def test_statements_can_be_asked_for_as_they_were_known(client: FlaskClient) -> None:
    claims = "/api/collections/claims/items"
    assert "baghuz-holds-out" in found(client, claims, known="2015-02-17")
    assert "baghuz-holds-out" not in found(client, claims, known="2015-02-16")


def test_control_of_a_day_is_the_same_for_people_who_type(client: FlaskClient) -> None:
    for day in ("2014-06-09", "2015-02-20", "2015-05-10", "2017-12-31"):
        typed = client.get("/control.geojson", query_string={"date": day}).get_json()
        held = {one["id"]: one for one in typed["features"] if one["properties"]["start"]}
        items = asked(client, CONTROL, datetime=day)["features"]
        assert {one["properties"]["place_id"] for one in items} == set(held)
        for item in items:
            other = held[item["properties"]["place_id"]]
            assert item["properties"] == other["properties"]
            assert item["geometry"] == other["geometry"]


def test_events_have_an_address_for_people_who_type(client: FlaskClient) -> None:
    document = asked(client, "/events.geojson", kind="battle")
    assert ids(document) == ["raqqa-battle"]


@pytest.mark.parametrize(
    "address",
    [
        *("/api/collections/nothing", "/api/collections/nothing/items", f"{CONTROL}/nothing"),
        *("/api/nothing", f"{CONTROL}/{'x' * 5000}", "/api/collections/control/nothing"),
    ],
)
def test_what_does_not_exist_is_a_problem_document(client: FlaskClient, address: str) -> None:
    answer = client.get(address)
    assert answer.status_code == 404
    assert answer.content_type == "application/problem+json"


def test_answers_in_two_formats_have_names_of_their_own(client: FlaskClient) -> None:
    answers = [client.get(CONTROL, headers={"Accept": kind}) for kind in ("*/*", "text/html")]
    assert len({one.headers["ETag"] for one in answers}) == 2
    assert ["Accept" in one.headers["Vary"] for one in answers] == [True, True]


def test_an_answer_is_not_sent_again_while_it_stands(client: FlaskClient) -> None:
    first = client.get(CONTROL)
    again = client.get(CONTROL, headers={"If-None-Match": first.headers["ETag"]})
    assert again.status_code == 304
    assert again.headers["ETag"] == first.headers["ETag"]
