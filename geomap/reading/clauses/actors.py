"""Who is meant by a name, a general word or a country, in one report."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from geomap.reading.language.items import Item, Line
from geomap.reading.language.lexicon import Lexicon
from geomap.reading.language.word_lists import words
from geomap.reading.language.words import Sense
from geomap.reading.model import Mention, ReadPlace


@dataclass(slots=True)
class Cast:
    """The actors of one report, and the country that it is about."""

    lexicon: Lexicon
    country: str | None
    named: Counter[str] = field(default_factory=Counter)
    """Ids of the actors that the report names, and how often."""
    armed: bool = False
    """Whether it speaks of parties to a conflict at all."""
    lines: Sequence[Line] = ()
    _flown: bool | None = field(default=None, init=False, repr=False)
    _bombed: bool | None = field(default=None, init=False, repr=False)

    @property
    def flown(self) -> bool:
        """Whether it speaks of aircraft or air strikes; few words ask."""
        if self._flown is None:
            self._flown = any(_flies(line) for line in self.lines)
        return self._flown

    @property
    def bombed(self) -> bool:
        """Whether it speaks of bombs, or of who carries them; few words ask."""
        if self._bombed is None:
            self._bombed = any(_is_bomb(item) for line in self.lines for item in line.items)
        return self._bombed

    @property
    def at_war(self) -> frozenset[str]:
        """Countries of which the lexicon knows who fights their governments."""
        return self.lexicon.at_war

    @property
    def governments(self) -> frozenset[str]:
        """Ids of the actors that are states."""
        return self.lexicon.governments

    def government_of(self, country: str) -> str | None:
        """The id of those who govern a country."""
        return self._meant("government", country)

    def only_party(self, other: str | None) -> str | None:
        """The one armed party that the report names beside states, if there is no second one."""
        parties = self.named.keys() - self.governments - PEACEFUL - {other}
        return next(iter(parties)) if len(parties) == 1 else None

    def who(
        self,
        item: Item | None,
        country: str | None = None,
        on: date | None = None,
        at: ReadPlace | None = None,
    ) -> str | None:
        """The id of the actor that an item stands for, in that country, on a day, at a place."""
        return self._who(item, country or self.country, on, at) if item is not None else None

    def _who(
        self, item: Item, where: str | None, on: date | None, at: ReadPlace | None
    ) -> str | None:
        if item.general and item.mention is not None and item.mention.place is not None:
            where = item.mention.place.country
        elif item.mention is not None:
            return self._state(item.mention, where)
        if item.actor is None:
            role = item.senses.get(Sense.ADJECTIVE)
            role = "government" if Sense.OFFICIAL in item.senses else role
            if role is None:
                return None
            if role in self.lexicon.roles and role not in self.lexicon.elsewhere:
                return self._meant(role, where, on, at)
            return self.known_as(role, where)
        if item.general:
            meant = self._meant(item.actor, where, on, at)
            home = meant is not None and item.mention is None
            return self.known_as(meant, self.country) if meant and home else meant
        return self.known_as(item.actor, where)

    def who_at(self, item: Item | None, place: ReadPlace | None, on: date) -> str | None:
        """As `who`, at a place."""
        return self.who(item, place.country if place is not None else None, on, place)

    def known_as(self, actor: str, country: str | None) -> str:
        """The id that an actor goes by in a country: IS is another record in Libya."""
        ids = self.lexicon.elsewhere.get(actor)
        if ids is None or country is None:
            return actor
        return ids.get(country, ids.get("*", actor))

    def _meant(
        self,
        role: str,
        country: str | None,
        on: date | None = None,
        at: ReadPlace | None = None,
    ) -> str | None:
        candidates = self.lexicon.roles.get(role, {}).get(country or "", ())
        if at is not None and role in self.lexicon.within:
            candidates = [*self._within(role, at), *candidates]
        if on is not None:
            founded = self.lexicon.founded
            since = [
                (one, founded.get(f"{role}:{one}", founded.get(one, on))) for one in candidates
            ]
            candidates = [one for one, day in since if day <= on] or candidates
        named = [one for one in candidates if one in self.named]
        if named:
            return max(named, key=self.named.__getitem__)
        if not candidates:
            return self.lexicon.fallbacks.get(role)
        return candidates[0]

    def _within(self, role: str, at: ReadPlace) -> list[str]:
        """Who is meant by a general word in one part of a country: "Kurds" in Afrin."""
        return [
            actor
            for actor, (west, south, east, north) in self.lexicon.within[role].items()
            if west <= at.longitude <= east and south <= at.latitude <= north
        ]

    def _state(self, mention: Mention, country: str | None) -> str | None:
        if mention.place is None:
            return None
        actor = self.lexicon.states.get(mention.place.country)
        return actor and self.known_as(actor, country)


AIRCRAFT = words(
    "warplanes jets aircraft planes helicopters bombers drones force vliegtuigen luchtmacht "
    "gevechtsvliegtuigen straaljagers helikopters toestellen bommenwerpers gevechtshelikopters"
)
"""With which the name of a party ends that flies: "Saudi jets"."""
PEACEFUL = frozenset({"coalition", "united-nations"})
"""Ids that news of peace names as well: the United States, the United Nations."""
_CIVIL = frozenset({"government", "police", "regering", "politie", "opposition", "oppositie"})


def cast_of(lexicon: Lexicon, lines: Sequence[Line], mentions: Sequence[Mention]) -> Cast:
    """Look over a report for its actors and its country, before anything is read from it."""
    countries = Counter(
        mention.place.country
        for mention in mentions
        if mention.place is not None and mention.place.country
    )
    country = countries.most_common(1)[0][0] if countries else None
    parties = [item for line in lines for item in line.items if item.actor is not None]
    named = Counter([item.actor for item in parties if item.actor and not item.general])
    cast = Cast(lexicon, country, lines=lines)
    cast.armed = bool(named.keys() - PEACEFUL) or any(
        item.general and item.actor != "coalition" and item.text.lower() not in _CIVIL
        for item in parties
    )
    for actor, often in named.items():
        cast.named[cast.known_as(actor, country)] += often
    return cast


def _flies(line: Line) -> bool:
    """Whether a sentence speaks of aircraft or air strikes."""
    for item in line.items:
        senses = item.senses
        if Sense.AIRCRAFT in senses or (
            Sense.NOUN in senses and senses[Sense.NOUN] == "air_strike"
        ):
            return True
        if item.actor is not None and line.tokens[item.end - 1].lower in AIRCRAFT:
            return True
    return False


def _is_bomb(item: Item) -> bool:
    """Whether a word says that something blew up; Dutch "aanslag" does not."""
    senses = item.senses
    if Sense.NOUN not in senses or senses[Sense.NOUN] != "bombing":
        return False
    text = item.text.lower()
    return not text.endswith(_OUTRAGES) or text.startswith(_BY_BOMBS)


_OUTRAGES = ("aanslag", "aanslagen")
_BY_BOMBS = ("bom", "zelfmoord", "autobom", "kamikaze", "dubbele zelfmoord", "bermbom")
