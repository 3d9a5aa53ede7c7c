"""Items of the API: which collections there are, what can be asked of them, and what comes back.

Plain values without a word on how they are asked over HTTP or read from a database.
"""
