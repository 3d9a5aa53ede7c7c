"""What the addresses answer is what their schemas tell: nothing that is told is missing."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from flask.testing import FlaskClient
from openapi_schema_validator import OAS30Validator, oas30_format_checker

from gazetteer import Gazetteer
from geomap.domain.rule import Rule
from geomap.services.atlases import load_atlas_folder, prepare_database
from geomap.web.ogc.openapi import OPERATIONS
from geomap.web.ogc.openapi_schemas import SCHEMAS
from tests.integration.conftest import client_of, open_database
from tests.shipped_atlas import FOLDER

Json = dict[str, Any]
RAQQA, ALEPPO = "geonames:172955", "geonames:170063"
LEARNED = ("date=2014-06-12", f"place={RAQQA}")
ASKED = {
    "controlOnADay": ["date=2015-02-16", "date=2017-06-30&known=2017-01-01"],
    "territoryOnADay": ["date=2016-01-01"],
    "frontsOnADay": ["date=2016-01-01"],
    "timeline": ["", "known=2015-01-01"],
    "tiles": [""],
    "measures": ["date=2015-02-16", "date=2017-06-30"],
    "series": ["step=month&actor=is", "step=change"],
    "placeStatistics": [""],
    "actorStatistics": [""],
    "governorateStatistics": [""],
    "placeRecord": ["", "near_km=50&order=time"],
    "eventSearch": ["q=raqqa", "q=air+strike", "q=none-of-all-these"],
    "explain": [f"place={place}&date=2015-02-16" for place in (RAQQA, ALEPPO)],
    "alternatives": ["date=2015-06-16&source=sohr", "date=2015-06-16&dispute_window=0"],
    "learned": [
        f"known=2014-06-20&until=2016-01-01&{what}"
        for what in ("date=2014-06-12", f"place={RAQQA}")
    ],
    "difference": ["from=2014-01-01&to=2017-01-01", "date=2016-01-01&to_source=sohr"],
    "changes": ["", "limit=2"],
    "health": [""],
}
"""What each operation is asked, by its name."""
OF_PLACES = {
    "gazetteerSearch": "q=sinjar",
    "gazetteerSuggest": "q=s",
    "gazetteerReverse": "near=41.9,36.3",
    "reconcileSuggestEntity": "prefix=s",
    "reconcileSuggestType": "prefix=c",
    "reconcileSuggestProperty": "prefix=p",
    "reconcileProperties": "",
}


@pytest.fixture(scope="module")
def atlas_client(
    gazetteer_index: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[FlaskClient]:
    """A client of the service over the atlas that ships."""
    path = tmp_path_factory.mktemp("described") / "geomap.sqlite"
    database = open_database(path)
    prepare_database(database, Rule())
    with Gazetteer.open(gazetteer_index) as gazetteer:
        load_atlas_folder(database, gazetteer, FOLDER, Rule())
    database.close()
    yield from client_of(path)


def closed(schema: Any) -> Any:
    """The same schema, but that no object may have what is not described."""
    if isinstance(schema, list):
        return [closed(one) for one in schema]
    if not isinstance(schema, dict):
        return schema
    inner = {key: closed(one) for key, one in schema.items()}
    described = "properties" in schema and "additionalProperties" not in schema
    return {**inner, "additionalProperties": False} if described else inner


def faults(client: FlaskClient, path: str, query: str, schema: Json) -> list[str]:
    answer = client.get(f"{path}?{query}")
    assert answer.status_code == 200, (path, query, answer.text[:300])
    whole = {**closed(schema), "components": {"schemas": closed(SCHEMAS)}}
    validator = OAS30Validator(whole, format_checker=oas30_format_checker)
    return [
        f"{path}?{query} {list(one.absolute_path)}: {one.message[:200]}"
        for one in validator.iter_errors(answer.get_json(force=True))
    ]


def test_all_that_everybody_may_read_as_json_is_described() -> None:
    told = {one.name for one in OPERATIONS if one.schema is not None}
    assert told == ASKED.keys() | OF_PLACES.keys()


@pytest.mark.parametrize("name", ASKED)
def test_answers_over_the_shipped_atlas_hold_what_is_described(
    atlas_client: FlaskClient, name: str
) -> None:
    (one,) = (each for each in OPERATIONS if each.name == name)
    assert one.schema is not None
    path = one.path.replace("{place_id}", RAQQA)
    found = [f for query in ASKED[name] for f in faults(atlas_client, path, query, one.schema)]
    assert found[:5] == []


@pytest.mark.parametrize("name", OF_PLACES)
def test_answers_of_the_gazetteer_hold_what_is_described(
    places_client: FlaskClient, name: str
) -> None:
    (one,) = (each for each in OPERATIONS if each.name == name)
    assert one.schema is not None
    assert faults(places_client, one.path, OF_PLACES[name], one.schema)[:5] == []
