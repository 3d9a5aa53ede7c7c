"""The languages whose figures are read."""

from collections.abc import Mapping

from geomap.reading.figures.measure_words import MeasureWords
from geomap.reading.figures.measure_words_en import ENGLISH
from geomap.reading.figures.measure_words_nl import DUTCH

MEASURE_WORDS: Mapping[str, MeasureWords] = {"en": ENGLISH, "nl": DUTCH}
