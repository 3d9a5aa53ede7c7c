"""Words for what a place is, in the languages of reports: "dam van Mosul" is Mosul Dam.

Names of dams, bases, fields and provinces are translated, not spelled otherwise, so no key joins
them. A name with such a word is said again in English, as most sources have it, and looked up so.
Pure: it knows no index.
"""

import re
import unicodedata
from collections.abc import Iterator
from typing import NamedTuple


class Reworded(NamedTuple):
    """A name in English, and the kinds of which its place must be."""

    name: str
    kinds: frozenset[str]


class _Words(NamedTuple):
    before: str
    after: str
    english: tuple[str, ...]
    kinds: frozenset[str]


def _words(before: str, after: str, english: str, kinds: str) -> _Words:
    return _Words(before, after, tuple(english.split("|")), frozenset(kinds.split()))


# What stands before the name itself, what stands after it, how English says it, and of which kind
# such places are. French and Dutch put "de" and "van" between; Kurdish ends the name in -ê.
_KINDS = (
    _words(
        "barrage|dam|stuw|bendava|sadd|staudamm", "baraji|dam|barrage|talsperre|staudamm",
        "{} Dam|{} Barrage", "dam",
    ),
    _words(
        "aeroport international|aeroport|vliegveld|luchthaven|flughafen|balafirgeha",
        "uluslararasi havalimani|havalimani|havaalani|international airport|airport|flughafen",
        "{} airport|{} International Airport", "airport air_base",
    ),
    _words(
        "luchtmachtbasis|vliegbasis|base aerienne|balafirgeha|luftwaffenbasis",
        "hava ussu|askeri havaalani|air base|airbase|luftwaffenbasis",
        "{} air base|{} airbase", "air_base airport military_base",
    ),
    _words(
        "olieveld|champ petrolier|champs petroliers|kelgeha|olfeld",
        "petrol sahasi|petrol yatagi|oil field|oilfield|oil dome|dome|olfeld",
        "{} oil field", "oil_field",
    ),
    _words(
        "raffinerie|raffinaderij|palinegeha", "rafinerisi|refinery|raffinerie",
        "{} refinery|{}", "refinery",
    ),
    _words(
        "gouvernorat|gouvernement|provincie|province|provinz|parezgeha", "ili|province|governorate",
        "{} Governorate", "governorate",
    ),
    _words(
        "district|distrikt|navceya|qada", "ilcesi|district|area|distrikt",
        "{} District", "district",
    ),
    _words("lac|gola|deryaceya|buhayrat|lake|het meer", "golu|lake", "Lake {}|{}", "lake"),
    _words(
        "monts|mont|massif|gebergte|ciyayen|ciyaye|jabal|jebel", "daglari|dagi|mountains|gebergte",
        "{} Mountains|Mount {}", "mountain",
    ),
    _words("fleuve|riviere|rivier|ceme|nahr", "nehri|river|fluss", "{} River|{}", "river"),
    _words(
        "grensovergang|poste frontiere|grenzubergang", "sinir kapisi|border crossing|border gate",
        "{} border crossing|{}", "border_crossing",
    ),
    _words(
        "plateau|hoogten|bilindahiyen", "tepeleri|heights|hoogten",
        "{} Heights", "region mountain",
    ),
    _words("bassin|bekken|hewza", "havzasi|basin|bekken", "{} Basin", "region"),
    _words("desert|woestijn|cola", "colu|desert", "{} desert", "region"),
    _words(
        "ruines|ruinen|ancient", "ruins|harabeleri|oren yeri", "Ruins of {}|Ancient {}|{}",
        "archaeological_site",
    ),
    _words(
        "islamic republic|arab republic|republic|republique|republiek|republik|komara",
        "cumhuriyeti|republic", "{}", "country",
    ),
)  # fmt: skip
_LINK = r"(?: (?:de la|de l'|de|du|des|van de|van|von|of|d'|l')(?:(?<=') ?| )| )"
_KURDISH_ENDING = re.compile("y?ê$")
_PATTERNS = tuple(
    (
        re.compile(rf"(?:the )?(?:{words.before}){_LINK}(?P<name>.+)"),
        re.compile(rf"(?P<name>.+?)[ -](?:{words.after})"),
        words,
    )
    for words in _KINDS
)
_DOTLESS = str.maketrans("ıİ’‘", "iI''")


def reworded(name: str) -> Iterator[Reworded]:
    """Yield a name as English says it, once for each way; nothing without a word for a kind."""
    plain = unicodedata.normalize("NFC", " ".join(name.split())).translate(_DOTLESS)
    # Letter by letter, so that a place in the one is the same place in the other.
    bare = "".join(unicodedata.normalize("NFD", letter)[0] for letter in plain).lower()
    said: set[Reworded] = set()
    for before, after, words in _PATTERNS:
        if match := before.fullmatch(bare) or after.fullmatch(bare):
            core = plain[match.start("name") : match.end("name")]
            for way in words.english:
                one = Reworded(way.format(_KURDISH_ENDING.sub("", core)), words.kinds)
                if one.name != plain and one not in said:
                    said.add(one)
                    yield one
