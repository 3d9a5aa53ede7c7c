"""Whether the service can answer, and from what."""

from dataclasses import dataclass

from sqlalchemy.orm import Session

from geomap.domain.control import Rule
from geomap.errors import Unavailable
from geomap.services.control import resolved_revision
from geomap.services.derived import is_current


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
    if not is_current(session, rule):
        raise Unavailable("The answers are being derived anew; ask again in a moment.")
    return Health(frame.id, revision)
