"""What geomap refuses or cannot do, as one tree; it lies below every layer.

GeomapError
├── InvalidInput                 the request or file is wrong: say what to send instead
│   ├── InvalidWhen              a date that is not EDTF
│   ├── InvalidStatement         a claim, event or figure that contradicts itself
│   ├── InvalidParameter         a query parameter that cannot be read
│   ├── UnknownParameter         a query parameter that does not exist
│   ├── TooLarge                 more than is answered in one go
│   ├── Unreadable               a file or page that is no report, or one that cannot be read
│   ├── NotFetched               an address that may not, or could not, be fetched
│   └── InvalidAtlas             rows of an atlas that cannot be loaded
├── NotRead                      the rules of reading failed on a report; the fault is ours
├── NotAcceptable                there is no answer in the format asked for
├── NotFound                     the thing asked for does not exist
├── Gone                         what somebody followed is not, or no longer, here
├── Conflict                     somebody else was faster, or an id is taken
│   └── PreconditionFailed       what is to be changed is not what was looked at
├── PreconditionRequired         a change that does not say what was looked at
├── Unauthorized                 a request that needs a token and has none that counts
├── Forbidden                    a token, or an origin, that may not do this
├── UnsupportedType              a body of another media type than the one that is read
├── TooMany                      more requests than are taken in a minute
└── Unavailable                  this machine cannot do it now
    ├── DatabaseUnavailable      the database cannot be opened, read or written
    └── AddressInUse             another program listens on the port

Each class carries the HTTP status and title of its problem document, so that the service and the
command line say the same thing.
"""

from collections.abc import Sequence

PROBLEM_DOCUMENT = "application/problem+json"
"""The media type of a problem document (RFC 9457)."""


class GeomapError(Exception):
    """Base of everything that geomap refuses; the message is one line for a person."""

    status = 500
    title = "Internal error"


class InvalidInput(GeomapError, ValueError):
    """What was sent cannot be used."""

    status = 400
    title = "Invalid input"


class InvalidWhen(InvalidInput):
    """A date that is not EDTF, or lies outside the years 1 to 9999."""

    title = "Invalid date"


class InvalidStatement(InvalidInput):
    """A statement whose parts contradict each other; `part` is the one to look at first."""

    title = "Invalid statement"

    def __init__(self, part: str, detail: str) -> None:
        super().__init__(detail)
        self.part = part


class InvalidParameter(InvalidInput):
    """A query parameter whose value cannot be read."""

    title = "Invalid parameter"

    def __init__(self, name: str, detail: str) -> None:
        super().__init__(f"{name}: {detail}")
        self.parameter = name
        self.detail = detail

    def renamed(self, name: str) -> "InvalidParameter":
        """The same refusal of a parameter that goes by another name."""
        return InvalidParameter(name, self.detail)


class UnknownParameter(InvalidInput):
    """A query parameter that this address does not know."""

    title = "Unknown parameter"

    def __init__(self, name: str, known: Sequence[str]) -> None:
        allowed = ", ".join(known) if known else "none"
        super().__init__(f"{name}: there is no such parameter here; known parameters: {allowed}.")
        self.parameter = name
        self.known = tuple(known)


class TooLarge(InvalidInput):
    """More was asked in one go than is answered; send it in parts."""

    status = 413
    title = "Too large"


class Unreadable(InvalidInput):
    """What was brought as a report holds no text, or none in a language that is read."""

    title = "Unreadable report"


class NotFetched(InvalidInput):
    """An address may not be fetched, or did not give what it was asked for.

    `temporary` when it may do so later; `wait` are the seconds that its server asks for.
    """

    title = "Not fetched"

    def __init__(self, detail: str, *, temporary: bool = False, wait: float = 0.0) -> None:
        super().__init__(detail)
        self.temporary = temporary
        self.wait = wait


class InvalidAtlas(InvalidInput):
    """Rows of an atlas that cannot be loaded; nothing of it was stored."""

    title = "Invalid atlas"

    def __init__(self, folder: str, problems: Sequence[str]) -> None:
        count = len(problems)
        rows = "1 problem" if count == 1 else f"{count} problems"
        super().__init__(f"{folder}: {rows}, nothing was loaded.")
        self.problems = tuple(problems)


class NotRead(GeomapError):
    """The rules of reading failed on a report: a fault of geomap; nothing of it is kept."""

    status = 500
    title = "Report not read"


class NotAcceptable(GeomapError):
    """None of the formats that the request accepts can be had."""

    status = 406
    title = "Not acceptable"


class NotFound(GeomapError, LookupError):
    """The thing asked for does not exist."""

    status = 404
    title = "Not found"


class Gone(GeomapError):
    """What somebody followed is not here any more; they have to begin again."""

    status = 410
    title = "Gone"


class Conflict(GeomapError):
    """What was sent was right once, but what it changes has changed since."""

    status = 409
    title = "Conflict"


class PreconditionFailed(Conflict):
    """What is to be changed is not, or no longer, what the author looked at."""

    status = 412
    title = "Precondition failed"


class PreconditionRequired(GeomapError):
    """A change that does not say which version its author looked at."""

    status = 428
    title = "Precondition required"


class Unauthorized(GeomapError):
    """A request that needs a token and came without one that counts."""

    status = 401
    title = "Unauthorized"


class Forbidden(GeomapError):
    """A token that does not allow this, or a page of another site that may not write."""

    status = 403
    title = "Forbidden"


class UnsupportedType(GeomapError):
    """A body of another media type than the one that is read here."""

    status = 415
    title = "Unsupported media type"


class TooMany(GeomapError):
    """More requests than are taken in a minute; `wait` is in seconds."""

    status = 429
    title = "Too many requests"

    def __init__(self, detail: str, wait: int) -> None:
        super().__init__(detail)
        self.wait = wait


class Unavailable(GeomapError):
    """This machine cannot do it now; trying again later may help."""

    status = 503
    title = "Unavailable"


class DatabaseUnavailable(Unavailable):
    """The database cannot be opened, read or written."""

    title = "Database unavailable"


class AddressInUse(Unavailable, OSError):
    """Another program listens on the address."""

    title = "Address in use"
