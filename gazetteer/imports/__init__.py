"""Files that the user brings: recognised, read, kept beside the index. No look-ups here."""
