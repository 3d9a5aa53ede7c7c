"""What differs between two answers, between whom, and what accounts for it."""
