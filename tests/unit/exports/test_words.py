"""Explanations in words, sentence by sentence."""

from string import Formatter

import pytest

from geomap.domain.answers import Register
from geomap.domain.control import Control, Status, Verdict
from geomap.domain.explanation import Explanation, Fate, explain
from geomap.domain.grades import Reliability
from geomap.domain.learning import Role
from geomap.domain.standpoint import Standpoint
from geomap.domain.statements import Actor, ActorKind, Claim, Effect, Place, Source, SourceKind
from geomap.exports.sentences import ENGLISH, listed
from geomap.exports.words import Words
from tests.claims import contests, day, grade, holds, loses, takes

HIT = Place("hit", "Hit", {}, 42.8, 33.6, "town", "IQ", "01", None)
ANBAR = Place("anbar", "Anbar", {}, 42.0, 33.0, "governorate", "IQ", "01", None)
NAMES = {"is": "IS", "army": "Iraqi army", "tribes": "Tribes"}
REGISTER = Register(
    {
        key: Actor(key, name, {}, ActorKind.ARMED_GROUP, "#000000", ())
        for key, name in NAMES.items()
    },
    {
        key: Source(key, key.upper(), SourceKind.NEWS_AGENCY, Reliability.B, "")
        for key in ("afp", "dpa", "upi")
    },
    {place.id: place for place in (HIT, ANBAR)},
)
WORDS = Words(REGISTER)
AT_HIT = {"place_id": "hit", "source_id": "afp"}


def told(on: str, *claims: Claim, area: tuple[Claim, ...] = ()) -> Explanation:
    return explain(HIT, day(on), claims, [area], Standpoint())


def became(explanation: Explanation, claim: Claim) -> str:
    (found,) = (one for one in explanation.considered if one.claim.id == claim.id)
    return WORDS.fate(found, explanation.standpoint.rule)


@pytest.mark.parametrize(
    ("claim", "words"),
    [
        (takes("is", "2014-10-13", **AT_HIT), "IS takes Hit"),
        (takes("is", "2014-10-13", loser="army", **AT_HIT), "IS takes Hit from Iraqi army"),
        (holds("is", "2014-10-13", **AT_HIT), "IS holds Hit"),
        (loses("is", "2014-10-13", **AT_HIT), "IS loses Hit"),
        (contests("2014-10-13", **AT_HIT), "there is fighting inside Hit"),
        (
            contests("2014-10-13", loser="is", **AT_HIT),
            "there is fighting inside Hit, with IS a party",
        ),
    ],
)
def test_what_a_claim_says(claim: Claim, words: str) -> None:
    assert WORDS.says(claim) == words


def test_a_claim_on_the_governorate_is_set_aside_by_name() -> None:
    area = holds("army", "2014-02-01", place_id="anbar", source_id="dpa")
    town = takes("is", "2014-10-13", **AT_HIT)
    assert became(told("2014-10-13", town, area=(area,)), area) == (
        "Set aside: there is a claim on Hit, which goes before one on Anbar: “IS takes Hit”"
        " (AFP, 2014-10-13)."
    )


def test_an_older_claim_says_by_how_much() -> None:
    old = holds("army", "2014-10-01", place_id="hit", source_id="dpa")
    new = holds("is", "2014-10-21", **AT_HIT)
    assert became(told("2014-10-21", old, new), old) == (
        "Too old to disagree: 20 days older than “IS holds Hit” (AFP, 2014-10-21), which says"
        " otherwise; the dispute window is 14 days."
    )


def test_a_source_that_corrects_itself() -> None:
    said = holds("army", "2014-10-12", **AT_HIT)
    corrected = holds("is", "2014-10-13", **AT_HIT)
    assert became(told("2014-10-21", said, corrected), said) == (
        "Replaced: the same source said later, “IS holds Hit” (AFP, 2014-10-13)."
    )


def test_a_pending_capture_says_until_when() -> None:
    capture = takes("is", "2014-10", **AT_HIT)
    assert became(told("2014-10-13", capture), capture) == (
        "Pending: it took effect on some day up to 2014-10-31, perhaps not yet."
    )


def test_a_majority_is_told_with_its_share_and_its_opposition() -> None:
    claims = [
        holds("is", "2014-10-13", place_id="hit", source_id="afp", grade=grade("A1")),
        holds("army", "2014-10-13", place_id="hit", source_id="dpa", grade=grade("D2")),
        holds("tribes", "2014-10-13", place_id="hit", source_id="upi", grade=grade("E2")),
    ]
    assert WORDS.summary(told("2014-10-13", *claims))[0] == (
        "On 13 October 2014, Hit was held by IS, with 68 % of the weight; Iraqi army and Tribes"
        " also named."
    )


def test_a_loss_counts_and_names_nobody() -> None:
    loss = loses("is", "2014-10-13", **AT_HIT)
    explanation = told("2014-10-13", loss)
    assert became(explanation, loss) == "Counts, and names nobody as the holder."
    assert WORDS.summary(explanation) == ["On 13 October 2014, nobody is known to have held Hit."]


def test_an_old_answer_says_how_old() -> None:
    explanation = told("2017-10-13", takes("is", "2014-10-13", **AT_HIT))
    assert WORDS.summary(explanation)[-1] == (
        "The answer is stale: the newest claim that names IS was 1096 days old."
    )


def test_a_change_that_leads_to_no_other_holder_is_uncertain_without_candidates() -> None:
    held = holds("is", "2014-10-01", place_id="hit", source_id="dpa")
    explanation = told("2014-10-13", held, loses("is", "2014-10", **AT_HIT))
    assert "A change was under way whose day is not known." in WORDS.summary(explanation)


def test_no_weights_are_told_where_fighting_decides() -> None:
    fight = contests("2014-10-13", loser="is", **AT_HIT)
    held = holds("army", "2014-10-13", place_id="hit", source_id="dpa")
    assert WORDS.summary(told("2014-10-13", held, fight)) == [
        "On 13 October 2014, Hit was contested: a claim tells of fighting inside."
    ]


@pytest.mark.parametrize(
    ("control", "words"),
    [
        (Control(Verdict(Status.HELD, ("is",))), "held by IS"),
        (
            Control(Verdict(Status.HELD, ("is", "army"), opposed=True)),
            "held by IS (opposed by Iraqi army)",
        ),
        (
            Control(Verdict(Status.HELD, ("is",), uncertain=True, candidates=("army",))),
            "held by IS (perhaps Iraqi army already)",
        ),
        (Control(Verdict(Status.HELD, ("is",), uncertain=True)), "held by IS (uncertain)"),
        (Control(Verdict(Status.HELD, ("is",)), (), day("2014-10-13")), "held by IS (stale)"),
        (Control(Verdict(Status.CONTESTED)), "contested"),
        (Control(Verdict(Status.CONTESTED, ("is",))), "contested"),
        (Control(Verdict(Status.CONTESTED, ("is", "army"))), "contested between IS and Iraqi army"),
        (Control(Verdict(Status.DISPUTED, ("is", "army"))), "disputed between IS and Iraqi army"),
        (Control(Verdict(Status.UNKNOWN)), "unknown"),
    ],
)
def test_an_answer_in_few_words(control: Control, words: str) -> None:
    assert WORDS.shortly(control, day("2014-10-13")) == words


@pytest.mark.parametrize(
    ("names", "words"),
    [([], ""), (["A"], "A"), (["A", "B"], "A and B"), (["A", "B", "C"], "A, B and C")],
)
def test_names_are_listed_as_a_person_would(names: list[str], words: str) -> None:
    assert listed(names) == words


def test_every_fate_effect_and_status_has_its_sentence() -> None:
    wanted = [*Fate, *Effect, *Status, *(f"role_{role.value}" for role in Role)]
    assert set(wanted) <= set(ENGLISH)
    # Two kinds of words that are spelt alike would share one sentence.
    assert len(set(wanted)) == len(Fate) + len(Effect) + len(Status) + len(Role)


def test_braces_in_sentences_name_what_is_filled_in() -> None:
    fields = [name for text in ENGLISH.values() for _, name, *_ in Formatter().parse(text)]
    assert all(name is None or name.isidentifier() for name in fields)
