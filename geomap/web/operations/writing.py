"""Declared: statements and proposals, read and written."""

from dataclasses import replace

from geomap.domain.proposals import State
from geomap.domain.rights import Right
from geomap.services.writing import KINDS
from geomap.web.answers import JSON
from geomap.web.declarations import (
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
from geomap.web.json_bodies import MERGE_PATCH

TAG = "writing"
LONGEST_NOTE = 2000
ANY = "any"
STATEMENT = {"$ref": "#/components/schemas/statement"}
_PROPOSAL = {"$ref": "#/components/schemas/proposal"}
_SEEN = Parameter("If-Match", 'The ETag of the version that was looked at, such as "r12".', TEXT)
_NEW = Parameter("If-None-Match", "`*` for a statement that is not there yet.", TEXT)
NOTE = Parameter(
    "note", "Why it is done, in a sentence; it is public.", TEXT | {"maxLength": LONGEST_NOTE}
)
WRITING = (401, 403, 404, 409, 413, 415, 429)

SHOW = Operation(
    name="statement",
    path="/api/statements/{kind}/{key}",
    summary="A statement as it is now",
    tag=TAG,
    media_types=(JSON,),
    named=(
        Parameter("kind", "The kind.", {"type": "string", "enum": [f"{one}s" for one in KINDS]}),
        Parameter("key", "The id of the statement.", TEXT),
    ),
    refusals=(404,),
)
PUT = replace(
    SHOW,
    name="putStatement",
    method="put",
    summary="Accept a new statement (If-None-Match), or put another in place of the one read",
    parameters=(required(NOTE),),
    headers=(_SEEN, _NEW),
    body=Body((JSON,), STATEMENT),
    answers=(200, 201),
    refusals=(*WRITING, 412, 428),
    right=Right.EDIT,
)
PATCH = replace(
    PUT,
    name="editStatement",
    method="patch",
    summary="Edit the parts of a statement that are sent (JSON Merge Patch)",
    headers=(_SEEN,),
    body=Body((MERGE_PATCH, JSON), STATEMENT),
    answers=(200,),
)
DELETE = replace(
    PATCH,
    name="withdrawStatement",
    method="delete",
    summary="Take a statement back; older revisions keep it",
    body=None,
)
PROPOSE = Operation(
    name="propose",
    path="/api/proposals",
    method="post",
    summary="Propose a statement; it changes no answer",
    tag=TAG,
    media_types=(JSON,),
    parameters=(NOTE,),
    headers=(
        Parameter(
            "Idempotency-Key",
            "A request that is sent twice with it makes one proposal.",
            TEXT | {"minLength": 1, "maxLength": 200},
        ),
    ),
    body=Body((JSON,), _PROPOSAL),
    answers=(200, 201),
    refusals=WRITING,
    tagged=False,
    right=Right.PROPOSE,
)
PROPOSALS = Operation(
    name="proposals",
    path="/api/proposals",
    summary="Proposals in the order of their numbers",
    tag=TAG,
    media_types=(JSON,),
    parameters=(
        Parameter(
            "state",
            "What became of them.",
            one_of(State.PROPOSED, State.ACCEPTED, State.REJECTED, ANY),
        ),
        Parameter("kind", "What is proposed.", one_of(ANY, *KINDS)),
        Parameter("report", "Only those of this report, by id.", TEXT),
        limit(50, 500, "proposals"),
        Parameter("after", "Only those after this number.", whole(0, LARGEST_REVISION, 0)),
    ),
    refusals=(401, 403, 429),
    tagged=False,
    right=Right.PROPOSE,
)
PROPOSAL = Operation(
    name="proposal",
    path="/api/proposals/{number}",
    summary="One proposal, and what was decided on it",
    tag=TAG,
    media_types=(JSON,),
    named=(Parameter("number", "The number of the proposal.", whole(0)),),
    refusals=(401, 403, 404, 429),
    tagged=False,
    right=Right.PROPOSE,
)
ACCEPT = replace(
    PROPOSAL,
    name="acceptProposal",
    path="/api/proposals/{number}/accept",
    method="post",
    summary="Accept a proposal, as it stands or as the body corrects it",
    parameters=(required(NOTE),),
    body=Body((JSON,), STATEMENT, required=False),
    answers=(200, 201),
    refusals=WRITING,
    right=Right.EDIT,
)
REJECT = replace(
    ACCEPT,
    name="rejectProposal",
    path="/api/proposals/{number}/reject",
    summary="Reject a proposal; the note is the reason",
    body=None,
    answers=(200,),
)
OPERATIONS = (SHOW, PUT, PATCH, DELETE, PROPOSE, PROPOSALS, PROPOSAL, ACCEPT, REJECT)
