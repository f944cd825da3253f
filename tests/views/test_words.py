from __future__ import annotations

from datetime import date

import pytest

from views import words
from views.texts import LANGUAGES, Texts

EN = Texts("en")


@pytest.mark.parametrize(
    ("first", "last", "precision", "said"),
    [
        (date(2023, 9, 20), date(2023, 9, 20), "day", "20 September 2023"),
        (date(2020, 9, 27), date(2020, 11, 10), "day", "27 September to 10 November 2020"),
        (date(2022, 12, 12), date(2023, 9, 19), "day", "12 December 2022 to 19 September 2023"),
        (date(2020, 4, 6), date(2020, 4, 12), "week", "week of 6 to 12 April 2020"),
        (date(2020, 4, 1), date(2020, 4, 30), "month", "April 2020"),
        (date(2022, 12, 1), date(2023, 2, 28), "month", "December 2022 to February 2023"),
        (date(2020, 9, 1), date(2020, 11, 30), "season", "autumn 2020"),
        (date(2020, 12, 1), date(2021, 2, 28), "season", "winter 2020/21"),
        (date(1992, 1, 1), date(1992, 12, 31), "year", "1992"),
        (None, None, "none", "date not stated"),
    ],
)
def test_dates_are_said_no_more_exactly_than_they_are_known(
    first: date | None, last: date | None, precision: str, said: str
) -> None:
    assert words.span(first, last, precision, EN) == said


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_says_every_precision(language: str) -> None:
    for precision in ("day", "week", "month", "season", "year"):
        said = words.span(date(2020, 9, 1), date(2020, 11, 30), precision, Texts(language))
        assert "2020" in said
        assert "None" not in said


def test_dates_are_said_in_the_language_of_the_page() -> None:
    said = [words.day(date(2023, 9, 20), Texts(language)) for language in ("az", "ru")]
    assert said == ["20 sentyabr 2023", "20 сентября 2023\u202fг."]


@pytest.mark.parametrize(
    ("low", "high", "said"),
    [(12, 12, "12 killed"), (3, 5, "3–5 killed"), (3, None, "3 killed"), (0, 0, "0 killed"), (None, None, None)],
)
def test_a_toll_is_said_as_it_is_known(low: int | None, high: int | None, said: str | None) -> None:
    assert words.people("killed", low, high, EN) == said


def test_near_a_place_says_how_near() -> None:
    assert words.where_known("point", 5.0, EN) == "Near a place, within about 5 km"
    assert words.where_known("district", None, EN) == "Somewhere in a district"
    assert words.where_known(None, None, EN) == "Place not stated"


@pytest.mark.parametrize(
    ("language", "said"),
    [("az", "2020-ci ilin payızı"), ("hy", "2020 թ․ աշուն"), ("ru", "осень 2020 г."), ("en", "autumn 2020")],
)
def test_a_season_is_said_as_the_language_says_it(language: str, said: str) -> None:
    assert words.span(date(2020, 9, 1), date(2020, 11, 30), "season", Texts(language)) == said


def test_a_winter_is_that_of_two_years() -> None:
    assert words.span(date(2019, 12, 1), date(2020, 2, 29), "season", Texts("az")) == "2019/20-ci ilin qışı"


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_first_of_a_month_has_no_nought(language: str) -> None:
    said = words.day(date(2023, 10, 6), Texts(language)) + words.span(
        date(2022, 10, 1), date(2023, 10, 2), "day", Texts(language)
    )
    assert " 0" not in f" {said}"


def test_a_month_begins_with_the_right_capital() -> None:
    assert words.month(date(2023, 6, 1), Texts("az")) == "İyun 2023"
