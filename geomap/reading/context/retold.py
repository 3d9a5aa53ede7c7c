"""Words that tell again, or less exactly, of what another word of a report tells."""

from collections.abc import Mapping

from geomap.domain.event_kinds import EventKind
from geomap.reading.clauses.deeds import frame_of, is_verb_here
from geomap.reading.clauses.scenes import Scene
from geomap.reading.clauses.verbs import forms_of
from geomap.reading.context.drafts import EventDraft
from geomap.reading.language.items import Item
from geomap.reading.language.word_lists import words
from geomap.reading.language.words import Sense

Kinds = frozenset[EventKind]

_NONE: Kinds = frozenset()
_FIRE = frozenset({EventKind.AIR_STRIKE, EventKind.SHELLING})
_BLOWS = _FIRE | {EventKind.BOMBING}
_VIOLENCE = _BLOWS | {EventKind.ATTACK_ON_CIVILIANS}

_WIDER: Mapping[tuple[str, EventKind], Kinds] = {
    ("attack", EventKind.BATTLE): _VIOLENCE,
    ("attack", EventKind.ATTACK_ON_CIVILIANS): _BLOWS,
    ("kill", EventKind.ATTACK_ON_CIVILIANS): _BLOWS,
    ("kill", EventKind.BATTLE): _BLOWS,
    ("bombing", EventKind.BOMBING): _FIRE,
    ("detonate", EventKind.BOMBING): _FIRE,
    ("shelling", EventKind.SHELLING): frozenset({EventKind.AIR_STRIKE}),
    ("air_strike", EventKind.AIR_STRIKE): frozenset({EventKind.SHELLING}),
}
"""What a deed of that frame, read as of that kind, may be told of again more exactly."""
_PLAIN_BOMBS = words(
    "explosion explosions blast blasts bomb bombs bombing bombings exploded explode explodes "
    "explosie explosies ontploffing ontploffingen bom bommen ontplofte ontploften ontploft"
)
_DROPPED = words("bomb bombs bombing bom bommen")
"""What never is a shell."""
_ROCKETS = words("missile missiles rocket rockets raket raketten")
_BLOODSHED = words("bloodbath carnage slaughter massacre bloedbad slachting slachtpartij")
_PLAIN_FIRE = words(
    "bombardment bombardments missile missiles rocket rockets strikes "
    "bombardement bombardementen raket raketten beschieting beschietingen"
)


def wider_of(draft: EventDraft) -> Kinds:
    """The kinds of which a deed can be, once the report tells of one there and then."""
    frame = frame_of(draft.scene, draft.anchor)
    if frame is None or _is_exact(draft, frame):
        return _NONE
    if frame == "attack_on_civilians":
        return _BLOWS
    if draft.kind is EventKind.BOMBING and draft.anchor.text.lower() in _DROPPED:
        return frozenset({EventKind.AIR_STRIKE})
    return _WIDER.get((frame, draft.kind), _NONE)


def _is_exact(draft: EventDraft, frame: str) -> bool:
    """Whether a word says itself what was done, so that it tells of nothing else."""
    scene, anchor = draft.scene, draft.anchor
    said = anchor.text.lower()
    if frame == "attack":
        return is_verb_here(scene, anchor)
    if frame in {"bombing", "detonate"}:
        return not _is_plain_bomb(scene)
    if frame in {"shelling", "air_strike"}:
        back = said not in _ROCKETS or points_back(scene, anchor)
        return said not in _PLAIN_FIRE or not back
    if frame == "attack_on_civilians":
        return said not in _BLOODSHED
    return frame == "kill" and "g" not in forms_of(anchor)


def _is_plain_bomb(scene: Scene) -> bool:
    """Whether nothing says what kind of bomb it was, so that it can have come from the air."""
    bombs = (one for one in scene.clause.items if frame_of(scene, one) in {"bombing", "detonate"})
    return all(one.text.lower() in _PLAIN_BOMBS for one in bombs)


def points_back(scene: Scene, anchor: Item) -> bool:
    """Whether a noun means what has been told: "the attack", "this raid", "Monday's explosion"."""
    if Sense.NOUN not in anchor.senses or is_verb_here(scene, anchor):
        return False
    first = max(anchor.start - _BEFORE_NOUN, scene.clause.first)
    for position in range(anchor.start - 1, first - 1, -1):
        token = scene.line.tokens[position]
        if token.lower in _POINTING:
            return True
        other = scene.line.at[position]
        if other is not None and not _WITHIN_PHRASE & other.senses.keys():
            return False
    return False


def is_new(scene: Scene, anchor: Item) -> bool:
    """Whether a noun means one that was not told of: "a suicide attack", "nog een aanslag"."""
    if Sense.NOUN not in anchor.senses or is_verb_here(scene, anchor):
        return False
    first = max(anchor.start - _BEFORE_NOUN, scene.clause.first)
    return not _NEW.isdisjoint(scene.line.sentence.lowers[first : anchor.start])


_NEW = words("een a an another")
_BEFORE_NOUN = 3
_POINTING = words("the this that these those both 's ’s de het deze dit die dat beide")
_WITHIN_PHRASE = frozenset({Sense.ADJECTIVE, Sense.CALENDAR, Sense.DETERMINER, Sense.DIRECTION})
