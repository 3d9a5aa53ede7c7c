"""Which names a correction teaches: what was written in the quote, and what is meant by it."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy.orm import Session

from geomap.domain.review import Means, written_in
from geomap.domain.statements import Actor, Statement
from geomap.exports.statements import statement_document
from geomap.services.writing import Writing
from geomap.storage.atlases import load_actors
from geomap.storage.revisions import latest_revision
from geomap.storage.statements import current_place


@dataclass(frozen=True, slots=True)
class Meaning:
    """A name as the quote writes it, and what it means from then on."""

    name: str
    means: Means
    key: str


def meanings_of(
    session: Session, statement: Statement, proposed: Mapping[str, Any], writing: Writing
) -> list[Meaning]:
    """The names in the quote that stood for what was corrected.

    A name is taught only where the quote names nothing that is meant now: else the reading has
    mixed up who did it, and the names were right.
    """
    quote, found = statement.quote or "", []
    old, new = proposed.get("place_id"), statement.place_id
    if old and new and old != new:
        names = {key: _names_of_place(session, key, writing) for key in (old, new)}
        name = written_in(quote, names[old])
        if name and not written_in(quote, names[new]):
            found.append(Meaning(name, Means.PLACE, new))
    found += _actor_meanings(session, statement, proposed, quote)
    return found


def _names_of_place(session: Session, key: str, writing: Writing) -> list[str]:
    place = current_place(session, key) or writing.find_place(key)
    return [] if place is None else [place.name, *place.names.values()]


def _actor_meanings(
    session: Session, statement: Statement, proposed: Mapping[str, Any], quote: str
) -> list[Meaning]:
    actors = load_actors(session, latest_revision(session))
    found = []
    for old, new in _replaced(statement, proposed):
        if old in actors and new in actors:
            name = written_in(quote, _names_of_actor(actors[old]))
            if name and not written_in(quote, _names_of_actor(actors[new])):
                found.append(Meaning(name, Means.ACTOR, new))
    return found


def _names_of_actor(actor: Actor) -> list[str]:
    return [actor.name, *actor.names.values(), *actor.aliases]


def _replaced(statement: Statement, proposed: Mapping[str, Any]) -> list[tuple[str, str]]:
    """Actors that were corrected, each with the one that stands in its place now."""
    now = statement_document(statement)
    pairs = [(proposed.get(part), now.get(part)) for part in ("holder", "loser", "actor")]
    before, after = proposed.get("actors") or [], now.get("actors") or []
    gone = [one for one in before if one not in after]
    came = [one for one in after if one not in before]
    if len(gone) == len(came) == 1:
        pairs.append((gone[0], came[0]))
    return [(old, new) for old, new in pairs if old and new and old != new]
