"""Terms of the index that may be another spelling of a name, and how alike two spellings are.

Keys and trigrams only propose. What judges is the likeness: the share of letters that two spellings
have in common in their order, once as they are written and once as they sound.
"""

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray
from rapidfuzz.distance import OSA
from rapidfuzz.process import cdist

from gazetteer import trigrams
from gazetteer.index_file import IndexReader
from gazetteer.keys import loose_keys, sounding, strict_keys
from gazetteer.names import Forms, folded, script_of, without_articles
from gazetteer.places import Tier
from gazetteer.ranking import Likeness

_MOST_BY_KEY = 3000
_MOST_BY_RUNS = 300
_MOST_TERMS = 120
LEAST_DEGREE = 0.55
"""Spellings that have less in common are no answer."""

_LONGEST_FOR_EDITS = 7
_ALPHABETS = {
    "latin": "abcdefghijklmnopqrstuvwxyz",
    "arabic": "ابتثجحخدذرزسشصضطظعغفقكلمنهوي",
    "cyrillic": "абвгдежзийклмнопрстуфхцчшщъыьэюя",
}

# What a key says for a term before its letters are looked at.
_HEAD_START = {Tier.STRICT: 0.75, Tier.LOOSE: 0.6, Tier.TRIGRAM: 0.0}


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


def alike_terms(
    reader: IndexReader, columns: Columns, asked: Forms, countries: frozenset[int]
) -> dict[int, Tier]:
    """Return the terms that may be another spelling of a name, with how each was found."""
    strict = strict_keys(asked.normal)
    proposed = [
        (Tier.STRICT, _by_key(reader, "strict", strict)),
        (Tier.LOOSE, _by_key(reader, "loose", (*strict, *loose_keys(strict)))),
        (Tier.LOOSE, _by_key(reader, "strict", loose_keys(strict))),
        (Tier.TRIGRAM, _by_runs(reader, columns, asked.bare_key)),
        (Tier.TRIGRAM, _by_edits(reader, asked.bare_key)),
    ]
    tiers: dict[int, Tier] = {}
    for tier, terms in proposed:
        if len(terms) > _MOST_BY_KEY:
            best = np.argpartition(-columns.prominence(terms, countries), _MOST_BY_KEY)
            terms = terms[best[:_MOST_BY_KEY]]
        for term in terms.tolist():
            tiers.setdefault(term, tier)
    return _likeliest(reader, columns, asked, tiers, countries)


def _likeliest(
    reader: IndexReader,
    columns: Columns,
    asked: Forms,
    tiers: dict[int, Tier],
    countries: frozenset[int],
) -> dict[int, Tier]:
    if len(tiers) <= _MOST_TERMS:
        return tiers
    terms = np.fromiter(tiers, dtype=np.uint32, count=len(tiers))
    keys = dict(reader.fetch_in("SELECT number, key FROM term WHERE number IN", terms.tolist()))
    (written,) = cdist(
        [asked.bare_key], [keys[term] for term in tiers], scorer=OSA.normalized_similarity
    )
    head_start = np.fromiter((_HEAD_START[tier] for tier in tiers.values()), dtype=np.float32)
    promise = np.maximum(written, (written + head_start) / 1.5)
    promise = promise + 0.15 * columns.prominence(terms, countries)
    best = np.argpartition(-promise, _MOST_TERMS)[:_MOST_TERMS]
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
    rows = reader.fetch(f"SELECT number FROM term WHERE key IN ({marks})", edits)  # noqa: S608
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


class Listener:
    """Judges how alike spellings are to one name."""

    def __init__(self, asked: Forms) -> None:
        self._written = asked.bare_key
        self._script = script_of(asked.bare_key)
        self._heard = sounding(asked.normal)
        self._keys = frozenset(strict_keys(asked.normal))

    def likeness(self, text: str, tier: Tier) -> Likeness:
        """Return how alike a spelling is, which was found in a certain way."""
        heard = OSA.normalized_similarity(self._heard, sounding(text))
        if script_of(text) != self._script:
            # Only one of the two writes its short vowels.
            skeleton = 1.0 if tier is Tier.STRICT else 0.75
            return Likeness(tier, round((heard + skeleton) / 2, 3))
        key = without_articles(folded(text)).replace(" ", "")
        written = OSA.normalized_similarity(self._written, key)
        return Likeness(tier, min(round(max(written, (written + heard) / 2), 3), 0.99))
