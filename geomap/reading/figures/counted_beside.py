"""Numbers of which a word beside them says what they are: of bodies, of a toll that passed them."""

from geomap.domain.statements import Measure
from geomap.reading.figures.counted import Counted
from geomap.reading.language.word_lists import words
from geomap.reading.numerals.numbers import Quantity

_BODIES = words("lichamen lijken stoffelijke resten bodies corpses remains")
_OF = frozenset({"van", "of"})
_TOLLS = words("dodental death toll")
_PASSED = words("gepasseerd overschreden gestegen voorbij overstegen")
_WITHIN = 3
_LIVE = words(
    "verblijven verblijft verbleven bevinden bevonden wonen woonden zijn zitten zaten leven "
    "live living trapped"
)
_CIVIL = words("burgers inwoners civilians residents bewoners")
_STILL = words("nog still")
_FARTHEST = 10


def said_beside(counted: Counted, quantity: Quantity, last: int) -> Measure | None:
    """Give what a number measures whose noun ends before `last`, by the words around it."""
    if _of_bodies(counted, quantity) or _is_passed(counted, quantity):
        return Measure.KILLED
    return Measure.POPULATION if _are_still_there(counted, quantity, last) else None


def _of_bodies(counted: Counted, quantity: Quantity) -> bool:
    """As in "de lichamen van zeventien aanvallers", "the bodies of 17 attackers"."""
    before = counted.lower(quantity.first - 2)
    return counted.lower(quantity.first - 1) in _OF and before in _BODIES


def _is_passed(counted: Counted, quantity: Quantity) -> bool:
    """As in "het dodental is de 600 inmiddels gepasseerd"."""
    behind = counted.lowers[quantity.last : quantity.last + _WITHIN]
    if _PASSED.isdisjoint(behind):
        return False
    return not _TOLLS.isdisjoint(counted.lowers[: quantity.first])


def _are_still_there(counted: Counted, quantity: Quantity, last: int) -> bool:
    """As in "wonen er nu tussen de 12.000 en 30.000 burgers", of people without arms."""
    if counted.lower(last - 1) not in _CIVIL:
        return False
    first = quantity.first
    before = counted.lowers[max(first - 2, 0) : first]
    if _STILL.isdisjoint(before):
        return False
    near = counted.lowers[max(first - _FARTHEST, 0) : first] + counted.lowers[last : last + 2]
    behind = counted.lowers[last : last + _FARTHEST]
    told = any(last <= one.first < last + _FARTHEST for one in counted.fates)
    return not told and not (_LIVE.isdisjoint(near) and _LIVE.isdisjoint(behind))
