"""Measured territory: what each actor holds, in bands, over time, and beside published figures."""
