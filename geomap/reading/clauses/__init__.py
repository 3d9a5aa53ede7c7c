"""Clauses and what stands in them: verbs, who acts, places, and what one takes over."""
