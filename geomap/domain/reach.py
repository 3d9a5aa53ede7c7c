"""How far a place colours the land around it."""

from dataclasses import dataclass

FACILITIES = frozenset(
    {
        "air_base",
        "airport",
        "archaeological_site",
        "border_crossing",
        "camp",
        "dam",
        "military_base",
        "mountain",
        "oil_field",
        "refinery",
    }
)
"""Kinds of place that stand for themselves and have no hinterland of their own."""


@dataclass(frozen=True, slots=True)
class Reach:
    """The greatest distance in km at which a place still stands for the land around it."""

    km: float
    facility_km: float | None = None
    """Of a facility; None when it reaches as far as any other place."""

    def of(self, kind: str) -> float:
        """The reach in km of a place of some kind."""
        if self.facility_km is not None and kind in FACILITIES:
            return self.facility_km
        return self.km

    @property
    def greatest_km(self) -> float:
        """The reach in km that no place exceeds."""
        return max(self.km, self.facility_km or 0.0)
