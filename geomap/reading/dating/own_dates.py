"""The dates that a clause says itself, or that another clause says for it."""

from collections.abc import Sequence

from geomap.reading.calendar.of_sentence import DateFound
from geomap.reading.calendar.periods import Period, when
from geomap.reading.clauses.cut import Opening
from geomap.reading.clauses.scenes import Scene
from geomap.reading.dating.dated_lists import when_behind
from geomap.reading.dating.lags import dates_of
from geomap.reading.language.words import Sense
from geomap.reading.telling.tense import is_told_on

_AFTER = frozenset({"after", "following", "na"})
_THEN = frozenset({"when", "as", "while", "after", "toen", "terwijl", "nadat", "waarna", "waarbij"})
_THAT = frozenset({"that"})
_JUST_THEN = frozenset({"when", "toen"})
_A_MONTH, _MOST_OF_A_YEAR = 31, 300
_FAR = 40
"""Characters from a word to a year that is not its own."""


def own_dates(scene: Scene, dates: Sequence[DateFound]) -> list[DateFound]:
    """The dates of a clause; else of one that only dates it, or at whose time it was."""
    if not dates:
        return []
    own = dates_of(scene, dates)
    behind = when_behind(scene) if not own else None
    if behind is not None:
        own = dates_of(behind, dates)
    before = dates_of(scene.former, dates) if scene.former is not None and not own else []
    if before and (_is_of_that_time(scene) or _is_of_history(scene, before)):
        own = [_begun(found) for found in before]
    later = scene.later
    if not own and later is not None and _opens(later, _JUST_THEN):
        # "Which it seized when it invaded the region last August."
        own = dates_of(later, dates)
    return own


def without_tail(scene: Scene, at: int, candidates: Sequence[DateFound]) -> Sequence[DateFound]:
    """Leave out dates of what hangs on the clause and has no verb that is known.

    As in "sloten een bestand, waar zij sinds mei ruziën", of a word before it.
    """
    sentence, clause = scene.line.sentence, scene.clause
    if _TAILS.isdisjoint(sentence.vocabulary):
        return candidates
    for position in range(clause.first, len(sentence.lowers)):
        border = sentence.starts[position]
        if sentence.lowers[position] in _TAILS and border > at:
            own = [found for found in candidates if found.start < border]
            return own if own or sentence.lowers[position] in _WHERE else candidates
    return candidates


_WHERE = frozenset({"waar", "where"})
_TAILS = _WHERE | {"nadat", "voordat", "omdat", "hoewel", "although", "because"}


def nearest_of(candidates: Sequence[DateFound], at: int) -> DateFound:
    """The date nearest to a character; a year far from it gives way to a day."""
    nearest = min(candidates, key=lambda found: abs(found.start - at))
    if abs(nearest.start - at) < _FAR or _length(nearest) < _MOST_OF_A_YEAR:
        return nearest
    # "The campaign, the largest since the invasion of 2003, began on 17 October."
    days = [found for found in candidates if _length(found) <= _A_MONTH]
    return min(days, key=lambda found: abs(found.start - at), default=nearest)


def _length(found: DateFound) -> int:
    return (found.when.settled - found.when.earliest).days


def _begun(found: DateFound) -> DateFound:
    """When what still lasts began: "controlled since February, when they captured it"."""
    if not found.when.standing:
        return found
    return found._replace(when=when(Period(found.when.earliest, found.when.settled)))


def _is_of_that_time(scene: Scene) -> bool:
    """Whether a clause tells what was when the one before it happened."""
    if scene.verb is None and scene.clause.opening is Opening.GOES_ON:
        # "In januari verdreven zij hen, na vier maanden straatgevechten."
        return bool(scene.clause.items) and scene.clause.items[0].text.lower() in _AFTER
    return _opens(scene, _THEN)


def _is_of_history(scene: Scene, dates: Sequence[DateFound]) -> bool:
    """As in "took X in 2015, which they had to give up again": that is no news either."""
    said = scene.former is not None and scene.former.clause.has(Sense.SAID)
    # "A 2012 revolt that briefly overran X" is no clause of what was said.
    told = _opens(scene, _THAT) and not said
    if (scene.clause.opening is not Opening.RELATIVE and not told) or scene.verb is None:
        return False
    return all(found.past for found in dates) and is_told_on(scene, scene.verb)


def _opens(scene: Scene, openers: frozenset[str]) -> bool:
    opener = scene.clause.opener
    return opener is not None and opener.text.lower() in openers
