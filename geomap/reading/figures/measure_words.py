"""What there is to know of the words that say what a number counts, for one language."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum, auto

from geomap.reading.language.word_lists import phrases


class Fate(StrEnum):
    """What became of the people who are counted."""

    KILLED = auto()
    WOUNDED = auto()
    DISPLACED = auto()
    SURRENDERED = auto()
    LOST = auto()
    """Of fighters: killed for the most part, and gone for the others."""
    OTHER = auto()
    """Something that no measure counts: arrested, freed, missing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MeasureWords:
    """What one language counts, and how it says what became of it; all in lower case."""

    fighters: frozenset[str]
    people: frozenset[str]
    foreign: frozenset[str]
    """Before fighters: those who came from abroad."""
    dead: frozenset[str]
    wounded: frozenset[str]
    displaced: frozenset[str]
    refugees: frozenset[str]
    strikes: frozenset[str]
    air: frozenset[str]
    """In the sentence of a word for strikes that can mean others."""
    inhabitants: frozenset[str]
    names: frozenset[str]
    lists: frozenset[str]
    no_counts: frozenset[str]
    """Nouns behind a number that make it no figure: ages, distances, money, arms, times."""
    money: frozenset[str]
    families: frozenset[str]
    """Before "of five": the number counts persons."""
    square: Mapping[str, tuple[str, float]]
    """Units of area, with the unit of figures and how many of it they are."""
    fates: Mapping[str, Fate]
    """Verbs and phrases of what became of people."""
    counts: frozenset[str]
    """Nouns that a number follows: "the death toll rose to 156", "het aantal strijders"."""
    puts: frozenset[str]
    """Between those and the number."""
    out_of: frozenset[str]
    """Between the two numbers of a ratio: "nine out of ten"."""
    active: frozenset[str]
    """Those of the verbs whose object is counted behind them: "killing 22"."""
    auxiliaries: frozenset[str]
    parting: Mapping[str, tuple[tuple[frozenset[str], Fate], ...]]
    """What ends a clause, far from the verbs that it belongs to: "kwamen 22 mensen om"."""
    among: frozenset[str]
    """Before a part of a number already told: "including"."""
    lost: frozenset[str]
    held: frozenset[str]
    regained: frozenset[str]
    """Verbs by which territory changes hands, away from who had it."""
    land: frozenset[str]
    population: frozenset[str]
    lived_in: frozenset[str]
    shares: frozenset[str]
    """What may be compared with: "a third of three weeks ago"."""
    stops: frozenset[str]
    """Words at which a noun phrase ends: what follows is not what the number counts."""


def fates(**groups: str) -> dict[str, Fate]:
    """Read the phrases of each fate."""
    return {phrase: Fate[name.upper()] for name, text in groups.items() for phrase in phrases(text)}
