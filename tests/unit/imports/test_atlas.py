"""An atlas is checked whole: every bad cell is named by file, line and column."""

from collections.abc import Iterable
from datetime import date
from pathlib import Path

import pytest

from geomap.domain.event_kinds import EventKind
from geomap.domain.grades import Grade
from geomap.domain.statements import Atlas, Effect, Place
from geomap.domain.territory.reach import Reach
from geomap.errors import InvalidAtlas, InvalidInput
from geomap.imports.atlas import read_atlas
from tests import factories
from tests.factories import NOWHERE, Cells, actor, claim, event, figure, frame, report, source

POINTS = {
    "Raqqa": (39.0, 35.9),
    "Kobani": (38.3, 36.9),
    "Baghuz": (40.9, 34.4),
    "Hit": (42.8, 33.6),
    "Mosul": (43.1, 36.3),
    "Twin Market": (38.5, 36.1),
    "Twin Station": (38.5, 36.1),
}
FIRST_ROW = 2


def resolve(name: str, country: str, place_id: str) -> Place:
    """Stand in for the gazetteer, which has tests of its own."""
    if name not in POINTS:
        raise InvalidInput(f"nobody knows {name!r}")
    longitude, latitude = POINTS[name]
    key = place_id or name.lower().replace(" ", "-")
    return Place(key, name, {}, longitude, latitude, "town", country, "", None)


def read(folder: Path, **changed: Iterable[Cells]) -> Atlas:
    return read_atlas(factories.write_atlas(folder, **changed), resolve)


def problems_of(folder: Path, **changed: Iterable[Cells]) -> list[str]:
    with pytest.raises(InvalidAtlas) as refusal:
        read(folder, **changed)
    return list(refusal.value.problems)


def test_the_atlas_of_the_factories_is_sound(tmp_path: Path) -> None:
    atlas = read(tmp_path)
    assert (len(atlas.claims), len(atlas.events), len(atlas.figures)) == (12, 3, 2)


@pytest.mark.parametrize(
    ("changed", "problem"),
    [
        pytest.param(
            {"actors": [actor(kind="gang")]}, "actors.csv:2: kind: 'gang' is none of", id="actor"
        ),
        pytest.param(
            {"sources": [source(kind="gossip")]}, "sources.csv:2: kind: 'gossip'", id="source"
        ),
        pytest.param(
            {"reports": [report(language="English")]}, "reports.csv:2: language:", id="language"
        ),
    ],
)
def test_a_word_outside_the_vocabulary_is_named(
    tmp_path: Path, changed: dict[str, Iterable[Cells]], problem: str
) -> None:
    assert any(line.startswith(problem) for line in problems_of(tmp_path, **changed))


def test_a_cell_may_have_several_lines_whatever_they_end_with(tmp_path: Path) -> None:
    (read_claim,) = read(tmp_path, claims=[claim(summary="One line.\r\nAnother.")]).claims
    assert read_claim.summary == "One line.\nAnother."


def test_a_claim_keeps_what_its_row_says(tmp_path: Path) -> None:
    (read_claim,) = read(tmp_path, claims=[claim(loser="north", order="2")]).claims
    facts = (read_claim.effect, read_claim.holder, read_claim.loser, read_claim.order)
    assert facts == (Effect.TAKES, "south", "north", 2)


def test_a_statement_is_graded_by_its_source_and_its_own_digit(tmp_path: Path) -> None:
    (read_claim,) = read(tmp_path, claims=[claim(source="monitor", credibility="3")]).claims
    assert str(read_claim.grade) == "A3"
    assert isinstance(read_claim.grade, Grade)


def test_a_statement_keeps_when_it_became_known(tmp_path: Path) -> None:
    assert read(tmp_path, claims=[claim()]).claims[0].known == date(2014, 6, 11)


def test_an_event_may_have_no_place(tmp_path: Path) -> None:
    (talks,) = read(tmp_path, events=[event(kind="agreement", **NOWHERE)]).events
    assert (talks.place_id, talks.kind) == (None, EventKind.AGREEMENT)


def test_names_of_an_actor_are_kept_by_language(tmp_path: Path) -> None:
    north = read(tmp_path).actors[0]
    assert (north.names, north.aliases) == ({"nl": "Noord", "ar": "شمال"}, ("The North",))


def test_only_places_that_a_statement_names_are_in_the_atlas(tmp_path: Path) -> None:
    atlas = read(tmp_path, claims=[claim()], events=[], figures=[])
    assert [place.name for place in atlas.places] == ["Raqqa"]


@pytest.mark.parametrize(
    ("cells", "column", "message"),
    [
        pytest.param({"id": ""}, "id", "'' is not an id", id="no id"),
        pytest.param({"id": "Raqqa Falls"}, "id", "'Raqqa Falls' is not an id", id="odd id"),
        pytest.param({"id": "x" * 201}, "id", "is not an id", id="long id"),
        pytest.param({"place": ""}, "place", "must not be empty", id="no place"),
        pytest.param({"place": "Atlantis"}, "place", "nobody knows 'Atlantis'", id="no such place"),
        pytest.param({"effect": "wins"}, "effect", "'wins' is none of takes, holds", id="effect"),
        pytest.param({"holder": "east"}, "holder", "there is no actor 'east'", id="holder"),
        pytest.param({"loser": "east"}, "loser", "there is no actor 'east'", id="loser"),
        pytest.param({"holder": ""}, "holder", "must name the holder", id="takes by nobody"),
        pytest.param({"effect": "loses"}, "loser", "must name the loser", id="loses by nobody"),
        pytest.param({"loser": "south"}, "loser", "holder and loser are both south", id="both"),
        pytest.param({"when": ""}, "when", "'' cannot be read", id="no date"),
        pytest.param({"when": "June 2014"}, "when", "'June 2014' cannot be read", id="words"),
        pytest.param({"when": "2014-06-31"}, "when", "'2014-06-31' cannot be read", id="31 June"),
        pytest.param(
            {"when": "2014-06-12/2014-06-10"}, "when", "it ends before it starts", id="backwards"
        ),
        pytest.param(
            {"when": "2013-12-31"}, "when", "lies outside the atlas, 2014-01-01", id="too early"
        ),
        pytest.param(
            {"when": "2018-01-01", "known": "2018-01-02"},
            "when",
            "lies outside the atlas",
            id="too late",
        ),
        pytest.param({"order": "first"}, "order", "is not a whole number", id="order"),
        pytest.param({"order": "9" * 30}, "order", "is not a whole number", id="huge order"),
        pytest.param({"source": ""}, "source", "must not be empty", id="no source"),
        pytest.param({"source": "radio"}, "source", "there is no source 'radio'", id="source"),
        pytest.param({"report": "july"}, "report", "there is no report 'july'", id="report"),
        pytest.param({"known": ""}, "known", "'' is not a day", id="never known"),
        pytest.param({"known": "2014-06"}, "known", "'2014-06' is not a day", id="known in June"),
        pytest.param(
            {"known": "2014-06-09"}, "known", "2014-06-09 lies before 2014-06-10", id="foreknown"
        ),
        pytest.param({"credibility": "7"}, "credibility", "'7' is not a digit", id="grade 7"),
        pytest.param({"credibility": ""}, "credibility", "'' is not a digit", id="no grade"),
        pytest.param({"credibility": "1.0"}, "credibility", "'1.0' is not a digit", id="1.0"),
        pytest.param({"summary": ""}, "summary", "must not be empty", id="no summary"),
    ],
)
def test_a_bad_cell_of_a_claim_is_named(
    tmp_path: Path, cells: dict[str, str], column: str, message: str
) -> None:
    (problem,) = problems_of(tmp_path, claims=[claim(**cells)])
    assert problem.startswith(f"claims.csv:{FIRST_ROW}: {column}: ")
    assert message in problem


@pytest.mark.parametrize(
    ("cells", "column", "message"),
    [
        pytest.param({"measure": "cats"}, "measure", "'cats' is none of", id="measure"),
        pytest.param({"unit": "miles"}, "unit", "'miles' is none of", id="unknown unit"),
        pytest.param(
            {"unit": "km2"}, "unit", "fighters is not measured in km2 but in persons", id="unit"
        ),
        pytest.param({"low": "500"}, "value", "low, value and high must not fall", id="low"),
        pytest.param(
            {"value": "", "low": "9", "high": "8"}, "value", "must not fall", id="low over high"
        ),
        pytest.param(
            {"low": "", "value": "-1", "high": ""}, "value", "cannot be negative", id="negative"
        ),
        pytest.param({"value": "", "low": "", "high": ""}, "value", "needs a value", id="empty"),
        pytest.param({"value": "many"}, "value", "'many' is not a number", id="words"),
        pytest.param({"actor": "east"}, "actor", "there is no actor 'east'", id="actor"),
        pytest.param({"place": ""}, "place", "must not be empty when country", id="half a place"),
    ],
)
def test_a_bad_cell_of_a_figure_is_named(
    tmp_path: Path, cells: dict[str, str], column: str, message: str
) -> None:
    (problem,) = problems_of(tmp_path, figures=[figure(**cells)])
    assert problem.startswith(f"figures.csv:{FIRST_ROW}: {column}: ")
    assert message in problem


@pytest.mark.parametrize(
    ("file", "rows", "problem"),
    [
        ("events", [event(kind="picnic")], "events.csv:2: kind: 'picnic' is none of battle"),
        ("events", [event(actors="north;east")], "events.csv:2: actors: there is no actor 'east'"),
        ("events", [event(title="")], "events.csv:2: title: this cell must not be empty"),
        ("actors", [actor(colour="blue")], "actors.csv:2: colour: 'blue' is not a colour"),
        ("actors", [actor(name="")], "actors.csv:2: name: this cell must not be empty"),
        ("sources", [source(reliability="G")], "sources.csv:2: reliability: 'G' is none of A"),
        ("sources", [source(name="")], "sources.csv:2: name: this cell must not be empty"),
        ("reports", [report(url="javascript:alert(1)")], "reports.csv:2: url: an address begins"),
        ("reports", [report(source="radio")], "reports.csv:2: source: there is no source 'radio'"),
        ("reports", [report(published="June")], "reports.csv:2: published: 'June' cannot be read"),
        ("reports", [report(title="")], "reports.csv:2: title: this cell must not be empty"),
    ],
)
def test_a_bad_cell_of_any_file_is_named(
    tmp_path: Path, file: str, rows: list[Cells], problem: str
) -> None:
    assert any(one.startswith(problem) for one in problems_of(tmp_path, **{file: rows}))


@pytest.mark.parametrize(
    ("changed", "problem"),
    [
        ({"start": "2014"}, "atlas.csv:5: value: '2014' is not a day such as 2017-10-17"),
        ({"end": "2013-01-01"}, "atlas.csv:5: value: needed: start <= view_start"),
        ({"view_end": "2014-06-01"}, "atlas.csv:5: value: needed: start <= view_start"),
        ({"reach_km": "0"}, "atlas.csv:10: value: a reach is more than 0"),
        ({"reach_km": "far"}, "atlas.csv:10: value: 'far' is not a number"),
        ({"small_reach_km": "-5"}, "atlas.csv:12: value: a reach is more than 0"),
        ({"countries": "SY;XX"}, "atlas.csv:9: value: 'XX' is not a country code"),
        ({"id": ""}, "atlas.csv:2: value: this cell must not be empty"),
        ({"title": ""}, "atlas.csv:3: value: this cell must not be empty"),
        ({"colour": "red"}, "atlas.csv:12: key: 'colour' is none of id, title"),
    ],
)
def test_a_bad_row_of_the_frame_is_named(
    tmp_path: Path, changed: dict[str, str], problem: str
) -> None:
    assert any(one.startswith(problem) for one in problems_of(tmp_path, atlas=frame(**changed)))


def test_a_missing_row_of_the_frame_is_named(tmp_path: Path) -> None:
    rows = [row for row in frame() if row["key"] != "licence"]
    assert problems_of(tmp_path, atlas=rows) == ["atlas.csv: key: the row 'licence' is missing"]


def test_a_row_of_the_frame_stands_once(tmp_path: Path) -> None:
    rows = [*frame(), {"key": "id", "value": "other"}]
    assert problems_of(tmp_path, atlas=rows) == ["atlas.csv:12: key: 'id' stands already on line 2"]


def test_an_id_stands_once_in_its_file(tmp_path: Path) -> None:
    assert problems_of(tmp_path, claims=[claim(), claim()]) == [
        "claims.csv:3: id: 'raqqa-falls' stands already on line 2"
    ]


def test_two_claimed_places_never_stand_on_one_point(tmp_path: Path) -> None:
    places = [{"place": name, "place_id": ""} for name in ("Twin Market", "Twin Station")]
    rows = [claim(id=cells["place"].lower()[5:], **cells) for cells in places]
    (problem,) = problems_of(tmp_path, claims=rows)
    assert problem.startswith("claims.csv:3: place: twin-station stands on the same point as twin-")


def test_a_place_that_only_events_name_may_share_a_point(tmp_path: Path) -> None:
    market = claim(place="Twin Market", place_id="")
    station = event(place="Twin Station", place_id="")
    assert len(read(tmp_path, claims=[market], events=[station], figures=[]).places) == 2


def test_every_bad_row_is_named_at_once(tmp_path: Path) -> None:
    problems = problems_of(
        tmp_path,
        claims=[claim(when="x"), claim(id="second"), claim(id="third", holder="east")],
        figures=[figure(unit="km2")],
    )
    assert [one.split(": ")[0] for one in problems] == [
        "claims.csv:2",
        "claims.csv:4",
        "figures.csv:2",
    ]


def test_every_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(InvalidAtlas) as refusal:
        read_atlas(tmp_path, resolve)
    assert {one for one in refusal.value.problems if one.endswith("this file is missing")} == {
        f"{name}.csv: this file is missing" for name in factories.FILES
    }


def test_a_missing_folder_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InvalidAtlas, match="nothing was loaded"):
        read_atlas(tmp_path / "none", resolve)


@pytest.mark.parametrize(
    ("rows", "reach"),
    [
        pytest.param(frame(), Reach(30.0), id="one reach for all places, unless told otherwise"),
        pytest.param(frame(small_reach_km="12.5"), Reach(30.0, 12.5), id="small places apart"),
    ],
)
def test_an_atlas_says_how_far_its_places_reach(
    tmp_path: Path, rows: list[Cells], reach: Reach
) -> None:
    assert read(tmp_path, atlas=rows).frame.reach == reach
