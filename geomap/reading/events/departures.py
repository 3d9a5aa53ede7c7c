"""Who leaves where no party does in as many words: a unit, those who are sent, buses."""

from geomap.reading.clauses.said import words_of
from geomap.reading.clauses.scenes import Scene
from geomap.reading.language.items import Item
from geomap.reading.language.word_lists import words
from geomap.reading.language.words import Sense


def is_of_a_unit(scene: Scene) -> bool:
    """Whether "soldiers of" open the clause, whose unit nobody knows."""
    first = scene.clause.items[0] if scene.clause.items else None
    return first is not None and first.senses.get(Sense.PREPOSITION) == "loyal"


def is_ordered(scene: Scene, item: Item) -> bool:
    """Whether a general sends them home: "beval de terugtocht uit X"."""
    said = words_of(scene)
    ordered = Sense.NOUN in item.senses and not _ORDERED.isdisjoint(said)
    return ordered and any(place.preposition == "from" for place in scene.places)


_ORDERED = words("ordered orders ordering beval bevolen bevel beveelt opdracht gelastte gelast")


def is_left_by(scene: Scene, item: Item) -> bool:
    """As in "the withdrawal from X comes after", of whomever."""
    following = scene.line.after(item)
    from_there = following is not None and following.senses.get(Sense.PREPOSITION) == "from"
    return (
        Sense.NOUN in item.senses
        and from_there
        and any(place.preposition == "from" and place.start > item.end for place in scene.places)
    )


def are_buses(scene: Scene, item: Item) -> bool:
    """Whether buses leave a town of which nobody says who is on them: "80 buses left X"."""
    lowers = scene.line.sentence.lowers
    before = lowers[max(item.start - _BUSES_WITHIN, scene.clause.first) : item.start]
    counted = not _BUSES.isdisjoint(before) and bool(scene.places) and not scene.actors
    return counted and item.text.lower() in _DEPARTED


_BUSES_WITHIN = 3
_BUSES = frozenset({"buses", "bussen"})
_DEPARTED = frozenset({"left", "departed", "leave", "verlieten", "vertrokken", "verlaten"})
