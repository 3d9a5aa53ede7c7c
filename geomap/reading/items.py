"""A sentence as the few words in it that count: actors, places, verbs, prepositions, marks."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from geomap.reading.lexicon import MARKS, Lexicon, Phrase
from geomap.reading.model import Mention
from geomap.reading.model import Sense as PlaceSense
from geomap.reading.sentences import Sentence, Token
from geomap.reading.words import Sense

STRONG = frozenset(";:()[]–—…?!")
_HYPHEN = "-"


@dataclass(slots=True, eq=False)
class Item:
    """A word or phrase of the lexicon, or a place, at tokens `[start, end)` of its sentence."""

    start: int
    end: int
    text: str
    senses: Mapping[str, str]
    mention: Mention | None = None
    actor: str | None = None
    """The id of an actor, for a general word its role; None for what is no actor."""
    general: bool = False
    preposition: str | None = None
    """What governs an actor or a place; None for a subject or an object."""
    head: str | None = None
    """What stands between the preposition and the name: `part`, `facility`, `former`."""
    governor: "Item | None" = None
    """The noun or verb before an "of"."""
    tells: bool = False
    """Whether it can be what a statement is read from."""
    frame: str | None = ""
    """The deed that it tells of; empty before anybody has asked."""
    listed: bool = False
    """Whether it is one of several names."""
    of_quarters: bool = False
    kept_by: "Item | None" = None
    """The actor of "IS-held Raqqa" or "IS stronghold Raqqa"."""

    def __contains__(self, sense: str) -> bool:
        return sense in self.senses


@dataclass(slots=True, eq=False)
class Line:
    """A sentence with its items; `at` has the item that covers each token, or None."""

    sentence: Sentence
    tokens: Sequence[Token]
    items: list[Item] = field(default_factory=list)
    at: list[Item | None] = field(default_factory=list)

    @property
    def tells(self) -> bool:
        """Whether there is anything to be read in it."""
        return any(item.tells for item in self.items)

    def add(self, item: Item) -> None:
        """Put one more item behind those that are there."""
        self.items.append(item)
        self.at.extend([item] * (item.end - item.start))

    def before(self, item: Item) -> Item | None:
        """The item that ends where this one starts, if any."""
        return self.at[item.start - 1] if item.start else None

    def after(self, item: Item) -> Item | None:
        """The item that starts where this one ends, if any."""
        return self.at[item.end] if item.end < len(self.at) else None


_PLACE: Mapping[str, str] = {Sense.PLACE: ""}
_MARK: Mapping[str, str] = {Sense.MARK: ""}


def line_of(sentence: Sentence, lexicon: Lexicon, mentions: Sequence[Mention]) -> Line:
    """Look up every token once; `mentions` are those of this sentence, in their order."""
    tokens = sentence.tokens
    line = Line(sentence, tokens)
    coming, index, count = 0, 0, len(tokens)
    starts = lexicon.starts
    while index < count:
        token = tokens[index]
        start = token.start
        while coming < len(mentions) and mentions[coming].end <= start:
            coming += 1
        mention = mentions[coming] if coming < len(mentions) else None
        if token.lower in starts or (mention is not None and mention.start < token.end):
            item = _item_at(tokens, index, lexicon, mention)
        else:
            item = None
        if item is None or _only_helps(tokens, item):
            line.at.append(None)
            index += 1
        else:
            if not _join_tail(line, item):
                _tell_possessive(line, item)
                _tell_from_verb(line, item)
                line.add(item)
            index = item.end
    _leave_out_asides(line)
    return line


def _only_helps(tokens: Sequence[Token], item: Item) -> bool:
    """Whether somebody stands behind who is meant: "the US" of "the US-backed SDF"."""
    after = tokens[item.end : item.end + 2]
    return len(after) > 1 and after[0].text == _HYPHEN and after[1].lower in _HELPED


_HELPED = frozenset(
    (
        *("backed", "supported", "aligned", "allied", "armed", "trained", "funded", "sponsored"),
        *("gesteund", "gesteunde", "getraind", "getrainde", "gezind", "gezinde"),
    )
)


def _leave_out_asides(line: Line) -> None:
    """Forget short words in brackets, such as the abbreviation of the name before them."""
    opened: Item | None = None
    left_out: set[int] = set()
    for item in line.items:
        if item.text == "(":
            opened = item
        elif opened is not None and item.text == ")":
            if item.end - opened.start <= _LONGEST_ASIDE:
                left_out.update(range(opened.start, item.end))
            opened = None
    if left_out:
        line.items = [item for item in line.items if item.start not in left_out]
        for position in left_out:
            line.at[position] = None


_LONGEST_ASIDE = 6


def leave_out_dateline(line: Line) -> None:
    """Forget the place where a report was written: "KYIV - ", "BEIRUT (Reuters) - "."""
    first = line.at[0] if line.at else None
    if first is None or first.mention is None:
        return
    following = [token.text for token in line.tokens[first.end : first.end + _DATELINE]]
    shouted = first.text.isupper() and len(first.text) > 1
    if following[:1] and (
        following[0] in _DASHES or (shouted and not _DASHES.isdisjoint(following))
    ):
        line.items.remove(first)
        line.at[first.start : first.end] = [None] * (first.end - first.start)


_DASHES = frozenset("-–—")
_DATELINE = 9
"""Tokens after the place in "BEIRUT (Reuters), May 18 - "."""


def _join_tail(line: Line, item: Item) -> bool:
    """Make "IS", "-" and "fighters" one actor; whether the item was such a tail."""
    if Sense.TAIL not in item.senses and not item.general:
        return False
    begin = item.start
    if item.general:
        item.mention = _country_before(line, begin)
    if begin and line.tokens[begin - 1].text == _HYPHEN and line.at[begin - 1] is None:
        begin -= 1
    owner = line.at[begin - 1] if begin else None
    if owner is None or owner.actor is None or (owner.general and item.general):
        return False
    line.at[owner.end :] = [owner] * (item.end - owner.end)
    owner.end = item.end
    return True


def _tell_possessive(line: Line, item: Item) -> None:
    """Dutch "zijn" is "his" before a noun, and else "are"."""
    previous = line.at[-1] if line.at else None
    if (
        previous is not None
        and Sense.BE in previous.senses
        and Sense.POSSESSIVE in previous.senses
        and (Sense.NOUN in item.senses or item.general or Sense.TAIL in item.senses)
    ):
        previous.senses = _POSSESSIVE
    if Sense.POSSESSIVE in item.senses and previous is not None and _joins_allies(line, previous):
        item.senses = _POSSESSIVE


def _joins_allies(line: Line, conjunction: Item) -> bool:
    """Whether "zijn" comes between a party and those beside it: "het leger en zijn bondgenoten"."""
    if Sense.CONJUNCTION not in conjunction.senses or len(line.at) != conjunction.end:
        return False
    owner = line.before(conjunction)
    return owner is not None and (owner.actor is not None or owner.mention is not None)


def _tell_from_verb(line: Line, item: Item) -> None:
    """Tell the "forces" of "its forces" and the "held" of "rebel-held" from the verbs."""
    if Sense.VERB not in item.senses:
        return
    if Sense.HELD in item.senses and item.start and line.tokens[item.start - 1].text == _HYPHEN:
        item.senses = _HELD
    elif Sense.TAIL in item.senses:
        previous = line.at[-1] if line.at else None
        if previous is not None and (
            Sense.POSSESSIVE in previous.senses or Sense.DETERMINER in previous.senses
        ):
            item.senses, item.tells = _TAIL, False


_TAIL: Mapping[str, str] = {Sense.TAIL: "tail"}
_HELD: Mapping[str, str] = {Sense.HELD: "held"}
_POSSESSIVE: Mapping[str, str] = {Sense.POSSESSIVE: "", Sense.DETERMINER: ""}


def _country_before(line: Line, begin: int) -> Mention | None:
    """The country or capital whose army it is: "Sudan's army", "Mali's military rulers"."""
    if begin > 1 and line.tokens[begin - 1].lower in {"'s", "’s"}:
        owner = line.at[begin - 2]
        return owner.mention if owner is not None else None
    return None


def _item_at(
    tokens: Sequence[Token], index: int, lexicon: Lexicon, mention: Mention | None
) -> Item | None:
    token = tokens[index]
    found = lexicon.at(tokens, index)
    if mention is not None and mention.start < token.end:
        end = _end_of(tokens, index, mention.end)
        if found is None or found[1] < end or Sense.ACTOR not in found[0].senses:
            return Item(index, end, mention.text, _PLACE, mention)
    elif found is not None and mention is not None and Sense.ACTOR not in found[0].senses:
        found = _cut(tokens, index, found, lexicon, mention)
    if found is not None:
        return _item(index, found[1], token, found[0])
    return Item(index, index + 1, token.text, _MARK) if token.lower in MARKS else None


def _end_of(tokens: Sequence[Token], index: int, end: int) -> int:
    while index < len(tokens) and tokens[index].start < end:
        index += 1
    return index


def _cut(
    tokens: Sequence[Token],
    index: int,
    found: tuple[Phrase, int],
    lexicon: Lexicon,
    mention: Mention,
) -> tuple[Phrase, int] | None:
    """The longest phrase that does not swallow the place that comes next."""
    if tokens[found[1] - 1].start < mention.start:
        return found
    end = index + 1
    while tokens[end].start < mention.start:
        end += 1
    return lexicon.at(tokens[:end], index)


def _item(start: int, end: int, token: Token, phrase: Phrase) -> Item:
    item = Item(start, end, token.text, phrase.senses)
    item.actor, item.general, item.tells = phrase.actor, phrase.general, phrase.tells
    return item


def is_government(mention: Mention) -> bool:
    """Whether a name stands for those who govern there."""
    return mention.sense is PlaceSense.GOVERNMENT
