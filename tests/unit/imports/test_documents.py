"""Files and pages that are brought as reports: what is read of them, and what is no report."""

from datetime import date

import pytest

from geomap.errors import Unreadable
from geomap.imports.documents import Body, Document, read_document

ARTICLE = """<!DOCTYPE html><html lang="nl-NL"><head><title>Raqqa gevallen | De Krant</title>
<meta property="og:site_name" content="De Krant">
<meta property="article:published_time" content="2017-10-17T14:00:00+02:00">
<link rel="canonical" href="https://krant.example/raqqa"></head>
<body><nav><a href="/">Voorpagina</a><a href="/sport">Sport</a></nav>
<article><h1>Raqqa gevallen</h1>
<p>De SDF heeft dinsdag de stad Raqqa veroverd op IS, meldt het observatorium.</p>
<p>De strijd duurde vier maanden &amp; de stad ligt in puin, zegt een woordvoerder.</p>
</article><footer>Alle rechten voorbehouden</footer></body></html>"""


def document(content: bytes | str, **body: str) -> Document:
    data = content.encode() if isinstance(content, str) else content
    return read_document(Body(data, "the report", **body))


def test_a_page_gives_its_article_and_what_it_says_of_itself() -> None:
    page = document(ARTICLE)
    assert (page.title, page.publisher, page.published, page.language, page.url) == (
        *("Raqqa gevallen", "De Krant", date(2017, 10, 17), "nl"),
        "https://krant.example/raqqa",
    )
    assert "vier maanden & de stad" in page.text
    assert "Sport" not in page.text


def test_a_page_does_not_speak_for_another_host() -> None:
    page = document(ARTICLE, url="https://copy.example/1", media_type="text/html")
    assert page.url == "https://copy.example/1"


def test_a_page_without_a_site_name_is_published_by_its_host() -> None:
    page = document("<html><body><p>Raqqa fell on Tuesday.</p>", url="https://www.paper.example/1")
    assert page.publisher == "paper.example"


def test_a_page_too_deep_for_the_parser_still_gives_its_words() -> None:
    deep = "<html><body>" + "<div>" * 20_000 + "Raqqa fell." + "<script>bad()</script>"
    assert document(deep).text == "Raqqa fell."


def test_a_text_is_read_as_it_stands() -> None:
    assert document("  Raqqa fell.\n\nSo it is said.\n").text == "  Raqqa fell.\n\nSo it is said.\n"


def test_a_text_may_begin_with_a_head() -> None:
    head = "title: Raqqa falls\npublished: 2017-10-17\npublisher: Agency\nlanguage: en-GB\n"
    read = document(f"{head}url: https://a.example/1\n\nRaqqa fell.\n")
    assert read == Document(
        *("Raqqa fell.\n", "Raqqa falls", "Agency", date(2017, 10, 17), "en"),
        "https://a.example/1",
    )


@pytest.mark.parametrize(
    "text",
    [
        "published: 2017-10-17",
        "Witness: they fled.\n\nRaqqa fell.",
        "title: Raqqa falls\nRaqqa fell.\n\nMore.",
    ],
)
def test_what_only_looks_like_a_head_is_text(text: str) -> None:
    assert document(text) == Document(text)


def test_lines_that_end_as_on_windows_keep_every_offset() -> None:
    assert document("Raqqa\r\nfell.\rSo\x0bthey say").text == "Raqqa \nfell.\nSo\nthey say"


def test_marks_that_turn_or_hide_letters_are_taken_out_and_counted() -> None:
    read = document("The \u202earmy\u202c took Ra\u200bqqa and Pal\xadmyra. \u200fالرقة")
    assert (read.text, read.hidden) == ("The army took Raqqa and Palmyra. \u200fالرقة", 4)


@pytest.mark.parametrize(
    "encoded",
    [
        pytest.param("Café à Alep attaqué".encode(), id="utf-8"),
        pytest.param("Café à Alep attaqué".encode("utf-8-sig"), id="mark of utf-8"),
        pytest.param("Café à Alep attaqué".encode("utf-16"), id="mark of utf-16"),
        pytest.param("Café à Alep attaqué".encode("utf-32"), id="mark of utf-32"),
        pytest.param("Café à Alep attaqué".encode("utf-16-le"), id="utf-16 without its mark"),
        pytest.param("Café à Alep attaqué".encode("utf-16-be"), id="big-endian without its mark"),
        pytest.param("Café à Alep attaqué".encode("cp1252"), id="windows"),
    ],
)
def test_the_charset_is_told(encoded: bytes) -> None:
    assert document(encoded).text == "Café à Alep attaqué"


@pytest.mark.parametrize(
    ("charset", "name"),
    [
        pytest.param("cp1256", "windows-1256", id="as declared"),
        pytest.param("utf-8", "windows-1256", id="declared wrongly"),
        pytest.param("cp1256", "no-such-charset", id="not to be found"),
        pytest.param("cp1256", "utf-8", id="not what it says"),
    ],
)
def test_a_page_may_declare_its_charset_rightly_or_not(charset: str, name: str) -> None:
    words = "سيطرت قوات سوريا الديمقراطية على مدينة الرقة بعد معارك استمرت أربعة أشهر."
    page = f'<html><head><meta charset="{name}"></head><body><p>{words}</p></body></html>'
    assert words in document(page.encode(charset)).text


def test_the_charset_of_the_answer_goes_before_that_of_the_page() -> None:
    page = '<html><meta charset="cp1252"><body><p>Şırnak ve çevresi</p></body></html>'
    assert "Şırnak" in document(page.encode("cp1254"), charset="windows-1254").text


@pytest.mark.parametrize(
    ("content", "words"),
    [
        pytest.param(b"", "the report is empty", id="empty"),
        pytest.param(b" \n\t ", "the report is empty", id="white"),
        pytest.param(b"%PDF-1.7\n%\xe2\xe3", "is a PDF; give its text", id="pdf"),
        pytest.param(b"PK\x03\x04\x14\x00", "is a packed file", id="docx"),
        pytest.param(b"\x89PNG\r\n\x1a\n", "is a picture", id="png"),
        pytest.param(b"\x1f\x8b\x08\x00", "packed by gzip", id="gzip"),
        pytest.param(bytes(range(256)) * 20, "no text but a binary file", id="binary"),
        pytest.param(b"text\x00with a zero", "no text but a binary file", id="zero"),
        pytest.param(b"<html><body><img src=x><br></body></html>", "markup but no", id="markup"),
        pytest.param(b"<b></b>" * 9, "markup but no text", id="tags"),
        pytest.param(b"\xe2\x80\xae\xe2\x80\xae ...", "holds no words", id="only marks"),
        pytest.param(b"12 - 3 = 9", "holds no words", id="only numbers"),
        pytest.param(b"published: soon\n\nRaqqa fell.", "'soon' is not a day", id="day"),
    ],
)
def test_what_is_no_report_is_named(content: bytes, words: str) -> None:
    with pytest.raises(Unreadable, match=words):
        document(content)
