"""OGC API - Features: requests read by the declarations of the collections, answers with links."""
