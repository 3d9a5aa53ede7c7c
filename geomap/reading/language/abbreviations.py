"""Abbreviations after whose point a sentence goes on, in Dutch and English."""

from geomap.reading.language.word_lists import words

# Never the last word of a sentence: a name, a number or more words follow.
ALWAYS_GO_ON = words(
    "mr mrs ms dr prof gen lt col maj capt cpt sgt cmdr adm brig sen rep gov pres amb st mt ft "
    "rev hon jr vs approx ca dhr mevr mw drs ir ing kol luit bijv bv evt incl resp mevr jhr "
    "lt.-col maj.-gen lt.-gen brig.-gen i.e e.g d.w.z m.b.t i.v.m t.o.v o.a o.l.v z.g zgn zg "
    "nr nrs vol fig tel art blz"
)
# Words of their own as well: an abbreviation only before a number.
GO_ON_BEFORE_DIGITS = words("jan feb mrt mar apr jun jul aug sep sept okt oct nov dec no p pp par")
# After "U.S." or "H." a capital goes on with a name, but one of these begins a sentence.
STARTERS = words(
    "the a an in on at it he she they we this that these those there but and after before when "
    "while as if many some officials meanwhile according its his her their for from since until "
    "de het een dat die dit deze er hij zij ze wij maar en na voor toen als veel volgens op bij "
    "sinds tot ook daar daarna daarmee intussen ondertussen inmiddels"
)
