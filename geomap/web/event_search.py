"""The API: events by words."""

from typing import Any, cast

from flask import Blueprint, Response, current_app, request

from geomap.domain.event_kinds import EventKind
from geomap.domain.event_search import EventQuery
from geomap.exports.event_search import found_document
from geomap.services.event_search import KeptNames, search_events
from geomap.web.answers import JSON, json_answer, service
from geomap.web.documents import encoded
from geomap.web.languages import LANGUAGES, texts_in
from geomap.web.operations.counts import EVENTS
from geomap.web.parameters import Parameters

blueprint = Blueprint("event_search", __name__)
_EXTENSION = "geomap.event_names"


def mount(extensions: dict[str, Any]) -> None:
    """Keep the names that searches go by with an app."""
    extensions[_EXTENSION] = KeptNames({kind: _called(kind) for kind in EventKind})


def _called(kind: EventKind) -> list[str]:
    """What the page calls a kind of event, in each of its languages."""
    texts = (texts_in(language).get(f"event.{kind.value}") for language in LANGUAGES)
    return [text for text in texts if isinstance(text, str)]


@blueprint.get(EVENTS.path)
def show_events() -> Response:
    """The events in which every word is met, in the text or by a name in any language."""
    given = Parameters(request.args, EVENTS.parameters)
    words = given.required_text("q", "give a word or more, such as q=air strike raqqa.")
    query = EventQuery(words, given.day("around"), given.limit())
    standpoint = given.standpoint(service().rule)
    names = cast("KeptNames", current_app.extensions[_EXTENSION])
    with service().database.reading() as session:
        found = search_events(session, query, standpoint, names)
    return json_answer(encoded(found_document(found)), JSON, found.revision)
