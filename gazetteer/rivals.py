"""Better-known names that sound the same as a name of low standing, worked out by a build.

"Rakka" may be written so in a village of some country, and yet mean Raqqa. To look for such names
anew with each question would take longer than the question itself.
"""

import heapq
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from operator import itemgetter

import numpy as np

TABLE = "CREATE TABLE rival (term INTEGER PRIMARY KEY, others BLOB NOT NULL);"

WELL_KNOWN = 0.6
"""From here on a name is thought to mean its own place: some 200 people, or chosen by hand."""

# With ten, one unseen spelling in fifty more is not found among ten: villages have namesakes.
_MOST = 24
_NUMBER = np.dtype("<u4")


def write_rivals(connection: sqlite3.Connection, standings: Sequence[float]) -> None:
    """Store for each term of low standing the best-known ones that share a strict key with it."""
    found: dict[int, list[int]] = {}
    rows = connection.execute("SELECT key, term FROM strict ORDER BY key")
    for _key, group in groupby(rows, key=itemgetter(0)):
        terms = [term for _, term in group]
        if len(terms) > 1:
            for term, others in _rivals_in(terms, standings):
                found.setdefault(term, []).extend(others)
    connection.executemany(
        "INSERT INTO rival VALUES (?, ?)",
        ((term, _packed(others, standings)) for term, others in found.items()),
    )


def rivals_in(rows: Iterable[tuple[bytes]]) -> set[int]:
    """Return the terms that some rows of the table name."""
    return {term for (others,) in rows for term in np.frombuffer(others, dtype=_NUMBER).tolist()}


def _rivals_in(terms: Sequence[int], standings: Sequence[float]) -> Iterator[tuple[int, list[int]]]:
    best = heapq.nlargest(_MOST + 1, terms, key=standings.__getitem__)
    for term in terms:
        standing = standings[term]
        if standing < WELL_KNOWN:
            others = [one for one in best if one != term and standings[one] >= standing]
            if others:
                yield term, others[:_MOST]


def _packed(terms: Iterable[int], standings: Sequence[float]) -> bytes:
    """Return the best known of some terms as bytes."""
    best = heapq.nlargest(_MOST, set(terms), key=standings.__getitem__)
    return np.array(best, dtype=_NUMBER).tobytes()
