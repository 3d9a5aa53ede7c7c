"""Claims in single sentences of English news."""

import pytest

from tests.unit.reading.reading_of import claims_of

Claim = tuple[str, str, str | None, str | None]


def said(text: str) -> list[Claim]:
    return [claim[:4] for claim in claims_of(text, "en")]


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        (
            (
                "Syrian government forces have retaken the city of [[Palmyra]] from Islamic "
                "State, state media said."
            ),
            [("Palmyra", "takes", "syrian-government", "is")],
        ),
        (
            (
                "Iraqi forces recaptured [[Hawija|town|IQ]], one of the last IS strongholds "
                "in the country, on Thursday."
            ),
            [("Hawija", "takes", "iraqi-government", None)],
        ),
        (
            (
                "ISIS militants seized control of [[Ramadi|town|IQ]] on Sunday after "
                "government troops fled."
            ),
            [("Ramadi", "takes", "is", None)],
        ),
        (
            (
                "The jihadist group Islamic State has taken full control of [[Raqqa]] after "
                "days of fighting with rival rebels."
            ),
            [("Raqqa", "takes", "is", None)],
        ),
        (
            "The [[US|country|US]]-backed SDF captured [[Raqqa]] from IS on Tuesday.",
            [("Raqqa", "takes", "sdf", "is")],
        ),
        (
            "US-backed forces say they have captured [[Raqqa]] from IS.",
            [("Raqqa", "takes", "sdf", "is")],
        ),
        (
            ("The Syrian army and its allies took [[Abu Kamal]] from Islamic State on Wednesday."),
            [("Abu Kamal", "takes", "syrian-government", "is")],
        ),
        (
            "IS has lost [[Manbij]] to the SDF.",
            [("Manbij", "takes", "sdf", "is")],
        ),
        (
            "The fighters surrendered [[Debaltseve|town|UA]] to the separatists.",
            [("Debaltseve", "takes", "donbas-separatists", None)],
        ),
        (
            "[[Tabqa]] fell to the SDF in May.",
            [("Tabqa", "takes", "sdf", None)],
        ),
        (
            (
                "The fall of [[Mosul|town|IQ]] to Iraqi forces in July was a heavy blow to "
                "the group."
            ),
            [("Mosul", "takes", "iraqi-government", None)],
        ),
        (
            "The capture of [[Mayadin]] by the Syrian army leaves IS with few towns.",
            [("Mayadin", "takes", "syrian-government", None)],
        ),
        (
            "Turkish-backed rebels raised their flag over [[Afrin]].",
            [("Afrin", "takes", "turkey-sna", None)],
        ),
        (
            "Iraq's army liberated [[Tal Afar|town|IQ]] in August.",
            [("Tal Afar", "takes", "iraqi-government", None)],
        ),
        (
            "Taliban fighters overran [[Kunduz|town|AF]], officials said.",
            [("Kunduz", "takes", "taliban", None)],
        ),
        (
            (
                "Ukrainian forces have recaptured [[Izium|town|UA]], [[Kupiansk|town|UA]] "
                "and the town of [[Balakliia|town|UA]]."
            ),
            [
                ("Izium", "takes", "ukraine", None),
                ("Kupiansk", "takes", "ukraine", None),
                ("Balakliia", "takes", "ukraine", None),
            ],
        ),
        (
            "Russian forces seized [[Kherson|town|UA]] in March 2022.",
            [("Kherson", "takes", "russia", None)],
        ),
        (
            "The city of [[Goma|town|CD]] has been captured by M23 rebels.",
            [("Goma", "takes", "m23", None)],
        ),
        (
            (
                "M23 rebels have seized [[Goma|town|CD]], the largest city in eastern "
                "[[Congo|country|CD]]."
            ),
            [("Goma", "takes", "m23", None)],
        ),
        (
            "The rebels handed over [[Daraa]] to the government under a deal.",
            [("Daraa", "takes", "syrian-government", "syrian-opposition")],
        ),
        (
            "The army has cleared [[Fallujah|town|IQ]] of IS fighters.",
            [("Fallujah", "takes", "iraqi-government", "is")],
        ),
        (
            "Opposition fighters took over [[Hama]] after the army withdrew.",
            [("Hama", "takes", "syrian-opposition", None)],
        ),
        (
            "The army, backed by Russian air strikes, recaptured [[Maarat al-Numan]].",
            [("Maarat al-Numan", "takes", "syrian-government", None)],
        ),
        (
            "[[Mekelle|town|ET]] was retaken by Tigrayan forces.",
            [("Mekelle", "takes", "tigray-forces", None)],
        ),
        (
            "Kurdish forces expelled the jihadists from [[Kobani]].",
            [("Kobani", "takes", "sdf", "is")],
        ),
        (
            "The SDF announced the liberation of [[Raqqa]].",
            [("Raqqa", "takes", "sdf", None)],
        ),
        (
            "Iraqi Prime Minister Haider al-Abadi declared [[Mosul|town|IQ]] liberated.",
            [("Mosul", "takes", "iraqi-government", None)],
        ),
        (
            "The YPG, which took [[Tal Abyad]] in June 2015, denies this.",
            [("Tal Abyad", "takes", "ypg", None)],
        ),
        (
            "Al-Shabaab fighters briefly took [[El Bur|town|SO]] before leaving.",
            [("El Bur", "takes", "al-shabaab", None)],
        ),
        (
            "The RSF said it had seized [[Nyala|town|SD]], Sudan's second city.",
            [("Nyala", "takes", "rsf", None)],
        ),
        (
            (
                "[[Sinjar|town|IQ]] was captured by Islamic State in August 2014 and "
                "retaken by the Peshmerga in November 2015."
            ),
            [("Sinjar", "takes", "is", None), ("Sinjar", "takes", "peshmerga", None)],
        ),
        (
            (
                "Peshmerga forces backed by US air strikes pushed Islamic State out of "
                "[[Sinjar|town|IQ]]."
            ),
            [("Sinjar", "takes", "peshmerga", "is")],
        ),
        (
            "Wagner mercenaries claimed full control of [[Soledar|town|UA]].",
            [("Soledar", "takes", "wagner", None)],
        ),
    ],
)
def test_who_takes_a_place_is_read(text: str, claims: list[Claim]) -> None:
    assert said(text) == claims


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        (
            "Islamic State was driven from [[Mosul|town|IQ]] last month.",
            [("Mosul", "loses", None, "is")],
        ),
        (
            "Rebels retreated from [[Aleppo]] on Monday.",
            [("Aleppo", "loses", None, "syrian-opposition")],
        ),
        (
            "Government forces lost control of [[Idlib]] in 2015.",
            [("Idlib", "loses", None, "syrian-government")],
        ),
        (
            "IS fighters pulled out of [[Rutba|town|IQ]].",
            [("Rutba", "loses", None, "is")],
        ),
    ],
)
def test_who_loses_a_place_is_read(text: str, claims: list[Claim]) -> None:
    assert said(text) == claims


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        (
            "The militants still hold [[Hawija|town|IQ]].",
            [("Hawija", "holds", "is", None)],
        ),
        (
            "[[Deir ez-Zor]] is under government control.",
            [("Deir ez-Zor", "holds", "syrian-government", None)],
        ),
        (
            "[[Raqqa]], the de facto capital of Islamic State, was hit by air strikes.",
            [("Raqqa", "holds", "is", None)],
        ),
        (
            "The Houthis have held [[Hodeidah|town|YE]] since 2014.",
            [("Hodeidah", "holds", "houthis", None)],
        ),
        (
            "Rebels have been in control of [[Eastern Ghouta]] since 2012.",
            [("Eastern Ghouta", "holds", "syrian-opposition", None)],
        ),
        (
            "Rebel-held [[Douma]] was shelled on Monday.",
            [("Douma", "holds", "syrian-opposition", None)],
        ),
        (
            "In the opposition-held city of [[Idlib]], hospitals are full.",
            [("Idlib", "holds", "syrian-opposition", None)],
        ),
        (
            "[[Raqqa]] has been under the control of IS since January 2014.",
            [("Raqqa", "holds", "is", None)],
        ),
        (
            "The regime now controls [[Aleppo]], [[Homs]] and [[Hama]].",
            [
                ("Aleppo", "holds", "syrian-government", None),
                ("Homs", "holds", "syrian-government", None),
                ("Hama", "holds", "syrian-government", None),
            ],
        ),
    ],
)
def test_who_holds_a_place_is_read(text: str, claims: list[Claim]) -> None:
    assert said(text) == claims


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        (
            "Clashes raged inside the city of [[Raqqa]] between the SDF and IS.",
            [("Raqqa", "contests", "sdf", "is")],
        ),
        (
            "SDF fighters entered [[Raqqa]] from the east.",
            [("Raqqa", "contests", "sdf", None)],
        ),
        (
            "Iraqi troops captured parts of [[Mosul|town|IQ]].",
            [("Mosul", "contests", "iraqi-government", None)],
        ),
        (
            "Most of [[Raqqa]] is now in the hands of the SDF.",
            [("Raqqa", "contests", "sdf", None)],
        ),
    ],
)
def test_fighting_inside_contests_a_place(text: str, claims: list[Claim]) -> None:
    assert said(text) == claims


@pytest.mark.parametrize(
    "text",
    [
        (
            "Boko Haram militants attacked the town of [[Baga|town|NG]], killing dozens "
            "of civilians."
        ),
        "The army is poised to enter [[Idlib]].",
        "The army could soon recapture [[Idlib]].",
        "If [[Idlib]] falls to the army, thousands will flee.",
        "The SDF denied that it had lost [[Manbij]].",
        "Haftar's forces launched an offensive to capture [[Tripoli|town|LY]].",
    ],
)
def test_what_did_not_happen_is_no_claim(text: str) -> None:
    assert said(text) == []


def test_fighting_that_is_over_contests_nothing() -> None:
    assert said("The SDF said fighting in [[Raqqa]] was over.") == []
    assert said("The SDF said fighting in the streets of [[Raqqa]] went on.") != []
