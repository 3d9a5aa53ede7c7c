"""Why a place is judged as it is on a day."""

from datetime import date

from sqlalchemy.orm import Session

from geomap.domain.answers import ExplainedAnswer, Register
from geomap.domain.bbox import WORLD
from geomap.domain.explanation import explain
from geomap.domain.rule import Rule
from geomap.domain.standpoint import Standpoint
from geomap.domain.statements import Place
from geomap.errors import NotFound
from geomap.services.control import require_covered
from geomap.services.derived import histories_at
from geomap.services.standpoints import resolved
from geomap.storage.atlases import load_actors, load_areas, load_places, load_sources
from geomap.storage.happenings import load_reports
from geomap.storage.selection import Selection

LONGEST_SHOWN = 60
EVERY_CLAIM = Rule()


def explain_place(
    session: Session, place_id: str, day: date, standpoint: Standpoint
) -> ExplainedAnswer:
    """Say what became of every claim ever made on a place or its areas, and what follows.

    Raises NotFound for a place that the atlas does not have, and otherwise as `control_on_day`.
    """
    revision, frame = resolved(session, standpoint)
    require_covered(frame, day)
    register = register_at(session, revision, [place_id])
    place = place_of(register, place_id)
    # The claims that count for nothing are part of the story, so nothing is left out here.
    own, *areas = histories_at(session, revision, None, EVERY_CLAIM, [place_id]).layers(place)
    explanation = explain(place, day, own, areas, standpoint)
    named = {one.claim.report_id for one in explanation.considered if one.claim.report_id}
    return ExplainedAnswer(
        frame, revision, explanation, register, load_reports(session, revision, named)
    )


def register_at(session: Session, revision: int, where: Selection = WORLD) -> Register:
    """Who and what ids stand for at a revision; of the places those asked for, and every area."""
    places = [*load_areas(session, revision), *load_places(session, revision, where)]
    return Register(
        load_actors(session, revision),
        load_sources(session, revision),
        {place.id: place for place in places},
    )


def place_of(register: Register, place_id: str) -> Place:
    """The place of an id. Raises NotFound."""
    if place_id not in register.places:
        raise NotFound(f"The atlas has no place with the id {place_id[:LONGEST_SHOWN]!r}.")
    return register.places[place_id]
