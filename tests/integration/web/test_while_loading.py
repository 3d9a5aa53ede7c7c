"""Readers are served while an atlas is loaded: the old revision or the new, never a mixture."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Event

import pytest
from flask.testing import FlaskClient

from geomap.services.atlases import Loaded
from tests.factories import claim, claims

Load = Callable[..., Loaded]
LOADS = 6
READERS = 3


def test_a_load_shows_without_a_new_start(client: FlaskClient, load: Load) -> None:
    def answers() -> tuple[int, int]:
        claimed = client.get("/api/collections/claims/items").get_json()["numberMatched"]
        return client.get("/api/timeline").get_json()["revision"], claimed

    before = answers()
    load(claims=claims()[1:])
    assert before == (1, len(claims()))
    assert answers() == (2, len(claims()) - 1)


@pytest.mark.parametrize("path", ["/control.geojson?date=2014-06-10", "/api/timeline"])
def test_readers_see_whole_revisions_while_others_load(
    client: FlaskClient, load: Load, path: str
) -> None:
    over = Event()

    def read() -> set[tuple[int, bytes]]:
        reader, seen = client.application.test_client(), set()
        while not over.is_set():
            answer = reader.get(path)
            assert answer.status_code == 200, answer.text
            seen.add((answer.get_json()["revision"], answer.data))
        return seen

    with ThreadPoolExecutor(READERS) as pool:
        readers = [pool.submit(read) for _ in range(READERS)]
        try:
            for number in range(LOADS):
                load(claims=[*claims(), claim(id="another")] if number % 2 == 0 else claims())
        finally:
            over.set()
        seen = set[tuple[int, bytes]]().union(*(reader.result() for reader in readers))
    revisions = [revision for revision, _body in seen]
    assert len(revisions) == len(set(revisions))
    assert set(revisions) <= set(range(1, LOADS + 2))
