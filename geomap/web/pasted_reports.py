"""Reports whose text is pasted: read at once, and kept with what is proposed from them."""

import re
from dataclasses import asdict
from datetime import date
from typing import Any

from flask import Blueprint, Response, request

from geomap.domain.rights import Right
from geomap.errors import InvalidInput
from geomap.imports.documents import Body, Document, pasted_document
from geomap.services.ingesting import Ingester, What, digest_of
from geomap.web.answers import JSON, service
from geomap.web.gazetteer_answers import answer_errors, open_index
from geomap.web.json_bodies import json_object
from geomap.web.operations.review import INGEST, LARGEST_REPORT
from geomap.web.parameters import Parameters
from geomap.web.private import private
from geomap.web.writers import writer

blueprint = Blueprint("pasted_reports", __name__, url_prefix="/api/reports")
answer_errors(blueprint)
_SCHEMA: dict[str, Any] = (INGEST.body.schema if INGEST.body else {})["properties"]
_REQUIRED = ("text", "publisher", "published")
_NO_TEXT = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff]")
_LANGUAGE = re.compile("[a-z]{2}")


@blueprint.post("")
def ingest() -> Response:
    """Have a report read; its statements wait for a decision, as rules do not accept them.

    Rules for accepting unattended are heard only for whoever may accept by hand.
    """
    Parameters(request.args, INGEST.parameters)
    who = writer(Right.PROPOSE)
    said = _said(json_object(JSON, largest=LARGEST_REPORT))
    document = pasted_document(said)
    body = Body(document.text.encode(), "text")
    with open_index() as index:
        may_accept = who.may.includes(Right.EDIT)
        ingester = Ingester(service().database, index.gazetteer, unattended=may_accept)
        found = ingester.ingest(document, digest_of(body, said))
    return private(asdict(found), 200 if found.what is What.AGAIN else 201)


def _said(sent: dict[str, Any]) -> Document:
    """What was sent, checked part by part. Raises InvalidInput by the name of the part."""
    for part in sent:
        if part not in _SCHEMA:
            known = ", ".join(_SCHEMA)
            raise InvalidInput(f"{part[:60]}: there is no such part here; known parts: {known}.")
    texts = {part: _text(sent, part) for part in _SCHEMA}
    for part in _REQUIRED:
        if not texts[part].strip():
            raise InvalidInput(f"{part}: is missing.")
    language = texts["language"]
    if language and not _LANGUAGE.fullmatch(language):
        raise InvalidInput("language: is no code of two letters, such as nl.")
    if texts["url"] and not texts["url"].startswith(("https://", "http://")):
        raise InvalidInput("url: does not begin with https:// or http://.")
    return Document(
        texts["text"],
        texts["title"].strip(),
        texts["publisher"].strip(),
        _day(texts["published"]),
        language or None,
        texts["url"],
    )


def _text(sent: dict[str, Any], part: str) -> str:
    value = sent.get(part) or ""
    longest = _SCHEMA[part].get("maxLength", 100)
    if not isinstance(value, str):
        raise InvalidInput(f"{part}: is not a text.")
    if len(value) > longest:
        raise InvalidInput(f"{part}: is longer than {longest:,} characters.")
    # The text itself may be anything that somebody can paste; reading it takes out what hides.
    if part != "text" and _NO_TEXT.search(value):
        raise InvalidInput(f"{part}: holds control characters.")
    return value


def _day(text: str) -> date:
    try:
        if re.fullmatch(r"\d{4}-\d{2}-\d{2}", text):
            return date.fromisoformat(text)
    except ValueError:
        pass  # No calendar has that day.
    raise InvalidInput(f"published: {text[:60]!r} is not a day such as 2017-10-17.")
