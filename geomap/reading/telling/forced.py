"""What sounds like a wish or duty and was done: Dutch "moesten X opgeven", "eiste de aanval op"."""

from collections.abc import Sequence

from geomap.reading.clauses.cut import Opening
from geomap.reading.clauses.said import words_of
from geomap.reading.clauses.scenes import Scene
from geomap.reading.language.items import Item
from geomap.reading.language.word_lists import words as word_set
from geomap.reading.language.words import Sense

HAD_TO = frozenset({"moest", "moesten", "moeten", "kunnen", "kon", "konden"})
_FORCED = frozenset({"lose", "cede", "leave", "withdraw", "surrender"})
_DEMANDED = frozenset({"voor", "binnen", "uiterlijk", "akkoord", "bestand", "eis", "eist", "eiste"})


def had_to_in_the_end(scene: Scene, item: Item) -> bool:
    """Whether a loss that had to be came about, and was no demand or part of an agreement.

    In the perfect, what could be done was done: "heeft het dorp kunnen heroveren".
    """
    opener = scene.clause.opener
    if opener is not None and opener.text.lower() in _SO_THAT:
        return False
    if item.start and scene.line.tokens[item.start - 1].lower == "kunnen":
        here: Scene | None = scene
        while here is not None and here.verb in {None, item}:
            here = here.former
        return scene.clause.has(Sense.HAVE) or (here is not None and here.clause.has(Sense.HAVE))
    words = words_of(scene)
    if item.frame in _DONE and not _COULD.isdisjoint(words):
        return _came_about(scene, words)
    if item.frame not in _FORCED:
        return False
    had = "moest" in words or "moesten" in words or scene.clause.has(Sense.HAVE)
    return had and _DEMANDED.isdisjoint(words)


_COULD = frozenset({"kon", "konden"})
_DONE = frozenset({"take", "retake", "enter", "march", "drive", "win", "leave", "flee", "withdraw"})
_SO_THAT = frozenset({"zodat", "opdat"})
_SOON = word_set(
    "elk ieder moment binnenkort mogelijk misschien ooit hooguit volgens altijd zodat opdat"
)
_PURPOSES = word_set("zodat opdat voordat alvorens of als totdat tot hoe hoewel waarmee")


def _came_about(scene: Scene, said: Sequence[str]) -> bool:
    """Whether "konden X heroveren" tells what was done, and not what might have been."""
    clause, former = scene.clause, scene.former
    opener = clause.opener.text.lower() if clause.opener is not None else ""
    if clause.opening is Opening.CONDITIONAL or opener in _PURPOSES or not _SOON.isdisjoint(said):
        return False
    led = former is not None and clause.opening is not Opening.MAIN
    return not (led and former is not None and former.clause.has(Sense.PLAN))


def is_no_plan(scene: Scene, item: Item, plan: Item) -> bool:
    """Whether a word of planning tells of a fact: "eiste de aanval op", "gaat de strijd door"."""
    if plan.text.lower() in _GOES:
        return Sense.NOUN in item.senses and _goes_on(scene, plan)
    return is_hit(scene, plan) or _is_claimed(scene, plan)


def is_hit(scene: Scene, target: Item) -> bool:
    """As in "remains the target of air strikes", which is no aim."""
    if target.text.lower() not in _TARGETS:
        return False
    following = scene.line.after(target)
    return following is not None and following.senses.get(Sense.PREPOSITION) == "of"


_TARGETS = frozenset({"target", "targets", "doelwit", "doelwitten"})


_GOES = frozenset({"gaat", "gaan"})
_ON = frozenset({"door", "verder", "voort"})
_STOPS = word_set(". , tussen in bij op rond met zonder aldus zei zegt ” ’ '")


def _goes_on(scene: Scene, goes: Item) -> bool:
    """As in "gaat de strijd om X door tussen A en B"."""
    lowers = scene.line.sentence.lowers
    return any(
        lowers[at] in _ON and not _STOPS.isdisjoint(lowers[at + 1 : at + 2] or (".",))
        for at in range(goes.end, scene.clause.last)
    )


def _is_claimed(scene: Scene, demands: Item) -> bool:
    """Whether "eiste de aanval op" says who did it, and not what was wished."""
    said = scene.line.sentence.lowers[demands.end : scene.clause.last]
    return demands.text.lower() in _DEMANDS and "op" in said[-2:]


_DEMANDS = frozenset({"eist", "eiste", "eisten", "eisen"})
