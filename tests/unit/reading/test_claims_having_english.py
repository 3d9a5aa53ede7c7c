"""English sentences that say whose a place is without a word of war."""

import pytest

from tests.unit.reading.reading_of import claims_of

TODAY = "2017-10-17"


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        ("The rebels have [[Idlib]].", [("Idlib", "holds", "syrian-opposition", None)]),
        (
            "The government has [[Homs]], the rebels [[Idlib]] and Islamic State [[Raqqa]].",
            [
                ("Homs", "holds", "syrian-government", None),
                ("Idlib", "holds", "syrian-opposition", None),
                ("Raqqa", "holds", "is", None),
            ],
        ),
        (
            "The army took [[Homs]], the rebels [[Idlib]].",
            [
                ("Homs", "takes", "syrian-government", None),
                ("Idlib", "takes", "syrian-opposition", None),
            ],
        ),
        (
            "By dusk Islamic State had the town of [[Palmyra]].",
            [("Palmyra", "takes", "is", None)],
        ),
        ("The rebels had made [[Azaz]] theirs.", [("Azaz", "takes", "syrian-opposition", None)]),
        ("The army has [[Azaz]] in its sights.", []),
        ("The army has [[Azaz]] surrounded.", []),
        ("The army seized [[Azaz]], splitting the rebel enclave.", None),
    ],
)
def test_who_simply_has_a_place(text: str, claims: list[tuple[str, ...]] | None) -> None:
    found = [claim[:4] for claim in claims_of(text)]
    assert found == (claims if claims is not None else found[:1])


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        (
            "[[Idlib]] passed from the army to the rebels.",
            [("Idlib", "takes", "syrian-opposition", "syrian-government")],
        ),
        (
            "Control of [[Manbij]] passed to the SDF.",
            [("Manbij", "takes", "sdf", None)],
        ),
        (
            "[[Palmyra]] came back under army control.",
            [("Palmyra", "takes", "syrian-government", None)],
        ),
        (
            "[[Palmyra]] slipped from the army's grasp.",
            [("Palmyra", "loses", None, "syrian-government")],
        ),
        (
            "The army was stripped of [[Palmyra]].",
            [("Palmyra", "loses", None, "syrian-government")],
        ),
        (
            "The raid cost the army the town of [[Palmyra]].",
            [("Palmyra", "loses", None, "syrian-government")],
        ),
        ("The prisoners passed to the army in [[Palmyra]].", []),
    ],
)
def test_a_place_passes_to_another(text: str, claims: list[tuple[str, ...]]) -> None:
    assert [claim[:4] for claim in claims_of(text)] == claims


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        ("[[Raqqa]] is free of Islamic State, the SDF said.", [("Raqqa", "takes", "sdf", "is")]),
        ("The SDF pronounced [[Raqqa]] clear of jihadists.", [("Raqqa", "takes", "sdf", "is")]),
        (
            "The SDF declared [[Raqqa]], for years the seat of the movement, freed.",
            [("Raqqa", "takes", "sdf", None)],
        ),
        ("No Russian soldiers remain in [[Palmyra]].", [("Palmyra", "loses", None, "russia")]),
        (
            "The rebels no longer have a presence in [[Palmyra]].",
            [("Palmyra", "loses", None, "syrian-opposition")],
        ),
        ("The rebels remain in [[Palmyra]].", []),
        ("[[Raqqa]] is free of mines, the SDF said.", None),
    ],
)
def test_a_place_is_rid_of_somebody(text: str, claims: list[tuple[str, ...]] | None) -> None:
    found = [claim[:4] for claim in claims_of(text)]
    assert found == claims if claims is not None else all(one[3] is None for one in found)


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        ("Driven from [[Palmyra]] in March, IS regrouped.", ("loses", None, "is", "2017-03")),
        ("Ousted from [[Palmyra]] in March, IS regrouped.", ("loses", None, "is", "2017-03")),
        ("Seized by IS in March, [[Palmyra]] lies in ruins.", ("takes", "is", None, "2017-03")),
        (
            "The battle ended with the SDF in control of [[Palmyra]].",
            ("holds", "sdf", None, TODAY),
        ),
        (
            "[[Palmyra]] is held by a few hundred soldiers.",
            ("holds", "syrian-government", None, TODAY),
        ),
        (
            "[[Ankara|government|TR]]'s forces ousted the YPG from [[Afrin]].",
            ("takes", "turkey-sna", "ypg", TODAY),
        ),
    ],
)
def test_who_comes_before_or_behind(text: str, claim: tuple[str, ...]) -> None:
    assert [one[1:] for one in claims_of(text)] == [claim]


@pytest.mark.parametrize(
    "text",
    [
        "Islamic State's flag was hoisted above the town hall of [[Palmyra]].",
        "The Islamic State flag flies over [[Palmyra]].",
    ],
)
def test_whose_flag_flies_has_the_place(text: str) -> None:
    assert [claim[:3] for claim in claims_of(text)] == [("Palmyra", "takes", "is")]


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        (
            "The Syrian army declared victory over IS in [[Palmyra]] on Monday.",
            [("Palmyra", "takes", "syrian-government", "is", "2017-10-16")],
        ),
        ("The army said victory in [[Palmyra]] was near.", []),
        (
            "[[Palmyra]] remains under state control.",
            [("Palmyra", "holds", "syrian-government", None, TODAY)],
        ),
        (
            "The rebels still cling to a handful of districts in [[Aleppo]].",
            [("Aleppo", "contests", "syrian-opposition", None, TODAY)],
        ),
        ("The army held [[Hama]]'s airport.", []),
        (
            "Kurdish-led forces took [[Manbij]].",
            [("Manbij", "takes", "sdf", None, TODAY)],
        ),
    ],
)
def test_who_has_it_in_other_words(text: str, claims: list[tuple[str, ...]]) -> None:
    assert claims_of(text) == claims


@pytest.mark.parametrize(
    ("text", "days"),
    [
        (
            "The army won back [[Rawa]], on the border, on Sept. 30 and took [[Ana]] in August.",
            ["2017-09-30", "2017-08"],
        ),
        (
            "IS took [[Rawa]] in May 2014 and [[Ana]] in June of the same year.",
            ["2014-05", "2014-06"],
        ),
        ("IS took [[Rawa]] in May 2014. In June of that year it took [[Ana]].", None),
    ],
)
def test_each_has_its_own_day(text: str, days: list[str] | None) -> None:
    assert [claim[4] for claim in claims_of(text)] == (days or ["2014-05", "2014-06"])


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        (
            "It took Islamic State four days to capture [[Palmyra]].",
            [("Palmyra", "takes", "is", None)],
        ),
        ("It took [[Homs]] days to recover.", []),
        (
            "With the capture of [[Palmyra]] on Sunday, Islamic State controls half of Syria.",
            [("Palmyra", "takes", "is", None)],
        ),
        (
            "With the fall of [[Palmyra]] on Sunday, the rebels now hold four towns.",
            [("Palmyra", "takes", "syrian-opposition", None)],
        ),
        (
            "The army on Monday proclaimed the “liberation” of [[Palmyra]].",
            [("Palmyra", "takes", "syrian-government", None)],
        ),
        (
            "Fighters loyal to the exiled president, backed by Turkey, have recovered [[Homs]].",
            [("Homs", "takes", "syrian-government", None)],
        ),
        ("The army moved in on [[Homs]].", []),
        (
            "The rebels returned to [[Homs]] on Monday.",
            [("Homs", "takes", "syrian-opposition", None)],
        ),
        ("The rebels returned to talks in [[Homs]] on Monday.", []),
        (
            "Islamic State's rule in [[Raqqa]] is over.",
            [("Raqqa", "loses", None, "is")],
        ),
        ("The SDF broke Islamic State's grip on [[Raqqa]].", [("Raqqa", "takes", "sdf", "is")]),
        ("Islamic State's grip on [[Raqqa]] is firm.", []),
        (
            "The SDF defeated Islamic State in [[Raqqa]].",
            [("Raqqa", "takes", "sdf", "is")],
        ),
        ("The SDF hopes to defeat Islamic State in [[Raqqa]].", []),
        (
            "[[Raqqa]] has been an Islamic State stronghold since 2014.",
            [("Raqqa", "holds", "is", None)],
        ),
        (
            "Soldiers mopped up the last pockets of IS in [[Raqqa]].",
            [("Raqqa", "takes", "syrian-government", "is")],
        ),
    ],
)
def test_deeds_that_are_told_another_way(text: str, claims: list[tuple[str, ...]]) -> None:
    assert [claim[:4] for claim in claims_of(text)] == claims


def test_who_moves_in_behind_another_has_the_place() -> None:
    text = "The rebels left [[Homs]] in the night and the army moved in."
    assert ("Homs", "takes", "syrian-government") in [claim[:3] for claim in claims_of(text)]


def test_months_after_another_deed_are_counted_back() -> None:
    text = "The army took [[Homs]] on Sunday, ten months after it had lost the town."
    assert [(one[1], one[4]) for one in claims_of(text)] == [
        ("takes", "2017-10-15"),
        ("loses", "2016-12"),
    ]
