"""The page as the server writes it: from where it shows the map."""

from urllib.parse import parse_qs

from flask.testing import FlaskClient

from geomap.domain.grades import Reliability
from geomap.domain.rule import Rule
from geomap.web.pages import standpoint_query


def test_the_page_knows_the_newest_revision_and_the_rule(client: FlaskClient) -> None:
    page = client.get("/").text
    assert 'data-standpoint="revision=1&amp;dispute_window=14"' in page


def test_a_standpoint_reads_back_as_parameters_of_the_api(client: FlaskClient) -> None:
    rule = Rule(least_reliability=Reliability.B, sources=frozenset({"nyt", "ap"}))
    query = standpoint_query(1, rule)
    assert parse_qs(query) == {
        "revision": ["1"],
        "dispute_window": ["14"],
        "reliability": ["B"],
        "source": ["ap,nyt"],
    }
    assert client.get(f"/api/timeline?{standpoint_query(1, Rule())}").status_code == 200
