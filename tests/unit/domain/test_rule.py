"""The settings of rule 1: whom it hears, and how an answer names them."""

import pytest

from geomap.domain.grades import Reliability
from geomap.domain.histories import Histories
from geomap.domain.rule import Rule, rule_document
from geomap.domain.statements import Place
from geomap.domain.territory.reach import Reach
from tests.claims import grade, holds, takes

LETTERS = "ABCDEF"


@pytest.mark.parametrize(
    ("least", "heard"),
    [
        (None, "ABCDEF"),
        (Reliability.A, "A"),
        (Reliability.B, "AB"),
        (Reliability.E, "ABCDE"),
        (Reliability.F, "ABCDEF"),
    ],
)
def test_sources_below_a_reliability_are_not_heard(least: Reliability | None, heard: str) -> None:
    rule = Rule(least_reliability=least)
    claims = {letter: holds("is", "2014-06-10", grade=grade(f"{letter}2")) for letter in LETTERS}
    assert "".join(letter for letter, claim in claims.items() if rule.hears(claim)) == heard


def test_only_the_sources_that_are_named_are_heard() -> None:
    rule = Rule(sources=frozenset({"sohr", "un"}))
    assert rule.hears(holds("is", "2014-06-10", source_id="sohr"))
    assert not rule.hears(holds("is", "2014-06-10", source_id="anha"))


def test_a_named_source_must_still_be_reliable_enough() -> None:
    rule = Rule(sources=frozenset({"anha"}), least_reliability=Reliability.B)
    assert not rule.hears(holds("is", "2014-06-10", source_id="anha", grade=grade("D2")))


@pytest.mark.parametrize(
    ("rule", "all_of_them"),
    [
        (Rule(), True),
        (Rule(least_reliability=Reliability.F), True),
        (Rule(least_reliability=Reliability.E), False),
        (Rule(sources=frozenset({"sohr"})), False),
    ],
)
def test_a_rule_says_whether_it_hears_all(rule: Rule, all_of_them: bool) -> None:  # noqa: FBT001 -- A case.
    assert rule.hears_all is all_of_them


def test_a_history_is_told_by_the_sources_that_the_rule_hears() -> None:
    raqqa = Place("place", "Raqqa", {}, 39.0, 35.9, "city", "SY", "04", None)
    claims = [
        takes("sdf", "2017-10-17", source_id="sohr"),
        holds("is", "2017-10-18", source_id="amaq"),
    ]
    everybody = Histories([raqqa], claims, Rule()).of(raqqa)
    as_amaq_told_it = Histories([raqqa], claims, Rule(sources=frozenset({"amaq"}))).of(raqqa)
    assert [period.verdict.holders for period in everybody] == [("sdf",), ("is", "sdf")]
    assert [period.verdict.holders for period in as_amaq_told_it] == [("is",)]


def test_the_settings_are_named_in_one_order() -> None:
    rule = Rule(least_reliability=Reliability.B, sources=frozenset({"un", "sohr", "anha"}))
    document = rule_document(rule, Reach(30.0))
    assert (document["least_reliability"], document["sources"]) == ("B", ["anha", "sohr", "un"])
