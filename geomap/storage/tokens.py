"""Tokens: find one by its id, add, list, revoke."""

from datetime import UTC, datetime

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from geomap.domain.rights import Right, Token
from geomap.storage.writing_models import TokenRow


def find_token(session: Session, key: str) -> tuple[Token, str] | None:
    """A token and the digest of its secret, by its id."""
    row = session.get(TokenRow, key)
    return None if row is None else (_token(row), row.digest)


def tokens(session: Session) -> list[Token]:
    """Every token that there ever was, by name, the oldest first."""
    return [_token(row) for row in session.scalars(select(TokenRow).order_by("name", "created"))]


def valid_token(session: Session, name: str) -> Token | None:
    """The token of that name that is not revoked."""
    query = select(TokenRow).where(TokenRow.name == name, TokenRow.revoked.is_(None))
    row = session.scalar(query)
    return None if row is None else _token(row)


def store_token(session: Session, token: Token, digest: str) -> None:
    """Keep a token, with the digest of its secret."""
    values = {"id": token.id, "name": token.name, "may": token.may.value}
    session.add(TokenRow(**values, digest=digest, created=token.created, revoked=token.revoked))


def end_token(session: Session, key: str) -> None:
    """Revoke a token from now on."""
    session.execute(update(TokenRow).where(TokenRow.id == key).values(revoked=datetime.now(UTC)))


def _token(row: TokenRow) -> Token:
    return Token(row.id, row.name, Right(row.may), row.created, row.revoked)
