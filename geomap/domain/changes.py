"""What revisions did to statements, so that somebody can follow them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from geomap.domain.statements import Claim, Event, Figure


class What(StrEnum):
    """What happened to a statement."""

    INSERTION = "insertion"
    EDIT = "edit"
    WITHDRAWAL = "withdrawal"


@dataclass(frozen=True, slots=True)
class Revision:
    """One accepted change: when it was made, by whom and why."""

    number: int
    created: datetime
    author: str
    note: str


@dataclass(frozen=True, slots=True, order=True)
class Mark:
    """A place in the order of all changes: revision, a number for table and kind of change, row."""

    revision: int
    group: int
    row: int

    def __str__(self) -> str:
        return f"{self.revision}.{self.group}.{self.row}"


@dataclass(frozen=True, slots=True)
class StatementChange:
    """One statement before and after a revision; None before it came and after it went."""

    mark: Mark
    revision: Revision
    before: Claim | Event | Figure | None
    after: Claim | Event | Figure | None

    @property
    def what(self) -> What:
        """What happened to it."""
        if self.after is None:
            return What.WITHDRAWAL
        return What.INSERTION if self.before is None else What.EDIT

    @property
    def statement(self) -> Claim | Event | Figure:
        """The statement as it is after the change, or was before it went."""
        found = self.after or self.before
        if found is None:
            raise ValueError("a change needs a statement before or after it")
        return found


@dataclass(frozen=True, slots=True)
class ChangesAnswer:
    """The changes after a mark, in their order, up to the newest revision or the limit."""

    history: str
    """A name of this line of revisions; another database has another."""
    revision: int
    """The newest."""
    changes: Sequence[StatementChange]
    more: bool
    """Whether there are changes after the last one given."""
