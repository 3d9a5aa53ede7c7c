"""Files that people bring, read and checked into domain values; nothing is stored here."""
