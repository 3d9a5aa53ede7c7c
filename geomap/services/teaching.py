"""What reviewers teach the reading of an atlas: names of its places and actors."""

from collections.abc import Iterable
from datetime import UTC, datetime

from sqlalchemy.orm import Session

from geomap.domain.review import KnownName, Means
from geomap.errors import InvalidInput, NotFound
from geomap.services.writing import FindPlace
from geomap.storage.atlases import load_actors
from geomap.storage.known_names import forget_name, keep_name, known_names
from geomap.storage.revisions import latest_revision
from geomap.storage.statements import current_place

SHORTEST, LONGEST = 2, 100

__all__ = ["aliases", "forget", "known_names", "place_names", "teach"]


def teach(session: Session, name: KnownName, find_place: FindPlace) -> None:
    """Keep what is meant by a name; what was kept of it before is replaced.

    Raises InvalidInput for a name that is none, and for a place or actor that there is not.
    """
    text = name.name
    if text != text.strip() or not SHORTEST <= len(text) <= LONGEST or not _has_letters(text):
        raise InvalidInput(
            f"name: {text[:LONGEST]!r} is no name; give one of {SHORTEST} to {LONGEST} characters,"
            " as reports write it."
        )
    if not _is_there(session, name, find_place):
        raise InvalidInput(f"key: there is no {name.means} with the id {name.key[:LONGEST]!r}.")
    keep_name(session, name)


def forget(session: Session, name: str, means: Means) -> None:
    """Forget a name that was taught. Raises NotFound."""
    if not forget_name(session, name, means):
        raise NotFound(f"Nobody has taught {name[:LONGEST]!r} as the name of a {means}.")


def taught_by(author: str, name: str, means: Means, key: str) -> KnownName:
    """A name that somebody teaches now."""
    return KnownName(name, means, key, author, datetime.now(UTC))


def aliases(names: Iterable[KnownName]) -> dict[str, str]:
    """The actors among the names, as `Names.actors` of the reading takes them."""
    return {one.name: one.key for one in names if one.means is Means.ACTOR}


def place_names(names: Iterable[KnownName]) -> dict[str, str]:
    """The places among the names: from the name to the id of the place."""
    return {one.name: one.key for one in names if one.means is Means.PLACE}


def _is_there(session: Session, name: KnownName, find_place: FindPlace) -> bool:
    if name.means is Means.ACTOR:
        return name.key in load_actors(session, latest_revision(session))
    return (current_place(session, name.key) or find_place(name.key)) is not None


def _has_letters(text: str) -> bool:
    return any(one.isalpha() for one in text) and text.isprintable()
