"""RSS and Atom feeds: which pages they name."""

from datetime import date

import pytest

from geomap.errors import Unreadable
from geomap.imports.feeds import Entry, is_feed, read_feed

URL = "https://paper.example/rss/world.xml"
RSS = """<?xml version="1.0"?>
<rss version="2.0"><channel><title>The Paper &amp; Co</title><link>https://paper.example/</link>
<item><title>Raqqa &lt;b&gt;falls&lt;/b&gt;</title><link>https://paper.example/1#top</link>
<pubDate>Tue, 17 Oct 2017 14:00:00 +0200</pubDate></item>
<item><title>Hajin</title><link>/2</link></item>
<item><title>Nowhere</title></item>
<item><title>Inside</title><link>file:///etc/passwd</link></item>
</channel></rss>"""
ATOM = """<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom"><title>The Paper</title>
<entry><title>Raqqa falls</title><link href="https://paper.example/1"/>
<updated>2017-10-17T12:00:00Z</updated></entry></feed>"""


def test_rss_names_its_pages() -> None:
    feed = read_feed(RSS.encode(), URL)
    assert feed.title == "The Paper & Co"
    assert feed.entries == (
        Entry("https://paper.example/1", "Raqqa falls", date(2017, 10, 17)),
        Entry("https://paper.example/2", "Hajin", None),
    )


def test_atom_names_its_pages() -> None:
    (entry,) = read_feed(ATOM.encode(), URL).entries
    assert entry == Entry("https://paper.example/1", "Raqqa falls", date(2017, 10, 17))


def test_a_feed_that_is_not_well_formed_is_read_as_far_as_it_goes() -> None:
    broken = RSS.replace("</channel></rss>", "").replace("&amp;", "&")
    assert len(read_feed(broken.encode(), URL).entries) == 2


@pytest.mark.parametrize("charset", ["utf-8", "utf-16", "cp1252"])
def test_a_feed_may_come_in_any_charset(charset: str) -> None:
    content = RSS.replace("The Paper", "Café").encode(charset)
    assert is_feed(content)
    assert read_feed(content, URL).title == "Café & Co"


@pytest.mark.parametrize(
    "declaration",
    [
        '<!DOCTYPE rss [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>',
        '<!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/passwd">]>',
        '<!doctype rss [ <!entity % d SYSTEM "http://inside.example/d.dtd"> %d; ]>',
    ],
)
@pytest.mark.parametrize("charset", ["utf-8", "utf-16"])
def test_a_feed_that_declares_entities_is_refused(declaration: str, charset: str) -> None:
    bomb = RSS.replace("<rss", f"{declaration}<rss", 1)
    with pytest.raises(Unreadable, match="declares entities"):
        read_feed(bomb.encode(charset), URL)


def test_xml_that_is_no_feed_is_refused() -> None:
    with pytest.raises(Unreadable, match="is no feed"):
        read_feed(b"<?xml version='1.0'?><svg xmlns='http://www.w3.org/2000/svg'/>", URL)


@pytest.mark.parametrize(
    ("content", "answer"),
    [
        (RSS, True),
        (ATOM, True),
        ("<!-- ours --><rss version='0.91'>", True),
        ('<?xml version="1.0"?><rdf:RDF xmlns:rdf="x">', True),
        ("<!DOCTYPE html><html><head><title>rss</title>", False),
        ("An article on <rss> feeds.", False),
        ("", False),
    ],
)
def test_a_feed_is_told_by_how_it_begins(content: str, answer: bool) -> None:  # noqa: FBT001
    assert is_feed(content.encode()) is answer
