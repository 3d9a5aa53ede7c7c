"""What became of those whom a number counts: the verb that tells of it, before or behind."""

from geomap.domain.statements import Measure
from geomap.reading.figures.counted import Counted, Told
from geomap.reading.figures.counted_nouns import Noun, Phrase, has_object
from geomap.reading.figures.measure_words import Fate
from geomap.reading.numerals.numbers import Quantity

# Far more than anything else weighs: a passive verb before a number belongs to another subject.
_BEHIND_ITS_SUBJECT = 9
_OF_THE = {("of", "the"), ("van", "de")}
_FELL = frozenset({"fell"})
_INSIDE = 5
_HEAVY = frozenset({"zware", "grote", "forse", "heavy", "de", "hun", "eigen", "the", "their"})
_LOSSES = frozenset({"verliezen", "verlies"})
_FALLEN = frozenset({Measure.KILLED, Measure.WOUNDED})
_LOST_BEHIND = frozenset({"verloren", "verloor", "gekost"})
_NOT = frozenset({"not", "n't", "niet", "never", "nooit"})
_NEAR = 2
_OF_THOSE = frozenset({"them", "whom", "hen", "wie", "those"})


def told_of(counted: Counted, quantity: Quantity, phrase: Phrase) -> Told | None:
    """Find the verb that says what became of those who are counted."""
    best: tuple[int, Told] | None = None
    for told in counted.fates:
        if counted.lowers[told.first] in _FELL and told.first != phrase.last:
            # "299 fell"; what else falls is a town.
            continue
        if _is_of_another(counted, quantity, told) or _is_noun(quantity, phrase, told):
            continue
        if told.fate is Fate.LOST and not _is_lost(counted, quantity, phrase, told):
            continue
        far = _far(counted, quantity, phrase, told)
        if far is not None and _is_denied(counted, phrase, told):
            continue
        if far is not None and (best is None or far < best[0]):
            best = far, told
    if best is None or (phrase.noun is None and not _is_beside(counted, quantity, *best)):
        return None
    return best[1]


def _is_noun(quantity: Quantity, phrase: Phrase, told: Told) -> bool:
    """Whether it is the noun itself: of "15 displaced people were killed" they were killed."""
    within = quantity.last <= told.first < phrase.last
    return within and phrase.noun in {Noun.DISPLACED, Noun.WOUNDED}


def _is_of_another(counted: Counted, quantity: Quantity, told: Told) -> bool:
    """Whether a part of them is told of: "of the 2,000 fighters 1,300 were killed"."""
    if counted.lowers[max(0, quantity.first - 2) : quantity.first] not in _OF_THE:
        return False
    return any(quantity.last < other.first < told.first for other in counted.quantities)


def _is_lost(counted: Counted, quantity: Quantity, phrase: Phrase, told: Told) -> bool:
    """Whether they were lost; in "zou 100 man hebben verloren" the verb closes its clause."""
    if told.first > quantity.first:
        after = counted.lower(told.last)
        closes = not after.isalpha() or after in counted.words.stops
        if counted.lowers[told.first] not in _LOST_BEHIND or not closes:
            return False
    if counted.lowers[told.first] in _LOSSES and counted.lower(told.first - 1) in _HEAVY:
        # "Heavy losses" are a noun.
        return False
    told_before = counted.earlier in _FALLEN or counted.quantities[0] is not quantity
    if phrase.noun is None and told_before and told.first < quantity.first:
        # "The SDF lost 24 men, IS lost forty", "IS verloor er veertig".
        return counted.stands_alone(quantity)
    return _can_be_lost(counted, phrase)


def _can_be_lost(counted: Counted, phrase: Phrase) -> bool:
    """Whether who lost them lost them in battle: fighters, and "75 men"."""
    return phrase.noun is Noun.FIGHTERS or counted.lower(phrase.last - 1) in {"men", "mannen"}


def _is_denied(counted: Counted, phrase: Phrase, told: Told) -> bool:
    """Whether it did not happen: "gaven zeventig strijders zich niet over"."""
    between = counted.lowers[phrase.last : told.first]
    return told.fate is Fate.SURRENDERED and not _NOT.isdisjoint(between)


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
    return ends and in_lower_case and counted.stands_alone(quantity)


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
