"""Who tells the sentence at hand, and how surely."""

from collections.abc import Sequence

from geomap.reading.language.items import Line
from geomap.reading.language.sentences import Sentence
from geomap.reading.telling.attribution import source_of
from geomap.reading.telling.hedges import hedges_in, sureness

_BASE = 0.9


class Teller:
    """The sentence at hand, with those around it that may name its source."""

    def __init__(self, language: str) -> None:
        self._language = language
        self.line: Line
        self.before: Sequence[Line] = ()
        self._after: Sequence[Line] = ()
        self._asked: str | None = None
        self._is_asked = False
        self._doubt: float | None = None

    def follow(self, line: Line, before: Sequence[Line], after: Sequence[Line]) -> None:
        """Go on to the next sentence."""
        self.line = line
        self.before, self._after = before, after
        self._is_asked = False
        self._doubt = None

    @property
    def sentence(self) -> Sentence:
        """The sentence at hand."""
        return self.line.sentence

    @property
    def sure(self) -> float:
        """How sure the sentence is of what it tells."""
        if self._doubt is None:
            self._doubt = _BASE * sureness(hedges_in(self.line.sentence, self._language))
        return self._doubt

    @property
    def source(self) -> str | None:
        """According to whom the sentence tells it; looked up when something is told."""
        if not self._is_asked:
            before = [line.sentence for line in self.before]
            after = self._after[0].sentence if self._after else None
            self._asked = source_of(self.line.sentence, self._language, before, after)
            self._is_asked = True
        return self._asked
