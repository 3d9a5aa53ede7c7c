"""What a number counts: the noun phrase behind it."""

from enum import StrEnum, auto
from typing import NamedTuple

from geomap.domain.statements import Measure
from geomap.reading.figures.counted import Counted
from geomap.reading.figures.measure_languages import MEASURE_WORDS
from geomap.reading.figures.measure_words import Fate, MeasureWords
from geomap.reading.language.word_lists import words
from geomap.reading.numerals.numbers import Quantity

_LONGEST_PHRASE = 7
_FROM_THE_AIR = ("air", "lucht", "bombardement", "drone", "raket")
_OF = frozenset({"of", "van"})
_THEM = frozenset({"them", "hen"})
_THEIR = frozenset({"zijn", "haar", "hun", "de", "diens"})
_ACTED = words(
    "poured stormed attacked entered crossed came took marched moved joined fought held seized "
    "overran advanced arrived reached remained left have had trokken vielen kwamen bestormden "
    "zaten stonden vochten rukten namen staken bleven"
)
"""Verbs behind "1,000 Taliban"."""
_MEN = frozenset({"men", "mannen"})
_OF_A_PARTY = _MEN | {"members", "leden"}
_HURT = frozenset({Fate.KILLED, Fate.WOUNDED})
_HYPHENS = frozenset("-–")
_SHORTEST_PEOPLE = 4
_ABROAD = ("from abroad", "from overseas", "uit het buitenland")


class Noun(StrEnum):
    """What a number counts."""

    FIGHTERS = auto()
    FOREIGN_FIGHTERS = auto()
    PEOPLE = auto()
    DEAD = auto()
    WOUNDED = auto()
    DISPLACED = auto()
    REFUGEES = auto()
    STRIKES = auto()
    INHABITANTS = auto()
    NAMES = auto()
    OTHER = auto()


class Phrase(NamedTuple):
    """What a number counts, and the index behind its words."""

    noun: Noun | None
    last: int


ARMED = frozenset({Noun.FIGHTERS, Noun.FOREIGN_FIGHTERS})
SAID_OF_ITSELF = {
    Noun.DEAD: Measure.KILLED,
    Noun.WOUNDED: Measure.WOUNDED,
    Noun.DISPLACED: Measure.DISPLACED,
    Noun.STRIKES: Measure.STRIKES,
}
"""What those nouns measure by themselves."""
OTHERWISE = {
    Noun.FIGHTERS: Measure.FIGHTERS,
    Noun.FOREIGN_FIGHTERS: Measure.FOREIGN_FIGHTERS,
    Noun.REFUGEES: Measure.DISPLACED,
    Noun.INHABITANTS: Measure.POPULATION,
}
"""What these measure when nothing is said to have become of them."""


def noun_phrase(counted: Counted, quantity: Quantity) -> Phrase:
    """Read what stands behind a number, up to its noun: "suspected Islamic State fighters"."""
    found = Phrase(None, quantity.last)
    first = _begin(counted, quantity)
    for index in range(first, min(first + _LONGEST_PHRASE, len(counted.lowers))):
        if _ends(counted, index, quantity.last):
            break
        noun = _noun(counted, index)
        if noun is Noun.OTHER and _comes_first(counted, quantity, index, found):
            return Phrase(Noun.OTHER, index)
        if noun is Noun.NAMES and found.noun is not None:
            break
        if noun is not None and noun is not Noun.OTHER:
            found = Phrase(noun, index + 1)
        if noun in SAID_OF_ITSELF:
            break
    if found.noun is None:
        return _shared(counted, quantity) or _unnamed(counted, quantity)
    abroad = found.noun is Noun.FIGHTERS and _from_abroad(counted, quantity.last, found.last)
    return Phrase(Noun.FOREIGN_FIGHTERS, found.last) if abroad else found


def _shared(counted: Counted, quantity: Quantity) -> Phrase | None:
    """Read the noun of "thirty Nigerien and two Nigerian soldiers" for the first number too."""
    at = quantity.last + 1
    if counted.lower(at) not in {"and", "en"} or not counted.number_begins(at + 1):
        return None
    if not counted.tokens[quantity.last].text[0].isupper():
        return None
    other = next(one for one in counted.quantities if one.first == at + 1)
    noun = noun_phrase(counted, other).noun
    return Phrase(noun, at) if noun in ARMED or noun is Noun.PEOPLE else None


def _begin(counted: Counted, quantity: Quantity) -> int:
    """Give where the words behind a number begin: in "acht van zijn strijders" behind "zijn"."""
    first = quantity.last
    of_theirs = counted.lower(first) == "van" and counted.lower(first + 1) in _THEIR
    return first + 2 if of_theirs else first


def _comes_first(counted: Counted, quantity: Quantity, index: int, found: Phrase) -> bool:
    """Whether a noun is what is counted: of "45 more casualties" the casualties."""
    if index > quantity.last + 1:
        return False
    return found.noun is None or counted.lower(index - 1) == "more"


def _unnamed(counted: Counted, quantity: Quantity) -> Phrase:
    """Read a number before no noun that is known: before a name, or alone."""
    first, index = quantity.first, quantity.last
    if _in_family(counted, quantity):
        return Phrase(Noun.PEOPLE, index)
    if counted.lower(index) in _OF and counted.lower(index + 1) in _THEM:
        return Phrase(Noun.PEOPLE, index + 2)
    if counted.lower(index) in _OF and counted.lower(index + 2) in {"own", "eigen"}:
        # "Five of their own".
        return Phrase(Noun.FIGHTERS, index + 3)
    if index in counted.parties:
        return _of_party(counted, counted.parties[index])
    if _is_told_of(counted, quantity):
        return Phrase(Noun.PEOPLE, index + 1)
    # "The two Kivus" are no people.
    named = counted.lower(first - 1) in {"the", "de", "het"}
    is_people = not named and _is_people(counted, index)
    return Phrase(Noun.PEOPLE, index + 1) if is_people else Phrase(None, index)


def _is_told_of(counted: Counted, quantity: Quantity) -> bool:
    """Whether those of a word that is not known died: "one sailor was killed", "killing six X"."""
    index = quantity.last
    lower, after = counted.lower(index), counted.lower(index + 1)
    words = counted.words
    if not lower.isalpha() or lower in words.stops | words.no_counts | words.families:
        return False
    told = index + 2 if after in words.auxiliaries else index + 1
    return any(
        one.fate in _HURT and (one.first == told or one.last == quantity.first)
        for one in counted.fates
    )


def _of_party(counted: Counted, last: int) -> Phrase:
    """Read "7,500 Peshmerga": a party's name alone stands for its fighters, before a noun not."""
    after = counted.lower(last)
    words = counted.words
    alone = not after[:1].isalnum() or after in words.stops or after in words.auxiliaries
    told = any(told.first == last for told in counted.fates) or after in _ACTED
    return Phrase(Noun.FIGHTERS if alone or told else None, last)


def _ends(counted: Counted, index: int, first: int) -> bool:
    """Whether the phrase that began at `first` is over before a token."""
    lower = counted.lowers[index]
    if lower in counted.words.stops or (index > first and counted.number_begins(index)):
        return True
    return not (lower[0].isalnum() or lower in _HYPHENS or lower in {"'s", "’s"})


def _is_people(counted: Counted, index: int) -> bool:
    """Whether a word with a capital names people by where they are from: "22 Congolezen"."""
    if index >= len(counted.tokens):
        return False
    text = counted.tokens[index].text
    plural = text.endswith(("s", "en"))
    return text[0].isupper() and plural and len(text) >= _SHORTEST_PEOPLE


def _noun(counted: Counted, index: int) -> Noun | None:
    words, lower = counted.words, counted.lowers[index]
    among = _NOUNS[id(words)]
    if lower not in among:
        return None
    if lower in words.strikes:
        aerial = any(part in lower for part in _FROM_THE_AIR)
        aerial = aerial or counted.earlier is Measure.STRIKES
        aerial = aerial or not words.air.isdisjoint(counted.lowers)
        return Noun.STRIKES if aerial else Noun.OTHER
    if lower == "fighter" and counted.lower(index + 1) in words.no_counts:
        # "14 fighter jets".
        return Noun.OTHER
    if lower in {"killed", "wounded", "injured"} and has_object(counted, index + 1):
        return None
    if lower in _OF_A_PARTY:
        return Noun.FIGHTERS if _is_of_a_party(counted, index) else Noun.PEOPLE
    return among[lower]


def _is_of_a_party(counted: Counted, index: int) -> bool:
    """Whether "members" are those of a party, and "men" are armed."""
    if counted.lower(index) in _MEN:
        armed = counted.lower(index - 1) in {"armed", "gewapende"}
        return armed or any(
            one.last == index
            and counted.lower(one.first - 1) in {"with", "met"}
            and counted.parties
            for one in counted.quantities
        )
    return any(at in counted.parties for at in range(index - _LONGEST_PHRASE, index + 4))


def _nouns(words: MeasureWords) -> dict[str, Noun | None]:
    """What each word means that can be a noun behind a number; the first that it can mean."""
    meanings = (
        (words.dead, Noun.DEAD),
        (words.wounded, Noun.WOUNDED),
        (words.displaced, Noun.DISPLACED),
        (words.refugees, Noun.REFUGEES),
        (words.fighters, Noun.FIGHTERS),
        (words.inhabitants, Noun.INHABITANTS),
        (words.people, Noun.PEOPLE),
        (words.names, Noun.NAMES),
        (words.no_counts, Noun.OTHER),
    )
    told_otherwise = words.strikes | _OF_A_PARTY | {"fighter", "killed", "wounded", "injured"}
    known: dict[str, Noun | None] = dict.fromkeys(told_otherwise)
    for among, noun in reversed(meanings):
        known.update(dict.fromkeys(among, noun))
    return known


def _from_abroad(counted: Counted, first: int, last: int) -> bool:
    """Whether fighters came from other countries: "foreign fighters", "fighters from abroad"."""
    if not counted.words.foreign.isdisjoint(counted.lowers[first:last]):
        return True
    return " ".join(counted.lowers[last : last + 3]).startswith(_ABROAD)


def has_object(counted: Counted, index: int) -> bool:
    """Whether a verb goes on with somebody: "fighters killed five civilians"."""
    return counted.number_begins(index) or counted.lower(index) in {"the", "a", "an", "de", "het"}


def _in_family(counted: Counted, quantity: Quantity) -> bool:
    """Whether the number follows "a family of"."""
    of, before = counted.lower(quantity.first - 1), counted.lower(quantity.first - 2)
    things = counted.lower(quantity.last) in counted.words.no_counts
    return of in {"of", "van"} and before in counted.words.families and not things


_NOUNS = {id(words): _nouns(words) for words in MEASURE_WORDS.values()}
