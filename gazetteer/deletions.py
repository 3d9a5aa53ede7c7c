"""Terms one edit away from a word. Knows numbers and arrays, no places.

Two words that differ by one letter too many, too few, wrong or swapped with the next become the
same when one letter is taken from one of them or from both (the symmetric delete method). So a
term is kept under the code of its whole and of every way to take one letter from it. Codes are
hashes of 32 bits: what shares one may be something else, and is judged as all proposals are.
"""

from collections.abc import Iterable, Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

Terms = NDArray[np.uint32]
Codes = NDArray[np.uint32]

LONGEST = 10
"""Letters. In longer words an edit leaves enough runs of three letters to find them by."""

_BASE = 0x9E3779B97F4A7C15
_MIX = np.uint64(0xD6E8FEB86659FD93)
_HALF = np.uint64(32)

# The upper bits of a code say in which bucket its term lies, the lower ones tell it there.
_LOWER_BITS = 16
_LOWER = (1 << _LOWER_BITS) - 1
_BYTES_OF_AN_ENTRY = 6

_LETTERS_AT_A_TIME = 2_000_000


def codes(word: str) -> list[int]:
    """Return the codes of a word: its own and those with one letter less; none of a long word."""
    if not 1 < len(word) <= LONGEST + 1:
        return []
    letters = np.array([[ord(letter) for letter in word]], dtype=np.uint64)
    return list(dict.fromkeys(_codes(letters)[0].tolist()))


def bucket_of(code: int) -> int:
    """Return the number of the bucket in which the terms with a code lie."""
    return code >> _LOWER_BITS


def buckets(keys: Sequence[str]) -> Iterator[tuple[int, bytes]]:
    """Yield each bucket with its content, in order. Terms are numbered from 0."""
    found = list(_coded(keys))
    if not found:
        return
    every = np.concatenate([code for code, _ in found])
    terms = np.concatenate([term for _, term in found])
    order = np.argsort(every, kind="stable")
    every, terms = every[order], terms[order]
    new = np.r_[True, (every[1:] != every[:-1]) | (terms[1:] != terms[:-1])]
    every, terms = every[new], terms[new]
    upper = every >> _LOWER_BITS
    starts = np.flatnonzero(np.r_[True, upper[1:] != upper[:-1]]).tolist()
    lower = (every & _LOWER).astype("<u2")
    for start, end in zip(starts, [*starts[1:], len(every)], strict=True):
        content = terms[start:end].astype("<u4").tobytes() + lower[start:end].tobytes()
        yield int(upper[start]), content


def terms_in(buckets: Iterable[tuple[int, bytes]], wanted: Sequence[int]) -> Terms:
    """Return the terms that have one of the wanted codes, of buckets that hold them all."""
    content = dict(buckets)
    found: list[Terms] = []
    for code in wanted:
        bucket = content.get(bucket_of(code), b"")
        count = len(bucket) // _BYTES_OF_AN_ENTRY
        terms = np.frombuffer(bucket, dtype="<u4", count=count)
        lower = np.frombuffer(bucket, dtype="<u2", offset=4 * count)
        found.append(terms[lower == code & _LOWER])
    return np.concatenate(found) if found else np.empty(0, dtype=np.uint32)


def _coded(keys: Sequence[str]) -> Iterator[tuple[Codes, Terms]]:
    """Yield the codes of all terms with their terms, those of one length together."""
    lengths = np.fromiter((len(key) for key in keys), dtype=np.int64, count=len(keys))
    for length in range(2, LONGEST + 1):
        terms = np.flatnonzero(lengths == length).astype(np.uint32)
        at_a_time = _LETTERS_AT_A_TIME // length**2
        for start in range(0, len(terms), at_a_time):
            part = terms[start : start + at_a_time]
            text = "".join([keys[term] for term in part.tolist()])
            letters = np.frombuffer(text.encode("utf-32-le"), dtype=np.uint32)
            found = _codes(letters.astype(np.uint64).reshape(-1, length))
            yield found.ravel(), np.repeat(part, length + 1)


def _codes(words: NDArray[np.uint64]) -> Codes:
    """Return the codes of words of one length, a row of letters each: the whole, then less one."""
    length = words.shape[1]
    powers = np.array([pow(_BASE, place, 1 << 64) for place in range(length)], dtype=np.uint64)
    without = np.array(
        [[kept for kept in range(length) if kept != gone] for gone in range(length)], dtype=np.intp
    )
    hashes = np.empty((len(words), length + 1), dtype=np.uint64)
    hashes[:, 0] = words @ powers
    hashes[:, 1:] = words[:, without] @ powers[:-1]
    hashes ^= hashes >> _HALF
    hashes *= _MIX  # Wraps around, as it should.
    return (hashes >> _HALF).astype(np.uint32)
