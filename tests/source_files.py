"""Files as GeoNames and Who's On First publish them, with places that we made up."""

import gzip
import json
from pathlib import Path
from typing import Any

SQUARE = {
    "type": "Polygon",
    "coordinates": [[[40.0, 35.0], [41.0, 35.0], [41.0, 36.0], [40.0, 36.0], [40.0, 35.0]]],
}


def wof_line(number: Any = 901, **said: Any) -> str:
    """A living village of Who's On First, unless something else is said; None takes a part out."""
    given: dict[str, Any] = {
        "wof:id": number,
        "wof:name": "Tell Zaytun",
        "wof:placetype": "locality",
        "iso:country": "SY",
        "mz:is_current": -1,
        "geom:longitude": 40.5,
        "geom:latitude": 35.5,
        "edtf:inception": "uuuu",
        "edtf:cessation": "uuuu",
        "wof:superseded_by": [],
        "wof:supersedes": [],
        "wof:hierarchy": [
            {"country_id": 1, "region_id": 11, "county_id": 12, "locality_id": number}
        ],
        "wof:concordances": {"gn:id": 7001},
        "name:ara_x_preferred": ["تل زيتون"],
        "name:und_x_variant": ["Tall Zaytūn"],
    }
    geometry = said.pop("geometry", {"type": "Point", "coordinates": [40.5, 35.5]})
    properties = {key: value for key, value in (given | said).items() if value is not None}
    feature = {"id": number, "type": "Feature", "properties": properties, "geometry": geometry}
    return json.dumps(feature, ensure_ascii=False)


def wof_region(number: Any = 11, **said: Any) -> str:
    """A governorate with a polygon and a FIPS code."""
    given = {
        "wof:name": "Zaytuniyah",
        "wof:placetype": "region",
        "lbl:longitude": 40.4,
        "lbl:latitude": 35.4,
        "wof:concordances": {"gn:id": 7100, "fips:code": "SY04"},
        "wof:hierarchy": [{"country_id": 1, "region_id": number}],
        "name:ara_x_preferred": ["الزيتونية"],
        "name:und_x_variant": None,
        "geometry": SQUARE,
    }
    return wof_line(number, **(given | said))


def dump_row(number: int = 7001, name: str = "Tall Zaytūn", **said: str) -> str:
    """A village as a line of a GeoNames dump."""
    cells = {
        "geonameid": str(number),
        "name": name,
        "asciiname": "Tall Zaytun",
        "alternatenames": "Tel Zeitoun,tlzytwn,تل زيتون",
        "latitude": "35.5",
        "longitude": "40.5",
        "feature_class": "P",
        "feature_code": "PPL",
        "country": "SY",
        "cc2": "",
        "admin1": "04",
        "admin2": "",
        "admin3": "",
        "admin4": "",
        "population": "1200",
        "elevation": "",
        "dem": "230",
        "timezone": "Asia/Damascus",
        "modified": "2024-01-31",
    }
    return "\t".join((cells | said).values())


def name_row(number: int, language: str, name: str, **said: str) -> str:
    """A line of alternateNamesV2.txt."""
    cells = {
        "id": "50001",
        "geonameid": str(number),
        "language": language,
        "name": name,
        "preferred": "",
        "short": "",
        "colloquial": "",
        "historic": "",
        "since": "",
        "until": "",
    }
    return "\t".join((cells | said).values())


def write(path: Path, *lines: str) -> Path:
    """Write lines to a file, packed when its name ends in .gz."""
    content = "".join(f"{line}\n" for line in lines).encode()
    path.write_bytes(gzip.compress(content) if path.suffix == ".gz" else content)
    return path
