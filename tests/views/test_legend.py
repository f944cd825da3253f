from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from geo import Store, families, route_history, route_states
from views.legend import SIGNS, history, legend, roads
from views.naming import Names
from views.setting import Setting
from views.state import View
from views.texts import LANGUAGES, Texts

SETTING = Setting(Texts("en"), Names("en", {"lachin-corridor": "Lachin corridor"}), "c0", "g0")


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_legend_has_a_line_for_every_family_and_sign(language: str) -> None:
    html = legend({"violence": 1234}, False, Texts(language))
    assert html.count("<li") == len(families()) + len(SIGNS)
    assert all(f'class="shape {family.shape}"' in html for family in families())


def test_the_legend_of_a_dark_page_has_the_colours_of_the_dark_map() -> None:
    html = legend({}, True, Texts("en"))
    assert all(family.dark in html for family in families())


def test_a_road_is_listed_with_the_report_that_it_rests_on(store: Store) -> None:
    html = roads(route_states(store, date(2022, 12, 20)), View(lang="en", names="az"), SETTING)
    assert "<strong>Lachin corridor</strong>" in html
    assert "Blocked, reported 1 December 2022 by Turan" in html
    assert "./?names=az&amp;event=c-blockade-lachin-corridor" in html


@pytest.mark.parametrize(
    ("language", "told"),
    [
        ("en", "Last report: blocked, 31 December 2022, Turan; not known since"),
        ("ru", "Последнее сообщение: перекрыта, 31 декабря 2022\u202fг., Turan; дальше неизвестно"),
        ("az", "Son xəbər: bağlı, 31 dekabr 2022, Turan; sonrası məlum deyil"),
        ("hy", "Վերջին հաղորդումը՝ փակ, 31 դեկտեմբերի, 2022 թ., Turan․ դրանից հետո հայտնի չէ"),
    ],
)
def test_a_state_of_long_ago_is_told_as_the_last_report_and_not_as_that_of_the_day(
    store: Store, language: str, told: str
) -> None:
    html = roads(route_states(store, date(2024, 4, 17)), View(), replace(SETTING, texts=Texts(language)))
    assert told in html
    assert 'class="road unknown"' in html


def test_every_state_of_a_road_is_cited(store: Store) -> None:
    html = history(route_history(store, "lachin-corridor"), View(), SETTING)
    assert "<strong>Blocked</strong>, 1 December 2022 to 30 January 2023; last reported 31 December 2022, not" in html
    assert "<q>The Lachin corridor was closed in December 2022.</q>" in html
