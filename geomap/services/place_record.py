"""All that the atlas has on one place: who held it when, on whose word, and what happened there."""

from collections.abc import Iterable, Mapping
from contextlib import suppress

from sqlalchemy.orm import Session

from gazetteer import Gazetteer, PlaceNotFound
from geomap.domain.areas import areas_of, is_area
from geomap.domain.bbox import box_around
from geomap.domain.record import (
    Dated,
    Happening,
    Happenings,
    PlaceRecord,
    RecordQuery,
    picked,
    places_near,
)
from geomap.domain.review import Citation
from geomap.domain.standpoint import Standpoint
from geomap.domain.statements import Frame, Place, Source, Statement
from geomap.domain.timeline import ControlPeriod
from geomap.services.derived import histories_at
from geomap.services.explaining import place_of, register_at
from geomap.services.standpoints import is_kept, resolved
from geomap.storage.atlases import load_claims_named, load_places
from geomap.storage.derived import load_periods_of, period_of
from geomap.storage.happenings import dated_events, load_events, load_figures, load_reports
from geomap.storage.review import citations_of


def place_record(session: Session, query: RecordQuery, standpoint: Standpoint) -> PlaceRecord:
    """Gather the record of a place. Raises as `explain_place` does, but for the day."""
    revision, frame = resolved(session, standpoint)
    register = register_at(session, revision, [query.place_id])
    place = place_of(register, query.place_id)
    periods = _periods(session, place, standpoint, revision, frame)
    events = _Events(session, revision, query, standpoint, register.sources)
    here, near = events.of({place.id: place}, {place.id: 0.0}), events.near(place)
    known = standpoint.known
    figures = tuple(
        figure
        for figure in load_figures(session, revision, place.id, register.sources)
        if known is None or figure.known <= known
    )
    said: list[Statement] = [
        *(item.claim for period in periods for item in period.evidence),
        *(one.event for one in (*here.told, *near.told)),
        *figures,
    ]
    return PlaceRecord(
        frame,
        query,
        standpoint,
        revision,
        place,
        tuple(areas_of(place, [one for one in register.places.values() if is_area(one)])),
        periods,
        here,
        near,
        figures,
        register,
        load_reports(session, revision, _reports(said) | _citing(here, near)),
    )


def governorate_of(place: Place, gazetteer: Gazetteer) -> str:
    """The name of the governorate that a place lies in, empty where the gazetteer lacks it."""
    with suppress(PlaceNotFound):
        found = gazetteer.get(place.id)
        if found.admin1 == place.admin1:
            return found.admin1_name or ""
    return ""


def _periods(
    session: Session, place: Place, standpoint: Standpoint, revision: int, frame: Frame
) -> tuple[ControlPeriod, ...]:
    if not is_kept(session, standpoint, revision, frame):
        where = [place.id]
        histories = histories_at(session, revision, standpoint.known, standpoint.rule, where)
        return tuple(histories.of(place))
    rows = load_periods_of(session, place.id)
    named = {claim_id for row in rows for claim_id, _first, _last in row.evidence}
    claims = load_claims_named(session, revision, named)
    return tuple(period_of(row, claims) for row in rows)


def _reports(statements: Iterable[Statement]) -> set[str]:
    return {one.report_id for one in statements if one.report_id is not None}


def _citing(*events: Happenings) -> set[str]:
    citations = (citation for each in events for one in each.told for citation in one.also)
    return {one.report_id for one in citations if one.report_id is not None}


class _Events:
    """Finds the events that a query asks for."""

    def __init__(
        self,
        session: Session,
        revision: int,
        query: RecordQuery,
        standpoint: Standpoint,
        sources: Mapping[str, Source],
    ) -> None:
        self._session = session
        self._revision = revision
        self._query = query
        self._known = standpoint.known
        self._sources = sources

    def near(self, place: Place) -> Happenings:
        """The events near a place, its own left out."""
        box = box_around([(place.longitude, place.latitude)], self._query.near_km)
        others = load_places(self._session, self._revision, box)
        distances = places_near(place, others, self._query.near_km)
        return self.of({one.id: one for one in others}, distances)

    def of(self, places: Mapping[str, Place], distances: Mapping[str, float]) -> Happenings:
        """The events of some places."""
        found = dated_events(self._session, self._revision, distances, self._known)
        told = picked(found, self._query)
        return Happenings(tuple(self._told(told, places)), len(found))

    def _told(self, picks: list[Dated], places: Mapping[str, Place]) -> Iterable[Happening]:
        events = load_events(self._session, [one.key for one in picks], self._sources)
        ids = [event.id for event in events.values()]
        citations = citations_of(self._session, ids, self._revision)
        for one in picks:
            event = events[one.key]
            also = tuple(filter(self._is_known, citations.get(event.id, ())))
            yield Happening(event, places.get(one.place_id or ""), one.km, also)

    def _is_known(self, citation: Citation) -> bool:
        return self._known is None or citation.known <= self._known
