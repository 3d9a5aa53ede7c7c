"""Everything that touches the database belongs here: models, migrations, queries; no rule does."""
