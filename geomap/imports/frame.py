"""The file atlas.csv: what an atlas covers and what it is called."""

from pathlib import Path

from geomap.domain.statements import Frame
from geomap.imports.csv_rows import Problems, Row, read_rows
from geomap.imports.land import is_country

FILE = "atlas.csv"
DAYS = ("start", "end", "view_start", "view_end")
KEYS = ("id", "title", "description", *DAYS, "countries", "reach_km", "licence")
OPTIONAL_KEYS = ("small_reach_km",)
LONGEST_REACH_KM = 1000.0


def read_frame(folder: Path, problems: Problems) -> Frame | None:
    """Read the frame, or complain of each row that is missing, unknown or wrong."""
    rows = _rows_by_key(folder, problems)
    if rows is None:
        return None
    start, end, view_start, view_end = (rows[key].day("value") for key in DAYS)
    reach = _reach_km(rows["reach_km"])
    small_reach = _reach_km(rows["small_reach_km"]) if "small_reach_km" in rows else None
    countries = _countries(rows["countries"])
    if start is None or end is None or view_start is None or view_end is None:
        return None
    if not start <= view_start < view_end <= end:
        rows["start"].complain("value", "needed: start <= view_start < view_end <= end")
    return Frame(
        id=rows["id"].required("value") or "",
        title=rows["title"].required("value") or "",
        description=rows["description"].text("value"),
        start=start,
        end=end,
        view_start=view_start,
        view_end=view_end,
        countries=countries,
        reach_km=reach,
        licence=rows["licence"].text("value"),
        small_reach_km=small_reach,
    )


def _rows_by_key(folder: Path, problems: Problems) -> dict[str, Row] | None:
    rows: dict[str, Row] = {}
    for row in read_rows(folder / FILE, ("key", "value"), (), problems):
        key = row.text("key")
        if key not in (*KEYS, *OPTIONAL_KEYS):
            row.complain("key", f"{key!r} is none of {', '.join((*KEYS, *OPTIONAL_KEYS))}")
        elif key in rows:
            row.complain("key", f"{key!r} stands already on line {rows[key].line}")
        rows[key] = row
    missing = [key for key in KEYS if key not in rows]
    for key in missing:
        problems.add(FILE, 0, "key", f"the row {key!r} is missing")
    return None if missing else rows


def _reach_km(row: Row) -> float:
    reach = row.number("value")
    if reach is None or not 0 < reach <= LONGEST_REACH_KM:
        row.complain("value", f"a reach is more than 0 and at most {LONGEST_REACH_KM:.0f} km")
        return 0.0
    return reach


def _countries(row: Row) -> tuple[str, ...]:
    for code in row.items("value"):
        if not is_country(code):
            row.complain("value", f"{code!r} is not a country code of two capitals, such as SY")
    return row.items("value")
