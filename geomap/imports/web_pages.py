"""A web page as the text of its article, its title, publisher, day, language and address."""

import html
import logging
import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Any
from urllib.parse import urlsplit

from geomap.imports.decoding import readable

MEDIA_TYPES = ("text/html", "application/xhtml+xml")
_CASE = re.IGNORECASE
_ANY = re.IGNORECASE | re.DOTALL
_BEGINNING = 2000
_OPENS = re.compile(
    r"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype html|html|head|body)\b",
    _ANY,
)
_TAG = re.compile(r"</?[a-zA-Z][^<>]{0,300}>")
_LONGEST_HEAD = 60_000
_MOST_TAGS_OF_TEXT = 8
_LANGUAGE = re.compile(r"""<html[^>]{0,500}?\slang\s*=\s*["']?([A-Za-z-]{2,20})""", _CASE)
_CANONICAL = re.compile(r"""<link[^>]{0,300}?\srel\s*=\s*["']?canonical\b[^>]{0,1000}>""", _CASE)
_HREF = re.compile(r"""\shref\s*=\s*["']?(https?://[^"'\s>]{1,1900})""", _CASE)
_NO_TEXT = re.compile(r"<(script|style|template|noscript)\b.*?(?:</\1\s*>|\Z)", _ANY)
_BLOCK_ENDS = re.compile(r"<(?:/p|/div|/h[1-6]|/li|/tr|br)\b[^<>]{0,300}>", _CASE)
_COMMENT = re.compile(r"<!--.*?(?:-->|\Z)|<![^>]*>", re.DOTALL)
_SPACES = re.compile(r"[ \t]+")
_LONGEST_LINE = 500
_logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class WebPage:
    """What a page says, and of itself; empty or None where it does not."""

    text: str
    title: str
    publisher: str
    published: date | None
    language: str
    url: str


def is_web_page(text: str, media_type: str = "") -> bool:
    """Whether it is to be read as a page: it is called one, begins as one, or is full of tags."""
    if media_type in MEDIA_TYPES or _OPENS.match(text[:_BEGINNING]):
        return True
    return sum(1 for _ in _TAG.finditer(text[:_BEGINNING])) > _MOST_TAGS_OF_TEXT


def read_web_page(page: str, url: str = "") -> WebPage:
    """Read a page. Its text is empty when it has none.

    Menus, comments and what else stands round an article are left out by trafilatura, and the day
    is found by htmldate; a day in the future is not believed.
    """
    found = _article(page, url)
    language = _LANGUAGE.search(page[: 4 * _BEGINNING])
    address = _canonical(page, url) or url
    text = str(found.text or "") if found else ""
    return WebPage(
        readable(text)[0].strip() or _all_text(page),
        _line(found.title) if found else "",
        _publisher(found, address),
        _day(page, url),
        "" if language is None else language[1],
        address,
    )


def _article(page: str, url: str) -> Any:
    # Loaded only by those who read pages: it takes half a second.
    import trafilatura  # noqa: PLC0415 - see the line above.

    try:
        return trafilatura.bare_extraction(
            page, url=url or None, with_metadata=True, include_comments=False, include_tables=False
        )
    # What an unkind page can break inside the library is not ours to know; its words are read
    # without it.
    except Exception as error:  # noqa: BLE001 - see the line above.
        _logger.debug("No article was found in %s: %r", url, error)
        return None


def _day(page: str, url: str) -> date | None:
    from htmldate import find_date  # noqa: PLC0415 - as trafilatura.

    tomorrow = datetime.now(UTC) + timedelta(days=1)
    try:
        day = find_date(
            page, url=url or None, original_date=True, extensive_search=False, max_date=tomorrow
        )
        return date.fromisoformat(day) if day else None
    except Exception as error:  # noqa: BLE001 - as above.
        _logger.debug("No day was found in %s: %r", url, error)
        return None


def _all_text(page: str) -> str:
    """Every word of a page in which no article was found."""
    words = _BLOCK_ENDS.sub("\n", _NO_TEXT.sub(" ", _COMMENT.sub(" ", page)))
    words = html.unescape(_TAG.sub(" ", words))
    lines = (_SPACES.sub(" ", line).strip() for line in readable(words)[0].split("\n"))
    return "\n".join(line for line in lines if line)


def _canonical(page: str, url: str) -> str:
    """The address that the page gives itself, unless it names another host than it came from."""
    link = _CANONICAL.search(page[:_LONGEST_HEAD])
    found = None if link is None else _HREF.search(link[0])
    if found is None:
        return ""
    address = html.unescape(found[1])
    try:
        same = not url or urlsplit(url).hostname == urlsplit(address).hostname
    except ValueError:
        return ""
    return address if same else ""


def _publisher(found: Any, address: str) -> str:
    if found and found.sitename:
        return _line(found.sitename)
    try:
        host = urlsplit(address).hostname or ""
    except ValueError:
        return ""
    return host.removeprefix("www.")


def _line(text: str | None) -> str:
    return " ".join(readable(text or "")[0].split())[:_LONGEST_LINE]
