"""A text to the place names in it, each with the place that it means."""

import math
from collections import Counter, defaultdict
from collections.abc import Callable, Sequence
from itertools import compress, count, pairwise
from operator import and_

from gazetteer.index import Gazetteer
from gazetteer.toponyms import caseless
from gazetteer.toponyms.document import Document
from gazetteer.toponyms.entries import Entries, Entry
from gazetteer.toponyms.evidence import Evidence
from gazetteer.toponyms.kinds import AREA_WORDS, KEYS_OF_AREAS, QUARTERS, is_of_kind
from gazetteer.toponyms.languages import detect_language
from gazetteer.toponyms.lexicon import Lexicon, lexicon_of
from gazetteer.toponyms.model import Region, Sense, TextReading, Toponym
from gazetteer.toponyms.opinions import hear
from gazetteer.toponyms.persons import mark_persons
from gazetteer.toponyms.pipelines import Pipeline, pipeline_of
from gazetteer.toponyms.qualifying import may_be_quarter, qualify, set_beside, towns_of
from gazetteer.toponyms.resolving import Group, resolve
from gazetteer.toponyms.spots import Spot
from gazetteer.toponyms.spotting import spots_in
from gazetteer.toponyms.tokens import Words, key_of, words_of
from gazetteer.toponyms.unknown import is_natural, unknown_names
from gazetteer.toponyms.weighing import weigh

LONGEST_TEXT = 400_000
"""Characters; what follows them is not read, so that no text takes longer than some seconds."""

RULES = "rules"

# A town of so many people, as a power of ten, is as likely as not to be meant by a bare name.
_EVEN = 4.3

# A name that no place has is sought by its sound where this much speaks for a place, and in so many
# countries, told by places that are known so well.
_PLAINLY, _LIKELY, _WELL_KNOWN = 0.9, 3, 4.5
_UNRESOLVED = 0.4
_HAMLET, _BORNE_OUT, _FAR_AWAY = 4.0, 0.6, 0.8
# An old city is that of the town beside it.
_AT_HOME = 1.2
_MISSPELLED = 0.5
_HOPELESS = -4.5
_DISBELIEVED = -0.9
_SURNAME, _CUE = 4.0, 0.8
_MOST_GAIN, _MOST_KNOWN = 2.0, 7.5

# A title has so many words of more letters than this, most of them with a capital.
_SMALL_WORD, _WORDS_OF_TITLE, _SHARE_OF_TITLE = 3, 4, 0.7
_CAPITALS_OF_TITLE = 3


class TextReader:
    """Reads texts over one open gazetteer. Threads may share it."""

    def __init__(
        self,
        gazetteer: Gazetteer,
        bias: Region | None = None,
        pipelines: Callable[[str], Pipeline | None] = pipeline_of,
    ) -> None:
        self._pipelines = pipelines
        self._entries = Entries(gazetteer.reader, lambda: gazetteer.matcher.columns)
        self._ordinary = gazetteer.matcher.words
        self._bias = bias

    def read(self, text: str, language: str | None = None) -> TextReading:
        """Return the place names of a text. Takes any text and never raises.

        `language` is ISO 639-1; without it, it is detected.
        """
        text = text[:LONGEST_TEXT]
        language = language or detect_language(text) or ""
        lexicon = lexicon_of(language)
        words = words_of(text, lexicon.abbreviations)
        document = Document(text, words, lexicon, self._ordinary, headlines(words))
        document.demonyms = _demonyms(words, lexicon)
        pipeline = self._pipelines(language)
        spots, evidence = self._spotted(document, language, pipeline)
        groups = self._grouped(text, spots, evidence)
        resolve(_distinct(groups), document.demonyms, self._bias, language)
        towns = _towns_of_quarters(evidence, groups)
        found = [
            self._in_town(toponym, one, towns)
            for spot, one, group in zip(spots, evidence, groups, strict=True)
            if (toponym := self._toponym(text, spot, one, group)) is not None
        ]
        return TextReading(language, pipeline.name if pipeline else RULES, tuple(found))

    def _in_town(self, toponym: Toponym, one: Evidence, towns: Sequence[Entry]) -> Toponym:
        """Leave out what a quarter cannot mean: a village far from the towns of the text."""
        place = toponym.place
        if not towns:
            return toponym
        if one.common and place is None:  # Without its own place: who takes it has not the town.
            found = self._entries.of([f"oldcityof{key_of(towns[0].name)}"])
            numbers = [entries[0].number for entries in found.values()]
            return toponym._replace(place=self._entries.place(numbers[0])) if numbers else toponym
        if place is not None and one.kind in QUARTERS and not may_be_quarter(place, towns):
            return toponym._replace(place=None, confidence=_UNRESOLVED)
        return toponym

    def _spotted(
        self, document: Document, language: str, pipeline: Pipeline | None
    ) -> tuple[list[Spot], list[Evidence]]:
        """Return what may be names of places, with what speaks for each."""
        if language in caseless.LANGUAGES:
            return caseless.caseless_spots(document, self._entries)
        words, lexicon = document.words, document.lexicon
        spots, document.no_place = spots_in(document.text, words, lexicon, self._entries)
        mark_persons(document, spots)
        weighed = weigh(document, spots)
        if pipeline is not None:
            hear(pipeline.find(document.text), spots, weighed)
        spots, evidence = _hopeful(spots, weighed)
        self._add_at_home(document, spots, evidence)
        self._add_unknown(document, spots, evidence)
        return spots, evidence

    def _add_at_home(
        self, document: Document, spots: Sequence[Spot], evidence: Sequence[Evidence]
    ) -> None:
        """Add to names of hamlets abroad what sounds like them where the text is about."""
        weak = [
            spot
            for spot, one in zip(spots, evidence, strict=True)
            if one.weight > 1 and not spot.short and spot.entries[0].weight < _HAMLET
        ]
        if not weak:
            return
        countries = self._likely_countries(document, spots, evidence)
        for spot in weak:
            if all(entry.country not in countries for entry in spot.entries):
                found = self._entries.alike(document.text[spot.start : spot.end], countries)
                spot.entries += tuple(
                    entry._replace(weight=entry.weight - _MISSPELLED) for entry in found
                )

    def _add_unknown(self, document: Document, spots: list[Spot], evidence: list[Evidence]) -> None:
        """Add the names that the words around them make places of, though no place has them."""
        believed = [
            spot for spot, one in zip(spots, evidence, strict=True) if one.weight > _DISBELIEVED
        ]
        unknown = list(unknown_names(document, believed))
        if not unknown:
            return
        countries: frozenset[str] | None = None
        known = len(spots)
        weighed = weigh(document, unknown, spots)
        pairs = list(zip(unknown, weighed, strict=True))
        placed = {spot.key for spot, one in pairs if one.sure}
        kinds_of = document.lexicon.kinds_of
        said = {spot.key for spot, one in pairs if one.kind in kinds_of and one.weight >= _PLAINLY}
        for spot, one in pairs:
            natural = is_natural(document, spot)
            told = spot.key in placed and one.weight > -_PLAINLY
            if not (natural or told or one.weight >= _PLAINLY):
                continue
            if not natural:
                name = document.text[spot.start : spot.end]
                countries = countries or self._likely_countries(
                    document, spots[:known], evidence[:known]
                )
                spot.entries = self._entries.alike(name, countries)
            if spot.entries or natural or spot.key in said:
                spots.append(spot)
                evidence.append(one)
        if len(spots) > known:
            order = sorted(range(len(spots)), key=lambda number: spots[number].first)
            spots[:], evidence[:] = [spots[n] for n in order], [evidence[n] for n in order]

    def _likely_countries(
        self, document: Document, spots: Sequence[Spot], evidence: Sequence[Evidence]
    ) -> frozenset[str]:
        """Return the countries that a text seems to be about, before its names are resolved."""
        counts = Counter(document.demonyms)
        for spot, one in zip(spots, evidence, strict=True):
            entry = spot.entries[0]
            if one.weight > 0 and entry.weight > _WELL_KNOWN:
                counts[entry.country] += 1
        bias = self._bias.countries if self._bias else frozenset[str]()
        return bias | {country for country, _ in counts.most_common(_LIKELY) if country}

    def _toponym(self, text: str, spot: Spot, one: Evidence, group: Group) -> Toponym | None:
        if not group.entries:
            return _unresolved(text, spot)
        best = group.best()
        entry, score = group.entries[best], group.scores[best]
        if group.elsewhere and not group.qualified:  # "Stroud, Ontario", which no source has.
            return _unresolved(text, spot)
        # However much else of a text lies near, it does not make a name of a common word.
        degree = one.weight + min(score, entry.weight + _MOST_GAIN, _MOST_KNOWN) - _EVEN
        if one.common and score < entry.weight + _AT_HOME:
            return _unresolved(text, spot)
        if not spot.facility and entry.weight < _HAMLET and score < entry.weight + _BORNE_OUT:
            # A hamlet in a country that the text is not about.
            if one.kind in _KINDS_OF:
                return _unresolved(text, spot)
            degree -= _FAR_AWAY
        if one.surname and not (group.sure and one.weight > _CUE):
            degree -= _SURNAME
        if degree <= 0:
            return None
        sure = group.share() / (1 + math.exp(-degree))
        place = self._entries.place(entry.number)
        sense = Sense.GOVERNMENT if one.government and _governs(entry) else Sense.PLACE
        return Toponym(
            text[spot.start : spot.end], spot.start, spot.end, place, round(sure, 3), sense
        )

    def _grouped(
        self, text: str, spots: Sequence[Spot], evidence: Sequence[Evidence]
    ) -> list[Group]:
        """Return the group of each spot; spots with one name, and one kind of area, share one."""
        by_key: dict[tuple[str, bool], Group] = {}
        groups = []
        for spot, one in zip(spots, evidence, strict=True):
            area = one.kind in AREA_WORDS
            if (spot.key, area) not in by_key:
                entries = self._with_areas(spot, one.kind) if area else spot.entries
                by_key[spot.key, area] = Group(spot.key, entries, one.weight)
            group = by_key[spot.key, area]
            group.mentions += 1
            group.sure += one.sure
            group.evidence = max(group.evidence, one.weight)
            group.kind = group.kind or one.kind
            groups.append(group)
        for number in range(len(spots) - 1):
            qualify(text, spots[number], spots[number + 1], groups[number])
        set_beside(spots, groups)
        return groups

    def _with_areas(self, spot: Spot, kind: str) -> tuple[Entry, ...]:
        """Return the areas of a name, such as Aleppo Governorate; without any, its places."""
        found = self._entries.of(f"{spot.key}{behind}" for behind in KEYS_OF_AREAS)
        entries = tuple(one for entries in found.values() for one in entries) + spot.entries
        return tuple(one for one in entries if is_of_kind(one, kind)) or entries


_KINDS_OF = lexicon_of("nl").kinds_of | lexicon_of("en").kinds_of


def _unresolved(text: str, spot: Spot) -> Toponym:
    return Toponym(text[spot.start : spot.end], spot.start, spot.end, None, _UNRESOLVED)


def _hopeful(
    spots: Sequence[Spot], evidence: Sequence[Evidence]
) -> tuple[list[Spot], list[Evidence]]:
    """Leave out what no place of any size makes up for: months, persons, organisations."""
    kept = [
        (spot, one) for spot, one in zip(spots, evidence, strict=True) if one.weight > _HOPELESS
    ]
    return [spot for spot, _ in kept], [one for _, one in kept]


def _governs(entry: Entry) -> bool:
    return entry.kind == "country" or entry.capital


def _towns_of_quarters(evidence: Sequence[Evidence], groups: Sequence[Group]) -> list[Entry]:
    """Return the towns of a text that names quarters, or an old city."""
    in_town = [one.common or one.kind in QUARTERS for one in evidence]
    if not any(in_town):
        return []
    return towns_of([group for group, one in zip(groups, in_town, strict=True) if not one])


def _distinct(groups: Sequence[Group]) -> list[Group]:
    return list({id(group): group for group in groups if group.entries}.values())


def _demonyms(words: Words, lexicon: Lexicon) -> dict[str, float]:
    """Return how much the demonyms of a text say of each country."""
    counts: dict[str, float] = defaultdict(float)
    for code in filter(None, map(lexicon.demonyms.get, words.lower)):
        counts[code] = min(counts[code] + 0.4, 2.0)
    return counts


def headlines(words: Words) -> list[bool]:
    """Say of each word whether it stands in a title, where most words have a capital."""
    marks, texts, capital = [False] * words.count, words.texts, words.capital
    for begin, end in pairwise(sorted({0, *compress(count(), words.first), words.count})):
        if sum(capital[begin:end]) < _CAPITALS_OF_TITLE:
            continue
        long = [len(text) > _SMALL_WORD for text in texts[begin:end]]
        among, large = sum(long), sum(map(and_, long, capital[begin:end]))
        if among < _WORDS_OF_TITLE or large <= _SHARE_OF_TITLE * among:
            continue
        if not words.gap_after(end - 1).startswith("."):
            marks[begin:end] = [True] * (end - begin)
    return marks
