"""The words of dates, in Dutch and English."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum, auto

from geomap.reading.word_lists import phrases, words


class Unit(Enum):
    """A stretch of the calendar that is counted: "two weeks ago"."""

    HOUR = auto()
    DAY = auto()
    WEEKEND = auto()
    WEEK = auto()
    MONTH = auto()
    YEAR = auto()


class Part(Enum):
    """Which part of a period: "early June", "de eerste helft van 2015"."""

    EARLY = auto()
    MIDDLE = auto()
    LATE = auto()
    FIRST_HALF = auto()
    SECOND_HALF = auto()
    FIRST_WEEK = auto()
    LAST_WEEK = auto()


@dataclass(frozen=True, slots=True, kw_only=True)
class DateWords:
    """What one language calls days and periods; all in lower case."""

    months: Mapping[str, int]
    month_abbreviations: Mapping[str, int]
    """Only beside the number of a day or a year."""
    doubtful_months: frozenset[str]
    """Other words too: months only with a capital, beside a preposition, a day or a year."""
    capitals: bool
    """Whether months and weekdays are written with a capital."""
    weekdays: Mapping[str, int]
    """From Monday, 0, to Sunday, 6."""
    phrases: Mapping[str, tuple[int, int]]
    """Days from the day of publication: `yesterday` is (-1, -1)."""
    anchored: Mapping[str, int]
    """Days from the date that the text gave last: `the day before` is -1."""
    units: Mapping[str, Unit]
    seasons: Mapping[str, int]
    """The month in which each begins, as meteorologists count."""
    doubtful_seasons: frozenset[str]
    parts: Mapping[str, Part]
    small_numbers: Mapping[str, int]
    vague_numbers: Mapping[str, tuple[int, int]]
    last: frozenset[str]
    """The period before the present one."""
    recent: frozenset[str]
    """What ends today: "the past three days"."""
    this: frozenset[str]
    following: frozenset[str]
    earlier: frozenset[str]
    """Before "this week": the part of it that has passed."""
    later: frozenset[str]
    ago: frozenset[str]
    before_that: frozenset[str]
    """After "two days": counted from the date that the text gave last."""
    after_that: frozenset[str]
    since: frozenset[str]
    until: frozenset[str]
    before: frozenset[str]
    after: frozenset[str]
    within: frozenset[str]
    """Prepositions after which a number of four digits is a year."""
    loosely_within: frozenset[str]
    """Those after which it is a year only when no noun follows that it could count."""
    between: frozenset[str]
    both: frozenset[str]
    up_to: frozenset[str]
    of: frozenset[str]
    articles: frozenset[str]
    ordinals: frozenset[str]
    night: frozenset[str]
    start: frozenset[str]
    """"since the start of the offensive"."""
    offensive: frozenset[str]
    approximately: frozenset[str]
    future: frozenset[str]
    reporting: frozenset[str]
    """Verbs that are told in the past; the nearest verb decides on the tense of a date."""


def _numbered(text: str, first: int = 1) -> dict[str, int]:
    """Number a list of words; `/` parts those of one number."""
    return {
        word: number
        for number, group in enumerate(text.split(), first)
        for word in group.split("/")
    }


def _weekdays(text: str, endings: str) -> dict[str, int]:
    days = _numbered(text, 0)
    compounds = {day + ending: number for day, number in days.items() for ending in endings.split()}
    return days | compounds


ENGLISH = DateWords(
    months=_numbered(
        "january february march april may june july august september october november december"
    ),
    month_abbreviations=_numbered("jan feb mar apr ? jun jul aug sep/sept oct nov dec"),
    doubtful_months=words("march may"),
    capitals=True,
    weekdays=_weekdays("monday tuesday wednesday thursday friday saturday sunday", ""),
    phrases={
        "today": (0, 0),
        "tonight": (0, 0),
        "this morning": (0, 0),
        "this afternoon": (0, 0),
        "this evening": (0, 0),
        "yesterday": (-1, -1),
        "last night": (-1, 0),
        "overnight": (-1, 0),
        "the day before yesterday": (-2, -2),
        "tomorrow": (1, 1),
        "the day after tomorrow": (2, 2),
        "in recent days": (-7, 0),
        "in the last few days": (-7, 0),
        "in the past few days": (-7, 0),
        "over the past few days": (-7, 0),
        "in recent weeks": (-28, 0),
        "in recent months": (-92, 0),
    },
    anchored={
        "that day": 0,
        "the same day": 0,
        "on the same day": 0,
        "the day before": -1,
        "the previous day": -1,
        "the next day": 1,
        "the following day": 1,
        "the day after": 1,
    },
    units={
        "hour": Unit.HOUR,
        "hours": Unit.HOUR,
        "day": Unit.DAY,
        "days": Unit.DAY,
        "weekend": Unit.WEEKEND,
        "week": Unit.WEEK,
        "weeks": Unit.WEEK,
        "month": Unit.MONTH,
        "months": Unit.MONTH,
        "year": Unit.YEAR,
        "years": Unit.YEAR,
    },
    seasons={"spring": 3, "summer": 6, "autumn": 9, "fall": 9, "winter": 12},
    doubtful_seasons=words("spring fall"),
    parts={
        "early": Part.EARLY,
        "beginning": Part.EARLY,
        "start": Part.EARLY,
        "mid": Part.MIDDLE,
        "middle": Part.MIDDLE,
        "late": Part.LATE,
        "end": Part.LATE,
        "first half": Part.FIRST_HALF,
        "second half": Part.SECOND_HALF,
        "first week": Part.FIRST_WEEK,
        "last week": Part.LAST_WEEK,
        "final week": Part.LAST_WEEK,
    },
    small_numbers=_numbered(
        "a/an/one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
        "fifteen sixteen seventeen eighteen nineteen twenty"
    ),
    vague_numbers={
        "a few": (2, 7),
        "several": (2, 9),
        "a couple of": (2, 3),
        "some": (2, 9),
        "many": (3, 12),
    },
    last=words("last previous"),
    recent=words("past last recent"),
    this=words("this"),
    following=words("next coming"),
    earlier=words("earlier"),
    later=words("later"),
    ago=words("ago"),
    before_that=words("earlier before previously"),
    after_that=words("later afterwards"),
    since=words("since"),
    until=words("until till"),
    before=words("before"),
    after=words("after"),
    within=words("in since until till before after during year by early late mid"),
    loosely_within=words("of from to and"),
    between=words("between from"),
    both=words("and"),
    up_to=words("to until till through and"),
    of=words("of in on"),
    articles=words("the"),
    ordinals=words("st nd rd th"),
    night=words("night"),
    start=words("start beginning launch outset onset"),
    offensive=words("offensive operation campaign assault attack battle siege advance push"),
    approximately=words("about around roughly nearly almost over exactly just"),
    future=words("will shall ll planned scheduled expected due plans going set"),
    reporting=words(
        "said told announced added reported says claimed warned stated confirmed declared tweeted "
        "wrote was were had has have"
    ),
)

DUTCH = DateWords(
    months=_numbered(
        "januari februari maart april mei juni juli augustus september oktober november december"
    ),
    month_abbreviations=_numbered("jan feb mrt apr ? jun jul aug sep/sept okt nov dec"),
    doubtful_months=frozenset(),
    capitals=False,
    weekdays=_weekdays(
        "maandag dinsdag woensdag donderdag vrijdag zaterdag zondag",
        "ochtend morgen middag avond nacht",
    ),
    phrases={
        "vandaag": (0, 0),
        "vanochtend": (0, 0),
        "vanmorgen": (0, 0),
        "vanmiddag": (0, 0),
        "vanavond": (0, 0),
        "vannacht": (-1, 0),
        "afgelopen nacht": (-1, 0),
        "gisteren": (-1, -1),
        "gisterochtend": (-1, -1),
        "gistermorgen": (-1, -1),
        "gistermiddag": (-1, -1),
        "gisteravond": (-1, -1),
        "gisternacht": (-2, -1),
        "eergisteren": (-2, -2),
        "morgenochtend": (1, 1),
        "morgenmiddag": (1, 1),
        "morgenavond": (1, 1),
        "morgen": (1, 1),
        "overmorgen": (2, 2),
        "afgelopen dagen": (-7, 0),
        "laatste dagen": (-7, 0),
        "voorbije dagen": (-7, 0),
        "recente dagen": (-7, 0),
        "afgelopen weken": (-28, 0),
        "laatste weken": (-28, 0),
        "voorbije weken": (-28, 0),
        "afgelopen maanden": (-92, 0),
        "laatste maanden": (-92, 0),
        "voorbije maanden": (-92, 0),
    },
    anchored={
        "die dag": 0,
        "dezelfde dag": 0,
        "diezelfde dag": 0,
        "de dag ervoor": -1,
        "de dag daarvoor": -1,
        "de vorige dag": -1,
        "daags tevoren": -1,
        "daags ervoor": -1,
        "de volgende dag": 1,
        "de dag erna": 1,
        "de dag daarna": 1,
        "de dag erop": 1,
    },
    units={
        "uur": Unit.HOUR,
        "dag": Unit.DAY,
        "dagen": Unit.DAY,
        "weekend": Unit.WEEKEND,
        "weekeinde": Unit.WEEKEND,
        "week": Unit.WEEK,
        "weken": Unit.WEEK,
        "maand": Unit.MONTH,
        "maanden": Unit.MONTH,
        "jaar": Unit.YEAR,
        "jaren": Unit.YEAR,
    },
    seasons={
        "lente": 3,
        "voorjaar": 3,
        "zomer": 6,
        "herfst": 9,
        "najaar": 9,
        "winter": 12,
    },
    doubtful_seasons=frozenset(),
    parts={
        "begin": Part.EARLY,
        "midden": Part.MIDDLE,
        "half": Part.MIDDLE,
        "medio": Part.MIDDLE,
        "eind": Part.LATE,
        "einde": Part.LATE,
        "eerste helft": Part.FIRST_HALF,
        "tweede helft": Part.SECOND_HALF,
        "eerste week": Part.FIRST_WEEK,
        "laatste week": Part.LAST_WEEK,
    },
    small_numbers=_numbered(
        "een/één/'n twee drie vier vijf zes zeven acht negen tien elf twaalf dertien veertien "
        "vijftien zestien zeventien achttien negentien twintig"
    ),
    vague_numbers={
        "een paar": (2, 5),
        "enkele": (2, 7),
        "enige": (2, 7),
        "verschillende": (2, 9),
        "meerdere": (2, 9),
    },
    last=words("vorige vorig"),
    recent=words("afgelopen laatste voorbije jongste"),
    this=words("deze dit"),
    following=words("komende volgende komend volgend aanstaande"),
    earlier=words("eerder"),
    later=words("later"),
    ago=words("geleden"),
    before_that=words("eerder tevoren ervoor daarvoor"),
    after_that=words("later erna daarna"),
    since=words("sinds sedert vanaf"),
    until=words("tot"),
    before=words("voor vóór"),
    after=words("na"),
    within=words("in sinds sedert vanaf tot voor vóór na uit jaar anno begin eind medio"),
    loosely_within=words("van tussen en rond"),
    between=words("tussen van"),
    both=words("en"),
    up_to=words("tot en t/m"),
    of=words("van in op"),
    articles=words("de het"),
    ordinals=words("e ste de"),
    night=words("nacht"),
    start=words("begin start aanvang"),
    offensive=words(
        "offensief operatie campagne aanval slag beleg opmars strijd belegering grondoffensief"
    ),
    approximately=words("ongeveer ruim zo'n zo’n circa bijna meer dan krap precies"),
    future=words("zal zullen gaat gaan wil willen moet moeten gepland verwacht"),
    reporting=words(
        "zei zeiden meldde meldden verklaarde verklaarden bevestigde aldus zegt meldt had hadden "
        "heeft hebben is zijn was waren werd werden"
    ),
)

DATE_WORDS: Mapping[str, DateWords] = {"en": ENGLISH, "nl": DUTCH}
# Days that are names: "Bloody Sunday" is no Sunday of this week.
NAMED_DAYS = words("bloody black good palm easter ash super cyber holy goede zwarte witte bloedige")
SAME_YEAR = phrases("of the same year | that year | dat jaar | van dat jaar | van hetzelfde jaar")
