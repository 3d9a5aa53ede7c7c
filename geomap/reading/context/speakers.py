"""Who "we" and "our forces" are in what is quoted: the party that speaks, where one does."""

from collections.abc import Iterator, Sequence

from geomap.reading.language.items import Item, Line
from geomap.reading.language.keepers import keeps
from geomap.reading.language.words import Sense

_FIRST_PERSON = frozenset({"we", "our", "wij", "onze", "ons"})
_QUOTES = frozenset("\"“”„«»'‘’")
_ARMED = frozenset(
    (
        *("forces", "troops", "men", "soldiers", "fighters", "units", "army", "brigades", "boys"),
        *("brothers", "comrades", "mujahideen", "security", "armed", "heroic", "brave", "heroes"),
        *("troepen", "strijders", "mannen", "soldaten", "eenheden", "leger", "strijdkrachten"),
        *("jongens", "helden", "dappere", "militairen", "broeders", "veiligheidstroepen"),
    )
)
"""What "our" stands before where it is the party itself that acts."""
_RANKS = frozenset(
    (
        *("spokesman", "spokeswoman", "spokesperson", "commander", "officer", "general", "captain"),
        *("colonel", "major", "lieutenant", "brigadier", "fighter", "soldier", "statement"),
        *("leader", "chief", "official", "minister", "command", "ministry", "president", "lt"),
        *("woordvoerder", "woordvoerster", "commandant", "bevelhebber", "officier", "generaal"),
        *(
            "kolonel",
            "majoor",
            "kapitein",
            "luitenant",
            "strijder",
            "soldaat",
            "leider",
            "verklaring",
        ),
        *("legerleiding", "ministerie", "premier", "militair", "rebellenleider", "verklaring"),
    )
)
_FARTHEST = 12
"""Tokens between the verb of saying and the party that speaks."""
_SENTENCES_ON = 2


def tell_speaker(lines: Sequence[Line], at: int) -> None:
    """Make "we" and "our forces" of a sentence the party that says it."""
    line = lines[at]
    if _FIRST_PERSON.isdisjoint(line.sentence.vocabulary):
        return
    own = [item for item in line.items if Sense.SPEAKING in item.senses and _is_party(line, item)]
    speaker = _speaker(lines, at) if own else None
    if speaker is None:
        return
    for item in own:
        item.actor, item.general, item.mention = speaker.actor, speaker.general, speaker.mention


def _is_party(line: Line, item: Item) -> bool:
    """Whether "our" goes with "forces", and not with "homes"."""
    if item.text.lower() not in {"our", "onze"}:
        return True
    following = line.sentence.lowers[item.end : item.end + 1]
    return not _ARMED.isdisjoint(following)


def _speaker(lines: Sequence[Line], at: int) -> Item | None:
    """Who speaks in the sentence itself, else where the quotation ends, else where it began."""
    around = [lines[at], *lines[at + 1 : at + 1 + _SENTENCES_ON], *reversed(lines[:at][-1:])]
    for line in around:
        for first, last in _unquoted(line):
            said = next((one for one in line.items if _says(one, first, last)), None)
            if said is not None:
                return _who_says(line, said, first, last)
    return None


def _says(item: Item, first: int, last: int) -> bool:
    return Sense.SAID in item.senses and first <= item.start < last


def _unquoted(line: Line) -> Iterator[tuple[int, int]]:
    """The stretches between quotation marks in which nobody says "we"."""
    lowers = line.sentence.lowers
    marks = [at for at, lower in enumerate(lowers) if lower in _QUOTES]
    for first, last in zip([0, *(mark + 1 for mark in marks)], [*marks, len(lowers)], strict=True):
        if _FIRST_PERSON.isdisjoint(lowers[first:last]):
            yield first, last


def _who_says(line: Line, said: Item, first: int, last: int) -> Item | None:
    """The party nearest to the verb of saying, by itself or by the rank of who speaks for it."""
    own = [
        item
        for item in line.items
        if first <= item.start < last and item.actor is not None and not keeps(line, item)
    ]
    if not own:
        return None
    found = min(own, key=lambda item: _between(item, said))
    near = _between(found, said)
    ranked = not _RANKS.isdisjoint(line.sentence.lowers[first:last])
    return found if near <= 1 or (ranked and near <= _FARTHEST) else None


def _between(item: Item, said: Item) -> int:
    return max(item.start - said.end, said.start - item.end)
