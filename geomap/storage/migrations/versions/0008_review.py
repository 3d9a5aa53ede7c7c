"""What reviewing leaves behind: steps, citations, names, rules, and how sure a reading was."""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("proposal", sa.Column("confidence", sa.Double(), nullable=True))
    op.add_column("proposal", sa.Column("accepted_as", sa.String(length=200), nullable=True))
    op.add_column("proposal", sa.Column("merged", sa.Boolean(), nullable=True))
    _name_what_was_accepted()
    _make_steps()
    _make_citations()
    op.create_table(
        "known_name",
        sa.Column("pk", sa.Integer(), nullable=False),
        sa.Column("means", sa.String(length=200), nullable=False),
        sa.Column("folded", sa.String(length=200), nullable=False),
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column("key", sa.String(length=200), nullable=False),
        sa.Column("author", sa.String(length=200), nullable=False),
        sa.Column("noted", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint("means IN ('place','actor')", name=op.f("ck_known_name_means")),
        sa.PrimaryKeyConstraint("pk", name=op.f("pk_known_name")),
    )
    op.create_index("uq_known_name_folded", "known_name", ["means", "folded"], unique=True)
    op.create_table(
        "acceptance_rule",
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("kinds", sa.JSON(), nullable=False),
        sa.Column("reliability", sa.String(length=200), nullable=False),
        sa.Column("confidence", sa.Double(), nullable=False),
        sa.Column("author", sa.String(length=200), nullable=False),
        sa.Column("set_at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint(
            "reliability IN ('A','B','C','D','E')", name=op.f("ck_acceptance_rule_reliability")
        ),
        sa.CheckConstraint(
            "confidence >= 0 AND confidence <= 1", name=op.f("ck_acceptance_rule_confidence")
        ),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_acceptance_rule")),
    )


def _name_what_was_accepted() -> None:
    proposal = sa.table(
        "proposal",
        sa.column("number"),
        sa.column("state"),
        sa.column("statement", sa.JSON()),
        sa.column("accepted_as"),
        sa.column("merged", sa.Boolean()),
    )
    connection = op.get_bind()
    accepted = sa.select(proposal.c.number, proposal.c.statement).where(
        proposal.c.state == "accepted"
    )
    for number, statement in connection.execute(accepted).all():
        connection.execute(
            sa.update(proposal)
            .where(proposal.c.number == number)
            .values(accepted_as=statement["id"], merged=False)
        )


def _make_steps() -> None:
    op.create_table(
        "proposal_step",
        sa.Column("pk", sa.Integer(), nullable=False),
        sa.Column("proposal", sa.Integer(), nullable=False),
        sa.Column("step", sa.String(length=200), nullable=False),
        sa.Column("author", sa.String(length=200), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("reason", sa.String(length=2000), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=True),
        sa.CheckConstraint(
            "step IN ('accepted','merged','rejected','reopened')",
            name=op.f("ck_proposal_step_step"),
        ),
        sa.ForeignKeyConstraint(
            ["proposal"], ["proposal.number"], name=op.f("fk_proposal_step_proposal_proposal")
        ),
        sa.ForeignKeyConstraint(
            ["revision"], ["revision.number"], name=op.f("fk_proposal_step_revision_revision")
        ),
        sa.PrimaryKeyConstraint("pk", name=op.f("pk_proposal_step")),
    )
    op.create_index("ix_proposal_step_proposal", "proposal_step", ["proposal"])
    op.execute(
        "INSERT INTO proposal_step (proposal, step, author, at, reason, revision)"
        " SELECT number, state, decider, decided, coalesce(reason, ''), revision"
        " FROM proposal WHERE decided IS NOT NULL"
    )


def _make_citations() -> None:
    op.create_table(
        "citation",
        sa.Column("event_id", sa.String(length=200), nullable=False),
        sa.Column("source_id", sa.String(length=200), nullable=False),
        sa.Column("report_id", sa.String(length=200), nullable=True),
        sa.Column("known", sa.Date(), nullable=False),
        sa.Column("credibility", sa.Integer(), nullable=False),
        sa.Column("summary", sa.String(length=2000), nullable=False),
        sa.Column("quote", sa.String(length=2000), nullable=True),
        sa.Column("pk", sa.Integer(), nullable=False),
        sa.Column("id", sa.String(length=200), nullable=False),
        sa.Column("since", sa.Integer(), nullable=False),
        sa.Column("until", sa.Integer(), nullable=True),
        sa.Column("origin", sa.String(length=200), nullable=False),
        sa.CheckConstraint("credibility BETWEEN 1 AND 6", name=op.f("ck_citation_credibility")),
        sa.ForeignKeyConstraint(
            ["since"], ["revision.number"], name=op.f("fk_citation_since_revision")
        ),
        sa.ForeignKeyConstraint(
            ["until"], ["revision.number"], name=op.f("fk_citation_until_revision")
        ),
        sa.PrimaryKeyConstraint("pk", name=op.f("pk_citation")),
    )
    op.create_index("ix_citation_event_id", "citation", ["event_id"])
    op.create_index(
        "uq_citation_current",
        "citation",
        ["id"],
        unique=True,
        sqlite_where=sa.text("until IS NULL"),
        postgresql_where=sa.text("until IS NULL"),
    )


def downgrade() -> None:
    for table in ("acceptance_rule", "known_name", "citation", "proposal_step"):
        op.drop_table(table)
    for column in ("merged", "accepted_as", "confidence"):
        op.drop_column("proposal", column)
