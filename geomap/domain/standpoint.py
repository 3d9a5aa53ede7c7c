"""From where an answer is given: what was known, what was accepted, and by which rule."""

from dataclasses import dataclass, field
from datetime import date

from geomap.domain.rule import Rule


@dataclass(frozen=True, slots=True)
class Standpoint:
    """None for `known` means all that is known, None for `revision` the newest."""

    known: date | None = None
    revision: int | None = None
    rule: Rule = field(default_factory=Rule)
