"""Which date of a list belongs to which of its places: "A in May, B and C on 1 June"."""

from collections.abc import Iterator, Sequence

from geomap.reading.calendar.of_sentence import DateFound
from geomap.reading.clauses.cut import Opening
from geomap.reading.clauses.date_clauses import is_date, only_says_when
from geomap.reading.clauses.scenes import Scene
from geomap.reading.clauses.verbs import forms_of
from geomap.reading.dating.lags import dates_of
from geomap.reading.language.items import Item, Line
from geomap.reading.language.words import Sense

_FEWEST = 2
"""Places and dates; of one of them there is nothing to deal out."""


def span_of(scene: Scene) -> tuple[int, int]:
    """The tokens of a clause with those behind it that only list on, or only say when."""
    last = scene.clause.last
    following = scene.later
    while following is not None and _goes_with(following):
        last = following.clause.last
        following = following.later
    return scene.clause.first, last


def _goes_with(scene: Scene) -> bool:
    if scene.verb is not None or scene.actors:
        return False
    opener = scene.clause.opener
    listing = opener is not None and opener.text == ":"
    return listing or scene.clause.opening is Opening.GOES_ON


def dealt(
    line: Line, scene: Scene, place: Item, among: Sequence[Item], dates: Sequence[DateFound]
) -> DateFound | None:
    """The date of one of several places, where the clause has as many; else none.

    A list either names each date before its places or behind them, as its beginning shows.
    """
    if len(dates) < _FEWEST:
        return None
    if len(among) < _FEWEST:
        return _of_its_clause(scene, place, dates)
    own = list(_within(line, scene, dates))
    if len(own) < _FEWEST or place.mention is None:
        return None
    starts = sorted(one.mention.start for one in among if one.mention is not None)
    at = place.mention.start
    if own[0].start > starts[-1] and len(own) == len(starts):
        # "A and B, which they took in May and June".
        return own[starts.index(at)]
    if own[0].start < min(starts):
        return [found for found in own if found.start < at][-1]
    return next((found for found in own if found.start > at), own[-1])


def _of_its_clause(scene: Scene, place: Item, dates: Sequence[DateFound]) -> DateFound | None:
    """The date beside a place that goes on a list: "took A on Sunday, and on Thursday B"."""
    following = scene.later
    while following is not None and following.verb is None:
        if following.clause.first <= place.start < following.clause.last:
            return next(iter(dates_of(following, dates)), None)
        following = following.later
    return None


def _within(line: Line, scene: Scene, dates: Sequence[DateFound]) -> Iterator[DateFound]:
    first, last = span_of(scene)
    if last <= first:
        return
    start, end = line.sentence.starts[first], line.sentence.end_of(last - 1)
    for found in dates:
        if start <= found.start < end:
            yield found


def date_aside(scene: Scene, dates: Sequence[DateFound]) -> list[DateFound]:
    """Those of a relative clause before the rest of a verb: "heeft X, dat ..., heroverd"."""
    if scene.language == "en":
        return _in_relatives(scene, dates)
    if not dates or scene.former is scene.later or _is_pluperfect(scene):
        return []
    found: list[DateFound] = []
    for one in _others(scene):
        relative = one.clause.opening is Opening.RELATIVE
        subordinate = one.clause.opening is Opening.SUBORDINATE
        if (relative and _stands_apart(scene, one)) or (
            (relative or subordinate) and _is_pluperfect(one)
        ):
            found += dates_of(one, dates)
    return found


def _stands_apart(scene: Scene, relative: Scene) -> bool:
    """Whether a Dutch clause is not of the time of a relative clause beside it.

    As "heeft X, dat IS in mei innam, heroverd", and "A, die maandag X innam, heeft nu ook Y".
    """
    verb = scene.verb
    if verb is None:
        return False
    resumed = verb.start == scene.clause.first and "n" in forms_of(verb)
    return (resumed and relative is scene.former) or scene.clause.has(Sense.LASTING)


def _is_pluperfect(scene: Scene) -> bool:
    """Whether a Dutch clause tells of what was over by then: "die ze in maart hadden ingenomen"."""
    had = any(one.text.lower() in _HAD for one in scene.clause.items)
    return had and any("n" in forms_of(one) for one in scene.clause.items)


_HAD = frozenset({"had", "hadden", "was", "waren"})


def _in_relatives(scene: Scene, dates: Sequence[DateFound]) -> list[DateFound]:
    """History in the relative clauses of a sentence, for what is told outside them."""
    if not dates or scene.clause.opening is Opening.RELATIVE:
        return []
    found: list[DateFound] = []
    for one in _others(scene):
        if one.clause.opening is Opening.RELATIVE:
            found += [date for date in dates_of(one, dates) if date.past]
    return found


def _others(scene: Scene) -> Iterator[Scene]:
    """The other clauses of its sentence."""
    before, behind = scene.former, scene.later
    while before is not None:
        yield before
        before = before.former
    while behind is not None:
        yield behind
        behind = behind.later


def when_behind(scene: Scene) -> Scene | None:
    """The clause that only says when, as in "took X, a city of a million people, in June 2014"."""
    following = scene.later
    while following is not None and not only_dates(following):
        following = following.later if _goes_with(following) or _is_apposed(following) else None
    return following


def _is_apposed(scene: Scene) -> bool:
    """Whether a clause only says what came before it is: ", the largest town in the pocket,"."""
    opener = scene.clause.opener
    apposed = scene.verb is None and scene.clause.opening is Opening.GOES_ON
    return apposed and opener is not None and opener.text == "," and not _is_told(scene)


def _is_told(scene: Scene) -> bool:
    """Whether a clause tells of a deed in a noun: ", a retreat that"."""
    return any(item.senses.get(Sense.NOUN) not in {None, "hold"} for item in scene.clause.items)


def _begins_with_date(scene: Scene) -> bool:
    """Whether a clause without a verb dates what comes before it: ", on Friday after days of"."""
    if scene.verb is not None or scene.places or scene.clause.opening is not Opening.GOES_ON:
        return False
    for at, item in enumerate(scene.clause.items):
        if Sense.CALENDAR in item.senses:
            return item.text[0].isupper() or scene.language == "nl"
        if at or Sense.PREPOSITION not in item.senses:
            return False
    return False


def only_dates(scene: Scene) -> bool:
    """Whether a clause is nothing but a date: ", in november 2015,", ", in 2014,"."""
    if _begins_with_date(scene):
        return True
    if scene.places or not only_says_when(scene.clause.items):
        return False
    tokens = scene.line.tokens[scene.clause.first : scene.clause.last]
    return is_date(scene.clause.items) or any(token.text[0].isdigit() for token in tokens)
