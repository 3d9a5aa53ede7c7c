"""Who leaves: an army withdraws, people without arms are displaced."""

from collections.abc import Sequence

from geomap.domain.event_kinds import EventKind
from geomap.reading.clauses.deeds import frame_of
from geomap.reading.clauses.said import words_of
from geomap.reading.clauses.scenes import Scene
from geomap.reading.events.departures import (
    are_buses,
    is_left_by,
    is_of_a_unit,
    is_ordered,
)
from geomap.reading.events.left_behind import (
    are_left,
    are_they,
    is_announced,
    is_to_come,
    leaves_behind,
)
from geomap.reading.events.positions import Kinds, leaves_positions
from geomap.reading.language.items import Item, Line
from geomap.reading.language.word_lists import words
from geomap.reading.language.words import Sense
from geomap.reading.telling.summaries import are_caught

_FARTHEST = 9
"""Tokens between "4,500 people" and the fighters among them."""
_JOINING = frozenset(
    (
        *("and", "with", "including", "among", "them", "of", "whom", "some", "about", "their"),
        *("along", "together", "alongside", "as", "well", "accompanied", "by", "around"),
        *("en", "met", "onder", "wie", "waaronder", "inclusief", "hun", "ongeveer", "zo'n", ","),
    )
)
_BOTH = (EventKind.WITHDRAWAL, EventKind.DISPLACEMENT)


def leaving(scene: Scene, item: Item, kind: EventKind) -> Kinds:
    """Armed parties withdraw, other people are displaced, of persons nothing is told."""
    if _is_left_out(scene, item):
        return ()
    people = people_in(scene)
    if _go_together(scene, people):
        return _BOTH
    if (
        _are_people(scene, item, people)
        or _are_brought_away(scene, item)
        or (are_buses(scene, item) and not _carries(scene, item))
    ):
        return (EventKind.DISPLACEMENT,)
    armed = scene.subjects or [one for one in scene.actors if one.preposition in {"of", "by"}]
    going = armed or is_of_a_unit(scene) or _carries(scene, item) or is_ordered(scene, item)
    going = going or is_left_by(scene, item)
    if not going:
        return ()
    placed = frame_of(scene, item) != "leave" or scene.places or scene.topics
    return (kind,) if placed or leaves_positions(scene) or _goes_away(scene, item) else ()


def _is_left_out(scene: Scene, item: Item) -> bool:
    """Whether somebody stays, or a withdrawal is only spoken of."""
    stays = _leaves_only(scene, item) or are_left(scene, item) or leaves_behind(scene, item)
    return stays or is_announced(scene, item) or is_agreed(scene, item)


def _leaves_only(scene: Scene, item: Item) -> bool:
    """As in ", leaving just one district in their hands": what is left over then."""
    lowers = scene.line.sentence.lowers
    if lowers[item.start] != "leaving":
        return False
    following = lowers[item.end : item.end + _NEAR]
    return not (_ONLY.isdisjoint(following[:2]) and _HARMED.isdisjoint(following))


_NEAR = 6
_HARMED = frozenset({"dead", "killed", "wounded", "injured", "homeless", "trapped", "stranded"})
"""Whom something left: "leaving five people killed"."""


_ONLY = frozenset({"just", "only", "one", "dozens", "hundreds", "scores", "at", "behind", "them"})


def is_agreed(scene: Scene, item: Item) -> bool:
    """Whether it is only what a deal is about: "kwamen het vertrek overeen", "eens over"."""
    if Sense.NOUN not in item.senses or item.senses.keys() & {Sense.VERB}:
        return False
    if any(frame_of(scene, other) in _DEALS for other in scene.clause.telling):
        return True
    before = scene.line.sentence.lowers[max(item.start - 2, 0) : item.start]
    return scene.language == "nl" and "over" in before


_DEALS = frozenset({"agree", "conclude"})


def _are_brought_away(scene: Scene, item: Item) -> bool:
    """Whether nobody knows whom they evacuated: "ze waren een dag eerder geëvacueerd"."""
    evacuated = item.text.lower().startswith(_EVACUATED) and Sense.VERB in item.senses
    known = any(one.actor is not None for one in scene.actors)
    return evacuated and (not known or bool(people_in(scene)))


_EVACUATED = ("evacuat", "evacue", "geëvacueerd")


def _carries(scene: Scene, item: Item) -> bool:
    """Whether buses leave with fighters on them: "three buses with fighters left the city"."""
    if _VEHICLES.isdisjoint(scene.line.sentence.lowers[scene.clause.first : item.start]):
        return False
    return any(_is_armed(one) and one.start < item.start for one in scene.clause.items)


_VEHICLES = frozenset({"bus", "buses", "convoy", "convoys", "trucks", "bussen", "konvooi"})


def _goes_away(scene: Scene, item: Item) -> bool:
    """Whether fighters simply left: "had left a day earlier", "waren al vertrokken"."""
    fighters = any(
        one.actor is not None and (one.general or one.actor not in scene.cast.governments)
        for one in scene.subjects
    )
    if not fighters:
        return False
    if scene.language == "nl":
        return item.text.lower().startswith("vertr")
    if " " in item.text:
        # "Boarded buses", "deserted their posts".
        return True
    following = scene.line.tokens[item.end : item.end + 2]
    return item.text.lower() in _GONE and (
        not following or following[0].lower in _HOW or following[-1].lower in _HOW
    )


_GONE = frozenset({"left", "leave", "leaving", "departed", "depart", "departing"})
_HOW = frozenset(
    (
        *(".", ",", "on", "in", "under", "for", "with", "by", "at", "before", "after", "day"),
        *("overnight", "early", "late", "days", "hours", "earlier", "without", "aboard"),
    )
)
"""What follows "left" where nobody says what was left."""


def fleeing(scene: Scene, item: Item, kind: EventKind) -> Kinds:
    """Soldiers who flee withdraw; whoever flees from them is displaced."""
    people = people_in(scene)
    if _is_no_flight(scene, item) or is_total(scene) or is_agreed(scene, item):
        return ()
    if is_to_come(scene, item) or are_they(scene, item) or are_caught(scene, item):
        return ()
    if _go_together(scene, people):
        return _BOTH
    if (Sense.NOUN in item.senses and not _takes_flight(scene, item)) or _are_those_people(scene):
        return (kind,)
    armed = bool(scene.subjects) or any(_flees(item, one) for one in scene.actors)
    if armed and not _are_people(scene, item, people):
        return (EventKind.WITHDRAWAL,)
    return () if not people and _is_one_person(scene) else (kind,)


def _are_those_people(scene: Scene) -> bool:
    """Whether "they" are the people of the clause before: "burgers, nadat ze vluchtten"."""
    former = scene.former
    if former is None or not any(Sense.PRONOUN in one.senses for one in scene.subjects):
        return False
    return bool(people_in(former)) and not any(one.actor for one in former.actors)


def is_total(scene: Scene) -> bool:
    """Whether a whole war is added up, of no place: "some 1.8 million lost their homes"."""
    somewhere = scene.places or scene.topics or any(one.mention for one in scene.actors)
    lowers = words_of(scene)
    of_a_war = not _WARS.isdisjoint(lowers)
    return (of_a_war or not somewhere) and not _MILLIONS.isdisjoint(lowers)


_MILLIONS = frozenset({"million", "millions", "miljoen", "miljoenen"})
_WARS = frozenset({"war", "conflict", "oorlog", "burgeroorlog", "opstand"})


def _is_one_person(scene: Scene) -> bool:
    """Whether somebody flees of whom nothing says that they are many: "President Hadi fled"."""
    lowers = words_of(scene)
    office = scene.clause.has(Sense.OFFICIAL)
    return office and _MANY.isdisjoint(lowers) and not any(word[0].isdigit() for word in lowers)


_MANY = frozenset(
    (
        *("thousands", "hundreds", "many", "most", "million", "thousand", "others", "dozens"),
        *("duizenden", "honderden", "velen", "veel", "meesten", "miljoen", "tientallen"),
    )
)


def _is_no_flight(scene: Scene, item: Item) -> bool:
    return _are_flights(scene, item) or _live_there(scene, item)


def _are_flights(scene: Scene, item: Item) -> bool:
    """Whether Dutch "vluchten" are those of aeroplanes: "vluchten werden geschrapt"."""
    if item.text.lower() != "vluchten":
        return False
    return not _FLYING.isdisjoint(scene.line.sentence.vocabulary)


def _live_there(scene: Scene, item: Item) -> bool:
    """Whether Dutch "ontheemden" have fled long ago: "in het kamp wonen 3.000 ontheemden"."""
    if item.text.lower() != "ontheemden":
        return False
    said = words_of(scene)
    return not _LIVING.isdisjoint(said)


_LIVING = words(
    "woont wonen woonde woonden verblijven verbleven zit zitten zat zaten leven leefden schuilen "
    "schuilden kamperen overwinteren terugkeren terugkeerden teruggekeerd keerden keren bivakkeren "
    "kwamen omgekomen gedood stierven overleden groeit opgevangen bedienen hulp helpen voor kamp"
)
_FLYING = words(
    "geschrapt geannuleerd luchthaven vliegveld luchtruim uitwijken wijken uitgeweken omgeleid "
    "opgeschort binnenlandse internationale hervat alle"
)


def arriving(scene: Scene, _item: Item, _kind: EventKind) -> Kinds:
    """People who arrive somewhere from a place have left that place."""
    from_somewhere = any(place.preposition == "from" for place in scene.places)
    return (EventKind.DISPLACEMENT,) if from_somewhere and people_in(scene) else ()


def _takes_flight(scene: Scene, item: Item) -> bool:
    """Whether a noun tells of a deed: "op de vlucht", "the evacuation of fighters"."""
    if item.text.lower() == "op":
        return True
    return any(one.governor is item or one.preposition == "of" for one in scene.actors)


def _flees(item: Item, party: Item) -> bool:
    """Whether an armed party stands where those who flee are named."""
    told_of = party.governor is not None and party.governor.tells
    goes = party.preposition is None or (party.preposition == "of" and not told_of) or party.listed
    return party.actor is not None and party.start < item.start and goes


def people_in(scene: Scene) -> list[Item]:
    """The words of a clause for people without arms."""
    return [one for one in scene.clause.items if Sense.PEOPLE in one.senses]


def _go_together(scene: Scene, people: Sequence[Item]) -> bool:
    """Whether fighters and people leave side by side: "fighters and their families"."""
    if not people:
        return False
    aside = scene.later.clause.items if scene.later and scene.later.verb is None else []
    fighters = [one for one in (*scene.clause.items, *aside) if _is_armed(one)]
    return any(_are_joined(scene.line, one, other) for one in people for other in fighters)


def _is_armed(item: Item) -> bool:
    return (item.actor is not None or Sense.TAIL in item.senses) and Sense.PEOPLE not in item.senses


def _are_joined(line: Line, one: Item, other: Item) -> bool:
    """Whether only "and", "among them" and numbers stand between two words."""
    first, last = sorted((one, other), key=lambda item: item.start)
    between = line.tokens[first.end : last.start]
    return 0 < len(between) <= _FARTHEST and all(
        token.lower in _JOINING or token.text[0].isdigit() for token in between
    )


def _are_people(scene: Scene, item: Item, people: Sequence[Item]) -> bool:
    """Whether it is people without arms who go; they stand nearer to the verb than an actor."""
    if not people:
        return False
    own = [one.start for one in scene.subjects if one in scene.actors]
    return not own or min(abs(item.start - one.start) for one in people) < min(
        abs(item.start - one) for one in own
    )
