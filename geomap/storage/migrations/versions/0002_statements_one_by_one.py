"""Statements that are accepted one by one, and places that are found by where they lie.

A revision says of what origin the records are that it changed. Up to now only loads of an atlas
made revisions, and their notes name it.
"""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("revision", sa.Column("origin", sa.String(length=200), nullable=True))
    op.execute("UPDATE revision SET origin = 'atlas:' || substr(note, 7) WHERE note LIKE 'atlas %'")
    op.create_index("ix_place_id", "place", ["id"])
    op.create_index("ix_place_longitude", "place", ["longitude", "latitude"])
    op.create_index("ix_place_kind", "place", ["kind"])
    op.create_index("ix_place_country", "place", ["country", "admin1"])


def downgrade() -> None:
    op.drop_index("ix_place_country", table_name="place")
    op.drop_index("ix_place_kind", table_name="place")
    op.drop_index("ix_place_longitude", table_name="place")
    op.drop_index("ix_place_id", table_name="place")
    op.drop_column("revision", "origin")
