"""What changed from one answer to another, and what accounts for it."""

from dataclasses import replace

from sqlalchemy.orm import Session

from geomap.domain.answers import ControlQuery
from geomap.domain.areas import is_area
from geomap.domain.differences.accounts import Heard
from geomap.domain.differences.changes import Answers, Asked, Difference, changed_places
from geomap.domain.measures.bands import extent_of
from geomap.domain.statements import Atlas, Place
from geomap.errors import InvalidInput, InvalidParameter, NotFound
from geomap.services.control import control_on_day
from geomap.services.shapes import KeptShapes
from geomap.services.standpoints import resolved
from geomap.storage.atlases import load_atlas

SECOND_END = "to_"


def difference(session: Session, ends: tuple[Asked, Asked], kept: KeptShapes) -> Difference:
    """Compare two answers on every place of the atlas.

    Raises InvalidInput when both are the same question, and InvalidParameter for a day outside the
    atlas, a revision or a source that does not exist; those of the second answer are named with
    `to_` in front, its day `to`.
    """
    first, second = (_resolved(session, ends, at) for at in (0, 1))
    if first == second:
        raise InvalidInput(
            "There is nothing to compare: both ends are the same in every parameter. Give two"
            " days, or give the second end another known, revision, source or setting of the rule."
        )
    revisions = {end.standpoint.revision or 0 for end in (first, second)}
    atlases = {number: _atlas(session, number) for number in revisions}
    newest = max(revisions)
    atlas = atlases[newest]
    shapes = kept.at(session, newest, atlas.frame)
    cells = {cell.place_id: cell for cell in shapes.cells}
    places = _places(atlases[newest], atlases[min(revisions)])
    answers = tuple(
        _answers(session, end, atlases[end.standpoint.revision or 0]) for end in (first, second)
    )
    changes = changed_places(
        places,
        (answers[0], answers[1]),
        {place.id: extent_of(place, cells.get(place.id)) for place in places},
    )
    return Difference(
        atlas.frame,
        (first, second),
        sum(1 for place in places if not is_area(place)),
        tuple(changes),
        {actor.id: actor for one in atlases.values() for actor in one.actors},
        {source.id: source for one in atlases.values() for source in one.sources},
        cells,
    )


def _resolved(session: Session, ends: tuple[Asked, Asked], at: int) -> Asked:
    """One end with its revision, or refused by the names of its parameters."""
    end = ends[at]
    try:
        revision, frame = resolved(session, end.standpoint)
    except InvalidParameter as error:
        raise error.renamed(SECOND_END * at + error.parameter) from error
    if not frame.covers(end.day):
        name = "date" if ends[0].day == ends[1].day else ("from", "to")[at]
        raise InvalidParameter(
            name,
            f"{end.day} lies outside the atlas, which covers {frame.start} up to, but not"
            f" including, {frame.end}.",
        )
    return Asked(end.day, replace(end.standpoint, revision=revision))


def _atlas(session: Session, revision: int) -> Atlas:
    atlas = load_atlas(session, revision)
    if atlas is None:
        raise NotFound("There is no atlas in the database.")
    return atlas


def _places(newer: Atlas, older: Atlas) -> list[Place]:
    """The places of the newer atlas, then those that only the older one has."""
    places = {place.id: place for place in newer.places}
    return [*places.values(), *(place for place in older.places if place.id not in places)]


def _answers(session: Session, end: Asked, atlas: Atlas) -> Answers:
    answer = control_on_day(session, ControlQuery(end.day), end.standpoint)
    controls = {one.place.id: one.control for one in answer.places}
    return Answers(Heard(end.day, end.standpoint, atlas), controls)
