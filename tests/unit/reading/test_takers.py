"""Captures of which no sentence says by whom: who took them follows from the whole report."""

import pytest

from tests.unit.reading.reading_of import claims_of


@pytest.mark.parametrize(
    ("text", "language", "place", "holder"),
    [
        # Who is told to have taken it, before or behind.
        (
            '"[[Zilan]] is free," he said. Kurdish YPG fighters had taken [[Zilan]] on Monday.',
            "en",
            "Zilan",
            "ypg",
        ),
        # Who fights for it, or has it since.
        ("[[Morek]] fell on Sunday. Government troops entered the town at dawn.", "en", "Morek",
         "syrian-government"),
        ("[[Morek]] viel zondag. De rebellen hebben het stadje nu in handen.", "nl", "Morek",
         "syrian-opposition"),
        # Who takes places further on.
        ("[[Sieverne|village|UA]] fell on Sunday. Russian troops have also taken [[Ori|town|UA]].",
         "en", "Sieverne", "russia"),
        # Who went over to the attack.
        ("The rebels launched their offensive on Monday. [[Aleppo|city]] fell on Saturday.", "en",
         "Aleppo", "syrian-opposition"),
        ("De rebellen openden maandag een offensief. [[Aleppo|city]] viel zaterdag.", "nl",
         "Aleppo", "syrian-opposition"),
        # What followed a capture is of whoever made that.
        ("De rebellen openden een offensief. Vrijdag viel [[Aleppo|city]], zondag volgde [[Hama]].",
         "nl", "Hama", "syrian-opposition"),
    ],
)  # fmt: skip
def test_who_took_a_place_follows_from_the_report(
    text: str, language: str, place: str, holder: str
) -> None:
    takers = {claim[2] for claim in claims_of(text, language) if claim[0] == place}
    assert takers == {holder}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", '"If [[Idlib|city]] falls, we are lost," he said.'),
        ("en", 'He said: "If [[Idlib|city]] falls, we are lost."'),
        ("en", "It is only a matter of time before [[Idlib|city]] falls."),
        ("en", '"When [[Idlib|city]] falls, the war is over," he said.'),
        ("nl", "'Als [[Idlib|city]] valt, valt de keuken van het land', zegt ze."),
        ("nl", '"Zodra [[Idlib|city]] gevallen is, is het voorbij", zegt ze.'),
        ("nl", "Mocht [[Idlib|city]] vallen, dan is het voorbij."),
        ("nl", "Straks valt ook [[Idlib|city]]."),
    ],
)
def test_what_may_fall_has_not_fallen(language: str, text: str) -> None:
    army = {"en": "The army has taken [[Morek]].", "nl": "Het leger heeft [[Morek]] ingenomen."}
    assert {claim[0] for claim in claims_of(f"{text} {army[language]}", language)} == {"Morek"}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "IS has lost [[Rawa|town|IQ]]. Iraqi troops entered the town on Friday."),
        ("nl", "IS is [[Rawa|town|IQ]] kwijt. Iraakse troepen trokken vrijdag de stad binnen."),
    ],
)
def test_who_enters_what_others_have_left_takes_it(language: str, text: str) -> None:
    found = [claim[:3] for claim in claims_of(text, language)]
    assert found == [("Rawa", "takes", "iraqi-government")]
