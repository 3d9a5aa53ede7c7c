"""What a reviewer sees, as JSON."""

from collections.abc import Iterable, Mapping
from typing import Any

from geomap.domain.event_kinds import EventKind
from geomap.domain.ingested import CitedAgain
from geomap.domain.proposals import Proposal
from geomap.domain.review import AcceptanceRule, Citation, KnownName, QueuedReport, Taken
from geomap.domain.statements import (
    Effect,
    Event,
    Figure,
    Measure,
    Place,
    Report,
    Source,
    Unit,
)
from geomap.domain.timeline import ControlPeriod
from geomap.exports.explanation import judged_document, report_document
from geomap.exports.geojson import point
from geomap.exports.proposals import proposal_document
from geomap.exports.record import source_document

Json = dict[str, Any]


def queued_document(queued: QueuedReport) -> Json:
    """A report of the queue, with how much of it waits."""
    return {
        "id": queued.id,
        "report": _report(queued.report),
        "waiting": queued.waiting,
        "decided": queued.decided,
    }


def article_document(
    report: Report | None,
    text: str | None,
    proposals: Iterable[Proposal],
    places: dict[str, Place],
    sources: dict[str, Source],
) -> Json:
    """A report with its text, where it is kept, and all that was read from it."""
    shown = list(proposals)
    named = {one.suggestion.statement.get("source") for one in shown}
    return {
        "id": report.id if report else None,
        "report": _report(report),
        "text": text,
        "proposals": [proposal_document(one) for one in shown],
        "places": {key: place_named(place) for key, place in sorted(places.items())},
        "sources": {
            key: source_document(source) for key, source in sorted(sources.items()) if key in named
        },
    }


def cited_again_document(cited: CitedAgain, reports: Mapping[str, Report]) -> Json:
    """Where another report with the same wire story says what was proposed."""
    return {
        "proposal": cited.proposal,
        "report": _report(reports.get(cited.report_id)),
        "span": list(cited.span),
    }


def place_named(place: Place) -> Json:
    """A place with what a reviewer knows it by."""
    return {
        "id": place.id,
        "name": place.name,
        "names": dict(place.names),
        "country": place.country,
        "kind": place.kind,
        "geometry": point(place),
    }


def period_document(period: ControlPeriod) -> Json:
    """A period as the map shows it, without its evidence."""
    return {
        "start": period.start.isoformat(),
        "end": period.end.isoformat() if period.end else None,
        **judged_document(period.verdict),
        "stale": [
            {"start": one.start.isoformat(), "end": one.end.isoformat() if one.end else None}
            for one in period.stale
        ],
    }


def known_name_document(name: KnownName) -> Json:
    """A name that was taught."""
    return {
        "name": name.name,
        "means": name.means.value,
        "key": name.key,
        "by": name.author,
        "at": name.noted.isoformat(timespec="seconds"),
    }


def rule_for_accepting_document(rule: AcceptanceRule) -> Json:
    """A rule for accepting unattended, also in words."""
    return {
        "number": rule.number,
        "kinds": sorted(rule.kinds),
        "reliability": rule.reliability.value,
        "confidence": rule.confidence,
        "by": rule.author,
        "at": rule.set_at.isoformat(timespec="seconds"),
        "text": str(rule),
    }


def step_document(taken: Taken) -> Json:
    """What somebody did with a proposal."""
    return {
        "step": taken.step.value,
        "by": taken.author,
        "at": taken.at.isoformat(timespec="seconds"),
        "reason": taken.reason,
        "revision": taken.revision,
    }


def alike_document(event: Event) -> Json:
    """An event of the atlas that a proposal may tell of again."""
    return {
        "id": event.id,
        "title": event.title,
        "kind": event.kind.value,
        "when": event.when.edtf,
        "actors": list(event.actors),
        "source": event.source_id,
        "summary": event.summary,
    }


def citation_document(citation: Citation) -> Json:
    """One report more that tells of an event."""
    return {
        "id": citation.id,
        "source": citation.source_id,
        "report": citation.report_id,
        "known": citation.known.isoformat(),
        "credibility": citation.credibility,
        "summary": citation.summary,
        "quote": citation.quote,
    }


def _report(report: Report | None) -> Json | None:
    return None if report is None else report_document(report)


def choices_document() -> Json:
    """What a correction can choose from, in the order of the vocabulary."""
    return {
        "effects": [one.value for one in Effect],
        "kinds": [one.value for one in EventKind],
        "measures": {
            one.value: sorted(Figure.UNITS.get(one, frozenset({Unit.PERSONS}))) for one in Measure
        },
    }
