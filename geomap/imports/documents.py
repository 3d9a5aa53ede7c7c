"""A report as somebody brings it, plain text or a web page, as text and what it says of itself."""

import re
from dataclasses import dataclass, replace
from datetime import date

from geomap.errors import Unreadable
from geomap.imports.decoding import LONGEST_SHOWN, decoded, readable
from geomap.imports.web_pages import is_web_page, read_web_page

HEAD = ("title", "published", "publisher", "language", "url")
"""What the head of a text file may say, a `key: value` a line before the first empty line."""
LONGEST_HEAD = 20
LEAST_LETTERS = 3
_HEAD_LINE = re.compile(r"([a-z]{1,20}):[ \t]*(.*?)[ \t]*")
_KNOWN_LINES = frozenset((*HEAD, "id"))
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{1,8})*")


@dataclass(frozen=True, slots=True)
class Document:
    """The text of a report, and what is known of it; empty or None where nobody says."""

    text: str
    title: str = ""
    publisher: str = ""
    published: date | None = None
    language: str | None = None
    """ISO 639-1."""
    url: str = ""
    hidden: int = 0
    """How many marks that hide or turn letters were taken out of the text."""

    def said(self, other: "Document") -> "Document":
        """This document with what the other says of it put first."""
        return replace(
            self,
            title=other.title or self.title,
            publisher=other.publisher or self.publisher,
            published=other.published or self.published,
            language=other.language or self.language,
            url=other.url or self.url,
        )


@dataclass(frozen=True, slots=True)
class Body:
    """What was read from a file or an address; `name` is what to call it to a person."""

    content: bytes
    name: str
    charset: str | None = None
    media_type: str = ""
    url: str = ""


def read_document(body: Body) -> Document:
    """Read a report. Raises Unreadable, with what it is instead, for what holds no text."""
    if not body.content.strip():
        raise Unreadable(f"{body.name} is empty.")
    text, hidden = readable(decoded(body.content, body.name, body.charset))
    if is_web_page(text, body.media_type):
        page = read_web_page(text, body.url)
        document = Document(
            page.text,
            page.title,
            page.publisher,
            page.published,
            _language(page.language),
            page.url,
        )
        nothing = "holds markup but no text to read"
    else:
        document = _plain(text, body.name)
        nothing = "holds no words to read"
    if sum(map(str.isalpha, document.text)) < LEAST_LETTERS:
        raise Unreadable(f"{body.name} {nothing}.")
    return replace(document, url=document.url or body.url, hidden=hidden)


def pasted_document(said: Document) -> Document:
    """A text that a person has pasted: plain whatever it looks like, without what hides in it.

    Raises Unreadable for what holds no words.
    """
    text, hidden = readable(said.text.encode("utf-8", "replace").decode())
    if sum(map(str.isalpha, text)) < LEAST_LETTERS:
        raise Unreadable("The text holds no words to read.")
    return replace(said, text=text, hidden=hidden)


def _plain(text: str, name: str) -> Document:
    head, rest = _head(text)
    try:
        published = date.fromisoformat(head["published"]) if head.get("published") else None
    except ValueError:
        given = head["published"][:LONGEST_SHOWN]
        message = f"{name}: published: {given!r} is not a day such as 2017-10-17."
        raise Unreadable(message) from None
    return Document(
        rest,
        head.get("title", ""),
        head.get("publisher", ""),
        published,
        _language(head.get("language", "")),
        head.get("url", ""),
    )


def _head(text: str) -> tuple[dict[str, str], str]:
    """What the first lines say, and the text below them; no head unless each line is one of it."""
    head: dict[str, str] = {}
    rest = text
    for _ in range(LONGEST_HEAD):
        line, _end, rest = rest.partition("\n")
        if not line.strip():
            break
        found = _HEAD_LINE.fullmatch(line.rstrip())
        if found is None or found[1] not in _KNOWN_LINES:
            return {}, text
        head[found[1]] = found[2]
    return (head, rest) if head and rest.strip() else ({}, text)


def _language(text: str) -> str | None:
    """The ISO 639-1 code at the start of a language tag such as `nl-NL`."""
    if not _LANGUAGE.fullmatch(text):
        return None
    code = re.split("[-_]", text.lower())[0]
    return code if len(code) == len("nl") else None
