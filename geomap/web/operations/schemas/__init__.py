"""The JSON schemas of what the addresses beside the collections answer."""
