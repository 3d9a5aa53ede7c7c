"""Whether a clause goes on telling in the past, brings news, or says what is going on."""

from geomap.reading.calendar.of_sentence import DateFound
from geomap.reading.clauses.scenes import Scene
from geomap.reading.language.items import Item, Line
from geomap.reading.language.lexicon import NEWS_FORMS
from geomap.reading.language.words import Sense

_CAME = frozenset({"kwam", "kwamen", "raakte", "raakten", "belandde", "belandden"})
"""As in "Ook X kwam in hun handen", which goes on telling."""


def is_told_on(scene: Scene, anchor: Item) -> bool:
    """Whether a clause goes on telling, in the simple past; perfect and present bring news."""
    verb = anchor if Sense.VERB in anchor.senses else scene.verb
    if verb is None:
        return False
    said = scene.clause.senses
    if Sense.HAVE in said or Sense.BE in said:
        return Sense.HAD in said or any(one.text.lower() in _CAME for one in scene.clause.items)
    if scene.verb is not None and verb is not scene.verb and is_present(scene.verb):
        # "Het regime houdt nog twee belegerde dorpen."
        return False
    return not is_present(verb)


def is_going_on(scene: Scene) -> bool:
    """Whether a clause tells in the present of what goes on; headlines tell in it what was."""
    verb, tokens = scene.verb, scene.line.tokens
    if scene.line.sentence.start == 0 and tokens and tokens[-1].text not in _FULL_STOPS:
        return False
    return verb is not None and is_present(verb) and not scene.clause.has(Sense.HAVE)


_FULL_STOPS = frozenset(".!?\"”’'")


def is_present(verb: Item) -> bool:
    """Whether a verb has a form of the present that is not one of the past too."""
    forms = verb.senses.get(Sense.VERB, verb.senses.get(Sense.PARTED, "")).split(":")[1:2]
    return bool(forms) and bool(set(forms[0]) & NEWS_FORMS) and "d" not in forms[0]


def is_first_time(found: DateFound, line: Line) -> bool:
    """Whether a date only says how rare a thing is: "for the first time since 2014"."""
    sentence = line.sentence
    if _is_of_the_worst(found, line):
        return True
    if not found.when.standing or _FIRST.isdisjoint(sentence.vocabulary):
        return False
    before = sentence.text[: found.start - sentence.start].lower().split()
    return bool(before) and (before[-1] in _FIRST or before[-2:-1] == ["first"])


def _is_of_the_worst(found: DateFound, line: Line) -> bool:
    """As in "een van de bloedigste aanvallen van dit jaar", "the deadliest attack this year"."""
    sentence = line.sentence
    lasts = (found.when.settled - found.when.earliest).days
    if lasts < _A_WEEK or _WORST.isdisjoint(sentence.vocabulary):
        return False
    before = sentence.text[: found.start - sentence.start].lower().split()
    near = before[-_WORST_WITHIN:]
    return bool(near) and not _WORST.isdisjoint(near) and _VERBAL.isdisjoint(near)


_A_WEEK = 7
_WORST = frozenset(
    (
        *("bloedigste", "dodelijkste", "zwaarste", "ergste", "grootste", "hevigste", "eerste"),
        *("deadliest", "bloodiest", "worst", "heaviest", "biggest", "fiercest"),
    )
)
_WORST_WITHIN = 5
_VERBAL = frozenset({"was", "were", "waren", "werd", "werden", "came", "kwam", ","})
_FIRST = frozenset({"eerst", "eerste", "first"})
