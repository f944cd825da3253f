"""Which names are shown."""

from __future__ import annotations

import pytest

import gazetteer


@pytest.mark.parametrize(
    ("place", "style", "shown"),
    [
        ("khankendi", "all", "Khankendi / Stepanakert"),
        ("khankendi", "az", "Xankəndi"),
        ("khankendi", "hy", "Ստեփանակերտ"),
        ("khankendi", "ru", "Степанакерт"),
        ("shusha", "all", "Shusha / Shushi"),
        ("baku", "all", "Baku"),
        ("janyatag", "ru", "Janyatag"),
        ("goranboy", "all", "Goranboy"),
    ],
)
def test_every_tradition_is_shown_unless_a_language_is_chosen(
    small: gazetteer.Gazetteer, place: str, style: str, shown: str
) -> None:
    assert gazetteer.display_name(small.places[place], style) == shown


def test_a_place_without_names_is_shown_by_its_id() -> None:
    assert gazetteer.display_name(gazetteer.Place("hill-425", "mountain", 40.0, 46.0, ())) == "hill-425"
