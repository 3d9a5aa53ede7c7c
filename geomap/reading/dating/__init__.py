"""Which day belongs to what a clause tells."""
