"""Where a phrase of a preposition ends, though no lexicon knows its words."""

from geomap.reading.language.items import Line
from geomap.reading.language.words import Sense


def ends_another(line: Line, position: int, word: str) -> bool:
    """Whether a word with an article is a noun of its own: "in het najaar" before "Raqqa".

    What stands right before a kind of town says what it is like: "uit de afgelegen stad X".
    """
    before = line.at[position - 1] if position else None
    behind = line.at[position + 1]
    if behind is not None and Sense.SETTLEMENT in behind.senses:
        return False
    return (
        before is not None
        and Sense.DETERMINER in before.senses
        and word.isalpha()
        and word.islower()
        and not word.endswith(_LIKE_ADJECTIVES)
    )


_LIKE_ADJECTIVES = ("e", "ed", "ern", "al", "ic", "ous", "ive", "ish", "ian", "y", "ful", "ing")


BORDERING = frozenset({"grenzende", "gelegen", "gelegene"})
_TO_WITHIN = 5


def behind_border(line: Line, position: int) -> int | None:
    """The token before "aan X" in "in de aan X grenzende provincie Y", which says where Y lies."""
    for at in range(position - 1, max(position - _TO_WITHIN, 0), -1):
        if line.tokens[at].lower == "aan":
            return at - 1
    return None
