"""Claims in Dutch news: what could be done and was, deeds named by a noun, lists that follow."""

import pytest

from tests.unit.reading.reading_of import claims_of

Claim = tuple[str, str, str | None, str | None]
ARMY = "syrian-government"


def said(text: str, language: str = "nl") -> list[Claim]:
    return [claim[:4] for claim in claims_of(text, language)]


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        pytest.param(
            "De rebellen konden donderdag [[Azaz]] heroveren op het leger.",
            [("Azaz", "takes", "syrian-opposition", ARMY)],
            id="what could be done was done",
        ),
        pytest.param(
            "Het leger kon [[Azaz]] zondag zonder noemenswaardige verliezen innemen.",
            [("Azaz", "takes", ARMY, None)],
            id="without losses",
        ),
        pytest.param("Het leger kon [[Azaz]] niet innemen.", [], id="what could not be done"),
        pytest.param(
            "De coalitie hielp, zodat het leger [[Azaz]] kon innemen.", [], id="for a purpose"
        ),
        pytest.param("Het leger kon [[Azaz]] elk moment innemen.", [], id="at any moment"),
        pytest.param(
            "De stad [[Azaz]], die nog in handen is van IS, wordt belegerd.",
            [("Azaz", "holds", "is", None)],
            id="IS is no verb",
        ),
        pytest.param(
            "Na de verdrijving van IS uit [[Azaz]] door het leger keren bewoners terug.",
            [("Azaz", "takes", ARMY, "is")],
            id="a driving out",
        ),
        pytest.param(
            "Zowel [[Azaz]] als [[Tabqa]] viel in handen van het Syrische leger.",
            [("Azaz", "takes", ARMY, None), ("Tabqa", "takes", ARMY, None)],
            id="both",
        ),
        pytest.param(
            "De dorpen die het Syrische leger innam, zijn onder meer [[Azaz]] en [[Tabqa]].",
            [("Azaz", "takes", ARMY, None), ("Tabqa", "takes", ARMY, None)],
            id="which ones they are is the main clause",
        ),
        pytest.param(
            "De Syrische president heeft de overwinning op IS in [[Azaz]] uitgeroepen.",
            [("Azaz", "takes", ARMY, "is")],
            id="a victory",
        ),
        pytest.param(
            "Het Syrische leger heeft IS verslagen in [[Azaz]].",
            [("Azaz", "takes", ARMY, "is")],
            id="whom they beat",
        ),
        pytest.param(
            "Syrische rebellen heroverden terrein op het leger in [[Azaz]].",
            [("Azaz", "contests", "syrian-opposition", ARMY)],
            id="ground in a town",
        ),
        pytest.param(
            "[[Azaz]] is teruggegeven aan het Syrische leger.",
            [("Azaz", "takes", ARMY, None)],
            id="handed back",
        ),
        pytest.param(
            "Het leger is bij [[Azaz]]. De vlag wappert in de buurten waar IS is verjaagd.",
            [],
            id="where somebody was driven out is not the whole town",
        ),
        pytest.param(
            "[[Azaz]] zag milities die bondgenoten zijn van de SDF.",
            [],
            id="who is whose ally",
        ),
        pytest.param(
            "IS heeft zijn laatste bolwerk in de provincie [[Aleppo|governorate]], [[Azaz]],"
            " opgegeven.",
            [("Azaz", "loses", None, "is")],
            id="a town behind its province",
        ),
        pytest.param(
            "In [[Azaz]] is het rustig. Soldaten veroveren belangrijke dorpen in het zuiden.",
            [],
            id="villages that nobody names",
        ),
        pytest.param(
            "Strijders die zich achter de SDF scharen hebben [[Azaz]] weer onder controle.",
            [("Azaz", "holds", "sdf", None)],
            id="on whose side they are",
        ),
    ],
)
def test_what_was_done(text: str, claims: list[Claim]) -> None:
    assert said(text) == claims


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        (
            "The expulsion of IS from [[Azaz]] by the Syrian army took a week.",
            [("Azaz", "takes", ARMY, "is")],
        ),
        (
            "Syrian rebels retook ground from the army in [[Azaz]].",
            [("Azaz", "contests", "syrian-opposition", ARMY)],
        ),
    ],
)
def test_the_same_in_english(text: str, claims: list[Claim]) -> None:
    assert said(text, "en") == claims


@pytest.mark.parametrize(
    "text",
    [
        "Rusland zegt dat [[Vuhledar|town|UA]] is ingenomen.",
        "De Russische minister van Defensie zegt dat [[Vuhledar|town|UA]] is ingenomen.",
        "[[Vuhledar|town|UA]] is gevallen, meldt het Russische ministerie van Defensie.",
    ],
)
def test_a_foreign_state_that_tells_of_a_capture_made_it(text: str) -> None:
    text = text.replace("Rusland", "[[Rusland|country|RU]]")
    assert said(text) == [("Vuhledar", "takes", "russia", None)]


def test_a_foreign_state_in_english_and_one_at_home() -> None:
    text = "[[Russia|country|RU]] says that [[Vuhledar|town|UA]] has been captured."
    assert said(text, "en") == [("Vuhledar", "takes", "russia", None)]
    text = "De Oekraïense minister van Defensie zegt dat [[Vuhledar|town|UA]] is ingenomen."
    assert ("Vuhledar", "takes", "ukraine", None) not in said(text)


def test_who_holds_out_in_a_side_of_a_town() -> None:
    text = "Oekraïense militairen houden nog stand in het westen van [[Vuhledar|town|UA]]."
    assert said(text) == [("Vuhledar", "contests", None, "ukraine")]


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        pytest.param(
            "[[Azaz]] viel zondag in handen van IS, maandag gevolgd door [[Tabqa]].",
            [("Azaz", "takes", "is", None), ("Tabqa", "takes", "is", None)],
            id="what followed",
        ),
        pytest.param(
            "In [[Azaz]], het laatste rebellenbolwerk, zijn doden gevallen.",
            [("Azaz", "holds", "syrian-opposition", None)],
            id="whose stronghold it is",
        ),
        pytest.param(
            "De Azerbeidzjaanse president heeft de inname van [[Shusha|town|AZ]] bekendgemaakt.",
            [("Shusha", "takes", "azerbaijan", None)],
            id="who makes a capture known",
        ),
        pytest.param(
            "Libische regeringstroepen hebben het hoofdkwartier van IS in [[Sirte|town|LY]]"
            " ingenomen.",
            [("Sirte", "contests", "gna", None)],
            id="the headquarters in a town",
        ),
        pytest.param(
            "Met de herovering van [[Azaz]] is IS bijna verslagen, zegt het Syrische leger.",
            [],
            id="who was beaten took nothing",
        ),
        pytest.param(
            "De SDF meldt dat [[Azaz]] weer volledig onder controle is.",
            [("Azaz", "holds", "sdf", None)],
            id="under whose control goes without saying",
        ),
        pytest.param(
            "In de door de Houthi's beheerste hoofdstad [[Sanaa|capital|YE]] is het rustig.",
            [("Sanaa", "holds", "houthis", None)],
            id="a capital in the hands of others",
        ),
        pytest.param(
            "Syrische troepen hebben hun posities in [[Azaz]] verlaten.",
            [("Azaz", "loses", None, ARMY)],
            id="who left his positions",
        ),
        pytest.param(
            "Het Syrische leger heeft de posities van de rebellen in [[Azaz]] ontruimd.",
            [],
            id="who cleared those of others",
        ),
        pytest.param(
            "Dagen nadat IS [[Azaz]] had veroverd, is de stad weer in handen van het Syrische"
            " leger.",
            [("Azaz", "takes", "is", None), ("Azaz", "holds", ARMY, None)],
            id="who has it again after another took it",
        ),
        pytest.param(
            "Het Syrische leger heeft de oude stad [[Palmyra]] ingenomen.",
            [("Palmyra", "takes", ARMY, None)],
            id="an ancient town is no quarter",
        ),
        pytest.param(
            "Het Syrische leger heeft de oude stad van [[Aleppo|city]] ingenomen.",
            [("Aleppo", "contests", ARMY, None)],
            id="the old quarter of a town",
        ),
        pytest.param(
            '"IS neemt [[Azaz]] in".', [("Azaz", "takes", "is", None)], id="a particle and a mark"
        ),
    ],
)
def test_what_is_told_beside(text: str, claims: list[Claim]) -> None:
    assert said(text) == claims
