"""A text as it is weighed: its words, and which of them are names of persons."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from gazetteer.ordinary_words import OrdinaryWords
from gazetteer.toponyms.lexicon import Lexicon
from gazetteer.toponyms.tokens import Words

OF = frozenset({"of", "van", "de", "du", "von"})


@dataclass(slots=True)
class Document:
    """A text as it is weighed."""

    text: str
    words: Words
    lexicon: Lexicon
    ordinary: OrdinaryWords
    headline: list[bool] = field(default_factory=list)
    no_place: list[bool] = field(default_factory=list)
    persons: list[bool] = field(default_factory=list)
    surnames: set[str] = field(default_factory=set)
    demonyms: Mapping[str, float] = field(default_factory=dict)
    """How much the demonyms of the text say of each country."""

    def person(self, index: int) -> int:
        """Return what a word is as a name of persons: FIRST, LAST, both or neither."""
        return self.ordinary.written(self.words.texts[index]).person

    def word(self, index: int) -> float:
        """Return how common a word is, from 0 to 1."""
        return self.ordinary.written(self.words.texts[index]).weight
