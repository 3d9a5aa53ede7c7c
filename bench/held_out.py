"""Spellings that an index has not seen: names of Who's On First, held out by a fixed seed."""

import gzip
import json
import random
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from gazetteer.names import keys, script_of, without_refused
from gazetteer.places import Name, NameKind, SourceInfo
from gazetteer.sources import PlaceRecord

FILES = Path(__file__).resolve().parents[2] / "shared" / "data" / "gazetteer"
COUNTRIES = ("sy", "iq")
SEED = 20240301
SCRIPTS = frozenset({"latin", "arabic"})


@dataclass(frozen=True)
class FixedSource:
    """Records that are held in memory, as a source of an index."""

    places: tuple[PlaceRecord, ...]

    def about(self) -> SourceInfo:
        """Return what a source says of itself."""
        return SourceInfo("Who's On First", "held out", "whosonfirst.org")

    def __len__(self) -> int:
        return len(self.places)

    def records(self) -> Iterator[PlaceRecord]:
        """Yield the records."""
        yield from self.places


@dataclass(frozen=True)
class Question:
    """A spelling that the index does not have, and the place that has it."""

    spelling: str
    place_id: str
    country: str


def are_there() -> bool:
    """Say whether the files are here."""
    return all((FILES / f"wof-admin-{country}.jsonl.gz").exists() for country in COUNTRIES)


def live_places() -> list[PlaceRecord]:
    """Read the live places with their names in Latin and Arabic script."""
    return [record for country in COUNTRIES for record in _records(country)]


def with_names_held_out(places: list[PlaceRecord]) -> tuple[FixedSource, list[Question]]:
    """Take one name from each place that has several, in all the ways that fold to the same."""
    chance = random.Random(SEED)  # noqa: S311 - the same names in every run.
    kept, questions = [], []
    for place in places:
        spellings = _by_key(place)
        if len(spellings) > 1:
            held = spellings.pop(chance.choice(sorted(spellings)))
            questions.append(Question(held[0].text, place.id, place.country))
        kept.append(_renamed(place, [name for names in spellings.values() for name in names]))
    chance.shuffle(questions)
    return FixedSource(tuple(kept)), questions


def with_latin_names_only(places: list[PlaceRecord]) -> tuple[FixedSource, list[Question]]:
    """Take the names in Arabic script from all places that have a Latin one."""
    chance = random.Random(SEED)  # noqa: S311 - the same names in every run.
    kept, questions = [], []
    for place in places:
        latin = [name for name in place.names if script_of(name.text) == "latin"]
        arabic = [name for name in place.names if name not in latin and name.language == "ar"]
        if latin and arabic:
            spelling = chance.choice(arabic).text
            questions.append(Question(spelling, place.id, place.country))
        if latin:
            kept.append(_renamed(place, latin))
    chance.shuffle(questions)
    return FixedSource(tuple(kept)), questions


def _by_key(place: PlaceRecord) -> dict[str, list[Name]]:
    spellings: dict[str, list[Name]] = defaultdict(list)
    for name in place.names:
        spellings[keys(name.text)[0]].append(name)
    return spellings


def _renamed(place: PlaceRecord, names: list[Name]) -> PlaceRecord:
    shown = place.name if place.name in {name.text for name in names} else names[0].text
    return replace(place, name=shown, names=tuple(names))


def _records(country: str) -> Iterator[PlaceRecord]:
    path = FILES / f"wof-admin-{country}.jsonl.gz"
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            place = json.loads(line)["properties"]
            if _is_live(place) and (names := _names(place)):
                yield PlaceRecord(
                    id=f"wof:{place['wof:id']}",
                    name=names[0].text,
                    longitude=place["geom:longitude"],
                    latitude=place["geom:latitude"],
                    kind="village" if place["wof:placetype"] == "locality" else "district",
                    country=country.upper(),
                    population=place.get("wof:population"),
                    names=tuple(names),
                )


def _is_live(place: Mapping[str, Any]) -> bool:
    return (
        place.get("mz:is_current") != 0
        and not place.get("wof:superseded_by")
        and place.get("edtf:deprecated", "uuuu") in {"", "uuuu"}
        and "geom:longitude" in place
    )


def _names(place: Mapping[str, Any]) -> list[Name]:
    found = {without_refused(place.get("wof:name") or ""): ""}
    for column, texts in place.items():
        if column.startswith("name:"):
            language = "ar" if column.startswith("name:ara") else ""
            for text in texts:
                found.setdefault(without_refused(text), language)
    return [
        Name(text, language, NameKind.VARIANT)
        for text, language in found.items()
        if keys(text)[0] and script_of(text) in SCRIPTS
    ]
