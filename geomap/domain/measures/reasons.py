"""Why an answer changed from one day to the next: the ground, the sources or the dates."""

from collections.abc import Sequence
from datetime import date
from enum import StrEnum

from geomap.domain.statements import Claim, Effect


class Reason(StrEnum):
    """What a change of the answer comes from."""

    GROUND = "ground"
    """A claim dated that very day says that something happened or is different on the ground."""
    SOURCE = "source"
    """Another voice is heard or an older one no longer is; nobody says that the ground changed."""
    PRECISION = "precision"
    """The date is not known to the day: the change begins or ends where its bounds lie."""
    RULE = "rule"
    """The same statements are judged by other settings; only between two standpoints."""


OVER_TIME = (Reason.GROUND, Reason.SOURCE, Reason.PRECISION)
"""The reasons for which an answer changes from day to day, from one standpoint."""


def reason_of(day: date, before: Sequence[Claim], after: Sequence[Claim]) -> Reason:
    """Why the answer of a day differs from that of the day before.

    `before` and `after` are the claims that the two answers rest on. An answer only changes where
    some claim's date begins or settles (docs/control.md, 1); those claims decide.
    """
    settled = [claim for claim in before if claim.when.settled < day]
    came = [claim for claim in after if day in (claim.when.earliest, claim.when.settled)]
    if any(claim.when.exact and _tells_of_change(claim, settled, after) for claim in came):
        return Reason.GROUND
    # A claim may also drop out on the day on which its own date settles.
    came += [claim for claim in before if claim.when.settled == day]
    if any(not claim.when.exact for claim in came):
        return Reason.PRECISION
    return Reason.SOURCE


def _tells_of_change(claim: Claim, settled: Sequence[Claim], after: Sequence[Claim]) -> bool:
    """Whether a claim says that the ground is not what the claims that counted before said."""
    if claim.changes_control:
        return True
    if claim.effect is Effect.CONTESTS:
        return all(one.effect is not Effect.CONTESTS for one in settled)
    return _sees_another_holder(claim, settled, after)


def _sees_another_holder(claim: Claim, settled: Sequence[Claim], after: Sequence[Claim]) -> bool:
    """Whether a holding tells of a change that nobody has dated.

    It does when its own source said otherwise before, and when nobody who counted said so and
    nobody of them counts still: the rule then takes both to be true, each of its own time.
    """
    # A claim on the place under one on its area is an exception to it, not a change.
    if not settled or any(one.place_id != claim.place_id for one in settled):
        return False
    its_own = [one for one in settled if one.source_id == claim.source_id]
    if its_own and not _says_so(claim, its_own):
        return True
    kept = {one.id for one in after}
    return not _says_so(claim, settled) and all(one.id not in kept for one in settled)


def _says_so(claim: Claim, others: Sequence[Claim]) -> bool:
    return any(one.names_holder and one.holder == claim.holder for one in others)
