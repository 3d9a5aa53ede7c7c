"""Plain values and rules of conflict maps: no database, no Flask, no files belong here."""
