"""Similar names are suggested, in any script."""

from __future__ import annotations

import pytest

import gazetteer
from gazetteer.suggest import nearest_names


@pytest.mark.parametrize(
    ("unknown", "place"),
    [
        ("Khankendy", "khankendi"),
        ("Stepanakerd", "khankendi"),
        ("Степанокерт", "khankendi"),
        ("Аскеран-Горанбой", None),
        ("Горанбой", "goranboy"),
        ("Լաչին", "lachin"),
        ("Berdzorr", "lachin"),
        ("Paris", None),
    ],
)
def test_the_most_similar_name_comes_first(small: gazetteer.Gazetteer, unknown: str, place: str | None) -> None:
    found = nearest_names(unknown, small)
    assert (found[0].place.id if found else None) == place


def test_each_place_is_suggested_once_and_best_first(small: gazetteer.Gazetteer) -> None:
    found = nearest_names("Shusa", small, limit=5)
    assert len({suggestion.place.id for suggestion in found}) == len(found)
    assert [one.likeness for one in found] == sorted((one.likeness for one in found), reverse=True)
