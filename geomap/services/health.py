"""Whether the service can answer, and from what."""

from dataclasses import dataclass

from sqlalchemy.orm import Session

from geomap.domain.rule import Rule
from geomap.services.derived import require_current
from geomap.services.standpoints import resolved_revision


@dataclass(frozen=True, slots=True)
class Health:
    """The atlas that answers are given from, and its revision."""

    atlas: str
    revision: int


def health(session: Session, rule: Rule) -> Health:
    """Look at the database.

    Raises NotFound while it holds no atlas, Unavailable while answers are being derived anew.
    """
    revision, frame = resolved_revision(session, None)
    require_current(session, rule)
    return Health(frame.id, revision)
