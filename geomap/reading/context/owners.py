"""Parties in a sentence: who is named in a stretch of it, and who is the subject of a verb."""

from collections.abc import Iterator, Mapping

from geomap.reading.clauses.scenes import Scene
from geomap.reading.clauses.settled import acts
from geomap.reading.context.memory import Memory
from geomap.reading.language.counted_sides import ABOARD, REMAINING, role_of
from geomap.reading.language.items import Item, Line
from geomap.reading.language.lexicon import Lexicon
from geomap.reading.language.sentences import Token
from geomap.reading.language.word_lists import words
from geomap.reading.language.words import Sense

_TITLE = 4
_SPOKESMEN = words(
    "spokesman spokeswoman spokesperson official officials commander commanders woordvoerder "
    "woordvoerster commandant commandanten zegsman functionaris officier officer general generaal"
)
_NO_SENSES: Mapping[str, str] = {}
_BEFORE_THE_VERB = frozenset(
    {"have", "has", "had", "also", "itself", "ook", "zelf", "hebben", "heeft"}
)
_SOLDIERS = ("troops", "forces", "soldiers", "army", "troepen", "leger", "militairen", "soldaten")


def items_between(line: Line, first: int, last: int) -> Iterator[Item]:
    """Yield the items that stand within `[first, last)`, each once."""
    known: Item | None = None
    for item in line.at[max(first, 0) : last]:
        if item is not None and item is not known:
            yield item
            known = item


def of_role(line: Line, position: int) -> Item | None:
    """Whom "conscripts" or "gunmen" means, where the lexicon has no such word."""
    token = line.tokens[position]
    role = role_of(token.lower)
    if role is None:
        return None
    if token.lower in ABOARD:
        owner = next(
            (one for one in reversed(line.items) if one.end <= position and names(one)), None
        )
        if owner is not None:
            return owner
    return Item(position, position + 1, token.text, _NO_SENSES, actor=role, general=True)


def of_nation(scene: Scene, position: int) -> Item | None:
    """Whose "Turkish" says that somebody is, as in "Turkish troops"; "Russians" too."""
    if position < 0:
        return None
    token = scene.line.tokens[position]
    actor = _nation(scene.cast.lexicon, token) if token.text[0].isupper() else None
    return Item(position, position + 1, token.text, _NO_SENSES, actor=actor) if actor else None


def _nation(lexicon: Lexicon, token: Token) -> str | None:
    entry = lexicon.phrases.get(token.lower)
    ways = [(word, entry.longer) for word in _SOLDIERS] if entry is not None else []
    for article in ("the", "de"):
        known = lexicon.phrases.get(article)
        if known is not None:
            ways.append((token.lower, known.longer))
    for word, longer in ways:
        for phrase in longer.get(word, ()):
            if len(phrase.rest) == 1 and phrase.actor is not None and not phrase.general:
                return phrase.actor
    return None


def is_party(item: Item, *, general: bool) -> bool:
    """Whether a word names a party itself; `general`, whether it is one such as "the army"."""
    if item.actor is not None:
        return item.general is general and Sense.PRONOUN not in item.senses
    return not general and Sense.ADJECTIVE in item.senses


def names(item: Item) -> bool:
    """Whether a word says who somebody is: a party, or an adjective that stands for one."""
    return item.actor is not None or Sense.ADJECTIVE in item.senses


def is_whole(line: Line, item: Item) -> bool:
    """Whether a word names a party and not whose attack it was: "bij een Russische aanval"."""
    following = line.after(item)
    attack = following is not None and Sense.NOUN in following.senses
    hyphened = item.end < len(line.tokens) and line.tokens[item.end].text == "-"
    pronoun = Sense.PRONOUN in item.senses
    return item.actor is not None and not (attack or hyphened or pronoun)


def is_spoken_for(line: Line, party: Item) -> bool:
    """Whether a sentence only names whose spokesman tells it: "a spokesman of the SDF"."""
    if party not in line.items:
        return False
    before = line.sentence.lowers[max(0, party.start - _TITLE) : party.start]
    return not _SPOKESMEN.isdisjoint(before)


def spoken_of(scene: Scene, memory: Memory) -> Item | None:
    """The party last spoken of; of those who remain somewhere, the one that is being beaten."""
    stays = not REMAINING.isdisjoint(scene.line.sentence.vocabulary)
    party = memory.party
    if party is not None and party in scene.line.items and party.preposition == "about":
        # "According to the SDF" names who tells it.
        party = memory.rival(party) or party
    return (memory.beaten if stays else None) or party


def subject_of(scene: Scene, verb: int, number: int, memory: Memory) -> Item | None:
    """The subject of a verb: behind it, as Dutch has it, else the nearest before it."""
    for item in items_between(scene.line, verb + 1, number):
        if _acts(item) and item.preposition is None:
            return item
    subject = subject_before(scene, verb)
    if subject is None or _goes_on(scene, verb):
        return next(iter(scene.subjects), subject)
    if Sense.PRONOUN in subject.senses and Sense.GROUP not in subject.senses:
        speaker = subject_before(scene, subject.start)
        return speaker or (subject if subject.actor is not None else memory.actor)
    return subject


def _goes_on(scene: Scene, verb: int) -> bool:
    """Whether a verb goes on with the subject of the one before: "killed 60 and lost 12"."""
    lowers, at = scene.line.sentence.lowers, verb - 1
    while at > 0 and lowers[at] in _BEFORE_THE_VERB:
        at -= 1
    return at > 0 and lowers[at] in {"and", "en", "but", "maar"}


def subject_before(scene: Scene, position: int) -> Item | None:
    """The nearest party before a token that no preposition governs."""
    line = scene.line
    for item in reversed(list(items_between(line, 0, position))):
        if item.preposition is not None:
            continue
        if Sense.ADJECTIVE in item.senses:
            # "Turkey has lost 46 men" has its subject in a word that is an adjective elsewhere.
            if _BEFORE_THE_VERB.issuperset(line.sentence.lowers[item.end : position]):
                return item
        elif _acts(item):
            return item
    return None


def _acts(item: Item) -> bool:
    return item.actor is not None or acts(item) or Sense.PRONOUN in item.senses
