"""Groups under the names that papers give them in other spellings, and by whose foes they are."""

import pytest

from tests.unit.reading.reading_of import claims_of


@pytest.mark.parametrize(
    ("language", "text", "holder"),
    [
        ("nl", "[[Idlib]] is nu in de handen van het Hayat Tahrir al-Cham.", "hts"),
        ("nl", "[[Idlib]] is nu in handen van tegenstanders van Assad.", "syrian-opposition"),
        ("en", "[[Idlib]] is in the hands of opponents of the regime.", "syrian-opposition"),
        ("en", "[[Buqda|town|SO]] is held by al-Shebab.", "al-shabaab"),
        ("en", "[[Sirte|city|LY]] is held by Libyan forces.", "gna"),
        ("nl", "[[Sirte|city|LY]] is in handen van Libische troepen.", "gna"),
    ],
)
def test_a_party_goes_by_many_names(language: str, text: str, holder: str) -> None:
    assert [told[2] for told in claims_of(text, language)] == [holder]
