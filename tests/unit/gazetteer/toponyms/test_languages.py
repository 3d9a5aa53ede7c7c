import pytest

from gazetteer.toponyms import detect_language


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The army took the town of Hajin after a week of heavy fighting.", "en"),
        ("Het leger heeft de stad ingenomen na een week van zware gevechten.", "nl"),
        ("Die Armee hat die Stadt nach einer Woche schwerer Kämpfe eingenommen.", "de"),
        ("L'armée a pris la ville après une semaine de combats dans le nord.", "fr"),
        ("Ordu, bir hafta süren çatışmalardan sonra kenti ele geçirdi ve bu çok önemli.", "tr"),
        ("سيطر الجيش على مدينة الرقة بعد أسبوع من القتال.", "ar"),
        ("ارتش پس از یک هفته نبرد شهر را گرفت و پیروز شد.", "fa"),
        ("Армия заняла город после недели боёв.", "ru"),
        ("Армія зайняла місто після тижня боїв.", "uk"),
        ("Raqqa", None),
        ("", None),
        ("\x00\ud800 12 34", None),
    ],
)
def test_a_language_is_told_by_script_and_small_words(text: str, language: str | None) -> None:
    assert detect_language(text) == language
