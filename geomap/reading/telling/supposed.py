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
    """What hangs on a condition, Dutch "Valt de stad, dan ...", and what is only to come."""
    if not scene.line.at:
        return False
    if _hangs_on_condition(scene) or _is_to_come(scene):
        return True
    if scene.language != "nl":
        return False
    if scene.line.sentence.lowers[_first_word(scene)] in _SUPPOSING:
        return True
    first = scene.line.at[0]
    if first is None or not (Sense.VERB in first.senses or Sense.PARTED in first.senses):
        return False
    return "dan" in scene.line.sentence.vocabulary


_SUPPOSING = frozenset({"mocht", "mochten"})


def _first_word(scene: Scene) -> int:
    """The token with which a sentence begins, behind its quotation mark."""
    tokens = scene.line.tokens
    return 1 if len(tokens) > 1 and not tokens[0].text[0].isalnum() else 0


def _hangs_on_condition(scene: Scene) -> bool:
    """As in "als het leger X aanvalt, vluchten er velen": in the present, behind a condition."""
    former, verb = scene.former, scene.verb
    if former is None or former.clause.opening is not Opening.CONDITIONAL or verb is None:
        return False
    opener = former.clause.opener
    if opener is None or opener.text.lower() not in _IF:
        return False
    quoted = opener.start > 0 and scene.line.tokens[opener.start - 1].text in _QUOTES
    if opener.start > 0 and not quoted:
        return False
    return not (_is_past(scene) or scene.clause.has(Sense.HAVE))


_QUOTES = frozenset("\"'“‘„«")
_IF = frozenset({"als", "indien", "if", "unless"})


def _is_to_come(scene: Scene) -> bool:
    """As in "before the city falls", "zodra de stad is gevallen": nothing there is past."""
    opener, verb = scene.clause.opener, scene.verb
    if opener is None or verb is None or opener.text.lower() not in _NOT_YET:
        return False
    return not _is_past(scene) and "g" not in forms_of(verb)


_NOT_YET = frozenset({"before", "when", "once", "zodra", "voordat"})


def _is_past(scene: Scene) -> bool:
    """Whether the first verb of a clause, or what helps it, is in the past."""
    verb = scene.verb
    if verb is not None and "d" in forms_of(verb) and not scene.clause.has(Sense.BE):
        return True
    return any(one.text.lower() in _WAS for one in scene.clause.items)


_WAS = frozenset({"was", "were", "had", "werd", "werden", "waren", "hadden", "kwam", "kwamen"})
