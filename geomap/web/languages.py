"""The languages of the page: which one a reader gets, and its texts.

The texts stand in geomap/static/words, one file a language, keyed by subject. A text names what it
needs in braces; one that tells a number is an object with a form for each plural of its language.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Literal

from jinja2.utils import htmlsafe_json_dumps
from markupsafe import Markup, escape
from werkzeug.datastructures import LanguageAccept

_WORDS = Path(__file__).resolve().parent.parent / "static" / "words"

Text = str | dict[str, str]
REVIEWING = "review."
"""What the texts of the page for reviewing are called."""


@dataclass(frozen=True, slots=True)
class Language:
    """One that the page speaks, with its name in its own words."""

    tag: str
    own_name: str
    direction: Literal["ltr", "rtl"] = "ltr"


ENGLISH = Language("en", "English")
LANGUAGES = (
    ENGLISH,
    Language("nl", "Nederlands"),
    Language("ar", "العربية", "rtl"),
    Language("ku", "Kurdî (Kurmancî)"),
)
# Browsers ask for Kurmanji by the tag of all Kurdish or by its own. Sorani is written in Arabic
# letters; its readers are better served by the next language that they ask for.
_ALSO = {"kmr": "ku"}
_OTHER_SCRIPT = {"ku": "arab"}


def language_for(asked: str | None, accepted: LanguageAccept) -> Language:
    """What the address asks for, else what the browser prefers, else English."""
    preferred = [tag for tag, quality in accepted if quality > 0]
    found = (_spoken(tag) for tag in (asked or "", *preferred))
    return next((language for language in found if language), ENGLISH)


def _spoken(tag: str) -> Language | None:
    """The language of a tag such as nl-BE, if the page speaks it."""
    first, *rest = tag.lower().replace("_", "-").split("-")
    primary = _ALSO.get(first, first)
    if _OTHER_SCRIPT.get(primary) in rest:
        return None
    return next((language for language in LANGUAGES if language.tag == primary), None)


@cache
def texts_in(language: Language) -> Mapping[str, Text]:
    """All texts of the page; what a language lacks is told in English."""
    english = _read(ENGLISH)
    return english if language == ENGLISH else {**english, **_read(language)}


def _read(language: Language) -> dict[str, Text]:
    texts: dict[str, Text] = json.loads((_WORDS / f"{language.tag}.json").read_text("utf-8"))
    return texts


class Speaker:
    """Says the texts of the template, and hands all texts to the scripts."""

    def __init__(self, language: Language) -> None:
        self._language = language
        self._texts = texts_in(language)

    def say(self, key: str, **values: str) -> Markup:
        """A text without a number, with all that is filled in escaped unless it is markup."""
        text = self._texts[key]
        if not isinstance(text, str):
            raise TypeError(f"{key} tells a number, which only the scripts know.")
        return escape(text).format(**values)

    def catalogue(self, *, reviewing: bool = False) -> Markup:
        """The document that say.js reads, safe inside an element of the page.

        What only reviewers are told is left out for all others.
        """
        document = {
            "language": self._language.tag,
            "direction": self._language.direction,
            "texts": {
                key: text
                for key, text in self._texts.items()
                if reviewing or not key.startswith(REVIEWING)
            },
        }
        return htmlsafe_json_dumps(document, dumps=_dumped)


def _dumped(document: object) -> str:
    return json.dumps(document, ensure_ascii=False, separators=(",", ":"))


def link(address: str) -> Markup:
    """A link whose words are its address."""
    return Markup('<a href="{0}" dir="ltr">{0}</a>').format(address)
