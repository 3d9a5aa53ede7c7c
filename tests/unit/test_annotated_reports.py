"""The annotated reports: what their format means, and that every one of them keeps to it."""

from pathlib import Path

import pytest

from tests.annotated_reports import (
    PARTS,
    REPORTS,
    InvalidReport,
    annotated_reports,
    areas,
    read_annotated,
)
from tests.annotations import AnnotatedReport, Point

HEAD = "id: en-x\nlanguage: en\npublished: 2017-07-04\npublisher: P\ntitle: T\n\n"
TEXT = (
    "They took [[Raqqa|Raqqa|39|36]],\n[[Nowhere|?]] and [[Raqqa]].\n\n"
    "[[Rome|Rome|12|42|either]].\n"
)


def read(folder: Path, text: str) -> AnnotatedReport:
    path = folder / "en-x.txt"
    path.write_text(text, encoding="utf-8")
    return read_annotated(path)


def test_marks_become_names_at_their_place_in_the_plain_text(tmp_path: Path) -> None:
    report = read(tmp_path, f"{HEAD}{TEXT}---\n")
    assert report.text == "They took Raqqa, Nowhere and Raqqa.\n\nRome."
    assert [(name.text, name.point, name.scored) for name in report.names] == [
        ("Raqqa", Point(39, 36), True),
        ("Nowhere", None, True),
        ("Raqqa", Point(39, 36), True),
        ("Rome", Point(12, 42), False),
    ]
    assert all(report.text[name.start : name.end] == name.text for name in report.names)


def test_an_area_brings_its_own_point_and_its_width(tmp_path: Path) -> None:
    report = read(tmp_path, f"{HEAD}[[Syria]] and [[Syrië|Syria|38|35]].\n---\n")
    assert {name.point for name in report.names} == {areas()["Syria"]}
    assert areas()["Syria"].kilometres > 100


def test_facts_are_read_with_what_careful_people_differ_on(tmp_path: Path) -> None:
    facts = (
        "claim: Raqqa | takes | sdf | is | 2017-10-17\n"
        "event?: battle | Raqqa | sdf, is | 2017-06/2017-10\n"
        "figure: killed | 12 | 12 |  | persons |  |  | 2017-07-04\n"
    )
    report = read(tmp_path, f"{HEAD}{TEXT}---\n{facts}")
    (claim,), (event,), (figure,) = report.claims, report.events, report.figures
    assert (claim.place, claim.holder, claim.loser, claim.scored) == (
        Point(39, 36),
        "sdf",
        "is",
        True,
    )
    assert (event.actors, event.scored) == (("sdf", "is"), False)
    assert (figure.value, figure.low, figure.high, figure.place) == (12, 12, None, None)


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("id: en-y\n\n", "the head lacks"),
        (HEAD.replace("en-x", "en-y"), "must be the file's name"),
        (HEAD.replace("id: en-x", "by: me"), "no line of the head"),
        (f"{HEAD}Text", "the file ends before a line '---'"),
        (f"{HEAD}\n---\n", "the text is empty"),
        (f"{HEAD}[[Raqqa\n---\n", "not closed"),
        (f"{HEAD}[[Raqqa]]\n---\n", "'Raqqa' has no coordinates yet"),
        (f"{HEAD}[[a|A|1|2]] [[b|A|1|3]]\n---\n", "homonyms need names of their own"),
        (f"{HEAD}[[a|Syria|1|2]]\n---\n", "'Syria' is an area elsewhere"),
        (f"{HEAD}[[a|A|1|92]]\n---\n", "A point needs a longitude"),
        (f"{HEAD}[[a|A|x|2]]\n---\n", "could not convert"),
        (f"{HEAD}[[a|A|1|2|3|4]]\n---\n", "no mark of a name"),
        (f"{HEAD}[[|A|1|2]]\n---\n", "is empty"),
        (f"{HEAD}{TEXT}---\nclaims: x\n", "line 12: 'claims: x' is no fact"),
        (f"{HEAD}{TEXT}---\nclaim: Raqqa | takes\n", "a claim has 5 fields, not 2"),
        (f"{HEAD}{TEXT}---\nclaim: Hama | takes | is | | 2014\n", "'Hama' is no place"),
        (f"{HEAD}{TEXT}---\nclaim: Raqqa | takes | us | | 2014\n", "'us' is no actor"),
        (f"{HEAD}{TEXT}---\nclaim: Raqqa | takes | | is | 2014\n", "needs a place and a holder"),
        (f"{HEAD}{TEXT}---\nclaim: Raqqa | takes | is | | 2014-13\n", "2014-13"),
        (f"{HEAD}{TEXT}---\nevent: feast | Raqqa | is | 2014\n", "feast"),
        (f"{HEAD}{TEXT}---\nfigure: killed | | | | persons | | | 2014\n", "a value or a bound"),
        (f"{HEAD}{TEXT}---\nfigure: killed | 1 | 2 | | persons | | | 2014\n", "must not fall"),
        (f"{HEAD}{TEXT}---\nfigure: killed | 1 | | | km2 | | | 2014\n", "not measured in km2"),
        (f"{HEAD}{TEXT}---\n" + "event: siege | | | 2014\n" * 2, "stands further up"),
    ],
)
def test_what_breaks_the_format_is_refused_with_file_and_line(
    tmp_path: Path, text: str, why: str
) -> None:
    with pytest.raises(InvalidReport, match=r"en-x\.txt, line \d+: ") as refused:
        read(tmp_path, text)
    assert why in str(refused.value)


@pytest.mark.parametrize("path", sorted(REPORTS.glob("*/*.txt")), ids=lambda path: path.stem)
def test_every_report_keeps_to_the_format(path: Path) -> None:
    report = read_annotated(path)
    assert report.part in PARTS
    assert report.names


def test_no_report_stands_in_both_parts() -> None:
    work, scored = ({report.text for report in annotated_reports(part)} for part in PARTS)
    assert not work & scored
