"""One use case a module belongs here: where storage, domain, imports and gazetteer meet."""
