"""Follow the statements of an atlas from revision to revision."""

from hashlib import sha256

from sqlalchemy.orm import Session

from geomap.domain.changes import ChangesAnswer, Mark
from geomap.errors import Gone, NotFound
from geomap.storage.changes import began, changes_after
from geomap.storage.revisions import latest_revision

HISTORY_DIGITS = 12


def history_of(session: Session) -> str:
    """The name of this line of revisions. Raises NotFound for an empty database.

    It is made of the instant of the first revision, so a copy or a backup of a database has the
    same name, and one that was made anew has another, even where the numbers are the same.
    """
    first = began(session)
    if first is None:
        raise NotFound("There is no atlas in the database; load one with geomap load FOLDER.")
    return sha256(first.isoformat().encode()).hexdigest()[:HISTORY_DIGITS]


def changes_since(
    session: Session, after: Mark, limit: int, history: str | None = None
) -> ChangesAnswer:
    """The changes after a mark. Raises Gone where the caller followed another line of revisions."""
    name, latest = history_of(session), latest_revision(session)
    if history not in {None, name} or after.revision > latest:
        raise Gone(
            f"This database does not have what you followed: its history is {name} and its newest"
            f" revision {latest}. Forget what you have and begin again with since=0."
        )
    found = changes_after(session, after, limit + 1)
    return ChangesAnswer(name, latest, found[:limit], len(found) > limit)
