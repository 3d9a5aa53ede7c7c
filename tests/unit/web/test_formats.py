"""The format of an answer: `f=` by name, else what `Accept` wants most."""

import pytest
from werkzeug.datastructures import MIMEAccept
from werkzeug.http import parse_accept_header

from geomap.errors import InvalidParameter, NotAcceptable
from geomap.web.formats import DOCUMENTS, ITEM, ITEMS, format_asked

BROWSER = "text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,*/*;q=0.8"


def _accept(text: str) -> MIMEAccept:
    return parse_accept_header(text, MIMEAccept)


@pytest.mark.parametrize(
    ("accept", "name"),
    [
        ("", "json"),
        ("*/*", "json"),
        ("application/*", "json"),
        ("application/geo+json", "json"),
        ("application/json", "json"),
        (BROWSER, "html"),
        ("text/html;q=0.4, application/geo+json;q=0.5", "json"),
        ("text/html;q=0.5, application/geo+json;q=0.4", "html"),
        ("text/*", "html"),
        ("text/csv", "csv"),
        ("text/csv;q=0.9, */*;q=0.1", "csv"),
        ("application/geo+json-seq", "geojsonseq"),
        ("application/vnd.flatgeobuf", "fgb"),
        ("application/vnd.apache.parquet", "parquet"),
        ("application/geo+json;q=0, application/json;q=0, */*", "html"),
        ("image/png, */*;q=0.1", "json"),
    ],
)
def test_accept_decides_without_f(accept: str, name: str) -> None:
    assert format_asked(None, _accept(accept), ITEMS).name == name


@pytest.mark.parametrize("name", ["json", "html", "csv", "fgb", "geojsonseq", "parquet"])
def test_f_decides_before_accept(name: str) -> None:
    assert format_asked(name, _accept("image/png"), ITEMS).name == name


@pytest.mark.parametrize("name", ["", "xml", "JSON", "geojson", "json "])
def test_an_unknown_f_is_told_what_there_is(name: str) -> None:
    with pytest.raises(InvalidParameter, match="json, html, csv, fgb, geojsonseq, parquet"):
        format_asked(name, _accept("*/*"), ITEMS)


@pytest.mark.parametrize("accept", ["image/png", "text/csv;q=0", "application/xml, image/*"])
def test_what_cannot_be_had_is_told_what_can(accept: str) -> None:
    with pytest.raises(NotAcceptable, match=r"application/geo\+json.*give f as one of json, html"):
        format_asked(None, _accept(accept), ITEM)


def test_a_document_is_no_file() -> None:
    with pytest.raises(InvalidParameter, match="json, html"):
        format_asked("csv", _accept(""), DOCUMENTS)
    assert format_asked(None, _accept("application/json"), DOCUMENTS).media_type == (
        "application/json"
    )
