"""The languages whose dates are read."""

from collections.abc import Mapping

from geomap.reading.calendar.date_words import DateWords
from geomap.reading.calendar.date_words_en import ENGLISH
from geomap.reading.calendar.date_words_nl import DUTCH
from geomap.reading.language.word_lists import words

DATE_WORDS: Mapping[str, DateWords] = {"en": ENGLISH, "nl": DUTCH}
# Days that are names: "Bloody Sunday" is no Sunday of this week.
NAMED_DAYS = words("bloody black good palm easter ash super cyber holy goede zwarte witte bloedige")
