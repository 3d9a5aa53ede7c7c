"""A newsroom for tests: tokens, and statements as they are written over HTTP."""

from typing import Any

from flask import Flask
from flask.testing import FlaskClient

from geomap.domain.rights import Right
from geomap.services.tokens import add_token
from geomap.web.answers import Service

TAKING: dict[str, Any] = {
    "id": "raqqa-again",
    "place_id": "geonames:172955",
    "when": "2016-12-30",
    "source": "agency",
    "report": None,
    "known": "2016-12-31",
    "credibility": 2,
    "summary": "South is back.",
    "quote": None,
    "effect": "takes",
    "holder": "south",
    "loser": None,
    "order": None,
}
PATH = "/api/statements/claims/raqqa-again?note=It+was+in+the+papers"
NEW = {"If-None-Match": "*"}


def token_for(app: Flask, name: str = "Amira", may: Right = Right.EDIT) -> dict[str, str]:
    """The header of a writer of that name, whose token is made here."""
    service: Service = app.extensions["geomap"]
    with service.database.writing() as session:
        return {"Authorization": f"Bearer {add_token(session, name, may)}"}


def holder_of_raqqa(client: FlaskClient, day: str = "2017-01-01") -> str | None:
    """Who holds Raqqa on a day, as anybody is told."""
    features = client.get(f"/control.geojson?date={day}").get_json()["features"]
    (raqqa,) = (one for one in features if one["id"] == TAKING["place_id"])
    holder: str | None = raqqa["properties"]["holder"]
    return holder
