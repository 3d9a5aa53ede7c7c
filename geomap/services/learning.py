"""What has been learned since: answers that differ between two standpoints, and through what."""

from collections.abc import Iterable
from datetime import date, timedelta

from sqlalchemy.orm import Session

from geomap.domain.answers import LearnedAnswer, LearnedQuery, Register
from geomap.domain.bbox import WORLD
from geomap.domain.control import control_on, known_by
from geomap.domain.explanation import explain
from geomap.domain.histories import Histories
from geomap.domain.learning import (
    Difference,
    Learned,
    answer_on,
    answers_differ,
    differing_days,
    what_was_learned,
)
from geomap.domain.standpoint import Standpoint
from geomap.domain.statements import Claim, Frame, Place
from geomap.domain.timeline import periods_of
from geomap.errors import InvalidParameter
from geomap.services.control import require_covered
from geomap.services.derived import histories_at
from geomap.services.explaining import EVERY_CLAIM, place_of, register_at
from geomap.services.standpoints import require_sources, resolved_revision
from geomap.storage.atlases import load_areas, places_learned_of
from geomap.storage.selection import Selection

Layers = list[list[Claim]]
MOST_APART = 5_000
"""So many places are read one by one; for more it is quicker to read all."""


class _Side:
    """One of the two standpoints, with every claim that there was at its revision."""

    def __init__(self, standpoint: Standpoint, histories: Histories) -> None:
        self.standpoint = standpoint
        self._histories = histories

    def every_claim(self, place: Place) -> Layers:
        """All claims on a place and on its areas, whether they count here or not."""
        return [list(layer) for layer in self._histories.layers(place)]

    def heard(self, place: Place) -> Layers:
        """The claims that are known and heard."""
        rule, known = self.standpoint.rule, self.standpoint.known
        return [
            known_by(known, filter(rule.hears, layer)) for layer in self._histories.layers(place)
        ]


def learned(session: Session, query: LearnedQuery) -> LearnedAnswer:
    """Every answer that differs between what was known before and after.

    With a day: places whose answer on that day differs. Without one a place must be given, and
    the answer is the days on which its history differs. Raises InvalidParameter where after comes
    before before, NotFound for a place that is in neither, and otherwise as `control_on_day`.
    """
    _refuse_reversed(query)
    first, _frame = resolved_revision(session, query.before.revision)
    second, frame = resolved_revision(session, query.after.revision, "until_revision")
    require_sources(session, query.after.rule, second)
    if query.day is not None:
        require_covered(frame, query.day)
    where = _touched(session, query, first, second)
    register = _register(session, first, second, where)
    after = histories_at(session, second, None, EVERY_CLAIM, where)
    before = after if first == second else histories_at(session, first, None, EVERY_CLAIM, where)
    sides = _Side(query.before, before), _Side(query.after, after)
    places = _places(query, register)
    if query.day is not None:
        differences = [_on_day(place, query.day, *sides) for place in places]
        found = [one for one in differences if one is not None]
    else:
        found = [one for place in places for one in _in_history(place, frame, *sides)]
    return LearnedAnswer(frame, query, (first, second), tuple(found), register)


def _refuse_reversed(query: LearnedQuery) -> None:
    before, after = query.before, query.after
    if query.day is None and query.place_id is None:
        raise InvalidParameter("date", "is missing; give a day, or a place for its whole history.")
    if (before.known, before.revision) == (None, None):
        raise InvalidParameter(
            "known", "is missing; give the day from which on you want to know what was learned."
        )
    if after.known is not None and (before.known is None or after.known < before.known):
        raise InvalidParameter("until", f"{after.known} comes before what was known at first.")
    if after.revision is not None and (before.revision is None or after.revision < before.revision):
        raise InvalidParameter(
            "until_revision", f"{after.revision} comes before the revision to start from."
        )


def _touched(session: Session, query: LearnedQuery, first: int, second: int) -> Selection:
    """Where an answer can differ: on the place that is asked for, or where something was learned.

    A claim on an area touches every place in it, and an edit may touch any.
    """
    if query.place_id is not None:
        return [query.place_id]
    if first != second or query.before.known is None:
        return WORLD
    learned_of = places_learned_of(session, second, query.before.known, query.after.known)
    areas = {area.id for area in load_areas(session, second)}
    if learned_of & areas or len(learned_of) > MOST_APART:
        return WORLD
    return sorted(learned_of)


def _register(session: Session, first: int, second: int, where: Selection) -> Register:
    """Everything by id, as it was at the later revision, or at the earlier one where it is gone."""
    newer = register_at(session, second, where)
    if first == second:
        return newer
    older = register_at(session, first, where)
    return Register(
        {**older.actors, **newer.actors},
        {**older.sources, **newer.sources},
        {**older.places, **newer.places},
    )


def _places(query: LearnedQuery, register: Register) -> Iterable[Place]:
    if query.place_id is not None:
        return [place_of(register, query.place_id)]
    return register.places.values()


def _on_day(place: Place, day: date, before: _Side, after: _Side) -> Difference | None:
    """The difference for a place on a day, or None."""
    old, new = before.heard(place), after.heard(place)
    if old == new:
        return None
    was, is_now = (
        control_on(day, own, side.standpoint.rule, *areas)
        for side, (own, *areas) in ((before, old), (after, new))
    )
    if not answers_differ(day, was, is_now):
        return None
    statements = _statements(place, day, before, after)
    return Difference(place, day, day + timedelta(days=1), was, is_now, statements)


def _statements(place: Place, day: date, before: _Side, after: _Side) -> tuple[Learned, ...]:
    was, is_now = (
        explain(place, day, own, areas, side.standpoint)
        for side in (before, after)
        for own, *areas in [side.every_claim(place)]
    )
    return what_was_learned(was, is_now)


def _in_history(place: Place, frame: Frame, before: _Side, after: _Side) -> Iterable[Difference]:
    """The days of the atlas on which the histories of a place differ, each run with one answer."""
    old, new = (
        periods_of(place.id, own, side.standpoint.rule, *areas)
        for side in (before, after)
        for own, *areas in [side.heard(place)]
    )

    for run in differing_days(old, new, frame.start, frame.end):
        start, end = run[0].start, run[-1].end or frame.end
        was, is_now = (answer_on(history, start) for history in (old, new))
        statements = {
            (one.claim.id, one.role): one
            for span in run
            for one in _statements(place, span.start, before, after)
        }
        yield Difference(place, start, end, was, is_now, tuple(statements.values()))
