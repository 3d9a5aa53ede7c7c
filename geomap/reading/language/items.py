"""A sentence as the few words in it that count: actors, places, verbs, prepositions, marks."""

import sys
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from geomap.reading.language.backers import only_helps
from geomap.reading.language.lexicon import Lexicon
from geomap.reading.language.phrases import Entry, Phrase
from geomap.reading.language.sentences import Sentence, Token
from geomap.reading.language.words import Sense
from geomap.reading.model import Mention
from geomap.reading.model import Sense as PlaceSense

STRONG = frozenset(";:()[]–—…?!") | {"--"}
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
    tells: bool = False
    """Whether it can be what a statement is read from."""
    preposition: str | None = None
    """What governs an actor or a place; None for a subject or an object."""
    head: str | None = None
    """What stands between the preposition and the name: `part`, `facility`, `around`, `former`;
    `piece` is a part that somebody holds."""
    governor: "Item | None" = None
    """The noun or verb before an "of"."""
    frame: str | None = ""
    """The deed that it tells of; empty before anybody has asked."""
    listed: bool = False
    """Whether it is one of several names."""
    of_quarters: bool = False
    kept_by: "Item | None" = None
    """The actor of "IS-held Raqqa" or "IS stronghold Raqqa"."""
    seat: bool = False
    """Whether it is only where somebody sits who speaks: "the government in Tripoli"."""

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
        # A loop takes half the time of `any`, and it is asked of every sentence.
        for item in self.items:  # noqa: SIM110 - see the line above.
            if item.tells:
                return True
        return False

    def before(self, item: Item) -> Item | None:
        """The item that ends where this one starts, if any."""
        return self.at[item.start - 1] if item.start else None

    def after(self, item: Item) -> Item | None:
        """The item that starts where this one ends, if any."""
        return self.at[item.end] if item.end < len(self.at) else None


_PLACE = Phrase((), None, {Sense.PLACE: ""}, plain=True)


class _Stretch(NamedTuple):
    """The tokens of a mention, `[first, behind)`."""

    within: int
    """The first token of which a part is in it."""
    first: int
    behind: int
    mention: Mention | None


_NOWHERE = _Stretch(sys.maxsize, sys.maxsize, sys.maxsize, None)


def _stretch(sentence: Sentence, mention: Mention) -> _Stretch:
    first = bisect_left(sentence.starts, mention.start)
    within = first - (first > 0 and sentence.end_of(first - 1) > mention.start)
    return _Stretch(within, first, bisect_left(sentence.starts, mention.end), mention)


def line_of(sentence: Sentence, lexicon: Lexicon, mentions: Sequence[Mention]) -> Line:
    """Look up every token once; `mentions` are those of this sentence, in their order."""
    lowers, tokens = sentence.lowers, sentence.tokens
    line = Line(sentence, tokens, [], [None] * len(tokens))
    items, at, compounds = line.items, line.at, lexicon.compounds
    stretches = iter([_stretch(sentence, mention) for mention in mentions])
    place = next(stretches, _NOWHERE)
    behind = owned = 0
    entries = zip(map(lexicon.phrases.get, lowers), (*lowers[1:], ""), strict=True)
    for index, (entry, following) in enumerate(entries):
        if index < behind or (
            entry is None and index < place.within and len(lowers[index]) < compounds.shortest
        ):
            continue
        word = entry.word if entry is not None and following not in entry.longer else None
        plain = word is not None and word.plain and following != _HYPHEN
        if word is not None and plain and index < place.within and index != owned:
            # As most items are: one word that is what it is.
            text, senses, tells = tokens[index].text, word.senses, word.tells
            item = Item(index, index + 1, text, senses, None, word.actor, word.general, tells)
            at[index] = item
            items.append(item)
            continue
        while index >= place.behind:
            place = next(stretches, _NOWHERE)
        if index >= place.within:
            phrase, end = _place_or_actor(sentence, index, entry, place.behind)
        else:
            known = entry or compounds.entry(lowers[index])
            found = _word(sentence, index, known, place.first) if word is None else None
            phrase, end = found or (word, index + 1)
        if phrase is None or only_helps(sentence, end):
            continue
        mention = place.mention if phrase is _PLACE else None
        text = tokens[index].text if mention is None else mention.text
        senses, actor = phrase.senses, phrase.actor
        item = Item(index, end, text, senses, mention, actor, phrase.general, phrase.tells)
        _add(line, item, plain=phrase.plain)
        behind = end
        owned = end if Sense.POSSESSIVE in item.senses else 0
    return line


def _add(line: Line, item: Item, *, plain: bool) -> None:
    """Put one more item behind those that are there, unless it is but the tail of the last."""
    at, start, end = line.at, item.start, item.end
    previous = at[start - 1] if start else None
    if not plain or (previous is not None and Sense.POSSESSIVE in previous.senses):
        tail = Sense.TAIL in item.senses
        if (tail or item.general) and _join_tail(line, item):
            return
        _tell_possessive(line, item, previous)
        _tell_from_verb(line, item, previous)
        if tail and not item.general:
            _tell_army(line, item)
    line.items.append(item)
    for index in range(start, end):
        at[index] = item


def _join_tail(line: Line, item: Item) -> bool:
    """Make "IS", "-" and "fighters" one actor; whether the item was such a tail."""
    begin = item.start
    if item.general:
        item.mention = _country_before(line, begin)
        _tell_whose(line, item, begin)
    if begin and line.tokens[begin - 1].text == _HYPHEN and line.at[begin - 1] is None:
        begin -= 1
    owner = line.at[begin - 1] if begin else None
    if owner is None or owner.actor is None or (owner.general and item.general):
        return False
    line.at[owner.end : item.end] = [owner] * (item.end - owner.end)
    owner.end = item.end
    return True


def _tell_possessive(line: Line, item: Item, previous: Item | None) -> None:
    """Dutch "zijn" is "his" before a noun, and else "are"."""
    if (
        previous is not None
        and Sense.BE in previous.senses
        and Sense.POSSESSIVE in previous.senses
        and (Sense.NOUN in item.senses or item.general or Sense.TAIL in item.senses)
    ):
        previous.senses = _POSSESSIVE
    if Sense.POSSESSIVE in item.senses and previous is not None and _is_whose(line, previous):
        item.senses = _POSSESSIVE


def _is_whose(line: Line, previous: Item) -> bool:
    """Whether "zijn" stands where no verb can: "met zijn troepen", "en zijn bondgenoten"."""
    governed = Sense.PREPOSITION in previous.senses and Sense.VERB not in previous.senses
    return governed or _joins_allies(line, previous)


def _joins_allies(line: Line, conjunction: Item) -> bool:
    """Whether "zijn" comes between a party and those beside it: "het leger en zijn bondgenoten"."""
    if Sense.CONJUNCTION not in conjunction.senses:
        return False
    owner = line.before(conjunction)
    return owner is not None and (owner.actor is not None or owner.mention is not None)


def _tell_from_verb(line: Line, item: Item, previous: Item | None) -> None:
    """Tell the "forces" of "its forces" and the "held" of "rebel-held" from the verbs."""
    if Sense.VERB not in item.senses:
        return
    if Sense.HELD in item.senses and item.start and line.tokens[item.start - 1].text == _HYPHEN:
        item.senses = _HELD
    elif (
        Sense.TAIL in item.senses
        and previous is not None
        and (Sense.POSSESSIVE in previous.senses or Sense.DETERMINER in previous.senses)
    ):
        item.senses, item.tells = _TAIL, False


def _tell_army(line: Line, item: Item) -> None:
    """Take "Ankara's forces" for the army of that country; "Syria's rebels" are not."""
    if item.text.lower() not in _ARMED:
        return
    owner = _country_before(line, item.start)
    if owner is None or owner.place is None:
        return
    if is_government(owner) or owner.place.kind in _STATES:
        item.senses, item.tells = _TAIL, False
        item.actor, item.general, item.mention = "government", True, owner


_ARMED = frozenset({"forces", "units", "men", "commandos", "paratroopers", "tanks", "brigades"})
_STATES = frozenset({"country", "capital"})
_TAIL: Mapping[str, str] = {Sense.TAIL: "tail"}
_HELD: Mapping[str, str] = {Sense.HELD: "held"}
_POSSESSIVE: Mapping[str, str] = {Sense.POSSESSIVE: "", Sense.DETERMINER: ""}


def _country_before(line: Line, begin: int) -> Mention | None:
    """The country or capital whose army it is: "Sudan's army", "Mali's military rulers"."""
    if begin > 1 and line.tokens[begin - 1].lower in _GENITIVES:
        owner = line.at[begin - 2]
        return owner.mention if owner is not None else None
    return None


def _tell_whose(line: Line, army: Item, begin: int) -> None:
    """Take "Turkey's military" for that of the state that is named by an adjective alone."""
    owner = line.at[begin - 2] if begin > 1 and army.actor == "government" else None
    if owner is None or army.mention is not None or line.tokens[begin - 1].lower not in _GENITIVES:
        return
    state = owner.senses.get(Sense.ADJECTIVE) if owner.actor is None else None
    if state is not None:
        army.actor, army.general = state, False


_GENITIVES = frozenset({"'s", "’s"})


_Found = tuple[Phrase | None, int]
"""What stands at a token, and the token behind it."""


def _place_or_actor(sentence: Sentence, index: int, entry: Entry | None, end: int) -> _Found:
    """Tell what begins where a place begins: the place, unless a party goes by it."""
    phrase, behind = entry.at(sentence, index) if entry is not None else (None, end)
    if phrase is None or behind < end or Sense.ACTOR not in phrase.senses:
        return _PLACE, end
    return phrase, behind


def _word(sentence: Sentence, index: int, entry: Entry | None, place: int) -> _Found:
    """Find the longest phrase at a token that does not swallow the next place.

    The name of a party may swallow one, whose first token is `place`.
    """
    if entry is None:
        return None, index
    phrase, end = entry.at(sentence, index)
    if phrase is not None and end > place and Sense.ACTOR not in phrase.senses:
        return entry.at(sentence, index, before=place)
    return phrase, end


def is_government(mention: Mention) -> bool:
    """Whether a name stands for those who govern there."""
    return mention.sense is PlaceSense.GOVERNMENT
