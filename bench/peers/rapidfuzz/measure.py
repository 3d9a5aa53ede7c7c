"""`process.extract` of rapidfuzz with WRatio, its own scorer, over the list of names."""

from functools import cache

from rapidfuzz import fuzz, process, utils

from bench.asked import ENOUGH, Ask, AskedPlace, answer_names

# Of all spellings of the ten best places, these many are enough to see ten places.
_NAMES = 100


def make(places: list[AskedPlace]) -> Ask:
    """Answer from all names, or from those of the country when one is known."""

    @cache
    def listed(country: str) -> tuple[list[str], list[str]]:
        near = [place for place in places if not country or place.country == country]
        # Prepared once, as its manual advises, and not in the time of a question.
        names = [utils.default_process(name) for place in near for name in place.names]
        return names, [place.id for place in near for _ in place.names]

    for country in ("", "SY", "IQ"):
        listed(country)

    def ask(name: str, country: str) -> list[str]:
        names, ids = listed(country)
        asked = utils.default_process(name)
        found = process.extract(asked, names, scorer=fuzz.WRatio, limit=_NAMES)
        return list(dict.fromkeys(ids[row] for _, _, row in found))[:ENOUGH]

    return ask


if __name__ == "__main__":
    answer_names(make)
