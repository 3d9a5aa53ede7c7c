"""What the numbers of a sentence count, and whose it is."""
