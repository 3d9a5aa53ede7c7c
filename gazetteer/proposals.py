"""Terms of the index that may be another spelling of a name.

Keys and trigrams only propose; `gazetteer.alike` judges.
"""

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray
from rapidfuzz.distance import OSA
from rapidfuzz.process import cdist

from gazetteer import trigrams
from gazetteer.index_file import IndexReader
from gazetteer.keys import loose_keys, strict_keys
from gazetteer.names import Forms, script_of
from gazetteer.places import Tier

_MOST_BY_KEY = 1500
_MOST_BY_RUNS = 300
_MOST_TERMS = 80
_MOST_NAMESAKES = 24

_LONGEST_FOR_EDITS = 7
_ALPHABETS = {
    "latin": "abcdefghijklmnopqrstuvwxyz",
    "arabic": "ابتثجحخدذرزسشصضطظعغفقكلمنهوي",
    "cyrillic": "абвгдежзийклмнопрстуфхцчшщъыьэюя",
}

# Of two terms that look as promising, the better known is kept.
_WEIGHT_OF_STANDING = 0.15

# What a key says for a term before its letters are looked at.
_HEAD_START = {Tier.STRICT: 0.85, Tier.LOOSE: 0.6, Tier.TRIGRAM: 0.0}


class Columns:
    """What of the terms is held in memory: standing, country and length of each."""

    def __init__(self, reader: IndexReader) -> None:
        self.standing = reader.array("term_standing", np.float32)
        self.country = reader.array("term_country", np.uint16)
        self.length = reader.array("term_length", np.uint8)

    def prominence(
        self, terms: NDArray[np.uint32], countries: frozenset[int]
    ) -> NDArray[np.float32]:
        """Return how likely each term is to be meant, before it is looked at."""
        standing = self.standing[terms]
        if countries:
            standing = standing + np.isin(self.country[terms], list(countries))
        return standing


class Search:
    """A search for the terms that may be another spelling of one name."""

    def __init__(
        self, reader: IndexReader, columns: Columns, asked: Forms, countries: frozenset[int]
    ) -> None:
        self._reader, self._columns = reader, columns
        self._key, self._countries = asked.bare_key, countries
        self._strict = strict_keys(asked.normal)

    def sounding_the_same(self) -> dict[int, Tier]:
        """Return the terms that share a strict key, with that as the way they were found."""
        return self._likeliest(self._by_strict_key(), _MOST_NAMESAKES)

    def alike(self) -> dict[int, Tier]:
        """Return the terms that share a key or rare runs, with how each was found."""
        loose = loose_keys(self._strict)
        tiers = self._by_strict_key()
        for tier, found in (
            (Tier.LOOSE, _by_key(self._reader, "loose", (*self._strict, *loose))),
            (Tier.LOOSE, _by_key(self._reader, "strict", loose)),
            (Tier.TRIGRAM, _by_runs(self._reader, self._columns, self._key)),
            (Tier.TRIGRAM, _by_edits(self._reader, self._key)),
        ):
            for term in self._most_prominent(found):
                tiers.setdefault(term, tier)
        return self._likeliest(tiers, _MOST_TERMS)

    def _by_strict_key(self) -> dict[int, Tier]:
        found = _by_key(self._reader, "strict", self._strict)
        return dict.fromkeys(self._most_prominent(found), Tier.STRICT)

    def _most_prominent(self, terms: NDArray[np.uint32]) -> list[int]:
        if len(terms) > _MOST_BY_KEY:
            prominence = self._columns.prominence(terms, self._countries)
            terms = terms[np.argpartition(-prominence, _MOST_BY_KEY)[:_MOST_BY_KEY]]
        return [int(term) for term in terms]

    def _likeliest(self, tiers: dict[int, Tier], most: int) -> dict[int, Tier]:
        """Keep the terms that promise most by their letters, their tier and their standing."""
        if len(tiers) <= most:
            return tiers
        terms = np.fromiter(tiers, dtype=np.uint32, count=len(tiers))
        keys = dict(self._reader.fetch_in("SELECT number, key FROM term WHERE number IN", [*tiers]))
        (written,) = cdist(
            [self._key], [keys[term] for term in tiers], scorer=OSA.normalized_similarity
        )
        head_start = np.fromiter((_HEAD_START[tier] for tier in tiers.values()), dtype=np.float32)
        # Nothing in common with a term of the same sound: it is in another script.
        written = np.where((written == 0) & (head_start > 0), head_start, written)
        promise = np.maximum(written, (written + head_start) / 2)
        promise = promise + _WEIGHT_OF_STANDING * self._columns.prominence(terms, self._countries)
        best = np.argpartition(-promise, most)[:most]
        return {term: tiers[term] for term in terms[best].tolist()}


def _by_key(reader: IndexReader, table: str, keys: tuple[str, ...]) -> NDArray[np.uint32]:
    if not keys:
        return np.empty(0, dtype=np.uint32)
    marks = ",".join("?" * len(keys))
    rows = reader.fetch(f"SELECT term FROM {table} WHERE key IN ({marks})", keys)  # noqa: S608
    return np.fromiter((row[0] for row in rows), dtype=np.uint32, count=len(rows))


def _by_runs(reader: IndexReader, columns: Columns, key: str) -> NDArray[np.uint32]:
    counts = dict(
        reader.fetch_in(
            "SELECT code, length(terms) / 4 FROM gram WHERE code IN", trigrams.codes(key)
        )
    )
    terms, shared = trigrams.sharing(counts, lambda code: _run(reader, code))
    if len(terms) > _MOST_BY_RUNS:
        unlike = np.abs(columns.length[terms].astype(np.float32) - len(key))
        best = np.argpartition(unlike * 0.5 - shared, _MOST_BY_RUNS)[:_MOST_BY_RUNS]
        terms = terms[best]
    return terms


def _run(reader: IndexReader, code: int) -> NDArray[np.uint32]:
    ((terms,),) = reader.fetch("SELECT terms FROM gram WHERE code = ?", (code,))
    return np.frombuffer(terms, dtype="<u4")


def _by_edits(reader: IndexReader, key: str) -> NDArray[np.uint32]:
    """Return the terms one edit away from a short key, whose runs an edit leaves none of."""
    alphabet = _ALPHABETS.get(script_of(key), "")
    if len(key) > _LONGEST_FOR_EDITS or not alphabet:
        return np.empty(0, dtype=np.uint32)
    edits = list(dict.fromkeys(_edits(key, alphabet)))
    marks = ",".join("?" * len(edits))
    rows = reader.fetch(f"SELECT DISTINCT term FROM spelling WHERE key IN ({marks})", edits)  # noqa: S608
    return np.fromiter((row[0] for row in rows), dtype=np.uint32, count=len(rows))


def _edits(key: str, alphabet: str) -> Iterator[str]:
    for place in range(len(key) + 1):
        before, after = key[:place], key[place:]
        yield from (before + letter + after for letter in alphabet)
        if after:
            yield before + after[1:]
            yield from (before + letter + after[1:] for letter in alphabet)
        if len(after) > 1:
            yield before + after[1] + after[0] + after[2:]
