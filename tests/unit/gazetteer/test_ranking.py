"""Which place is meant, and why: every factor of the score on its own, then against each other."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gazetteer.bias import Bias
from gazetteer.names import forms
from gazetteer.places import KINDS, Context, Tier
from gazetteer.ranking import (
    DISPLAY,
    HISTORICAL,
    PREFERRED,
    VARIANT,
    Match,
    Ranked,
    ranked,
    reasons,
    standing,
)
from tests.gazetteers import make_match

ASKED = forms("Raqqa")


def bias(country: str | None) -> Bias | None:
    return None if country is None else Bias(Context(), frozenset({country}))


def order(*matches: Match, country: str | None = None) -> list[int]:
    return [one.match.number for one in ranked(matches, ASKED, bias(country))]


@pytest.mark.parametrize(
    ("asked", "found", "tier"),
    [
        pytest.param("Raqqa", make_match(), Tier.EXACT, id="exact"),
        pytest.param("raqqa", make_match(), Tier.FOLDED, id="case"),
        pytest.param("Ar-Raqqa", make_match(), Tier.ARTICLE, id="article-in-the-question"),
        pytest.param(
            "Raqqa",
            make_match(text="Ar Raqqa", stripped=True),
            Tier.ARTICLE,
            id="article-in-the-index",
        ),
        pytest.param(
            "Ar-Raqqa",
            make_match(text="Ar Raqqa", key="arraqqa"),
            Tier.FOLDED,
            id="article-in-both",
        ),
        pytest.param(
            "Al-Raqqa",
            make_match(text="Ar Raqqa", stripped=True),
            Tier.ARTICLE,
            id="another-article-in-each",
        ),
    ],
)
def test_the_tier_says_how_close_the_spelling_is(asked: str, found: Match, tier: Tier) -> None:
    assert ranked([found], forms(asked), None)[0].tier == tier


def test_exact_goes_before_folded_before_article() -> None:
    matches = [
        make_match(1, text="Ar Raqqa", stripped=True),
        make_match(2, text="RAQQA"),
        make_match(3),
    ]
    assert order(*matches) == [3, 2, 1]


def test_the_usual_name_goes_before_other_names() -> None:
    forms_by_rank = [HISTORICAL, VARIANT, PREFERRED, DISPLAY]
    assert order(*(make_match(number, form=form) for number, form in enumerate(forms_by_rank))) == [
        3,
        2,
        1,
        0,
    ]


def test_standing_decides_between_homonyms() -> None:
    assert order(make_match(1, standing=0.5), make_match(2, standing=0.9)) == [2, 1]


def test_a_great_city_goes_before_a_hamlet_that_is_written_more_exactly() -> None:
    hamlet = make_match(1, standing=standing("populated_place", None, curated=False))
    city = make_match(2, text="RAQQA", standing=standing("city", 500_000, curated=False))
    assert order(hamlet, city) == [2, 1]


def test_a_place_is_listed_once_by_its_best_name() -> None:
    weak, strong = make_match(1, form=VARIANT), make_match(1, form=DISPLAY)
    for matches in ([weak, strong], [strong, weak]):
        (one,) = ranked(matches, ASKED, None)
        assert one.match.form == DISPLAY


def test_equals_keep_the_order_of_the_index() -> None:
    assert order(make_match(3), make_match(1), make_match(2)) == [1, 2, 3]


def test_nothing_found_is_an_empty_list() -> None:
    assert order() == []


@given(
    mine=st.builds(
        make_match,
        number=st.just(1),
        form=st.sampled_from([DISPLAY, PREFERRED, VARIANT, HISTORICAL]),
        text=st.sampled_from(["Raqqa", "RAQQA"]),
        stripped=st.booleans(),
        country=st.just("IQ"),
        standing=st.sampled_from([standing(kind, None, curated=False) for kind in sorted(KINDS)]),
    )
)
def test_the_country_overturns_any_other_factor(mine: Match) -> None:
    greatest = make_match(2, standing=1.0)
    assert order(greatest, mine, country="IQ") == [1, 2]


def test_the_country_shuts_nothing_out() -> None:
    assert order(make_match(1, country="SY"), country="IQ") == [1]


@given(
    kind=st.sampled_from(sorted(KINDS)),
    population=st.none() | st.integers(0, 10**9),
    curated=st.booleans(),
)
def test_standing_stays_between_its_bounds(
    kind: str, population: int | None, *, curated: bool
) -> None:
    assert 0.38 <= standing(kind, population, curated=curated) <= 1.0


@given(st.integers(0, 10**8), st.integers(0, 10**8))
def test_more_people_never_lower_the_standing(one: int, other: int) -> None:
    fewer, more = sorted([one, other])
    assert standing("city", fewer, curated=False) <= standing("city", more, curated=False)


@pytest.mark.parametrize(
    ("higher", "lower"),
    [
        pytest.param(
            standing("village", None, curated=True),
            standing("populated_place", None, curated=False),
            id="curated-without-population",
        ),
        pytest.param(
            standing("town", None, curated=True),
            standing("village", None, curated=True),
            id="town-over-village",
        ),
        pytest.param(
            standing("city", 300_000, curated=True),
            standing("city", None, curated=True),
            id="a-known-population-can-raise-it",
        ),
        pytest.param(
            standing("city", 200_000, curated=True),
            standing("governorate", 4_000_000, curated=True),
            id="the-city-over-its-governorate",
        ),
        pytest.param(
            standing("town", None, curated=True),
            standing("dam", None, curated=True),
            id="the-town-over-its-dam",
        ),
        pytest.param(
            standing("country", None, curated=True),
            standing("city", 10_000_000, curated=True),
            id="a-country-over-any-city",
        ),
    ],
)
def test_standing_of_kinds(higher: float, lower: float) -> None:
    assert higher > lower


@pytest.mark.parametrize(
    ("form", "words"),
    [
        (DISPLAY, "usual name"),
        (PREFERRED, "usual name in another language"),
        (VARIANT, "other spelling"),
        (HISTORICAL, "former name"),
    ],
)
def test_reasons_name_the_tier_the_form_and_the_size(form: int, words: str) -> None:
    one = Ranked(0.8, Tier.EXACT, make_match(form=form))
    assert reasons(one, None) == ("written exactly so", words, "city of 531,952")


@pytest.mark.parametrize(
    ("tier", "words"),
    [
        (Tier.FOLDED, "same but for case, marks, hyphens"),
        (Tier.ARTICLE, "same but for the article"),
    ],
)
def test_reasons_say_how_a_spelling_differs(tier: Tier, words: str) -> None:
    assert reasons(Ranked(0.8, tier, make_match()), None)[0] == words


def test_reasons_say_when_the_population_is_not_known() -> None:
    village = make_match(kind="populated_place", population=None)
    assert (
        reasons(Ranked(0.8, Tier.EXACT, village), None)[-1]
        == "populated place, population not known"
    )


@pytest.mark.parametrize(("country", "words"), [("SY", "in SY"), ("IQ", "not in IQ")])
def test_reasons_name_the_country_that_was_asked_for(country: str, words: str) -> None:
    assert reasons(Ranked(0.8, Tier.EXACT, make_match()), bias(country))[-1] == words
