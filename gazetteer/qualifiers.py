"""Names that say where a place lies: "Sinjar, Idlib", "Sinjar (Iraq)", "Raqqa, SY"."""

import re
from typing import NamedTuple

_IN_BRACKETS = re.compile(r"^(?P<name>[^()]*[^()\s])\s*\((?P<where>[^()]+)\)\s*$")
_SEPARATORS = re.compile(r"\s*[,،;]\s*")


class Qualified(NamedTuple):
    """A name and the areas it was said to lie in, the nearest first."""

    name: str
    where: tuple[str, ...]


def qualified(text: str) -> Qualified | None:
    """Part a name from the areas behind it; None if there are none."""
    if brackets := _IN_BRACKETS.match(text):
        return _parted([brackets["name"], *_SEPARATORS.split(brackets["where"])])
    return _parted(_SEPARATORS.split(text))


def _parted(parts: list[str]) -> Qualified | None:
    name, *where = (part.strip() for part in parts)
    where = [part for part in where if any(letter.isalnum() for letter in part)]
    if not where or not any(letter.isalnum() for letter in name):
        return None
    return Qualified(name, tuple(where))
