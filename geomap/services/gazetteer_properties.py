"""What can be fetched of a place for the columns of a spreadsheet."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from gazetteer import Gazetteer, Place, PlaceNotFound

Value = str | int | float
_Reader = Callable[[Place, str], Sequence[Value]]

LANGUAGES = {
    "en": "English", "ar": "Arabic", "ku": "Kurdish", "tr": "Turkish", "fa": "Persian",
    "fr": "French", "de": "German", "nl": "Dutch",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Property:
    """Something known of places. `description` says what a value is, with its unit."""

    id: str
    name: str
    description: str
    read: _Reader


@dataclass(frozen=True, slots=True)
class Wanted:
    """A property to fetch: `language` narrows names, `limit` says how many values at most."""

    id: str
    language: str = ""
    limit: int | None = None


def values_of(
    gazetteer: Gazetteer, ids: Sequence[str], wanted: Sequence[Wanted]
) -> dict[str, dict[str, list[Value]]]:
    """The values of some properties of some places; a place that is not known has none.

    Each property must be one of PROPERTIES.
    """
    return {place_id: _values(_place(gazetteer, place_id), wanted) for place_id in ids}


def _values(place: Place | None, wanted: Sequence[Wanted]) -> dict[str, list[Value]]:
    if place is None:
        return {one.id: [] for one in wanted}
    return {
        one.id: list(PROPERTIES[one.id].read(place, one.language))[: one.limit] for one in wanted
    }


def _place(gazetteer: Gazetteer, place_id: str) -> Place | None:
    try:
        return gazetteer.get(place_id)
    except PlaceNotFound:
        return None


def _names(place: Place, language: str) -> list[Value]:
    texts = (name.text for name in place.names if not language or name.language == language)
    return list(dict.fromkeys(texts))


def _usual_name(language: str) -> _Reader:
    def read(place: Place, _language: str) -> list[Value]:
        named = [name for name in place.names if name.language == language]
        named.sort(key=lambda name: name.kind != "preferred")
        return [name.text for name in named[:1]]

    return read


def _given(read: Callable[[Place], Value | None]) -> _Reader:
    """A property of one value, or of none where it is empty."""

    def read_one(place: Place, _language: str) -> list[Value]:
        value = read(place)
        return [] if value is None or value == "" else [value]

    return read_one


def _properties() -> Mapping[str, Property]:
    usual = [
        Property(f"name_{code}", f"Name in {language}", "the usual name", _usual_name(code))
        for code, language in LANGUAGES.items()
    ]
    return {
        one.id: one
        for one in (
            Property(
                "longitude", "Longitude", "degrees, WGS 84", _given(lambda place: place.longitude)
            ),
            Property(
                "latitude", "Latitude", "degrees, WGS 84", _given(lambda place: place.latitude)
            ),
            Property("country", "Country", "ISO 3166-1 code", _given(lambda place: place.country)),
            Property(
                "admin1", "Admin area code", "GeoNames code", _given(lambda place: place.admin1)
            ),
            Property(
                "admin1_name", "Admin area", "its name", _given(lambda place: place.admin1_name)
            ),
            Property("kind", "Kind", "what the place is", _given(lambda place: place.kind)),
            Property("population", "Population", "persons", _given(lambda place: place.population)),
            Property("name", "Name", "the display name", _given(lambda place: place.name)),
            *usual,
            Property("names", "All names", "every spelling", _names),
            Property(
                "other_ids",
                "Other ids",
                "ids of the same place in other sources",
                lambda place, _language: place.other_ids,
            ),
        )
    }


PROPERTIES = _properties()
"""Every property that can be fetched, by its id, most wanted first."""
