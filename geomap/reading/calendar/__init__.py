"""Dates in a sentence, worked out from the day of publication, as EDTF."""
