"""/metrics: counts by route, never by what somebody asked for."""

import re

import pytest
from flask.testing import FlaskClient

from geomap.domain.rights import Right
from geomap.services.following import Listeners
from geomap.web.metrics import Metrics
from geomap.web.stream import listeners_of
from tests.writing import token_for

SAMPLE = re.compile(r'[a-z_]+(\{[a-z]+="[^"\\\n]*"(,[a-z]+="[^"\\\n]*")*\})? [0-9.e+-]+')


def samples(client: FlaskClient) -> dict[str, float]:
    answer = client.get("/metrics")
    assert (answer.status_code, answer.mimetype) == (200, "text/plain")
    lines = [line for line in answer.text.splitlines() if not line.startswith("# ")]
    assert all(SAMPLE.fullmatch(line) for line in lines)
    return {name: float(value) for name, value in (line.rsplit(" ", 1) for line in lines)}


def test_answers_are_counted_by_route_and_status(client: FlaskClient) -> None:
    for path in ("/health", "/health", "/api/timeline?known=x", "/secret-name", "/"):
        client.get(path)
    client.open("/health", method="BREW")
    found = samples(client)
    count = 'geomap_requests_total{method="%s",route="%s",status="%d"}'
    assert found[count % ("GET", "/health", 200)] == 2
    assert found[count % ("GET", "/api/timeline", 400)] == 1
    assert found[count % ("GET", "none", 404)] == 1
    assert found[count % ("OTHER", "none", 405)] == 1
    assert found['geomap_request_seconds_count{route="/health"}'] == 2
    assert "secret-name" not in str(found)


def test_what_is_unchanged_is_counted_too(client: FlaskClient) -> None:
    tag = client.get("/api/timeline").headers["ETag"]
    client.get("/api/timeline", headers={"If-None-Match": tag})
    name = 'geomap_requests_total{method="GET",route="/api/timeline",status="304"}'
    assert samples(client)[name] == 1


def test_durations_add_up() -> None:
    metrics = Metrics()
    for seconds in (0.0005, 0.005, 0.3, 99.0):
        metrics.count("GET", "/x", 200, seconds)
    buckets = [int(line.split()[1]) for line in metrics.lines() if "_bucket" in line]
    assert buckets == [1, 1, 2, 2, 2, 2, 2, 2, 3, 3, 3, 3, 3, 4]
    assert 'geomap_request_seconds_sum{route="/x"} 99.305500' in list(metrics.lines())


def test_the_state_of_the_service_is_told(client: FlaskClient) -> None:
    listeners: Listeners = listeners_of(client.application.extensions)
    found = samples(client)
    assert (found["geomap_revision"], found["geomap_listeners"]) == (1, listeners.count)


@pytest.mark.parametrize("name", ["X-Forwarded-For", "Forwarded", "X-Real-IP", "Via"])
def test_who_comes_through_a_proxy_needs_a_token(client: FlaskClient, name: str) -> None:
    headers = {name: "127.0.0.1"}
    assert client.get("/metrics", headers=headers).status_code == 401
    token = token_for(client.application, may=Right.PROPOSE)
    assert client.get("/metrics", headers=headers | token).status_code == 200


@pytest.mark.parametrize("address", ["10.0.0.1", "2001:db8::1", "", "x"])
def test_who_comes_from_elsewhere_needs_a_token(client: FlaskClient, address: str) -> None:
    answer = client.get("/metrics", environ_base={"REMOTE_ADDR": address})
    assert answer.status_code == 401
