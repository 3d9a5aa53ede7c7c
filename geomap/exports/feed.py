"""Changes of control as an Atom feed (RFC 4287, pages as in RFC 5005)."""

import re
from collections.abc import Mapping
from datetime import date, datetime
from urllib.parse import urlencode
from uuid import NAMESPACE_URL, uuid5
from xml.etree.ElementTree import Element, SubElement, tostring

from geomap import __version__
from geomap.domain.control import Control, Verdict
from geomap.domain.news import ControlChange, News
from geomap.exports.sentences import long_day, sentence
from geomap.exports.words import Words

MEDIA_TYPE = "application/atom+xml; charset=utf-8"
ATOM = "http://www.w3.org/2005/Atom"
# XML 1.0 has no way to write these.
_NO_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def feed(news: News, home: str, links: Mapping[str, str]) -> bytes:
    """The feed in UTF-8. `home` is the address of the map, `links` lead to pages, by relation.

    An entry keeps its id while its place and day stay; `updated` is when the newest of what it
    rests on was accepted.
    """
    root = Element("feed", {"xmlns": ATOM, "xml:lang": "en"})
    _text(root, "id", _urn(news, "feed"))
    _text(root, "title", sentence("feed_title", atlas=news.frame.title))
    _text(root, "subtitle", news.frame.description)
    _text(root, "updated", _instant(news.revision.created))
    _text(SubElement(root, "author"), "name", news.frame.title)
    _text(root, "rights", news.frame.licence)
    _text(root, "generator", "geomap").set("version", __version__)
    for relation, address in links.items():
        SubElement(root, "link", {"rel": relation, "href": address, "type": "application/atom+xml"})
    SubElement(root, "link", {"rel": "alternate", "href": home, "type": "text/html"})
    words = Words(news.register)
    for change in news.changes:
        _entry(root, change, news, (words, home))
    body: bytes = tostring(root, encoding="utf-8", xml_declaration=True)
    return body


def _entry(root: Element, change: ControlChange, news: News, said: tuple[Words, str]) -> None:
    (words, home), rank = said, change.rank
    entry = SubElement(root, "entry")
    made = news.revisions[rank.revision]
    _text(entry, "id", _urn(news, f"{rank.place_id} {rank.day.isoformat()}"))
    _text(entry, "title", _title(words, change))
    _text(entry, "updated", _instant(made.created))
    _text(SubElement(entry, "author"), "name", made.author)
    view = urlencode({"date": rank.day.isoformat(), "place": rank.place_id})
    SubElement(entry, "link", {"rel": "alternate", "href": f"{home}#{view}", "type": "text/html"})
    for actor in sorted(change.turn.actors):
        term = {"term": actor, "label": _clean(words.actor(actor))}
        SubElement(entry, "category", term)
    told = "\n".join(words.claim(claim) for claim in change.evidence)
    _text(entry, "content", told).set("type", "text")


def _title(words: Words, change: ControlChange) -> str:
    rank = change.rank
    place, day = words.place(rank.place_id), long_day(rank.day)
    after = _shortly(words, change.after, rank.day)
    if change.before is None:
        return sentence("news_first", place=place, day=day, after=after)
    before = _shortly(words, change.before, rank.day)
    return sentence("news", place=place, day=day, after=after, before=before)


def _shortly(words: Words, verdict: Verdict, day: date) -> str:
    return words.shortly(Control(verdict, (), None), day)


def _urn(news: News, name: str) -> str:
    return uuid5(NAMESPACE_URL, f"geomap {news.frame.id} {name}").urn


def _instant(at: datetime) -> str:
    return at.isoformat(timespec="seconds").replace("+00:00", "Z")


def _text(parent: Element, name: str, text: str) -> Element:
    child = SubElement(parent, name)
    child.text = _clean(text)
    return child


def _clean(text: str) -> str:
    return _NO_XML.sub("\ufffd", text)
