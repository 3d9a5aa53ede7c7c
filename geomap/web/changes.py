"""Changes over HTTP: what revisions did to statements, page by page."""

import re
from urllib.parse import urlencode

from flask import Blueprint, Response, request

from geomap.domain.changes import Mark
from geomap.errors import InvalidParameter
from geomap.exports.changes import changes_document
from geomap.services.changes import changes_since
from geomap.web.answers import JSON, json_answer, service
from geomap.web.documents import encoded
from geomap.web.operations.following import CHANGES
from geomap.web.parameters import Parameters

blueprint = Blueprint("changes", __name__)
_ALL_OF_IT = 2**31 - 1
_MARK = re.compile(r"([0-9]{1,9})\.([0-9])\.([0-9]{1,18})")


@blueprint.get(CHANGES.path)
def show_changes() -> Response:
    """Insertions, edits and withdrawals after a revision, the oldest first."""
    given = Parameters(request.args, CHANGES.parameters)
    since = given.whole("since")
    mark = _mark(given.text("after")) or Mark(since, _ALL_OF_IT, _ALL_OF_IT)
    limit = given.limit()
    with service().database.reading() as session:
        answer = changes_since(session, mark, limit, given.text("history"))
    following = None
    if answer.more:
        last = str(answer.changes[-1].mark)
        query = {**request.args.to_dict(), "history": answer.history, "after": last}
        following = f"{request.path}?{urlencode(query)}"
    return json_answer(encoded(changes_document(answer, following)), JSON, answer.revision)


def _mark(text: str | None) -> Mark | None:
    if text is None:
        return None
    match = _MARK.fullmatch(text)
    if match is None:
        raise InvalidParameter("after", "cannot be read; take it from the next link of a page.")
    revision, group, row = map(int, match.groups())
    return Mark(revision, group, row)
