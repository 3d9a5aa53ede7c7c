"""Who says it: from how a report words it to a source of the atlas, or one that it lacks yet."""

import re
import unicodedata
from collections.abc import Iterable, Mapping
from hashlib import sha256

from geomap.domain.grades import Reliability
from geomap.domain.statements import Source, SourceKind
from geomap.imports.well_known_sources import well_known_sources

UNNAMED = Source(
    "unnamed-publisher",
    "Unnamed publisher",
    SourceKind.OTHER,
    Reliability.F,
    "Reports that do not say who published them.",
)
_LONGEST_ID = 60
_LONGEST_NAME = 200
# Words that name nobody: what they say, the report itself says.
_NOBODY = frozenset(
    (
        *(
            "he",
            "she",
            "it",
            "they",
            "his",
            "her",
            "we",
            "i",
            "you",
            "who",
            "that",
            "this",
            "the",
            "a",
        ),
        *("hij", "zij", "ze", "het", "wij", "hun", "men", "er", "die", "dat", "dit", "de", "een"),
    )
)
_ARTICLES = re.compile(r"^(?:the|a|an|de|het|een)\s+", re.IGNORECASE)
_KNOWN_AS = re.compile(r"known as ([\w-]+)")
_EDGES = " \t\n\"'“”‘’«».,;:()[]"
# Short names in capitals are read as they stand: "UN" is not the French word.
_SHORT = 4
_LETTERS_OF_HASH = 12
_BEGINNING, _END = 250, 120
_CREDIT = re.compile(r"\(([^()\n]{2,40})\)|©\s*([^\n.,]{2,30})|\bBron:\s*([^\n.,]{2,30})")


class SourceBook:
    """The sources that are known by name: those of the atlas first, then those that ship.

    `actors` are names of parties with their ids: a party that speaks is a source of its own. What
    it has to invent for a name it has never met is graded F, and the same for the same name.
    """

    def __init__(self, sources: Iterable[Source], actors: Mapping[str, str]) -> None:
        self._sources: dict[str, Source] = {}
        self._by_name: dict[str, str] = {}
        self._agencies: dict[str, str] = {}
        self._actors = actors
        for source in sources:
            said = _KNOWN_AS.findall(source.note)
            self._add(source, (source.name, *said))
        for one in well_known_sources():
            self._add(one.source, (one.source.name, *one.aliases))
        for name, actor in actors.items():
            if actor in self._sources:
                self._by_name.setdefault(_key(name), actor)
        names = sorted(filter(None, self._by_name), key=len, reverse=True)
        # A name in capitals is compared as it stands, every other one without its capitals.
        self._capitals = _any_of(name for name in names if name != name.casefold())
        self._inside = _any_of(name for name in names if name == name.casefold())

    def _add(self, source: Source, names: Iterable[str]) -> None:
        kept = self._sources.setdefault(source.id, source)
        keys = [_key(name) for name in names]
        keys += [_key(source.id.replace("-", " "))] if len(source.id) > _SHORT else []
        for key in keys:
            self._by_name.setdefault(key, kept.id)
            if source.kind is SourceKind.NEWS_AGENCY:
                self._agencies.setdefault(key, kept.id)

    def publisher(self, name: str) -> Source:
        """The source that a publisher is; the unnamed one for no name."""
        return self._exact(name) or (_invented(name) if _slug(name) else UNNAMED)

    def agency(self, text: str) -> Source | None:
        """The agency that a report credits with its story, as papers do: "BEIRUT (Reuters) -"."""
        for part in (text[:_BEGINNING], text[-_END:]):
            for found in _CREDIT.finditer(part):
                name = found[1] or found[2] or found[3]
                key = self._agencies.get(_key(name))
                if key is not None:
                    return self._sources[key]
        return None

    def speaker(self, wording: str | None, otherwise: Source) -> Source:
        """The source that a report names in some words; another where they name nobody."""
        if wording is None or _slug(wording) in _NOBODY or not _slug(wording):
            return otherwise
        return (
            self._exact(wording)
            or self._within(_plain(wording))
            or self._party(wording)
            or _invented(wording)
        )

    def _within(self, wording: str) -> Source | None:
        """The source whose name stands in what is more than a name: "a spokesman of the SDF"."""
        found = self._inside.search(wording.casefold()) or self._capitals.search(wording)
        return None if found is None else self._sources[self._by_name[found[0]]]

    def _exact(self, name: str) -> Source | None:
        key = self._by_name.get(_key(name))
        return None if key is None else self._sources[key]

    def _party(self, wording: str) -> Source | None:
        actor = self._actors.get(_plain(wording))
        if actor is None:
            return None
        note = "Party to the conflict; speaks for itself."
        return Source(actor, _plain(wording), SourceKind.PARTY, Reliability.F, note)


def _any_of(names: Iterable[str]) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, names)) or '(?!)'})(?!\w)")


def _plain(name: str) -> str:
    """A name without quotation marks and article, a host without its first label."""
    name = _ARTICLES.sub("", " ".join(name.split()).strip(_EDGES)).strip(_EDGES)
    return name.removeprefix("www.")


def _key(name: str) -> str:
    """A name as it is compared."""
    plain = unicodedata.normalize("NFKC", _plain(name))
    return plain if len(plain) <= _SHORT and plain.isupper() else plain.casefold()


def _slug(name: str) -> str:
    letters = unicodedata.normalize("NFKD", _plain(name).casefold())
    ascii_only = letters.encode("ascii", "ignore").decode()
    slug = re.sub(r"[^a-z0-9]+", "-", ascii_only).strip("-")[:_LONGEST_ID].strip("-")
    if slug or not any(map(str.isalnum, letters)):
        return slug
    # Names in other scripts have no letters for an id.
    return sha256(letters.encode("utf-8", "replace")).hexdigest()[:_LETTERS_OF_HASH]


def _invented(name: str) -> Source:
    note = "Named by a report; nobody has judged it yet."
    key, plain = _slug(name), _plain(name)[:_LONGEST_NAME]
    return Source(f"named-{key}", plain, SourceKind.OTHER, Reliability.F, note)
