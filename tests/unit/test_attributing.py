"""Who says it: from the words of a report to a source."""

import pytest

from geomap.domain.grades import Reliability
from geomap.domain.statements import Source, SourceKind
from geomap.imports.well_known_sources import well_known_sources
from geomap.services.attributing import UNNAMED, SourceBook


def source(key: str, name: str, note: str = "") -> Source:
    return Source(key, name, SourceKind.PARTY, Reliability.C, note)


OURS = (
    source("sdf", "Syrian Democratic Forces"),
    source("sdf-commander", "A commander of the SDF"),
    source("monitor", "Our monitor", "Watches the war; known as WATCH."),
)
ACTORS = {"SDF": "sdf", "QSD": "sdf", "Houthis": "houthis", "Houthi-rebellen": "houthis"}
PUBLISHER = source("courant", "The Courant")


@pytest.fixture(scope="module")
def book() -> SourceBook:
    return SourceBook(OURS, ACTORS)


@pytest.mark.parametrize(
    ("words", "key"),
    [
        ("Syrian Democratic Forces", "sdf"),
        ("the SDF", "sdf"),
        ("de QSD", "sdf"),
        ("SDF spokesman Mustafa Bali", "sdf"),
        ("a commander of the SDF", "sdf-commander"),
        ("WATCH", "monitor"),
        ("SOHR", "sohr"),
        ("the Britain-based Syrian Observatory for Human Rights", "sohr"),
        ("het Syrisch Observatorium voor de Mensenrechten", "sohr"),
        ("“the United Nations”", "un"),
        ("UN", "un"),
        ("Artsen zonder Grenzen", "msf"),
        ("het Amerikaanse leger", "us-defence-department"),
        ("de Houthi-rebellen", "houthis"),
    ],
)
def test_a_speaker_is_found_by_name(book: SourceBook, words: str, key: str) -> None:
    assert book.speaker(words, PUBLISHER).id == key


@pytest.mark.parametrize("words", [None, "", "he", "Zij", "they", "...", "the"])
def test_what_names_nobody_is_said_by_the_report(book: SourceBook, words: str | None) -> None:
    assert book.speaker(words, PUBLISHER) is PUBLISHER


@pytest.mark.parametrize("words", ["un responsable", "an adviser", "a representative of the aid"])
def test_short_names_are_not_seen_inside_other_words(book: SourceBook, words: str) -> None:
    assert book.speaker(words, PUBLISHER).id.startswith("named-")


def test_whom_nobody_knows_is_graded_f_and_called_so_again(book: SourceBook) -> None:
    first = book.speaker("a baker in the town", PUBLISHER)
    again = book.speaker("The baker in  the town,", PUBLISHER)
    assert (first.id, first.reliability) == ("named-baker-in-the-town", Reliability.F)
    assert again.id == first.id


def test_a_name_in_another_script_has_an_id_too(book: SourceBook) -> None:
    one, other = (book.speaker(words, PUBLISHER) for words in ("مصدر عسكري", "مصدر طبي"))
    assert one.id.isascii()
    assert one.id != other.id


def test_a_party_that_speaks_is_a_source_of_its_own(book: SourceBook) -> None:
    found = book.speaker("the Houthis", PUBLISHER)
    assert (found.kind, found.reliability) == (SourceKind.PARTY, Reliability.F)


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("Reuters", "reuters"),
        ("www.nrc.nl", "nrc"),
        ("de Volkskrant", "de-volkskrant"),
        ("BBC News", "bbc"),
        ("Sky Reuters Weekly", "named-sky-reuters-weekly"),
        ("", UNNAMED.id),
    ],
)
def test_a_publisher_is_found_by_its_whole_name(book: SourceBook, name: str, key: str) -> None:
    assert book.publisher(name).id == key


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("BEIRUT (Reuters) - The army took the town.", "reuters"),
        ("The army took the town. " * 40 + "(ANP)", "anp"),
        ("The army took the town. " * 40 + "© AFP", "afp"),
        ("Het leger nam de stad in. " * 40 + "Bron: Belga", "belga"),
        ("The army (SAA) took the town.", None),
        ("The army took the town. " * 40 + "(Reuters)" + " It is quiet now." * 40, None),
        ("The army told Reuters that it took the town.", None),
    ],
)
def test_an_agency_is_credited_at_the_beginning_or_the_end(
    book: SourceBook, text: str, key: str | None
) -> None:
    found = book.agency(text)
    assert (None if found is None else found.id) == key


def test_the_sources_of_the_atlas_go_before_those_that_ship() -> None:
    mine = source("sohr", "Our name for it")
    assert SourceBook([mine], {}).speaker("SOHR", PUBLISHER) is mine


def test_no_name_of_those_that_ship_means_two_sources() -> None:
    owners: dict[str, str] = {}
    for one in well_known_sources():
        for name in (one.source.name, *one.aliases):
            assert owners.setdefault(name.casefold(), one.source.id) == one.source.id
