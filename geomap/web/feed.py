"""/feed.atom: changes of control for feed readers."""

from datetime import date
from typing import Any, cast
from urllib.parse import urlencode

from flask import Blueprint, Response, current_app, request

from geomap.domain.news import NewsQuery, Rank
from geomap.domain.standpoint import Standpoint
from geomap.errors import InvalidParameter
from geomap.exports.feed import MEDIA_TYPE, feed
from geomap.services.news import KeptNews
from geomap.web.answers import json_answer, service
from geomap.web.declarations import LARGEST_REVISION
from geomap.web.operations.following import FEED
from geomap.web.parameters import Parameters

blueprint = Blueprint("feed", __name__)
_EXTENSION = "geomap-news"


def mount(extensions: dict[str, Any]) -> None:
    """Hand the news that the views share to an app."""
    extensions[_EXTENSION] = KeptNews()


@blueprint.get(FEED.path)
def show_feed() -> Response:
    """Changes of control, those accepted last first."""
    given = Parameters(request.args, FEED.parameters)
    limit = given.limit()
    query = NewsQuery(
        limit, _rank(given.text("after")), given.text("actor"), given.text("place"), given.bbox()
    )
    standpoint = Standpoint(given.day("known"), None, service().rule)
    kept = cast("KeptNews", current_app.extensions[_EXTENSION])
    with service().database.reading() as session:
        news = kept.news(session, query, standpoint)
    first = {name: text for name, text in request.args.items() if name != "after"}
    links = {"self": request.url, "first": _address(first)}
    if news.more:
        last = news.changes[-1].rank
        after = f"{last.revision}.{last.day.isoformat()}.{last.place_id}"
        links["next"] = _address({**first, "after": after})
    return json_answer(feed(news, request.host_url, links), MEDIA_TYPE, news.revision.number)


def _address(query: dict[str, str]) -> str:
    return request.base_url + (f"?{urlencode(query)}" if query else "")


def _rank(text: str | None) -> Rank | None:
    if text is None:
        return None
    revision, day, place = [*text.split(".", 2), "", ""][:3]
    try:
        number = int(revision) if revision.isascii() and revision.isdigit() else -1
        if 0 <= number <= LARGEST_REVISION and place:
            return Rank(number, date.fromisoformat(day), place)
    except ValueError:
        pass  # No calendar has that day.
    raise InvalidParameter("after", "cannot be read; take it from the next link of a page.")
