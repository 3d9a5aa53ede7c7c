"""An explanation as JSON: what was considered, what became of it, what follows, also in words."""

from datetime import date
from typing import Any

from geomap.domain.answers import ExplainedAnswer, Register
from geomap.domain.control import Control, Verdict
from geomap.domain.explanation import STEPS, Considered, Explanation
from geomap.domain.grades import CREDIBILITY_WEIGHTS, RELIABILITY_WEIGHTS
from geomap.domain.rule import rule_document
from geomap.domain.standpoint import Standpoint
from geomap.domain.statements import Place, Report
from geomap.exports.geojson import claim_document, point
from geomap.exports.words import Words

Json = dict[str, Any]
SHARE_DECIMALS = 4


def explanation_document(answer: ExplainedAnswer) -> Json:
    """The document of `/api/explain`."""
    explanation, words = answer.explanation, Words(answer.register)
    standpoint = explanation.standpoint
    return {
        "atlas": answer.frame.id,
        "place": place_document(explanation.place),
        "date": explanation.day.isoformat(),
        **standpoint_document(standpoint),
        "revision": answer.revision,
        "rule": rule_document(standpoint.rule, answer.frame.reach),
        "verdict": verdict_document(explanation.control, explanation.day),
        "shares": [
            {
                "actor": share.actor_id,
                "name": words.actor(share.actor_id),
                "weight": share.weight / 100,
                "share": round(float(share.part), SHARE_DECIMALS),
            }
            for share in explanation.shares
        ],
        "freshness": _freshness(explanation),
        "claims": [
            _considered(one, explanation, answer.register) for one in explanation.considered
        ],
        "reports": {key: report_document(one) for key, one in sorted(answer.reports.items())},
        "summary": words.summary(explanation),
        "text": words.text(explanation),
    }


def place_document(place: Place) -> Json:
    """A place, with its point as a GeoJSON geometry."""
    return {
        "id": place.id,
        "name": place.name,
        "country": place.country,
        "geometry": point(place),
    }


def standpoint_document(standpoint: Standpoint) -> Json:
    """What was known; the rule and the revision stand beside it."""
    return {"known": standpoint.known.isoformat() if standpoint.known else None}


def report_document(report: Report) -> Json:
    """Where a statement can be read."""
    return {
        "title": report.title,
        "publisher": report.publisher,
        "published": report.published.edtf,
        "language": report.language,
        "url": report.url,
    }


def verdict_document(control: Control, day: date) -> Json:
    """The answer, without its evidence."""
    return {**judged_document(control.verdict), "stale": control.is_stale(day)}


def judged_document(verdict: Verdict) -> Json:
    """A verdict, whatever the day."""
    return {
        "status": verdict.status.value,
        "holder": verdict.holder,
        "holders": list(verdict.holders),
        "opposed": verdict.opposed,
        "uncertain": verdict.uncertain,
        "candidates": list(verdict.candidates),
    }


def _freshness(explanation: Explanation) -> Json | None:
    freshness = explanation.freshness
    if freshness is None:
        return None
    return {
        "claim": freshness.newest.id,
        "age_days": freshness.age_days,
        "limit_days": freshness.limit_days,
        "standing": freshness.newest.when.standing,
        "stale": freshness.stale,
    }


def _considered(one: Considered, explanation: Explanation, register: Register) -> Json:
    claim, words = one.claim, Words(register)
    return {
        **claim_document(claim, register.sources[claim.source_id]),
        "place_id": claim.place_id,
        "place": words.place(claim.place_id),
        "earliest": claim.when.earliest.isoformat(),
        "settled": claim.when.settled.isoformat(),
        "weight": claim.grade.weight / 100,
        "weights": {
            "reliability": RELIABILITY_WEIGHTS[claim.grade.reliability] / 10,
            "credibility": CREDIBILITY_WEIGHTS[claim.grade.credibility] / 10,
        },
        "fate": one.fate.value,
        "step": STEPS[one.fate],
        "by": one.by.id if one.by else None,
        "days": one.days or None,
        "counts_for": list(one.parties),
        "says": words.claim(claim),
        "became": words.fate(one, explanation.standpoint.rule),
    }
