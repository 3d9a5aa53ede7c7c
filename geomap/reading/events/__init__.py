"""What clauses tell of what happened, of which kind, where, and with whom."""
