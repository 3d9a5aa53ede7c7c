"""Dutch words that only say what the party behind them is, or stand for the one before."""

from collections.abc import Iterator, Mapping

from geomap.reading.language.items import Item, Line
from geomap.reading.language.word_lists import words
from geomap.reading.language.words import Sense

_GROUPS = words(
    "rebellengroep terreurgroep terreurbeweging terreurorganisatie militie groepering beweging "
    "groep rebellenbeweging strijdgroep splintergroep oppositiegroep alliantie verzetsbeweging"
)
_UNIONS = words("coalitie alliantie verbond bondgenootschap")
_PRONOUN: Mapping[str, str] = {Sense.PRONOUN: ""}


def join_groups(line: Line) -> None:
    """Make "de terreurgroep IS" and "een coalitie van rebellen" the one party that they name."""
    said = line.sentence.vocabulary
    if not _GROUPS.isdisjoint(said) or not _UNIONS.isdisjoint(said):
        for word, party in list(_described(line)):
            _absorb(line, word, party)
    if "staat" in said:
        _tell_stands(line)
    if "zowel" in said:
        _tell_both(line)
    if line.tokens and line.tokens[0].lower == "die":
        _stand_for_actor(line)


def _tell_both(line: Line) -> None:
    """Take the "als" of "zowel A als B" for an "and"."""
    begins = line.sentence.lowers.index("zowel")
    for item in line.items:
        if item.start > begins and item.text.lower() == "als":
            item.senses = _AND
            return


_AND: Mapping[str, str] = {Sense.CONJUNCTION: ""}


def _tell_stands(line: Line) -> None:
    """Take Dutch "staat" for "stands" where no article or nation makes it "the state"."""
    for item in line.items:
        if item.text.lower() != "staat" or not item.general:
            continue
        before = line.before(item)
        if before is None or (Sense.DETERMINER not in before.senses and before.actor is None):
            item.actor, item.general = None, False
            item.senses = {
                sense: value for sense, value in item.senses.items() if sense != Sense.GENERAL
            }


def _described(line: Line) -> Iterator[tuple[Item, Item]]:
    """The words for a group with the party that each of them describes."""
    for at, word in enumerate(line.items[:-1]):
        last = line.tokens[word.end - 1].lower
        following = line.items[at + 1]
        if following.actor is not None and following.start == word.end and last in _GROUPS:
            yield word, following
        elif last in _UNIONS and following.senses.get(Sense.PREPOSITION) == "of":
            party = line.after(following)
            if following.start == word.end and party is not None and party.actor is not None:
                yield word, party


def _absorb(line: Line, word: Item, party: Item) -> None:
    first = word.start
    line.items = [one for one in line.items if not first <= one.start < party.start]
    line.at[first : party.start] = [party] * (party.start - first)
    party.start = first


def _stand_for_actor(line: Line) -> None:
    """Take the "die" of "Die veroverde X" for whoever was spoken of."""
    first = line.at[0]
    verb = line.after(first) if first is not None else None
    if first is None or first.end != 1 or verb is None:
        return
    if Sense.VERB in verb.senses or Sense.PARTED in verb.senses:
        first.senses = _PRONOUN
