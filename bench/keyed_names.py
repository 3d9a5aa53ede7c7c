"""Sound keys as a gazetteer: the names under the key of a spelling, the most alike first.

The keys alone say nothing of which of a thousand names is meant, so the peers get an order that
serves them: by Jaro-Winkler likeness, then by population.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable

from bench.asked import ENOUGH, Ask, AskedPlace

Keys = Callable[[str], Iterable[str]]
Likeness = Callable[[str, str], float]


def keyed_names(places: list[AskedPlace], keys: Keys, likeness: Likeness) -> Ask:
    """Put all names under their keys and give what answers with them."""
    under: dict[str, list[tuple[str, AskedPlace]]] = defaultdict(list)
    for place in places:
        for name in place.names:
            for key in keys(name):
                under[key].append((name.casefold(), place))

    def ask(name: str, country: str) -> list[str]:
        asked = name.casefold()
        best: dict[str, float] = {}
        for key in keys(name):
            for other, place in under.get(key, ()):
                if not country or place.country == country:
                    best[place.id] = max(best.get(place.id, 0), likeness(asked, other))
        return sorted(best, key=lambda one: -best[one])[:ENOUGH]

    return ask
