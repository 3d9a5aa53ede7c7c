"""What was learned between two standpoints, and what another rule says, as JSON and in words."""

from datetime import date
from typing import Any

from geomap.domain.answers import AlternativesAnswer, LearnedAnswer, Register
from geomap.domain.control import Control
from geomap.domain.learning import Difference, Learned
from geomap.domain.rule import rule_document
from geomap.domain.standpoint import Standpoint
from geomap.exports.explanation import place_document, verdict_document
from geomap.exports.geojson import claim_document
from geomap.exports.sentences import sentence
from geomap.exports.words import Words

Json = dict[str, Any]


def learned_document(answer: LearnedAnswer) -> Json:
    """The document of `/api/learned`."""
    query, frame = answer.query, answer.frame
    first, second = answer.revisions
    differences = [_difference(one, answer.register) for one in answer.differences]
    return {
        "atlas": frame.id,
        "date": query.day.isoformat() if query.day else None,
        "place": query.place_id,
        "before": _standpoint(query.before, first),
        "after": _standpoint(query.after, second),
        "rule": rule_document(query.after.rule, frame.reach),
        "numberReturned": len(differences),
        "differences": differences,
    }


def alternatives_document(answer: AlternativesAnswer) -> Json:
    """The document of `/api/alternatives`."""
    day, standpoint, frame = answer.query.day, answer.standpoint, answer.frame
    words = Words(answer.register)
    differences = [
        {
            "place": place_document(one.place),
            "standard": _verdict_with_evidence(one.standard, day, answer.register),
            "asked": _verdict_with_evidence(one.asked, day, answer.register),
            "text": sentence(
                "alternative",
                place=one.place.name,
                standard=words.shortly(one.standard, day),
                asked=words.shortly(one.asked, day),
            ),
        }
        for one in answer.places
    ]
    return {
        "atlas": frame.id,
        "date": day.isoformat(),
        "known": standpoint.known.isoformat() if standpoint.known else None,
        "revision": answer.revision,
        "standard": rule_document(answer.standard, frame.reach),
        "rule": rule_document(standpoint.rule, frame.reach),
        "numberReturned": len(differences),
        "differences": differences,
    }


def _standpoint(standpoint: Standpoint, revision: int) -> Json:
    known = standpoint.known.isoformat() if standpoint.known else None
    return {"known": known, "revision": revision}


def _verdict_with_evidence(control: Control, day: date, register: Register) -> Json:
    evidence = [claim_document(one, register.sources[one.source_id]) for one in control.evidence]
    return {**verdict_document(control, day), "evidence": evidence}


def _difference(one: Difference, register: Register) -> Json:
    words = Words(register)
    statements = [_learned(each, register, words) for each in one.learned]
    return {
        "place": place_document(one.place),
        "start": one.start.isoformat(),
        "end": one.end.isoformat(),
        "before": verdict_document(one.before, one.start),
        "after": verdict_document(one.after, one.start),
        "statements": statements,
        "text": [
            sentence(
                "difference",
                place=one.place.name,
                before=words.shortly(one.before, one.start),
                after=words.shortly(one.after, one.start),
            ),
            *(each["text"] for each in statements),
        ],
    }


def _learned(one: Learned, register: Register, words: Words) -> Json:
    aside = [words.named(claim) for claim in one.aside]
    role = sentence(f"role_{one.role.value}")
    if aside:
        role = sentence("and_aside", role=role, aside="; ".join(aside))
    return {
        **claim_document(one.claim, register.sources[one.claim.source_id]),
        "place_id": one.claim.place_id,
        "role": one.role.value,
        "aside": [claim.id for claim in one.aside],
        "text": f"{words.claim(one.claim)} {role}",
    }
