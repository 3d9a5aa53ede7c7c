"""Who may write: tokens by name, and what each of them allows."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class Right(StrEnum):
    """What a token allows; an editor may also propose."""

    PROPOSE = "propose"
    EDIT = "edit"

    def includes(self, other: "Right") -> bool:
        """Whether whoever has this right also has the other."""
        return self is Right.EDIT or self is other


@dataclass(frozen=True, slots=True)
class Writer:
    """Whose token came with a request. The name is the author of every revision that it makes."""

    name: str
    may: Right


@dataclass(frozen=True, slots=True)
class Token:
    """A token as it is listed: never with its secret."""

    id: str
    name: str
    may: Right
    created: datetime
    revoked: datetime | None
