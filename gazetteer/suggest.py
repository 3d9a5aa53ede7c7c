"""Completing: the beginning of a name to the places that are likely to be meant.

The keys with one beginning are a row of numbers, and the standing of each is a column in memory, so
that the best of a hundred thousand are found as fast as the best of ten.
"""

from collections.abc import Iterable

import numpy as np
from numpy.typing import NDArray

from gazetteer.bias import Bias
from gazetteer.confidence import Question
from gazetteer.index_file import IndexReader
from gazetteer.keys import strict_keys
from gazetteer.matching import Matcher, candidates
from gazetteer.names import Forms, forms
from gazetteer.places import Candidate, Context, Tier
from gazetteer.ranking import DISPLAY, PREFERRED, Likeness, ranked
from gazetteer.terms import country_number

_MOST_TERMS = 40
_SHORTEST_BY_SOUND = 4
_MOST_BY_SOUND = 500

# No key goes on with it.
_LAST_LETTER = "\U0010ffff"

# How alike a beginning and a name are taken to be: a usual name, another, one that only sounds so.
_BEGUN, _BEGUN_OTHERWISE, _SOUNDS = 0.99, 0.85, 0.75


class Suggester:
    """Completes names from an index."""

    def __init__(self, reader: IndexReader, matcher: Matcher) -> None:
        self._reader = reader
        self._matcher = matcher

    def suggest(self, prefix: str, context: Context | None, limit: int) -> list[Candidate]:
        """Return the places whose name may begin so, best first."""
        asked = forms(prefix)
        bias = self._matcher.bias(None, context)
        degrees = self._begun(asked, bias, limit)
        if len(degrees) < limit and len(asked.bare_key) >= _SHORTEST_BY_SOUND:
            for term in self._by_sound(asked, bias, limit):
                degrees.setdefault(term, _SOUNDS)
        matches = self._matcher.matches_of(degrees)
        alike: dict[tuple[str, int], Likeness] = {}
        for match in matches:
            begun = match.key.startswith((asked.key, asked.bare_key))
            usual = match.form in (DISPLAY, PREFERRED)
            degree = (_BEGUN if usual else _BEGUN_OTHERWISE) if begun else _SOUNDS
            alike[match.text, match.number] = Likeness(
                Tier.FOLDED if begun else Tier.STRICT, degree
            )
        return candidates(ranked(matches, asked, bias, alike), Question(asked, bias), limit)

    def _begun(self, asked: Forms, bias: Bias | None, limit: int) -> dict[int, float]:
        """Return the best terms that begin so, as they are and without their article."""
        best: dict[int, float] = {}
        for key in dict.fromkeys((asked.key, asked.bare_key)):
            columns = self._matcher.columns
            start, end = columns.place_of(key), columns.place_of(key + _LAST_LETTER)
            terms = np.arange(start, end, dtype=np.uint32)
            best |= dict.fromkeys(self._best(terms, bias, limit), _BEGUN)
        return best

    def _by_sound(self, asked: Forms, bias: Bias | None, limit: int) -> Iterable[int]:
        keys = strict_keys(asked.normal)
        if not keys:
            return ()
        rows = self._reader.fetch(
            "SELECT term FROM strict WHERE key >= ? AND key < ? LIMIT ?",
            (keys[0], keys[0] + _LAST_LETTER, _MOST_BY_SOUND),
        )
        terms = np.fromiter({row[0] for row in rows}, dtype=np.uint32)
        return self._best(terms, bias, limit)

    def _best(self, terms: NDArray[np.uint32], bias: Bias | None, limit: int) -> list[int]:
        most = _MOST_TERMS + limit
        if len(terms) > most:
            codes = frozenset(map(country_number, bias.countries)) if bias else frozenset()
            prominence = self._matcher.columns.prominence(terms, codes)
            terms = terms[np.argpartition(-prominence, most)[:most]]
        return [int(term) for term in terms]
