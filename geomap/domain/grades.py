"""Admiralty grades (NATO AJP-2.1): how reliable a source is, how credible what it says is."""

from dataclasses import dataclass, field
from enum import IntEnum, StrEnum


class Reliability(StrEnum):
    """How far a source has been right before; F means that nobody can say."""

    A = "A"
    B = "B"
    C = "C"
    D = "D"
    E = "E"
    F = "F"


class Credibility(IntEnum):
    """How likely one statement is to be true; 6 means that nobody can say."""

    CONFIRMED = 1
    PROBABLE = 2
    POSSIBLE = 3
    DOUBTFUL = 4
    IMPROBABLE = 5
    CANNOT_BE_JUDGED = 6


# The one table of weights, in tenths. The code orders the letters and digits but gives them no
# numbers; ours fall evenly, and "cannot be judged" stands in the middle, neither praise nor blame.
RELIABILITY_WEIGHTS = {
    Reliability.A: 10,
    Reliability.B: 8,
    Reliability.C: 6,
    Reliability.D: 4,
    Reliability.E: 2,
    Reliability.F: 5,
}
CREDIBILITY_WEIGHTS = {
    Credibility.CONFIRMED: 10,
    Credibility.PROBABLE: 8,
    Credibility.POSSIBLE: 6,
    Credibility.DOUBTFUL: 4,
    Credibility.IMPROBABLE: 2,
    Credibility.CANNOT_BE_JUDGED: 5,
}


@dataclass(frozen=True, slots=True)
class Grade:
    """Both halves of the code, written together as in `B2`."""

    reliability: Reliability
    credibility: Credibility
    weight: int = field(init=False, compare=False, repr=False)
    """What a claim of this grade counts for against others, in hundredths: 4 to 100."""

    def __post_init__(self) -> None:
        weight = RELIABILITY_WEIGHTS[self.reliability] * CREDIBILITY_WEIGHTS[self.credibility]
        object.__setattr__(self, "weight", weight)

    def __str__(self) -> str:
        return f"{self.reliability}{self.credibility.value}"
