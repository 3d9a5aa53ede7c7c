"""Names as they are shown."""

import pytest

from gazetteer.display_names import display_name, is_transliteration


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("‘Arab Muḩammad ash Shaykh Aḩmad", "Arab Muhammad ash Shaykh Ahmad"),
        ("Ālbū Kamāl", "Albu Kamal"),
        ("Aş Şuwayrah", "As Suwayrah"),
        ("Abū az̧ Z̧uhūr", "Abu az Zuhur"),
        ("Diyālá", "Diyala"),
        ("'Arab Jaddu' Hasan", "Arab Jaddu Hasan"),
        ("Ma'arrat al-Nu'man", "Ma'arrat al-Nu'man"),
        ("Zahlé", "Zahlé"),
        ("Qenterê", "Qenterê"),
        ("Çelaxa Şêx", "Çelaxa Şêx"),
        ("الرقة", "الرقة"),
        ("Raqqa", "Raqqa"),
    ],
)
def test_signs_of_transliteration_go_and_accents_stay(name: str, shown: str) -> None:
    assert display_name(name, "SY") == shown
    assert is_transliteration(name, "SY") is (name != shown)


@pytest.mark.parametrize(
    ("name", "country"), [("Jūrmala", "LV"), ("Şanlıurfa", "TR"), ("Ōsaka", "JP")]
)
def test_elsewhere_they_belong_to_the_name(name: str, country: str) -> None:
    assert display_name(name, country) == name
    assert not is_transliteration(name, country)
