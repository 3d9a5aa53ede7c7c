"""The claims that answers rest on, as they stand in features: read by columns, for many at once."""

from collections.abc import Collection
from typing import Any

from sqlalchemy import String, and_, cast, select
from sqlalchemy.orm import Session

from geomap.storage.models import ClaimRow, SourceRow
from geomap.storage.revisions import rows_of, versions_at
from geomap.storage.selection import portions

_NAMES = ("id", "source", "source_id", "report", "grade", "effect", "holder", "loser")
_MORE_NAMES = ("when", "known", "summary", "quote")
_KNOWN = len(_NAMES) + _MORE_NAMES.index("known")
_COLUMNS = (
    *(ClaimRow.id, SourceRow.name, ClaimRow.source_id, ClaimRow.report_id),
    SourceRow.reliability + cast(ClaimRow.credibility, String),
    *(ClaimRow.effect, ClaimRow.holder, ClaimRow.loser, ClaimRow.when, ClaimRow.known),
    *(ClaimRow.summary, ClaimRow.quote),
)


def claim_documents(
    session: Session, revision: int, ids: Collection[str]
) -> dict[str, dict[str, Any]]:
    """The claims of these ids as they were at a revision, by id."""
    names = (*_NAMES, *_MORE_NAMES)
    source = and_(SourceRow.id == ClaimRow.source_id, versions_at(session, SourceRow, revision))
    query = select(*_COLUMNS).select_from(ClaimRow).join(SourceRow, source)
    query = query.where(versions_at(session, ClaimRow, revision))
    return {
        row[0]: dict(zip(names, row, strict=True)) | {"known": row[_KNOWN].isoformat()}
        for portion in portions(ids)
        for row in rows_of(session, query.where(ClaimRow.id.in_(portion)))
    }
