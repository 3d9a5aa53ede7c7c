"""Numbers in digits and words, with the bounds that the words around them give."""
