"""A small world to read texts over."""

from collections.abc import Iterator

import pytest

from gazetteer import Gazetteer, word_lists
from gazetteer.build import build_index
from gazetteer.ordinary_words import FIRST, LAST, Word, columns_of
from gazetteer.toponyms import TextReader
from tests.gazetteers import FixedSource, record, variants

SMALL_WORLD = FixedSource(
    (
        record("c:us", "United States", kind="country", country="US", curated=True,
               population=330_000_000, longitude=-98.5, latitude=39.8),
        record("c:sy", "Syria", "Syrië", "سوريا", kind="country", curated=True,
               population=17_000_000, longitude=38.5, latitude=35.1),
        record("c:tr", "Turkey", "Turkije", kind="country", country="TR", curated=True,
               population=82_000_000, longitude=35.0, latitude=39.0),
        record("a:tx", "Texas", kind="governorate", country="US", admin1="TX", curated=True,
               population=29_000_000, longitude=-99.3, latitude=31.3),
        record("a:il", "Illinois", kind="governorate", country="US", admin1="IL", curated=True,
               population=12_800_000, longitude=-89.3, latitude=40.0),
        record("a:mo", "Missouri", kind="governorate", country="US", admin1="MO", curated=True,
               population=6_000_000, longitude=-92.5, latitude=38.3),
        record("p:fr", "Paris", "Parijs", *(f"Paris{number}" for number in range(90)),
               kind="city", country="FR", admin1="11", population=2_138_551,
               longitude=2.35, latitude=48.85),
        record("p:tx", "Paris", kind="town", country="US", admin1="TX", population=24_782,
               longitude=-95.56, latitude=33.66),
        record("d:tx", "Dallas", kind="city", country="US", admin1="TX", population=1_300_000,
               longitude=-96.8, latitude=32.8),
        record("s:il", "Springfield", kind="city", country="US", admin1="IL", population=114_394,
               longitude=-89.64, latitude=39.8),
        record("s:mo", "Springfield", kind="city", country="US", admin1="MO", population=170_188,
               longitude=-93.3, latitude=37.2),
        record("w:dc", "Washington", kind="city", country="US", admin1="DC", population=689_545,
               longitude=-77.0, latitude=38.9),
        record("r:gb", "Reading", kind="city", country="GB", admin1="ENG", population=240_000,
               longitude=-0.97, latitude=51.46),
        record("j:us", "Jackson", kind="city", country="US", admin1="MS", population=153_000,
               longitude=-90.2, latitude=32.3),
        record("q:sy", "Raqqa", "Ar Raqqah", "الرقة", "Rakka", kind="city", population=531_952,
               curated=True, admin1="04", longitude=39.0, latitude=35.95),
        record("g:sy", "Raqqa Governorate", kind="governorate", population=944_000,
               curated=True, admin1="04", longitude=38.99, latitude=36.01),
        record("b:sy", "Al-Bab", "الباب", kind="city", population=130_000, curated=True,
               admin1="09", longitude=37.5, latitude=36.37),
        record("m:sy", "Damascus", "دمشق", kind="city", population=1_600_000, curated=True,
               admin1="13", longitude=36.3, latitude=33.5),
        record("k:sy", "Kuwayris", kind="village", curated=True, admin1="09",
               longitude=37.6, latitude=36.2),
        record("h:nl", "'s-Hertogenbosch", kind="city", country="NL", population=135_000,
               longitude=5.3, latitude=51.7),
        record("n:nl", "North Holland", kind="governorate", country="NL", population=2_800_000,
               curated=True, names=variants("Noord-Holland"), longitude=4.8, latitude=52.6),
        record("x:by", "Of", kind="town", country="TR", population=43_000,
               longitude=40.26, latitude=40.95),
        record("e:iq", "Euphrates", "Eufraat", kind="river", curated=True,
               longitude=40.0, latitude=35.2),
    )
)  # fmt: skip


WORDS = {
    "reading": Word(0.7),
    "of": Word(1.0),
    "paris": Word(0.5, FIRST | LAST),
    "hilton": Word(0.0, LAST),
    "jackson": Word(0.2, FIRST | LAST),
    "washington": Word(0.2, FIRST | LAST),
    "dallas": Word(0.0, FIRST),
}


@pytest.fixture(scope="session")
def small_world(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Gazetteer]:
    path = tmp_path_factory.mktemp("small-world") / "gazetteer.sqlite"
    with pytest.MonkeyPatch.context() as patch:
        # All words of the packages take seconds to read.
        patch.setattr(word_lists, "known_columns", lambda: columns_of(WORDS))
        build_index(path, [SMALL_WORLD])
    with Gazetteer.open(path) as gazetteer:
        yield gazetteer


@pytest.fixture(scope="session")
def reader(small_world: Gazetteer) -> TextReader:
    return TextReader(small_world)
