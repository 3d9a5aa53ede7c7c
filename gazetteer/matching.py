"""A written name to candidates: from the closest tier on, until one gives a clear answer."""

from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from typing import Any, NamedTuple

from gazetteer.alike import LEAST_DEGREE, Listener
from gazetteer.bias import Bias, country_code
from gazetteer.columns import Columns
from gazetteer.confidence import Question, confidences, homonyms
from gazetteer.countries import country_named
from gazetteer.errors import InvalidName
from gazetteer.index_file import IndexReader, place_of
from gazetteer.kind_words import reworded
from gazetteer.names import Forms, forms, script_of
from gazetteer.ordinary_words import OrdinaryWords
from gazetteer.places import Candidate, Context, Place, Tier
from gazetteer.proposals import Search
from gazetteer.qualifiers import qualified
from gazetteer.ranking import COUNTRY_STANDING, Likeness, Match, Ranked, ranked, reasons
from gazetteer.rivals import WELL_KNOWN, rivals_in
from gazetteer.terms import country_number

_MATCH = """
SELECT key, place, text, stripped, form, language, since, until, term,
    country, admin1, longitude, latitude, standing,
"""
_PLACE = """
id, name, longitude, latitude, kind, country, admin1, population, names, admin1_name, other_ids
"""
_SPELLINGS = "FROM spelling JOIN place ON place.number = spelling.place WHERE key"

# Few are written so: with the whole place at once there is no need to ask again.
_WRITTEN_SO = f"{_MATCH} {_PLACE} {_SPELLINGS} = ?"
# Many are alike: the places of those that win are asked for afterwards.
_WRITTEN_ALIKE = f"{_MATCH} id, name {_SPELLINGS} IN"
_PLACES = f"SELECT number, {_PLACE} FROM place WHERE number IN"  # noqa: S608 - our columns.
_RIVALS = "SELECT others FROM rival WHERE term IN"
_HELD_BY = "SELECT place FROM holder WHERE area IN"

_MATCH_WIDTH = len(Match._fields)
_ID_AND_NAME = 2
_NUMBER, _TEXT, _TERM, _STANDING = map(Match._fields.index, ("number", "text", "term", "standing"))
_SHOWN = _MATCH_WIDTH + 1
_SCORE_DIGITS = 4

# Of what is found for a name in other words.
_MOST_REWORDED = 10
_REWORDED_FACTOR = 0.8
_DEGREE_OF_REWORDED = 0.95

# Of the places that the name of an area may mean, these many are believed.
_MEANINGS_OF_AN_AREA = 5
_AREA_KINDS = frozenset({"country", "governorate", "region"})


class Found(NamedTuple):
    """What was found for a name: ranked matches, and the rows of their places by number.

    A row holds the id and the usual name of a place, or all of it.
    """

    best: list[Ranked]
    rows: dict[int, Sequence[Any]]


class Matcher:
    """Looks names up in an index."""

    def __init__(self, reader: IndexReader) -> None:
        self._reader = reader
        self.words = OrdinaryWords(reader)

    @cached_property
    def columns(self) -> Columns:
        """The columns of terms, read when the first name is not found as it is written."""
        return Columns(self._reader)

    def lookup(
        self, name: str, country: str | None, context: Context | None, limit: int
    ) -> list[Candidate]:
        """Return candidates, best first. Raises InvalidName or InvalidQuery."""
        found, asked, bias = self.found(name, country, context)
        found = self.with_places(found, limit)
        return candidates(found, Question(asked, bias, self.words.judge(asked)), limit)

    def found(
        self, name: str, country: str | None, context: Context | None
    ) -> tuple[Found, Forms, Bias | None]:
        """Return what was found, with the name and the bias it was sought by in the end."""
        asked = forms(name)
        bias = self.bias(country, context)
        found = self._written(asked, bias)
        if not found.best and (parted := qualified(name)) is not None:
            asked, bias = forms(parted.name), self._with_areas(bias, context, parted.where)
            found = self._written(asked, bias)
        if not _is_clear(found, bias):
            called_so = bool(found.best)
            found = self._alike(asked, bias, found)
            if not called_so:
                found = self._in_other_words(asked, bias, found)
        return found, asked, bias

    def bias(self, country: str | None, context: Context | None) -> Bias | None:
        """Understand what a question says of where the place lies; None when it says nothing."""
        if country is None and context is None:
            return None
        context = context or Context()
        codes = {country_code(code) for code in (country, context.country)} - {None}
        bias = Bias(context, frozenset(code for code in codes if code))
        if context.admin1:
            known = frozenset((code, context.admin1) for code in bias.countries)
            found = self._with_areas(bias, context, (context.admin1,))
            bias = Bias(context, bias.countries, known | found.areas, found.held)
        return bias

    def _with_areas(
        self, bias: Bias | None, context: Context | None, where: tuple[str, ...]
    ) -> Bias:
        """Add the areas of the names behind a name to a bias; an unknown one says nothing."""
        countries = set(bias.countries) if bias else set()
        areas = set(bias.areas) if bias else set()
        held = bias.held if bias else frozenset()
        for name in where:
            if code := country_named(name):
                countries.add(code)
                continue
            meant = self._meaning(name, bias)
            named = {place.country for place in meant.values() if place.kind == "country"}
            countries |= named
            if not named:
                areas |= {(one.country, one.admin1) for one in meant.values() if one.admin1}
                held |= self._held_by(meant)
        return Bias(context or Context(), frozenset(countries), frozenset(areas), held)

    def _held_by(self, areas: Mapping[int, Place]) -> frozenset[int]:
        """Return the numbers of the places that are known to lie in some districts."""
        districts = [number for number, place in areas.items() if place.kind == "district"]
        rows = self._reader.fetch_in(_HELD_BY, districts) if districts else ()
        return frozenset(number for (number,) in rows)

    def _meaning(self, name: str, bias: Bias | None) -> dict[int, Place]:
        """Return the places, by their numbers, that the name of an area may mean."""
        try:
            asked = forms(name)
        except InvalidName:
            return {}
        found = self._written(asked, bias)
        if not found.best:
            found = self._alike(asked, bias, found)
        found = self.with_places(found, len(found.best))
        numbers = [one.match.number for one in found.best]
        places = [(number, place_of(found.rows[number])) for number in numbers]
        exact = [one for one in places if one[1].kind in _AREA_KINDS]
        return dict(exact[:1] or places[:_MEANINGS_OF_AN_AREA])

    def _written(self, asked: Forms, bias: Bias | None) -> Found:
        """Find the places called just so, but for case, marks and articles."""
        rows = self._reader.fetch(_WRITTEN_SO, (asked.key,))
        if asked.bare_key != asked.key:
            rows += self._reader.fetch(_WRITTEN_SO, (asked.bare_key,))
        return found_rows(rows, asked, bias)

    def rows_of(self, terms: Iterable[int]) -> list[Sequence[Any]]:
        """Return the rows of all spellings of some terms, each with id and name of its place."""
        return self._reader.fetch_in(_WRITTEN_ALIKE, self.columns.keys(terms))

    def with_places(self, found: Found, limit: int) -> Found:
        """Return what was found with all there is of the first places."""
        best = (one.match.number for one in found.best[:limit])
        numbers = [number for number in best if len(found.rows[number]) == _ID_AND_NAME]
        if not numbers:
            return found
        rows = self._reader.fetch_in(_PLACES, numbers)
        return Found(found.best, found.rows | {row[0]: row[1:] for row in rows})

    def _in_other_words(self, asked: Forms, bias: Bias | None, found: Found) -> Found:
        """Add the places that are called so when the word for their kind is said in English."""
        best = {one.match.number: one for one in found.best}
        rows = dict(found.rows)
        for other in reworded(asked.normal):
            again = forms(other.name)
            more = self._written(again, bias)
            if not more.best:
                more = self._alike(again, bias, more)
            more = self.with_places(more, _MOST_REWORDED)
            for one in more.best[:_MOST_REWORDED]:
                number = one.match.number
                if place_of(more.rows[number]).kind in other.kinds:
                    rows[number] = more.rows[number]
                    one = _less_sure(one)  # noqa: PLW2901 - the same place.
                    best[number] = max(one, best.get(number, one), key=lambda each: each.score)
        return Found(sorted(best.values(), key=lambda one: -one.score), rows)

    def _proposed(self, asked: Forms, bias: Bias | None, written: Found) -> dict[int, Tier]:
        """Return the terms that may be another spelling, with how each was found."""
        codes = frozenset(map(country_number, bias.countries)) if bias else frozenset()
        search = Search(self._reader, self.columns, asked, codes)
        if not written.best:
            return search.alike()
        if bias is not None:
            return search.sounding_the_same()
        terms = [one.match.term for one in written.best]
        return search.closest(rivals_in(self._reader.fetch_in(_RIVALS, terms)))

    def _alike(self, asked: Forms, bias: Bias | None, written: Found) -> Found:
        """Find the places whose name is written or sounds alike, besides those called so.

        Where some place is called just so, what only looks alike is not sought.
        """
        tiers = self._proposed(asked, bias, written)
        if not tiers:
            return written
        rows = self.rows_of(tiers)
        listener = Listener(asked)
        alike = {
            (row[_TEXT], row[_NUMBER]): listener.likeness(
                row[_TEXT], tiers[row[_TERM]], row[_SHOWN]
            )
            for row in rows
        }
        script = script_of(asked.bare_key)
        rows = [
            row
            for row in rows
            if alike[row[_TEXT], row[_NUMBER]].degree >= LEAST_DEGREE
            and not _is_country_heard(row, script)
        ]
        more = found_rows(rows, asked, bias, alike)
        known = {one.match.number for one in written.best}
        best = written.best + [one for one in more.best if one.match.number not in known]
        best.sort(key=lambda one: -one.score)
        return Found(best, more.rows | written.rows)


def _is_country_heard(row: Sequence[Any], script: str) -> bool:
    """Say whether a row is a country in another script, though it has names in that of the asker.

    Everybody spells a country in their own script: "Raqqa" is not al-Iraq, however it sounds.
    """
    return bool(
        row[_STANDING] >= COUNTRY_STANDING
        and script_of(row[_TEXT]) != script
        and script_of(row[_SHOWN]) == script
    )


def _less_sure(one: Ranked) -> Ranked:
    """Return a match as less than one of the very name, since words were put for other words."""
    degree = min(one.degree, _DEGREE_OF_REWORDED)
    return Ranked(one.score * _REWORDED_FACTOR, Tier.LOOSE, one.match, degree)


def _is_clear(found: Found, bias: Bias | None) -> bool:
    """Say whether the places called just so answer the question.

    One of them must lie where it is expected, and be so well known that a namesake of another
    spelling is not as likely to be meant.
    """
    return any(
        one.match.standing >= WELL_KNOWN and (bias is None or bias.fits(one.match))
        for one in found.best
    )


def candidates(found: Found, question: Question, limit: int) -> list[Candidate]:
    """Return what was found as candidates, best first."""
    sure = confidences(found.best, question, limit)
    return [
        _candidate(one, found, question, confidence)
        for one, confidence in zip(found.best[:limit], sure, strict=True)
    ]


def _candidate(one: Ranked, found: Found, question: Question, confidence: float) -> Candidate:
    place = place_of(found.rows[one.match.number])
    return Candidate(
        place,
        round(one.score, _SCORE_DIGITS),
        one.tier,
        one.match.text,
        reasons(one, place, question.bias) + question.ordinary.remarks(),
        confidence,
        homonyms(one, found.best),
    )


def found_rows(
    rows: Iterable[Sequence[Any]],
    asked: Forms,
    bias: Bias | None,
    alike: dict[tuple[str, int], Likeness] | None = None,
) -> Found:
    """Rank rows of spellings with their places."""
    rows = list(rows)
    matches = [Match(*row[:_MATCH_WIDTH]) for row in rows]
    places = {row[1]: row[_MATCH_WIDTH:] for row in rows}
    return Found(ranked(matches, asked, bias, alike), places)
