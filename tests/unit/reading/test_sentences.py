"""Running text is split where a reader would split it, in time that grows with its length."""

import time

import pytest

from geomap.reading.language.sentences import LONGEST, sentences, tokens_of


def split(text: str) -> list[str]:
    return [sentence.text for sentence in sentences(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Raqqa viel. Mosul niet.", ["Raqqa viel.", "Mosul niet."], id="two"),
        pytest.param("Did it fall? Yes! It did", ["Did it fall?", "Yes!", "It did"], id="marks"),
        pytest.param("Lt. Gen. Townsend and Dr. A. B. Smith spoke.", None, id="titles, initials"),
        pytest.param("U.S. forces left.", None, id="an abbreviation before a name"),
        pytest.param(
            "They left the U.S. The army stayed.",
            ["They left the U.S.", "The army stayed."],
            id="an abbreviation that ends a sentence",
        ),
        pytest.param(
            "O.a. Mosul, d.w.z. de oostkant, bijv. Karama.", None, id="Dutch abbreviations"
        ),
        pytest.param("Op 17 okt. 2017 viel de stad.", None, id="a short month before a year"),
        pytest.param("Some 3.000 of 1,5 million left.", None, id="points within numbers"),
        pytest.param(
            '"It is over." The war ended.', ['"It is over."', "The war ended."], id="quote"
        ),
        pytest.param(
            '"We have won!" he said. “Ja.” Hij ging.',
            ['"We have won!" he said.', "“Ja.”", "Hij ging."],
            id="a quote goes on",
        ),
        pytest.param("Het werd stil... en toen niet.", None, id="three points in a sentence"),
        pytest.param(
            "Het was dag. 's Avonds werd het stil.",
            ["Het was dag.", "'s Avonds werd het stil."],
            id="'s at the start",
        ),
        pytest.param(
            "De strijd is voorbij.De stad is vrij.",
            ["De strijd is voorbij.", "De stad is vrij."],
            id="a blank forgotten",
        ),
        pytest.param("Zie www.nu.nl voor meer.", None, id="an address"),
        pytest.param(
            "سقطت الرقة. انتهت المعركة؟ نعم.",
            ["سقطت الرقة.", "انتهت المعركة؟", "نعم."],
            id="Arabic",
        ),
        pytest.param("", [], id="nothing"),
        pytest.param(" \n\t\n ", [], id="blanks"),
    ],
)
def test_a_sentence_ends_where_a_reader_ends_it(text: str, expected: list[str] | None) -> None:
    assert split(text) == ([text] if expected is None else expected)


def test_a_headline_and_paragraphs_are_apart_without_a_point() -> None:
    assert split("Raqqa falls\n\nThe SDF took Raqqa\r\n\r\nIt was quiet.") == [
        "Raqqa falls",
        "The SDF took Raqqa",
        "It was quiet.",
    ]


def test_each_line_of_a_list_is_a_sentence_without_its_bullet() -> None:
    assert split("- Raqqa\n• Mosul\n1. Hawija\n2) Tal Afar\n* Sinjar") == [
        "Raqqa",
        "Mosul",
        "Hawija",
        "Tal Afar",
        "Sinjar",
    ]


def test_lines_of_one_width_are_one_paragraph() -> None:
    wrapped = (
        "Syrian forces backed by Russian air strikes took the town of\n"
        "Palmyra on Sunday, and drove out the last fighters of Islamic\n"
        "State after three weeks. The army said so."
    )
    assert len(split(wrapped)) == 2


def test_a_line_that_goes_on_in_lower_case_is_the_same_sentence() -> None:
    assert split("The army took\nthe town.\nIt left.") == ["The army took\nthe town.", "It left."]


def test_offsets_are_those_of_the_whole_text() -> None:
    text = "  Kop zonder punt\n\n- IS-strijders verlieten Raqqa's centrum. Zo'n 3.000 man."
    for sentence in sentences(text):
        assert text[sentence.start : sentence.end] == sentence.text
        for index, (token, start) in enumerate(zip(sentence.tokens, sentence.starts, strict=True)):
            end = sentence.end_of(index)
            assert text[start:end] == token.text
            assert sentence.start <= start < end <= sentence.end


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("IS-strijders", ["IS", "-", "strijders"], id="a hyphen parts words"),
        pytest.param("Raqqa's", ["Raqqa", "'s"], id="the possessive is apart"),
        pytest.param("didn't zo’n", ["didn't", "zo’n"], id="other apostrophes are not"),
        pytest.param(
            "3.000 1,5 17.10.2017", ["3.000", "1,5", "17.10.2017"], id="numbers are whole"
        ),
        pytest.param("17th", ["17", "th"], id="an ending after a number is apart"),
        pytest.param("U.S.-led", ["U.S.", "-", "led"], id="letters with points"),
        pytest.param("M16, T-72", ["M16", ",", "T", "-", "72"], id="arms"),
        pytest.param("\u202eRaqqa\u200f", ["Raqqa"], id="marks of direction are none"),
        pytest.param("wait...", ["wait", "..."], id="a run of marks is one"),
    ],
)
def test_tokens(text: str, expected: list[str]) -> None:
    assert [token.text for token in tokens_of(text)] == expected


def test_no_sentence_is_longer_than_the_limit() -> None:
    found = sentences("woord " * 5000 + "x" * 9000)
    assert max(len(sentence.text) for sentence in found) <= LONGEST
    assert sum(len(sentence.tokens) for sentence in found) == 5000 + 3


@pytest.mark.parametrize(
    "piece",
    ["x", ".", "' ", "U.", "x'", "- ", "a.\n", "\u202e.", "1.", '."', "\n", " ", "«", "(a) ", "a-"],
)
def test_hostile_text_takes_time_in_proportion_to_its_length(piece: str) -> None:
    def seconds(length: int) -> float:
        text = (piece * length)[:length]
        taken = []
        for _ in range(3):
            begun = time.process_time()
            sentences(text)
            taken.append(time.process_time() - begun)
        # What else the process does, such as clearing up after other tests, is not counted.
        return min(taken)

    # Twelve times the text in less than its square, with room for a busy machine.
    assert seconds(24_000) < 12 * 8 * (seconds(2_000) + 0.002)
