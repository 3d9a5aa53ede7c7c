"""The phrases of a lexicon: words that belong together, and what they can be."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from geomap.reading.language.sentences import Sentence, Token
from geomap.reading.language.words import Sense


@dataclass(slots=True)
class Phrase:
    """Some words that belong together, and what they can be."""

    rest: tuple[str, ...]
    exact: tuple[str, ...] | None
    """The tokens as they must be written; None for any case."""
    senses: dict[str, str]
    actor: str | None = None
    """The id of an actor, or the role of a general word."""
    general: bool = False
    tells: bool = False
    """Whether a statement can be read from it."""
    plain: bool = False
    """Whether it is what it is, whatever word stands before it."""

    def settle(self) -> None:
        """Work out, once all its senses are known, what is asked for again and again."""
        actor = self.senses.get(Sense.ACTOR)
        self.general = actor is None and Sense.GENERAL in self.senses
        self.actor = actor or self.senses.get(Sense.GENERAL)
        self.tells = not _TELLING.isdisjoint(self.senses)
        depends = not _DEPENDING.isdisjoint(self.senses)
        self.plain = not (self.general or depends or {Sense.VERB, Sense.HELD} <= self.senses.keys())

    def is_spelled(self, tokens: Sequence[Token], index: int) -> bool:
        """Whether the tokens from one on are written as the phrase has to be."""
        return self.exact is None or all(
            tokens[index + offset].text == word for offset, word in enumerate(self.exact)
        )


_TELLING = frozenset(
    {
        *(Sense.VERB, Sense.PARTED, Sense.NOUN, Sense.UNDER),
        *(Sense.HANDS, Sense.SEAT, Sense.HELD, Sense.STILL),
    }
)


_DEPENDING = frozenset({Sense.TAIL, Sense.POSSESSIVE})


@dataclass(slots=True)
class Entry:
    """The phrases that begin with one word: itself alone, and longer ones by their second word."""

    single: list[Phrase] = field(default_factory=list)
    longer: dict[str, list[Phrase]] = field(default_factory=dict)
    word: Phrase | None = None
    """This one word in any case, which stands where no longer phrase begins."""

    def among(self, rest: tuple[str, ...]) -> list[Phrase]:
        """The phrases that go on as this one does."""
        return self.longer.setdefault(rest[0], []) if rest else self.single

    def settle(self) -> None:
        """Put the longest first, and of one length the one whose spelling is fixed."""
        for candidates in (self.single, *self.longer.values()):
            for phrase in candidates:
                phrase.settle()
            candidates.sort(key=lambda one: (-len(one.rest), one.exact is None))
        word = self.single[0] if self.single else None
        self.word = word if word is not None and word.exact is None else None

    def at(
        self, sentence: Sentence, index: int, before: int | None = None
    ) -> tuple[Phrase | None, int]:
        """The longest phrase that starts at a token, with the token behind it.

        Its first word is known to stand there; it ends at the latest `before` another token.
        """
        lowers, following = sentence.lowers, index + 1
        count = len(lowers) if before is None else before
        if self.longer and following < count:
            for phrase in self.longer.get(lowers[following], ()):
                end = following + len(phrase.rest)
                stands = end <= count and lowers[following:end] == phrase.rest
                if stands and phrase.is_spelled(sentence.tokens, index):
                    return phrase, end
        for phrase in self.single:
            if phrase.exact is None or phrase.is_spelled(sentence.tokens, index):
                return phrase, following
        return None, index

    def copy(self) -> "Entry":
        """The same phrases, to be added to."""
        return Entry(
            [_copied(one) for one in self.single],
            {second: [_copied(one) for one in among] for second, among in self.longer.items()},
        )


def _copied(phrase: Phrase) -> Phrase:
    return Phrase(phrase.rest, phrase.exact, dict(phrase.senses))
