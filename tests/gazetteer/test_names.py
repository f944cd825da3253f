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


@pytest.mark.parametrize("style", ["all", "en"])
def test_english_means_the_english_name_of_every_tradition(small: gazetteer.Gazetteer, style: str) -> None:
    assert gazetteer.display_name(small.places["khankendi"], style) == "Khankendi / Stepanakert"


def _town(*names: gazetteer.Name) -> gazetteer.Place:
    return gazetteer.Place("town", "city", 40.0, 46.0, names)


@pytest.mark.parametrize(
    ("year", "shown"),
    [(None, "Tartar / Terter"), (2020, "Tartar / Terter"), (1960, "Mir-Bashir / Tartar"), (1800, "Tartar")],
)
def test_a_name_is_shown_in_its_years_only(year: int | None, shown: str) -> None:
    town = _town(
        gazetteer.Name("Mir-Bashir", "en", "soviet", 1949, 1991),
        gazetteer.Name("Tartar", "en", "azerbaijani"),
        gazetteer.Name("Terter", "en", "armenian", 1991),
    )
    assert gazetteer.display_name(town, year=year) == shown


def test_a_soviet_name_without_years_is_one_of_soviet_times() -> None:
    town = _town(gazetteer.Name("Gerus", "en", "soviet"), gazetteer.Name("Goris", "en", "armenian"))
    assert gazetteer.display_name(town) == "Goris"
    assert gazetteer.display_name(town, year=1980) == "Gerus / Goris"


def test_a_name_of_the_past_is_shown_where_there_is_no_other() -> None:
    assert gazetteer.display_name(_town(gazetteer.Name("NKAO", "en", "soviet", 1923, 1991))) == "NKAO"


def test_of_a_tradition_the_strong_name_is_shown() -> None:
    town = _town(gazetteer.Name("Tug", "en", "azerbaijani", weak=True), gazetteer.Name("Tugh", "en", "azerbaijani"))
    assert gazetteer.display_name(town) == "Tugh"


def test_no_place_of_today_is_shown_by_a_name_of_the_past_that_has_another() -> None:
    outdated = []
    for place in gazetteer.load().places.values():
        english = [name for name in place.names if name.lang == "en"]
        current = {name.name for name in english if name.end_year is None and name.tradition != "soviet"}
        shown = set(gazetteer.display_name(place).split(" / "))
        if current and shown - current:
            outdated.append((place.id, shown))
    assert outdated == []
