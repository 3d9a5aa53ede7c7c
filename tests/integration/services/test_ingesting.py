"""Reports are kept once, and what they say is proposed; nothing on the map changes by that."""

from dataclasses import replace
from datetime import UTC, date, datetime
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

from gazetteer import Gazetteer
from geomap.domain.answers import ControlQuery
from geomap.domain.proposals import Proposal, ProposalQuery
from geomap.domain.reading import Reading, ReportText
from geomap.domain.rule import Rule
from geomap.domain.standpoint import Standpoint
from geomap.errors import Conflict, NotFound, Unreadable
from geomap.imports.documents import Document
from geomap.services.control import control_on_day
from geomap.services.ingest_files import ingest_files
from geomap.services.ingesting import Ingested, Ingester, What
from geomap.services.proposals import accept_proposal
from geomap.services.writing import Writing
from geomap.storage.atlases import load_sources
from geomap.storage.database import Database
from geomap.storage.happenings import load_reports
from geomap.storage.ingested import cited_again, ingested_report, waiting_sources
from geomap.storage.proposals import list_proposals
from geomap.storage.revisions import latest_revision
from tests.factories import report as report_row
from tests.factories import source as source_row
from tests.integration.conftest import Load
from tests.plain_reader import PlainReader

WRITING = Writing("an editor", "checked", Rule(), lambda _key: None)
DAY = date(2016, 10, 18)
BACKGROUND = " ".join(f"Sentence {number} tells what was known of the war." for number in range(30))
STORY = f"""South takes Raqqa, says The Monitor. {BACKGROUND}
South holds Mosul. Fighting in Kobani. Fighting in Nowhere. Nobody takes Raqqa."""


@pytest.fixture
def ingester(database: Database, small_gazetteer: Gazetteer) -> Ingester:
    made = Ingester(database, small_gazetteer)
    made._reader = PlainReader()  # type: ignore[assignment] # Reads as it does, by fewer rules.
    return made


def document(text: str = STORY, **said: Any) -> Document:
    known: dict[str, Any] = {"publisher": "The Agency", "published": DAY, "language": "en"}
    return replace(Document(text, title="Raqqa"), **(known | said))


def ingest(ingester: Ingester, text: str = STORY, **said: Any) -> Ingested:
    given = document(text, **said)
    return ingester.ingest(given, sha256(repr(given).encode()).hexdigest())


def proposals(database: Database) -> list[Proposal]:
    with database.reading() as session:
        return list_proposals(session, ProposalQuery(500))


def statements(database: Database) -> list[tuple[str, str | None, str, str]]:
    found = [one.suggestion for one in proposals(database)]
    return [
        (one.kind, one.statement["place_id"], one.statement["source"], one.statement["quote"])
        for one in found
    ]


def test_what_a_report_says_is_proposed(ingester: Ingester, database: Database) -> None:
    ingested = ingest(ingester)
    assert (ingested.what, ingested.proposed, ingested.cited) == (What.NEW, 4, 0)
    assert statements(database) == [
        ("claim", "geonames:172955", "monitor", "South takes Raqqa, says The Monitor."),
        ("claim", "geonames:99072", "agency", "South holds Mosul."),
        ("event", "test:kobani", "agency", "Fighting in Kobani."),
        ("event", None, "agency", "Fighting in Nowhere."),
    ]


def test_what_the_atlas_could_not_take_is_left_out_and_counted(ingester: Ingester) -> None:
    ingested = ingest(ingester, f"{STORY} South holds Nowhere.", published=date(2019, 1, 1))
    assert ingested.left_out == {"actor": 1, "place": 1, "when": 4}


def test_a_proposal_keeps_where_it_stands_when_it_became_known_and_how_sure_it_is(
    ingester: Ingester, database: Database
) -> None:
    ingested = ingest(ingester)
    claim, *_rest, event = (one.suggestion for one in proposals(database))
    start, end = claim.span or (0, 0)
    assert STORY[start:end] == claim.statement["quote"]
    assert (claim.statement["report"], claim.statement["known"]) == (ingested.report, "2016-10-18")
    assert (claim.confidence, claim.statement["summary"]) == (0.9, "Raqqa is taken by South.")
    assert (event.statement["actors"], event.statement["title"]) == (["south"], "Battle: South")


def test_a_report_is_kept_with_its_text(ingester: Ingester, database: Database) -> None:
    key = ingest(ingester, url="https://agency.example/raqqa").report
    with database.reading() as session:
        kept = ingested_report(session, key)
    assert kept is not None
    assert (kept.text, kept.title, kept.published, kept.language, kept.url, kept.source_id) == (
        *(STORY, "Raqqa", DAY, "en"),
        *("https://agency.example/raqqa", "agency"),
    )


def test_a_report_without_a_day_is_known_from_the_day_of_ingesting(
    ingester: Ingester, database: Database
) -> None:
    key = ingest(ingester, published=None).report
    today = datetime.now(UTC).date()
    with database.reading() as session:
        kept = ingested_report(session, key)
    assert kept is not None
    assert (kept.published, kept.known, kept.report.published.earliest) == (None, today, today)


def test_ingesting_changes_no_answer_and_no_revision(
    ingester: Ingester, database: Database
) -> None:
    with database.reading() as session:
        before = control_on_day(session, ControlQuery(DAY), Standpoint())
    ingest(ingester)
    with database.reading() as session:
        assert control_on_day(session, ControlQuery(DAY), Standpoint()) == before
        assert latest_revision(session) == 1


@pytest.mark.parametrize(
    ("text", "credibility"),
    [
        ("South takes Raqqa.", 3),
        ("South takes Raqqa, says The Monitor.", 3),
        ("South takes Raqqa, says an allegedly well-informed source.", 4),
    ],
)
def test_what_the_report_doubts_is_graded_doubtful(
    ingester: Ingester, database: Database, text: str, credibility: int
) -> None:
    ingest(ingester, text)
    (proposal,) = proposals(database)
    assert proposal.suggestion.statement["credibility"] == credibility


# --------------------------------------------------------------------- once, however it comes


def test_the_same_report_again_is_left_as_it_is(ingester: Ingester, database: Database) -> None:
    first = ingest(ingester)
    again = ingest(ingester, STORY.replace("\n", "  \n"), title="Another title")
    assert (again.report, again.what, again.proposed) == (first.report, What.AGAIN, 0)
    assert len(proposals(database)) == 4


def test_the_same_text_without_a_publisher_is_the_same_report(ingester: Ingester) -> None:
    first = ingest(ingester)
    assert ingest(ingester, publisher="").report == first.report


def test_the_same_bytes_are_known_before_they_are_read(ingester: Ingester) -> None:
    assert ingester.read_before("a" * 64) is None
    first = ingester.ingest(document(), "a" * 64)
    assert ingester.read_before("a" * 64) == Ingested(first.report, What.AGAIN)


def test_a_wire_story_in_a_second_paper_cites_what_was_proposed_from_the_first(
    ingester: Ingester, database: Database
) -> None:
    first = ingest(ingester)
    text = f"By our own staff. {STORY}"
    second = ingest(ingester, text, publisher="The Courant", published=date(2016, 10, 19))
    assert (second.what, second.proposed, second.cited) == (What.SAME_STORY, 0, 4)
    numbers = [one.number for one in proposals(database)]
    with database.reading() as session:
        kept = ingested_report(session, second.report)
        cited = cited_again(session, numbers)
    assert kept is not None
    assert (kept.story, [one.proposal for one in cited]) == (first.report, numbers)
    start, end = cited[0].span
    assert text[start:end] == "South takes Raqqa, says The Monitor."


def test_one_text_in_two_papers_is_two_reports_of_one_agency(
    ingester: Ingester, database: Database
) -> None:
    text = f"BEIRUT (Reuters) - {STORY}"
    first = ingest(ingester, text, publisher="The Courant")
    second = ingest(ingester, text, publisher="The Gazette")
    again = ingest(ingester, text, publisher="the gazette", title="Printed once more")
    assert (first.what, second.what, again.what) == (What.NEW, What.SAME_STORY, What.AGAIN)
    assert (second.proposed, second.cited, again.report) == (0, 4, second.report)
    with database.reading() as session:
        kept = [ingested_report(session, one.report) for one in (first, second)]
    assert [one.source_id for one in kept if one] == ["reuters", "reuters"]


def test_a_story_in_a_third_paper_is_that_of_the_first(
    ingester: Ingester, database: Database
) -> None:
    first = ingest(ingester)
    ingest(ingester, f"{STORY} One.", publisher="The Courant")
    third = ingest(ingester, f"{STORY} One. Two.", publisher="The Gazette")
    with database.reading() as session:
        kept = ingested_report(session, third.report)
    assert kept is not None
    assert (kept.story, third.proposed, third.cited) == (first.report, 0, 4)


def test_what_the_second_paper_adds_is_proposed_from_it(
    ingester: Ingester, database: Database
) -> None:
    ingest(ingester)
    second = ingest(ingester, f"{STORY} North takes Kobani.", publisher="The Courant")
    assert (second.what, second.proposed, second.cited) == (What.SAME_STORY, 1, 4)
    assert statements(database)[-1] == (
        *("claim", "test:kobani"),
        *("named-courant", "North takes Kobani."),
    )


def test_the_same_words_a_week_later_tell_of_another_day(ingester: Ingester) -> None:
    ingest(ingester)
    later = ingest(ingester, f"{STORY} Again.", published=date(2016, 10, 25))
    assert (later.what, later.proposed) == (What.NEW, 4)


def test_a_story_that_an_agency_is_credited_with_is_the_agencys(
    ingester: Ingester, database: Database
) -> None:
    key = ingest(ingester, f"BEIRUT (Reuters) - {STORY}", publisher="The Courant").report
    with database.reading() as session:
        kept = ingested_report(session, key)
    assert kept is not None
    assert (kept.source_id, kept.publisher) == ("reuters", "The Courant")


# ------------------------------------------------------------------------- what is refused


def test_a_report_in_a_language_without_rules_is_refused(
    ingester: Ingester, database: Database
) -> None:
    with pytest.raises(Unreadable, match="its language is 'fr'"):
        ingest(ingester, language="fr")
    assert proposals(database) == []


def test_a_fault_of_the_rules_costs_one_report_and_not_the_folder(
    ingester: Ingester, database: Database, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    read = PlainReader.read

    def fails_on_some(reader: PlainReader, report: ReportText) -> Reading:
        if "Kobani" in report.text:
            raise KeyError("no such word")
        return read(reader, report)

    texts = {
        "a.txt": "South takes Raqqa.",
        "b.txt": "Fighting in Kobani.",
        "c.txt": "South holds Mosul.",
    }
    for name, text in texts.items():
        (tmp_path / name).write_text(text)
    files = [tmp_path / name for name in texts]
    said = Document("", publisher="The Agency", published=DAY, language="en")
    monkeypatch.setattr(PlainReader, "read", fails_on_some)
    a, b, c = ingest_files(ingester, files, said, 1000)
    assert [one.ingested and one.ingested.what for one in (a, c)] == [What.NEW, What.NEW]
    assert "a fault of geomap and not of the report (KeyError: 'no such word')" in b.refused
    monkeypatch.undo()
    again = [
        one.ingested and one.ingested.what for one in ingest_files(ingester, files, said, 1000)
    ]
    assert again == [What.AGAIN, What.NEW, What.AGAIN]


def test_without_an_atlas_nothing_is_ingested(
    empty_database: Database, small_gazetteer: Gazetteer
) -> None:
    with pytest.raises(NotFound, match="geomap load"):
        Ingester(empty_database, small_gazetteer)


# ------------------------------------------------------ what comes into the atlas, and when


def test_a_source_that_the_atlas_lacks_waits_and_is_graded_f(
    ingester: Ingester, database: Database
) -> None:
    ingest(ingester, "South takes Raqqa, says a baker in the town.", publisher="The Courant")
    with database.reading() as session:
        waiting = waiting_sources(session)
        assert not waiting.keys() & load_sources(session, 1).keys()
    assert {(one.name, one.reliability.value) for one in waiting.values()} == {
        ("Courant", "F"),
        ("baker in the town", "F"),
    }


def test_a_report_and_its_sources_come_with_the_first_statement_that_is_accepted(
    ingester: Ingester, database: Database
) -> None:
    key = ingest(ingester, f"{STORY} South takes Raqqa, says SOHR.", publisher="The Courant").report
    by_sohr = next(
        one for one in proposals(database) if "SOHR" in one.suggestion.statement["quote"]
    )
    with database.writing() as session:
        standing = accept_proposal(session, by_sohr.number, None, WRITING)
    assert standing.since == 2
    with database.reading() as session:
        sources, reports = load_sources(session, 2), load_reports(session, 2, [key])
        assert load_reports(session, 1, [key]) == {}
    assert (sources["sohr"].reliability.value, reports[key].source_id) == ("B", "named-courant")
    assert "named-courant" in sources
    second = next(
        one for one in proposals(database) if "Mosul" in one.suggestion.statement["quote"]
    )
    with database.writing() as session:
        accept_proposal(session, second.number, None, WRITING)
        with pytest.raises(Conflict):
            accept_proposal(session, second.number, None, WRITING)


def test_a_source_that_came_with_a_statement_becomes_the_atlas_own_with_its_folder(
    ingester: Ingester, database: Database, load: Load
) -> None:
    ingest(ingester, "South takes Raqqa, says SOHR.")
    with database.writing() as session:
        accept_proposal(session, 1, None, WRITING)
    mine = source_row(id="sohr", name="Our name for SOHR", kind="monitor", reliability="C")
    others = [
        source_row(),
        source_row(id="monitor", name="The Monitor", kind="monitor", reliability="A"),
        source_row(id="commander", name="A commander", kind="party", reliability="B"),
    ]
    load(sources=[*others, mine], reports=[report_row()])
    with database.reading() as session:
        assert load_sources(session, latest_revision(session))["sohr"].name == "Our name for SOHR"
