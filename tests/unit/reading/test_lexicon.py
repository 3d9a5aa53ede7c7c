"""The words of the lexicons, as they are looked up."""

import csv
import tomllib
from pathlib import Path

import pytest

from geomap.reading.language.lexicon import LANGUAGES, lexicon_for
from geomap.reading.language.sentences import sentences
from geomap.reading.language.words import Sense
from tests.unit.reading.reading_of import reading_of

ROOT = Path(__file__).resolve().parents[3]
LEXICONS = ROOT / "geomap" / "reading" / "lexicons"


def senses_of(text: str, language: str = "en") -> dict[str, str]:
    lexicon = lexicon_for(language, {})
    assert lexicon is not None
    (sentence,) = sentences(text)
    entry = lexicon.phrases.get(sentence.lowers[0])
    phrase = entry.at(sentence, 0)[0] if entry is not None else None
    return dict(phrase.senses) if phrase is not None else {}


def test_the_abbreviation_is_an_actor_only_in_capitals() -> None:
    assert senses_of("IS")[Sense.ACTOR] == "is"
    assert Sense.ACTOR not in senses_of("is")


def test_the_longest_name_wins() -> None:
    assert senses_of("Syrian Democratic Forces")[Sense.ACTOR] == "sdf"
    assert senses_of("Syrian forces")[Sense.ACTOR] == "syrian-government"


def test_a_word_keeps_all_that_it_can_be() -> None:
    assert {Sense.VERB, Sense.NOUN} <= senses_of("attack").keys()


@pytest.mark.parametrize(
    ("word", "value"),
    [("ingenomen", "take:n"), ("innam", "take:d"), ("in te nemen", "take:t")],
)
def test_a_separable_verb_is_known_when_it_is_written_whole(word: str, value: str) -> None:
    assert senses_of(word, "nl")[Sense.VERB] == value


def test_a_separable_verb_is_known_by_the_particle_that_must_follow() -> None:
    assert "take:d:in" in senses_of("nam", "nl")[Sense.PARTED].split("|")


def test_there_is_no_lexicon_for_other_languages() -> None:
    assert lexicon_for("fr", {}) is None


def test_the_names_of_an_atlas_do_not_stay_behind() -> None:
    named = lexicon_for("en", {"Gardeners": "gardeners"})
    assert named is not None
    assert "gardeners" in named.phrases
    assert senses_of("Gardeners") == {}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_frame_of_a_verb_is_one_word_and_every_form_stands_once(language: str) -> None:
    lexicon = tomllib.loads((LEXICONS / f"{language}.toml").read_text("utf-8"))
    for frame, lines in lexicon["verbs"].items():
        assert frame.isidentifier()
        for line in lines:
            assert len(line.split()) in {4, 5}, line


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_actors_of_the_shipped_atlas_are_all_known(language: str) -> None:
    shared = tomllib.loads((LEXICONS / "shared.toml").read_text("utf-8"))
    own = tomllib.loads((LEXICONS / f"{language}.toml").read_text("utf-8"))
    path = ROOT / "geomap" / "data" / "isis-campaign" / "actors.csv"
    with path.open(encoding="utf-8", newline="") as file:
        ids = {row["id"] for row in csv.DictReader(file)}
    assert ids <= {
        actor for actor, names in (*shared["actors"].items(), *own["actors"].items()) if names
    }


@pytest.mark.parametrize("written", ["US-backed militias", "U.S.-backed militias"])
def test_initials_are_known_with_dots_and_without(written: str) -> None:
    (claim,) = reading_of(f"{written} captured [[Raqqa]] on Tuesday.").claims
    assert claim.holder == "sdf"
