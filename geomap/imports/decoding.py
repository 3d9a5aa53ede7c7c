"""Bytes that somebody calls a report, as text; what is no text is named for what it is."""

import codecs
import re
from contextlib import suppress

from geomap.errors import Unreadable

LONGEST_SHOWN = 80
_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # Begins as the next one does, so it is tried first.
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# The first bytes of files that are often taken for reports, and what to do instead.
_FILES = (
    (b"%PDF-", "a PDF; give its text, such as `pdftotext` writes it"),
    (b"PK\x03\x04", "a packed file, such as a document of a word processor; give its text"),
    (b"\xd0\xcf\x11\xe0", "a document of an old word processor; give its text"),
    (b"{\\rtf", "a document in Rich Text Format; give its text"),
    (b"\x1f\x8b", "a file packed by gzip; unpack it first"),
    (b"\x89PNG", "a picture; give its text"),
    (b"\xff\xd8\xff", "a picture; give its text"),
    (b"GIF8", "a picture; give its text"),
    (b"SQLite format 3", "a database, not a report"),
)
_BEGINNING = 4096
_DECLARED = re.compile(
    rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([A-Za-z0-9_.:-]{1,40})"""
    rb"""|<\?xml[^>]{0,100}?encoding\s*=\s*["']([A-Za-z0-9_.:-]{1,40})""",
    re.IGNORECASE,
)
# As browsers do: pages that say Latin-1 were written on Windows.
_AS_BROWSERS = {"iso8859-1": "cp1252", "ascii": "cp1252", "iso8859-9": "cp1254"}
# Text has line ends and tabs; more of other control characters than this is no text.
_MOST_CONTROLS = 0.005
_CONTROLS = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f]")
_OTHER_LETTERS = re.compile("[\u0370-\u1dff\u2c00-\ud7ff]")
# Marks that turn the direction of what follows, and hyphens that are not shown: they hide names
# from a reader of the text, or from a reader of the screen.
_HIDDEN = re.compile("[\xad\u200b\u202a-\u202e\u2060-\u2069\ufeff]")


def decoded(body: bytes, name: str, declared: str | None = None) -> str:
    """The text of a body; `declared` is the charset of the Content-Type it came with.

    A byte order mark decides; then UTF-8 if the body is that, since nothing else looks like it;
    then what was declared, outside or in the page; then what the letters are likely to be. Raises
    Unreadable, with what the body is instead, when it is no text.
    """
    for start, what in _FILES:
        if body.startswith(start):
            raise Unreadable(f"{name} is {what}.")
    text = _with_mark(body)
    if text is None:
        text = _without_mark(body, declared or _declared_inside(body))
    controls = _CONTROLS.findall(text)
    if "\x00" in controls or len(controls) > _MOST_CONTROLS * len(text):
        raise Unreadable(f"{name} is no text but a binary file.")
    return text


def readable(text: str) -> tuple[str, int]:
    """The text as it is read, and how many marks that hide or turn letters were taken out.

    Returns are written as spaces or line ends, so that what stands after them stays in its place.
    """
    text = text.replace("\r\n", " \n").replace("\r", "\n").replace("\x0b", "\n")
    text = text.replace("\x0c", "\n").replace("\x85", "\n")
    text, controls = _CONTROLS.subn(" ", text)
    del controls  # Stray ones in what is text otherwise hide nothing.
    return _HIDDEN.subn("", text)


def _with_mark(body: bytes) -> str | None:
    for mark, charset in _BOMS:
        if body.startswith(mark):
            return body[len(mark) :].decode(charset, "replace")
    return None


def _without_mark(body: bytes, declared: str | None) -> str:
    for charset in (*_wide(body), "utf-8", *_usable(declared)):
        with suppress(UnicodeDecodeError):
            return body.decode(charset)
    # Loaded only for the few bodies that nothing else can tell.
    from charset_normalizer import from_bytes  # noqa: PLC0415 - see the line above.

    best = from_bytes(body[: 16 * _BEGINNING]).best()
    likely = "" if best is None else body.decode(best.encoding, "replace")
    # Among the charsets of Latin letters a few accents decide nothing; one is by far the commonest.
    return likely if _OTHER_LETTERS.search(likely) else body.decode("cp1252", "replace")


def _wide(body: bytes) -> list[str]:
    """UTF-16 without its mark: every second byte of Western text is zero."""
    start = body[:_BEGINNING]
    half = len(start) // 4
    if half and start[1::2].count(0) > half:
        return ["utf-16-le"]
    if half and start[::2].count(0) > half:
        return ["utf-16-be"]
    return []


def _declared_inside(body: bytes) -> str | None:
    found = _DECLARED.search(body[:_BEGINNING])
    return None if found is None else (found[1] or found[2]).decode("ascii")


def _usable(declared: str | None) -> list[str]:
    if declared is None:
        return []
    try:
        charset = codecs.lookup(declared.strip().strip("\"'")).name
    except (LookupError, ValueError):
        return []
    return [_AS_BROWSERS.get(charset, charset)]
