"""The first tables: versioned truth, and the derived tables beside it."""

import sqlalchemy as sa
from alembic import op

from geomap.storage.space_time import create_index, drop_index

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "cell",
        sa.Column("place_id", sa.String(length=200), nullable=False),
        sa.Column("geometry", sa.LargeBinary(), nullable=False),
        sa.Column("area_km2", sa.Double(), nullable=False),
        sa.PrimaryKeyConstraint("place_id", name=op.f("pk_cell")),
    )
    op.create_table(
        "cell_edge",
        sa.Column("place_id", sa.String(length=200), nullable=False),
        sa.Column("neighbour_id", sa.String(length=200), nullable=False),
        sa.Column("geometry", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("place_id", "neighbour_id", name=op.f("pk_cell_edge")),
    )
    op.create_table(
        "control_period",
        sa.Column("pk", sa.Integer(), nullable=False),
        sa.Column("place_id", sa.String(length=200), nullable=False),
        sa.Column("start", sa.Date(), nullable=False),
        sa.Column("end", sa.Date(), nullable=True),
        sa.Column("status", sa.String(length=200), nullable=False),
        sa.Column("holders", sa.JSON(), nullable=False),
        sa.Column("opposed", sa.Boolean(), nullable=False),
        sa.Column("uncertain", sa.Boolean(), nullable=False),
        sa.Column("candidates", sa.JSON(), nullable=False),
        sa.Column("stale", sa.JSON(), nullable=False),
        sa.Column("evidence", sa.JSON(), nullable=False),
        sa.CheckConstraint('"end" IS NULL OR "end" > start', name=op.f("ck_control_period_period")),
        sa.PrimaryKeyConstraint("pk", name=op.f("pk_control_period")),
    )
    op.create_index(
        "ix_control_period_place_id", "control_period", ["place_id", "start"], unique=True
    )
    op.create_table(
        "derived",
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("rule", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("name", name=op.f("pk_derived")),
    )
    op.create_table(
        "revision",
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("created", sa.DateTime(timezone=True), nullable=False),
        sa.Column("author", sa.String(length=2000), nullable=False),
        sa.Column("note", sa.String(length=2000), nullable=False),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_revision")),
    )
    op.create_table(
        "actor",
        sa.Column("name", sa.String(length=2000), nullable=False),
        sa.Column("names", sa.JSON(), nullable=False),
        sa.Column("kind", sa.String(length=200), nullable=False),
        sa.Column("colour", sa.String(length=7), nullable=False),
        sa.Column("aliases", sa.JSON(), nullable=False),
        sa.Column("pk", sa.Integer(), nullable=False),
        sa.Column("id", sa.String(length=200), nullable=False),
        sa.Column("since", sa.Integer(), nullable=False),
        sa.Column("until", sa.Integer(), nullable=True),
        sa.Column("origin", sa.String(length=200), nullable=False),
        sa.CheckConstraint("until IS NULL OR until > since", name=op.f("ck_actor_version")),
        sa.ForeignKeyConstraint(
            ["since"], ["revision.number"], name=op.f("fk_actor_since_revision")
        ),
        sa.ForeignKeyConstraint(
            ["until"], ["revision.number"], name=op.f("fk_actor_until_revision")
        ),
        sa.PrimaryKeyConstraint("pk", name=op.f("pk_actor")),
    )
    op.create_index("ix_actor_since", "actor", ["since"], unique=False)
    op.create_index(
        "uq_actor_current",
        "actor",
        ["id"],
        unique=True,
        sqlite_where=sa.text("until IS NULL"),
        postgresql_where=sa.text("until IS NULL"),
    )
    op.create_table(
        "atlas",
        sa.Column("title", sa.String(length=2000), nullable=False),
        sa.Column("description", sa.String(length=2000), nullable=False),
        sa.Column("start", sa.Date(), nullable=False),
        sa.Column("end", sa.Date(), nullable=False),
        sa.Column("view_start", sa.Date(), nullable=False),
        sa.Column("view_end", sa.Date(), nullable=False),
        sa.Column("countries", sa.JSON(), nullable=False),
        sa.Column("reach_km", sa.Double(), nullable=False),
        sa.Column("licence", sa.String(length=2000), nullable=False),
        sa.Column("pk", sa.Integer(), nullable=False),
        sa.Column("id", sa.String(length=200), nullable=False),
        sa.Column("since", sa.Integer(), nullable=False),
        sa.Column("until", sa.Integer(), nullable=True),
        sa.Column("origin", sa.String(length=200), nullable=False),
        sa.CheckConstraint("until IS NULL OR until > since", name=op.f("ck_atlas_version")),
        sa.ForeignKeyConstraint(
            ["since"], ["revision.number"], name=op.f("fk_atlas_since_revision")
        ),
        sa.ForeignKeyConstraint(
            ["until"], ["revision.number"], name=op.f("fk_atlas_until_revision")
        ),
        sa.PrimaryKeyConstraint("pk", name=op.f("pk_atlas")),
    )
    op.create_index("ix_atlas_since", "atlas", ["since"], unique=False)
    op.create_index(
        "uq_atlas_current",
        "atlas",
        ["id"],
        unique=True,
        sqlite_where=sa.text("until IS NULL"),
        postgresql_where=sa.text("until IS NULL"),
    )
    op.create_table(
        "claim",
        sa.Column("place_id", sa.String(length=200), nullable=False),
        sa.Column("effect", sa.String(length=200), nullable=False),
        sa.Column("holder", sa.String(length=200), nullable=True),
        sa.Column("loser", sa.String(length=200), nullable=True),
        sa.Column("order", sa.Integer(), nullable=True),
        sa.Column("when", sa.String(length=200), nullable=False),
        sa.Column("earliest", sa.Date(), nullable=False),
        sa.Column("latest", sa.Date(), nullable=False),
        sa.Column("settled", sa.Date(), nullable=False),
        sa.Column("known", sa.Date(), nullable=False),
        sa.Column("source_id", sa.String(length=200), nullable=False),
        sa.Column("report_id", sa.String(length=200), nullable=True),
        sa.Column("credibility", sa.Integer(), nullable=False),
        sa.Column("summary", sa.String(length=2000), nullable=False),
        sa.Column("quote", sa.String(length=2000), nullable=True),
        sa.Column("pk", sa.Integer(), nullable=False),
        sa.Column("id", sa.String(length=200), nullable=False),
        sa.Column("since", sa.Integer(), nullable=False),
        sa.Column("until", sa.Integer(), nullable=True),
        sa.Column("origin", sa.String(length=200), nullable=False),
        sa.CheckConstraint("effect <> 'loses' OR loser IS NOT NULL", name=op.f("ck_claim_loser")),
        sa.CheckConstraint(
            "effect IN ('takes','holds','contests','loses')", name=op.f("ck_claim_effect")
        ),
        sa.CheckConstraint(
            "effect NOT IN ('takes','holds') OR holder IS NOT NULL", name=op.f("ck_claim_holder")
        ),
        sa.CheckConstraint("credibility BETWEEN 1 AND 6", name=op.f("ck_claim_credibility")),
        sa.CheckConstraint("earliest <= settled AND settled <= latest", name=op.f("ck_claim_when")),
        sa.CheckConstraint("until IS NULL OR until > since", name=op.f("ck_claim_version")),
        sa.ForeignKeyConstraint(
            ["since"], ["revision.number"], name=op.f("fk_claim_since_revision")
        ),
        sa.ForeignKeyConstraint(
            ["until"], ["revision.number"], name=op.f("fk_claim_until_revision")
        ),
        sa.PrimaryKeyConstraint("pk", name=op.f("pk_claim")),
    )
    op.create_index("ix_claim_place_id", "claim", ["place_id"], unique=False)
    op.create_index("ix_claim_since", "claim", ["since"], unique=False)
    op.create_index(
        "uq_claim_current",
        "claim",
        ["id"],
        unique=True,
        sqlite_where=sa.text("until IS NULL"),
        postgresql_where=sa.text("until IS NULL"),
    )
    op.create_table(
        "event",
        sa.Column("place_id", sa.String(length=200), nullable=True),
        sa.Column("kind", sa.String(length=200), nullable=False),
        sa.Column("actors", sa.JSON(), nullable=False),
        sa.Column("title", sa.String(length=2000), nullable=False),
        sa.Column("when", sa.String(length=200), nullable=False),
        sa.Column("earliest", sa.Date(), nullable=False),
        sa.Column("latest", sa.Date(), nullable=False),
        sa.Column("settled", sa.Date(), nullable=False),
        sa.Column("known", sa.Date(), nullable=False),
        sa.Column("source_id", sa.String(length=200), nullable=False),
        sa.Column("report_id", sa.String(length=200), nullable=True),
        sa.Column("credibility", sa.Integer(), nullable=False),
        sa.Column("summary", sa.String(length=2000), nullable=False),
        sa.Column("quote", sa.String(length=2000), nullable=True),
        sa.Column("pk", sa.Integer(), nullable=False),
        sa.Column("id", sa.String(length=200), nullable=False),
        sa.Column("since", sa.Integer(), nullable=False),
        sa.Column("until", sa.Integer(), nullable=True),
        sa.Column("origin", sa.String(length=200), nullable=False),
        sa.CheckConstraint("credibility BETWEEN 1 AND 6", name=op.f("ck_event_credibility")),
        sa.CheckConstraint("earliest <= settled AND settled <= latest", name=op.f("ck_event_when")),
        sa.CheckConstraint("until IS NULL OR until > since", name=op.f("ck_event_version")),
        sa.ForeignKeyConstraint(
            ["since"], ["revision.number"], name=op.f("fk_event_since_revision")
        ),
        sa.ForeignKeyConstraint(
            ["until"], ["revision.number"], name=op.f("fk_event_until_revision")
        ),
        sa.PrimaryKeyConstraint("pk", name=op.f("pk_event")),
    )
    op.create_index("ix_event_place_id", "event", ["place_id"], unique=False)
    op.create_index("ix_event_since", "event", ["since"], unique=False)
    op.create_index(
        "uq_event_current",
        "event",
        ["id"],
        unique=True,
        sqlite_where=sa.text("until IS NULL"),
        postgresql_where=sa.text("until IS NULL"),
    )
    op.create_table(
        "figure",
        sa.Column("place_id", sa.String(length=200), nullable=True),
        sa.Column("actor_id", sa.String(length=200), nullable=True),
        sa.Column("measure", sa.String(length=200), nullable=False),
        sa.Column("unit", sa.String(length=200), nullable=False),
        sa.Column("value", sa.Double(), nullable=True),
        sa.Column("low", sa.Double(), nullable=True),
        sa.Column("high", sa.Double(), nullable=True),
        sa.Column("when", sa.String(length=200), nullable=False),
        sa.Column("earliest", sa.Date(), nullable=False),
        sa.Column("latest", sa.Date(), nullable=False),
        sa.Column("settled", sa.Date(), nullable=False),
        sa.Column("known", sa.Date(), nullable=False),
        sa.Column("source_id", sa.String(length=200), nullable=False),
        sa.Column("report_id", sa.String(length=200), nullable=True),
        sa.Column("credibility", sa.Integer(), nullable=False),
        sa.Column("summary", sa.String(length=2000), nullable=False),
        sa.Column("quote", sa.String(length=2000), nullable=True),
        sa.Column("pk", sa.Integer(), nullable=False),
        sa.Column("id", sa.String(length=200), nullable=False),
        sa.Column("since", sa.Integer(), nullable=False),
        sa.Column("until", sa.Integer(), nullable=True),
        sa.Column("origin", sa.String(length=200), nullable=False),
        sa.CheckConstraint("credibility BETWEEN 1 AND 6", name=op.f("ck_figure_credibility")),
        sa.CheckConstraint(
            "high IS NULL OR value IS NULL OR high >= value", name=op.f("ck_figure_high")
        ),
        sa.CheckConstraint(
            "low IS NULL OR value IS NULL OR low <= value", name=op.f("ck_figure_low")
        ),
        sa.CheckConstraint(
            "earliest <= settled AND settled <= latest", name=op.f("ck_figure_when")
        ),
        sa.CheckConstraint("until IS NULL OR until > since", name=op.f("ck_figure_version")),
        sa.ForeignKeyConstraint(
            ["since"], ["revision.number"], name=op.f("fk_figure_since_revision")
        ),
        sa.ForeignKeyConstraint(
            ["until"], ["revision.number"], name=op.f("fk_figure_until_revision")
        ),
        sa.PrimaryKeyConstraint("pk", name=op.f("pk_figure")),
    )
    op.create_index("ix_figure_place_id", "figure", ["place_id"], unique=False)
    op.create_index("ix_figure_since", "figure", ["since"], unique=False)
    op.create_index(
        "uq_figure_current",
        "figure",
        ["id"],
        unique=True,
        sqlite_where=sa.text("until IS NULL"),
        postgresql_where=sa.text("until IS NULL"),
    )
    op.create_table(
        "place",
        sa.Column("name", sa.String(length=2000), nullable=False),
        sa.Column("names", sa.JSON(), nullable=False),
        sa.Column("longitude", sa.Double(), nullable=False),
        sa.Column("latitude", sa.Double(), nullable=False),
        sa.Column("kind", sa.String(length=200), nullable=False),
        sa.Column("country", sa.String(length=200), nullable=False),
        sa.Column("admin1", sa.String(length=200), nullable=False),
        sa.Column("population", sa.Integer(), nullable=True),
        sa.Column("pk", sa.Integer(), nullable=False),
        sa.Column("id", sa.String(length=200), nullable=False),
        sa.Column("since", sa.Integer(), nullable=False),
        sa.Column("until", sa.Integer(), nullable=True),
        sa.Column("origin", sa.String(length=200), nullable=False),
        sa.CheckConstraint("latitude BETWEEN -90 AND 90", name=op.f("ck_place_latitude")),
        sa.CheckConstraint("longitude BETWEEN -180 AND 180", name=op.f("ck_place_longitude")),
        sa.CheckConstraint("until IS NULL OR until > since", name=op.f("ck_place_version")),
        sa.ForeignKeyConstraint(
            ["since"], ["revision.number"], name=op.f("fk_place_since_revision")
        ),
        sa.ForeignKeyConstraint(
            ["until"], ["revision.number"], name=op.f("fk_place_until_revision")
        ),
        sa.PrimaryKeyConstraint("pk", name=op.f("pk_place")),
    )
    op.create_index("ix_place_since", "place", ["since"], unique=False)
    op.create_index(
        "uq_place_current",
        "place",
        ["id"],
        unique=True,
        sqlite_where=sa.text("until IS NULL"),
        postgresql_where=sa.text("until IS NULL"),
    )
    op.create_table(
        "report",
        sa.Column("source_id", sa.String(length=200), nullable=False),
        sa.Column("title", sa.String(length=2000), nullable=False),
        sa.Column("publisher", sa.String(length=2000), nullable=False),
        sa.Column("published", sa.String(length=200), nullable=False),
        sa.Column("language", sa.String(length=200), nullable=False),
        sa.Column("url", sa.String(length=2000), nullable=False),
        sa.Column("note", sa.String(length=2000), nullable=False),
        sa.Column("pk", sa.Integer(), nullable=False),
        sa.Column("id", sa.String(length=200), nullable=False),
        sa.Column("since", sa.Integer(), nullable=False),
        sa.Column("until", sa.Integer(), nullable=True),
        sa.Column("origin", sa.String(length=200), nullable=False),
        sa.CheckConstraint("until IS NULL OR until > since", name=op.f("ck_report_version")),
        sa.ForeignKeyConstraint(
            ["since"], ["revision.number"], name=op.f("fk_report_since_revision")
        ),
        sa.ForeignKeyConstraint(
            ["until"], ["revision.number"], name=op.f("fk_report_until_revision")
        ),
        sa.PrimaryKeyConstraint("pk", name=op.f("pk_report")),
    )
    op.create_index("ix_report_since", "report", ["since"], unique=False)
    op.create_index(
        "uq_report_current",
        "report",
        ["id"],
        unique=True,
        sqlite_where=sa.text("until IS NULL"),
        postgresql_where=sa.text("until IS NULL"),
    )
    op.create_table(
        "source",
        sa.Column("name", sa.String(length=2000), nullable=False),
        sa.Column("kind", sa.String(length=200), nullable=False),
        sa.Column("reliability", sa.String(length=1), nullable=False),
        sa.Column("note", sa.String(length=2000), nullable=False),
        sa.Column("pk", sa.Integer(), nullable=False),
        sa.Column("id", sa.String(length=200), nullable=False),
        sa.Column("since", sa.Integer(), nullable=False),
        sa.Column("until", sa.Integer(), nullable=True),
        sa.Column("origin", sa.String(length=200), nullable=False),
        sa.CheckConstraint(
            "reliability IN ('A','B','C','D','E','F')", name=op.f("ck_source_reliability")
        ),
        sa.CheckConstraint("until IS NULL OR until > since", name=op.f("ck_source_version")),
        sa.ForeignKeyConstraint(
            ["since"], ["revision.number"], name=op.f("fk_source_since_revision")
        ),
        sa.ForeignKeyConstraint(
            ["until"], ["revision.number"], name=op.f("fk_source_until_revision")
        ),
        sa.PrimaryKeyConstraint("pk", name=op.f("pk_source")),
    )
    op.create_index("ix_source_since", "source", ["since"], unique=False)
    op.create_index(
        "uq_source_current",
        "source",
        ["id"],
        unique=True,
        sqlite_where=sa.text("until IS NULL"),
        postgresql_where=sa.text("until IS NULL"),
    )
    create_index(op.get_bind())


def downgrade() -> None:
    drop_index(op.get_bind())
    op.drop_index(
        "uq_source_current",
        table_name="source",
        sqlite_where=sa.text("until IS NULL"),
        postgresql_where=sa.text("until IS NULL"),
    )
    op.drop_index("ix_source_since", table_name="source")
    op.drop_table("source")
    op.drop_index(
        "uq_report_current",
        table_name="report",
        sqlite_where=sa.text("until IS NULL"),
        postgresql_where=sa.text("until IS NULL"),
    )
    op.drop_index("ix_report_since", table_name="report")
    op.drop_table("report")
    op.drop_index(
        "uq_place_current",
        table_name="place",
        sqlite_where=sa.text("until IS NULL"),
        postgresql_where=sa.text("until IS NULL"),
    )
    op.drop_index("ix_place_since", table_name="place")
    op.drop_table("place")
    op.drop_index(
        "uq_figure_current",
        table_name="figure",
        sqlite_where=sa.text("until IS NULL"),
        postgresql_where=sa.text("until IS NULL"),
    )
    op.drop_index("ix_figure_since", table_name="figure")
    op.drop_index("ix_figure_place_id", table_name="figure")
    op.drop_table("figure")
    op.drop_index(
        "uq_event_current",
        table_name="event",
        sqlite_where=sa.text("until IS NULL"),
        postgresql_where=sa.text("until IS NULL"),
    )
    op.drop_index("ix_event_since", table_name="event")
    op.drop_index("ix_event_place_id", table_name="event")
    op.drop_table("event")
    op.drop_index(
        "uq_claim_current",
        table_name="claim",
        sqlite_where=sa.text("until IS NULL"),
        postgresql_where=sa.text("until IS NULL"),
    )
    op.drop_index("ix_claim_since", table_name="claim")
    op.drop_index("ix_claim_place_id", table_name="claim")
    op.drop_table("claim")
    op.drop_index(
        "uq_atlas_current",
        table_name="atlas",
        sqlite_where=sa.text("until IS NULL"),
        postgresql_where=sa.text("until IS NULL"),
    )
    op.drop_index("ix_atlas_since", table_name="atlas")
    op.drop_table("atlas")
    op.drop_index(
        "uq_actor_current",
        table_name="actor",
        sqlite_where=sa.text("until IS NULL"),
        postgresql_where=sa.text("until IS NULL"),
    )
    op.drop_index("ix_actor_since", table_name="actor")
    op.drop_table("actor")
    op.drop_table("revision")
    op.drop_table("derived")
    op.drop_index("ix_control_period_place_id", table_name="control_period")
    op.drop_table("control_period")
    op.drop_table("cell_edge")
    op.drop_table("cell")
