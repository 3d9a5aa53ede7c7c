"""The texts of events and claims, which are filled once all tables are as they should be."""

import sqlalchemy as sa
from alembic import op

from geomap.storage.items.kept_texts import drop_triggers

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None

TABLES = ("event_text", "claim_text")


def upgrade() -> None:
    for table in TABLES:
        op.create_table(
            table,
            sa.Column("pk", sa.Integer(), autoincrement=False, nullable=False),
            sa.Column("source_id", sa.String(length=200), nullable=False),
            sa.Column("id", sa.Text(), nullable=False),
            sa.Column("longitude", sa.Double(), nullable=True),
            sa.Column("latitude", sa.Double(), nullable=True),
            sa.Column("properties", sa.Text(), nullable=True),
            sa.PrimaryKeyConstraint("pk", name=op.f(f"pk_{table}")),
        )
        op.create_index(f"ix_{table}_source_id", table, ["source_id"])


def downgrade() -> None:
    drop_triggers(op.get_bind())
    for table in TABLES:
        op.drop_table(table)
