"""Changes of control as they were accepted, kept because every reader of a feed asks for them."""

from collections import OrderedDict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import islice
from operator import itemgetter
from threading import Lock

from sqlalchemy.orm import Session

from geomap.domain.bbox import WORLD
from geomap.domain.news import ControlChange, News, NewsQuery, Rank, Turn, changes_of_control
from geomap.domain.standpoint import Standpoint
from geomap.domain.statements import Frame
from geomap.errors import InvalidParameter
from geomap.services.changes import history_of
from geomap.services.derived import histories_at
from geomap.services.explaining import register_at
from geomap.services.standpoints import is_kept, resolved
from geomap.storage.atlases import load_areas, load_claims_around, place_ids
from geomap.storage.changes import claims_accepted, revisions_of
from geomap.storage.derived import load_periods_of, period_of
from geomap.storage.turns import load_turns, load_turns_of, touched_after

MOST_KEPT = 2
LONGEST_SHOWN = 60


@dataclass(frozen=True, slots=True)
class _Whole:
    """All changes, the newest first."""

    turns: Sequence[Turn]
    judged: Mapping[Rank, ControlChange] | None
    """What they are, where that is not stored."""


class KeptNews:
    """All changes of control as known on a day at a revision: those asked for last."""

    def __init__(self) -> None:
        self._kept: OrderedDict[tuple[int, date | None], _Whole] = OrderedDict()
        self._lock = Lock()

    def news(self, session: Session, query: NewsQuery, standpoint: Standpoint) -> News:
        """The changes that are wanted.

        Raises InvalidParameter for an actor or a place that the atlas does not have, NotFound for
        an empty database.
        """
        number, frame = resolved(session, standpoint)
        whole = self._whole(session, standpoint, number, frame)
        inside = None if query.box == WORLD else place_ids(session, number, query.box)
        wanted = (turn.rank for turn in whole.turns if query.wants(turn, inside))
        found = list(islice(wanted, query.limit + 1))
        shown = found[: query.limit]
        places = {rank.place_id for rank in shown} | ({query.place} if query.place else set())
        register = register_at(session, number, sorted(places))
        _require("actor", query.actor, register.actors)
        _require("place", query.place, register.places)
        revisions = revisions_of(session, {*(rank.revision for rank in shown), number})
        return News(
            history_of(session),
            frame,
            revisions[number],
            _told(session, number, shown, whole),
            len(found) > query.limit,
            register,
            revisions,
        )

    def _whole(self, session: Session, standpoint: Standpoint, number: int, frame: Frame) -> _Whole:
        key = (number, standpoint.known)
        with self._lock:
            found = self._kept.get(key)
            older = [one for one in self._kept if one[0] < number and one[1] is None]
            last = (max(older)[0], self._kept[max(older)]) if older else None
        if found is None:
            found = _read(session, standpoint, (number, frame), last)
            with self._lock:
                self._kept[key] = found
                if len(self._kept) > MOST_KEPT:
                    self._kept.popitem(last=False)
        return found


def _read(
    session: Session,
    standpoint: Standpoint,
    at: tuple[int, Frame],
    last: tuple[int, _Whole] | None,
) -> _Whole:
    number, frame = at
    if is_kept(session, standpoint, number, frame):
        touched = None if last is None else _touched(session, number, last[0])
        if last is None or touched is None:
            return _Whole(
                _newest_first(load_turns(session, claims_accepted(session, number))), None
            )
        claims = load_claims_around(session, number, touched)
        accepted = claims_accepted(session, number, [claim.id for claim in claims])
        stands = [turn for turn in last[1].turns if turn.rank.place_id not in touched]
        return _Whole(_newest_first([*stands, *load_turns_of(session, accepted, touched)]), None)
    histories = histories_at(session, number, standpoint.known, standpoint.rule)
    changes = changes_of_control(histories.all(), claims_accepted(session, number))
    judged = {change.rank: change for change in changes}
    return _Whole(_newest_first(change.turn for change in judged.values()), judged)


def _touched(session: Session, number: int, last: int) -> set[str] | None:
    """The places whose answers may have changed since; None where any may."""
    touched = touched_after(session, last)
    areas = {area.id for area in load_areas(session, number)}
    return None if touched is None or touched & areas else touched


def _newest_first(turns: Iterable[Turn]) -> Sequence[Turn]:
    return sorted(turns, key=itemgetter(0), reverse=True)


def _told(
    session: Session, number: int, shown: Sequence[Rank], whole: _Whole
) -> Sequence[ControlChange]:
    """The changes that are shown, with all that they are."""
    judged = whole.judged
    if judged is None:
        places = {rank.place_id for rank in shown}
        claims = {claim.id: claim for claim in load_claims_around(session, number, places)}
        periods = (period_of(row, claims) for row in load_periods_of(session, *places))
        accepted = claims_accepted(session, number, claims)
        judged = {change.rank: change for change in changes_of_control(periods, accepted)}
    return [judged[rank] for rank in shown]


def _require(name: str, key: str | None, known: Mapping[str, object]) -> None:
    if key is not None and key not in known:
        raise InvalidParameter(name, f"the atlas has no {name} {key[:LONGEST_SHOWN]!r}.")
