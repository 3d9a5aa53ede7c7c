"""The land of each place: cells, and from them borders, fronts and territories of a day."""
