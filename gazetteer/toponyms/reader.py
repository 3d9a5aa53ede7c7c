"""A text to the place names in it, each with the place that it means."""

import math
from collections import defaultdict
from collections.abc import Sequence

from gazetteer.index import Gazetteer
from gazetteer.toponyms.entries import Entries, Entry
from gazetteer.toponyms.languages import detect_language
from gazetteer.toponyms.lexicon import Lexicon, lexicon_of
from gazetteer.toponyms.model import Region, Sense, TextReading, Toponym
from gazetteer.toponyms.persons import mark_persons
from gazetteer.toponyms.resolving import Group, resolve
from gazetteer.toponyms.spotting import Spot, spots_in
from gazetteer.toponyms.tokens import Words, words_of
from gazetteer.toponyms.weighing import Document, Evidence, weigh

LONGEST_TEXT = 1_000_000
"""Characters; what follows them is not read, so that no text takes longer than some seconds."""

RULES = "rules"

# A town of so many people, as a power of ten, is as likely as not to be meant by a bare name.
_EVEN = 4.3
# Only cities from here on stand for a government.
_CAPITAL = 5.3

# A title has so many words of more letters than this, most of them with a capital.
_SMALL_WORD, _WORDS_OF_TITLE, _SHARE_OF_TITLE = 3, 4, 0.7


class TextReader:
    """Reads texts over one open gazetteer. Threads may share it."""

    def __init__(self, gazetteer: Gazetteer, bias: Region | None = None) -> None:
        self._entries = Entries(gazetteer.reader)
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
        spots = spots_in(text, words, lexicon, self._entries)
        mark_persons(document, spots)
        evidence = weigh(document, spots)
        groups = _grouped(text, spots, evidence)
        resolve(_distinct(groups), _demonyms(words, lexicon), self._bias)
        found = [
            toponym
            for spot, one, group in zip(spots, evidence, groups, strict=True)
            if (toponym := self._toponym(text, spot, one, group)) is not None
        ]
        return TextReading(language, RULES, tuple(found))

    def _toponym(self, text: str, spot: Spot, one: Evidence, group: Group) -> Toponym | None:
        best = group.best()
        entry, score = group.entries[best], group.scores[best]
        degree = one.weight + min(score, 8.5) - _EVEN
        if degree <= 0:
            return None
        sure = group.share() / (1 + math.exp(-degree))
        place = self._entries.places([entry.number])[entry.number]
        sense = Sense.GOVERNMENT if one.government and _governs(entry) else Sense.PLACE
        return Toponym(
            text[spot.start : spot.end], spot.start, spot.end, place, round(sure, 3), sense
        )


def _governs(entry: Entry) -> bool:
    return entry.kind == "country" or entry.weight > _CAPITAL


def _distinct(groups: Sequence[Group]) -> list[Group]:
    return list({id(group): group for group in groups}.values())


def _grouped(text: str, spots: Sequence[Spot], evidence: Sequence[Evidence]) -> list[Group]:
    """Return the group of each spot; spots with one name share one."""
    by_key: dict[str, Group] = {}
    groups = []
    for spot, one in zip(spots, evidence, strict=True):
        group = by_key.setdefault(spot.key, Group(spot.key, spot.entries))
        group.mentions += 1
        group.evidence = max(group.evidence, one.weight) if group.mentions > 1 else one.weight
        group.kind = group.kind or one.kind
        groups.append(group)
    for before, behind in zip(range(len(spots)), range(1, len(spots)), strict=False):
        _qualify(text, spots[before], spots[behind], groups[before])
    return groups


def _qualify(text: str, spot: Spot, area: Spot, group: Group) -> None:
    """Note that an area stands behind a name: Paris, Texas."""
    if text[spot.end : area.start] not in (", ", " (", ","):
        return
    for one in area.entries:
        if one.kind not in ("country", "governorate"):
            continue
        admin1 = one.admin1 if one.kind == "governorate" else ""
        inside = [
            e
            for e in spot.entries
            if e.country == one.country
            and (not admin1 or e.admin1 == admin1)
            and e.number != one.number
            and e.kind != "country"
        ]
        if inside:
            group.qualified.add((one.country, admin1))
            return


def _demonyms(words: Words, lexicon: Lexicon) -> dict[str, float]:
    """Return how much the demonyms of a text say of each country."""
    counts: dict[str, float] = defaultdict(float)
    for word in words.lower:
        if code := lexicon.demonyms.get(word):
            counts[code] = min(counts[code] + 0.4, 2.0)
    return counts


def headlines(words: Words) -> list[bool]:
    """Say of each word whether it stands in a title, where most words have a capital."""
    marks = [False] * len(words)
    begin = 0
    for index in range(1, len(words) + 1):
        if index < len(words) and "\n" not in words.gaps[index] and not words.first[index]:
            continue
        long = [place for place in range(begin, index) if len(words.texts[place]) > _SMALL_WORD]
        capital = sum(words.capital[place] for place in long)
        if len(long) >= _WORDS_OF_TITLE and capital > _SHARE_OF_TITLE * len(long):
            marks[begin:index] = [True] * (index - begin)
        begin = index
    return marks
