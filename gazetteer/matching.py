"""A written name to candidates: from the closest tier on, until one gives a clear answer."""

from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property

from gazetteer.alike import Listener, is_answer
from gazetteer.bias import Bias, country_code
from gazetteer.columns import Columns
from gazetteer.confidence import Question, all_rivals, confidences
from gazetteer.countries import country_named
from gazetteer.errors import InvalidName
from gazetteer.index_file import IndexReader
from gazetteer.kind_words import reworded
from gazetteer.names import Forms, forms
from gazetteer.ordinary_words import OrdinaryWords
from gazetteer.places import Candidate, Context, Tier
from gazetteer.proposals import Search
from gazetteer.qualifiers import qualified
from gazetteer.ranking import Likeness, Match, Ranked, ranked, reasons
from gazetteer.rivals import WELL_KNOWN
from gazetteer.spellings import RIVALS, WRITTEN_ALIKE, WRITTEN_SO
from gazetteer.terms import country_number

_HELD_BY = "SELECT place FROM holder WHERE area IN"

_SCORE_DIGITS = 4

# Of what is found for a name in other words.
_MOST_REWORDED = 10
_REWORDED_FACTOR = 0.8
_DEGREE_OF_REWORDED = 0.95

# Of the places that the name of an area may mean, these many are believed.
_MEANINGS_OF_AN_AREA = 5
_AREA_KINDS = frozenset({"country", "governorate", "region"})


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
        best, asked, bias = self.found(name, country, context)
        return candidates(best, Question(asked, bias, self.words.judge(asked)), limit)

    def found(
        self, name: str, country: str | None, context: Context | None
    ) -> tuple[list[Ranked], Forms, Bias | None]:
        """Return what was found, best first, and the name and bias it was sought by in the end."""
        asked = forms(name)
        bias = self.bias(country, context)
        best = self._written(asked, bias)
        if not best and (parted := qualified(name)) is not None:
            asked, bias = forms(parted.name), self._with_areas(bias, context, parted.where)
            best = self._written(asked, bias)
        if not best:
            best = self._in_other_words(asked, bias, self._alike(asked, bias))
        elif not _is_clear(best, bias):
            best = self._with_namesakes(asked, bias, best)
        return best, asked, bias

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
            named = {one.country for one in meant if one.kind == "country"}
            countries |= named
            if not named:
                areas |= {(one.country, one.admin1) for one in meant if one.admin1}
                held |= self._held_by(meant)
        return Bias(context or Context(), frozenset(countries), frozenset(areas), held)

    def _held_by(self, areas: Iterable[Match]) -> frozenset[int]:
        """Return the numbers of the places that are known to lie in some districts."""
        districts = [one.number for one in areas if one.kind == "district"]
        rows = self._reader.fetch_in(_HELD_BY, districts) if districts else ()
        return frozenset(number for (number,) in rows)

    def _meaning(self, name: str, bias: Bias | None) -> list[Match]:
        """Return the places that the name of an area may mean."""
        try:
            asked = forms(name)
        except InvalidName:
            return []
        best = self._written(asked, bias) or self._alike(asked, bias)
        meant = [one.match for one in best]
        exact = [one for one in meant if one.kind in _AREA_KINDS]
        return exact[:1] or meant[:_MEANINGS_OF_AN_AREA]

    def _written(self, asked: Forms, bias: Bias | None) -> list[Ranked]:
        """Find the places called just so, but for case, marks and articles."""
        rows = self._reader.fetch(WRITTEN_SO, (asked.key,))
        if asked.bare_key != asked.key:
            rows += self._reader.fetch(WRITTEN_SO, (asked.bare_key,))
        return ranked(map(Match._make, rows), asked, bias)

    def matches_of(self, terms: Iterable[int]) -> list[Match]:
        """Return all spellings of some terms."""
        rows = self._reader.fetch_in(WRITTEN_ALIKE, self.columns.keys(terms))
        return list(map(Match._make, rows))

    def _in_other_words(self, asked: Forms, bias: Bias | None, found: list[Ranked]) -> list[Ranked]:
        """Add the places that are called so when the word for their kind is said in English."""
        best = {one.match.number: one for one in found}
        for other in reworded(asked.normal):
            again = forms(other.name)
            more = self._written(again, bias) or self._alike(again, bias)
            for one in more[:_MOST_REWORDED]:
                if one.match.kind in other.kinds:
                    one = _less_sure(one)  # noqa: PLW2901 - the same place.
                    known = best.get(one.match.number, one)
                    best[one.match.number] = max(one, known, key=_score)
        return sorted(best.values(), key=_score, reverse=True)

    def _with_namesakes(
        self, asked: Forms, bias: Bias | None, written: list[Ranked]
    ) -> list[Ranked]:
        """Add the places whose name sounds the same; what only looks alike is not sought."""
        if bias is None:
            more = self._rivals(asked, written)
        else:
            more = self._judged(self._search(asked, bias).sounding_the_same(), asked, bias)
        if not more:
            return written
        known = {one.match.number for one in written}
        best = written + [one for one in more if one.match.number not in known]
        return sorted(best, key=_score, reverse=True)

    def _rivals(self, asked: Forms, written: list[Ranked]) -> list[Ranked]:
        """Return the better-known places that sound the same, as a build has judged them."""
        terms = {one.match.term for one in written}
        matches, alike = list[Match](), dict[tuple[str, int], Likeness]()
        for degree, *row in self._reader.fetch_in(RIVALS, tuple(terms)):
            match = Match._make(row)
            matches.append(match)
            alike[match.text, match.number] = Likeness(Tier.STRICT, degree)
        return ranked(matches, asked, None, alike)

    def _alike(self, asked: Forms, bias: Bias | None) -> list[Ranked]:
        """Find the places whose name is written or sounds alike."""
        return self._judged(self._search(asked, bias).alike(), asked, bias)

    def _search(self, asked: Forms, bias: Bias | None) -> Search:
        codes = frozenset(map(country_number, bias.countries)) if bias else frozenset()
        return Search(self._reader, self.columns, asked, codes)

    def _judged(self, tiers: Mapping[int, Tier], asked: Forms, bias: Bias | None) -> list[Ranked]:
        """Return the places of some terms whose spellings are alike enough to be an answer."""
        if not tiers:
            return []
        listener = Listener(asked)
        matches, alike = list[Match](), dict[tuple[str, int], Likeness]()
        for match in self.matches_of(tiers):
            likeness = listener.likeness(match.text, tiers[match.term], match.name)
            if is_answer(match, likeness, listener.script):
                matches.append(match)
                alike[match.text, match.number] = likeness
        return ranked(matches, asked, bias, alike)


def _less_sure(one: Ranked) -> Ranked:
    """Return a match as less than one of the very name, since words were put for other words."""
    degree = min(one.degree, _DEGREE_OF_REWORDED)
    return Ranked(one.score * _REWORDED_FACTOR, Tier.LOOSE, one.match, degree)


def _is_clear(best: Iterable[Ranked], bias: Bias | None) -> bool:
    """Say whether the places called just so answer the question.

    One of them must lie where it is expected, and be so well known that a namesake of another
    spelling is not as likely to be meant.
    """
    for one in best:
        if one.match.standing >= WELL_KNOWN and (bias is None or bias.fits(one.match)):
            return True
    return False


def _score(one: Ranked) -> float:
    return one.score


def candidates(best: Sequence[Ranked], question: Question, limit: int) -> list[Candidate]:
    """Return what was found as candidates, best first."""
    remarks = question.ordinary.remarks()
    rivals = all_rivals(best, limit)
    sure = confidences(best, rivals, question)
    return [
        Candidate(
            one.match.place(),
            round(one.score, _SCORE_DIGITS),
            one.tier,
            one.match.text,
            reasons(one, question.bias) + remarks,
            confidence,
            homonyms,
        )
        for one, (_, homonyms, _), confidence in zip(best, rivals, sure, strict=False)
    ]
