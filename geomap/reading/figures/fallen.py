"""Whose people fell in the sentence before, for a sentence that goes on counting them."""

from collections.abc import Sequence

from geomap.reading.clauses.actors import Cast
from geomap.reading.figures.of_sentence import FigureFound
from geomap.reading.language.items import Line
from geomap.reading.language.word_lists import words

_NEAR_COUNT = 4
_OTHERS = {("others",), ("anderen",)}
_MORE = {("another",), ("nog",)}
_OTHERWISE = words(
    "put puts speaks spoke says said claims claimed reported houdt hield spreekt sprak meldt "
    "meldde noemt claimt claimde telde telt komt kwam zegt"
)


def _says_otherwise(lowers: Sequence[str], first: int) -> bool:
    """Whether another count stands before a number: "Kyiv speaks of", "Kiev houdt het op"."""
    return not _OTHERWISE.isdisjoint(lowers[max(0, first - _NEAR_COUNT) : first])


def _says_others(lowers: Sequence[str], first: int, last: int) -> bool:
    """Whether more of the same are counted: "ook raakten er twaalf gewond", "40 others died"."""
    more = lowers[first : first + 1] in _MORE or lowers[first - 1 : first] == ("er",)
    return more or lowers[last - 1 : last] in _OTHERS


class Fallen:
    """The parties whose dead and wounded were counted last."""

    def __init__(self, cast: Cast) -> None:
        self._cast = cast
        self._whose: list[str | None] = []
        self._start = -1
        """Where the sentence begins that counted them."""

    def note(self, line: Line, actor: str | None) -> None:
        """Take note of whose people a sentence says that they fell."""
        if line.sentence.start != self._start:
            self._whose, self._start = [], line.sentence.start
        self._whose.append(actor)

    def of_other_count(
        self, line: Line, before: Sequence[Line], told: Sequence[FigureFound]
    ) -> str | None:
        """Whose dead another voice counts: "63 soldiers died. Kyiv puts it at 400 dead".

        A party that tells of the dead tells of those of its foes.
        """
        if not told or not before or before[-1].sentence.start != self._start:
            return None
        lowers, first = line.sentence.lowers, told[0]
        others = first.bare and _says_others(lowers, first.first, first.last)
        if not (others or _says_otherwise(lowers, first.first)):
            return None
        speakers = {self._cast.who(item) for item in line.items if item.actor}
        return next((one for one in self._whose if one not in speakers), self._whose[-1])
