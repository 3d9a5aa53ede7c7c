"""RSS and Atom feeds: which pages they name."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from io import BytesIO
from typing import Any
from urllib.parse import urljoin

from geomap.errors import Unreadable
from geomap.imports.decoding import LONGEST_SHOWN, decoded, readable

MOST_ENTRIES = 1000
LONGEST_TITLE = 500
LONGEST_URL = 2000
_BEGINNING = 2000
_OPENS = re.compile(
    r"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*|<\?[^>]*>\s*)*<(?:rss|feed|(?:\w+:)?RDF|channel)\b",
    re.IGNORECASE | re.DOTALL,
)
_DECLARES = re.compile(r"<!(?:ENTITY|DOCTYPE[^>]*\[)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Entry:
    """A page that a feed names."""

    url: str
    title: str
    published: date | None


@dataclass(frozen=True, slots=True)
class Feed:
    """A feed: its title and its entries, in its order."""

    title: str
    entries: tuple[Entry, ...]


def is_feed(content: bytes) -> bool:
    """Whether a body begins as a feed does."""
    start = content[:_BEGINNING].decode("utf-8", "ignore").removeprefix("\ufeff")
    if "\x00" in start:
        start = start.replace("\x00", "")  # UTF-16, of which only the beginning matters here.
    return _OPENS.match(start) is not None


def read_feed(content: bytes, url: str, charset: str | None = None) -> Feed:
    """Read a feed; addresses in it are taken from that of the feed where they are relative.

    Raises Unreadable for what names no page, and for a feed that declares entities, since these
    can blow a small file up to any size or name files of this machine.
    """
    shown = url[:LONGEST_SHOWN]
    text = decoded(content, shown, charset)
    if _DECLARES.search(text):
        raise Unreadable(f"{shown}: declares entities of its own, which no feed needs.")
    # Loaded only by those who read feeds.
    import feedparser  # noqa: PLC0415 - see the line above.

    # As a file: a text could be taken for an address, and be fetched.
    headers = {"content-location": url, "content-type": "application/xml; charset=utf-8"}
    parsed = feedparser.parse(
        BytesIO(text.encode("utf-8", "replace")), response_headers=headers, sanitize_html=False
    )
    if not parsed.get("version"):
        raise Unreadable(f"{shown}: is no feed in RSS or Atom.")
    entries = [_entry(one, url) for one in parsed.entries[:MOST_ENTRIES]]
    return Feed(_line(parsed.feed.get("title")), tuple(one for one in entries if one is not None))


def _entry(entry: Mapping[str, Any], base: str) -> Entry | None:
    address = str(entry.get("link") or "").strip()
    try:
        address = urljoin(base, address) if address else ""
    except ValueError:
        return None
    if not address.startswith(("http://", "https://")) or len(address) > LONGEST_URL:
        return None
    day = entry.get("published_parsed") or entry.get("updated_parsed")
    try:
        published = date(day.tm_year, day.tm_mon, day.tm_mday) if day else None
    except ValueError:
        published = None
    return Entry(address.partition("#")[0], _line(entry.get("title")), published)


def _line(text: Any) -> str:
    plain = re.sub(r"<[^<>]{0,300}>", " ", str(text or ""))
    return " ".join(readable(plain)[0].split())[:LONGEST_TITLE]
