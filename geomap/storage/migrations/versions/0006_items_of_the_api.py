"""What items of the API are found by: bounds, looks, and trees of space and time.

Derived tables are emptied; they are derived anew, with the new columns, when the service starts.
"""

import sqlalchemy as sa
from alembic import op

from geomap.domain.when import When
from geomap.storage.statement_space_time import create_trees, drop_trees

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None

BOUNDED = ("cell", "cell_edge")
BOUNDS = ("west", "south", "east", "north")
STATEMENTS = ("claim", "event", "figure")


def upgrade() -> None:
    nothing, zero, current = sa.text("''"), sa.text("0"), sa.text("until IS NULL")
    op.execute("DELETE FROM derived")
    op.add_column("control_period", sa.Column("holder", sa.String(length=200), nullable=True))
    look = sa.Column("look", sa.Text(), nullable=False, server_default=nothing)
    op.add_column("control_period", look)
    for table in BOUNDED:
        for name in BOUNDS:
            op.add_column(table, sa.Column(name, sa.Double(), nullable=False, server_default=zero))
    op.add_column(
        "cell_edge", sa.Column("length_km", sa.Double(), nullable=False, server_default=zero)
    )
    for name, bound in (("earliest", "0001-01-01"), ("latest", "9999-12-31")):
        default = sa.text(f"'{bound}'")
        op.add_column("report", sa.Column(name, sa.Date(), nullable=False, server_default=default))
    _date_reports()
    for table in STATEMENTS:
        op.create_index(
            f"ix_{table}_earliest",
            table,
            ["earliest", "id"],
            sqlite_where=current,
            postgresql_where=current,
        )
    create_trees(op.get_bind())


def _date_reports() -> None:
    report = sa.table(
        "report",
        *(sa.column(name) for name in ("pk", "published")),
        *(sa.column(name, sa.Date) for name in ("earliest", "latest")),
    )
    for pk, published in op.get_bind().execute(sa.select(report.c.pk, report.c.published)).all():
        when = When.parse(published)
        bounds = {"earliest": when.earliest, "latest": when.latest}
        op.get_bind().execute(sa.update(report).where(report.c.pk == pk).values(bounds))


def downgrade() -> None:
    drop_trees(op.get_bind())
    op.execute("DELETE FROM derived")
    for table in STATEMENTS:
        op.drop_index(f"ix_{table}_earliest", table_name=table)
    op.drop_column("report", "latest")
    op.drop_column("report", "earliest")
    op.drop_column("cell_edge", "length_km")
    for table in BOUNDED:
        for name in reversed(BOUNDS):
            op.drop_column(table, name)
    op.drop_column("control_period", "look")
    op.drop_column("control_period", "holder")
