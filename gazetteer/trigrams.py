"""Terms that share rare runs of three letters with a word. Knows numbers and arrays, no places.

SQLite's own trigram index scores every match of every run, so that one common run ("ing") costs
more than all rare ones together. Here the rarest runs are counted, and no more of them than a
budget allows.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

Terms: TypeAlias = NDArray[np.uint32]
Shared: TypeAlias = NDArray[np.uint8]

# The ends of a word are letters too, so that a run can say "begins with sin".
_START, _END = "\x01", "\x02"
_LETTER_BITS = 21

_MOST_POSTINGS = 40_000
_LEAST_RUNS = 3


def codes(key: str) -> list[int]:
    """Return the runs of a key, each as a number, each once."""
    letters = [ord(letter) for letter in f"{_START}{key}{_END}"]
    runs = zip(letters, letters[1:], letters[2:], strict=False)
    return list(
        dict.fromkeys((a << 2 * _LETTER_BITS) | (b << _LETTER_BITS) | c for a, b, c in runs)
    )


def postings(keys: Sequence[str]) -> Iterator[tuple[int, Terms]]:
    """Yield each run with the terms that have it, in order. Terms are numbered from 0."""
    if not keys:
        return
    text = "".join(f"{_START}{key}{_END}" for key in keys)
    letters = np.frombuffer(text.encode("utf-32-le"), dtype=np.uint32).astype(np.int64)
    lengths = np.fromiter((len(key) for key in keys), dtype=np.int64, count=len(keys)) + 2
    term_of_letter = np.repeat(np.arange(len(keys), dtype=np.uint32), lengths)[:-2]
    run = (letters[:-2] << 2 * _LETTER_BITS) | (letters[1:-1] << _LETTER_BITS) | letters[2:]
    # A run over the end of a term is none.
    inside = (letters[:-2] != ord(_END)) & (letters[1:-1] != ord(_END))
    run, term_of_letter = run[inside], term_of_letter[inside]
    order = np.argsort(run, kind="stable")
    run, term_of_letter = run[order], term_of_letter[order]
    starts = np.flatnonzero(np.r_[True, run[1:] != run[:-1]])
    for start, end in zip(starts, np.r_[starts[1:], len(run)], strict=True):
        yield int(run[start]), np.unique(term_of_letter[start:end])


def sharing(
    counts: Mapping[int, int], fetch: Callable[[int], Terms], terms: int
) -> tuple[Terms, Shared]:
    """Return the terms that share the rarest runs of a key, and how many each shares.

    `counts` has the number of terms of each run of the key that any term has, `terms` is how many
    there are in all.
    """
    chosen: list[Terms] = []
    budget = _MOST_POSTINGS
    for code in sorted(counts, key=counts.__getitem__):
        if len(chosen) >= _LEAST_RUNS and counts[code] > budget:
            break
        budget -= counts[code]
        chosen.append(fetch(code))
    if not chosen:
        return np.empty(0, dtype=np.uint32), np.empty(0, dtype=np.uint8)
    shared = np.zeros(terms, dtype=np.uint8)
    for having in chosen:
        shared[having] += 1
    found = np.flatnonzero(shared)
    return found.astype(np.uint32), shared[found]
