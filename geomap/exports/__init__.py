"""Answers in the formats that others read; domain values in, documents out, no queries here."""
