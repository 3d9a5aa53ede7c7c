"""Each clause with what it takes over from those before it: its subject and its topic."""

from collections.abc import Sequence
from dataclasses import dataclass

from geomap.reading.clauses.actors import Cast
from geomap.reading.clauses.antecedents import (
    antecedents,
    calls_it,
    is_aside,
    is_where,
    joined_actors,
    tells_aside,
)
from geomap.reading.clauses.beginnings import loses, with_a_deed
from geomap.reading.clauses.cut import Clause, Opening, clauses_of
from geomap.reading.clauses.government import govern
from geomap.reading.clauses.listed import is_closed, names_them, only_lists
from geomap.reading.clauses.names import RULED_BY, is_actor, is_ruler, names_of
from geomap.reading.clauses.settled import is_settled
from geomap.reading.clauses.unknown_subjects import has_unknown_subject
from geomap.reading.clauses.verbs import VERBAL, forms_of, is_verbal, predicate_of
from geomap.reading.language.items import Item, Line
from geomap.reading.language.words import Sense


@dataclass(slots=True, eq=False, init=False)
class Scene:
    """A clause with its names sorted by what they do in it."""

    line: Line
    clause: Clause
    cast: Cast
    language: str
    subjects: list[Item]
    """Who acts: those of the clause, or of the one that it goes on."""
    topics: list[Item]
    """Places that the clause is about without having acted on them yet."""
    actors: list[Item]
    places: list[Item]
    verb: Item | None
    """The first verb."""
    focus: Item | None
    """Stands for the place that the report is speaking of."""
    last: Item | None
    """Stands for the place last named, which "there" means."""
    continues: "Scene | None"
    """The scene whose list this one only goes on with."""
    listed: list[Item]
    """Places that the next clause lists: "four towns: A, B, C and D", "among them A"."""
    former: "Scene | None"
    """The scene before it in the sentence."""
    later: "Scene | None"
    """The next scene of the sentence."""
    earlier: "Scene | None"
    """The scene that this one goes on."""
    told: dict[Item, bool]
    """Which of its words are told as a fact, so far as it was asked."""

    def __init__(self, line: Line, clause: Clause, cast: Cast, language: str) -> None:
        # Every clause has one: by hand it takes half the time of factories for its lists.
        self.line, self.clause, self.cast, self.language = line, clause, cast, language
        self.subjects, self.topics, self.actors, self.places, self.listed = [], [], [], [], []
        self.verb = self.focus = self.last = None
        self.continues = self.former = self.later = self.earlier = None
        self.told = {}

    def governed(self, *prepositions: str) -> list[Item]:
        """Actors behind one of these prepositions."""
        return [item for item in self.actors if item.preposition in prepositions]


def scenes_of(line: Line, cast: Cast, language: str) -> list[Scene]:
    """Sort the names of every clause of a sentence."""
    scenes: list[Scene] = []
    for clause in clauses_of(line, language):
        scene = Scene(line, clause, cast, language)
        if not VERBAL.isdisjoint(clause.senses):
            scene.verb = predicate_of(line, clause.items)
        named = names_of(clause)
        govern(line, clause, named)
        for item in named:
            ruler = item.preposition in RULED_BY and is_ruler(clause, item)
            if Sense.PLACE in item.senses and is_settled(item) and not ruler:
                scene.places.append(item)
            elif item.actor is not None or ruler or is_actor(line, item):
                scene.actors.append(item)
        if scene.actors or scene.places:
            _cast_names(scene)
        if scenes:
            _cast_roles(scene, scenes)
            _join(scene, scenes[-1])
        scenes.append(scene)
    return scenes


def let_go(scenes: Sequence[Scene]) -> None:
    """Part the scenes of a sentence that has been read, so that they need no collector."""
    for scene in scenes:
        scene.later = None


def _join(scene: Scene, former: Scene) -> None:
    """Tell a scene and the one before it of each other."""
    if former.former is None and _awaits_subject(former) and not loses(scene.verb):
        former.subjects = scene.subjects
        if not former.places and not former.topics:
            former.topics = scene.topics
    if _can_be_named(scene, former) and names_them(scene.clause):
        former.listed = [place for place in scene.places if place.head is None]
    elif _lists_on(scene):
        former.listed = [place for place in scene.places if place.head is None]
        scene.continues = former
    elif _goes_on_listing(scene) and not is_closed(former.clause, former.places):
        scene.continues = former.continues or former
        scene.continues.listed += [
            place for place in scene.places if place.preposition is None and not place.head
        ]
    former.later = scene
    scene.former = former


def _can_be_named(scene: Scene, former: Scene) -> bool:
    """Whether nothing is named yet before a clause, nor in the relative one that precedes it."""
    if scene.language != "nl" or former.clause.opening is not Opening.RELATIVE or scene.actors:
        return False
    return not any(one and (one.places or one.topics) for one in (former, former.former))


def _awaits_subject(scene: Scene) -> bool:
    """Whether who acts comes after it: "Having taken X, they ...", "Driven from X, they ..."."""
    verb = scene.verb
    if verb is None and not scene.subjects:
        return with_a_deed(scene.clause.items)
    if verb is None or scene.subjects:
        return False
    fronted = verb.start == 0 and scene.language == "en" and "n" in forms_of(verb)
    begun = verb.text.lower() == "being" or (verb.start == 0 and verb.text == "Having")
    return fronted or begun or "g" in forms_of(verb)


def _goes_on_listing(scene: Scene) -> bool:
    """As in "took A, then B and, in C, D": more of the same, without a verb or a party."""
    return (
        scene.verb is None
        and scene.clause.opening is Opening.GOES_ON
        and not scene.actors
        and all(Sense.STILL in item.senses for item in scene.clause.telling)
    )


def _lists_on(scene: Scene) -> bool:
    """Whether a clause only names what the one before it counted."""
    opener = scene.clause.opener
    if scene.verb is not None or opener is None or not scene.clause.items:
        return False
    if opener.text == ":" and scene.language == "nl" and only_lists(scene.clause.items):
        return True
    first = scene.clause.items[0]
    if Sense.INCLUDING in first.senses:
        for place in scene.places:
            place.preposition = None
        return True
    return opener.text == ":" and first in scene.places[:1]


def _tell_fallen_with(scene: Scene) -> None:
    """Take the X of Dutch "Met X viel de laatste stad" for what the clause tells of."""
    first = scene.places[0] if scene.places else None
    if scene.language == "nl" and first is not None and first.preposition == "with":
        first.preposition = None if first.start == 1 else "with"


def _cast_names(scene: Scene) -> None:
    """Tell who acts and what the clause is about, by its own names."""
    _tell_fallen_with(scene)
    limit = scene.verb.start if scene.verb is not None and scene.language == "en" else 10**6
    if scene.actors:
        # An actor can only say whose something is: "IS-held Raqqa", "IS stronghold Raqqa".
        kept_by = [place.kept_by for place in scene.places]
        scene.subjects = [
            item
            for item in scene.actors
            if item.preposition is None
            and item.start < limit
            and item.head != "part"
            and item not in kept_by
        ]
    if scene.places:
        scene.topics = [
            item for item in scene.places if item.preposition is None and item.start < limit
        ]


def _cast_roles(scene: Scene, before: Sequence[Scene]) -> None:
    opening = scene.clause.opening
    if opening is Opening.RELATIVE:
        _relate(scene, before)
        return
    scene.earlier = before[-1] if _goes_on_relative(scene, before[-1]) else _resumed(before)
    if scene.earlier is None or opening is Opening.MAIN:
        return
    acts_on = not scene.subjects or _shares_subject(scene, before[-1])
    tells_on = not scene.topics and not scene.places
    if not (acts_on or tells_on) or has_unknown_subject(
        scene.line, scene.clause, scene.verb, scene.actors
    ):
        return
    if acts_on:
        scene.subjects = scene.earlier.subjects
    if tells_on:
        scene.topics = scene.earlier.topics


def _goes_on_relative(scene: Scene, former: Scene) -> bool:
    """As in "rebels, who are allied with A and control B": no comma ends the relative clause."""
    opener = scene.clause.opener
    if former.clause.opening is not Opening.RELATIVE or scene.clause.opening is not Opening.GOES_ON:
        return False
    if opener is None or Sense.CONJUNCTION not in opener.senses or scene.subjects:
        return False
    before = scene.line.tokens[opener.start - 1].text
    return scene.verb is not None and bool(former.subjects) and before not in {",", ";", "–", "—"}


def _shares_subject(scene: Scene, former: Scene) -> bool:
    """Dutch: what goes on with its verb has the subject of before: "A kwam en verdreef B"."""
    clause, earlier = scene.clause, scene.earlier
    if scene.language != "nl" or clause.opening is not Opening.GOES_ON:
        return False
    if earlier is None or not earlier.subjects or not clause.items:
        return False
    first = clause.items[0]
    if first.start != clause.first or not (
        Sense.VERB in first.senses or Sense.PARTED in first.senses
    ):
        return False
    joined = clause.opener is not None and Sense.CONJUNCTION in clause.opener.senses
    return joined or (former.clause.opening is Opening.RELATIVE and earlier.verb is None)


def _relate(scene: Scene, before: Sequence[Scene]) -> None:
    """What stands before "which" is what the clause tells about."""
    opener = scene.clause.opener
    scene.earlier = before[-1]
    other = _antecedent(scene, opener) if opener is not None else None
    if other is None:
        return
    if Sense.PLACE in other.senses:
        scene.topics = scene.topics or antecedents(scene.line, scene.clause, other)
    elif other.actor is not None:
        scene.subjects = joined_actors(scene.line, other)
    elif not scene.topics and (
        before[-1].clause.opening is Opening.RELATIVE
        or (opener is not None and calls_it(scene.line, opener))
    ):
        scene.topics = before[-1].topics


def _antecedent(scene: Scene, opener: Item) -> Item | None:
    """The place or actor before "which", or the verb that comes before any."""
    for position in range(opener.start - 1, max(opener.start - _FARTHEST_ANTECEDENT, 0) - 1, -1):
        other = scene.line.at[position]
        if other is None:
            continue
        if is_verbal(other) and Sense.NOUN not in other.senses:
            if not is_aside(scene.line, other):
                return other
        elif Sense.PLACE in other.senses and is_settled(other):
            if not is_where(scene.line, opener, other):
                return other
        elif other.actor is not None and not scene.subjects:
            return other
    return None


_FARTHEST_ANTECEDENT = 14


def _resumed(before: Sequence[Scene]) -> Scene | None:
    """The clause that a later one goes on: the last that is no relative clause."""
    for scene in reversed(before):
        aside = tells_aside(scene.line, scene.clause) or _is_apposition(scene)
        if not aside and (scene.subjects or scene.topics):
            return scene
    return None


def _is_apposition(scene: Scene) -> bool:
    """Whether Dutch "heeft X, een stad in Y, veroverd" only says there what X is."""
    former, opener = scene.former, scene.clause.opener
    if scene.language != "nl" or scene.verb is not None or former is None:
        return False
    waits = former.clause.has(Sense.HAVE) or former.clause.has(Sense.BE)
    if not waits or opener is None or opener.text != ",":
        return False
    return not any("n" in forms_of(one) for one in former.clause.items)
