"""Tokens of those who write: made, shown once, recognised, revoked."""

import hmac
import re
import secrets
from datetime import UTC, datetime
from hashlib import sha256

from sqlalchemy.orm import Session

from geomap.domain.rights import Right, Token, Writer
from geomap.errors import Conflict, InvalidInput, NotFound
from geomap.storage.tokens import end_token, find_token, store_token, tokens, valid_token

ID_BYTES = 6
SECRET_BYTES = 32
_PREFIX = "geomap"
_TOKEN = re.compile(r"geomap_([0-9a-f]{12})_([A-Za-z0-9_-]{43})")
_NAME = re.compile(r"[^\W_][\w .@-]{0,99}")
_NOBODY = "0" * 64

__all__ = ["add_token", "revoke_token", "tokens", "writer_of"]


def add_token(session: Session, name: str, may: Right) -> str:
    """Make a token and give its text, which is kept nowhere and cannot be had again.

    Raises InvalidInput for a name that is none, Conflict while another of that name is valid.
    """
    if not _NAME.fullmatch(name):
        raise InvalidInput(
            f"{name[:100]!r} is no name for a token: up to 100 letters, digits, spaces and . @ - _,"
            " beginning with a letter or digit."
        )
    if valid_token(session, name) is not None:
        raise Conflict(f"There is a token called {name} already; revoke it first.")
    key, secret = secrets.token_hex(ID_BYTES), secrets.token_urlsafe(SECRET_BYTES)
    store_token(session, Token(key, name, may, datetime.now(UTC), None), _digest(secret))
    return f"{_PREFIX}_{key}_{secret}"


def revoke_token(session: Session, name: str) -> Token:
    """End the valid token of that name. Raises NotFound when there is none."""
    token = valid_token(session, name)
    if token is None:
        raise NotFound(f"There is no valid token called {name[:100]!r}.")
    end_token(session, token.id)
    return token


def writer_of(session: Session, text: str) -> Writer | None:
    """Whose token a text is; None for one that is unknown, wrong or revoked.

    A wrong id takes as long as a wrong secret, so that neither can be found piece by piece.
    """
    match = _TOKEN.fullmatch(text)
    if match is None:
        return None
    key, secret = match.groups()
    found = find_token(session, key)
    token, digest = found or (None, _NOBODY)
    right = hmac.compare_digest(_digest(secret), digest)
    if token is None or not right or token.revoked is not None:
        return None
    return Writer(token.name, token.may)


def _digest(secret: str) -> str:
    """The secret has 256 random bits: no guessing finds it, so it needs no slow hash (0700)."""
    return sha256(secret.encode()).hexdigest()
