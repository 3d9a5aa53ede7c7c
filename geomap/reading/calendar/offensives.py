"""When the offensive of a report began, on which "since the start of the offensive" rests."""

from collections.abc import Mapping, Sequence

from geomap.domain.when import When
from geomap.reading.calendar.date_languages import DATE_WORDS
from geomap.reading.calendar.of_sentence import Bound, DateFound
from geomap.reading.language.sentences import Sentence
from geomap.reading.language.word_lists import words

_BEGAN: Mapping[str, frozenset[str]] = {
    "en": words("began begun launched launch started opened underway"),
    "nl": words("begon begonnen gestart lanceerde lanceerden ingezet geopend gelanceerd inzette"),
}


def offensive_begun(sentence: Sentence, dates: Sequence[DateFound], language: str) -> When | None:
    """Give the date on which a sentence says that an offensive began; None when it says none."""
    known = DATE_WORDS.get(language)
    if not dates or known is None:
        return None
    said = sentence.vocabulary
    if said.isdisjoint(known.offensive) or said.isdisjoint(_BEGAN[language]):
        return None
    words = zip(sentence.starts, sentence.lowers, strict=True)
    began = next(start for start, lower in words if lower in _BEGAN[language])
    named = [one for one in dates if one.bound is Bound.ON and not one.when.standing]
    nearest = min(named, key=lambda one: abs(one.start - began), default=None)
    return nearest.when if nearest is not None else None
