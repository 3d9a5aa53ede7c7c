"""From where an answer is given: what exists of what was asked, and what is kept ready for it."""

from sqlalchemy.orm import Session

from geomap.domain.rule import Rule, derivation_document
from geomap.domain.standpoint import Standpoint
from geomap.domain.statements import Frame
from geomap.errors import InvalidParameter, NotFound, Unavailable
from geomap.storage.atlases import load_frame, load_sources
from geomap.storage.derived import CONTROL, TERRITORY, derived_state
from geomap.storage.revisions import latest_revision

LONGEST_SHOWN = 60


def resolved_revision(
    session: Session, revision: int | None, parameter: str = "revision"
) -> tuple[int, Frame]:
    """The revision to answer from, and what the atlas covered then.

    Raises InvalidParameter for a revision that does not exist, NotFound for an empty database.
    """
    latest = latest_revision(session)
    if revision is not None and not 1 <= revision <= latest:
        raise InvalidParameter(parameter, f"{revision} is none; revisions go from 1 to {latest}.")
    number = latest if revision is None else revision
    frame = load_frame(session, number)
    if frame is None:
        raise NotFound("There is no atlas in the database; load one with geomap load FOLDER.")
    return number, frame


def resolved(session: Session, standpoint: Standpoint) -> tuple[int, Frame]:
    """The revision to answer from, and what the atlas covered then.

    Raises InvalidParameter for a revision or a source that does not exist, NotFound for an empty
    database.
    """
    number, frame = resolved_revision(session, standpoint.revision)
    require_sources(session, standpoint.rule, number)
    return number, frame


def require_sources(session: Session, rule: Rule, revision: int) -> None:
    """Raise InvalidParameter for a source that does not exist at a revision."""
    if not rule.sources:
        return
    known = load_sources(session, revision)
    for source in sorted(rule.sources - known.keys()):
        raise InvalidParameter(
            "source",
            f"{source[:LONGEST_SHOWN]!r} is no source of this atlas; its sources:"
            f" {', '.join(sorted(known))}.",
        )


def is_kept(session: Session, standpoint: Standpoint, revision: int, frame: Frame) -> bool:
    """Whether the stored periods give the answer; otherwise it is computed from the claims.

    They stand for all that is known, at the newest revision, by the service's own rule. Raises
    Unavailable when they are to give it but are still being derived.
    """
    if standpoint.known is not None or revision != latest_revision(session):
        return False
    state = derived_state(session, CONTROL)
    if state is not None and state[1] != derivation_document(standpoint.rule, frame.reach):
        return False
    require_derived(session, revision)
    return True


def require_derived(session: Session, revision: int) -> None:
    """Raise Unavailable while the derived tables stand for another revision than this one."""
    states = [derived_state(session, name) for name in (CONTROL, TERRITORY)]
    if any(state is None or state[0] != revision for state in states):
        raise Unavailable("The answers are being derived anew; ask again in a moment.")
