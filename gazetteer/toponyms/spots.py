"""A run of words that may be the name of a place."""

from dataclasses import dataclass

from gazetteer.toponyms.entries import Entry


@dataclass(slots=True)
class Spot:
    """A run of words, `[first, last]`, with the places that are called so.

    `start` and `end` are characters of the text. A spot of an abbreviation is `short`. `kind` is
    the word for a kind that ends the run but not the key: Helmand Province. A `lesser` one leaves
    a direction out: North Korea goes before a northern part of Korea. A `facility` goes before the
    town that it is called after. One that is `respelled` has the key of other languages.
    """

    first: int
    last: int
    start: int
    end: int
    key: str
    entries: tuple[Entry, ...]
    short: bool = False
    kind: str = ""
    lesser: bool = False
    facility: bool = False
    respelled: bool = False
