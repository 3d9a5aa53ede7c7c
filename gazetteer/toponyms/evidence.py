"""What speaks for a name being that of a place."""

from dataclasses import dataclass


@dataclass(slots=True)
class Evidence:
    """What speaks for a spot, summed, and what it says besides.

    `sure` counts the cues that hardly ever go with anything but a place. `surname` says that a
    person of the text is called so; a `common` name is one that many towns have: Old City.
    """

    weight: float = 0.0
    sure: int = 0
    government: bool = False
    kind: str = ""
    surname: bool = False
    common: bool = False
    word: float = 0.0
    person: int = 0
