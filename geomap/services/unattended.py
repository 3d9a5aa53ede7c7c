"""Accept without a person what a rule allows. There is no rule until somebody sets one."""

from dataclasses import replace
from datetime import UTC, datetime

from sqlalchemy.orm import Session

from geomap.domain.grades import Reliability
from geomap.domain.proposals import Proposal
from geomap.domain.review import AcceptanceRule
from geomap.errors import Conflict, InvalidInput, InvalidStatement, NotFound
from geomap.services.proposals import accept_proposal
from geomap.services.writing import KINDS, Writing
from geomap.storage.known_names import acceptance_rules, end_rule, store_rule
from geomap.storage.statements import known_sources

AUTHOR = "geomap"

__all__ = ["accept_unattended", "acceptance_rules", "drop_rule", "set_rule"]


def set_rule(
    session: Session,
    kinds: frozenset[str],
    reliability: Reliability,
    confidence: float,
    author: str,
) -> AcceptanceRule:
    """Set one more rule. Raises InvalidInput for kinds, letters or numbers that make none."""
    if not kinds or not kinds <= KINDS.keys():
        raise InvalidInput(f"kinds: name one or more of {', '.join(KINDS)}.")
    if reliability is Reliability.F:
        raise InvalidInput("reliability: F cannot be judged; give a letter from A to E.")
    if not 0 <= confidence <= 1:
        raise InvalidInput("confidence: is not a number from 0 to 1.")
    rule = AcceptanceRule(0, kinds, reliability, confidence, author, datetime.now(UTC))
    return store_rule(session, rule)


def drop_rule(session: Session, number: int) -> None:
    """End a rule; what it accepted stays. Raises NotFound."""
    if not end_rule(session, number):
        raise NotFound(f"There is no rule {number}.")


def accept_unattended(
    session: Session, proposal: Proposal, writing: Writing
) -> AcceptanceRule | None:
    """Accept a proposal if a rule allows it, and give that rule; its note names the rule.

    For proposals that this program itself has read, from whoever may edit: a confidence that
    somebody else has sent proves nothing. One that cannot be accepted is left to a person.
    """
    rules = acceptance_rules(session)
    if not rules:
        return None
    suggestion = proposal.suggestion
    source = known_sources(session).get(suggestion.statement["source"])
    if source is None:
        return None
    for rule in rules:
        if rule.accepts(suggestion, source.reliability):
            note = f"Accepted unattended by {rule}."
            try:
                by_rule = replace(writing, author=AUTHOR, note=note)
                accept_proposal(session, proposal.number, None, by_rule)
            except (InvalidStatement, Conflict):
                return None
            return rule
    return None
