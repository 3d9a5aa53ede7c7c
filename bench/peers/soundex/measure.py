"""Soundex of jellyfish as the key of a name."""

import jellyfish

from bench.asked import Ask, AskedPlace, answer_names
from bench.keyed_names import keyed_names


def keys(name: str) -> tuple[str, ...]:
    """Give the one key of a name."""
    return (jellyfish.soundex(name),)


def make(places: list[AskedPlace]) -> Ask:
    """Answer with the names of one sound."""
    return keyed_names(places, keys, jellyfish.jaro_winkler_similarity)


if __name__ == "__main__":
    answer_names(make)
