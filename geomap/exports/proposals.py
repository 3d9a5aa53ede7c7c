"""Proposals as JSON."""

from typing import Any

from geomap.domain.proposals import Decision, Proposal

Json = dict[str, Any]


def proposal_document(proposal: Proposal) -> Json:
    """A proposal with what was decided on it."""
    suggestion = proposal.suggestion
    return {
        "number": proposal.number,
        "state": proposal.state.value,
        "kind": suggestion.kind,
        "statement": dict(suggestion.statement),
        "span": list(suggestion.span) if suggestion.span else None,
        "proposer": suggestion.proposer,
        "note": suggestion.note,
        "confidence": suggestion.confidence,
        "created": proposal.created.isoformat(timespec="seconds"),
        "decision": None if proposal.decision is None else _decision(proposal.decision),
    }


def _decision(decision: Decision) -> Json:
    return {
        "by": decision.decider,
        "at": decision.decided.isoformat(timespec="seconds"),
        "reason": decision.reason,
        "revision": decision.revision,
        "statement": decision.statement,
        "merged": decision.merged,
    }
