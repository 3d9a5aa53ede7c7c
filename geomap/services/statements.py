"""Accept, edit and withdraw statements one by one: each change is a revision of its own.

Every function takes a session of a writing transaction, so that all of a change is kept or nothing:
the statement, the place that comes with it, and the answers that it touches.
"""

from dataclasses import dataclass
from math import isfinite

from sqlalchemy.orm import Session

from geomap.domain.rule import Rule
from geomap.domain.statements import Claim, Event, Figure, Place, Statement, is_id
from geomap.errors import Conflict, InvalidStatement, NotFound
from geomap.services.derived import follow
from geomap.storage.atlases import load_frame
from geomap.storage.by_hand import ACCEPTED, edited
from geomap.storage.revisions import add_revision, latest_revision
from geomap.storage.statements import (
    Standing,
    begin_origin,
    begin_place,
    begin_statement,
    current_place,
    current_statement,
    end_statement,
    end_unused_place,
    known_sources,
    missing_references,
)

LONGEST_LINE = 2000
LONGEST_SHOWN = 60


@dataclass(frozen=True, slots=True)
class Change:
    """Who changes something and why."""

    author: str
    note: str = ""
    if_revision: int | None = None
    """The revision that the author looked at; a statement that changed since is left alone."""
    place: Place | None = None
    """The place that the statement is about, needed where the atlas does not have it yet."""


def standing_statement(session: Session, kind: type[Statement], key: str) -> Standing:
    """The current version of a statement, and the revision that made it. Raises NotFound."""
    standing = current_statement(session, kind, key)
    if standing is None:
        raise NotFound(f"There is no {_noun(kind)} with the id {key[:LONGEST_SHOWN]!r}.")
    return standing


def accept(session: Session, statement: Claim | Event | Figure, change: Change, rule: Rule) -> int:
    """Add a statement and give the new revision.

    Raises InvalidStatement when it names what the atlas does not have or contradicts it, Conflict
    when its id is taken, NotFound while there is no atlas.
    """
    check_statement(session, statement, change.place)
    if current_statement(session, type(statement), statement.id) is not None:
        raise Conflict(f"There is already a {_noun(type(statement))} with the id {statement.id}.")
    revision = add_revision(session, change.author, change.note, ACCEPTED)
    begin_statement(session, statement, ACCEPTED, revision)
    follow(session, _bring(session, statement, change.place, revision), rule)
    return revision


def edit(session: Session, statement: Claim | Event | Figure, change: Change, rule: Rule) -> int:
    """Put a statement in the place of the one with its id, and give the revision.

    An edit that changes nothing makes no revision. A statement of the atlas' folder is from then
    on no longer changed by loads. Raises NotFound when there is none, Conflict when it changed
    after `if_revision`, InvalidStatement as `accept` does.
    """
    standing = _unchanged(session, type(statement), statement.id, change)
    check_statement(session, statement, change.place)
    if statement == standing.statement:
        return latest_revision(session)
    revision = add_revision(session, change.author, change.note, edited(standing.origin))
    end_statement(session, standing, revision)
    begin_statement(session, statement, edited(standing.origin), revision)
    came = _bring(session, statement, change.place, revision)
    follow(session, [*came, *_let_go(session, standing.statement, revision)], rule)
    return revision


def withdraw(session: Session, kind: type[Statement], key: str, change: Change, rule: Rule) -> int:
    """Take a statement back, and give the new revision; older ones still have it.

    A statement of the atlas' folder is from then on no longer brought back by loads. Raises
    NotFound when there is none, Conflict when it changed after `if_revision`.
    """
    standing = _unchanged(session, kind, key, change)
    revision = add_revision(session, change.author, change.note, edited(standing.origin))
    end_statement(session, standing, revision)
    follow(session, _let_go(session, standing.statement, revision), rule)
    return revision


def _unchanged(session: Session, kind: type[Statement], key: str, change: Change) -> Standing:
    standing = standing_statement(session, kind, key)
    if change.if_revision is not None and standing.since > change.if_revision:
        raise Conflict(
            f"The {_noun(kind)} {key} has changed since revision {change.if_revision}: revision"
            f" {standing.since} made it what it is. Look at it again."
        )
    return standing


def _bring(
    session: Session, statement: Statement, place: Place | None, revision: int
) -> list[Place]:
    """Store the place, the source and the report of a statement where the atlas lacks them.

    Gives the place when answers follow from it: it is new, or the statement is a claim.
    """
    begin_origin(session, statement, revision)
    known = _place_of(session, statement)
    if known is None and place is not None and statement.place_id is not None:
        begin_place(session, place, revision)
        return [place]
    return [known] if known is not None and isinstance(statement, Claim) else []


def _let_go(session: Session, statement: Statement, revision: int) -> list[Place]:
    """End the place of an ended statement where nothing else needs it.

    Gives the place when answers followed from it.
    """
    place = _place_of(session, statement)
    if place is None:
        return []
    gone = end_unused_place(session, place.id, revision)
    return [place] if gone or isinstance(statement, Claim) else []


def _place_of(session: Session, statement: Statement) -> Place | None:
    return current_place(session, statement.place_id) if statement.place_id else None


def check_statement(session: Session, statement: Statement, place: Place | None) -> None:
    """Whether the atlas can keep a statement, with the place that comes with it.

    Raises InvalidStatement with the part that is wrong, NotFound while there is no atlas.
    """
    frame = load_frame(session, latest_revision(session))
    if frame is None:
        raise NotFound("There is no atlas in the database; load one with geomap load FOLDER.")
    if not is_id(statement.id):
        raise InvalidStatement(
            "id", f"{statement.id!r} is not an id of small letters, digits, '.', ':' and '-'"
        )
    _check_texts(statement)
    for part, key in missing_references(session, statement):
        raise InvalidStatement(part, f"the atlas has no {part} with the id {key!r}")
    reliability = known_sources(session)[statement.source_id].reliability
    if statement.grade.reliability is not reliability:
        raise InvalidStatement(
            "grade", f"the reliability of {statement.source_id} is {reliability}"
        )
    _check_place(session, statement, place)
    when, known = statement.when, statement.known
    if known < when.earliest:
        raise InvalidStatement("known", f"{known} lies before {when.edtf}, which it tells of")
    if when.earliest >= frame.end or when.latest < frame.start:
        raise InvalidStatement(
            "when", f"lies outside the atlas, {frame.start} to {frame.end} (exclusive)"
        )


def _check_texts(statement: Statement) -> None:
    texts = {"summary": statement.summary, "quote": statement.quote or ""}
    if isinstance(statement, Event):
        texts["title"] = statement.title
    for part, text in texts.items():
        if len(text) > LONGEST_LINE:
            raise InvalidStatement(part, f"is longer than {LONGEST_LINE} characters")
        if not text.strip() and part != "quote":
            raise InvalidStatement(part, "must not be empty")


def _check_place(session: Session, statement: Statement, place: Place | None) -> None:
    if statement.place_id is None or _place_of(session, statement) is not None:
        return
    if place is None or place.id != statement.place_id:
        raise InvalidStatement(
            "place", f"the atlas has no place with the id {statement.place_id!r}; give it with it"
        )
    on_globe = isfinite(place.longitude) and isfinite(place.latitude)
    if not on_globe or abs(place.longitude) > 180 or abs(place.latitude) > 90:  # noqa: PLR2004 -- Degrees of the globe.
        raise InvalidStatement("place", f"{place.id} does not lie on the globe")


def _noun(kind: type[Statement]) -> str:
    return kind.__name__.lower()
