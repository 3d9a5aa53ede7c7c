"""Names that reviewers have taught, and the rules that they have set."""

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from geomap.domain.grades import Reliability
from geomap.domain.review import AcceptanceRule, KnownName, Means
from geomap.storage.review_models import AcceptanceRuleRow, KnownNameRow


def keep_name(session: Session, name: KnownName) -> None:
    """Keep what is meant by a name; what was kept of it before is forgotten."""
    forget_name(session, name.name, name.means)
    session.add(
        KnownNameRow(
            means=name.means.value,
            folded=folded(name.name),
            name=name.name,
            key=name.key,
            author=name.author,
            noted=name.noted,
        )
    )
    session.flush()


def forget_name(session: Session, name: str, means: Means) -> bool:
    """Forget a name; whether it was known."""
    named = (KnownNameRow.means == means.value) & (KnownNameRow.folded == folded(name))
    found = session.scalar(select(KnownNameRow.pk).where(named))
    session.execute(delete(KnownNameRow).where(named))
    return found is not None


def known_names(session: Session) -> list[KnownName]:
    """Every name that was taught, places first, by name."""
    order = (KnownNameRow.means.desc(), KnownNameRow.folded)
    return [
        KnownName(row.name, Means(row.means), row.key, row.author, row.noted)
        for row in session.scalars(select(KnownNameRow).order_by(*order))
    ]


def folded(name: str) -> str:
    """A name as it is compared: without regard to capitals."""
    return name.casefold()


def store_rule(session: Session, rule: AcceptanceRule) -> AcceptanceRule:
    """Keep a rule under the next number."""
    row = AcceptanceRuleRow(
        kinds=sorted(rule.kinds),
        reliability=rule.reliability.value,
        confidence=rule.confidence,
        author=rule.author,
        set_at=rule.set_at,
    )
    session.add(row)
    session.flush()
    return _rule(row)


def end_rule(session: Session, number: int) -> bool:
    """End a rule; whether it was there."""
    row = session.get(AcceptanceRuleRow, number)
    if row is not None:
        session.delete(row)
        session.flush()
    return row is not None


def acceptance_rules(session: Session) -> list[AcceptanceRule]:
    """The rules that are set, by their numbers."""
    rows = session.scalars(select(AcceptanceRuleRow).order_by(AcceptanceRuleRow.number))
    return [_rule(row) for row in rows]


def _rule(row: AcceptanceRuleRow) -> AcceptanceRule:
    kinds, reliability = frozenset(row.kinds), Reliability(row.reliability)
    return AcceptanceRule(row.number, kinds, reliability, row.confidence, row.author, row.set_at)
