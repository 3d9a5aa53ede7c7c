"""Who may write, what was proposed, and indexes that find what a revision ended."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

STATEMENTS = ("claim", "event", "figure")


def upgrade() -> None:
    op.create_table(
        "token",
        sa.Column("id", sa.String(length=16), nullable=False),
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column("digest", sa.String(length=64), nullable=False),
        sa.Column("may", sa.String(length=200), nullable=False),
        sa.Column("created", sa.DateTime(timezone=True), nullable=False),
        sa.Column("revoked", sa.DateTime(timezone=True), nullable=True),
        sa.CheckConstraint("may IN ('propose','edit')", name=op.f("ck_token_may")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_token")),
    )
    op.create_index(
        "uq_token_valid",
        "token",
        ["name"],
        unique=True,
        sqlite_where=sa.text("revoked IS NULL"),
        postgresql_where=sa.text("revoked IS NULL"),
    )
    op.create_table(
        "proposal",
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(length=200), nullable=False),
        sa.Column("statement", sa.JSON(), nullable=False),
        sa.Column("report_id", sa.String(length=200), nullable=True),
        sa.Column("span_start", sa.Integer(), nullable=True),
        sa.Column("span_end", sa.Integer(), nullable=True),
        sa.Column("proposer", sa.String(length=200), nullable=False),
        sa.Column("note", sa.String(length=2000), nullable=False),
        sa.Column("created", sa.DateTime(timezone=True), nullable=False),
        sa.Column("request_key", sa.String(length=200), nullable=True),
        sa.Column("request_digest", sa.String(length=64), nullable=True),
        sa.Column("state", sa.String(length=200), nullable=False),
        sa.Column("decider", sa.String(length=200), nullable=True),
        sa.Column("decided", sa.DateTime(timezone=True), nullable=True),
        sa.Column("reason", sa.String(length=2000), nullable=True),
        sa.Column("revision", sa.Integer(), nullable=True),
        sa.CheckConstraint("kind IN ('claim','event','figure')", name=op.f("ck_proposal_kind")),
        sa.CheckConstraint(
            "state IN ('proposed','accepted','rejected')", name=op.f("ck_proposal_state")
        ),
        sa.CheckConstraint(
            "(state = 'proposed') = (decided IS NULL)", name=op.f("ck_proposal_decided")
        ),
        sa.CheckConstraint(
            "(state = 'accepted') = (revision IS NOT NULL)", name=op.f("ck_proposal_revision")
        ),
        sa.CheckConstraint(
            "span_start IS NULL OR (span_start >= 0 AND span_end > span_start)",
            name=op.f("ck_proposal_span"),
        ),
        sa.ForeignKeyConstraint(
            ["revision"], ["revision.number"], name=op.f("fk_proposal_revision_revision")
        ),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_proposal")),
    )
    op.create_index("ix_proposal_state", "proposal", ["state", "number"])
    op.create_index("ix_proposal_report_id", "proposal", ["report_id"])
    op.create_index("uq_proposal_request_key", "proposal", ["proposer", "request_key"], unique=True)
    for table in STATEMENTS:
        op.create_index(
            f"ix_{table}_until",
            table,
            ["until"],
            sqlite_where=sa.text("until IS NOT NULL"),
            postgresql_where=sa.text("until IS NOT NULL"),
        )


def downgrade() -> None:
    for table in reversed(STATEMENTS):
        op.drop_index(f"ix_{table}_until", table_name=table)
    op.drop_table("proposal")
    op.drop_table("token")
