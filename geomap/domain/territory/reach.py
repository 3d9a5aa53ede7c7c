"""How far a place colours the land around it."""

from dataclasses import dataclass

SMALL_PLACES = frozenset(
    {
        "village",
        "neighbourhood",
        "air_base",
        "airport",
        "border_crossing",
        "camp",
        "dam",
        "military_base",
        "oil_field",
        "refinery",
        "archaeological_site",
        "lake",
        "mountain",
        "region",
        "river",
    }
)
"""Kinds of place that are the centre of no land around them: villages, facilities, landmarks."""


@dataclass(frozen=True, slots=True)
class Reach:
    """The greatest distance in km at which a place still stands for the land around it."""

    km: float
    small: float | None = None
    """The distance for small places; None when they reach as far as towns."""

    @property
    def small_km(self) -> float:
        """The distance in km for small places."""
        return self.km if self.small is None else self.small

    @property
    def greatest_km(self) -> float:
        """The distance in km that no place exceeds."""
        return max(self.km, self.small_km)

    def of(self, kind: str) -> float:
        """The distance in km for a place of some kind."""
        return self.small_km if kind in SMALL_PLACES else self.km
