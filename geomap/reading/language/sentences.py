"""Running text into sentences and tokens, with their places in the text.

Everything here takes time in proportion to the text, whatever it holds: the patterns cannot
backtrack, and no sentence grows beyond `LONGEST`, so that what reads a sentence may be slower.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from operator import attrgetter
from sys import intern

from geomap.reading.language.abbreviations import ALWAYS_GO_ON, GO_ON_BEFORE_DIGITS, STARTERS

LONGEST = 4000
"""Characters; a longer sentence is cut at a blank, or in the middle of a word without blanks."""

# A number keeps its separators ("3.000", "1,5", "17.10.2017"). A word keeps what is written
# within it ("didn't", "zo'n"), but not the possessive ("Raqqa" and "'s") and not a hyphen, so that
# "IS-strijders" and "IS strijders" are the same words. "U.S." is one token.
# A run of points or dashes is one token. Marks that only steer the direction of writing are none.
_TOKEN = re.compile(
    r"\d+(?:[.,]\d+)*"
    r"|\w\.(?:\w\.)+(?!\w)"
    r"|\w+(?:['’](?!s\b)\w+)?"
    r"|['’]s\b"
    r"|\.+|-+|!+|\?+|\*+|=+"
    r"|[^\w\s\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]"
)
# Where a sentence may end: the mark, what closes after it, and the blanks.
_END = re.compile(r"[.!?…؟۔]+(?:['\"”’»)\]]*(?=\s|$)|(?<=[a-z\d]{3}\.)(?=[A-Z][a-z]))")
_BULLET = re.compile(r"[ \t]*(?:[-*•–—▪●·◦][ \t]+|\(?\d{1,2}[.)][ \t]+(?=\D)|\(?[a-z]\)[ \t]+)")
_DIGIT = re.compile(r"\d")
_LINE = re.compile(r"[^\n\r\u2028\u2029\v\f]+")
_LAST_WORD = re.compile(r"[\w.'’-]{1,24}$")
_NEXT_WORD = re.compile(r"\s{0,40}(?:(['’]s\b)|['\"“„‘«(\[]{0,4}(\w{0,24}))")
# Lines of mail and of old wires: three or more, all but the last of about one length.
_HARD_WRAPPED_AT, _FEWEST_WRAPPED = range(50, 101), 3


@dataclass(frozen=True, slots=True)
class Token:
    """A word, a number or a mark; wherever a word stands, its token is the same."""

    text: str
    lower: str
    has_digits: bool


@dataclass(slots=True, eq=False)
class Sentence:
    """A sentence, a headline or an item of a list, at `[start, end)` of the whole text."""

    start: int
    end: int
    text: str
    tokens: tuple[Token, ...]
    lowers: tuple[str, ...] = field(repr=False)
    """The tokens in lower case."""
    starts: tuple[int, ...] = field(repr=False)
    """Where each token starts in the whole text."""
    vocabulary: frozenset[str] = field(repr=False)
    """All words in lower case, each once: most rules have nothing to look for in most sentences."""
    has_digits: bool
    """Whether a number is written in digits."""

    def end_of(self, index: int) -> int:
        """Where a token ends in the whole text."""
        return self.starts[index] + len(self.tokens[index].text)

    def places_of(self, words: frozenset[str], *, numbers: bool = False) -> list[int]:
        """Which tokens are one of some words in lower case, or `numbers` in digits."""
        if numbers and self.has_digits:
            return [
                at for at, lower in enumerate(self.lowers) if lower in words or lower[0].isdecimal()
            ]
        if self.vocabulary.isdisjoint(words):
            return []
        return [at for at, lower in enumerate(self.lowers) if lower in words]

    def adjacent(self, index: int) -> bool:
        """Whether no blank parts a token from the one before it."""
        return self.end_of(index - 1) == self.starts[index]


def sentences(text: str) -> list[Sentence]:
    """Split a report into its sentences, in their order; blanks and bullets are left out.

    A blank line always ends a sentence. The end of a line does so too, unless the lines are
    evidently wrapped at a fixed width or the next one goes on in lower case.
    """
    return [
        sentence_of(text, start, end)
        for block_start, block_end in _blocks(text)
        for start, end in _split(text, block_start, block_end)
    ]


_LOWER, _HAS_DIGITS = attrgetter("lower"), attrgetter("has_digits")


def tokens_of(text: str) -> list[Token]:
    """Give the tokens of a text."""
    return _located(text, 0, len(text))[0]


def sentence_of(text: str, start: int = 0, end: int | None = None) -> Sentence:
    """Give a stretch of text as one sentence."""
    end = len(text) if end is None else end
    tokens, starts = _located(text, start, end)
    lowers = tuple(map(_LOWER, tokens))
    words = tuple(tokens), lowers, tuple(starts), frozenset(lowers)
    has_digits = any(map(_HAS_DIGITS, tokens))
    return Sentence(start, end, text[start:end], *words, has_digits)


def _located(text: str, start: int, end: int) -> tuple[list[Token], list[int]]:
    """Give the tokens of a stretch of text, and where each starts in the whole."""
    # No token holds a blank, and what stands between two blanks comes again and again.
    words, tokens, starts, begins = _WORDS, list[Token](), list[int](), start
    for chunk in text[start:end].split(" "):
        word = words.get(chunk)
        if word is not None:
            tokens.append(word)
            starts.append(begins)
        elif chunk:
            for token, offset in _CHUNKS.get(chunk) or _cut(chunk):
                tokens.append(token)
                starts.append(begins + offset)
        begins += len(chunk) + 1
    return tokens, starts


_Pieces = tuple[tuple[Token, int], ...]
_WORDS: dict[str, Token] = {}
"""The tokens of the words that were read last."""
_CHUNKS: dict[str, _Pieces] = {}
"""What else was read last between two blanks, as its tokens with their offsets: "Raqqa,"."""
_MOST_KEPT, _LONGEST_KEPT = 20_000, 40


def _cut(chunk: str) -> _Pieces:
    """Cut what stands between two blanks into its tokens, and keep them for the next time."""
    pieces = tuple([(_token(one[0]), one.start()) for one in _TOKEN.finditer(chunk)])
    if len(chunk) > _LONGEST_KEPT:
        return pieces
    for kept in (_WORDS, _CHUNKS):
        if len(kept) >= _MOST_KEPT:
            kept.clear()
    if [token.text for token, _ in pieces] == [chunk]:
        _WORDS[chunk] = pieces[0][0]
    else:
        _CHUNKS[chunk] = pieces
    return pieces


def _token(word: str) -> Token:
    # The words that rules ask for are found sooner among texts that are kept once.
    lower = intern(word.lower())
    return _WORDS.get(word) or Token(word, lower, _DIGIT.search(word) is not None)


def _blocks(text: str) -> Iterator[tuple[int, int]]:
    """Yield stretches over whose borders no sentence runs."""
    paragraph: list[tuple[int, int]] = []
    for found in _LINE.finditer(text):
        start, end = found.span()
        if paragraph and _blank_line(text, paragraph[-1][1], start):
            yield from _joined(text, paragraph)
            paragraph = []
        if text[start:end].isspace():
            yield from _joined(text, paragraph)
            paragraph = []
        else:
            paragraph.append((start, end))
    yield from _joined(text, paragraph)


def _blank_line(text: str, end: int, start: int) -> bool:
    gap = text[end:start].replace("\r\n", "\n")
    return len(gap) > 1


def _joined(text: str, lines: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Put together the lines of a paragraph that belong together."""
    wrapped = len(lines) >= _FEWEST_WRAPPED and all(
        end - start in _HARD_WRAPPED_AT for start, end in lines[:-1]
    )
    begun: tuple[int, int] | None = None
    for start, end in lines:
        bullet = _BULLET.match(text, start, end)
        goes_on = wrapped or text[start:end].lstrip()[:1].islower()
        if begun and goes_on and not bullet:
            begun = begun[0], end
            continue
        if begun:
            yield begun
        begun = bullet.end() if bullet else start, end
    if begun:
        yield begun


def _split(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield the sentences of one block."""
    begun = start
    for found in _END.finditer(text, start, end):
        if found.end() < end and not _ends(text, begun, found, end):
            continue
        yield from _trimmed(text, begun, found.end())
        begun = found.end()
    yield from _trimmed(text, begun, end)


def _trimmed(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Leave out the blanks around a sentence, and cut one that is too long to be one."""
    while start < end:
        stop = end
        if end - start > LONGEST:
            blank = text.rfind(" ", start + 1, start + LONGEST)
            stop = blank if blank > 0 else start + LONGEST
        part = text[start:stop]
        lead = len(part) - len(part.lstrip())
        kept = part.strip()
        if kept:
            yield start + lead, start + lead + len(kept)
        start = stop


def _ends(text: str, begun: int, mark: re.Match[str], end: int) -> bool:
    """Whether a mark really ends its sentence, by the words on both sides of it."""
    following = _NEXT_WORD.match(text, mark.end(), end)
    word = (following.group(1) or following.group(2)) if following else ""
    if word[:1].islower():
        return False
    if mark.group() != ".":
        return True
    before = _LAST_WORD.search(text, max(begun, mark.start() - 24), mark.start())
    return before is None or not _goes_on(before.group(), word)


def _goes_on(before: str, following: str) -> bool:
    """Whether the point belongs to an abbreviation or an initial, and the sentence goes on."""
    lower = before.lower()
    if lower in ALWAYS_GO_ON:
        return True
    if lower in GO_ON_BEFORE_DIGITS:
        # "Oct. 17", and "17 okt. - " in a dateline.
        return not following or following[:1].isdigit()
    if "." in lower or (len(before) == 1 and before.isalpha() and before.isupper()):
        return following.lower() not in STARTERS
    return False
