"""The words of a language, and a sentence as those words: lexicons, tokens, items."""
