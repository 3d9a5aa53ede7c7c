"""Better-known places that sound the same as a name of low standing, judged by a build.

"Rakka" may be written so in a village of some country, and yet mean Raqqa. To look for such places
anew with each question would take longer than the question itself.
"""

import heapq
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import groupby
from operator import itemgetter

import numpy as np

from gazetteer.alike import Listener, is_answer
from gazetteer.names import forms_of
from gazetteer.places import Tier
from gazetteer.promise import HEAD_STARTS, most_promising
from gazetteer.ranking import Likeness, Match, ranked
from gazetteer.spellings import WRITTEN_SO

TABLE = """
CREATE TABLE rival (
    of_term INTEGER NOT NULL, rival_place INTEGER NOT NULL,
    rival_key TEXT NOT NULL, rival_text TEXT NOT NULL, degree REAL NOT NULL,
    PRIMARY KEY (of_term, rival_place)
) WITHOUT ROWID;
"""

WELL_KNOWN = 0.6
"""From here on a name is thought to mean its own place: some 200 people, or chosen by hand."""

# Ten candidates are shown, of which one is called just so.
_MOST = 9
_MOST_JUDGED = 10
_MOST_OF_ONE_SOUND = 500

# Terms of one sound come together and name each other.
_TERMS_KEPT = 4096

Row = tuple[int, int, str, str, float]


class Terms:
    """The terms of an index in the making: keys, standings, and what is known of their places.

    `renown` is the standing of the best-known place of a term, whatever its name is to it.
    """

    def __init__(
        self, keys: Sequence[str], standings: Sequence[float], renown: Sequence[float]
    ) -> None:
        self.keys, self.standings, self.renown = keys, standings, renown


def write_rivals(connection: sqlite3.Connection, terms: Terms) -> None:
    """Store for each term of low standing the best-known places that share a strict key with it."""
    found: dict[int, set[int]] = {}
    rows = connection.execute("SELECT key, term FROM strict ORDER BY key")
    for _key, group in groupby(rows, key=itemgetter(0)):
        for term, others in _promising([term for _, term in group], terms):
            found.setdefault(term, set()).update(others)
    judge = _Judge(connection, terms.keys)
    rivals = [row for term, others in found.items() for row in judge.rivals(term, others)]
    connection.executemany("INSERT INTO rival VALUES (?, ?, ?, ?, ?)", sorted(rivals))


def _promising(group: Sequence[int], terms: Terms) -> Iterator[tuple[int, list[int]]]:
    """Yield each little-known term of one sound with the better-known ones that promise most."""
    asked = [term for term in group if terms.renown[term] < WELL_KNOWN]
    if not asked or len(group) == 1:
        return
    best = heapq.nlargest(_MOST_OF_ONE_SOUND, group, key=terms.standings.__getitem__)
    keys = [terms.keys[term] for term in best]
    prominence = np.array([terms.standings[term] for term in best], dtype=np.float32)
    head_starts = np.full(len(best), HEAD_STARTS[Tier.STRICT], dtype=np.float32)
    for term in asked:
        # The best known come first; what is below the term itself is no rival of it.
        count = int(np.count_nonzero(prominence >= np.float32(terms.standings[term])))
        rows = most_promising(
            terms.keys[term], keys[:count], head_starts[:count], prominence[:count], _MOST_JUDGED
        )
        others = [best[row] for row in rows if best[row] != term]
        if others:
            yield term, others


class _Judge:
    """Judges rivals as a look-up judges what it finds."""

    def __init__(self, connection: sqlite3.Connection, keys: Sequence[str]) -> None:
        self._connection, self._keys = connection, keys
        self._matches = lru_cache(_TERMS_KEPT)(self._spelled)

    def rivals(self, term: int, others: Iterable[int]) -> Iterator[Row]:
        """Yield the best rivals of a term as rows of the table."""
        own = self._matches(term)
        asked = forms_of(own[0].text)
        listener = Listener(asked)
        matches, alike = list[Match](), dict[tuple[str, int], Likeness]()
        for match in (match for other in others for match in self._matches(other)):
            likeness = listener.likeness(match.text, Tier.STRICT, match.name)
            if is_answer(match, likeness, listener.script):
                matches.append(match)
                alike[match.text, match.number] = likeness
        called_so = {match.number for match in own}
        best = ranked(matches, asked, None, alike)
        rivals = [one for one in best if one.match.number not in called_so][:_MOST]
        for one in rivals:
            yield term, one.match.number, one.match.key, one.match.text, one.degree

    def _spelled(self, term: int) -> list[Match]:
        rows = self._connection.execute(WRITTEN_SO, (self._keys[term],))
        return list(map(Match._make, rows))
