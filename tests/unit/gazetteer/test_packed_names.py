"""Names as they are stored in an index."""

from hypothesis import given
from hypothesis import strategies as st

from gazetteer.places import Name, NameKind, packed_names, unpacked_names

NAMES = st.builds(
    Name,
    text=st.text(),
    language=st.sampled_from(["", "ar", "en"]),
    kind=st.sampled_from([kind.value for kind in NameKind]),
    since=st.sampled_from(["", "2014-06"]),
)


@given(st.lists(NAMES).map(tuple))
def test_names_come_out_as_they_went_in(names: tuple[Name, ...]) -> None:
    assert unpacked_names(packed_names(names)) == names


def test_a_plain_variant_takes_no_more_room_than_its_text() -> None:
    assert packed_names([Name("Rakka", "", NameKind.VARIANT)]) == '["Rakka"]'
