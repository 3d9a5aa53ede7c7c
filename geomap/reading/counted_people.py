"""Numbers of people: what they are, and what became of them."""

from typing import NamedTuple

from geomap.domain.statements import Measure
from geomap.reading.counted import Counted, Told
from geomap.reading.counted_nouns import (
    OTHERWISE,
    SAID_OF_ITSELF,
    Noun,
    Phrase,
    has_object,
    noun_phrase,
)
from geomap.reading.measure_words import Fate
from geomap.reading.numbers import Quantity

# Far more than anything else weighs: a passive verb before a number belongs to another subject.
_BEHIND_ITS_SUBJECT = 9
_NEAR = 2
_INSIDE = 5
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
_BOTH = frozenset({"or", "and", "en", "of"})
_TOLLS = frozenset({"death", "dodental"})
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
    phrase = noun_phrase(counted, quantity)
    single_strike = phrase.noun is Noun.STRIKES and (quantity.value or _NEAR) < _NEAR
    if phrase.noun is Noun.OTHER or single_strike or _counts_nobody(counted, quantity):
        return None
    measure, told = _of_noun(counted, quantity, phrase), None
    if measure is None and _lives(counted, quantity, phrase):
        measure = Measure.POPULATION
    if measure is None:
        told = _told(counted, quantity, phrase)
        fate = told.fate if told is not None else None
        if fate is Fate.DISPLACED and phrase.noun is Noun.FIGHTERS:
            # Who fights and flees is not displaced.
            measure = Measure.FIGHTERS
        elif fate is not None:
            measure = _MEASURES.get(fate)
        else:
            measure = _otherwise(counted, quantity, phrase, before)
    if measure is None:
        return None
    verb = told.first if told is not None else -1
    return People(measure, max(phrase.last, quantity.last), verb, phrase.noun)


def _counts_nobody(counted: Counted, quantity: Quantity) -> bool:
    """Whether it is money, a ratio, or part of a number already told."""
    is_money = counted.lower(quantity.first - 1) in counted.words.money
    if is_money or _is_part(counted, quantity) or _is_ratio(counted, quantity):
        return True
    # "300 killed or wounded" counts two things at once.
    first, joint, second = (counted.lower(quantity.last + step) for step in range(3))
    words = counted.words
    return joint in _BOTH and first in words.dead and second in words.wounded


def _of_noun(counted: Counted, quantity: Quantity, phrase: Phrase) -> Measure | None:
    """Give what the noun alone says: "22 dead", "19,000 names" of a list."""
    if phrase.noun is Noun.NAMES:
        listed = counted.nearest(quantity, counted.words.lists) is not None
        return Measure.NAMES_LISTED if listed else None
    return SAID_OF_ITSELF.get(phrase.noun) if phrase.noun else None


def _otherwise(
    counted: Counted, quantity: Quantity, phrase: Phrase, before: Measure | None
) -> Measure | None:
    """Give what a number measures when no verb says what became of those whom it counts."""
    if before in _MEASURES.values() and phrase.noun and _is_listed(counted, quantity):
        return before
    if phrase.noun is Noun.INHABITANTS and counted.lower(quantity.first - 1) not in _HAVING:
        return None
    if phrase.noun is not None or not stands_alone(counted, quantity):
        return OTHERWISE.get(phrase.noun) if phrase.noun else None
    return _gone_on(counted, quantity, before) or _named_before(counted, quantity)


def _is_listed(counted: Counted, quantity: Quantity) -> bool:
    """Whether the number goes on a list: "327 dead: 183 rebels, 100 soldiers"."""
    earlier = [other for other in counted.quantities if other.last <= quantity.first]
    if not earlier:
        return False
    between = counted.lowers[earlier[-1].last : quantity.first]
    near = 0 < len(between) <= _LONGEST_ITEM
    verbs = any(earlier[-1].last <= told.first < quantity.first for told in counted.fates)
    return ":" in between or (near and not verbs and between[-1] in _LISTING)


def stands_alone(counted: Counted, quantity: Quantity) -> bool:
    """Whether no noun follows the number."""
    after = counted.lower(quantity.last)
    return not after[:1].isalnum() or after in counted.words.stops


def _named_before(counted: Counted, quantity: Quantity) -> Measure | None:
    """Read "put the dead at 739", "the number of fighters has fallen to 300"."""
    words = counted.words
    if counted.lower(quantity.first - 1) not in words.puts:
        return None
    before = counted.lowers[: quantity.first]
    is_counted = not words.counts.isdisjoint(before)
    for lower in reversed(before[-_LONGEST_REACH:]):
        if lower in words.dead or lower in _TOLLS:
            return Measure.KILLED
        if lower in words.wounded:
            return Measure.WOUNDED
        if is_counted and lower in words.displaced:
            return Measure.DISPLACED
        if is_counted and lower in words.fighters:
            return Measure.FIGHTERS
    told = [one.fate for one in counted.fates if one.last <= quantity.first]
    return _MEASURES.get(told[-1]) if is_counted and told else None


def _gone_on(counted: Counted, quantity: Quantity, before: Measure | None) -> Measure | None:
    """Read the second of "22 of the rebels and 12 of the army", "bringing the total to 2,439".

    And of "the army lost 22, the rebels 12".
    """
    joint = counted.lower(quantity.first - 1)
    if before is not None and counted.party_ends(quantity.first):
        return before
    since = counted.lowers[max(0, quantity.first - _LONGEST_REACH) : quantity.first]
    totalled = joint in counted.words.puts and not counted.words.counts.isdisjoint(since)
    return before if joint in {"and", "en"} or totalled else None


def _is_ratio(counted: Counted, quantity: Quantity) -> bool:
    """Whether the number is one of "nine out of ten"."""
    before = " ".join(counted.lowers[max(0, quantity.first - 2) : quantity.first])
    after = " ".join(counted.lowers[quantity.last : quantity.last + 2])
    at = quantity.last + 2
    ahead = after in counted.words.out_of and counted.number_begins(at)
    behind = before in counted.words.out_of and any(
        other.last == quantity.first - 2 for other in counted.quantities
    )
    return ahead or behind


def _is_part(counted: Counted, quantity: Quantity) -> bool:
    """Whether the number is part of one already told: "including 12 children", "12 of them"."""
    before = counted.lowers[max(0, quantity.first - 3) : quantity.first]
    words = counted.words
    if words.among.intersection(before[-1:]) or (
        words.among.intersection(before) and _OF_THOSE.intersection(before)
    ):
        return True
    after = counted.lowers[quantity.last : quantity.last + 3]
    if len(after) < len("of") or after[0] not in {"of", "van"} or after[1] not in _OF_THOSE:
        return False
    # "300 fighters, 20 of whom were killed" tells something new; "12 of them children" does not.
    return after[-1] not in counted.words.auxiliaries


def _told(counted: Counted, quantity: Quantity, phrase: Phrase) -> Told | None:
    """Find the verb that says what became of those who are counted."""
    best: tuple[int, Told] | None = None
    for told in counted.fates:
        if told.fate is Fate.LOST and (
            phrase.noun is not Noun.FIGHTERS or told.first > quantity.first
        ):
            continue
        far = _far(counted, quantity, phrase, told)
        if far is not None and (best is None or far < best[0]):
            best = far, told
    if best is None or (phrase.noun is None and not _is_beside(counted, quantity, *best)):
        return None
    return best[1]


def _is_beside(counted: Counted, quantity: Quantity, far: int, told: Told) -> bool:
    """Whether a verb tells of a number that has no noun: "killing 22", "275 surrendered"."""
    if told.first >= quantity.last:
        between = counted.lowers[quantity.last : told.first]
        aids = counted.words.auxiliaries | counted.words.stops | _OF_THOSE | {"of"}
        return len(between) <= _NEAR + 1 and all(lower in aids for lower in between)
    if counted.lowers[told.first] in counted.words.active:
        return far <= _NEAR
    before = counted.lower(quantity.first - 1)
    ends = before.isalpha() and before not in counted.words.stops
    in_lower_case = counted.tokens[quantity.first - 1].text[0].islower()
    return ends and in_lower_case and stands_alone(counted, quantity)


def _far(counted: Counted, quantity: Quantity, phrase: Phrase, told: Told) -> int | None:
    if quantity.last <= told.first < phrase.last - 1:
        # "Captured fighters" are prisoners; "wounded" and "dead" were read with their noun.
        return _INSIDE
    if told.first >= quantity.last:
        return _far_behind(counted, phrase, told)
    return _far_before(counted, quantity, phrase, told) if told.last <= quantity.first else None


def _far_behind(counted: Counted, phrase: Phrase, told: Told) -> int | None:
    acts = counted.lowers[told.first] in counted.words.active
    acts = acts and has_object(counted, told.last) and not _is_passive(counted, told)
    if acts or _told_of_part(counted, phrase.last, told.first):
        return None
    far = counted.distance(phrase.last, max(told.first, phrase.last))
    aided = counted.lower(told.first - 1) in counted.words.auxiliaries
    return far - 1 if far is not None and phrase.noun is None and aided else far


def _told_of_part(counted: Counted, first: int, last: int) -> bool:
    """Whether the verb is of a part of them: "300 men, 20 of whom were killed"."""
    return any(
        counted.lowers[index] in {"whom", "wie"}
        and counted.lowers[index - 1] in {"of", "van"}
        and counted.number_begins(index - 2)
        for index in range(first + 2, last)
    )


def _far_before(counted: Counted, quantity: Quantity, phrase: Phrase, told: Told) -> int | None:
    far = counted.distance(told.last, quantity.first)
    acts = counted.lowers[told.first] in counted.words.active
    if far is None or (acts and not _is_passive(counted, told)):
        return far
    return far + _BEHIND_ITS_SUBJECT if phrase.noun is not None else far


def _is_passive(counted: Counted, told: Told) -> bool:
    """Whether the verb tells of its subject: "were killed"."""
    before = counted.lowers[max(0, told.first - 2) : told.first]
    had = {"have", "has", "had"}
    return bool(counted.words.auxiliaries.difference(had).intersection(before))


def _lives(counted: Counted, quantity: Quantity, phrase: Phrase) -> bool:
    """Whether the number is of those who live in a place: "a city of 200,000"."""
    words = counted.words
    of, before = counted.lower(quantity.first - 1), counted.lower(quantity.first - 2)
    if phrase.noun is None:
        return of in {"of", "van"} and before in words.population
    far = counted.nearest(quantity, words.lived_in)
    if of in {"of", "van"} and before in words.population:
        return True
    return far is not None and far <= _NEAR + 1
