"""Declared: reports with proposals, what a decision would change, names that were taught."""

from dataclasses import replace

from geomap.domain.review import Means
from geomap.domain.rights import Right
from geomap.web.answers import JSON
from geomap.web.declarations import (
    DAY,
    LARGEST_REVISION,
    TEXT,
    Body,
    Operation,
    Parameter,
    limit,
    one_of,
    required,
    whole,
)
from geomap.web.operations.writing import NOTE, PROPOSAL, STATEMENT, WRITING

TAG = "review"
WAITING, ANY = "waiting", "any"
NO_REPORT = "-"
"""In the place of a report's id: the proposals that name no report."""
LONGEST_NAME = 100
LONGEST_REPORT = 200_000
"""Characters of the text of a report that is pasted; longer ones are ingested as files."""
LARGEST_REPORT = 1024 * 1024
"""Bytes of the request that brings it."""
_READING = (401, 403, 404, 429)

REVIEW = Operation(
    name="review",
    path="/api/review",
    summary="Who reviews, and by which rules proposals are accepted unattended",
    tag=TAG,
    media_types=(JSON,),
    refusals=_READING,
    tagged=False,
    right=Right.PROPOSE,
)
REPORTS = replace(
    REVIEW,
    name="reviewReports",
    path="/api/reports",
    summary="Reports with proposals, in the order in which those came",
    parameters=(
        Parameter("state", "Those that wait for a decision, or all.", one_of(WAITING, ANY)),
        limit(50, 200, "reports"),
        Parameter("after", "Only those after this number.", whole(0, LARGEST_REVISION, 0)),
    ),
)
REPORT = replace(
    REVIEW,
    name="reviewReport",
    path="/api/reports/{key}",
    summary="A report with its text and all that was proposed from it",
    named=(Parameter("key", "The id of the report; `-` for proposals without one.", TEXT),),
)
INGEST = replace(
    REPORTS,
    name="ingestReport",
    method="post",
    summary="Have the text of a report read; what it says is proposed",
    parameters=(),
    body=Body(
        (JSON,),
        {
            "type": "object",
            "required": ["text", "publisher", "published"],
            "properties": {
                "text": TEXT | {"maxLength": LONGEST_REPORT},
                "title": TEXT | {"maxLength": 500},
                "publisher": TEXT | {"maxLength": 200},
                "published": DAY,
                "language": TEXT | {"description": "ISO 639-1; else its words tell."},
                "url": TEXT | {"maxLength": 2000},
            },
        },
    ),
    answers=(200, 201),
    refusals=(*WRITING, 503),
)
PREVIEW = replace(
    PROPOSAL,
    name="previewProposal",
    path="/api/proposals/{number}/preview",
    method="post",
    summary="What accepting a proposal would change, as it stands or as the body corrects it",
    body=Body((JSON,), STATEMENT, required=False),
    refusals=WRITING,
    tag=TAG,
)
ALIKE = replace(
    PROPOSAL,
    name="eventsAlike",
    path="/api/proposals/{number}/alike",
    summary="The events of the atlas that a proposed event may tell of once more",
    tag=TAG,
)
STEPS = replace(
    PROPOSAL,
    name="proposalSteps",
    path="/api/proposals/{number}/steps",
    summary="What was done with a proposal, by whom and why",
    tag=TAG,
)
MERGE = replace(
    PROPOSAL,
    name="mergeProposal",
    path="/api/proposals/{number}/merge",
    method="post",
    summary="Let an event of the atlas cite the report of a proposed event",
    parameters=(
        required(Parameter("into", "The id of the event of the atlas.", TEXT)),
        required(NOTE),
    ),
    refusals=WRITING,
    tag=TAG,
    right=Right.EDIT,
)
UNDO = replace(
    MERGE,
    name="undoDecision",
    path="/api/proposals/{number}/undo",
    summary="Take a decision back; what was accepted is withdrawn, and the proposal waits again",
    parameters=(required(NOTE),),
)
NAMES = replace(
    REVIEW,
    name="knownNames",
    path="/api/names",
    summary="Names that reviewers have taught, by which reports are read",
)
TEACH = replace(
    NAMES,
    name="teachName",
    method="post",
    summary="Teach which place or actor is meant by a name",
    body=Body(
        (JSON,),
        {
            "type": "object",
            "required": ["name", "means", "key"],
            "properties": {
                "name": TEXT | {"maxLength": LONGEST_NAME},
                "means": {"type": "string", "enum": [one.value for one in Means]},
                "key": TEXT,
            },
        },
    ),
    answers=(201,),
    refusals=WRITING,
    right=Right.EDIT,
)
FORGET = replace(
    NAMES,
    name="forgetName",
    method="delete",
    summary="Forget a name that was taught",
    parameters=(
        required(Parameter("name", "The name, as it was taught.", TEXT)),
        Parameter("means", "What it stands for.", {"type": "string", "enum": ["place", "actor"]}),
    ),
    refusals=WRITING,
    right=Right.EDIT,
)
CITATIONS = Operation(
    name="eventCitations",
    path="/api/events/{key}/citations",
    summary="The reports that tell of an event beside its own",
    tag=TAG,
    media_types=(JSON,),
    named=(Parameter("key", "The id of the event.", TEXT),),
    refusals=(404,),
)
OPERATIONS = (
    *(REVIEW, REPORTS, INGEST, REPORT, PREVIEW, ALIKE, STEPS, MERGE, UNDO),
    *(NAMES, TEACH, FORGET, CITATIONS),
)
