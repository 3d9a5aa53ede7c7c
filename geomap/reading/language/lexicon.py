"""The words of a language that reading rests on, loaded once and looked up by their first token.

A phrase can have several senses ("attack" is a verb and a noun); which one counts is decided where
it stands in its sentence. Phrases are cut into tokens exactly as the report is.
"""

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any

from geomap.reading.language.compounds import NO_COMPOUNDS, Compounds, compounds_of
from geomap.reading.language.phrases import Entry, Phrase
from geomap.reading.language.sentences import tokens_of
from geomap.reading.language.words import SENSES, Sense

LANGUAGES = ("en", "nl")
_MARKS = frozenset('.,;:()[]–—"“”„«»…?!/') | {"--"}
_SHORT_NAME = 5
"""Letters; a longer name in capitals is matched in any case."""


@dataclass(frozen=True, slots=True)
class Lexicon:
    """What can be looked up for one language, longest phrases first."""

    language: str
    phrases: dict[str, Entry]
    roles: Mapping[str, Mapping[str, Sequence[str]]]
    """By general word ("government") and country, who is meant."""
    states: Mapping[str, str] = field(default_factory=dict)
    """By country, the actor that its name stands for when the country acts."""
    fallbacks: Mapping[str, str] = field(default_factory=dict)
    """By role, the actor of the atlas that goes by such a general word ("rebels")."""
    elsewhere: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    """By actor and country, the id that it goes by there; `*` for all other countries."""

    governments: frozenset[str] = frozenset()
    compounds: Compounds = NO_COMPOUNDS
    founded: Mapping[str, date] = field(default_factory=dict)
    """By actor, the day before which no general word can have meant it."""
    at_war: frozenset[str] = frozenset()
    """Countries of which it knows who fights their governments."""
    within: Mapping[str, Mapping[str, Sequence[float]]] = field(default_factory=dict)
    """By role and actor, the part of a country in which the word means it before all others:
    west, south, east and north in degrees."""


def lexicon_for(language: str, names: Mapping[str, str]) -> Lexicon | None:
    """The lexicon of a language with the names that an atlas adds; None for other languages."""
    if language not in LANGUAGES:
        return None
    return _with_names(language, frozenset(names.items()))


@lru_cache(maxsize=16)
def _with_names(language: str, names: frozenset[tuple[str, str]]) -> Lexicon:
    shipped = _shipped(language)
    if not names:
        return shipped
    phrases = {first: entry.copy() for first, entry in shipped.phrases.items()}
    fallbacks: dict[str, str] = {}
    for alias, actor in sorted(names):
        role = _role(phrases, alias)
        if role is not None:
            fallbacks.setdefault(role, actor)
        else:
            _add(phrases, alias, Sense.ACTOR, actor)
    _sort(phrases)
    return Lexicon(
        language,
        phrases,
        shipped.roles,
        shipped.states,
        fallbacks,
        shipped.elsewhere,
        shipped.governments,
        shipped.compounds,
        shipped.founded,
        shipped.at_war,
        shipped.within,
    )


def _role(phrases: Mapping[str, Entry], alias: str) -> str | None:
    """The role of a general word, which an alias of one atlas must not narrow for all countries."""
    first, *rest = (token.lower for token in tokens_of(alias))
    entry = phrases.get(first)
    for phrase in entry.among(tuple(rest)) if entry is not None else ():
        if phrase.rest == tuple(rest):
            return phrase.senses.get(Sense.GENERAL)
    return None


@cache
def _shipped(language: str) -> Lexicon:
    folder = files("geomap.reading") / "lexicons"
    shared = tomllib.loads((folder / "shared.toml").read_text("utf-8"))
    own = tomllib.loads((folder / f"{language}.toml").read_text("utf-8"))
    phrases: dict[str, Entry] = {}
    for text, sense, value in _entries(shared, own):
        for spelling in {text, _dotted(text)}:
            _add(phrases, spelling, sense, value)
    for mark in _MARKS:
        _add(phrases, mark, Sense.MARK, "")
    _sort(phrases)
    governments = frozenset(shared["states"].values()) | {
        actor for actors in shared["roles"]["government"].values() for actor in actors
    }
    return Lexicon(
        language,
        phrases,
        shared["roles"],
        shared["states"],
        {},
        shared["elsewhere"],
        governments,
        compounds_of(own.get("compounds"), phrases),
        shared["founded"],
        _at_war(shared["roles"]),
        shared["within"],
    )


_ALSO_IN_PEACE = frozenset({"mission", "government", "coalition", "militias", "kurds"})


def _at_war(roles: Mapping[str, Mapping[str, Sequence[str]]]) -> frozenset[str]:
    fighting = (countries for role, countries in roles.items() if role not in _ALSO_IN_PEACE)
    return frozenset(country for countries in fighting for country in countries)


def _entries(shared: Mapping[str, Any], own: Mapping[str, Any]) -> Iterator[tuple[str, str, str]]:
    """Every phrase of the files with its sense and the value of that sense."""
    for actors in (shared["actors"], own["actors"]):
        for actor, aliases in actors.items():
            for alias in _spelled_out(aliases, own["groups"]):
                yield alias, Sense.ACTOR, actor
    for frame, verbs in own["verbs"].items():
        for line in verbs:
            yield from _forms(line, frame)
    yield from _listed(own["general"], Sense.GENERAL)
    yield from _listed(own["adjectives"], Sense.ADJECTIVE)
    yield from _listed(own["nouns"], Sense.NOUN)
    yield from _listed(own.get("keepers", {}), Sense.KEEPER)
    yield from _listed(own["prepositions"], Sense.PREPOSITION)
    for name, words in own["words"].items():
        if name not in SENSES:
            raise ValueError(f"{name} is no sense of a word")
        yield from _listed({name: words}, name)


def _dotted(text: str) -> str:
    """The same with the dots that some papers write: "U.S.-backed"."""
    return re.sub(r"\b(U)(S|N|K)\b", r"\1.\2.", text)


def _listed(table: Mapping[str, Sequence[str]], sense: str) -> Iterator[tuple[str, str, str]]:
    for value, words in table.items():
        for word in words:
            yield word, sense, value


def _spelled_out(aliases: Iterable[str], groups: Mapping[str, Sequence[str]]) -> Iterator[str]:
    for alias in aliases:
        start, brace, rest = alias.partition("{")
        if not brace:
            yield alias
            continue
        group, _, end = rest.partition("}")
        for word in groups[group]:
            yield f"{start}{word}{end}"


NEWS_FORMS = frozenset("bs")
"""Forms in which news of the day is told, as a past form is not."""
_FORMS = ("b", "s", "d", "n", "g")
_FORMS_WITH_ONE_PAST = ("b", "s", "dn", "g")


def _forms(line: str, frame: str) -> Iterator[tuple[str, str, str]]:
    """The forms of a verb, each as "frame:forms" or, with a particle apart, "frame:forms:particle".

    b base, s third person, d past, n participle, g in -ing, t infinitive with "te".
    """
    words = line.split()
    if "|" in line:
        particle, infinitive = words[0].split("|")
        present, past, plural, participle = words[1:]
        apart = ((infinitive, "b"), (present, "s"), (past, "d"), (plural, "d"))
        for word, form in apart:
            yield word, Sense.PARTED, f"{frame}:{form}:{particle}"
            yield f"{particle}{word}", Sense.VERB, f"{frame}:{form}"
        yield f"{particle} te {infinitive}", Sense.VERB, f"{frame}:t"
        yield participle.replace("_", " "), Sense.VERB, f"{frame}:n"
        yield from _split(particle, participle, frame)
        return
    if words[0].startswith("nl:"):
        words[0] = words[0].removeprefix("nl:")
        codes: Sequence[str] = ("b", "s", "d", "d", "n")
    else:
        codes = _FORMS if len(words) == len(_FORMS) else _FORMS_WITH_ONE_PAST
    for word, form in zip(words, codes, strict=False):
        yield word.replace("_", " "), Sense.VERB, f"{frame}:{form}"


_AUXILIARIES = {
    Sense.HAVE: ("heeft", "hebben", "had", "hadden"),
    Sense.BE: ("is", "zijn", "was", "waren", "werd", "werden", "wordt", "worden"),
}


def _split(particle: str, participle: str, frame: str) -> Iterator[tuple[str, str, str]]:
    """A Dutch participle with its auxiliary inside: "nadat ze zich terug hadden getrokken"."""
    rest = participle.removeprefix(particle)
    if rest == participle or "_" in participle:
        return
    for sense, auxiliaries in _AUXILIARIES.items():
        for auxiliary in auxiliaries:
            phrase = f"{particle} {auxiliary} {rest}"
            yield phrase, Sense.VERB, f"{frame}:n"
            yield phrase, sense, sense


def _add(phrases: dict[str, Entry], text: str, sense: str, value: str) -> None:
    tokens = list(tokens_of(text))
    if not tokens:
        return
    exact = None
    if sense is Sense.ACTOR and text.isupper() and len(text) <= _SHORT_NAME:
        exact = tuple(token.text for token in tokens)
    first, *rest = (token.lower for token in tokens)
    candidates = phrases.setdefault(first, Entry()).among(tuple(rest))
    for phrase in candidates:
        if phrase.rest == tuple(rest) and phrase.exact == exact:
            _add_sense(phrase.senses, sense, value)
            return
    candidates.append(Phrase(tuple(rest), exact, {sense: value}))


def _add_sense(senses: dict[str, str], sense: str, value: str) -> None:
    """Give a phrase one more sense; forms of one verb that look alike are put together."""
    known = senses.get(sense)
    if known is not None and sense is Sense.VERB:
        frame, form = value.split(":")
        if known.startswith(f"{frame}:") and form not in known.split(":")[1]:
            senses[sense] = known + form
        return
    if known is not None and sense is Sense.PARTED:
        senses[sense] = f"{known}|{value}"
    elif known is None or sense is Sense.ACTOR:
        senses[sense] = value


def _sort(phrases: dict[str, Entry]) -> None:
    for entry in phrases.values():
        entry.settle()
