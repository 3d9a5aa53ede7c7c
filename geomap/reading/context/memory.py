"""What a report has spoken of so far: whom "they" and where "the city" mean."""

from collections.abc import Iterable, Sequence

from geomap.reading.clauses.actors import Cast
from geomap.reading.clauses.cut import Opening
from geomap.reading.clauses.scenes import Scene
from geomap.reading.clauses.settled import is_area, is_city, join_home, tell_it
from geomap.reading.context.main_places import (
    can_be_meant,
    is_named_behind,
    is_wide,
    most_named,
    opening_place,
)
from geomap.reading.context.named_later import Awaited
from geomap.reading.context.parties import flies, is_party
from geomap.reading.context.pronouns import (
    acts_in,
    called,
    fronted,
    is_only_where,
    is_taken,
    is_told_of,
    means_several,
    named_behind,
    of_its_size,
    official_before,
    own_army,
    points_back,
    refers_back,
    says_where,
    stands_alone,
    state_of,
)
from geomap.reading.context.sites import Sites
from geomap.reading.context.stand_ins import PLACE, StandIns, put_in
from geomap.reading.language.items import Item, Line
from geomap.reading.language.words import Sense
from geomap.reading.model import Mention

_IT = frozenset({"it", "dat", "dit"})
_FEW = 5


class Memory:
    """The place and the actor last spoken of."""

    def __init__(self, lines: Sequence[Line]) -> None:
        self._last: Mention | None = None
        self._city: Mention | None = None
        """The large town last named."""
        self._called: dict[str, Mention] = {}
        """The last place that was named as a village, an enclave or a port."""
        self._before: Mention | None = None
        """The place last named before the sentence."""
        self._told: Mention | None = None
        """The place of the last fact."""
        self._topic: Mention | None = None
        """The place of the last fact, of whatever paragraph."""
        self._main, self._region = most_named(lines)
        self._actor: Item | None = None
        self._named: Item | None = None
        self._here: Item | None = None
        """The actor last named in the sentence."""
        self._acting: Item | None = None
        """Who acts in the sentence."""
        self.awaited: Awaited | None = None
        """Who took towns that the next sentence may name."""
        self._stand_ins = StandIns()
        self._sites = Sites()
        self._several: list[Mention] = []
        """The towns that the last sentence listed."""
        self._party: Item | None = None
        """The armed party last named that is no government."""
        self.beaten: Item | None = None
        """The party that last lost something, of which those who remain are."""
        self.recent: list[Item] = []
        """The actors of the last sentences, each once, the last named at the end."""

    @property
    def focus(self) -> Mention | None:
        """The place that is spoken of when none is named: that of the last fact."""
        return self._told or self._region

    @property
    def last(self) -> Mention | None:
        """The place last named before the sentence."""
        return self._before

    @property
    def is_somewhere(self) -> bool:
        """Whether the paragraph has come to a place."""
        return self._told is not None

    @property
    def has_begun(self) -> bool:
        """Whether the report has told of anything that has a place."""
        return self._topic is not None

    @property
    def town(self) -> Mention | None:
        """The same, for what can only be said of a town."""
        return self._told or self._main

    @property
    def actor(self) -> Item | None:
        """Who acted last."""
        return self._actor

    @property
    def party(self) -> Item | None:
        """The armed party last named that is no government."""
        return self._party

    def rival(self, item: Item) -> Item | None:
        """The actor last named that is another than this one."""
        return next((one for one in reversed(self.recent) if one.actor != item.actor), None)

    def flyer(self, cast: Cast) -> Item | None:
        """The actor last named that has aircraft."""
        return next((one for one in reversed(self.recent) if flies(cast, one)), None)

    def _name(self, item: Item) -> None:
        """Take note of an actor that is named."""
        self.recent = [one for one in self.recent if one.actor != item.actor or one.mention]
        self.recent = [*self.recent[-_FEW:], item]

    def turn(self) -> None:
        """Begin a paragraph, in which the report comes back to its main place."""
        self._told = None

    def set_scene(self, line: Line) -> None:
        """Go to the place with which a sentence opens: "In X, fighters stormed the consulate"."""
        self.keep([opening_place(line)])

    def resolve(self, line: Line) -> None:
        """Turn "the city" into the place last named in its sentence, else the one in focus."""
        here: Mention | None = None
        self._before = self._last
        self._resolve_subject(line)
        for item in tuple(line.items):
            senses = item.senses
            if item.mention is not None and Sense.PLACE in senses:
                self._sites.note(item.mention)
                if item.start and line.at[item.start - 1] is not None:
                    self._note_before(line, item, item.mention)
                if can_be_meant(item, self._main) and not (here and says_where(line, item)):
                    here = self._last = item.mention
                    self._city = item.mention if is_city(item.mention) else self._city
            elif self._several or not self._sites.senses.isdisjoint(senses):
                meant = self._places_meant(line, item, here)
                if meant:
                    put_in(line, item, meant)
        if here is not None and line.tokens[-1].text == "?":
            self._told = self._topic = here

    def _note_before(self, line: Line, item: Item, mention: Mention) -> None:
        """Take note of what the word before a place says of it."""
        tell_it(line, item)
        join_home(line, item)
        kind = called(line, item)
        if kind is not None:
            self._called[kind] = mention

    def _places_meant(self, line: Line, item: Item, here: Mention | None) -> Sequence[Mention]:
        """The places that a word stands for, behind the last that its sentence has named."""
        meant: Mention | None = None
        if Sense.ANAPHOR in item.senses and stands_alone(line, item):
            told = None if points_back(line, item) else self._told or self._topic
            meant = here or told or self._last or self._main
            if here is None and is_named_behind(line, item, meant):
                meant = self._main
            meant = of_its_size(item, meant, self._city, self._called)
            meant = named_behind(line, item) or meant
        elif Sense.PRONOUN in item.senses and is_taken(line, item):
            meant = here or self._told
        elif Sense.PRONOUN in item.senses and is_told_of(line, item):
            meant = here or self._told or self._last
        elif self._several and here is None and means_several(line, item, len(self._several)):
            return self._several
        elif Sense.SEAT in item.senses:
            meant = named_behind(line, item)
        meant = meant or self._sites.meant(line, item)
        return [meant] if meant is not None else ()

    def _resolve_subject(self, line: Line) -> None:
        """Turn the "it" of "It was captured by" into the place last named."""
        first, second = (*line.at[:2], None, None)[:2]
        if self._last is None or first is None or second is None:
            return
        if line.tokens[0].lower in _IT and Sense.BE in second.senses:
            stand_in = Item(0, 1, first.text, PLACE, self._last)
            line.items[0] = line.at[0] = stand_in

    def complete(self, scenes: Sequence[Scene]) -> None:
        """Turn "they" and "their troops" into the actor last spoken of."""
        self._here = self._acting = None
        focus = self._stand_ins.of(self._told or self._topic or self._main)
        named, main = self._before, None
        for scene in scenes:
            scene.focus, scene.last = focus, self._stand_ins.of(named)
            for place in scene.places:
                if place.mention is not None and not is_area(place):
                    named = place.mention
            for item in scene.actors:
                self._place_actor(scene, item)
            self._acting = _first_named(scene.subjects) or self._acting
            if main is None and scene.clause.opening in _OF_ITSELF:
                main = self._acting
            self._actor = self._acting or self._actor
        self._list(scenes)
        # "They" of the next sentence are those of its main clause.
        self._actor = main or self._acting or self._spoken_of() or self._actor

    def _list(self, scenes: Sequence[Scene]) -> None:
        """Remember the towns that a sentence lists; one that names no town leaves those before."""
        named = [place for scene in scenes for place in scene.places]
        if named:
            listed = [one.mention for one in named if one.listed and one.mention is not None]
            self._several = [one for one in listed if _is_known_town(one)]

    def _place_actor(self, scene: Scene, item: Item) -> None:
        """Say whom a word that refers back means, and remember one that names somebody."""
        own = own_army(scene, item)
        if own is not None:
            item.actor, item.general = own.actor, own.general
            return
        meant = self._meant(scene, item) if refers_back(scene, item) else None
        if meant is not None:
            item.actor, item.general, item.mention = meant.actor, meant.general, meant.mention
            return
        if (item.actor is not None or item.mention is not None) and not is_only_where(item):
            self._named = self._here = item
            self._name(item)
        if is_party(scene.cast, item):
            self._party = item

    def pass_over(self, line: Line, cast: Cast) -> None:
        """Take note of a sentence in which nothing is read: whom it speaks of."""
        named = [item for item in line.items if item.actor is not None or acts_in(line, item)]
        for item in named:
            self._name(item)
            if is_party(cast, item):
                self._party = item
        if named:
            self._actor = self._named = named[0]

    def _meant(self, scene: Scene, item: Item) -> Item | None:
        """Whom a word that refers back can mean."""
        if Sense.GROUP in item.senses:
            return self._party
        if item.general:
            # "Their troops" are those of whom the sentence names; else those of the country.
            return self._here or state_of(scene.cast, self._actor)
        if Sense.POSSESSIVE not in item.senses and Sense.TAIL not in item.senses:
            return self._acting or self._spoken_of() or self._actor
        own = [one for one in scene.subjects if one in scene.actors and one.start < item.start]
        if own and own[0] is not item:
            return own[0]
        following = scene.line.after(item)
        in_hands = following is not None and Sense.HANDS in following.senses
        return (
            (fronted(scene, item) or self._acting or self._here or self._actor)
            if in_hands
            else self._named or official_before(scene, item)
        )

    def _spoken_of(self) -> Item | None:
        """Whom the sentence has named, other than as an opponent."""
        here = self._here
        return here if here is not None and here.preposition not in _OPPOSED else None

    def keep(self, places: Iterable[Item | None]) -> None:
        """Remember where the facts of a sentence took place."""
        for item in places:
            if item is not None and item.mention is not None and _is_known_town(item.mention):
                self._told = self._topic = item.mention


def _is_known_town(mention: Mention) -> bool:
    return mention.place is not None and not is_wide(mention)


_OPPOSED = frozenset({"against", "off", "from", "by"})


def _first_named(subjects: Sequence[Item]) -> Item | None:
    for one in subjects:
        if one.actor or one.mention:
            return one
    return None


_OF_ITSELF = frozenset({Opening.MAIN, Opening.GOES_ON})
