"""Sources that reports of any conflict name, with the names by which they go."""

import csv
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from geomap.domain.grades import Reliability
from geomap.domain.statements import Source, SourceKind

_FILE = Path(__file__).parent.parent / "data" / "sources.csv"


@dataclass(frozen=True, slots=True)
class WellKnown:
    """A source, and other names for it: in Dutch and English, and the host of its pages."""

    source: Source
    aliases: tuple[str, ...]


@lru_cache(maxsize=1)
def well_known_sources() -> tuple[WellKnown, ...]:
    """Those that ship; the letters are ours, a first judgement that an atlas may change."""
    with _FILE.open(encoding="utf-8", newline="") as file:
        return tuple(
            WellKnown(
                Source(
                    row["id"],
                    row["name"],
                    SourceKind(row["kind"]),
                    Reliability(row["reliability"]),
                    row["note"],
                ),
                tuple(alias for alias in row["aliases"].split(";") if alias),
            )
            for row in csv.DictReader(file)
        )
