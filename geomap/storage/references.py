"""What a load of an atlas must leave alone: records of other origins, and what they rest on."""

from collections.abc import Iterable, Iterator, Mapping

from sqlalchemy import ColumnElement, select
from sqlalchemy.orm import Session

from geomap.errors import InvalidInput
from geomap.storage.by_hand import BROUGHT
from geomap.storage.columns import Versioned
from geomap.storage.models import (
    ActorRow,
    ClaimRow,
    EventRow,
    FigureRow,
    PlaceRow,
    ReportRow,
    SourceRow,
)

Wanted = Mapping[type[Versioned], Iterable[str]]
_SHOWN = 3


def refuse_conflicts(session: Session, origin: str, wanted: Wanted) -> None:
    """Raise InvalidInput when records of other origins stand in the way of those wanted.

    They do when one has an id that is wanted, or rests on a record that would be gone.
    """
    foreign = {model: _of_others(session, model, origin) for model in wanted}
    for model, ids in wanted.items():
        # What came with an accepted statement becomes the atlas' own when its folder brings it.
        taken = [] if model in BROUGHT else sorted(set(ids) & foreign[model])
        _refuse(f"a {_noun(model)} that was not loaded from it already has the id", taken)
    there = {model: set(ids) | foreign[model] for model, ids in wanted.items()}
    for statement in _statements_of_others(session, origin):
        for model, key in _references(statement):
            if key not in there[model]:
                _refuse(f"{statement.id}, not loaded from it, needs the {_noun(model)}", [key])


def _noun(model: type[Versioned]) -> str:
    return model.__name__.removesuffix("Row").lower()


def _refuse(reason: str, ids: list[str]) -> None:
    if ids:
        shown = ", ".join(ids[:_SHOWN]) + (", ..." if len(ids) > _SHOWN else "")
        raise InvalidInput(f"The atlas cannot be stored: {reason}: {shown}.")


def _of_others(session: Session, model: type[Versioned], origin: str) -> set[str]:
    return set(session.scalars(select(model.id).where(_by_others(model, origin))))


def _statements_of_others(
    session: Session, origin: str
) -> Iterator[ClaimRow | EventRow | FigureRow]:
    yield from session.scalars(select(ClaimRow).where(_by_others(ClaimRow, origin)))
    yield from session.scalars(select(EventRow).where(_by_others(EventRow, origin)))
    yield from session.scalars(select(FigureRow).where(_by_others(FigureRow, origin)))


def _by_others(model: type[Versioned], origin: str) -> ColumnElement[bool]:
    return model.until.is_(None) & (model.origin != origin)


def _references(
    statement: ClaimRow | EventRow | FigureRow,
) -> Iterator[tuple[type[Versioned], str]]:
    yield SourceRow, statement.source_id
    if statement.report_id:
        yield ReportRow, statement.report_id
    if statement.place_id:
        yield PlaceRow, statement.place_id
    for actor in _actors(statement):
        yield ActorRow, actor


def _actors(statement: ClaimRow | EventRow | FigureRow) -> list[str]:
    if isinstance(statement, EventRow):
        return list(statement.actors)
    if isinstance(statement, FigureRow):
        return [statement.actor_id] if statement.actor_id else []
    return [actor for actor in (statement.holder, statement.loser) if actor]
