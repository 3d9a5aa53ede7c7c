"""How sure a candidate is: what speaks for it and against it, one thing at a time."""

import math

import pytest

from gazetteer.bias import Bias
from gazetteer.confidence import (
    ALIKE,
    THRESHOLD,
    WRITTEN,
    Question,
    all_rivals,
    confidences,
    features,
)
from gazetteer.names import forms
from gazetteer.ordinary_words import Ordinary
from gazetteer.places import Context, Tier
from gazetteer.ranking import VARIANT, Ranked, standing
from tests.gazetteers import make_match

IN_SYRIA = Bias(Context(), frozenset({"SY"}))
WORD, PERSON = Ordinary(word=0.7), Ordinary(person=1.0)

CITY = standing("city", 220_000, curated=False)
VILLAGE = standing("populated_place", 900, curated=False)
HAMLET = standing("populated_place", None, curated=False)
METROPOLIS = standing("city", 8_000_000, curated=False)


def found(
    number: int = 1, *, rank: float = CITY, tier: Tier = Tier.EXACT, degree: float = 1.0
) -> Ranked:
    match = make_match(number, standing=rank)
    return Ranked(rank * degree, tier, match, degree)


def variant(text: str) -> Ranked:
    city = found()
    return city._replace(match=city.match._replace(text=text, form=VARIANT))


def sure(
    *best: Ranked,
    name: str = "Raqqa",
    bias: Bias | None = None,
    ordinary: Ordinary = Ordinary(),  # noqa: B008 - it never changes.
) -> float:
    return confidences(best, all_rivals(best, 10), Question(forms(name), bias, ordinary))[0]


def test_a_confidence_is_a_probability_for_each_candidate_shown() -> None:
    best = [found(number) for number in range(20)]
    some = confidences(best, all_rivals(best, 10), Question(forms("Raqqa")))
    assert len(some) == 10
    assert all(0 <= one <= 1 for one in some)


def test_nothing_found_is_nothing_to_be_sure_of() -> None:
    assert all_rivals([], 10) == []


def test_every_feature_has_a_weight() -> None:
    question = Question(forms("Raqqa"))
    for tier, weights in ((Tier.EXACT, WRITTEN), (Tier.TRIGRAM, ALIKE)):
        one = found(tier=tier)
        assert len(features(one, all_rivals([one], 1)[0], question)) == len(weights)


def test_the_larger_a_place_the_surer() -> None:
    some = [sure(found(rank=rank)) for rank in (HAMLET, VILLAGE, CITY)]
    assert some == sorted(some)
    assert some[0] < 0.5 < THRESHOLD < 0.85 < some[2]


def test_the_country_makes_a_village_sure() -> None:
    assert sure(found(rank=VILLAGE), bias=IN_SYRIA) > THRESHOLD


def test_a_place_in_another_country_than_asked_for_is_doubted() -> None:
    in_iraq = Bias(Context(), frozenset({"IQ"}))
    assert sure(found(), bias=in_iraq) < THRESHOLD < sure(found())


def test_a_language_alone_makes_no_village_sure() -> None:
    dutch = Bias(Context(language="nl"))
    assert sure(found(rank=VILLAGE), bias=dutch) == sure(found(rank=VILLAGE))


def test_an_ordinary_word_is_no_village() -> None:
    assert sure(found(rank=VILLAGE), ordinary=WORD) < 0.1
    assert sure(found(rank=VILLAGE), ordinary=PERSON) < 0.2


def test_an_ordinary_word_is_a_town_in_the_country_that_is_asked_for() -> None:
    town = standing("town", 66_700, curated=True)
    assert sure(found(rank=town), name="Hit", ordinary=WORD) < THRESHOLD
    assert sure(found(rank=town), name="Hit", ordinary=WORD, bias=IN_SYRIA) > THRESHOLD


def test_a_metropolis_is_sure_though_persons_are_called_so() -> None:
    assert sure(found(rank=METROPOLIS), ordinary=PERSON) > THRESHOLD


def test_a_town_called_so_in_several_words_is_hardly_a_person() -> None:
    """Abu and Kamal are names of persons; that a town is called just so is no chance."""
    several = sure(found(), name="Abu Kamal", ordinary=PERSON)
    assert several > THRESHOLD
    assert several > sure(found(), name="Abukamal", ordinary=PERSON)
    by_article = sure(found(tier=Tier.ARTICLE), name="Al Lang", ordinary=WORD)
    assert by_article < sure(found(), name="Al Lang", ordinary=WORD)


def test_a_village_called_as_a_person_in_several_words_is_doubted() -> None:
    assert sure(found(rank=VILLAGE), name="Charlotte Hall", ordinary=PERSON) < THRESHOLD


def test_homonyms_are_no_guess_called_certain() -> None:
    twins = [found(number) for number in range(5)]
    assert sure(*twins) < 0.5 < sure(twins[0])


def test_a_village_of_the_same_name_hardly_shakes_a_city() -> None:
    alone = sure(found(rank=METROPOLIS))
    assert alone - sure(found(rank=METROPOLIS), found(2, rank=VILLAGE)) < 0.1


def test_the_less_alike_the_less_sure() -> None:
    some = [sure(found(tier=Tier.TRIGRAM, degree=degree)) for degree in (0.95, 0.9, 0.8, 0.7, 0.6)]
    assert some == sorted(some, reverse=True)
    assert some[-1] < 0.1


def test_a_code_of_an_airport_is_not_a_name() -> None:
    assert sure(variant("SIT"), name="sit") < sure(variant("Sit"), name="sit")


def test_two_letters_are_less_sure_than_a_name() -> None:
    assert sure(found(), name="Of") < sure(found())


def test_two_ideographs_are_a_name() -> None:
    assert sure(found(), name="北京") > sure(found(), name="Of")


def test_shares_of_rivals_sum_to_one() -> None:
    best = [found(number, rank=rank) for number, rank in enumerate((0.8, 0.7, 0.7, 0.6))]
    rivals = all_rivals(best, 10)
    assert math.fsum(one.share for one in rivals) == pytest.approx(1)
    assert rivals[0].share > rivals[1].share == rivals[2].share > rivals[3].share


def test_homonyms_are_as_alike_as_each_other() -> None:
    best = [found(1), found(2), found(3, tier=Tier.STRICT, degree=0.9)]
    assert [one.homonyms for one in all_rivals(best, 10)] == [1, 1, 0]
    assert all_rivals(best[:1], 10)[0].homonyms == 0
