"""Which place each name of a text means, judged together: one sense for one name.

A place is likelier the better it is known, if its country or area is mentioned, if other places
of the text lie near it, and if it lies in the region that the text is expected to be about.
"""

import math
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from gazetteer.ranking import DISPLAY
from gazetteer.toponyms.entries import Entry
from gazetteer.toponyms.kinds import AREA_WORDS, is_of_kind
from gazetteer.toponyms.model import Region

_EARTH_KM = 6371.0
_NEAR_KM = 120.0
_MOST_CONSIDERED = 24
# What the first round has made likely counts in the next.
_ROUNDS = 2
_MOST_TOGETHER, _LEAST_OF_EACH = 300, 8

_COUNTRY_GAIN, _AREA_GAIN, _NEAR_GAIN = 2.0, 1.8, 2.6
_BIAS_GAIN, _VIEW_GAIN = 1.5, 0.7
# So large that nearly any name is there as well: it takes its state to call for one.
_FULL_OF_NAMESAKES, _OF_NAMESAKES = frozenset({"US", "RU", "BR", "CA", "CN", "IN", "AU"}), 0.6
# Of both together, so that a hamlet is not called for because all is near it.
_MOST_OF_AREAS = 3.6
_HAMLET, _MOST_OF_HAMLET = 3.8, 2.4
_QUALIFIED_GAIN = 8.0
_KIND_GAIN = 2.5
_STEEP = 2.0

_NAMESAKE = 2.5
_WIDE = frozenset({"country", "governorate"})
# "Tunis" is a country in Kurdish alone.
_OTHER_LANGUAGE = 2.5
_BESIDE_GAIN = 0.5
_KNOWN_CITY = 4.7
# Where a name alone means the state, and the two of which it does not.
STATES_FIRST = frozenset({"US", "CA", "AU", "BR", "MX"})
_CITIES_BEFORE_STATES = frozenset({"New York", "Washington"})

AREAS = frozenset({"country", "governorate", "region"})


Area = tuple[str, str]
"""A country and a first-level area of it, or an empty text for all of it."""


@dataclass(slots=True)
class Group:
    """All spots of a text with one name, and what is known of the place meant.

    `qualified` are the (country, admin1) of areas that stand behind the name; admin1 may be empty.
    `beside` are those of areas that are named some words away; `tells` is how much the group
    itself says for its country and area. One that is `elsewhere` lies in a state where no place of
    its name is known.
    """

    key: str
    entries: tuple[Entry, ...]
    evidence: float = 0.0
    mentions: int = 0
    sure: int = 0
    qualified: set[Area] = field(default_factory=set)
    beside: set[Area] = field(default_factory=set)
    kind: str = ""
    wide: bool = False
    elsewhere: bool = False
    tells: dict[Area, float] = field(default_factory=dict)
    scores: list[float] = field(default_factory=list)

    def best(self) -> int:
        """Return the place of the best entry in `entries`."""
        if len(self.scores) == 1:  # As most names have it.
            return 0
        return max(range(len(self.scores)), key=self.scores.__getitem__)

    def share(self) -> float:
        """Return how much of the chance the best entry has."""
        if len(self.scores) == 1:
            return 1.0
        top = max(self.scores)
        return 1 / sum(math.exp(_STEEP * (score - top)) for score in self.scores)


def resolve(
    groups: Sequence[Group], demonyms: Mapping[str, float], region: Region | None, language: str
) -> None:
    """Give the entries of all groups their scores."""
    told: dict[Area, float] = defaultdict(float)
    told.update({(country, ""): value for country, value in demonyms.items()})
    for group in groups:
        group.entries = group.entries[:_MOST_CONSIDERED] if not group.qualified else group.entries
        group.wide = any(entry.kind in _WIDE for entry in group.entries)
        group.scores = [_alone(entry, group, region, language) for entry in group.entries]
    for group in groups:
        _tell(group)
        for area, value in group.tells.items():
            told[area] += value
    most = max([value for (_, admin1), value in told.items() if not admin1], default=0.0) or 1.0
    for group in groups:
        group.scores = [
            score + _of_areas(entry, group, told, most)
            for score, entry in zip(group.scores, group.entries, strict=True)
        ]
    _draw_together(groups)


def _alone(entry: Entry, group: Group, region: Region | None, language: str) -> float:
    score = entry.weight + _of_group(entry, group)
    if entry.languages and not entry.languages & {language, "en"}:
        score -= _OTHER_LANGUAGE
    if region is not None:
        if entry.country in region.countries:
            score += _BIAS_GAIN
        if region.bbox is not None and _in_view(entry, region.bbox):
            score += _VIEW_GAIN
    return score


def _of_group(entry: Entry, group: Group) -> float:
    """Return what the words around a name say for or against a place."""
    gain = 0.0
    if group.wide and group.kind not in AREA_WORDS:
        gain -= _less_as_namesake(entry, group.entries)
    if group.beside:
        areas = {(entry.country, ""), (entry.country, entry.admin1)}
        gain += _BESIDE_GAIN * len(group.beside & areas)
    for country, admin1 in group.qualified:
        if entry.country == country and (not admin1 or entry.admin1 == admin1):
            gain += _QUALIFIED_GAIN
    if group.kind:
        gain += _KIND_GAIN * is_of_kind(entry, group.kind)
    return gain


def _less_as_namesake(entry: Entry, entries: Sequence[Entry]) -> float:
    """Return by how much a place is less likely, as its area or its city is called so too.

    "Aleppo" is the city unless a province is spoken of; "Oklahoma" is the state and not the city
    that some call so, and "Mexico" the country.
    """
    for other in entries:
        if other.country != entry.country or other is entry:
            continue
        city, area = (other, entry) if entry.kind in _WIDE else (entry, other)
        if area.kind not in _WIDE or city.kind in AREAS:
            continue
        if city.weight < _KNOWN_CITY:
            if entry is city and area.form == DISPLAY:
                return _NAMESAKE
            continue
        if entry is (area if _is_city_first(city, area) else city):
            return _NAMESAKE if entry is area or area.form == DISPLAY else 0.0
    return 0.0


def _is_city_first(city: Entry, area: Entry) -> bool:
    """Say whether a name that a city and its area share means the city."""
    if area.kind == "country":
        return False
    if area.country in STATES_FIRST:
        return area.name in _CITIES_BEFORE_STATES
    return city.form == DISPLAY


def _tell(group: Group) -> None:
    """Note what a group says of where the text is about."""
    best = group.best()
    entry, share = group.entries[best], group.share()
    sure = share / (1 + math.exp(-group.evidence - entry.weight + 4.5))
    told = sure * (1 + math.log(group.mentions or 1))
    if entry.country:
        group.tells[entry.country, ""] = told if entry.kind == "country" else 0.5 * told
    if entry.country and entry.admin1:
        weight = 1.0 if entry.kind == "governorate" else 0.4
        group.tells[entry.country, entry.admin1] = weight * told
    for country, admin1 in group.qualified:
        for area in {(country, ""), (country, admin1)}:
            group.tells[area] = group.tells.get(area, 0.0) + 1.0


def _of_areas(entry: Entry, group: Group, told: Mapping[Area, float], most: float) -> float:
    """Return what other names, not the group itself, say for the country and area of a place."""
    if entry.kind == "country" and not group.qualified:
        return 0.0
    country = entry.country, ""
    of_country = told.get(country, 0.0) - group.tells.get(country, 0.0)
    # A country that is named once counts less where another is spoken of all the time.
    gain = _COUNTRY_GAIN * (1 - math.exp(-of_country)) * math.sqrt(max(of_country, 0.0) / most)
    if entry.country in _FULL_OF_NAMESAKES and not entry.capital:
        gain *= _OF_NAMESAKES
    if entry.kind != "governorate":
        area = entry.country, entry.admin1
        gain += _AREA_GAIN * (1 - math.exp(group.tells.get(area, 0.0) - told.get(area, 0.0)))
    return min(gain, _MOST_OF_HAMLET if entry.weight < _HAMLET else _MOST_OF_AREAS)


def _draw_together(groups: Sequence[Group]) -> None:
    """Raise what lies near the likely places of other groups."""
    each = max(_MOST_TOGETHER // max(len(groups), 1), 1)
    rows = [
        (number, place)
        for number, group in enumerate(groups[:_MOST_TOGETHER])
        for place, entry in enumerate(group.entries[: max(each, _LEAST_OF_EACH)])
        if entry.kind not in AREAS
    ][: 2 * _MOST_TOGETHER]
    placed = {number for number, _ in rows}
    if len(placed) < 2:  # noqa: PLR2004 - one has nothing near it.
        return
    of_group = np.array([number for number, _ in rows])
    entries = [groups[number].entries[place] for number, place in rows]
    points = _points(entries)
    # Of near places the chord is as long as the way; far ones do not count.
    squared = np.maximum(2 - 2 * (points @ points.T), 0)
    near = np.exp(np.sqrt(squared) * (-_EARTH_KM / _NEAR_KM))
    near[of_group[:, None] == of_group[None, :]] = 0
    alone = [groups[number].scores[place] for number, place in rows]
    # However near, a hamlet does not take the name of a city.
    most = [_MOST_OF_HAMLET if entry.weight < _HAMLET else math.inf for entry in entries]
    for _ in range(_ROUNDS):
        chances = {number: _chances(groups[number]) for number in placed}
        chance = np.array([chances[number][place] for number, place in rows], dtype=np.float32)
        gains = _NEAR_GAIN * (1 - np.exp(-(near @ chance)))
        for (number, place), score, gain, limit in zip(
            rows, alone, gains.tolist(), most, strict=True
        ):
            groups[number].scores[place] = score + min(gain, limit)


def _chances(group: Group) -> list[float]:
    """Return of each entry how likely it is that a group is a place at all, and this one."""
    top = max(group.scores)
    shares = [1.0]
    if len(group.scores) > 1:
        shares = [math.exp(_STEEP * (score - top)) for score in group.scores]
    part = 1 / (sum(shares) * (1 + math.exp(-group.evidence - top + 4.5)))
    return [share * part for share in shares]


def _points(entries: Sequence[Entry]) -> NDArray[np.float32]:
    degrees = [entry.longitude for entry in entries], [entry.latitude for entry in entries]
    angles = np.radians(np.array(degrees, dtype=np.float32))
    (cos_east, across), (sin_east, sin_north) = np.cos(angles), np.sin(angles)
    points = np.empty((len(entries), 3), dtype=np.float32)
    points[:, 0], points[:, 1], points[:, 2] = across * cos_east, across * sin_east, sin_north
    return points


def _in_view(entry: Entry, bbox: tuple[float, float, float, float]) -> bool:
    west, south, east, north = bbox
    across = west <= entry.longitude <= east
    if west > east:
        across = entry.longitude >= west or entry.longitude <= east
    return across and south <= entry.latitude <= north
