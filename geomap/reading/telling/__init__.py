"""Whether a clause tells what happened, how surely, and according to whom."""
