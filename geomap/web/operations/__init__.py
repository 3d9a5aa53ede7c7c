"""The addresses beside the collections, declared; no view and no query belongs here."""
