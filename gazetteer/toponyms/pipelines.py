"""An installed spaCy pipeline as a second opinion; nothing is downloaded, and none is needed."""

from collections.abc import Callable, Iterable
from functools import cache
from importlib import import_module
from importlib.util import find_spec
from typing import Any, NamedTuple

_KINDS = ("trf", "lg", "md", "sm")
_NAMES = {"en": "en_core_web", "nl": "nl_core_news", "de": "de_core_news", "fr": "fr_core_news"}
# What else a pipeline does takes most of its time.
_NOT_NEEDED = ("parser", "tagger", "lemmatizer", "attribute_ruler", "morphologizer")

PLACES = frozenset({"GPE", "LOC", "FAC"})
OTHERS = frozenset({"PERSON", "PER", "ORG", "NORP", "MISC", "WORK_OF_ART", "LAW", "PRODUCT"})


class Entity(NamedTuple):
    """A name that a pipeline found, `[start, end)` in characters, with its label."""

    start: int
    end: int
    label: str


class Pipeline(NamedTuple):
    """A pipeline by its name, and what finds the names in a text."""

    name: str
    find: Callable[[str], Iterable[Entity]]


@cache
def pipeline_of(language: str) -> Pipeline | None:
    """Return the best pipeline that is installed for a language, or None."""
    stem = _NAMES.get(language)
    if stem is None or find_spec("spacy") is None:
        return None
    for kind in _KINDS:
        name = f"{stem}_{kind}"
        if find_spec(name) is not None:
            return loaded(import_module("spacy"), name)
    return None


def loaded(spacy: Any, name: str) -> Pipeline:
    """Load a pipeline by its name."""
    read = spacy.load(name, exclude=list(_NOT_NEEDED))

    def find(text: str) -> Iterable[Entity]:
        # Half a surrogate pair is refused there; a sign in its place keeps the offsets.
        sound = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
        if len(sound) != len(text):
            return []
        return [Entity(one.start_char, one.end_char, one.label_) for one in read(sound).ents]

    return Pipeline(name, find)
