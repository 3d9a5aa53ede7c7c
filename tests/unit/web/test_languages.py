"""Which language of the page a reader gets, and how its texts reach the page."""

import json

import pytest
from markupsafe import Markup
from werkzeug.datastructures import LanguageAccept
from werkzeug.http import parse_accept_header

from geomap.web.languages import ENGLISH, LANGUAGES, Speaker, language_for, link, texts_in


def accepted(header: str) -> LanguageAccept:
    return parse_accept_header(header, LanguageAccept)


@pytest.mark.parametrize(
    ("asked", "header", "tag"),
    [
        pytest.param(None, "", "en", id="nothing is asked"),
        pytest.param(None, "nl-BE,en;q=0.8", "nl", id="what the browser prefers"),
        pytest.param("ar", "nl", "ar", id="the address goes first"),
        pytest.param("xx", "nl", "nl", id="an unknown language in the address"),
        pytest.param(None, "fr, de;q=0.9, nl;q=0.5", "nl", id="the first that is spoken"),
        pytest.param(None, "en;q=0.5, ar-IQ;q=0.9", "ar", id="by weight, not by order"),
        pytest.param(None, "nl;q=0, *", "en", id="a language that is refused"),
        pytest.param(None, "kmr", "ku", id="Kurmanji by its own tag"),
        pytest.param(None, "ku-Latn-TR", "ku", id="Kurdish in Latin letters"),
        pytest.param(None, "ku-Arab-IQ, ar;q=0.5", "ar", id="Kurdish in Arabic letters"),
        pytest.param(None, "ckb, ar;q=0.5", "ar", id="Sorani"),
        pytest.param("NL_be", "", "nl", id="another way to write a tag"),
        pytest.param("../en", "", "en", id="no path"),
    ],
)
def test_a_reader_gets_the_first_language_that_the_page_speaks(
    asked: str | None, header: str, tag: str
) -> None:
    assert language_for(asked, accepted(header)).tag == tag


@pytest.mark.parametrize("language", LANGUAGES, ids=lambda one: str(one.tag))
def test_what_a_language_lacks_is_told_in_english(language: object) -> None:
    texts = texts_in(next(one for one in LANGUAGES if one == language))
    assert set(texts_in(ENGLISH)) <= set(texts)


def test_what_is_filled_in_is_escaped_unless_it_is_markup() -> None:
    speaker = Speaker(ENGLISH)
    said = speaker.say("page.description", atlas='<b>"A"</b>')
    assert said.startswith("&lt;b&gt;&#34;A&#34;&lt;/b&gt;: who held")
    told = speaker.say("page.noscript", control=link("/x"), docs=Markup("<i>y</i>"))
    assert '<a href="/x" dir="ltr">/x</a>' in told
    assert "<i>y</i>" in told


def test_a_text_that_tells_a_number_is_not_for_the_template() -> None:
    with pytest.raises(TypeError, match=r"place\.people"):
        Speaker(ENGLISH).say("place.people")


def test_the_catalogue_is_safe_inside_an_element() -> None:
    for language in LANGUAGES:
        written = Speaker(language).catalogue()
        assert "<" not in written
        document = json.loads(written)
        assert document["language"] == language.tag
        assert document["direction"] == language.direction
        assert document["texts"]["time.play"]
