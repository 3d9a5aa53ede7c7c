"""Terms of the index that may be another spelling of a name.

Keys and trigrams only propose; `gazetteer.alike` judges.
"""

from functools import cached_property

import numpy as np

from gazetteer import deletions, trigrams
from gazetteer.columns import Columns, Terms
from gazetteer.index_file import IndexReader
from gazetteer.keys import asked_keys, loose_keys
from gazetteer.names import Forms
from gazetteer.places import Tier
from gazetteer.promise import HEAD_STARTS, most_promising

_MOST_BY_KEY = 500
_MOST_BY_RUNS = 300
_MOST_TERMS = 64
_MOST_NAMESAKES = 12

_TIERS = (Tier.STRICT, Tier.LOOSE, Tier.TRIGRAM)
_HEAD_STARTS = np.array([HEAD_STARTS[tier] for tier in _TIERS], dtype=np.float32)


class Search:
    """A search for the terms that may be another spelling of one name."""

    def __init__(
        self, reader: IndexReader, columns: Columns, asked: Forms, countries: frozenset[int]
    ) -> None:
        self._reader, self._columns = reader, columns
        self._key, self._countries = asked.bare_key, countries
        self._normal = asked.normal

    @cached_property
    def _strict(self) -> tuple[str, ...]:
        return asked_keys(self._normal)

    def sounding_the_same(self) -> dict[int, Tier]:
        """Return the terms that share a strict key."""
        return self._likeliest([self._by_key("strict", self._strict)], _MOST_NAMESAKES)

    def alike(self) -> dict[int, Tier]:
        """Return the terms that share a key or rare runs, with how each was found."""
        loose = loose_keys(self._strict)
        sounding_alike = np.concatenate(
            [self._by_key("loose", (*self._strict, *loose)), self._by_key("strict", loose)]
        )
        written_alike = np.concatenate([self._by_runs(), self._by_edit()])
        found = [self._by_key("strict", self._strict), sounding_alike, written_alike]
        return self._likeliest(found, _MOST_TERMS)

    def _by_key(self, table: str, keys: tuple[str, ...]) -> Terms:
        if not keys:
            return np.empty(0, dtype=np.uint32)
        rows = self._reader.fetch_in(f"SELECT term FROM {table} WHERE key IN", keys)  # noqa: S608
        terms = np.fromiter((row[0] for row in rows), dtype=np.uint32, count=len(rows))
        if len(terms) > _MOST_BY_KEY:
            prominence = self._columns.prominence(terms, self._countries)
            terms = terms[np.argpartition(-prominence, _MOST_BY_KEY)[:_MOST_BY_KEY]]
        return terms

    def _by_runs(self) -> Terms:
        columns = self._columns
        counts = dict(
            self._reader.fetch_in(
                "SELECT code, length(terms) / 4 FROM gram WHERE code IN", trigrams.codes(self._key)
            )
        )
        terms, shared = trigrams.sharing(counts, self._run, len(columns))
        if len(terms) > _MOST_BY_RUNS:
            unlike = np.abs(columns.length[terms].astype(np.float32) - len(self._key))
            best = np.argpartition(unlike * 0.5 - shared, _MOST_BY_RUNS)[:_MOST_BY_RUNS]
            terms = terms[best]
        return terms

    def _run(self, code: int) -> Terms:
        ((terms,),) = self._reader.fetch("SELECT terms FROM gram WHERE code = ?", (code,))
        return np.frombuffer(terms, dtype="<u4")

    def _by_edit(self) -> Terms:
        """Return the terms one edit away from a short key, whose runs an edit leaves none of."""
        codes = deletions.codes(self._key)
        buckets = self._reader.fetch_in(
            "SELECT bucket, content FROM deletion WHERE bucket IN",
            [deletions.bucket_of(code) for code in codes],
        )
        return deletions.terms_in(buckets, codes)

    def _likeliest(self, found: list[Terms], most: int) -> dict[int, Tier]:
        """Keep the terms that promise most by their letters, their tier and their standing.

        `found` has those of each tier.
        """
        tiers = np.repeat(np.arange(len(found)), [len(terms) for terms in found])
        terms, first = np.unique(np.concatenate(found), return_index=True)
        tiers = tiers[first]
        if len(terms) > most:
            keys = self._columns.keys(terms.tolist())
            prominence = self._columns.prominence(terms, self._countries)
            chosen = most_promising(self._key, keys, _HEAD_STARTS[tiers], prominence, most)
            terms, tiers = terms[chosen], tiers[chosen]
        return {
            term: _TIERS[tier] for term, tier in zip(terms.tolist(), tiers.tolist(), strict=True)
        }
