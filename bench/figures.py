"""What a benchmark reports: figures, each beside its target."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Figure:
    """One measured quantity; `at_most` or `at_least` is its target, if it has one."""

    name: str
    value: float
    unit: str
    at_most: float | None = None
    at_least: float | None = None

    @property
    def target(self) -> str:
        """The target in words."""
        if self.at_most is not None:
            return f"at most {self.at_most:,g} {self.unit}"
        if self.at_least is not None:
            return f"at least {self.at_least:,g} {self.unit}"
        return ""

    @property
    def met(self) -> bool | None:
        """Whether the target is met; None when there is none."""
        if self.at_most is not None:
            return self.value <= self.at_most
        if self.at_least is not None:
            return self.value >= self.at_least
        return None
