"""Clauses that only ask or suppose: with "if", a question mark, or Dutch "Valt de stad, dan"."""

from geomap.reading.clauses.cut import Opening
from geomap.reading.clauses.scenes import Scene
from geomap.reading.clauses.verbs import forms_of
from geomap.reading.language.words import Sense


def begins_with_if(scene: Scene) -> bool:
    """Whether a clause begins with "if", or with an "until" that is still to come."""
    clause = scene.clause
    if clause.opening is not Opening.CONDITIONAL:
        return False
    if clause.opener is None or clause.opener.text.lower() not in _UNTIL:
        return True
    return not (clause.has(Sense.HAD) or any("d" in forms_of(one) for one in clause.items))


_UNTIL = frozenset({"totdat", "until"})


def asks(scene: Scene) -> bool:
    """Whether a sentence is a question."""
    sentence = scene.line.sentence
    return "?" in sentence.vocabulary and "?" in sentence.lowers[-2:]


def is_supposed(scene: Scene) -> bool:
    """Dutch "Valt de stad, dan ...", which needs no "als", and what follows from "als"."""
    if scene.language != "nl" or not scene.line.at:
        return False
    if _hangs_on_condition(scene):
        return True
    first = scene.line.at[0]
    if first is None or not (Sense.VERB in first.senses or Sense.PARTED in first.senses):
        return False
    return "dan" in scene.line.sentence.vocabulary


def _hangs_on_condition(scene: Scene) -> bool:
    """As in "als het leger X aanvalt, vluchten er velen": in the present, behind a condition."""
    former, verb = scene.former, scene.verb
    if former is None or former.clause.opening is not Opening.CONDITIONAL or verb is None:
        return False
    opener = former.clause.opener
    begins = opener is not None and opener.start == 0 and opener.text.lower() in {"als", "indien"}
    forms = verb.senses.get(Sense.VERB, verb.senses.get(Sense.PARTED, ":")).split(":")[1]
    return begins and not {"d", "n"} & set(forms) and not scene.clause.has(Sense.HAVE)
