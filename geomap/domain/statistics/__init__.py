"""How long, how often and by whom, counted within a window of days."""
