"""In which format to answer: `f=` says it by name, else `Accept` by media type."""

from collections.abc import Sequence
from dataclasses import dataclass

from werkzeug.datastructures import MIMEAccept

from geomap.errors import InvalidParameter, NotAcceptable
from geomap.exports.formats import FILE_FORMATS
from geomap.web.answers import GEOJSON, JSON

FORMAT_PARAMETER = "f"
HTML = "text/html"


@dataclass(frozen=True, slots=True)
class Format:
    """A format by the name that `f=` has for it, and the media types by which programs ask."""

    name: str
    title: str
    media_types: tuple[str, ...]

    @property
    def media_type(self) -> str:
        """The media type of an answer in it."""
        return self.media_types[0]


AS_JSON = Format("json", "JSON", (JSON,))
AS_GEOJSON = Format("json", "GeoJSON", (GEOJSON, JSON))
AS_HTML = Format("html", "HTML", (HTML,))
DOCUMENTS = (AS_JSON, AS_HTML)
"""Formats of what describes the API."""
ITEM = (AS_GEOJSON, AS_HTML)
"""Formats of one item."""
ITEMS = (
    *ITEM,
    *(
        Format(one.name, one.title, (one.media_type.partition(";")[0],))
        for one in FILE_FORMATS.values()
    ),
)
"""Formats of many items; those after the first two are files, which hold all that match."""


def format_asked(name: str | None, accept: MIMEAccept, offered: Sequence[Format]) -> Format:
    """The format to answer in; the first that is offered when the request leaves it open.

    `name` is what `f=` says, None when it is not given. Answers that `Accept` decided need
    `Vary: Accept`. Raises InvalidParameter for a name that is not offered, and NotAcceptable when
    `Accept` allows none.
    """
    names = ", ".join(one.name for one in offered)
    if name is not None:
        for one in offered:
            if one.name == name:
                return one
        raise InvalidParameter(
            FORMAT_PARAMETER, f"{name!r} is no format here; give one of {names}."
        )
    if not accept:
        return offered[0]
    by_type = {media_type: one for one in reversed(offered) for media_type in one.media_types}
    types = [media_type for one in offered for media_type in one.media_types]
    best = accept.best_match(types)
    if best is None:
        raise NotAcceptable(
            f"Accept allows none of {', '.join(dict.fromkeys(types))}; ask for one of these, or"
            f" give f as one of {names}."
        )
    return by_type[best]
