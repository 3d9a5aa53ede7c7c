"""Constructions of agencies: who does what to which town, in sentences that carry much."""

import pytest

from tests.unit.reading.reading_of import claims_of


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        pytest.param(
            "[[Iraq|country|IQ]] took back the north-western towns of [[Rabia|town|IQ]] and "
            "[[Zumar|town|IQ]] in a week.",
            [("Rabia", "takes", "iraqi-government"), ("Zumar", "takes", "iraqi-government")],
            id="half a word is no preposition",
        ),
        pytest.param(
            "A coalition has bombed the Houthis, who lean on [[Iran|country|IR]] for arms and "
            "rule [[Sanaa|city|YE]].",
            [("Sanaa", "holds", "houthis")],
            id="a relative clause goes on behind and without a comma",
        ),
        pytest.param(
            "The Nigerian army has retaken [[Gamboru|town|NG]], [[Borno|governorate|NG]] State, "
            "from Boko Haram.",
            [("Gamboru", "takes", "nigerian-government")],
            id="a province behind a comma says where",
        ),
        pytest.param(
            "IS took [[Mosul|city|IQ]], [[Anbar|governorate|IQ]] and [[Tikrit|town|IQ]].",
            [("Mosul", "takes", "is"), ("Anbar", "takes", "is"), ("Tikrit", "takes", "is")],
            id="a province in a list was taken too",
        ),
    ],
)
def test_each_town_goes_to_who_took_it(text: str, claims: list[tuple[str, str, str]]) -> None:
    assert [claim[:3] for claim in claims_of(text)] == claims


@pytest.mark.parametrize(
    ("language", "text", "claims"),
    [
        pytest.param(
            "nl",
            "Het leger heeft [[Palmyra]] kunnen heroveren op IS.",
            [("Palmyra", "takes", "syrian-government")],
            id="what could be done was done",
        ),
        pytest.param(
            "nl", "Het leger kan [[Palmyra]] heroveren.", [], id="what can be done was not"
        ),
        pytest.param(
            "nl",
            "Zondag claimde de Azerbeidzjaanse president de inname van [[Sjoesja|town|AZ]].",
            [("Sjoesja", "takes", "azerbaijan")],
            id="who claims a capture has made it",
        ),
        pytest.param(
            "nl",
            "Het leger ging naar [[Hama]]. De rebellen verloren de stad, [[Aleppo]], in 2016.",
            [("Aleppo", "loses", None)],
            id="the town that is named behind a comma",
        ),
        pytest.param(
            "en",
            "They fled from [[Raqqa]], the IS capital, and left the Turkish capital alone.",
            [("Raqqa", "holds", "is")],
            id="the capital of a party that is no state",
        ),
        pytest.param(
            "en",
            "[[Merca|town|SO]], south of [[Mogadishu|city|SO]], is the biggest town under "
            "al-Shabab control.",
            [("Merca", "holds", "al-shabaab")],
            id="the town that is told of and not the one beside it",
        ),
    ],
)
def test_what_was_done_and_by_whom(
    language: str, text: str, claims: list[tuple[str, str, str | None]]
) -> None:
    assert [claim[:3] for claim in claims_of(text, language)] == claims
