"""The atlas that ships, with its answers, for the tests that ask it."""

from collections import defaultdict
from datetime import date
from pathlib import Path
from typing import Self

import geomap
from gazetteer import Gazetteer
from geomap.domain.control import Control, control_on, known_by
from geomap.domain.rule import Rule
from geomap.domain.statements import Atlas, Claim
from geomap.domain.timeline import ControlPeriod, periods_of
from geomap.imports.atlas import read_atlas
from geomap.services.resolving import PlaceResolver

FOLDER = Path(geomap.__file__).parent / "data" / "isis-campaign"
RULE = Rule()


class Shipped:
    """The bundled atlas and its answers, by the names of its places."""

    def __init__(self, atlas: Atlas) -> None:
        self.atlas = atlas
        names = {place.id: place.name for place in atlas.places}
        self.claims: dict[str, list[Claim]] = defaultdict(list)
        for claim in atlas.claims:
            self.claims[names[claim.place_id]].append(claim)

    @classmethod
    def read(cls, gazetteer_index: Path) -> Self:
        """Load the CSV files through the real loader and the real gazetteer."""
        with Gazetteer.open(gazetteer_index) as gazetteer:
            return cls(read_atlas(FOLDER, PlaceResolver(gazetteer)))

    def on(self, name: str, day: str, known: str | None = None) -> Control:
        """The answer for a place on a day."""
        known_day = date.fromisoformat(known) if known else None
        claims = known_by(known_day, self.claims[name])
        return control_on(date.fromisoformat(day), claims, RULE)

    def periods(self, name: str) -> list[ControlPeriod]:
        """The whole history of a place."""
        return periods_of(name, self.claims[name], RULE)

    def place_id(self, name: str | None) -> str | None:
        """The id of a place, None for none."""
        return self.claims[name][0].place_id if name else None
