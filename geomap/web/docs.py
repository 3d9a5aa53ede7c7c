"""/api/docs: what there is and how to use it, as a page for people."""

from dataclasses import dataclass

from flask import Blueprint, Response, current_app, render_template, request

from geomap.domain.items.collections import COLLECTIONS
from geomap.services.standpoints import resolved_revision
from geomap.web.answers import json_answer, service
from geomap.web.ogc.parameters import items_parameters
from geomap.web.parameters import Parameters

blueprint = Blueprint("docs", __name__)
HTML = "text/html; charset=utf-8"
WRITTEN_FOR = "http://127.0.0.1:8000"
"""The address that stands in the examples; the page puts its own there."""
EXAMPLES = {
    "curl.sh": "curl",
    "httpx.py": "Python with httpx",
    "geopandas.py": "Python with GeoPandas",
    "gdal.sh": "GDAL",
    "qgis.py": "QGIS with its temporal controller",
    "sf.R": "R with sf",
    "fetch.mjs": "JavaScript",
}
"""The worked examples by their file, and what they are for."""


@dataclass(frozen=True, slots=True)
class Address:
    """An address beside the collections."""

    path: str
    says: str
    asked: str = ""
    """The parameters that matter most."""


ADDRESSES = (
    Address("/control.geojson", "Who holds what on a day, with the evidence.", "date, known, bbox"),
    Address("/territory.geojson", "The land of every actor on a day, as one shape.", "date, known"),
    Address("/fronts.geojson", "Where the land of a day ends at that of others.", "date, known"),
    Address("/events.geojson", "The events; as the items of the collection."),
    Address("/api/territory", "Places, people and land of each actor on a day.", "date, actor"),
    Address("/api/territory/series", "The same over time, with the reasons.", "start, end, step"),
    Address("/api/explain", "Why a place is judged as it is on a day.", "place, date"),
    Address("/api/learned", "Which answers differ from what was known before.", "known, revision"),
    Address("/api/alternatives", "What other sources or rules would judge otherwise.", "date"),
    Address("/api/diff", "Who gained what from whom between two answers.", "date, to_date"),
    Address("/api/statistics/places", "How long and by whom each place was held.", "from, to"),
    Address("/api/statistics/actors", "What each actor held, gained and lost.", "from, to"),
    Address("/api/statistics/governorates", "The same by governorate and country.", "from, to"),
    Address("/api/places/ID/record", "All that is known of one place.", "known"),
    Address("/api/events/search", "Events by words and names.", "q"),
    Address("/api/timeline", "All that the map shows, by columns.", "known, revision"),
    Address("/api/tiles/Z/X/Y", "Mapbox vector tiles of big sets.", "datetime"),
    Address("/api/gazetteer/search", "Places by name, best first.", "q, country, near"),
    Address("/api/gazetteer/suggest", "Places whose names begin so.", "q"),
    Address("/api/gazetteer/reverse", "The places nearest to a point.", "longitude, latitude"),
    Address("/api/gazetteer/reconcile", "The gazetteer for OpenRefine.", "queries"),
    Address("/feed.atom", "Changes of control as a feed.", "actor, place, bbox, known"),
    Address("/api/changes", "Insertions, edits and withdrawals after a revision.", "since"),
    Address("/api/changes/stream", "A server-sent event for each new revision.", "since"),
    Address("/api/statements/claims/ID", "One statement; with a token it is written here."),
    Address("/api/proposals", "Statements that wait for an editor; with a token.", "state"),
    Address("/health", "Whether the service can answer."),
    Address("/metrics", "How much is asked, for Prometheus; on this machine or with a token."),
)


@blueprint.get("/api/docs")
def show_docs() -> Response:
    """The API explained, with examples that can be run."""
    Parameters(request.args, ())
    with service().database.reading() as session:
        revision, frame = resolved_revision(session, None)
    here = request.host_url.rstrip("/")
    page = render_template(
        "api/docs.html",
        title=frame.title,
        links=(),
        trail=(("API", "/api/"), ("Documentation", "/api/docs")),
        here=here,
        collections=COLLECTIONS.values(),
        parameters=items_parameters(COLLECTIONS["control"]),
        addresses=ADDRESSES,
        examples=[(name, example(file, here)) for file, name in EXAMPLES.items()],
    )
    return json_answer(page.encode(), HTML, revision)


def example(file: str, here: str) -> str:
    """A worked example for the service at an address."""
    # The source itself and not what a template makes of it: braces are braces.
    loader = current_app.jinja_env.loader
    if loader is None:
        raise LookupError("the app has no templates")
    source, _name, _fresh = loader.get_source(current_app.jinja_env, f"api/examples/{file}.txt")
    return source.replace(WRITTEN_FOR, here)
