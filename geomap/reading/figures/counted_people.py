"""Numbers of people: what they are, and what became of them."""

from typing import NamedTuple

from geomap.domain.statements import Measure
from geomap.reading.figures.counted import BOMBED, Counted, Told
from geomap.reading.figures.counted_beside import said_beside
from geomap.reading.figures.counted_fates import told_of
from geomap.reading.figures.counted_nobody import counts_nobody
from geomap.reading.figures.counted_nouns import (
    ARMED,
    OTHERWISE,
    SAID_OF_ITSELF,
    Noun,
    Phrase,
    noun_phrase,
)
from geomap.reading.figures.measure_words import Fate
from geomap.reading.language.word_lists import words
from geomap.reading.numerals.numbers import Quantity

_NEAR = 2
_MANY = 1000
_LONGEST_REACH = 24
_LONGEST_ITEM = 8
_LISTING = frozenset({",", "and", "en"})
_MEASURES = {
    Fate.KILLED: Measure.KILLED,
    Fate.LOST: Measure.KILLED,
    Fate.WOUNDED: Measure.WOUNDED,
    Fate.DISPLACED: Measure.DISPLACED,
    Fate.SURRENDERED: Measure.SURRENDERED,
}
# Before the number of those who live in a place: "een stad met 200.000 inwoners".
_HAVING = frozenset(
    {"", ",", "(", "with", "of", "has", "had", "the", "its", "about", "met", "van", "heeft", "de"}
    | {"telt", "telde", "had", "zijn", "haar", "nog"}
)
_ANY = _HAVING | {"dat", "die", "which", "that"}
_ARTICLES = frozenset({"a", "an", "een"})
_HURT = frozenset({Measure.KILLED, Measure.WOUNDED})
_RATHER_TOLD = {
    Noun.DISPLACED: frozenset({Fate.KILLED, Fate.WOUNDED}),
    Noun.WOUNDED: frozenset({Fate.DISPLACED}),
}
_TOLLS = frozenset({"death", "dodental", "losses", "verliezen"})
_STUCK = words(
    "remain remained opgesloten klem in holed trapped besieged stranded vast ingesloten surrounded"
)
_TIMES = frozenset({"times", "keer", "maal"})
_AS = frozenset({"as", "more", "zo", "meer"})
_RANGING = frozenset({"range", "ranges", "ranged", "ranging", "vary", "varies", "varied", "lopen"})
_MOSTLY = frozenset({"mostly", "largely", "grotendeels", "merendeels"})
_COMPARING = frozenset(
    {"down from", "up from", "spoke of", "speaks of", "speak of", "sprak van", "spreekt van"}
    | {"spraken van", "spreken van", "uit van", "put at", "het op"}
)
_THERE = frozenset(
    {"dat er", "waren er", "zijn er", "er nog", "het er", "there were", "there are", "they were"}
)
_THEIRS = {("their",), ("hun",), ("the",), ("de",)}
_HAVING_NOW = frozenset({"has", "have", "had", "heeft", "hebben", "telt"})
_NUMBERING = frozenset({"number", "numbered", "numbering", "numbers", "totalling", "totaling"})
_STAYING = frozenset({"remain", "remained", "left", "survive", "survived", "resteren", "over"})
_OF_THOSE = frozenset({"them", "whom", "hen", "wie", "those"})


class People(NamedTuple):
    """What a number of people measures."""

    measure: Measure
    last: int
    """The index behind its words."""
    verb: int
    """Where it is told what became of them; -1 when it is not."""
    noun: Noun | None
    """What they are."""


def measured_people(counted: Counted, quantity: Quantity, before: Measure | None) -> People | None:
    """Say what a number of people measures, and where its words end; None for other numbers.

    `before` is what the number before it in the sentence measures, for "22 of theirs and 12 of
    the army".
    """
    if _are_raids(counted, quantity):
        return People(Measure.STRIKES, quantity.last + 1, -1, Noun.STRIKES)
    phrase = noun_phrase(counted, quantity)
    people = _measured(counted, quantity, phrase, before)
    single = _is_article(counted, quantity)
    return (
        None
        if people is None or (single and not _fell(counted, quantity, phrase, people))
        else people
    )


def _measured(
    counted: Counted, quantity: Quantity, phrase: Phrase, before: Measure | None
) -> People | None:
    single_strike = phrase.noun is Noun.STRIKES and (quantity.value or _NEAR) < _NEAR
    if phrase.noun is Noun.OTHER or single_strike or counts_nobody(counted, quantity):
        return None
    beside = said_beside(counted, quantity, phrase.last)
    measure, told = beside or _of_noun(counted, quantity, phrase), None
    if measure is None and _lives(counted, quantity, phrase):
        measure = Measure.POPULATION
    if measure is None:
        told = told_of(counted, quantity, phrase)
        measure = (
            _otherwise(counted, quantity, phrase, before)
            if told is None
            else _of_fate(counted, quantity, phrase, told)
        )
    if measure is None:
        return None
    verb = told.first if told is not None else -1
    return People(measure, max(phrase.last, quantity.last), verb, phrase.noun)


def _fell(counted: Counted, quantity: Quantity, phrase: Phrase, people: People) -> bool:
    """Whether one person is told of because of what became of them: "killing a soldier"."""
    if phrase.noun in SAID_OF_ITSELF:
        return True
    if people.verb < 0 or people.measure not in _HURT:
        return False
    if people.verb < quantity.first:
        return people.verb == quantity.first - 1
    between = counted.lowers[phrase.last : people.verb]
    return counted.words.auxiliaries.issuperset(between)


def _are_raids(counted: Counted, quantity: Quantity) -> bool:
    """Whether it is how often somebody was bombed: "bombed it 18 times", "18 keer"."""
    often = counted.lower(quantity.last) in _TIMES and counted.lower(quantity.last + 1) not in _AS
    return often and not BOMBED.isdisjoint(counted.sentence.vocabulary)


def _mixed(counted: Counted, phrase: Phrase) -> bool:
    """Whether they are no fighters alone: "5,400 fighters and civilians", "and their families"."""
    behind = counted.lowers[phrase.last : phrase.last + _NEAR + 1]
    joined = bool(behind) and behind[0] in {"and", "en"}
    others = behind[2:3] if behind[1:2] in _THEIRS else behind[1:2]
    return joined and not counted.words.people.isdisjoint(others)


def _is_article(counted: Counted, quantity: Quantity) -> bool:
    """Whether the number is the article of one person: "a soldier"."""
    return quantity.value == 1 and counted.lower(quantity.number) in _ARTICLES


def _of_fate(counted: Counted, quantity: Quantity, phrase: Phrase, told: Told) -> Measure | None:
    """Give what a number measures by what became of those whom it counts."""
    if told.fate is Fate.DISPLACED and phrase.noun is Noun.FIGHTERS:
        # Who fights and flees is not displaced.
        return Measure.DISPLACED if _mixed(counted, phrase) else Measure.FIGHTERS
    if told.fate is not Fate.OTHER:
        return _MEASURES[told.fate]
    stuck = counted.lower(told.first) in _STUCK
    if phrase.noun is Noun.FIGHTERS or counted.lower(quantity.last + 1) in _OF_THOSE:
        # Who fights and is trapped goes on fighting; "11,000 of them remain" too.
        return Measure.FIGHTERS if stuck else None
    many = (quantity.value or quantity.low or quantity.high or 0) >= _MANY
    return Measure.POPULATION if stuck and many else None


def _of_noun(counted: Counted, quantity: Quantity, phrase: Phrase) -> Measure | None:
    """Give what the noun alone says: "22 dead", "19,000 names" of a list.

    Not where more is told of them: "Fifteen displaced people were killed", "126 gewonde strijders
    verlieten de stad".
    """
    if phrase.noun in _RATHER_TOLD:
        told = told_of(counted, quantity, phrase)
        behind = told is not None and told.first >= phrase.last
        if told is not None and behind and told.fate in _RATHER_TOLD[phrase.noun]:
            return None
    if phrase.noun is Noun.NAMES:
        listed = counted.nearest(quantity, counted.words.lists) is not None
        return Measure.NAMES_LISTED if listed else None
    return SAID_OF_ITSELF.get(phrase.noun) if phrase.noun else None


def _otherwise(
    counted: Counted, quantity: Quantity, phrase: Phrase, before: Measure | None
) -> Measure | None:
    """Give what a number measures when no verb says what became of those whom it counts."""
    if before in _MEASURES.values() and (
        _is_of_party(counted, quantity) or (phrase.noun and _is_listed(counted, quantity))
    ):
        return before
    having = _HAVING if counted.lower(phrase.last) not in _HAVING_NOW else _ANY
    if phrase.noun is Noun.INHABITANTS and counted.lower(quantity.first - 1) not in having:
        return None
    remaining = _remains(counted, quantity, phrase)
    if remaining is not None:
        return remaining
    if phrase.noun is not None or not counted.stands_alone(quantity):
        return OTHERWISE.get(phrase.noun) if phrase.noun else None
    joint = counted.lower(quantity.first - 1)
    if counted.lower(quantity.last) in counted.words.auxiliaries:
        # "Five died and one was kept": told of by a verb of its own.
        joint = ""
    strength = before in {Measure.FIGHTERS, Measure.FOREIGN_FIGHTERS} and joint in _HAVING_NOW
    if before and (strength or joint in {"and", "en"} or counted.party_ends(quantity.first)):
        return before
    # A total can be of what the sentence before has told.
    there = f"{counted.lower(quantity.first - 2)} {joint}" in _THERE
    known = there or counted.earlier in _MEASURES.values()
    earlier = before or (counted.earlier if known else None)
    goes_on = _totals(counted, quantity)
    return (
        (before if goes_on else None)
        or _named_before(counted, quantity)
        or (earlier if goes_on else None)
    )


def _is_of_party(counted: Counted, quantity: Quantity) -> bool:
    """Whether it is the part of a number that is a party's: "1,075 of them of IS"."""
    of, those = counted.lower(quantity.last), counted.lower(quantity.last + 1)
    named = range(quantity.last + 2, quantity.last + 6)
    return of in {"of", "van"} and those in _OF_THOSE and any(at in counted.parties for at in named)


def _is_listed(counted: Counted, quantity: Quantity) -> bool:
    """Whether the number goes on a list: "327 dead: 183 rebels, 100 soldiers"."""
    earlier = [other for other in counted.quantities if other.last <= quantity.first]
    if not earlier:
        return False
    between = counted.lowers[earlier[-1].last : quantity.first]
    near = 0 < len(between) <= _LONGEST_ITEM
    verbs = any(earlier[-1].last <= told.first < quantity.first for told in counted.fates)
    return ":" in between or (near and not verbs and between[-1] in _LISTING)


def _named_before(counted: Counted, quantity: Quantity) -> Measure | None:
    """Read "put the dead at 739", "the number of fighters has fallen to 300"."""
    words = counted.words
    if counted.lower(quantity.first - 1) not in words.puts | _RANGING:
        return None
    before = counted.lowers[: quantity.first]
    is_counted = not words.counts.isdisjoint(before)
    near = frozenset(before[-_LONGEST_REACH:])
    # "The number of dead among soldiers" is one of dead.
    for among, measure, always in (
        (words.dead | _TOLLS, Measure.KILLED, True),
        (words.wounded, Measure.WOUNDED, True),
        (words.displaced, Measure.DISPLACED, False),
        (words.fighters, Measure.FIGHTERS, False),
    ):
        if (is_counted or always) and not among.isdisjoint(near):
            return measure
    told = [one.fate for one in counted.fates if one.last <= quantity.first]
    return _MEASURES.get(told[-1]) if is_counted and told else None


def _totals(counted: Counted, quantity: Quantity) -> bool:
    """Whether a number is of what was counted before: "bringing the total to 2,439"."""
    first = quantity.first
    joint, opened = counted.lower(first - 1), counted.lower(first - 2)
    since = counted.lowers[max(0, first - _LONGEST_REACH) : first]
    totalled = joint in counted.words.puts and not counted.words.counts.isdisjoint(since)
    return totalled or f"{opened} {joint}" in _COMPARING | _THERE


def _remains(counted: Counted, quantity: Quantity, phrase: Phrase) -> Measure | None:
    """Read "fewer than 350 of them remain", "the militants there are thought to number 2,000"."""
    lowers, words = counted.lowers, counted.words
    behind = lowers[quantity.last : quantity.last + _LONGEST_ITEM]
    of_them = len(behind) > 1 and behind[0] in {"of", "van"} and behind[1] in _OF_THOSE
    if of_them and not _STAYING.isdisjoint(behind):
        return Measure.FIGHTERS
    if phrase.noun is not None:
        return None
    if lowers[quantity.first - 1] in _NUMBERING and quantity.first:
        near = lowers[max(0, quantity.first - _LONGEST_ITEM - 2) : quantity.first]
        if not (words.displaced | words.refugees).isdisjoint(near):
            return Measure.DISPLACED
        return Measure.FIGHTERS if not words.fighters.isdisjoint(near) else None
    return None


def _lives(counted: Counted, quantity: Quantity, phrase: Phrase) -> bool:
    """Whether the number is of those who live in a place: "a city of 200,000"."""
    words = counted.words
    if phrase.noun in ARMED:
        return False
    if phrase.noun is Noun.INHABITANTS and counted.lower(phrase.last + 1) in _MOSTLY:
        # Of "25,000 inhabitants had mostly fled" nobody knows how many fled.
        return True
    of, before = counted.lower(quantity.first - 1), counted.lower(quantity.first - 2)
    if phrase.noun is None:
        return of in {"of", "van"} and before in words.population
    far = counted.nearest(quantity, words.lived_in)
    if of in {"of", "van"} and before in words.population:
        return True
    return far is not None and far <= _NEAR + 1
