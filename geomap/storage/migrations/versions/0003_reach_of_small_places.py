"""How far villages and facilities reach; atlases that do not say keep one reach for all places."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("atlas", sa.Column("small_reach_km", sa.Double(), nullable=True))


def downgrade() -> None:
    op.drop_column("atlas", "small_reach_km")
