import pytest

from gazetteer import Gazetteer
from gazetteer.toponyms import TextReader
from gazetteer.toponyms.pipelines import Entity, Pipeline, loaded, pipeline_of

TEXT = "She met Dallas in Paris."


def reader_with(gazetteer: Gazetteer, label: str) -> TextReader:
    start = TEXT.index("Dallas")
    pipeline = Pipeline("en_test", lambda _text: [Entity(start, start + len("Dallas"), label)])
    return TextReader(gazetteer, pipelines=lambda _language: pipeline)


@pytest.mark.parametrize(("label", "names"), [("PERSON", ["Paris"]), ("GPE", ["Dallas", "Paris"])])
def test_a_pipeline_is_a_second_opinion(
    small_world: Gazetteer, label: str, names: list[str]
) -> None:
    reading = reader_with(small_world, label).read(TEXT, "en")
    assert [one.text for one in reading.toponyms] == names
    assert reading.method == "en_test"


def test_without_a_pipeline_the_rules_read(small_world: Gazetteer) -> None:
    reading = TextReader(small_world, pipelines=lambda _language: None).read(TEXT, "en")
    assert reading.method == "rules"


def test_no_pipeline_is_sought_for_a_language_that_has_none() -> None:
    assert pipeline_of("xx") is None


class Doc:
    def __init__(self, text: str) -> None:
        self.ents = [Span(text)]


class Span:
    def __init__(self, text: str) -> None:
        self.start_char, self.end_char, self.label_ = 0, len(text), "GPE"


class Spacy:
    """Stands in for the package, of which only `load` is asked."""

    @staticmethod
    def load(_name: str, *, exclude: list[str]) -> type[Doc]:
        assert "parser" in exclude
        return Doc


def test_a_pipeline_gives_offsets_and_labels() -> None:
    pipeline = loaded(Spacy, "en_core_web_sm")
    assert list(pipeline.find("Paris")) == [Entity(0, 5, "GPE")]
    assert list(pipeline.find("Par\ud800is")) == [Entity(0, 6, "GPE")]
    assert list(pipeline.find("a\U0001f600b")) == [Entity(0, 3, "GPE")]
