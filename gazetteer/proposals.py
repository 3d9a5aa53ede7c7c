"""Terms of the index that may be another spelling of a name.

Keys and trigrams only propose; `gazetteer.alike` judges.
"""

from collections.abc import Iterable
from functools import cached_property

import numpy as np
from numpy.typing import NDArray
from rapidfuzz.distance import OSA
from rapidfuzz.process import cdist

from gazetteer import deletions, trigrams
from gazetteer.columns import Columns, Terms
from gazetteer.index_file import IndexReader
from gazetteer.keys import asked_keys, loose_keys
from gazetteer.names import Forms
from gazetteer.places import Tier

_MOST_BY_KEY = 500
_MOST_BY_RUNS = 300
_MOST_TERMS = 64
_MOST_ACROSS_SCRIPTS = 30
_MOST_NAMESAKES = 12
_MOST_RIVALS = 12

# Of two terms that look as promising, the better known is kept.
_WEIGHT_OF_STANDING = 0.15

# What a key says for a term before its letters are looked at.
_HEAD_STARTS = np.array([0.85, 0.6, 0.0], dtype=np.float32)
_TIERS = (Tier.STRICT, Tier.LOOSE, Tier.TRIGRAM)

# However alike they sound, words that have less in common as they are written are no answer.
_LEAST_WRITTEN = 0.3


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

    def closest(self, rivals: Iterable[int]) -> dict[int, Tier]:
        """Return those of some terms of the same sound that promise most."""
        return self._likeliest([np.fromiter(rivals, dtype=np.uint32)], _MOST_RIVALS)

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
            chosen = self._most_promising(terms, _HEAD_STARTS[tiers], most)
            terms, tiers = terms[chosen], tiers[chosen]
        return {
            term: _TIERS[tier] for term, tier in zip(terms.tolist(), tiers.tolist(), strict=True)
        }

    def _most_promising(
        self, terms: Terms, head_start: NDArray[np.float32], most: int
    ) -> list[int]:
        keys = self._columns.keys(terms.tolist())
        (written,) = cdist([self._key], keys, scorer=OSA.normalized_similarity)
        # Nothing in common with a term of the same sound: it is in another script.
        across = (written == 0) & (head_start > 0)
        promise = np.where(
            across, head_start, np.maximum(written, (written + head_start) / 2)
        ) + _WEIGHT_OF_STANDING * self._columns.prominence(terms, self._countries)
        promise[(written < _LEAST_WRITTEN) & ~across] = 0
        if not across.all():
            # Other scripts would crowd out what is nearly right in the asker's own.
            crowd = np.flatnonzero(across)
            promise[crowd[np.argsort(-promise[crowd])[_MOST_ACROSS_SCRIPTS:]]] = 0
        best = np.argsort(-promise, kind="stable")[:most].tolist()
        return [row for row in best if promise[row] > 0]
