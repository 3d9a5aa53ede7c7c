"""The words by which names of places are told from others, read from `words/*.toml` once."""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from gazetteer.toponyms.tokens import key_of

_FOLDER = Path(__file__).resolve().parent / "words"
_ALWAYS = "en"
_LONGEST_KIND_ALONE = 8
_GENERIC = (
    "capital_words", "titles", "organisation_behind", "kinds_capital", "in_place", "may_be_place",
)  # fmt: skip


@dataclass(frozen=True)
class Lexicon:
    """The words of one language, in small letters; the English ones are known in every text."""

    in_place: frozenset[str]
    may_be_place: frozenset[str]
    takings: frozenset[str]
    """Verbs of which towns are the object more often than persons."""
    directions: frozenset[str]
    kinds_behind: frozenset[str]
    kinds_of: frozenset[str]
    kinds_ending: frozenset[str]
    """Of those, what ends compounds that mean the same: "rebellenbolwerk"."""
    kinds_capital: frozenset[str]
    organisation_behind: frozenset[str]
    organisation_before: frozenset[str]
    public_behind: frozenset[str]
    titles: frozenset[str]
    relatives: frozenset[str]
    speech: frozenset[str]
    government: frozenset[str]
    government_before: frozenset[str]
    government_nouns: frozenset[str]
    possessed_by_government: frozenset[str]
    abbreviations: frozenset[str]
    capital_words: frozenset[str]
    compound_directions: frozenset[str]
    beginnings: frozenset[str]
    first_names: frozenset[str]
    particles: frozenset[str]
    articles: frozenset[str]
    no_places: frozenset[str]
    """Keys of names that hold the name of a place and are none."""
    generic: frozenset[str]
    """Words with a capital that are no name by themselves: months, titles, University, Lake."""
    states: Mapping[str, str]
    """From what is written behind a name, without its last dot, to the code of the US state."""
    short: Mapping[str, str]
    """From a short way to write a country to its code."""
    demonyms: Mapping[str, str]
    """From a demonym to the code of its country, or to nothing."""
    spelled: Mapping[str, str]
    """Letters by which the language writes a foreign sound, and those of international names."""
    respelled: re.Pattern[str] | None
    """Finds any of those letters."""

    def kind_of(self, word: str) -> str:
        """Return the word for a kind of place that a word is or ends with, or nothing."""
        if word in self.kinds_of:
            return word
        if len(word) > _LONGEST_KIND_ALONE:
            return next((kind for kind in self.kinds_ending if word.endswith(kind)), "")
        return ""


@cache
def lexicon_of(language: str) -> Lexicon:
    """Return the words of a language, those of English besides; an unknown one has only these."""
    files = [_read("general"), _read(_ALWAYS)]
    if language != _ALWAYS and (_FOLDER / f"{language}.toml").is_file():
        files.append(_read(language))
    phrases = "|".join(one.get("no_places", "") for one in files).replace("\n", "|").split("|")
    own = files[-1] if language != _ALWAYS else {}
    sets: dict[str, Any] = {
        name: frozenset(word for one in files for word in one.get(name, "").split())
        for name, kind in Lexicon.__annotations__.items()
        if kind == frozenset[str]
    }
    if own.get("in_place"):
        # "over" and "in" are words of several languages; of small words only one's own count.
        for name in ("in_place", "may_be_place", "directions"):
            sets[name] = frozenset(own.get(name, "").split())
    sets["no_places"] = frozenset("".join(map(key_of, phrase.split())) for phrase in phrases)
    sets["generic"] = frozenset().union(*(sets[name] for name in _GENERIC))
    for name, splitter in (("states", "|"), ("short", "|"), ("demonyms", None)):
        sets[name] = {
            text.strip(): code
            for one in files
            for code, texts in one.get(name, {}).items()
            for text in texts.split(splitter)
        }
    spelled = sets["spelled"] = own.get("spelled", {})
    sets["respelled"] = re.compile("|".join(map(re.escape, spelled))) if spelled else None
    return Lexicon(**sets)


@cache
def _read(name: str) -> Mapping[str, Any]:
    return tomllib.loads((_FOLDER / f"{name}.toml").read_text(encoding="utf-8"))


def commonest_words() -> dict[str, frozenset[str]]:
    """Return the commonest words of each language that has a file."""
    return {
        path.stem: frozenset(_read(path.stem)["commonest"].split())
        for path in sorted(_FOLDER.glob("??.toml"))
    }
