"""The same question again is answered from memory, and never with what no longer holds."""

from collections.abc import Callable

import pytest
from flask.testing import FlaskClient

from geomap.services.atlases import Loaded
from geomap.storage.database import Database
from geomap.web.kept_answers import Answer, KeptAnswers
from tests.factories import claim

Load = Callable[..., Loaded]
ITEMS = "/api/collections/claims/items?limit=10"


@pytest.fixture
def readings(client: FlaskClient, monkeypatch: pytest.MonkeyPatch) -> list[None]:
    """Grows by one each time an answer is made of what is read."""
    made: list[None] = []
    reading = Database.reading

    def counted(self: Database) -> object:
        made.append(None)
        return reading(self)

    client.get("/health")
    monkeypatch.setattr(Database, "reading", counted)
    return made


def test_the_same_question_is_answered_alike_without_reading(
    client: FlaskClient, readings: list[None]
) -> None:
    first = client.get(ITEMS)
    read = len(readings)
    second = client.get(ITEMS)
    assert len(readings) == read
    assert first.data == second.data
    assert dict(first.headers).keys() == dict(second.headers).keys()
    assert first.headers["ETag"] == second.headers["ETag"]


def test_a_new_revision_is_answered_from(client: FlaskClient, load: Load) -> None:
    before = client.get(ITEMS).get_json()
    load(claims=[claim(), claim(id="another")])
    after = client.get(ITEMS).get_json()
    assert (before["revision"], after["revision"]) == (1, 2)
    assert after["numberMatched"] == 2


@pytest.mark.parametrize(
    "headers",
    [
        {"Host": "another.example"},
        {"Accept": "text/html"},
        {"Accept-Encoding": "gzip"},
    ],
)
def test_whoever_asks_otherwise_is_answered_otherwise(
    client: FlaskClient, headers: dict[str, str]
) -> None:
    usual = client.get("/api/collections")
    assert client.get("/api/collections", headers=headers).data != usual.data
    assert client.get("/api/collections").data == usual.data


def test_what_is_kept_is_kept_packed(client: FlaskClient) -> None:
    packed = [client.get(ITEMS, headers={"Accept-Encoding": "gzip"}) for _ in range(2)]
    assert [one.headers["Content-Encoding"] for one in packed] == ["gzip", "gzip"]
    assert packed[0].data == packed[1].data
    assert len(packed[0].data) < len(client.get(ITEMS).data)


def test_the_headers_of_each_answer_are_its_own(client: FlaskClient) -> None:
    first = client.get(ITEMS)
    again = client.get(ITEMS, headers={"If-None-Match": first.headers["ETag"]})
    assert (again.status_code, again.data) == (304, b"")
    head = client.head(ITEMS)
    assert (head.status_code, head.data) == (200, b"")
    assert head.headers["Content-Length"] == str(len(first.data))
    assert client.post(ITEMS).status_code == 405


@pytest.mark.parametrize("path", ["/health", "/", f"{ITEMS}&revision=1"])
def test_other_answers_are_made_each_time(
    client: FlaskClient, readings: list[None], path: str
) -> None:
    client.get(path)
    read = len(readings)
    client.get(path)
    assert len(readings) > read


def test_the_memory_has_an_end() -> None:
    answers = KeptAnswers(most=100)
    for number in range(5):
        answers.keep((str(number),), Answer(1, b"x" * 40, []))
    answers.keep(("4",), Answer(2, b"x" * 60, []))
    kept = {number for number in range(5) if answers.get((str(number),))}
    assert kept == {3, 4}
