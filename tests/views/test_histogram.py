from __future__ import annotations

from datetime import UTC, date, datetime

import pandas as pd
import pytest

from geo import Filter, Store, timeline
from views import histogram
from views.texts import Texts

EN = Texts("en")


@pytest.mark.parametrize(
    ("step", "first", "last"),
    [
        ("day", date(2020, 2, 29), date(2020, 2, 29)),
        ("week", date(2020, 2, 24), date(2020, 3, 1)),
        ("month", date(2020, 2, 1), date(2020, 2, 29)),
        ("year", date(2020, 1, 1), date(2020, 12, 31)),
    ],
)
def test_a_step_covers_whole_days_weeks_months_and_years(step: str, first: date, last: date) -> None:
    assert histogram.stepped(date(2020, 2, 29), step, 0) == (first, last)


def test_steps_lead_forward_and_back_again() -> None:
    for step in ("day", "week", "month", "year"):
        there, _ = histogram.stepped(date(2020, 12, 31), step, 3)
        back, _ = histogram.stepped(there, step, -3)
        assert back == histogram.first_day(date(2020, 12, 31), step)


def test_a_brush_means_the_days_under_it() -> None:
    days = [datetime(2020, 9, 27, 5, tzinfo=UTC), datetime(2020, 11, 10, tzinfo=UTC)]
    selection = {"brush": {"start": [day.timestamp() * 1000 for day in reversed(days)]}}
    assert histogram.brushed(selection) == (date(2020, 9, 27), date(2020, 11, 10))


@pytest.mark.parametrize("selection", [{}, {"brush": {}}, {"brush": {"start": [5, 5]}}, {"brush": {"start": []}}])
def test_no_brush_means_no_dates(selection: dict[str, dict[str, list[int]]]) -> None:
    assert histogram.brushed(selection) is None


def test_the_bars_hold_every_dated_event_once(store: Store) -> None:
    bars = timeline(store, Filter(), "month")
    drawn = histogram.chart(bars, "month", (None, None), False, EN).data
    assert drawn["n"].sum() == 7
    assert (drawn["high"] - drawn["low"] == drawn["n"]).all()
    assert drawn.groupby("start")["high"].max().sum() == 7


def test_bars_outside_the_chosen_dates_are_faint(store: Store) -> None:
    bars = timeline(store, Filter(), "month")
    drawn = histogram.chart(bars, "month", (date(2023, 9, 1), None), False, EN).data
    assert set(drawn.loc[drawn["opacity"] == 1.0, "start"]) == {pd.Timestamp(2023, 9, 1)}


def test_the_bars_are_told_to_those_who_do_not_see_them(store: Store) -> None:
    said = histogram.described(timeline(store, Filter(), "year"), "year", EN)
    assert said == (
        "Bars of the number of events by year, from 1 January 2020 to 31 December 2023; the most, 3, in 2023."
    )
    assert histogram.described(timeline(store, Filter(text="nothing")), "year", EN) == EN("timeline.empty")
