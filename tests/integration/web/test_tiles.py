"""Vector tiles over HTTP, read by GDAL and compared with the items."""

from datetime import date
from pathlib import Path
from typing import Any

import geopandas
import pytest
from flask.testing import FlaskClient

from geomap.services import tiles
from tests.factories import event
from tests.integration.conftest import Load

WORLD = "/api/tiles/0/0/0"
LAYERS = ["territory", "fronts", "control", "events"]


def _layer(client: FlaskClient, name: str, query: str, folder: Path) -> Any:
    answer = client.get(f"{WORLD}?layers={name}{query}")
    assert answer.status_code == 200
    assert answer.mimetype == "application/vnd.mapbox-vector-tile"
    path = folder / "tile.mvt"
    path.write_bytes(answer.data)
    return geopandas.read_file(path, layer=name)


def _items(client: FlaskClient, name: str, query: str) -> list[dict[str, Any]]:
    found = client.get(f"/api/collections/{name}/items?limit=1000{query}").get_json()["features"]
    return [one["properties"] | {"id": one["id"]} for one in found if one["geometry"]]


@pytest.mark.parametrize("query", ["", "&datetime=2014-06-01/2014-12-31", "&known=2014-12-31"])
@pytest.mark.parametrize("name", ["control", "events"])
def test_a_tile_of_the_world_holds_every_item(
    client: FlaskClient, name: str, query: str, tmp_path: Path
) -> None:
    read = _layer(client, name, query, tmp_path)
    items = {one["id"]: one for one in _items(client, name, query)}
    assert set(read["id"]) == items.keys()
    for row in read.itertuples():
        start = date.fromisoformat(items[row.id]["start"]) - date(1970, 1, 1)
        assert row.start == start.days


def test_land_is_drawn_where_it_is_more_than_a_speck(client: FlaskClient) -> None:
    tile = client.get("/api/tiles/6/38/25?layers=territory")
    assert tile.status_code == 200
    assert len(tile.data) > 100


def test_all_layers_come_together(client: FlaskClient, tmp_path: Path) -> None:
    path = tmp_path / "tile.mvt"
    path.write_bytes(client.get("/api/tiles/6/38/25").data)
    found = geopandas.list_layers(path)["name"].tolist()
    assert found == [name for name in LAYERS if name in found]
    assert {"territory", "control"} <= set(found)


def test_an_empty_tile_has_no_content(client: FlaskClient) -> None:
    answer = client.get("/api/tiles/6/0/0")
    assert (answer.status_code, answer.data) == (204, b"")


def test_tiles_are_asked_for_again_by_their_tag(client: FlaskClient) -> None:
    tag = client.get(WORLD).headers["ETag"]
    again = client.get(WORLD, headers={"If-None-Match": tag})
    assert (again.status_code, again.data) == (304, b"")


def test_a_description_leads_to_tiles_that_never_change(client: FlaskClient) -> None:
    described = client.get("/api/tiles.json?datetime=2014-01-01/2016-01-01").get_json()
    assert described["tilejson"] == "3.0.0"
    assert [one["id"] for one in described["vector_layers"]] == LAYERS
    assert {"id", "start", "end", "kind"} <= described["vector_layers"][3]["fields"].keys()
    (template,) = described["tiles"]
    assert "datetime=2014-01-01/2016-01-01" in template
    tile = client.get(template.format(z=0, x=0, y=0))
    assert tile.status_code == 200
    assert "immutable" in tile.headers["Cache-Control"]


def test_a_tile_follows_what_is_loaded(client: FlaskClient, load: Load, tmp_path: Path) -> None:
    before = client.get(f"{WORLD}?revision=1").data
    client.get(WORLD)
    load(events=[event(id="a-new-event")])
    assert _layer(client, "events", "", tmp_path)["id"].tolist() == ["a-new-event"]
    assert client.get(f"{WORLD}?revision=1").data == before


def test_a_layer_with_too_many_is_left_out_and_named(
    client: FlaskClient, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(tiles, "MOST_FEATURES", 3)
    answer = client.get(f"{WORLD}?layers=control,events")
    assert "control" in answer.headers["Geomap-Left-Out"].split(", ")
    quiet = client.get("/api/tiles/14/0/0")
    assert "Geomap-Left-Out" not in quiet.headers


@pytest.mark.parametrize(
    ("path", "status", "said"),
    [
        ("/api/tiles/15/0/0", 404, "zooms from 0 to 14"),
        ("/api/tiles/3/8/0", 404, "from 0 to 7"),
        ("/api/tiles/0/0/99999999999999999999", 404, "from 0 to 0"),
        ("/api/tiles/-1/0/0", 404, "nothing at"),
        (f"{WORLD}?layers=nonsense", 400, "territory, fronts, control, events"),
        (f"{WORLD}?layers=", 400, "layers"),
        (f"{WORLD}?datetime=2016-01-02/2016-01-01", 400, "datetime"),
        (f"{WORLD}?revision=9", 400, "revision"),
        (f"{WORLD}?limit=9", 400, "limit"),
        ("/api/tiles.json?layers=x", 400, "layers"),
    ],
)
def test_what_is_no_tile_is_refused(client: FlaskClient, path: str, status: int, said: str) -> None:
    answer = client.get(path)
    assert answer.status_code == status
    assert said in answer.get_json()["detail"]


def test_an_empty_database_has_no_tiles(empty_client: FlaskClient) -> None:
    assert empty_client.get(WORLD).status_code == 404
