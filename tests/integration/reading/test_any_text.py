"""No text makes the rules of reading fail, in whatever order its sentences and words come."""

import random
from datetime import date, timedelta
from pathlib import Path

import pytest

from gazetteer import Gazetteer
from geomap.domain.reading import ReportText
from geomap.reading.language.sentences import sentences
from geomap.services.reading import STATED_LANGUAGES, ReportReader
from tests.annotated_reports import annotated_reports

_TEXTS = 150
_LONGEST = 20


@pytest.mark.parametrize("language", STATED_LANGUAGES)
def test_any_mixture_of_sentences_can_be_read(gazetteer_index: Path, language: str) -> None:
    """Statements stand where their spans say, and none is told twice."""
    chance = random.Random(20171017)  # noqa: S311 - tests, not secrets.
    reports = [one for one in annotated_reports("work") if one.language == language]
    said = [one.text for report in reports for one in sentences(report.text)]
    with Gazetteer.open(gazetteer_index) as gazetteer:
        reader = ReportReader(gazetteer)
        for _ in range(_TEXTS):
            count = chance.randint(1, _LONGEST)
            text = " ".join(_bent(chance, chance.choice(said)) for _ in range(count))
            published = date(2014, 6, 1) + timedelta(days=chance.randrange(2000))
            reading = reader.read(ReportText(text, published, language=language))
            told = [*reading.claims, *reading.events, *reading.figures]
            assert len(set(told)) == len(told)
            assert all(text[one.start : one.end] == one.quote for one in told)


def _bent(chance: random.Random, sentence: str) -> str:
    """A sentence as it is, or cut, mixed, shouted or without its commas."""
    words = sentence.split()
    bent = chance.random()
    if bent < 0.1:
        return " ".join(words[chance.randrange(len(words)) :])
    if bent < 0.2:
        return " ".join(words[: chance.randint(1, len(words))])
    if bent < 0.3:
        return " ".join(chance.sample(words, len(words)))
    if bent < 0.35:
        return sentence.upper()
    return sentence.replace(",", "") if bent < 0.4 else sentence
