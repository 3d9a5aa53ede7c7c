"""Found events as JSON."""

from typing import Any

from geomap.domain.event_search import FoundEvents
from geomap.domain.rule import rule_document
from geomap.exports.explanation import report_document, standpoint_document
from geomap.exports.record import happening_document, source_document

Json = dict[str, Any]


def found_document(found: FoundEvents) -> Json:
    """The document of `/api/events/search`."""
    return {
        "atlas": found.frame.id,
        **standpoint_document(found.standpoint),
        "revision": found.revision,
        "rule": rule_document(found.standpoint.rule, found.frame.reach),
        "matched": found.events.matched,
        "told": [happening_document(one) for one in found.events.told],
        "sources": {key: source_document(one) for key, one in sorted(found.sources.items())},
        "reports": {key: report_document(one) for key, one in sorted(found.reports.items())},
    }
