"""Double Metaphone of the package Metaphone as the keys of a name."""

import jellyfish
import metaphone

from bench.asked import Ask, AskedPlace, answer_names
from bench.keyed_names import keyed_names


def keys(name: str) -> frozenset[str]:
    """Give the one or two keys of a name; none for a script that it does not know."""
    return frozenset(metaphone.doublemetaphone(name)) - {""}


def make(places: list[AskedPlace]) -> Ask:
    """Answer with the names of one sound."""
    return keyed_names(places, keys, jellyfish.jaro_winkler_similarity)


if __name__ == "__main__":
    answer_names(make)
