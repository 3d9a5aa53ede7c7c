"""An explanation in words: one sentence for the answer, one for each thing that it rests on."""

from collections.abc import Iterable
from datetime import date

from geomap.domain.answers import Register
from geomap.domain.control import Control, Status
from geomap.domain.explanation import Considered, Explanation, Fate
from geomap.domain.grades import CREDIBILITY_WEIGHTS, RELIABILITY_WEIGHTS
from geomap.domain.rule import Rule
from geomap.domain.standpoint import Standpoint
from geomap.domain.statements import Claim
from geomap.exports.sentences import (
    effect_key,
    hundredths,
    listed,
    long_day,
    percent,
    sentence,
    tenths,
    verdict_key,
)

STANDARD = Rule()


class Words:
    """Says things about one atlas, whose names it knows."""

    def __init__(self, register: Register) -> None:
        self._register = register

    def actor(self, actor_id: str) -> str:
        """The name of an actor."""
        return self._register.actors[actor_id].name

    def source(self, source_id: str) -> str:
        """The name of a source."""
        return self._register.sources[source_id].name

    def place(self, place_id: str) -> str:
        """The name of a place."""
        return self._register.places[place_id].name

    def says(self, claim: Claim) -> str:
        """What a claim says of control, without who says it."""
        key = effect_key(claim)
        parties = [self.actor(actor) for actor in (claim.holder, claim.loser) if actor]
        first, last = (parties[:1] or [""])[0], (parties[-1:] or [""])[0]
        return sentence(key, holder=first, loser=last, place=self.place(claim.place_id))

    def claim(self, claim: Claim) -> str:
        """A claim with its source, its grade and both of its dates."""
        return sentence(
            "claim",
            source=self.source(claim.source_id),
            grade=claim.grade,
            when=claim.when.edtf,
            known=claim.known.isoformat(),
            says=self.says(claim),
        )

    def named(self, claim: Claim) -> str:
        """A claim, shortly, within another sentence."""
        source = self.source(claim.source_id)
        return sentence("claim_named", says=self.says(claim), source=source, when=claim.when.edtf)

    def fate(self, one: Considered, rule: Rule) -> str:
        """What became of a claim."""
        claim, grade = one.claim, one.claim.grade
        if one.fate is Fate.COUNTED and not one.parties:
            return sentence("counted_nobody")
        return sentence(
            one.fate,
            source=self.source(claim.source_id),
            known=claim.known.isoformat(),
            earliest=claim.when.earliest.isoformat(),
            settled=claim.when.settled.isoformat(),
            by=self.named(one.by) if one.by else "",
            nearer=self.place(one.by.place_id) if one.by else "",
            place=self.place(claim.place_id),
            days=one.days,
            window=rule.dispute_window.days,
            parties=listed([self.actor(actor) for actor in one.parties]),
            # The letter alone, where it is the reason; the numbers, where they are weighed.
            reliability=grade.reliability.value
            if one.fate is Fate.NOT_HEARD
            else tenths(RELIABILITY_WEIGHTS[grade.reliability]),
            credibility=tenths(CREDIBILITY_WEIGHTS[grade.credibility]),
            weight=hundredths(grade.weight),
        )

    def verdict(self, explanation: Explanation) -> str:
        """The answer in one sentence."""
        verdict = explanation.control.verdict
        names = [self.actor(actor) for actor in verdict.holders]
        return sentence(
            verdict_key(verdict),
            day=long_day(explanation.day),
            place=explanation.place.name,
            holder=names[0] if names else "",
            others=listed(names[1:]),
            holders=listed(names),
            share=percent(explanation.shares[0].part) if explanation.shares else "",
            majority=explanation.standpoint.rule.majority,
        )

    def shortly(self, control: Control, day: date) -> str:
        """An answer in few words, to stand beside another."""
        verdict = control.verdict
        holders = verdict.holders[:1] if verdict.opposed else verdict.holders
        key = f"shortly_{verdict.status.value}"
        if verdict.status is Status.CONTESTED and len(holders) > 1:
            key = "shortly_contested_by"
        answer = sentence(key, holders=listed([self.actor(actor) for actor in holders]))
        marks = ", ".join(self._marks(control, day))
        return sentence("marked", answer=answer, marks=marks) if marks else answer

    def _marks(self, control: Control, day: date) -> Iterable[str]:
        verdict = control.verdict
        others, candidates = (
            listed([self.actor(actor) for actor in actors])
            for actors in (verdict.holders[1:], verdict.candidates)
        )
        if verdict.opposed:
            yield sentence("mark_opposed", others=others)
        if verdict.uncertain:
            key = "mark_perhaps" if candidates else "mark_uncertain"
            yield sentence(key, candidates=candidates)
        if control.is_stale(day):
            yield sentence("mark_stale")

    def summary(self, explanation: Explanation) -> list[str]:
        """The answer, from where it is given, the weights and the doubts; the claims aside."""
        return [
            self.verdict(explanation),
            *self._standpoint(explanation.standpoint),
            *self._shares(explanation),
            *self._doubts(explanation),
        ]

    def text(self, explanation: Explanation) -> list[str]:
        """The whole explanation, sentence by sentence."""
        rule = explanation.standpoint.rule
        claims = [
            f"{self.claim(one.claim)} {self.fate(one, rule)}" for one in explanation.considered
        ]
        return [*self.summary(explanation), *claims]

    def _standpoint(self, standpoint: Standpoint) -> Iterable[str]:
        rule = standpoint.rule
        if standpoint.known is not None:
            yield sentence("known", known=long_day(standpoint.known))
        if standpoint.revision is not None:
            yield sentence("revision", revision=standpoint.revision)
        if rule.sources:
            yield sentence("sources", sources=listed(sorted(map(self.source, rule.sources))))
        if rule.least_reliability is not None:
            yield sentence("reliability", reliability=rule.least_reliability.value)
        if rule.dispute_window != STANDARD.dispute_window:
            yield sentence("window", window=rule.dispute_window.days)

    def _shares(self, explanation: Explanation) -> Iterable[str]:
        if explanation.control.verdict.status is Status.CONTESTED:
            return  # Fighting decides whatever the weights are; to print them would mislead.
        total = sum(share.weight for share in explanation.shares)
        for share in explanation.shares:
            yield sentence(
                "share",
                actor=self.actor(share.actor_id),
                weight=hundredths(share.weight),
                total=hundredths(total),
                share=percent(share.part),
            )

    def _doubts(self, explanation: Explanation) -> Iterable[str]:
        verdict, freshness = explanation.control.verdict, explanation.freshness
        if verdict.uncertain:
            candidates = listed([self.actor(actor) for actor in verdict.candidates])
            yield sentence("candidates" if candidates else "uncertain", candidates=candidates)
        if freshness is not None:
            standing = freshness.newest.when.standing
            key = "standing" if standing else "stale" if freshness.stale else "fresh"
            yield sentence(
                key,
                holder=self.actor(verdict.holders[0]),
                age=freshness.age_days,
                limit=freshness.limit_days,
            )
        if not explanation.considered:
            yield sentence("nothing", place=explanation.place.name)
