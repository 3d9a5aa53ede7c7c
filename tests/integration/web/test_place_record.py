"""/api/places/{id}/record: all that the atlas has on one place."""

from typing import Any

import pytest
from flask.testing import FlaskClient

from tests.factories import KOBANI, event, figure
from tests.integration.conftest import Load

RAQQA = "geonames:172955"
KOBANI_KM = 118.6  # 103.2 km north and 58.4 km west of Raqqa.


def recorded(client: FlaskClient, place: str = RAQQA, **query: str | int) -> dict[str, Any]:
    answer = client.get(f"/api/places/{place}/record", query_string=query)
    assert answer.status_code == 200, answer.text
    document: dict[str, Any] = answer.get_json()
    return document


def told(document: dict[str, Any], part: str = "near") -> list[str]:
    return [one["id"] for one in document[part]["told"]]


def test_periods_stand_with_the_claims_that_they_rest_on(client: FlaskClient) -> None:
    document = recorded(client)
    periods = [(one["start"], one["end"], one["holder"]) for one in document["periods"]]
    assert periods == [
        ("2014-01-01", "2014-06-10", "north"),
        ("2014-06-10", "2016-03-01", "south"),
        ("2016-03-01", None, "north"),
    ]
    (evidence,) = document["periods"][1]["evidence"]
    assert evidence == {"claim": "raqqa-falls", "start": "2014-06-10", "end": "2016-03-01"}
    claim = document["claims"]["raqqa-falls"]
    assert (claim["effect"], claim["holder"], claim["when"]) == ("takes", "south", "2014-06-10")
    assert (claim["grade"], claim["known"], claim["source"]) == ("B2", "2014-06-11", "agency")
    assert document["sources"]["agency"] == {
        "name": "The Agency",
        "kind": "news_agency",
        "reliability": "B",
    }
    assert document["reports"]["agency-june"]["url"] == "https://agency.example/june"


def test_the_place_is_named_with_its_people(client: FlaskClient) -> None:
    place = recorded(client)["place"]
    assert (place["id"], place["name"], place["country"]) == (RAQQA, "Raqqa", "SY")
    assert place["geometry"]["type"] == "Point"
    assert place["names"]["ar"] == "الرقة"


def test_events_and_figures_of_the_place(client: FlaskClient) -> None:
    document = recorded(client)
    assert (told(document, "events"), document["events"]["matched"]) == (["raqqa-battle"], 1)
    (battle,) = document["events"]["told"]
    assert (battle["kind"], battle["distance_km"]) == ("battle", 0)
    assert battle["actors"] == ["north", "south"]
    (fighters,) = document["figures"]
    assert (fighters["low"], fighters["value"], fighters["high"]) == (250, 300, 400)
    assert (fighters["measure"], fighters["unit"], fighters["actor"]) == (
        "fighters",
        "persons",
        "south",
    )


def test_events_near_a_place_come_with_their_distance(client: FlaskClient, load: Load) -> None:
    load(events=[event(), event(id="kobani-battle", **KOBANI)])
    (near,) = recorded(client, near_km=200)["near"]["told"]
    assert (near["id"], near["place"]["name"]) == ("kobani-battle", "Kobani")
    assert near["distance_km"] == pytest.approx(KOBANI_KM, abs=0.2)
    assert told(recorded(client, near_km=100)) == []


def test_of_many_events_those_around_a_day_are_told(client: FlaskClient, load: Load) -> None:
    days = {"early": "2014-02-01", "middle": "2015-05", "late": "2017-01-01"}
    load(events=[event(id=key, when=day, known="2017-06-01") for key, day in days.items()])
    assert told(recorded(client), "events") == ["early", "middle", "late"]
    assert told(recorded(client, limit=2), "events") == ["middle", "late"]
    asked = recorded(client, limit=1, around="2015-05-20")
    assert (told(asked, "events"), asked["events"]["matched"]) == (["middle"], 3)


def test_as_known_on_a_day(client: FlaskClient) -> None:
    document = recorded(client, "test:baghuz", known="2015-02-16")
    assert (document["known"], document["periods"][-1]["holder"]) == ("2015-02-16", "north")
    assert recorded(client, known="2014-06-10")["events"]["told"] == []
    assert recorded(client, known="2014-06-10")["figures"] == []


def test_by_another_rule(client: FlaskClient) -> None:
    document = recorded(client, "test:baghuz", source="commander")
    assert {one["source"] for one in document["claims"].values()} == {"commander"}
    assert document["rule"]["sources"] == ["commander"]


def test_at_an_old_revision(client: FlaskClient, load: Load) -> None:
    load(figures=[figure(id="other", value="500", high="600")])
    assert [one["id"] for one in recorded(client)["figures"]] == ["other"]
    assert [one["id"] for one in recorded(client, revision=1)["figures"]] == ["raqqa-fighters"]


def test_what_has_not_changed_is_not_sent_again(client: FlaskClient) -> None:
    address = f"/api/places/{RAQQA}/record"
    etag = client.get(address).headers["ETag"]
    assert client.get(address, headers={"If-None-Match": etag}).status_code == 304
    other = client.get(f"{address}?known=2014-06-10", headers={"If-None-Match": etag})
    assert other.status_code == 200


@pytest.mark.parametrize(
    ("place", "query", "status", "words"),
    [
        ("test:nowhere", {}, 404, "The atlas has no place with the id 'test:nowhere'."),
        (RAQQA, {"near_km": "201"}, 400, "near_km: '201' is not a number from 0 to 200."),
        (RAQQA, {"near_km": "-1"}, 400, "near_km: '-1' is not a number from 0 to 200."),
        (RAQQA, {"near_km": "nan"}, 400, "near_km: 'nan' is not a number from 0 to 200."),
        (RAQQA, {"order": "size"}, 400, "order: 'size' is none of time, distance."),
        (RAQQA, {"around": "2014"}, 400, "around: '2014' cannot be read"),
        (RAQQA, {"limit": "0"}, 400, "limit: '0' is not a whole number from 1 to 1000."),
        (RAQQA, {"near": "5"}, 400, "near: there is no such parameter here"),
        (RAQQA, {"revision": "9"}, 400, "revision: 9 is none; revisions go from 1 to 1."),
    ],
)
def test_what_cannot_be_answered_is_refused_in_words(
    client: FlaskClient, place: str, query: dict[str, str], status: int, words: str
) -> None:
    answer = client.get(f"/api/places/{place}/record", query_string=query)
    assert (answer.status_code, answer.content_type) == (status, "application/problem+json")
    assert words in answer.get_json()["detail"]
