"""Errors say the same to a program and to a person, and end alike."""

import inspect

import pytest

from geomap import errors
from geomap.errors import GeomapError, InvalidAtlas, InvalidInput, NotFound, Unavailable

ALL = [
    kind
    for _name, kind in inspect.getmembers(errors, inspect.isclass)
    if kind.__module__ == errors.__name__
]


@pytest.mark.parametrize("kind", ALL)
def test_every_error_is_one_of_ours(kind: type[Exception]) -> None:
    assert issubclass(kind, GeomapError)


@pytest.mark.parametrize("kind", ALL)
def test_every_error_stands_in_the_tree(kind: type[Exception]) -> None:
    assert kind.__name__ in (errors.__doc__ or "")


@pytest.mark.parametrize(
    ("family", "statuses"), [(InvalidInput, {400, 413}), (NotFound, {404}), (Unavailable, {503})]
)
def test_a_family_blames_the_same_side(family: type[GeomapError], statuses: set[int]) -> None:
    assert {kind.status for kind in ALL if issubclass(kind, family)} == statuses


@pytest.mark.parametrize(
    ("problems", "words"), [(["a"], "1 problem,"), (["a", "b"], "2 problems,"), ([], "0 problems,")]
)
def test_a_refused_atlas_counts_its_problems(problems: list[str], words: str) -> None:
    assert words in str(InvalidAtlas("folder", problems))
