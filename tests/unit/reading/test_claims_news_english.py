"""Claims in sentences built as agencies and newspapers build them."""

import pytest

from tests.unit.reading.reading_of import claims_of

TODAY = "2017-10-17"


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        (
            "The army said rebels had seized [[Saraqib]] on Sunday.",
            [("Saraqib", "takes", "syrian-opposition", None, "2017-10-15")],
        ),
        (
            "The army said [[Palmyra]] had fallen to Islamic State.",
            [("Palmyra", "takes", "is", None, TODAY)],
        ),
        (
            "State media said government troops entered [[Murak]].",
            [("Murak", "contests", "syrian-government", None, TODAY)],
        ),
        (
            "The army declared [[Raqqa]] liberated.",
            [("Raqqa", "takes", "syrian-government", None, TODAY)],
        ),
    ],
)
def test_what_was_said_without_that_has_a_subject_of_its_own(
    text: str, claims: list[tuple[str, ...]]
) -> None:
    assert claims_of(text) == claims


def test_forces_with_an_article_are_no_verb() -> None:
    text = "[[Ukraine|country|UA]] said its forces had withdrawn from [[Lyman|town|UA]]."
    assert claims_of(text) == [("Lyman", "loses", None, "ukraine", TODAY)]


@pytest.mark.parametrize(
    "text",
    [
        "IS controls [[Hawija]], west of [[Kirkuk]], and the towns of [[Rawa]] and [[Ana]].",
        "The army fights for [[Hawija]], [[Rawa]] and [[Ana]], all of which are held by IS.",
    ],
)
def test_lists_are_whole(text: str) -> None:
    assert [claim[:3] for claim in claims_of(text) if claim[2] == "is"] == [
        (name, "holds", "is") for name in ("Hawija", "Rawa", "Ana")
    ]


def test_which_with_a_singular_verb_means_the_last_place_alone() -> None:
    text = "The army shelled [[Rawa]] and [[Ana]], which is held by IS."
    assert claims_of(text) == [("Ana", "holds", "is", None, TODAY)]


@pytest.mark.parametrize(
    "text",
    [
        "Having taken [[Raqqa]] from IS, the SDF moved on.",
        "After capturing [[Raqqa]] from IS, the SDF moved on.",
    ],
)
def test_who_has_done_it_can_come_behind(text: str) -> None:
    assert claims_of(text) == [("Raqqa", "takes", "sdf", "is", TODAY)]


def test_directions_are_no_plans() -> None:
    text = "In [[Raqqa]], 140km to the northwest, the SDF has seized most of the city."
    assert claims_of(text) == [("Raqqa", "contests", "sdf", None, TODAY)]


def test_it_is_the_place_last_told_of() -> None:
    text = "IS seized [[Palmyra]] in May 2015. The army recaptured it in March 2016."
    assert claims_of(text) == [
        ("Palmyra", "takes", "is", None, "2015-05"),
        ("Palmyra", "takes", "syrian-government", None, "2016-03"),
    ]


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        (
            "IS has been driven out of [[Palmyra]] by the Syrian army.",
            ("Palmyra", "takes", "syrian-government", "is", TODAY),
        ),
        (
            "IS was pushed out of [[Palmyra]] in 2016.",
            ("Palmyra", "loses", None, "is", "2016"),
        ),
        (
            "The rebel-held town of [[Rastan]] surrendered to the army.",
            ("Rastan", "takes", "syrian-government", "syrian-opposition", TODAY),
        ),
        (
            "In [[Tuz Khurmatu|town|IQ]], shops burned after the Peshmerga left.",
            ("Tuz Khurmatu", "loses", None, "peshmerga", TODAY),
        ),
        (
            "Prime Minister al-Abadi announced the liberation of [[Mosul|city|IQ]].",
            ("Mosul", "takes", "iraqi-government", None, TODAY),
        ),
        (
            "Iraqi troops entered [[Sinjar|town|IQ]] after the Peshmerga withdrew.",
            ("Sinjar", "takes", "iraqi-government", None, TODAY),
        ),
        (
            "Rebels captured several neighbourhoods in the city of [[Aleppo]].",
            ("Aleppo", "contests", "syrian-opposition", None, TODAY),
        ),
    ],
)
def test_how_a_place_changes_hands(text: str, claim: tuple[str, ...]) -> None:
    assert claims_of(text) == [claim]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("A day after seizing [[Raqqa]], the SDF moved on on Monday.", "2017-10-15"),
        ("The SDF moved on on Monday, two days after they took [[Raqqa]].", "2017-10-14"),
        ("On Monday, a week after the capture of [[Raqqa]] by the SDF, aid came.", "2017-10-09"),
        ("Hours after the SDF took [[Raqqa]], aid came.", TODAY),
        ("A day after the SDF took [[Raqqa]] on 2 October, aid came.", "2017-10-02"),
    ],
)
def test_what_came_a_day_after_dates_what_it_came_after(text: str, day: str) -> None:
    assert claims_of(text) == [("Raqqa", "takes", "sdf", None, day)]


@pytest.mark.parametrize(
    ("text", "holder"),
    [
        (
            (
                "Hezbollah took [[Arsal|town|LB]] on Sunday. "
                "[[Mosul|city|IQ]], the provincial capital, was recaptured in July."
            ),
            "iraqi-government",
        ),
        (
            (
                "Many fled to [[Tel Rifaat]], which the YPG captured in February 2016. "
                "Turkish forces captured [[Bulbul]] on 1 October. [[Mosul]] fell on 3 October."
            ),
            "turkey-sna",
        ),
    ],
)
def test_who_took_it_is_who_took_places_there_at_that_time(text: str, holder: str) -> None:
    claims = {claim[0]: claim[2] for claim in claims_of(text)}
    assert claims["Mosul"] == holder


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        (
            (
                "The army has begun an operation to retake [[Mosul|city|IQ]], "
                "the largest city under Islamic State's control."
            ),
            ("Mosul", "holds", "is", None, TODAY),
        ),
        (
            "Houthi forces neared [[Marib|town|YE]], the government's last northern stronghold.",
            ("Marib", "holds", "yemeni-government", None, TODAY),
        ),
        (
            "[[Aybak|town|AF]] is the sixth provincial capital to fall to the Taliban.",
            ("Aybak", "takes", "taliban", None, TODAY),
        ),
        (
            "Iraqi forces battled the last pockets of IS militants in [[Tikrit|town|IQ]].",
            ("Tikrit", "contests", "iraqi-government", "is", TODAY),
        ),
        (
            (
                "In [[Sinjar|town|IQ]], militias of the Popular Mobilisation took over the town "
                "centre."
            ),
            ("Sinjar", "contests", "iraqi-government", None, TODAY),
        ),
        (
            "The army handed [[Kidal|town|ML]] over to the CMA.",
            ("Kidal", "takes", "mali-separatists", "mali-government", TODAY),
        ),
        (
            "Nigerian troops have cleared Boko Haram from [[Bama|town|NG]].",
            ("Bama", "takes", "nigerian-government", "boko-haram", TODAY),
        ),
        (
            (
                "Al-Qaeda in the Arabian Peninsula seized [[Mukalla|town|YE]] in April 2015, as "
                "government forces were battling Huthi rebels."
            ),
            ("Mukalla", "takes", "aqap", None, "2015-04"),
        ),
        (
            "The al-Qaida-linked Hayat Tahrir al-Sham took the city of [[Idlib]] in July.",
            ("Idlib", "takes", "hts", None, "2017-07"),
        ),
        (
            "Turkish troops and allied rebels hold [[Jarablus]].",
            ("Jarablus", "holds", "turkey-sna", None, TODAY),
        ),
    ],
)
def test_who_has_which_place(text: str, claim: tuple[str, ...]) -> None:
    assert claims_of(text) == [claim]


@pytest.mark.parametrize(
    "text",
    [
        "The army began the first phase of an operation to retake [[Mosul|city|IQ]].",
        "The army hopes to make [[Mosul|city|IQ]] the first city to fall to its troops.",
    ],
)
def test_an_ordinal_of_something_else_tells_of_no_deed(text: str) -> None:
    assert claims_of(text) == []


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        (
            "The separatists have held [[Donetsk|city|UA]], a city of a million, since April 2014.",
            ("Donetsk", "holds", "donbas-separatists", None, "2014-04/.."),
        ),
        (
            "[[Nineveh|governorate|IQ]] province is back in government hands.",
            ("Nineveh", "holds", "iraqi-government", None, TODAY),
        ),
        (
            (
                "[[BENGHAZI|city|LY]], [[Libya|country|LY]] (Newswire) - Khalifa Haftar said late "
                "on Thursday his forces had taken [[Derna|town|LY]]."
            ),
            ("Derna", "takes", "libyan-national-army", None, "2017-10-12"),
        ),
        (
            "IS holds the rest of [[Deir]] city.",
            ("Deir", "contests", "is", None, TODAY),
        ),
    ],
)
def test_where_and_since_when(text: str, claim: tuple[str, ...]) -> None:
    assert claims_of(text) == [claim]


def test_only_to_lose_it_is_to_have_lost_it() -> None:
    text = "The army took [[Baiji|town|IQ]] from IS in May, only to lose it to the jihadists again."
    assert [claim[:4] for claim in claims_of(text)] == [
        ("Baiji", "takes", "iraqi-government", "is"),
        ("Baiji", "takes", "is", "iraqi-government"),
    ]


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        (
            "Afghan forces pushed the Taliban out of the centre of [[Kunduz|city|AF]].",
            [("Kunduz", "contests", "afghan-government", "taliban", TODAY)],
        ),
        ("Afghan forces drove the Taliban back from [[Kunduz|city|AF]].", []),
        (
            "Southern separatists seized the presidential palace in [[Aden|city|YE]].",
            [("Aden", "contests", "southern-transitional-council", None, TODAY)],
        ),
        (
            "[[Daraa]] is divided between rebels and the government.",
            [("Daraa", "contests", "syrian-opposition", "syrian-government", TODAY)],
        ),
        (
            "Ukrainian troops advanced into the centre of [[Lyman|town|UA]].",
            [("Lyman", "contests", "ukraine", None, TODAY)],
        ),
        (
            "The Houthis, who seized the capital in 2014, have lost [[Mokha|town|YE]].",
            [("Mokha", "loses", None, "houthis", TODAY)],
        ),
    ],
)
def test_parts_and_what_is_shared(text: str, claims: list[tuple[str, ...]]) -> None:
    assert [claim for claim in claims_of(text) if claim[4] == TODAY] == claims


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        (
            "Government forces have retaken more than a third of [[Aleppo]].",
            [("Aleppo", "contests", "syrian-government", None, TODAY)],
        ),
        (
            "Soldiers from [[Chad|country|TD]] have taken [[Damasak|town|NG]].",
            [("Damasak", "takes", "chad", None, TODAY)],
        ),
        (
            "IS took [[Mosul|city|IQ]] on 10 June 2014. [[Tikrit|town|IQ]] was lost a day later.",
            [
                ("Mosul", "takes", "is", None, "2014-06-10"),
                ("Tikrit", "takes", "is", None, "2014-06-11"),
            ],
        ),
        (
            "Al-Shabaab has lost [[Kismayo|city|SO]], which Kenyan troops took in 2012.",
            [("Kismayo", "takes", "kenya", None, "2012")],
        ),
        (
            "Jets bombed [[Khan Sheikhoun]], a rebel-held town in [[Idlib|governorate]] province.",
            [("Khan Sheikhoun", "holds", "syrian-opposition", None, TODAY)],
        ),
        (
            "IS stormed [[Yarmouk]] in April. The jihadists now hold about 90% of it.",
            [("Yarmouk", "contests", "is", None, TODAY)],
        ),
        ("[[Kyiv|government|UA]] recaptured the railway hub last September.", []),
        ("The military seized power in [[Ouagadougou|city|BF]] in 2022.", []),
        (
            "The RSF captured the headquarters of the army in [[El Geneina|city|SD]].",
            [],
        ),
        (
            "Mali's army entered [[Kidal|town|ML]], ending a decade of rule over it.",
            [("Kidal", "takes", "mali-government", None, TODAY)],
        ),
        (
            "IS left [[Tabqa]] in May; [[Raqqa]] is now in the hands of the SDF.",
            [
                ("Tabqa", "loses", None, "is", "2017-05"),
                ("Raqqa", "holds", "sdf", None, TODAY),
            ],
        ),
        (
            "The TNLA wrested Nawnghkio and [[Kyaukme|town|MM]] from the army.",
            [("Kyaukme", "takes", "tnla", "myanmar-government", TODAY)],
        ),
        (
            "IS seized parts of the dam at around the time they took [[Raqqa]].",
            [("Raqqa", "takes", "is", None, TODAY)],
        ),
        (
            (
                "In [[Tuz Khurmatu|town|IQ]], a town of Kurds and Arabs, shops burned after the "
                "Peshmerga left."
            ),
            [("Tuz Khurmatu", "loses", None, "peshmerga", TODAY)],
        ),
    ],
)
def test_what_is_told_of_a_place_and_no_more(text: str, claims: list[tuple[str, ...]]) -> None:
    assert claims_of(text) == claims
