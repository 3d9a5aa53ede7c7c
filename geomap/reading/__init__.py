"""Reading: a report's text to proposed statements; no storage and no gazetteer here."""
