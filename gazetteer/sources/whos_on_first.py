"""Who's On First: one GeoJSON feature a line, as its bundles are often kept (whosonfirst.org).

Records that are deprecated or no longer current are left out. One that is superseded by a single
other leads there by its id and its names; those that are alive name their forerunners as well.
"""

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, TypeAlias

from shapely import make_valid
from shapely.errors import ShapelyError
from shapely.geometry import MultiPolygon, Polygon, shape
from shapely.geometry.base import BaseGeometry
from shapely.ops import unary_union

from gazetteer.errors import SourceError
from gazetteer.places import POPULATED_PLACE, Name, NameKind
from gazetteer.sources.edtf_dates import edtf
from gazetteer.sources.languages import fits, two_letters
from gazetteer.sources.source import PlaceRecord
from gazetteer.sources.text_files import ReadSoFar, cleaned_name, read_lines

ATTRIBUTION = "Who's On First (whosonfirst.org), CC0; built on GeoNames, CC BY 4.0, and others"

Properties: TypeAlias = Mapping[str, Any]

KIND_OF_PLACETYPE = {
    "country": "country", "dependency": "country",
    "macroregion": "region", "region": "governorate",
    "macrocounty": "district", "county": "district", "localadmin": "district",
    "locality": POPULATED_PLACE,
    "borough": "neighbourhood", "macrohood": "neighbourhood",
    "neighbourhood": "neighbourhood", "microhood": "neighbourhood",
}  # fmt: skip
"""What a placetype is here; the rest (streets, oceans, time zones) are no places of ours."""

_AREAS_NEAREST_FIRST = (
    "borough", "locality", "localadmin", "county", "macrocounty", "region", "macroregion",
    "country",
)  # fmt: skip
_KINDS_WITH_EXTENT = frozenset({"district", "governorate", "country"})

_NAME_PROPERTY = re.compile(r"name:([a-z]{3})_x_([a-z]+)")
_KIND_OF_NAME = {
    "preferred": NameKind.PREFERRED,
    "variant": NameKind.VARIANT,
    "colloquial": NameKind.VARIANT,
    "historical": NameKind.HISTORICAL,
}
_NOT_CURRENT = 0
_COUNTRY = re.compile("[A-Z]{2}")
_ADMIN1_NUMBER = re.compile(r"([0-9]{1,2})(\.0)?")


@dataclass(frozen=True)
class WhosOnFirstFile:
    """The living places of one file, with ids such as `wof:1108562635`."""

    path: Path

    def records(self, read_so_far: ReadSoFar | None = None) -> Iterator[PlaceRecord]:
        """Yield one record a living place. Raises SourceError at the first line that is none."""
        for number, line in read_lines(self.path, read_so_far):
            if not line.strip():
                continue
            try:
                record = _record(json.loads(line))
            except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
                reason = "is no Who's On First record, one GeoJSON feature a line."
                raise SourceError(self.path.name, reason, number) from error
            if record is not None:
                yield record


def is_whos_on_first(line: str) -> bool:
    """Say whether a line is a feature of Who's On First."""
    try:
        return int(json.loads(line)["properties"]["wof:id"]) > 0
    except (ValueError, KeyError, TypeError, RecursionError):
        return False


def _record(feature: Mapping[str, Any]) -> PlaceRecord | None:
    """Return the place of a feature; None for the dead and for what is no place of ours."""
    said: Properties = feature["properties"]
    number = int(said["wof:id"])
    kind = _kind(said)
    if not kind:
        return None
    if _is_dead(said):
        return _forerunner(said, number)
    concordances = said.get("wof:concordances") or {}
    names = tuple(_names(said))
    name = _display(said, names)
    longitude, latitude = _point(said, kind)
    if not name or (longitude, latitude) == (0, 0):  # Its place for what lies nowhere.
        return None
    return PlaceRecord(
        id=f"wof:{number}",
        name=name,
        longitude=longitude,
        latitude=latitude,
        kind=kind,
        country=_country(said),
        admin1=_admin1(said, concordances, kind),
        population=_positive(said.get("wof:population") or said.get("gn:population")),
        names=names,
        other_ids=tuple(_other_ids(said, concordances)),
        parents=tuple(_parents(said, number)),
        inception=edtf(str(said.get("edtf:inception") or "")),
        cessation=edtf(str(said.get("edtf:cessation") or "")),
        polygon=_polygon(feature.get("geometry")) if kind in _KINDS_WITH_EXTENT else None,
    )


def _kind(said: Properties) -> str:
    placetype = said.get("wof:placetype", "")
    if placetype == "campus":
        tags = said.get("wof:tags") or ()
        return "airport" if "airport" in tags or "oa:type" in said else ""
    return KIND_OF_PLACETYPE.get(placetype, "")


def _is_dead(said: Properties) -> bool:
    deprecated = str(said.get("edtf:deprecated") or "")
    return (
        said.get("mz:is_current") == _NOT_CURRENT
        or bool(said.get("wof:superseded_by"))
        or bool(edtf(deprecated))
    )


def _forerunner(said: Properties, number: int) -> PlaceRecord | None:
    """Return what a dead record leaves to its successor; nothing where it fell apart into several.

    Its names were in use as much as they ever were, but none of them is the usual one any more.
    """
    successors = list(said.get("wof:superseded_by") or [])
    if len(successors) != 1 or int(successors[0]) == number:
        return None
    names = tuple(replace(name, kind=_former(name)) for name in _names(said))
    return PlaceRecord(f"wof:{number}", names=names, superseded_by=f"wof:{int(successors[0])}")


def _former(name: Name) -> str:
    return NameKind.VARIANT if name.kind == NameKind.PREFERRED else name.kind


def _names(said: Properties) -> Iterator[Name]:
    """Yield each name once, the first of a language alone preferred."""
    seen: set[tuple[str, str]] = set()
    for key, texts in said.items():
        match = _NAME_PROPERTY.fullmatch(key)
        if match is None or not isinstance(texts, list):
            continue
        language = two_letters(match.group(1))
        kind = _KIND_OF_NAME.get(match.group(2), NameKind.VARIANT)
        for text in map(cleaned_name, filter(None, texts)):
            own = language if fits(text, language) else ""
            if text and (text, own) not in seen:
                seen.add((text, own))
                yield Name(text, own, _kind_of_name(kind, own))
                kind = NameKind.VARIANT if kind == NameKind.PREFERRED else kind


def _kind_of_name(kind: NameKind, language: str) -> str:
    """A spelling of no language, or of one that only bots write, is nobody's usual name."""
    return NameKind.VARIANT if kind == NameKind.PREFERRED and not language else kind


def _display(said: Properties, names: tuple[Name, ...]) -> str:
    name = cleaned_name(str(said.get("wof:name") or ""))
    if name and name[0].isascii():
        return name
    english = [one.text for one in names if one.language == "en" and one.kind == NameKind.PREFERRED]
    return english[0] if english else name


def _point(said: Properties, kind: str) -> tuple[float, float]:
    """Return longitude and latitude; of an area, those where its label stands."""
    prefixes = ("lbl", "geom") if kind in _KINDS_WITH_EXTENT else ("geom",)
    for prefix in prefixes:
        if f"{prefix}:longitude" in said and f"{prefix}:latitude" in said:
            return float(said[f"{prefix}:longitude"]), float(said[f"{prefix}:latitude"])
    raise KeyError("geom:longitude")


def _country(said: Properties) -> str:
    code = str(said.get("iso:country") or said.get("wof:country") or "")
    return code if _COUNTRY.fullmatch(code) else ""


def _admin1(said: Properties, concordances: Properties, kind: str) -> str:
    """Return the code of GeoNames; a region's FIPS code ("SY04") ends in it."""
    if kind == "governorate":
        return str(concordances.get("fips:code") or "")[2:]
    code = str(said.get("gn:admin1_code") or "")
    if match := _ADMIN1_NUMBER.fullmatch(code):  # A spreadsheet once made "07" of it "7.0".
        return f"{int(match.group(1)):02}" if int(match.group(1)) else ""
    return code


def _other_ids(said: Properties, concordances: Properties) -> Iterator[str]:
    if number := _positive(concordances.get("gn:id")):
        yield f"geonames:{number}"
    if item := concordances.get("wd:id"):
        yield f"wikidata:{item}"
    for number in said.get("wof:supersedes") or ():
        yield f"wof:{int(number)}"


def _parents(said: Properties, own: int) -> Iterator[str]:
    for hierarchy in (said.get("wof:hierarchy") or ())[:1]:
        for area in _AREAS_NEAREST_FIRST:
            number = _positive(hierarchy.get(f"{area}_id"))
            if number and number != own:
                yield f"wof:{number}"


def _positive(value: object) -> int | None:
    """Return a whole number above zero; Who's On First writes "not known" as 0 or -1."""
    try:
        number = int(str(value))
    except ValueError:
        return None
    return number if number > 0 else None


def _polygon(geometry: Mapping[str, Any] | None) -> BaseGeometry | None:
    if not geometry or geometry.get("type") not in {"Polygon", "MultiPolygon"}:
        return None
    try:
        area = shape(dict(geometry))
    except (ShapelyError, ValueError, IndexError) as error:
        raise ValueError("not a polygon") from error
    if area.is_valid:
        return area
    repaired = make_valid(area)
    parts = getattr(repaired, "geoms", (repaired,))
    return unary_union([part for part in parts if isinstance(part, Polygon | MultiPolygon)])
