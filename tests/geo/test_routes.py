from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo import Filter, Store, route_history, route_states
from geo.routes import Report, spans, state_at

FIRST = date(2022, 12, 12)


def report(day: int, opens: bool, last: int | None = None, confidence: float = 0.5, event_id: str = "") -> Report:
    name = event_id or f"{'open' if opens else 'shut'}-{day}"
    end = FIRST + timedelta(days=day if last is None else last)
    return Report("road", name, opens, FIRST + timedelta(days=day), end, "Alpha", "Quote.", confidence)


def state(reports: list[Report], day: int) -> tuple[str, str | None]:
    found, cited = state_at(reports, FIRST + timedelta(days=day))
    return found, cited.event_id if cited else None


def test_nothing_is_known_before_the_first_report() -> None:
    assert state([report(5, opens=False)], 4) == ("unknown", None)
    assert state([], 4) == ("unknown", None)


def test_the_latest_report_counts() -> None:
    reports = [report(0, opens=False), report(10, opens=True), report(20, opens=False)]
    assert [state(reports, day) for day in (0, 9, 10, 19, 20, 400)] == [
        ("blocked", "shut-0"),
        ("blocked", "shut-0"),
        ("open", "open-10"),
        ("open", "open-10"),
        ("blocked", "shut-20"),
        ("blocked", "shut-20"),
    ]


def test_a_road_opened_to_some_while_the_closure_lasts_is_restricted() -> None:
    reports = [report(0, opens=False, last=100), report(50, opens=True)]
    assert state(reports, 60) == ("restricted", "open-50")
    assert state(reports, 101) == ("open", "open-50")


def test_a_road_of_which_reports_of_one_day_differ_is_restricted() -> None:
    assert state([report(3, opens=True), report(3, opens=False)], 3) == ("restricted", "open-3")


def test_the_surest_report_is_cited() -> None:
    reports = [report(3, False, confidence=0.4, event_id="a"), report(3, False, confidence=0.9, event_id="b")]
    assert state(reports, 3) == ("blocked", "b")


def test_spans_follow_each_other_and_the_last_is_open_ended() -> None:
    found = spans([report(0, opens=False), report(2, opens=False), report(10, opens=True)])
    assert [(span.state, span.first.day, span.last and span.last.day, span.event_id) for span in found] == [
        ("blocked", 12, 21, "shut-0"),
        ("open", 22, None, "open-10"),
    ]
    assert spans([]) == ()


@given(st.lists(st.builds(report, st.integers(0, 300), st.booleans(), st.none()), max_size=8), st.integers(0, 400))
def test_the_span_of_a_day_says_what_the_day_says(reports: list[Report], day: int) -> None:
    on = FIRST + timedelta(days=day)
    found = [span for span in spans(reports) if span.first <= on and (span.last is None or on <= span.last)]
    assert [span.state for span in found] == ([] if state(reports, day)[0] == "unknown" else [state(reports, day)[0]])


def test_the_lachin_corridor_is_blocked_from_the_day_of_the_report(small: Store) -> None:
    (before,), (after,) = (route_states(small, date(2022, 12, day)) for day in (11, 12))
    assert (before.place_id, before.state, before.event_id) == ("lachin-corridor", "unknown", None)
    assert (after.state, after.since, after.event_id, after.outlet) == ("blocked", date(2022, 12, 12), "b2", "Beta")
    assert [span.state for span in route_history(small, "lachin-corridor")] == ["blocked"]


@pytest.mark.parametrize("chosen", [Filter(outlets=("Alpha",)), Filter(statuses=("denied",))])
def test_a_road_is_only_as_the_chosen_outlets_report_it(small: Store, chosen: Filter) -> None:
    assert route_states(small, date(2023, 1, 1), chosen)[0].state == "unknown"


def test_dates_and_types_chosen_for_the_map_do_not_hide_a_closure(small: Store) -> None:
    chosen = Filter(date_from=date(2023, 5, 1), event_types=("shelling",), places=("shusha",))
    assert route_states(small, date(2023, 5, 1), chosen)[0].state == "blocked"
