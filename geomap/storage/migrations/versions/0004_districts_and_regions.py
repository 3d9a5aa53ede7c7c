"""Which districts and regions hold a place, and whether it is one of which that is known."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    nothing, no = sa.text("''"), sa.false()
    op.add_column("place", sa.Column("within", sa.Text(), nullable=False, server_default=nothing))
    op.add_column("place", sa.Column("encloses", sa.Boolean(), nullable=False, server_default=no))


def downgrade() -> None:
    op.drop_column("place", "encloses")
    op.drop_column("place", "within")
