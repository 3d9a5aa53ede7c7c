"""How sure a sentence is of what it tells is in its words."""

import pytest

from geomap.reading.language.sentences import sentences
from geomap.reading.telling.hedges import Hedge, hedges_in, sureness


def hedges(text: str, language: str) -> list[tuple[str, Hedge]]:
    (sentence,) = sentences(text)
    found = hedges_in(sentence, language)
    return [(text[one.start : one.end], one.hedge) for one in found]


@pytest.mark.parametrize(
    ("language", "text", "word", "hedge"),
    [
        ("en", "The army denied that it fell.", "denied", Hedge.DENIED),
        ("en", "The town has not fallen.", "not", Hedge.DENIED),
        ("en", "It hasn't fallen.", "hasn't", Hedge.DENIED),
        ("en", "They failed to take it.", "failed to", Hedge.DENIED),
        ("en", "They will take it.", "will", Hedge.PLANNED),
        ("en", "The army vowed to take it.", "vowed to", Hedge.PLANNED),
        ("en", "If it falls, they leave.", "If", Hedge.PLANNED),
        ("en", "It may have fallen.", "may", Hedge.POSSIBLE),
        ("en", "It has all but fallen.", "all but", Hedge.ALMOST),
        ("en", "IS claimed the attack.", "claimed", Hedge.CLAIMED),
        ("en", "It reportedly fell.", "reportedly", Hedge.REPORTED),
        ("nl", "Het leger ontkent dat.", "ontkent", Hedge.DENIED),
        ("nl", "De stad is niet gevallen.", "niet", Hedge.DENIED),
        ("nl", "Het leger zal aanvallen.", "zal", Hedge.PLANNED),
        ("nl", "Het leger is van plan te komen.", "van plan", Hedge.PLANNED),
        ("nl", "Mogelijk is de stad gevallen.", "Mogelijk", Hedge.POSSIBLE),
        ("nl", "De stad is zo goed als gevallen.", "zo goed als", Hedge.ALMOST),
        ("nl", "IS claimt de aanslag.", "claimt", Hedge.CLAIMED),
        ("nl", "De stad zou zijn gevallen.", "zou", Hedge.REPORTED),
    ],
)
def test_a_hedge_is_found_where_it_stands(
    language: str, text: str, word: str, hedge: Hedge
) -> None:
    assert hedges(text, language) == [(word, hedge)]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Raqqa fell on Saturday."),
        ("en", "In May the town fell."),
        ("nl", "Raqqa viel zaterdag."),
        ("fr", "Raqqa n'est pas tombée."),
    ],
)
def test_a_plain_sentence_has_none(language: str, text: str) -> None:
    assert hedges(text, language) == []


def test_the_strongest_hedge_decides_how_sure_a_sentence_is() -> None:
    def sure(text: str) -> float:
        return sureness(hedges_in(sentences(text)[0], "en"))

    assert sure("It fell.") == 1.0
    assert sure("It reportedly fell.") > sure("It may have fallen.") > sure("It has not fallen.")
    assert sure("It reportedly has not fallen.") == sure("It has not fallen.")
