"""The days that a question is about, and what of a span lies within them."""

from dataclasses import dataclass
from datetime import date

from geomap.domain.timeline import Span
from geomap.errors import InvalidInput


@dataclass(frozen=True, slots=True)
class Window:
    """Days `[start, end)`, at least one. Raises InvalidInput when it ends before it begins."""

    start: date
    end: date

    def __post_init__(self) -> None:
        if self.end <= self.start:
            raise InvalidInput(
                f"The days from {self.start} up to, but not including, {self.end} are none; give"
                " an end after the start."
            )

    @property
    def days(self) -> int:
        """How many days it has."""
        return (self.end - self.start).days

    def contains(self, day: date) -> bool:
        """Whether a day lies in it."""
        return self.start <= day < self.end

    def cut(self, span: Span) -> "Window | None":
        """The days of a span that lie in it, or None for none; an open end is cut at its end."""
        start = max(self.start, span.start)
        end = self.end if span.end is None else min(self.end, span.end)
        return Window(start, end) if start < end else None

    def days_of(self, span: Span) -> int:
        """How many days of a span lie in it."""
        cut = self.cut(span)
        return cut.days if cut else 0
