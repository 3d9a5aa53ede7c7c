"""English sentences that say whose a place is by who speaks, rules, gives it up or is gone."""

import pytest

from tests.unit.reading.reading_of import claims_of


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        ("“[[Homs]] is ours,” a rebel spokesman said.", [("Homs", "holds", "syrian-opposition")]),
        ("The rebels said that [[Homs]] was theirs.", [("Homs", "holds", "syrian-opposition")]),
        (
            "“[[Homs]] is under our control,” said a spokesman for the rebels.",
            [("Homs", "holds", "syrian-opposition")],
        ),
        ("The rebels claim to have taken [[Homs]].", [("Homs", "takes", "syrian-opposition")]),
        ("The rebels hope to have taken [[Homs]] by May.", []),
        ("The rebels now run [[Homs]].", [("Homs", "holds", "syrian-opposition")]),
        (
            "In [[Homs]] it is the rebels who are in charge.",
            [("Homs", "holds", "syrian-opposition")],
        ),
        ("The rebels gave [[Homs]] up.", [("Homs", "loses", None)]),
        ("The rebels are gone from [[Homs]].", [("Homs", "loses", None)]),
        (
            "The loss of [[Homs]] to the rebels was a blow.",
            [("Homs", "takes", "syrian-opposition")],
        ),
        ("The army's loss of [[Homs]] was a blow.", [("Homs", "loses", None)]),
        ("The army has completed its withdrawal from [[Homs]].", [("Homs", "loses", None)]),
        ("The army announced its withdrawal from [[Homs]].", []),
        (
            "Three weeks after [[Homs]], [[Hama]] fell to the rebels.",
            [("Hama", "takes", "syrian-opposition")],
        ),
    ],
)
def test_whose_a_place_is(text: str, claims: list[tuple[str, ...]]) -> None:
    assert [claim[:3] for claim in claims_of(text)] == claims


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        (
            "[[Palmyra]] was taken by IS in 2015 and by the army in 2016.",
            [("takes", "is", "2015"), ("takes", "syrian-government", "2016")],
        ),
        (
            "[[Palmyra]] has been held by Islamic State since May 2015.",
            [("holds", "is", "2015-05/..")],
        ),
        (
            "Rebels handed over [[Homs]] to the army under a deal brokered by Russia.",
            [("takes", "syrian-government", "2017-10-17")],
        ),
        (
            "IS took advantage of the army's collapse to seize [[Rawa]] in 2014.",
            [("takes", "is", "2014")],
        ),
        (
            "Planes bombed [[Hawija]], still in Islamic State hands, on Monday.",
            [("holds", "is", "2017-10-17")],
        ),
        ("The rebels are confined to [[Idlib]].", [("holds", "syrian-opposition", "2017-10-17")]),
        (
            "The army controls [[Hasakah]], apart from districts held by Kurdish forces.",
            [("holds", "syrian-government", "2017-10-17")],
        ),
    ],
)
def test_histories_and_deals(text: str, claims: list[tuple[str, ...]]) -> None:
    assert [(one[1], one[2], one[4]) for one in claims_of(text)] == claims


@pytest.mark.parametrize(
    "text",
    [
        "The government has [[Homs]] to thank for its survival.",
        "[[Raqqa]] is free of mines, the United Nations said.",
        "Syrian soldiers moved into new barracks in [[Homs]].",
        "The police moved in to break up a protest in [[Homs]].",
        "The government claimed victory in the election in [[Homs]].",
        "Iraq defeated Syria in [[Homs]] in a football match.",
        "The army took three hours to reach [[Homs]].",
        "The army's loss of men in [[Homs]] was heavy.",
        "The rebel leaders returned to [[Homs]] on Monday.",
    ],
)
def test_what_says_nothing_of_who_has_a_place(text: str) -> None:
    assert claims_of(text) == []
