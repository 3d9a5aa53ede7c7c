"""Numbers of land: how much is held, how much was lost, and which share."""

from geomap.domain.statements import Measure, Unit
from geomap.reading.figures.counted import Counted
from geomap.reading.figures.measure_languages import MEASURE_WORDS
from geomap.reading.language.word_lists import words
from geomap.reading.numerals.numbers import Quantity

_LONGEST_UNIT = 3
_FORESTS = frozenset({"forest", "forests", "farmland", "crops", "bos", "landbouwgrond", "natuur"})
_HOLDING = words(
    "hold holds holding control controls controlling rule rules houdt houden hield beheerst "
    "beheersen controleert controleren bezit"
)
_NEAR = 3
_NO_LAND = words(
    "income revenue revenues budget earnings money support inkomsten omzet inkomen begroting oil "
    "olieproductie production voters population bevolking"
)
_FROM_OR_TO = frozenset({"from", "to", "tot", "tegen"})
_TO = frozenset({"to", "tot", "at", "op"})


def measured_land(counted: Counted, quantity: Quantity) -> tuple[Measure, Unit, float, int] | None:
    """Say what an area measures, in which unit, times how much, and where its words end."""
    unit = _unit(counted, quantity.last) or _same_unit(counted, quantity)
    if unit is None:
        return None
    name, factor, end = unit
    if _FORESTS.intersection(counted.lowers[end : end + _LONGEST_UNIT]):
        return None
    known = counted.words
    lost = counted.nearest(quantity, known.lost | known.regained)
    held = counted.nearest(quantity, known.held)
    if lost is None and held is None:
        return None
    # "Shrunk to 700 square metres" tells what is left.
    down_to = counted.lower(quantity.first - 1) in _TO
    is_lost = lost is not None and not down_to and (held is None or lost <= held)
    measure = Measure.TERRITORY_LOST if is_lost else Measure.TERRITORY
    return measure, Unit(name), factor, end


def _same_unit(counted: Counted, quantity: Quantity) -> tuple[str, float, int] | None:
    """Read "from 90,000 square kilometres to 36,000": the unit of the number before it."""
    if counted.lower(quantity.first - 1) not in _TO or not counted.stands_alone(quantity):
        return None
    for other in counted.quantities:
        unit = _unit(counted, other.last) if other.last <= quantity.first else None
        if unit is not None:
            return unit[0], unit[1], quantity.last
    return None


def _unit(counted: Counted, index: int) -> tuple[str, float, int] | None:
    if counted.lower(index) not in _UNITS[id(counted.words)]:
        return None
    for length in range(_LONGEST_UNIT, 0, -1):
        phrase = " ".join(counted.lowers[index : index + length])
        if phrase in counted.words.square:
            name, factor = counted.words.square[phrase]
            return name, factor, min(index + length, len(counted.lowers))
    return None


def measured_share(counted: Counted, quantity: Quantity) -> int | None:
    """Give where the words of a share end that was lost; None for a share of something else."""
    known = counted.words
    right_before = counted.lowers[max(0, quantity.first - _NEAR) : quantity.first]
    if counted.lower(quantity.first - 1) in _FROM_OR_TO or not _HOLDING.isdisjoint(right_before):
        # "Down from 40 percent" and "to 7 percent" tell what was and what is held.
        return None
    if not _NO_LAND.isdisjoint(counted.lowers[quantity.last : quantity.last + _NEAR + 1]):
        return None
    lost = counted.nearest(quantity, known.lost)
    regained = counted.nearest(quantity, known.regained)
    told_of = known.land | known.held | known.fighters
    if lost is None and regained is None:
        return None
    if counted.nearest(quantity, told_of) is None and not _is_of_it(counted, quantity):
        return None
    land = counted.nearest(quantity, known.land)
    told = lost is not None or land is not None or _is_of_it(counted, quantity)
    return quantity.last if told else None


def _is_of_it(counted: Counted, quantity: Quantity) -> bool:
    """Whether the share is of what was spoken of: "heeft er 80 procent van heroverd"."""
    of, told = counted.lower(quantity.last), counted.lower(quantity.last + 1)
    known = counted.words
    return of in {"of", "van"} and (told in known.regained or told in known.lost)


_UNITS = {
    id(words): frozenset(unit.partition(" ")[0] for unit in words.square)
    for words in MEASURE_WORDS.values()
}
"""The first words of units of area."""
