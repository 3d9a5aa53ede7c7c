"""Which day belongs to what a clause tells."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import NamedTuple

from geomap.domain.when import When
from geomap.reading.calendar.durations import filled, held_for, lasting
from geomap.reading.calendar.of_sentence import DateFound, Known, dates_in
from geomap.reading.calendar.offensives import offensive_begun
from geomap.reading.calendar.periods import Period
from geomap.reading.calendar.periods import when as written
from geomap.reading.calendar.year_sections import YearSections
from geomap.reading.clauses.scenes import Scene
from geomap.reading.dating.dated_lists import date_aside, dealt
from geomap.reading.dating.lags import dates_of, lagged
from geomap.reading.dating.own_dates import nearest_of, own_dates, without_tail
from geomap.reading.language.items import Item, Line
from geomap.reading.language.word_lists import words
from geomap.reading.language.words import Sense
from geomap.reading.model import ReportText
from geomap.reading.telling.tense import is_first_time, is_present, is_told_on

_LASTED = words("lasted raged dragged duurde duurden geduurd")
_SINCE_THEN = frozenset({"since", "then"})
_NEWS = timedelta(days=6)
_A_NIGHT = timedelta(days=1)
_THEREBY = words("daarbij hierbij waarbij toen destijds thereby then")
"""In a sentence that goes on from the one before it, whatever its tense."""


class Dated(NamedTuple):
    """A date, and whether its own clause says it; else it is that of what is told around it."""

    when: When
    sure: bool


class Calendar:
    """The dates of a report as they come.

    The date in the clause itself counts first, then one of its sentence that is no history. A
    sentence in the past tense without a date goes on from the one before it in its paragraph.
    All else is news of the day of publication.
    """

    def __init__(self, report: ReportText, language: str) -> None:
        self._text = report.text
        self._of_report = report.published
        self._published = report.published
        self._today = _day(report.published) if report.published is not None else None
        self._sections = YearSections(report.text, report.published)
        self._section: Period | None = None
        self._language = language
        self._line: Line
        self._offensive: When | None = None
        self._dates: list[DateFound] = []
        self._story: When | None = None
        """The date that the paragraph has come to."""
        self._since_lead: When | None = None
        """From the day of the first sentence that has a date to that of publication."""
        self._anchor: date | None = None
        self._about: date | None = None
        self._end = 0
        self.new_paragraph = False

    def follow(self, line: Line) -> None:
        """Take note of a sentence: its dates, and whether it begins a paragraph."""
        self.new_paragraph = "\n\n" in self._text[self._end : line.sentence.start]
        if self.new_paragraph:
            self._story = None
        elif self._dates:
            # "IS has held it since 2014" is where no story goes on from.
            told = [one.when for one in self._dates if not one.when.standing]
            self._story = told[-1] if told else self._story
        if self._dates:
            days = [one.when for one in self._dates if one.when.earliest == one.when.latest]
            self._anchor = days[-1].latest if days else self._anchor
            ended = [
                one.when.earliest if one.when.standing else one.when.settled for one in self._dates
            ]
            self._about = ended[-1] if ended else self._about
        self._end, self._line = line.sentence.end, line
        self._enter(self._sections.at(line.sentence.start))
        self._dates = [
            one
            for one in dates_in(line.sentence, self._published, self._language, self._known())
            if not is_first_time(one, line)
        ]
        self._note_lead()
        begun = offensive_begun(line.sentence, self._dates, self._language)
        self._offensive = begun or self._offensive

    def _enter(self, section: Period | None) -> None:
        """Begin a section below a year: days without a year are days of it, and so is news."""
        published = self._of_report
        if section is None or section == self._section or published is None:
            return
        self._section = section
        self._published = min(section.last, published)
        self._today = _day(published) if published <= section.last else written(section)
        self._since_lead = self._story = self._anchor = self._about = None

    def _note_lead(self) -> None:
        """Take note of the first day that is news: what is told without one happened since."""
        if self._today is None or self._since_lead is not None or not self._dates:
            return
        today = self._today.earliest
        for lead in (found.when for found in self._dates if not found.past):
            is_short = lead.settled - lead.earliest <= _A_NIGHT
            if is_short and today - _NEWS <= lead.earliest and lead.settled <= today:
                self._since_lead = written(Period(lead.earliest, today))
                return

    @property
    def today(self) -> When | None:
        """The day of publication."""
        return self._today

    @property
    def since_lead(self) -> When | None:
        """From the first day of the report to that of publication, if it is news of days."""
        return self._since_lead

    def _lasted(self) -> When | None:
        """The days of "the battle lasted seven weeks": those up to the day of publication."""
        if self._today is None or _LASTED.isdisjoint(self._line.sentence.vocabulary):
            return None
        over = lasting(self._line.sentence, self._language, self._today.earliest)
        return written(over) if over is not None else None

    def _known(self) -> Known:
        """What "that day" rests on, and "since the start of the offensive"."""
        return Known(self._anchor, self._about, self._offensive)

    @property
    def dates(self) -> list[DateFound]:
        """Those of the sentence."""
        return self._dates

    def of_place(self, scene: Scene, place: Item, among: Sequence[Item]) -> Dated | None:
        """The day of one place of a list that names a date for each, if it is such a list."""
        found = dealt(self._line, scene, place, among, self._dates)
        return Dated(found.when, sure=True) if found is not None else None

    def when(self, scene: Scene, anchor: Item, *, passing: bool = False) -> Dated | None:
        """The day of what a word of a clause tells."""
        at = self._line.sentence.starts[anchor.start]
        lag = None if passing else lagged(scene, anchor, self._dates, self._today)
        if lag is not None:
            return Dated(lag, sure=True)
        if passing or not (is_told_on(scene, anchor) or self._happened_then()):
            return self.at(scene, at, passing=passing)
        return self.at(scene, at, told_on=True)

    def _happened_then(self) -> bool:
        """As in "Dat gebeurde na een lange strijd": it was when that was."""
        return not _HAPPENED.isdisjoint(self._line.sentence.lowers[1:2])

    def tenure(self, scene: Scene) -> Dated | None:
        """Since when what a clause says was so "for three years", if it says no other date."""
        if self._today is None or self._own(scene, passing=False):
            return None
        clause = scene.clause
        stretch = range(clause.first, clause.last)
        since = held_for(self._line.sentence, stretch, self._language, self._today.earliest)
        return Dated(since, sure=True) if since is not None else None

    def still(self, scene: Scene, anchor: Item) -> Dated | None:
        """Today, for what is so in the present, unless its own clause says since when."""
        words = {one.text.lower() for one in scene.clause.items}
        lasts = is_present(anchor) or not words.isdisjoint(_IS)
        if not lasts or not words.isdisjoint(_BEEN) or self._follows_from_before():
            return None
        if self._today is None or self._own(scene, passing=False):
            return None
        return Dated(self._today, sure=False)

    def _is_to_come(self, found: DateFound) -> bool:
        """Whether a date lies behind the report, so that nothing can have happened then."""
        return self._published is not None and found.when.earliest > self._published

    def _follows_from_before(self) -> bool:
        """As in "Daarmee is de stad in handen van": it came with what was told before it."""
        tokens = self._line.tokens
        return bool(tokens) and tokens[0].lower in _THEREWITH

    def counted(self, scene: Scene, at: int, *, flows: bool = False) -> Dated | None:
        """The day of a number: of what is told on from the sentence before, else news.

        What `flows` are people who fell or fled, not those who are there: they did so then.
        """
        on = flows or (scene.verb is not None and is_told_on(scene, scene.verb))
        then = not _THEREBY.isdisjoint(self._line.sentence.vocabulary)
        since = self._since_then()
        if since is not None:
            return Dated(since, sure=False)
        lag = lagged(scene, scene.verb, self._dates, self._today) if scene.verb else None
        return Dated(lag, sure=True) if lag else self.at(scene, at, told_on=on or then)

    def happened(self, scene: Scene, anchor: Item) -> Dated | None:
        """The day of an event; of what happened since another thing, the days until now."""
        own = dates_of(scene, self._dates)
        since = None if own else self._since_then() or self._since_before(scene)
        if since is not None:
            return Dated(since, sure=True)
        dated = self.when(scene, anchor)
        named = dated is not None and Sense.NOUN in anchor.senses and not dated.when.standing
        until = dated.when if dated is not None and named else None
        over = filled(self._line.sentence, anchor.start, self._language, until)
        return Dated(over, sure=dated.sure) if over is not None and dated is not None else dated

    def _since_then(self) -> When | None:
        """The days of what "since then" tells, from the day that was told of last until now."""
        said = self._line.sentence.vocabulary
        then = _SINCE_THEN.issubset(said) or "sindsdien" in said
        return self._until_now(self._story) if then and self._story is not None else None

    def _since_before(self, scene: Scene) -> When | None:
        """The days of "since IS took X on Monday, 30,000 people have fled"."""
        former = scene.former
        opener = former.clause.opener if former is not None else None
        if former is None or opener is None or opener.text.lower() not in {"since", "sinds"}:
            return None
        told = dates_of(former, self._dates)
        return self._until_now(told[-1].when) if told else None

    def _until_now(self, first: When) -> When | None:
        if self._today is None:
            return None
        return written(Period(min(first.earliest, self._today.earliest), self._today.earliest))

    def _own(self, scene: Scene, *, passing: bool) -> list[DateFound]:
        """The dates of a clause, or of one that dates it; for history in passing, those past."""
        own = own_dates(scene, self._dates)
        return [found for found in own if found.past] if passing else own

    def at(
        self, scene: Scene, at: int, *, passing: bool = False, told_on: bool = False
    ) -> Dated | None:
        """The day of what a clause tells at a character; `told_on` goes on from what was told."""
        own = self._own(scene, passing=passing)
        aside = [*date_aside(scene, self._dates)]
        if told_on and not own:
            aside += self._since_behind(scene)
        candidates = own or [found for found in self._dates if not found.past and not passing]
        candidates = [
            found for found in candidates if not self._is_to_come(found) and found not in aside
        ]
        candidates = [*without_tail(scene, at, candidates)]
        if candidates:
            nearest = nearest_of(candidates, at)
            return Dated(nearest.when, bool(own) and not scene.clause.has(Sense.SAID))
        on = told_on or self._follows_from_before()
        when = self._lasted() or (self._told_on(aside) if on else self._today)
        return Dated(when, sure=False) if when is not None else None

    def _since_behind(self, scene: Scene) -> list[DateFound]:
        """Since when something else is so: "stormed X, from which he has led them since April"."""
        ends = self._line.sentence.starts[scene.clause.last - 1]
        return [one for one in self._dates if one.when.standing and one.start > ends]

    def _told_on(self, aside: Sequence[DateFound]) -> When | None:
        """The day that was told of last: in the sentence, its paragraph, or the whole report."""
        told = [one for one in self._dates if not (self._is_to_come(one) or one in aside)]
        return told[-1].when if told else self._story or self._since_lead or self._today


_HAPPENED = frozenset({"gebeurde", "geschiedde", "happened"})
_THEREWITH = frozenset({"daarmee", "hiermee", "daardoor", "hierdoor", "thereby"})


_BEEN = frozenset({"been", "geweest", "was", "were", "waren", "had", "hadden"})
_IS = frozenset({"is", "are", "remain", "remains", "zijn", "blijft", "blijven"})


def _day(day: date) -> When:
    return When(day.isoformat(), day, day, day)
