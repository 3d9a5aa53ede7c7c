"""From when until when somebody held a place, and that what ended it was another's taking."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

from geomap.domain.statements import Effect
from geomap.domain.when import When
from geomap.reading.language.word_lists import words
from geomap.reading.merging import Told
from geomap.reading.model import ReadClaim

_DEEDS = frozenset({Effect.TAKES, Effect.CONTESTS})


def settled(claims: Iterable[Told[ReadClaim]], published: date | None) -> list[Told[ReadClaim]]:
    """End what another took, and date what took it by itself and not by how long it was held."""
    every = _defended(list(claims))
    told = _without_history([_lost_before(one, every) for one in every])
    held = [one.statement for one in told if one.statement.effect is Effect.HOLDS]
    since = [one for one in held if one.when.standing]
    if since:
        told = _of_one_day([_as_of_old(one, since) for one in told], told)
        told = [_of_its_own_day(one, since, published) for one in told]
    if held:
        told = [_from_holder(one, held) for one in told]
    if since:
        takings = [one.statement for one in told if one.statement.effect is Effect.TAKES]
        told = [_ended(one, takings) for one in told]
    return told


def _defended(every: list[Told[ReadClaim]]) -> list[Told[ReadClaim]]:
    """Take "X is defended by A" for who is attacked there, where the report tells of a fight."""
    defending = {
        (one.statement.place, one.statement.holder): one
        for one in every
        if one.statement.effect is Effect.HOLDS
        and not _DEFENDING.isdisjoint(one.statement.quote.lower().rstrip(".").split())
    }
    if not defending:
        return every
    fought = {one.statement.place for one in every if one.statement.effect is Effect.CONTESTS}
    gone = [one for one in defending.values() if one.statement.place in fought]
    return [_against(one, gone) for one in every if one not in gone]


def _against(told: Told[ReadClaim], gone: Sequence[Told[ReadClaim]]) -> Told[ReadClaim]:
    claim = told.statement
    if claim.effect is not Effect.CONTESTS or claim.loser is not None:
        return told
    for one in (other.statement for other in gone):
        if one.place == claim.place and one.holder != claim.holder:
            return replace(told, statement=replace(claim, loser=one.holder))
    return told


_DEFENDING = words("defended defend defends defending verdedigd verdedigen verdedigt")


def _without_history(told: list[Told[ReadClaim]]) -> list[Told[ReadClaim]]:
    """Leave out an undated taking by who lost the place in a sentence before: that is no news."""
    takings = [one.statement for one in told if one.statement.effect is Effect.TAKES]
    holding = {(one.statement.place, one.statement.holder) for one in told if _is_since(one)}
    return [
        one
        for one in told
        if one.dated
        or (holding and (one.statement.place, one.statement.holder) in holding)
        or not any(_is_history(one.statement, other) for other in takings)
    ]


def _lost_before(told: Told[ReadClaim], every: Sequence[Told[ReadClaim]]) -> Told[ReadClaim]:
    """Whom "A took X from B, weeks after losing it" says took X before."""
    claim = told.statement
    if claim.effect is not Effect.LOSES or not told.dated:
        return told
    for other in (one.statement for one in every):
        mine = other.effect is Effect.TAKES and other.holder == claim.loser and other.loser
        if mine and other.start == claim.start and other.place == claim.place:
            then = replace(claim, effect=Effect.TAKES, holder=other.loser)
            return replace(told, statement=then)
    return told


def _of_one_day(
    told: Sequence[Told[ReadClaim]], before: Sequence[Told[ReadClaim]]
) -> list[Told[ReadClaim]]:
    """Let what one party took in one sentence be of one day: "when IS took A and B"."""
    moved = {
        (one.statement.start, one.statement.holder): one.statement.when
        for one, old in zip(told, before, strict=True)
        if one is not old
    }
    return [_on(one, moved.get((one.statement.start, one.statement.holder))) for one in told]


def _on(told: Told[ReadClaim], day: When | None) -> Told[ReadClaim]:
    if day is None or told.dated or told.statement.effect is not Effect.TAKES:
        return told
    return replace(told, statement=replace(told.statement, when=day), dated=True)


def _is_history(claim: ReadClaim, other: ReadClaim) -> bool:
    """Whether another's taking ended it: also "IS held X before the army took it"."""
    if claim.effect is Effect.HOLDS:
        if claim.when.standing or not _NOW.isdisjoint(claim.quote.lower().split()):
            # "After IS took X in May, it is back in the hands of the army."
            return False
        return _beside(claim, other) and other.when.settled <= claim.when.earliest
    return _was_before(claim, other)


def _is_since(told: Told[ReadClaim]) -> bool:
    return told.statement.effect is Effect.HOLDS and told.statement.when.standing


def _was_before(claim: ReadClaim, other: ReadClaim) -> bool:
    """Whether a taking is what came before the one that another sentence told first."""
    return (
        claim.effect is Effect.TAKES
        and claim.place == other.place
        and claim.holder != other.holder
        and other.start < claim.start
        and other.when.earliest <= claim.when.latest
        and _AGAIN.isdisjoint(claim.quote.lower().split())
    )


_NOW = words("weer terug opnieuw inmiddels nu back again now")
_AGAIN = words(
    "again back then later hours retook recaptured regained retaken recaptured reclaimed weer "
    "terug opnieuw vervolgens later daarna heroverd heroverde heroverden heroverd heroverde uur"
)
"""Words by which a sentence goes on telling, so that what it says came after the rest."""


def _as_of_old(told: Told[ReadClaim], since: Sequence[ReadClaim]) -> Told[ReadClaim]:
    """Date "when IS took X" by "held by IS since January"."""
    claim = told.statement
    if told.dated or claim.effect is not Effect.TAKES:
        return told
    same = (one for one in since if one.place == claim.place and one.holder == claim.holder)
    held = next((one for one in same if one.when.earliest <= claim.when.earliest), None)
    if held is None:
        return told
    day = When.parse(held.when.edtf.removesuffix("/.."))
    return replace(told, statement=replace(claim, when=day), dated=True)


def _beside(one: ReadClaim, other: ReadClaim) -> bool:
    """Whether a sentence tells of two parties at one place."""
    return one.start == other.start and one.place == other.place and one.holder != other.holder


def _of_its_own_day(
    told: Told[ReadClaim], since: Sequence[ReadClaim], published: date | None
) -> Told[ReadClaim]:
    """As in "has captured X, which IS had held since 2014": that is no date of the capture."""
    claim = told.statement
    if claim.effect not in _DEEDS or published is None:
        return told
    if not any(_beside(claim, one) and one.when == claim.when for one in since):
        return told
    return replace(
        told, statement=replace(claim, when=When.parse(published.isoformat())), dated=False
    )


def _from_holder(told: Told[ReadClaim], held: Sequence[ReadClaim]) -> Told[ReadClaim]:
    """Whoever a sentence says held a place lost it to the one that took it."""
    claim = told.statement
    if claim.effect is not Effect.TAKES or claim.loser is not None:
        return told
    before = (
        one.holder
        for one in held
        if _beside(claim, one) and one.when.earliest < claim.when.earliest
    )
    loser = next(before, None)
    return replace(told, statement=replace(claim, loser=loser)) if loser else told


def _ended(told: Told[ReadClaim], takings: Sequence[ReadClaim]) -> Told[ReadClaim]:
    """Let "held X since 2014" end when another took X."""
    claim = told.statement
    if claim.effect is not Effect.HOLDS or not claim.when.standing:
        return told
    later = [
        one
        for one in takings
        if one.place == claim.place
        and one.holder != claim.holder
        and one.when.earliest > claim.when.settled
    ]
    if not later:
        return told
    end = min(later, key=lambda one: one.when.earliest).when.settled
    start = claim.when.edtf.removesuffix("/..")
    return replace(told, statement=replace(claim, when=When.parse(f"{start}/{end.isoformat()}")))
