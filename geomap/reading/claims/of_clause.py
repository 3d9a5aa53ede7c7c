"""What a clause says on who takes, holds, loses or contests which place."""

from collections.abc import Callable, Iterator, Mapping, Sequence

from geomap.domain.statements import Effect
from geomap.reading.claims.ended_rule import rule_ended
from geomap.reading.claims.entering import enter, march_in
from geomap.reading.claims.falling import fall, fall_noun
from geomap.reading.claims.fighting import advance, divided, fight
from geomap.reading.claims.flags import raise_flag
from geomap.reading.claims.gaps import goes_on_without_verb
from geomap.reading.claims.giving_up import admit, cede, flee
from geomap.reading.claims.handovers import has_no_more, has_stopped
from geomap.reading.claims.having import gapped, has, theirs
from geomap.reading.claims.holding import (
    hold,
    in_hands,
    under,
)
from geomap.reading.claims.likewise import likewise
from geomap.reading.claims.loss_nouns import drive_noun, leave_noun, lose_noun
from geomap.reading.claims.losses import drive, lose
from geomap.reading.claims.presence import DUTCH_HAVE, present
from geomap.reading.claims.proclaimed import victory
from geomap.reading.claims.replacing import changes_hands, patrols, replaces
from geomap.reading.claims.ruling import (
    has_control,
    live,
    patrol,
    restore,
    rule,
    seize_power,
    welcome,
)
from geomap.reading.claims.strongholds import held_town, is_seat_of_party, passing, seat
from geomap.reading.claims.takings import (
    clear,
    follow,
    occupy,
    take,
    take_noun,
    win,
)
from geomap.reading.claims.transfers import defeat, gone, passed, stripped
from geomap.reading.claims.withdrawing import leave
from geomap.reading.clauses.deeds import (
    agent_of,
    frame_of,
    is_verb_here,
)
from geomap.reading.clauses.scenes import Scene
from geomap.reading.clauses.verbs import is_attribute
from geomap.reading.context.drafts import ClaimDraft
from geomap.reading.language.items import Item
from geomap.reading.language.words import Sense
from geomap.reading.telling.certainty import is_told


def claims_in(scene: Scene) -> Iterator[ClaimDraft]:
    """Yield what a clause says on control."""
    for item in scene.clause.telling:
        frame = frame_of(scene, item)
        if frame in _TAKING and is_attribute(scene.line, item):
            # "Het door IS veroverde X" is read by its place.
            continue
        if frame is not None:
            read = _VERBS.get(frame) if is_verb_here(scene, item) else _NOUNS.get(frame)
            if read is not None and (frame == "stay" or is_told(scene, item)):
                yield from read(scene, item)
            elif frame == "hold" and has_stopped(scene):
                yield from has_no_more(scene, item, agent_of(scene, item))
        if not _HAVING.isdisjoint(item.senses):
            yield from _holding(scene, item)
    yield from likewise(scene)
    if scene.verb is None and scene.places:
        yield from gapped(scene)
        yield from goes_on_without_verb(scene)
    yield from passing(scene)


_HAVING = frozenset(
    (
        *(Sense.UNDER, Sense.HANDS, Sense.HELD, Sense.HAVE, Sense.STILL),
        *(Sense.SEAT, Sense.NOUN),
    )
)
"""What can say that somebody has a place, as most deeds do not."""


def _holding(scene: Scene, item: Item) -> Iterator[ClaimDraft]:
    if Sense.UNDER in item.senses:
        yield from under(scene, item)
    elif Sense.HANDS in item.senses:
        yield from in_hands(scene, item)
        if scene.language == "en":
            yield from rule_ended(scene, item)
    elif Sense.HELD in item.senses and Sense.VERB not in item.senses:
        yield from held_town(scene, item)
    elif Sense.HAVE in item.senses and Sense.VERB not in item.senses:
        yield from has(scene, item)
    yield from _being(scene, item)


def _being(scene: Scene, item: Item) -> Iterator[ClaimDraft]:
    senses = item.senses
    if Sense.STILL in senses or item.text.lower() in DUTCH_HAVE:
        yield from present(scene, item)
    noun = senses.get(Sense.NOUN)
    if noun == "control":
        yield from has_control(scene, item)
    if noun == "hold" or (Sense.SEAT in senses and is_seat_of_party(scene, item)):
        yield from seat(scene, item)


def changed(drafts: Sequence[ClaimDraft]) -> list[Item]:
    """The places of which more is told than who holds them; those are what a report is about."""
    return [draft.place for draft in drafts if draft.effect is not Effect.HOLDS]


_TAKING = frozenset({"take", "retake"})
_Reader = Callable[[Scene, Item], Iterator[ClaimDraft]]


_VERBS: Mapping[str, _Reader] = {
    "take": take,
    "retake": take,
    "fall": fall,
    "lose": lose,
    "surrender": lose,
    "drive": drive,
    "cede": cede,
    "admit": admit,
    "flee": flee,
    "live": live,
    "leave": leave,
    "withdraw": leave,
    "hold": hold,
    "fight": fight,
    "raise_flag": raise_flag,
    "occupy": occupy,
    "clear": clear,
    "enter": enter,
    "advance": advance,
    "march": march_in,
    "win": win,
    "resist": fight,
    "divide": divided,
    "rule": rule,
    "restore": restore,
    "seize_power": seize_power,
    "patrol": patrol,
    "welcome": welcome,
    "follow": follow,
    "pass": passed,
    "replace": replaces,
    "change": changes_hands,
    "guard": patrols,
    "defeat": defeat,
    "strip": stripped,
    "stay": gone,
}


_NOUNS: Mapping[str, _Reader] = {
    "resist": fight,
    "take": take_noun,
    "retake": take_noun,
    "fall": fall_noun,
    "withdraw": leave_noun,
    "displacement": flee,
    "lose": lose_noun,
    "drive": drive_noun,
    "battle": fight,
    "theirs": theirs,
    "victory": victory,
}
