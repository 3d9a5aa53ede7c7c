"""Declared: how changes are followed, and how the service is."""

from geomap.exports.feed import MEDIA_TYPE as ATOM
from geomap.web.answers import JSON
from geomap.web.declarations import (
    BBOX,
    KNOWN,
    LARGEST_REVISION,
    TEXT,
    Operation,
    Parameter,
    limit,
    whole,
)
from geomap.web.operations.schemas import following as schemas

TAG = "following"
EVENT_STREAM = "text/event-stream"
PLAIN = "text/plain; version=0.0.4; charset=utf-8"
_SINCE = "Only what came after this revision"
FEED = Operation(
    name="feed",
    path="/feed.atom",
    summary="Changes of control as an Atom feed, those accepted last first",
    tag=TAG,
    media_types=(ATOM,),
    parameters=(
        Parameter("actor", "Only changes that concern this actor, by id.", TEXT),
        Parameter("place", "Only changes of this place, by id.", TEXT),
        BBOX,
        KNOWN,
        limit(50, 500, "entries"),
        Parameter("after", "Where a page begins: taken from the next link of a page.", TEXT),
    ),
    refusals=(404,),
)
CHANGES = Operation(
    name="changes",
    path="/api/changes",
    summary="Insertions, edits and withdrawals after a revision, the oldest first",
    tag=TAG,
    media_types=(JSON,),
    schema=schemas.CHANGES,
    parameters=(
        Parameter("since", f"{_SINCE} is told.", whole(0, LARGEST_REVISION, 0)),
        Parameter("after", "Where a page begins: taken from the next link of a page.", TEXT),
        limit(100, 1000, "changes"),
        Parameter("history", "The line of revisions that is followed; another one is 410.", TEXT),
    ),
    refusals=(404, 410),
)
STREAM = Operation(
    name="changesStream",
    path="/api/changes/stream",
    summary="A server-sent event for each new revision",
    tag=TAG,
    media_types=(EVENT_STREAM,),
    parameters=(Parameter("since", f"{_SINCE}; else from now on.", whole(0, LARGEST_REVISION)),),
    headers=(Parameter("Last-Event-ID", "What was seen last, as a browser sends it.", TEXT),),
    refusals=(404,),
    tagged=False,
)
HEALTH = Operation(
    name="health",
    path="/health",
    summary="Whether the service can answer",
    tag=TAG,
    media_types=(JSON,),
    schema=schemas.HEALTH,
)
METRICS = Operation(
    name="metrics",
    path="/metrics",
    summary="How much is asked, for Prometheus; on this machine alone, or with a token",
    tag=TAG,
    media_types=(PLAIN,),
    refusals=(401, 403, 404, 429),
    tagged=False,
)
OPERATIONS = (FEED, CHANGES, STREAM, HEALTH, METRICS)
