"""The histories of all places together, with the claims on the areas that they lie in."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date

from geomap.domain.areas import areas_of, is_area
from geomap.domain.rule import Rule
from geomap.domain.statements import Claim, Place
from geomap.domain.timeline import ControlPeriod, period_of_day, periods_of


class Histories:
    """Judges places by the claims on them, and below those by the claims on their areas.

    Only the claims that the rule hears count.
    """

    def __init__(
        self,
        places: Iterable[Place],
        claims: Iterable[Claim],
        rule: Rule,
        around: Iterable[Place] = (),
    ) -> None:
        """`around` are areas that places may lie in, asked for or not."""
        self._places = list(places)
        heard = claims if rule.hears_all else filter(rule.hears, claims)
        self._claims = _by_place(heard)
        self._rule = rule
        areas = {one.id: one for one in [*self._places, *around] if is_area(one)}
        self._areas = [area for area in areas.values() if area.id in self._claims]

    def of(self, place: Place) -> list[ControlPeriod]:
        """Every control period of a place; none while nothing is claimed of it or its areas."""
        own, *areas = self.layers(place)
        return periods_of(place.id, own, self._rule, *areas)

    def on(self, place: Place, day: date) -> ControlPeriod | None:
        """The control period of a place that holds on a day, or None before the first."""
        return period_of_day(place.id, day, self._rule, *self.layers(place))

    def all(self) -> Iterator[ControlPeriod]:
        """The control periods of every place, place by place."""
        for place in self._places:
            yield from self.of(place)

    def with_cells(self) -> list[Place]:
        """The places that own a cell: those with a history that are no areas themselves."""
        return owners_of_cells(self._places, self._claims.keys(), self._areas)

    def layers(self, place: Place) -> list[Sequence[Claim]]:
        """The claims on a place, then those on each of its areas from small to large."""
        areas = areas_of(place, self._areas) if self._areas else []
        return [self._claims.get(place.id, []), *(self._claims[area.id] for area in areas)]


def owners_of_cells(
    places: Iterable[Place], claimed: Collection[str], areas: list[Place]
) -> list[Place]:
    """The places that own a cell: no areas, and something is claimed of them or an area of theirs.

    `claimed` are the ids of places and areas with a claim.
    """
    claimed_areas = [area for area in areas if area.id in claimed]
    return [
        place
        for place in places
        if not is_area(place) and (place.id in claimed or areas_of(place, claimed_areas))
    ]


def _by_place(claims: Iterable[Claim]) -> Mapping[str, list[Claim]]:
    sorted_claims: dict[str, list[Claim]] = {}
    for claim in claims:
        sorted_claims.setdefault(claim.place_id, []).append(claim)
    return sorted_claims
