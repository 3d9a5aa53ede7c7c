"""A report says who says so, and the source is read as the report words it."""

import pytest

from geomap.reading.language.sentences import sentences
from geomap.reading.telling.attribution import Attribution, attribution_of, source_of


def sources(text: str, language: str) -> list[str | None]:
    """Read sentence by sentence, each with the one before it."""
    found: list[str | None] = []
    before: Attribution | None = None
    for sentence in sentences(text):
        before = attribution_of(sentence, language, before)
        found.append(before.source if before else None)
        if before:
            assert " ".join(text[before.start : before.end].split()) == before.source
    return found


@pytest.mark.parametrize(
    ("text", "source"),
    [
        (
            "At least 22 died, according to the Syrian Observatory for Human Rights.",
            "Syrian Observatory for Human Rights",
        ),
        ("According to SOHR, 22 fighters died.", "SOHR"),
        ("The SDF said on Tuesday that it had taken Raqqa.", "SDF"),
        ("On Tuesday the SDF said that it had taken Raqqa.", "SDF"),
        ('"It is over in Raqqa," spokesman Talal Silo told AFP.', "spokesman Talal Silo"),
        ('"We won," said a spokesman for the SDF.', "spokesman for the SDF"),
        ("The Amaq agency claimed that IS had shot down a jet.", "Amaq agency"),
        (
            "Mustafa Bali, a spokesman for the SDF, said the city was free.",
            "Mustafa Bali, a spokesman for the SDF",
        ),
        ("SOHR, which monitors the war, said 20 people died.", "SOHR"),
        ("Syrian state TV reported that the army has retaken Palmyra.", "Syrian state TV"),
        ("The army has announced the capture of the town.", "army"),
        ("The town fell, activists in Raqqa said on Friday.", "activists in Raqqa"),
        ("In Baghdad, Haider al-Abadi said that Tal Afar was free.", "Haider al-Abadi"),
        (
            "Lt. Gen. Stephen Townsend said about 2,000 fighters remain.",
            "Lt. Gen. Stephen Townsend",
        ),
        ("The SDF, citing local sources, said 5 died", "local sources"),
        ("Residents told Reuters the militants fled.", "Residents"),
        ("Drivers who reached the town told of empty streets.", "Drivers"),
        ("Last week President Erdogan announced an operation.", "President Erdogan"),
        ("The Houthis flatly denied it.", "Houthis"),
        ("It held the field; 92 fighters died, officials say, in a day.", "officials"),
        ("The Pentagon would not say that it fell.", None),
        ("The town was said to be empty.", None),
        ("Iraqi forces took Mosul.", None),
        ("He said it took long.", None),
        ("This war claims many lives.", None),
        ("", None),
    ],
)
def test_the_source_of_an_english_sentence(text: str, source: str | None) -> None:
    assert sources(text, "en") == ([source] if text else [])


@pytest.mark.parametrize(
    ("text", "source"),
    [
        (
            "Zeker 22 kwamen om, volgens het Syrisch Observatorium voor de Mensenrechten.",
            "Syrisch Observatorium voor de Mensenrechten",
        ),
        ("Volgens het leger is de stad vrij.", "leger"),
        ("Volgens gezant Brett McGurk zijn er nog 2000 strijders.", "gezant Brett McGurk"),
        ("De stad is gevallen, aldus het persbureau Amaq.", "persbureau Amaq"),
        ("De SDF heeft dinsdag gezegd dat Raqqa is veroverd.", "SDF"),
        ("Het leger zei dinsdag dat de stad vrij is.", "leger"),
        ("Dinsdag meldde het leger dat de stad vrij is.", "leger"),
        ("De stad is vrij, melden activisten.", "activisten"),
        ("„Het is voorbij”, zei woordvoerder Silo tegen persbureau AFP.", "woordvoerder Silo"),
        ("Een woordvoerder van de SDF liet weten dat het stil is.", "woordvoerder van de SDF"),
        ("IS beweert de stad te hebben ingenomen.", "IS"),
        ("Volgens het ministerie van Defensie sneuvelden er 55.", "ministerie van Defensie"),
        ("Volgens de VN leven daar 93.000 mensen.", "VN"),
        ("Er wonen volgens de VN 93.000 mensen.", "VN"),
        ("Volgens het Russische leger is het stil.", "Russische leger"),
        ("In Hadrut zeggen de Armeniërs de baas te zijn.", "Armeniërs"),
        ("Generaal Ahmed al-Mismari zei dat het stil is.", "Generaal Ahmed al-Mismari"),
        ("Baby's sterven van de kou, zegt hij.", None),
        ("Zij hebben het er voor het zeggen.", None),
        ("Het leger veroverde de stad.", None),
        ("Er wordt gemeld dat de stad is gevallen.", None),
    ],
)
def test_the_source_of_a_dutch_sentence(text: str, source: str | None) -> None:
    assert sources(text, "nl") == [source]


def test_he_and_a_quotation_that_goes_on_mean_the_source_before_them() -> None:
    text = '"It is over," spokesman Talal Silo said. "Raqqa is free." He said it was hard. It fell.'
    assert sources(text, "en") == ["spokesman Talal Silo"] * 3 + [None]


@pytest.mark.parametrize(
    ("text", "backwards"),
    [
        ("Dat meldt het Observatorium.", True),
        ("Dat heeft het Syrische leger bekendgemaakt.", True),
        ("Het leger meldt dat de stad vrij is.", False),
    ],
)
def test_a_sentence_can_give_the_source_of_the_one_before(text: str, *, backwards: bool) -> None:
    found = attribution_of(sentences(text)[0], "nl")
    assert found is not None
    assert found.backwards is backwards


@pytest.mark.parametrize(
    ("language", "text", "claimed"),
    [
        ("en", "IS claimed that it had shot down a jet.", True),
        ("en", "The army said that it had shot down a jet.", False),
        ("nl", "IS claimt de aanslag.", True),
        ("nl", "Het leger meldt een aanslag.", False),
    ],
)
def test_a_report_can_keep_its_distance(language: str, text: str, *, claimed: bool) -> None:
    found = attribution_of(sentences(text)[0], language)
    assert found is not None
    assert found.claimed is claimed


def test_other_languages_have_no_sources() -> None:
    assert sources("Selon l'armée, la ville est libre.", "fr") == [None]


@pytest.mark.parametrize(
    "piece", ["said ", "said, ", "according to ", ", a said ", "'s in ", "heeft "]
)
def test_hostile_sentences_name_short_sources(piece: str) -> None:
    for language in ("en", "nl"):
        for sentence in sentences(piece * 3000):
            found = attribution_of(sentence, language)
            assert found is None or found.end <= sentence.end


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("nl", "De stad is gevallen. Dat meldt het leger.", ["leger", "leger"]),
        ("en", 'The SDF said it won. "Raqqa is free." It fell. He said so.',
         ["SDF", "SDF", None, None]),
        ("en", "It fell. The army said so.", [None, "army"]),
    ],
)  # fmt: skip
def test_the_neighbours_of_a_sentence_can_name_its_source(
    language: str, text: str, expected: list[str | None]
) -> None:
    found = sentences(text)
    assert [
        source_of(sentence, language, found[max(0, at - 3) : at], next(iter(found[at + 1 :]), None))
        for at, sentence in enumerate(found)
    ] == expected


def test_what_is_said_is_not_who_says_it() -> None:
    text = "The SDF, an alliance of militias (in all 40,000), said fighting was over."
    found = attribution_of(sentences(text)[0], "en")
    assert found is None or found.source != "fighting"
