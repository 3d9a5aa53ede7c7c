"""Changes of control as they were accepted, kept because every reader of a feed asks for them."""

from collections import OrderedDict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import islice
from threading import Lock

from sqlalchemy.orm import Session

from geomap.domain.answers import Register
from geomap.domain.news import ControlChange, News, NewsQuery, changes_of_control
from geomap.domain.standpoint import Standpoint
from geomap.domain.statements import Frame
from geomap.errors import InvalidParameter
from geomap.services.changes import history_of
from geomap.services.derived import histories_at
from geomap.services.explaining import register_at
from geomap.services.standpoints import is_kept, resolved
from geomap.storage.atlases import load_claims
from geomap.storage.changes import claims_accepted, revisions_of
from geomap.storage.derived import load_periods, period_of

MOST_KEPT = 2
LONGEST_SHOWN = 60


@dataclass(frozen=True, slots=True)
class _Whole:
    changes: Sequence[ControlChange]
    register: Register


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
        places = whole.register.places
        _require("actor", query.actor, whole.register.actors)
        _require("place", query.place, places)
        wanted = (
            change for change in whole.changes if query.wants(change, places[change.rank.place_id])
        )
        found = list(islice(wanted, query.limit + 1))
        shown = found[: query.limit]
        named = {change.rank.revision for change in shown}
        revisions = revisions_of(session, {*named, number})
        return News(
            history_of(session),
            frame,
            revisions[number],
            shown,
            len(found) > query.limit,
            whole.register,
            revisions,
        )

    def _whole(self, session: Session, standpoint: Standpoint, number: int, frame: Frame) -> _Whole:
        key = (number, standpoint.known)
        with self._lock:
            found = self._kept.get(key)
        if found is None:
            found = _read(session, standpoint, number, frame)
            with self._lock:
                self._kept[key] = found
                if len(self._kept) > MOST_KEPT:
                    self._kept.popitem(last=False)
        return found


def _read(session: Session, standpoint: Standpoint, number: int, frame: Frame) -> _Whole:
    if is_kept(session, standpoint, number, frame):
        claims = {claim.id: claim for claim in load_claims(session, number)}
        periods = [period_of(row, claims) for row in load_periods(session)]
    else:
        histories = histories_at(session, number, standpoint.known, standpoint.rule)
        periods = list(histories.all())
    changes = changes_of_control(periods, claims_accepted(session, number))
    newest_first = sorted(changes, key=lambda change: change.rank, reverse=True)
    return _Whole(newest_first, register_at(session, number))


def _require(name: str, key: str | None, known: Mapping[str, object]) -> None:
    if key is not None and key not in known:
        raise InvalidParameter(name, f"the atlas has no {name} {key[:LONGEST_SHOWN]!r}.")
