"""Figures in a sentence: how many were killed or fled, how many fight, how much land is held.

A number becomes a figure only beside words that say what it counts. Ages, distances, money,
calibres and the numbers of dates, roads and brigades are none.
"""

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from geomap.domain.statements import Measure, Unit
from geomap.domain.when import When
from geomap.reading.calendar.of_sentence import DateFound
from geomap.reading.figures.counted import COUNTED, Counted
from geomap.reading.figures.counted_land import measured_land, measured_share
from geomap.reading.figures.counted_nouns import ARMED, Noun
from geomap.reading.figures.counted_people import measured_people
from geomap.reading.figures.measure_languages import MEASURE_WORDS
from geomap.reading.language.datelines import dateline_of
from geomap.reading.language.sentences import Sentence
from geomap.reading.language.word_lists import words
from geomap.reading.numerals.number_words import NUMBER_WORDS
from geomap.reading.numerals.numbers import Quantity, may_have_numbers, quantities_in
from geomap.reading.telling.hedges import is_unreal

_WHOLE = 100
# A sentence with more numbers is a table, whose columns nobody here understands.
_MOST_NUMBERS = 40
_FURTHEST_OF = 5
_OF_A_TIME = words(
    "of the that those what it its they there was were had held in on since a total number level "
    "figure van de het dat die wat er was waren had in op sinds een aantal totaal"
)
_SOME_OF = {("of", "the"), ("of", "its"), ("of", "their"), ("van", "de"), ("van", "hun")}
_STRENGTHS = frozenset({Measure.FIGHTERS, Measure.FOREIGN_FIGHTERS})
# "All 2,000 soldiers will leave": they are there now.
_KNOWN = frozenset({"all", "alle", "the", "its", "their", "de", "zijn", "hun"})
_OTHERS = frozenset({"others", "anderen"})
_ANDS = frozenset({"and", "en"})
_BARE = frozenset({None, Noun.DEAD, Noun.WOUNDED})
_UNITS = {Measure.STRIKES: Unit.STRIKES}


@dataclass(slots=True)
class FigureFound:
    """A figure at `[start, end)` in the whole text, from its number to what it counts."""

    start: int
    end: int
    measure: Measure
    unit: Unit
    value: float | None
    low: float | None = None
    high: float | None = None
    first: int = 0
    last: int = 0
    """Its tokens, `[first, last)` in the sentence."""
    goes_on: bool = False
    """Whether no noun follows its number, so that it counts those whom the one before counted."""
    bare: bool = False
    """Whether it says no more than "30 wounded", of those whom the one before counted."""
    vague: bool = False
    """Whether it has no number but a word such as "dozens", whose bounds are ours."""
    armed: bool = False
    """Whether those whom it counts are fighters."""
    verb: int = -1
    """The token that says what became of them; -1 for none."""
    when: When | None = None
    """Only of a figure that is compared with: "a third of three weeks ago"."""


@dataclass(slots=True)
class FigureContext:
    """What is known around a sentence."""

    language: str
    dates: Sequence[DateFound] = ()
    """The dates of the sentence; their numbers count nothing."""
    parties: Mapping[int, int] = field(default_factory=dict)
    """The tokens at which names of parties begin, each with the one behind the name."""
    before: FigureFound | None = None
    """The figure that the report gave last, with which another can be compared."""


def may_have_figures(sentence: Sentence, language: str) -> bool:
    """Whether it is worth while to look for figures in a sentence."""
    if sentence.vocabulary.isdisjoint(COUNTED.get(language, ())):
        return False
    return may_have_numbers(sentence, language)


def figures_in(sentence: Sentence, context: FigureContext) -> list[FigureFound]:
    """Find the figures of a sentence, in their order; none in a language without words for them."""
    if not may_have_figures(sentence, context.language):
        return []
    return figures_of(sentence, context)


def figures_of(sentence: Sentence, context: FigureContext) -> list[FigureFound]:
    """The same, where it is known to be worth while."""
    known = MEASURE_WORDS[context.language]
    quantities = _undated(sentence, context)
    if not 0 < len(quantities) <= _MOST_NUMBERS:
        return []
    taken = _shares_taken(sentence, quantities, context.language)
    earlier = context.before.measure if context.before is not None else None
    counted = Counted(sentence, known, taken, context.parties, earlier)
    found: list[FigureFound] = []
    for quantity in counted.quantities:
        compared = _compared(sentence, quantity, context, found) if quantity.percent else None
        figure = compared or _figure(counted, quantity, found[-1].measure if found else None)
        if figure is not None:
            found.append(figure)
    return found


def _undated(sentence: Sentence, context: FigureContext) -> list[Quantity]:
    """Give the numbers that are not those of dates, of which a dateline has some too."""
    quantities = [
        quantity
        for quantity in quantities_in(sentence, context.language)
        if not _is_dated(sentence, quantity, context.dates)
    ]
    dateline = dateline_of(sentence) if quantities else None
    if dateline is None:
        return quantities
    return [one for one in quantities if sentence.starts[one.number] >= dateline.end]


def _is_dated(sentence: Sentence, quantity: Quantity, dates: Sequence[DateFound]) -> bool:
    at = sentence.starts[quantity.number]
    return any(date.start <= at < date.end for date in dates)


def _figure(counted: Counted, quantity: Quantity, before: Measure | None) -> FigureFound | None:
    if quantity.percent:
        end = measured_share(counted, quantity)
        return _found(counted, quantity, Measure.SHARE_LOST, Unit.PERCENT, end) if end else None
    land = measured_land(counted, quantity)
    if land is not None:
        measure, unit, factor, end = land
        return _found(counted, _times(quantity, factor), measure, unit, end)
    people = measured_people(counted, quantity, before)
    if people is None:
        return None
    measure, end, verb, noun = people
    if quantity.value == 1 and measure in _STRENGTHS:
        # "One of the strongholds of the rebels", "one activist says".
        return None
    if measure is not Measure.POPULATION and is_unreal(counted.lowers, quantity.first, end):
        there = measure in _STRENGTHS and counted.lower(quantity.first - 1) in _KNOWN
        if not there:
            return None
    figure = _found(counted, quantity, measure, _UNITS.get(measure, Unit.PERSONS), end)
    figure.verb, figure.armed = verb, noun in ARMED
    figure.bare = noun in _BARE or counted.lower(end - 1) in _OTHERS
    return figure


def _found(
    counted: Counted, quantity: Quantity, measure: Measure, unit: Unit, end: int
) -> FigureFound:
    sentence, last = counted.sentence, max(end, quantity.last)
    return FigureFound(
        first=quantity.first,
        last=last,
        goes_on=last == quantity.last,
        vague=quantity.vague,
        start=sentence.starts[quantity.first],
        end=sentence.end_of(last - 1),
        measure=measure,
        unit=unit,
        value=quantity.value,
        low=quantity.low,
        high=quantity.high,
    )


def _times(quantity: Quantity, factor: float) -> Quantity:
    value, low, high = (
        None if number is None else round(number * factor, 3)
        for number in (quantity.value, quantity.low, quantity.high)
    )
    return quantity._replace(value=value, low=low, high=high)


def _shares_taken(
    sentence: Sentence, quantities: Sequence[Quantity], language: str
) -> list[Quantity]:
    """Put "a third of the 3,000 fighters" into one number."""
    of = NUMBER_WORDS[language].of
    taken: list[Quantity] = []
    for quantity in quantities:
        share = taken[-1] if taken else None
        if share is not None and _is_of(sentence, share, quantity, of):
            part = _times(quantity, (share.value or _WHOLE) / _WHOLE)
            taken[-1] = part._replace(first=share.first, number=share.number)
        elif share is not None and _is_some_of(sentence, share, quantity):
            # "11 of the 14 attackers" are 11.
            taken[-1] = share._replace(last=quantity.last)
        else:
            taken.append(quantity)
    return taken


def _is_some_of(sentence: Sentence, share: Quantity, quantity: Quantity) -> bool:
    if share.percent or quantity.percent or not share.value or not quantity.value:
        return False
    between = sentence.lowers[share.last : quantity.first]
    return between in _SOME_OF and share.value < quantity.value


def _is_of(sentence: Sentence, share: Quantity, quantity: Quantity, of: frozenset[str]) -> bool:
    if not share.percent or quantity.percent or share.value is None:
        return False
    between = sentence.lowers[share.last : quantity.first]
    near = 0 < len(between) <= _FURTHEST_OF and between[0] in of and between[-1] not in _ANDS
    return near and all(lower[0].isalnum() or lower[0] in "'’" for lower in between)


def _leads_to_a_date(lowers: Sequence[str]) -> bool:
    """Whether "of" and what follows it name nothing but a time: "of what it had in June"."""
    return len(lowers) <= _FURTHEST_OF and _OF_A_TIME.issuperset(lowers)


def _compared(
    sentence: Sentence, quantity: Quantity, context: FigureContext, found: Sequence[FigureFound]
) -> FigureFound | None:
    """Read "a third of three weeks ago": the number of then, from the one that was just told."""
    base = found[-1] if found else context.before
    of = NUMBER_WORDS[context.language].of
    if not quantity.value or base is None or base.unit is Unit.PERCENT:
        return None
    lowers, starts, at = sentence.lowers, sentence.starts, quantity.last
    if at >= len(lowers) or lowers[at] not in of:
        return None
    for date in context.dates:
        between = lowers[at : bisect_left(starts, date.start)]
        if date.start > starts[at] and _leads_to_a_date(between):
            best = next(n for n in (base.value, base.high, base.low) if n is not None)
            value = round(best * _WHOLE / quantity.value)
            return FigureFound(
                start=starts[quantity.first],
                end=date.end,
                measure=base.measure,
                unit=base.unit,
                value=float(value),
                first=quantity.first,
                last=quantity.last,
                when=date.when,
            )
    return None
