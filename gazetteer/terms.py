"""The second pass of a build: from the spellings of all places to terms and what leads to them."""

import sqlite3
from collections.abc import Callable, Iterator, Sequence
from itertools import groupby
from operator import itemgetter
from typing import Any

import numpy as np
from numpy.typing import NDArray

from gazetteer import deletions, trigrams
from gazetteer.keys import loose_keys, strict_keys
from gazetteer.rivals import Terms, write_rivals

HEAP = """
CREATE TEMP TABLE heap (
    key TEXT, place INTEGER, text TEXT, stripped INTEGER, form INTEGER,
    language TEXT, since TEXT, until TEXT, country TEXT, standing REAL
);
CREATE TEMP TABLE sound (key TEXT, term INTEGER, loose INTEGER);
"""
"""What the first pass fills, one row a spelling and key, in the columns of `spelling`."""

_IN_ORDER = "SELECT * FROM heap ORDER BY key, place, text, stripped"
# Of a place's standing, so much goes to its spellings: usual, usual elsewhere, other, former.
_PROMINENCE = (1.0, 0.95, 0.75, 0.6)

_ROWS_AT_A_TIME = 20_000
_LONGEST_COUNTED = 255

# What is done of the work after spellings, keys by sound, and runs of letters; the last is ANALYZE.
_SPELLINGS_DONE, _SOUNDS_DONE, _RUNS_DONE, _ALL_DONE = 0.7, 0.75, 0.9, 0.95

Report = Callable[[float], None]


def write_terms(connection: sqlite3.Connection, report: Report) -> None:
    """Write all tables that lead from a name to spellings, and the arrays of terms, from the heap.

    `report` is told now and then which share of the work is done.
    """
    keys, standings, renown, countries = _write_spellings(connection, report)
    for table, loose in (("strict", 0), ("loose", 1)):
        connection.execute(
            f"INSERT OR IGNORE INTO {table} SELECT key, term FROM sound"  # noqa: S608 - our names.
            " WHERE loose = ? ORDER BY key, term",
            (loose,),
        )
    report(_SOUNDS_DONE)
    connection.executemany(
        "INSERT INTO gram VALUES (?, ?)",
        ((code, terms.tobytes()) for code, terms in trigrams.postings(keys)),
    )
    connection.executemany("INSERT INTO deletion VALUES (?, ?)", deletions.buckets(keys))
    report(_RUNS_DONE)
    lengths = [min(len(key), _LONGEST_COUNTED) for key in keys]
    write_array(connection, "term_standing", np.asarray(standings, dtype=np.float32))
    write_array(connection, "term_country", np.asarray(countries, dtype=np.uint16))
    write_array(connection, "term_length", np.asarray(lengths, dtype=np.uint8))
    write_rivals(connection, Terms(keys, standings, renown))
    write_texts(connection, "term_key", keys)
    report(_ALL_DONE)


def write_array(connection: sqlite3.Connection, name: str, values: NDArray[Any]) -> None:
    """Store a column as bytes, in the byte order of small machines and large."""
    little = values.astype(values.dtype.newbyteorder("<"), copy=False)
    connection.execute("INSERT INTO array VALUES (?, ?)", (name, little.tobytes()))


def write_texts(connection: sqlite3.Connection, name: str, texts: Sequence[str]) -> None:
    """Store texts as one run of bytes, with where each begins and the last one ends."""
    encoded = [text.encode() for text in texts]
    starts = np.cumsum([0, *map(len, encoded)], dtype=np.uint32)
    connection.execute("INSERT INTO array VALUES (?, ?)", (name, b"".join(encoded)))
    write_array(connection, f"{name}_start", starts)


def country_number(country: str) -> int:
    """Return a code of two letters as a number of 16 bits; 0 for none."""
    first, second = country.ljust(2, "\0").encode("ascii", "replace")[:2]
    return first << 8 | second


def _write_spellings(
    connection: sqlite3.Connection, report: Report
) -> tuple[list[str], list[float], list[float], list[int]]:
    """Number the keys in their order; return them with standing and country of their best place.

    The standing is that of the name, which is less than that of the place, which follows.
    """
    keys: list[str] = []
    standings: list[float] = []
    renown: list[float] = []
    countries: list[int] = []
    spellings: list[Sequence[Any]] = []
    sounds: list[tuple[str, int, int]] = []
    ((in_all,),) = connection.execute("SELECT count(*) FROM heap").fetchall()
    done = 0
    for key, group in groupby(connection.execute(_IN_ORDER), key=itemgetter(0)):
        term, rows = len(keys), list(group)
        keys.append(key)
        standing, country = max((row[9] * _PROMINENCE[row[4]], row[8]) for row in rows)
        standings.append(standing)
        renown.append(max(row[9] for row in rows))
        countries.append(country_number(country))
        spellings += [(*row[:8], term) for row in rows]
        sounds += _sounds(term, rows)
        if len(spellings) > _ROWS_AT_A_TIME:
            done += len(spellings)
            _flush(connection, spellings, sounds)
            report(_SPELLINGS_DONE * done / in_all)
    _flush(connection, spellings, sounds)
    report(_SPELLINGS_DONE)
    return keys, standings, renown, countries


def _sounds(term: int, rows: Sequence[Sequence[Any]]) -> Iterator[tuple[str, int, int]]:
    """Yield the keys of a term by sound. A term without articles has those of its whole name."""
    found: set[tuple[str, int]] = set()
    for text in {row[2] for row in rows if not row[3]}:
        strict = strict_keys(text)
        found.update((key, 0) for key in strict)
        # What is its own loose key is found in the table of strict keys.
        found.update((key, 1) for key in loose_keys(strict) if key not in strict)
    for key, loose in found:
        yield key, term, loose


def _flush(
    connection: sqlite3.Connection,
    spellings: list[Sequence[Any]],
    sounds: list[tuple[str, int, int]],
) -> None:
    connection.executemany(
        "INSERT OR IGNORE INTO spelling VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", spellings
    )
    connection.executemany("INSERT INTO sound VALUES (?, ?, ?)", sounds)
    spellings.clear()
    sounds.clear()
