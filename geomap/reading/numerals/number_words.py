"""The words of numbers and of how exactly they are meant, in Dutch and English."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum, auto

from geomap.reading.language.word_lists import words


class Bounding(Enum):
    """What a word before or behind a number makes of it."""

    ABOUT = auto()
    AT_LEAST = auto()
    AT_MOST = auto()
    BELOW = auto()


@dataclass(frozen=True, slots=True, kw_only=True)
class NumberWords:
    """How one language writes numbers; all in lower case."""

    small: Mapping[str, int]
    """Words for what is below a hundred, and compounds that are one word."""
    scales: Mapping[str, int]
    vague: Mapping[str, tuple[int, int]]
    """Phrases without a number, with the fewest and the most that they can mean."""
    rounds: Mapping[str, int]
    """A round number in one phrase: "a dozen", "een twintigtal"."""
    ones: frozenset[str]
    """Nouns before which an article is a number: "een dode en drie gewonden"."""
    singular: frozenset[str]
    """Nouns before which an article is a number where somebody died: "a Turkish soldier"."""
    indefinite: frozenset[str]
    """Articles that can be a number."""
    few: frozenset[str]
    """Before a scale: "several hundred", "een paar duizend"."""
    fractions: Mapping[str, float]
    """Shares of one."""
    before: Mapping[str, Bounding]
    behind: Mapping[str, Bounding]
    between: frozenset[str]
    both: frozenset[str]
    up_to: frozenset[str]
    articles: frozenset[str]
    percent: frozenset[str]
    of: frozenset[str]
    ordinals: frozenset[str]
    risen: frozenset[str]
    """Before "tot", which then is no bound: "opgelopen tot 90"."""


_ENGLISH_SMALL = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
    "fifteen sixteen seventeen eighteen nineteen"
)
_ENGLISH_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
_DUTCH_SMALL = (
    "nul één twee drie vier vijf zes zeven acht negen tien elf twaalf dertien veertien vijftien "
    "zestien zeventien achttien negentien"
)
_DUTCH_TENS = "twintig dertig veertig vijftig zestig zeventig tachtig negentig"
_DUTCH_UNITS = "een twee drie vier vijf zes zeven acht negen"
# Words are short; nothing longer is tried, whatever a text holds.
_LONGEST_WORD = 40
_DUTCH_HUNDREDS = re.compile(r"(?P<many>.*?)honderd(?:en)?(?P<rest>.*)", re.DOTALL)


def _numbered(text: str, first: int = 0, step: int = 1) -> dict[str, int]:
    return {word: first + step * place for place, word in enumerate(text.split())}


def _dutch_small() -> dict[str, int]:
    tens = _numbered(_DUTCH_TENS, 20, 10)
    numbers = _numbered(_DUTCH_SMALL) | tens
    for unit, value in _numbered(_DUTCH_UNITS, 1).items():
        # "Tweeëntwintig" but "vierentwintig"; many write the first without its dots.
        joints = ("ën", "en") if unit.endswith("e") else ("en",)
        for ten, of_tens in tens.items():
            numbers.update({unit + joint + ten: value + of_tens for joint in joints})
    return numbers


def dutch_number(word: str) -> int | None:
    """Read a number that Dutch writes as one word: "vijfentwintig", "drieduizendtweehonderd"."""
    if word in _DUTCH:
        return _DUTCH[word]
    if len(word) > _LONGEST_WORD:
        return None
    thousands, cut, rest = word.partition("duizend")
    if not cut:
        return _dutch_hundreds(word)
    many = _dutch_hundreds(thousands) if thousands else 1
    remainder = _dutch_hundreds(rest.removeprefix("en").removeprefix("ën")) if rest else 0
    return None if many is None or remainder is None else many * 1000 + remainder


def _dutch_hundreds(word: str) -> int | None:
    if word in _DUTCH:
        return _DUTCH[word]
    found = _DUTCH_HUNDREDS.fullmatch(word)
    if found is None:
        return None
    many = _DUTCH.get(found["many"]) if found["many"] else 1
    rest = _DUTCH.get(found["rest"].removeprefix("en")) if found["rest"] else 0
    return None if many is None or rest is None else many * 100 + rest


_DUTCH = _dutch_small()

ENGLISH = NumberWords(
    small=_numbered(_ENGLISH_SMALL) | _numbered(_ENGLISH_TENS, 20, 10),
    scales={"hundred": 100, "thousand": 1000, "million": 10**6, "billion": 10**9, "mln": 10**6},
    vague={
        "dozens": (24, 96),
        "several dozen": (24, 96),
        "scores": (40, 90),
        "hundreds": (200, 900),
        "thousands": (2000, 9000),
        "tens of thousands": (20_000, 90_000),
        "hundreds of thousands": (200_000, 900_000),
        "millions": (2 * 10**6, 9 * 10**6),
    },
    rounds={"a dozen": 12, "two dozen": 24, "three dozen": 36, "half a million": 500_000,
            "half a dozen": 6, "a hundred": 100, "a thousand": 1000, "a million": 10**6},
    ones=frozenset(),
    singular=words(
        "soldier civilian policeman policewoman officer militant journalist child woman "
        "man boy girl peacekeeper marine pilot serviceman villager guard driver worker"
    ),
    indefinite=words("a an"),
    few=words("several few couple"),
    fractions={
        "half": 1 / 2,
        "a third": 1 / 3,
        "one third": 1 / 3,
        "one - third": 1 / 3,
        "two thirds": 2 / 3,
        "two - thirds": 2 / 3,
        "a quarter": 1 / 4,
        "one quarter": 1 / 4,
        "three quarters": 3 / 4,
        "three - quarters": 3 / 4,
        "a fifth": 1 / 5,
        "two fifths": 2 / 5,
        "three fifths": 3 / 5,
        "four fifths": 4 / 5,
    },
    before={
        "at least": Bounding.AT_LEAST,
        "more than": Bounding.AT_LEAST,
        "over": Bounding.AT_LEAST,
        "no fewer than": Bounding.AT_LEAST,
        "no less than": Bounding.AT_LEAST,
        "not less than": Bounding.AT_LEAST,
        "upwards of": Bounding.AT_LEAST,
        "a minimum of": Bounding.AT_LEAST,
        "well over": Bounding.AT_LEAST,
        "up to": Bounding.AT_MOST,
        "at most": Bounding.AT_MOST,
        "as many as": Bounding.AT_MOST,
        "no more than": Bounding.AT_MOST,
        "a maximum of": Bounding.AT_MOST,
        "fewer than": Bounding.BELOW,
        "less than": Bounding.BELOW,
        "under": Bounding.BELOW,
        "about": Bounding.ABOUT,
        "around": Bounding.ABOUT,
        "some": Bounding.ABOUT,
        "roughly": Bounding.ABOUT,
        "approximately": Bounding.ABOUT,
        "nearly": Bounding.ABOUT,
        "almost": Bounding.ABOUT,
        "close to": Bounding.ABOUT,
        "an estimated": Bounding.ABOUT,
        "estimated": Bounding.ABOUT,
        "another": Bounding.ABOUT,
    },
    behind={
        "or more": Bounding.AT_LEAST,
        "at least": Bounding.AT_LEAST,
        "at most": Bounding.AT_MOST,
        "or fewer": Bounding.AT_MOST,
        "or so": Bounding.ABOUT,
    },
    between=words("between from"),
    both=words("and"),
    up_to=words("to or and"),
    articles=words("the a an"),
    percent=words("% percent pct"),
    of=words("of"),
    ordinals=words("st nd rd th"),
    risen=frozenset(),
)  # fmt: skip

DUTCH = NumberWords(
    small=_DUTCH,
    scales={"honderd": 100, "duizend": 1000, "miljoen": 10**6, "miljard": 10**9, "mln": 10**6},
    vague={
        "tientallen": (20, 90),
        "enkele tientallen": (20, 90),
        "honderden": (200, 900),
        "enkele honderden": (200, 900),
        "duizenden": (2000, 9000),
        "enkele duizenden": (2000, 9000),
        "tienduizenden": (20_000, 90_000),
        "honderdduizenden": (200_000, 900_000),
        "miljoenen": (2 * 10**6, 9 * 10**6),
    },
    rounds={
        "een dozijn": 12,
        "een tiental": 10,
        "een vijftiental": 15,
        "een twintigtal": 20,
        "een dertigtal": 30,
        "een veertigtal": 40,
        "een vijftigtal": 50,
        "een zestigtal": 60,
        "een honderdtal": 100,
        "een duizendtal": 1000,
        "een half miljoen": 500_000,
        "half miljoen": 500_000,
        "anderhalf miljoen": 1_500_000,
        "anderhalf duizend": 1500,
    },
    ones=words("dode gewonde"),
    singular=words(
        "militair soldaat burger agent politieagent politieman journalist kind vrouw "
        "man jongen meisje blauwhelm marinier piloot commando dorpeling bewaker chauffeur inwoner "
        "medewerker hulpverlener"
    ),
    indefinite=words("een"),
    few=words("enkele paar"),
    fractions={
        "de helft": 1 / 2,
        "een derde": 1 / 3,
        "eenderde": 1 / 3,
        "twee derde": 2 / 3,
        "tweederde": 2 / 3,
        "een kwart": 1 / 4,
        "driekwart": 3 / 4,
        "drie kwart": 3 / 4,
        "een vijfde": 1 / 5,
        "twee vijfde": 2 / 5,
        "drie vijfde": 3 / 5,
        "vier vijfde": 4 / 5,
    },
    before={
        "zeker": Bounding.AT_LEAST,
        "minstens": Bounding.AT_LEAST,
        "ten minste": Bounding.AT_LEAST,
        "tenminste": Bounding.AT_LEAST,
        "minimaal": Bounding.AT_LEAST,
        "meer dan": Bounding.AT_LEAST,
        "ruim": Bounding.AT_LEAST,
        "op zijn minst": Bounding.AT_LEAST,
        "niet minder dan": Bounding.AT_LEAST,
        "in elk geval": Bounding.AT_LEAST,
        "tot": Bounding.AT_MOST,
        "hooguit": Bounding.AT_MOST,
        "hoogstens": Bounding.AT_MOST,
        "maximaal": Bounding.AT_MOST,
        "ten hoogste": Bounding.AT_MOST,
        "niet meer dan": Bounding.AT_MOST,
        "minder dan": Bounding.BELOW,
        "nog geen": Bounding.BELOW,
        "ongeveer": Bounding.ABOUT,
        "circa": Bounding.ABOUT,
        "zo'n": Bounding.ABOUT,
        "zo’n": Bounding.ABOUT,
        "rond": Bounding.ABOUT,
        "bijna": Bounding.ABOUT,
        "naar schatting": Bounding.ABOUT,
        "een kleine": Bounding.ABOUT,
        "om en nabij": Bounding.ABOUT,
        "grofweg": Bounding.ABOUT,
        "tegen": Bounding.ABOUT,
        "wel": Bounding.ABOUT,
        "nog eens": Bounding.ABOUT,
    },
    behind={
        "of meer": Bounding.AT_LEAST,
        "of minder": Bounding.AT_MOST,
    },
    between=words("tussen van"),
    both=words("en"),
    up_to=words("tot à of en"),
    articles=words("de het een"),
    percent=words("% procent pct"),
    of=words("van"),
    ordinals=words("e ste de"),
    risen=words(
        "opgelopen op gestegen steeg stijgt gedaald daalde daalt gegroeid groeide toegenomen "
        "afgenomen teruggebracht geslonken gekrompen bijgesteld verhoogd"
    ),
)

NUMBER_WORDS: Mapping[str, NumberWords] = {"en": ENGLISH, "nl": DUTCH}
