"""Find the place that an analyst named, or say why it cannot be found."""

from gazetteer import Candidate, Gazetteer, GazetteerError, PlaceNotFound
from gazetteer import Place as GazetteerPlace
from geomap.domain.areas import DISTRICT, REGION
from geomap.domain.statements import Place
from geomap.errors import InvalidInput

CANDIDATES = 50
CLEAR_MARGIN = 0.1
SHOWN = 3
# What lies in the others is known by their codes.
_KEPT_AREAS = frozenset({DISTRICT, REGION})


class PlaceResolver:
    """Resolves names through the gazetteer; a name is asked for once."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        self._gazetteer = gazetteer
        self._found: dict[tuple[str, str, str], Place] = {}

    def __call__(self, name: str, country: str, place_id: str) -> Place:
        """Find a place by name and country, or by id, which the name must then fit.

        Raises InvalidInput when nothing fits, or several places fit equally well.
        """
        key = (name, country, place_id)
        if key not in self._found:
            try:
                place = self._pinned(name, place_id) if place_id else self._named(name, country)
            except PlaceNotFound as error:
                raise InvalidInput(f"there is no place {place_id!r} in the gazetteer") from error
            except GazetteerError as error:
                raise InvalidInput(str(error)) from error
            if country and place.country != country:
                raise InvalidInput(f"{place.name} ({place.id}) lies in {place.country}")
            self._found[key] = self._for_the_atlas(place)
        return self._found[key]

    def by_id(self, place_id: str) -> Place:
        """The place with an id. Raises InvalidInput when the gazetteer has none."""
        try:
            return self._for_the_atlas(self._gazetteer.get(place_id))
        except GazetteerError as error:
            raise InvalidInput(f"there is no place {place_id!r} in the gazetteer") from error

    def _for_the_atlas(self, place: GazetteerPlace) -> Place:
        around = self._gazetteer.within(place.id)
        return Place(
            id=place.id,
            name=place.name,
            names=_names_by_language(place),
            longitude=place.longitude,
            latitude=place.latitude,
            kind=place.kind,
            country=place.country,
            admin1=place.admin1,
            population=place.population,
            within=tuple(sorted(one.id for one in around if one.kind in _KEPT_AREAS)),
            encloses=place.kind in _KEPT_AREAS and self._gazetteer.encloses(place.id),
        )

    def _pinned(self, name: str, place_id: str) -> GazetteerPlace:
        place = self._gazetteer.get(place_id)
        if name == place.name or any(name == known.text for known in place.names):
            return place
        candidates = self._gazetteer.lookup(name, country=place.country, limit=CANDIDATES)
        if any(candidate.place.id == place_id for candidate in candidates):
            return place
        raise InvalidInput(f"{name!r} is not a name of {place_id} ({place.name})")

    def _named(self, name: str, country: str) -> GazetteerPlace:
        found = self._gazetteer.lookup(name, country=country or None, limit=CANDIDATES)
        fitting = [one for one in found if not country or one.place.country == country]
        if not fitting:
            where = f" in {country}" if country else ""
            raise InvalidInput(f"the gazetteer knows no {name!r}{where}; give a place_id")
        if len(fitting) > 1 and fitting[0].score - fitting[1].score < CLEAR_MARGIN:
            raise InvalidInput(
                f"{name!r} could be {_listed(fitting)}; write the right one into place_id"
            )
        return fitting[0].place


def _listed(candidates: list[Candidate]) -> str:
    shown = [f"{one.place.name} ({one.place.id})" for one in candidates[:SHOWN]]
    more = len(candidates) - len(shown)
    return " or ".join(shown) + (f" or {more} more" if more else "")


def _names_by_language(place: GazetteerPlace) -> dict[str, str]:
    preferred = {
        name.language: name.text
        for name in place.names
        if name.language and name.kind == "preferred"
    }
    return dict(sorted(preferred.items()))
