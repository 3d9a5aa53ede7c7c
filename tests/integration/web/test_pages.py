"""The page as the server writes it: from where it shows the map."""

from urllib.parse import parse_qs

import pytest
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


@pytest.mark.parametrize("path", ["/?embed=1", "/?lang=nl&embed=1"])
def test_the_embedded_map_may_stand_in_any_page(client: FlaskClient, path: str) -> None:
    answer = client.get(path)
    policy = answer.headers["Content-Security-Policy"].split("; ")
    assert "frame-ancestors *" in policy
    assert {"default-src 'self'", "object-src 'none'", "base-uri 'none'"} <= set(policy)
    assert 'data-ref="wholeMap"' in answer.text
    assert "<main" not in answer.text
    assert "<dialog" not in answer.text


@pytest.mark.parametrize(
    "path",
    [
        "/",
        "/?embed=",
        "/?embed=0",
        "/?embed=11",
        "/?embed=yes",
        "/?xembed=1",
        "/nothing?embed=1",
        "/health?embed=1",
        "/api/timeline?embed=1",
        "/static/img/icon.svg?embed=1",
    ],
)
def test_nothing_else_may_stand_in_a_foreign_page(client: FlaskClient, path: str) -> None:
    with client.get(path) as answer:
        policy = answer.headers["Content-Security-Policy"].split("; ")
    assert [one for one in policy if one.startswith("frame-ancestors")] == [
        "frame-ancestors 'self'"
    ]


def test_the_desk_is_framed_by_nobody_kept_nowhere_and_has_its_own_texts(
    client: FlaskClient,
) -> None:
    desk, shown = client.get("/review?lang=nl"), client.get("/?lang=nl")
    assert "frame-ancestors 'none'" in desk.headers["Content-Security-Policy"]
    assert desk.headers["Cache-Control"] == "no-store"
    assert '<html lang="nl" dir="ltr">' in desk.text
    # A reader of the map is not sent what only reviewers are told.
    assert '"review.accept":"Aanvaarden"' in desk.text
    assert '"review.' not in shown.text
