"""How Alembic runs here: on the connection that geomap.storage.migrate hands over."""

from alembic import context

from geomap.storage import (
    ingested_models,  # noqa: F401 -- Its tables belong to the same metadata.
    models,
    review_models,  # noqa: F401 -- Its tables belong to the same metadata.
    text_models,  # noqa: F401 -- Its tables belong to the same metadata.
    writing_models,  # noqa: F401 -- Its tables belong to the same metadata.
)

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=models.RevisionRow.metadata,
    transaction_per_migration=False,
    render_as_batch=True,
)
context.run_migrations()
