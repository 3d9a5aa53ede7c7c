"""Reports that were ingested, with their text, their sources and where they came from."""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None

TABLES = (
    "address",
    "ingested_file",
    "proposal_citation",
    "proposed_source",
    "ingested_report_band",
    "ingested_report",
)


def upgrade() -> None:
    op.create_table(
        "ingested_report",
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("id", sa.String(length=200), nullable=False),
        sa.Column("sha256", sa.String(length=64), nullable=False),
        sa.Column("source_id", sa.String(length=200), nullable=False),
        sa.Column("title", sa.String(length=2000), nullable=False),
        sa.Column("publisher", sa.String(length=2000), nullable=False),
        sa.Column("published", sa.Date(), nullable=True),
        sa.Column("language", sa.String(length=200), nullable=False),
        sa.Column("url", sa.String(length=2000), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("signature", sa.LargeBinary(), nullable=False),
        sa.Column("story", sa.Integer(), nullable=True),
        sa.Column("method", sa.String(length=200), nullable=False),
        sa.Column("ingested", sa.DateTime(timezone=True), nullable=False),
        sa.Column("left_out", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(
            ["story"],
            ["ingested_report.number"],
            name=op.f("fk_ingested_report_story_ingested_report"),
        ),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_ingested_report")),
    )
    op.create_index("uq_ingested_report_id", "ingested_report", ["id"], unique=True)
    op.create_index(
        "uq_ingested_report_sha256", "ingested_report", ["sha256", "publisher"], unique=True
    )
    op.create_index("ix_ingested_report_story", "ingested_report", ["story"])
    op.create_table(
        "ingested_report_band",
        sa.Column("band", sa.BigInteger(), nullable=False),
        sa.Column("report", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["report"],
            ["ingested_report.number"],
            name=op.f("fk_ingested_report_band_report_ingested_report"),
        ),
        sa.PrimaryKeyConstraint("band", "report", name=op.f("pk_ingested_report_band")),
    )
    op.create_table(
        "proposed_source",
        sa.Column("id", sa.String(length=200), nullable=False),
        sa.Column("name", sa.String(length=2000), nullable=False),
        sa.Column("kind", sa.String(length=200), nullable=False),
        sa.Column("reliability", sa.String(length=1), nullable=False),
        sa.Column("note", sa.String(length=2000), nullable=False),
        sa.CheckConstraint(
            "reliability IN ('A','B','C','D','E','F')", name=op.f("ck_proposed_source_reliability")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_proposed_source")),
    )
    _make_ways_in()


def _make_ways_in() -> None:
    op.create_table(
        "proposal_citation",
        sa.Column("proposal", sa.Integer(), nullable=False),
        sa.Column("report", sa.Integer(), nullable=False),
        sa.Column("span_start", sa.Integer(), nullable=False),
        sa.Column("span_end", sa.Integer(), nullable=False),
        sa.CheckConstraint(
            "span_start >= 0 AND span_end > span_start", name=op.f("ck_proposal_citation_span")
        ),
        sa.ForeignKeyConstraint(
            ["proposal"], ["proposal.number"], name=op.f("fk_proposal_citation_proposal_proposal")
        ),
        sa.ForeignKeyConstraint(
            ["report"],
            ["ingested_report.number"],
            name=op.f("fk_proposal_citation_report_ingested_report"),
        ),
        sa.PrimaryKeyConstraint("proposal", "report", name=op.f("pk_proposal_citation")),
    )
    op.create_table(
        "ingested_file",
        sa.Column("digest", sa.String(length=64), nullable=False),
        sa.Column("report", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["report"],
            ["ingested_report.number"],
            name=op.f("fk_ingested_file_report_ingested_report"),
        ),
        sa.PrimaryKeyConstraint("digest", name=op.f("pk_ingested_file")),
    )
    op.create_table(
        "address",
        sa.Column("url", sa.String(length=2000), nullable=False),
        sa.Column("is_feed", sa.Boolean(), nullable=False),
        sa.Column("feed", sa.String(length=2000), nullable=True),
        sa.Column("title", sa.String(length=2000), nullable=False),
        sa.Column("published", sa.Date(), nullable=True),
        sa.Column("state", sa.String(length=200), nullable=False),
        sa.Column("reason", sa.String(length=2000), nullable=False),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("checked", sa.DateTime(timezone=True), nullable=True),
        sa.Column("etag", sa.String(length=2000), nullable=False),
        sa.Column("modified", sa.String(length=2000), nullable=False),
        sa.CheckConstraint("state IN ('waiting','read','refused')", name=op.f("ck_address_state")),
        sa.PrimaryKeyConstraint("url", name=op.f("pk_address")),
    )
    op.create_index("ix_address_feed", "address", ["feed", "state"])


def downgrade() -> None:
    for table in TABLES:
        op.drop_table(table)
