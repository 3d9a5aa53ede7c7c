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
_MOST_TOGETHER = 400

_COUNTRY_GAIN, _AREA_GAIN, _NEAR_GAIN = 1.6, 1.8, 2.0
_BIAS_GAIN, _VIEW_GAIN = 1.5, 0.7
_QUALIFIED_GAIN = 8.0
_KIND_GAIN = 2.5
_STEEP = 2.0

_NAMESAKE = 2.5
# "Tunis" is a country in Kurdish alone.
_OTHER_LANGUAGE = 2.5
_BESIDE_GAIN = 0.8
# Everybody means the city of millions by its name, unless much else says otherwise.
_FAMOUS, _FAME_GAIN = 6.2, 0.3
_KNOWN_CITY = 4.7
# Where a name alone means the state, and the two of which it does not.
_STATES_FIRST = frozenset({"US", "CA", "AU", "BR", "MX"})
_CITIES_BEFORE_STATES = frozenset({"New York", "Washington"})

AREAS = frozenset({"country", "governorate", "region", "district"})


@dataclass(slots=True)
class Group:
    """All spots of a text with one name, and what is known of the place meant.

    `qualified` are the (country, admin1) of areas that stand behind the name; admin1 may be empty.
    `beside` are those of areas that are named some words away.
    """

    key: str
    entries: tuple[Entry, ...]
    evidence: float = 0.0
    mentions: int = 0
    sure: int = 0
    qualified: set[tuple[str, str]] = field(default_factory=set)
    beside: set[tuple[str, str]] = field(default_factory=set)
    kind: str = ""
    scores: list[float] = field(default_factory=list)

    def best(self) -> int:
        """Return the place of the best entry in `entries`."""
        return max(range(len(self.scores)), key=self.scores.__getitem__)

    def share(self) -> float:
        """Return how much of the chance the best entry has."""
        top = max(self.scores)
        return 1 / sum(math.exp(_STEEP * (score - top)) for score in self.scores)


def resolve(
    groups: Sequence[Group], demonyms: Mapping[str, float], region: Region | None, language: str
) -> None:
    """Give the entries of all groups their scores."""
    countries: dict[str, float] = defaultdict(float, demonyms)
    areas: dict[tuple[str, str], float] = defaultdict(float)
    for group in groups:
        group.entries = group.entries[:_MOST_CONSIDERED] if not group.qualified else group.entries
        group.scores = [_alone(entry, group, region, language) for entry in group.entries]
    for group in groups:
        _tell(group, countries, areas)
    for group in groups:
        group.scores = [
            score + _of_areas(entry, group, countries, areas)
            for score, entry in zip(group.scores, group.entries, strict=True)
        ]
    _draw_together(groups)


def _alone(entry: Entry, group: Group, region: Region | None, language: str) -> float:
    score = entry.weight + _of_group(entry, group)
    if entry.weight > _FAMOUS:
        score += _FAME_GAIN
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
    if group.kind not in AREA_WORDS:
        gain -= _less_as_namesake(entry, group.entries)
    gain += _BESIDE_GAIN * len(group.beside & {(entry.country, ""), (entry.country, entry.admin1)})
    for country, admin1 in group.qualified:
        if entry.country == country and (not admin1 or entry.admin1 == admin1):
            gain += _QUALIFIED_GAIN
    if group.kind:
        gain += _KIND_GAIN * is_of_kind(entry, group.kind)
    return gain


def _less_as_namesake(entry: Entry, entries: Sequence[Entry]) -> float:
    """Return by how much a place is less likely, as its area or its city is called so too.

    "Aleppo" is the city unless a province is spoken of; "Oklahoma" is the state and not the city
    that some call so.
    """
    for other in entries:
        if other.country != entry.country or other is entry:
            continue
        city, area = (other, entry) if entry.kind == "governorate" else (entry, other)
        if area.kind != "governorate" or city.kind in AREAS or city.weight < _KNOWN_CITY:
            continue
        if (area.name in _CITIES_BEFORE_STATES or area.country not in _STATES_FIRST) and (
            city.form == DISPLAY or area.name in _CITIES_BEFORE_STATES
        ):
            if entry is area:
                return _NAMESAKE
        elif entry is city and area.form == DISPLAY:
            return _NAMESAKE
    return 0.0


def _tell(group: Group, countries: dict[str, float], areas: dict[tuple[str, str], float]) -> None:
    """Add what a group says of where the text is about."""
    best = group.best()
    entry, share = group.entries[best], group.share()
    sure = share / (1 + math.exp(-group.evidence - entry.weight + 4.5))
    told = sure * (1 + math.log(group.mentions or 1))
    if entry.kind == "country":
        countries[entry.country] += told
    elif entry.country:
        countries[entry.country] += 0.5 * told
        if entry.admin1:
            weight = 1.0 if entry.kind == "governorate" else 0.4
            areas[entry.country, entry.admin1] += weight * told
    for country, admin1 in group.qualified:
        countries[country] += 1.0
        if admin1:
            areas[country, admin1] += 1.0


def _of_areas(
    entry: Entry,
    group: Group,
    countries: Mapping[str, float],
    areas: Mapping[tuple[str, str], float],
) -> float:
    if entry.kind == "country" and not group.qualified:
        return 0.0
    told = countries.get(entry.country, 0.0)
    most = max(countries.values(), default=0.0) or 1.0
    # A country that is named once counts less where another is spoken of all the time.
    gain = _COUNTRY_GAIN * (1 - math.exp(-told)) * math.sqrt(told / most)
    if entry.kind != "governorate":
        gain += _AREA_GAIN * (1 - math.exp(-areas.get((entry.country, entry.admin1), 0.0)))
    return gain


def _draw_together(groups: Sequence[Group]) -> None:
    """Raise what lies near the likely places of other groups."""
    rows = [
        (number, place)
        for number, group in enumerate(groups)
        for place, entry in enumerate(group.entries)
        if entry.kind not in AREAS
    ][:_MOST_TOGETHER]
    if len({number for number, _ in rows}) < 2:  # noqa: PLR2004 - one has nothing near it.
        return
    of_group = np.array([number for number, _ in rows])
    points = _points([groups[number].entries[place] for number, place in rows])
    kilometres = _EARTH_KM * np.arccos(np.clip(points @ points.T, -1, 1))
    near = np.exp(-kilometres / _NEAR_KM)
    near[of_group[:, None] == of_group[None, :]] = 0
    chance = np.array([_chance(groups[number], place) for number, place in rows])
    gains = _NEAR_GAIN * (1 - np.exp(-(near @ chance)))
    for (number, place), gain in zip(rows, gains.tolist(), strict=True):
        groups[number].scores[place] += gain


def _chance(group: Group, place: int) -> float:
    """Return how likely it is that a group is a place at all, and this one."""
    top = max(group.scores)
    whole = sum(math.exp(_STEEP * (score - top)) for score in group.scores)
    share = math.exp(_STEEP * (group.scores[place] - top)) / whole
    return share / (1 + math.exp(-group.evidence - top + 4.5))


def _points(entries: Sequence[Entry]) -> NDArray[np.float64]:
    east = np.radians([entry.longitude for entry in entries])
    north = np.radians([entry.latitude for entry in entries])
    return np.stack([np.cos(north) * np.cos(east), np.cos(north) * np.sin(east), np.sin(north)], 1)


def _in_view(entry: Entry, bbox: tuple[float, float, float, float]) -> bool:
    west, south, east, north = bbox
    across = west <= entry.longitude <= east
    if west > east:
        across = entry.longitude >= west or entry.longitude <= east
    return across and south <= entry.latitude <= north
