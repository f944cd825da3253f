from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract import Extraction
from geo import HOLDS_DAYS, Filter, Store, count, open_store, route_history, route_states, write_store
from geo.routes import Report, spans, state_at
from tests.geo.conftest import VERSIONS
from tests.geo.worlds import PLACES, event_at

FIRST = date(2022, 12, 12)


def report(day: int, opens: bool, last: int | None = None, confidence: float = 0.5, event_id: str = "") -> Report:
    name = event_id or f"{'open' if opens else 'shut'}-{day}"
    end = FIRST + timedelta(days=day if last is None else last)
    says = "open" if opens else "blocked"
    return Report("road", name, says, FIRST + timedelta(days=day), end, "Alpha", "Quote.", confidence)


def aid(day: int) -> Report:
    return replace(report(day, opens=True), says="passed", event_id=f"aid-{day}")


def state(reports: list[Report], day: int) -> tuple[str, str | None]:
    found, cited = state_at(reports, FIRST + timedelta(days=day))
    return found, cited.event_id if cited else None


def test_nothing_is_known_before_the_first_report() -> None:
    assert state([report(5, opens=False)], 4) == ("unknown", None)
    assert state([], 4) == ("unknown", None)


def test_the_latest_report_counts() -> None:
    reports = [report(0, opens=False), report(10, opens=True), report(20, opens=False)]
    assert [state(reports, day) for day in (0, 9, 10, 19, 20, 50)] == [
        ("blocked", "shut-0"),
        ("blocked", "shut-0"),
        ("open", "open-10"),
        ("open", "open-10"),
        ("blocked", "shut-20"),
        ("blocked", "shut-20"),
    ]


def test_who_only_claims_that_a_road_is_open_does_not_outdo_a_closure_that_was_reported() -> None:
    claim = replace(report(10, opens=True), claimed=True)
    shut, said_to_be_shut = report(0, opens=False), replace(report(0, opens=False), claimed=True)
    assert state([shut, claim], 10) == ("restricted", "open-10")
    assert state([said_to_be_shut, claim], 10) == ("open", "open-10")
    assert state([shut, claim, report(12, opens=True)], 12) == ("open", "open-12")
    assert state([claim], 10) == ("open", "open-10")


def test_a_report_holds_for_its_days_and_some_more_and_not_for_ever() -> None:
    once, lasting = [report(0, opens=False)], [report(0, opens=False, last=130)]
    assert [state(once, day)[0] for day in (0, HOLDS_DAYS, HOLDS_DAYS + 1, 900)] == [
        "blocked", "blocked", "unknown", "unknown",
    ]  # fmt: skip
    assert [state(lasting, day)[0] for day in (130, 130 + HOLDS_DAYS, 131 + HOLDS_DAYS)] == [
        "blocked", "blocked", "unknown",
    ]  # fmt: skip
    assert state(once, 900) == ("unknown", "shut-0")


def test_a_closure_that_is_told_again_goes_on() -> None:
    reports = [report(0, opens=False), report(25, opens=False)]
    assert state(reports, 25 + HOLDS_DAYS) == ("blocked", "shut-25")
    (span,) = spans(reports)
    assert (span.first, span.last, span.told, span.lapsed) == (
        FIRST, FIRST + timedelta(days=25 + HOLDS_DAYS), FIRST + timedelta(days=25), True,
    )  # fmt: skip


def test_a_closure_that_lasts_outlives_an_opening_that_nobody_told_again() -> None:
    reports = [report(0, opens=False, last=100), report(50, opens=True)]
    assert [state(reports, day)[0] for day in (49, 50, 50 + HOLDS_DAYS, 51 + HOLDS_DAYS, 131)] == [
        "blocked", "restricted", "restricted", "blocked", "unknown",
    ]  # fmt: skip


def test_aid_that_went_along_a_road_shows_that_it_was_not_shut_to_all() -> None:
    assert state([aid(3)], 3) == ("restricted", "aid-3")
    assert state([report(0, opens=False), aid(3)], 3) == ("restricted", "aid-3")
    assert state([aid(3), report(5, opens=False)], 5) == ("blocked", "shut-5")
    assert state([report(0, opens=True), aid(3)], 3) == ("open", "open-0")


def test_a_road_opened_to_some_while_the_closure_lasts_is_restricted() -> None:
    reports = [report(0, opens=False, last=100), report(50, opens=True)]
    assert state(reports, 60) == ("restricted", "open-50")
    shut_shorter = [report(0, opens=False, last=60), report(50, opens=True)]
    assert state(shut_shorter, 61) == ("open", "open-50")


def test_a_road_of_which_reports_of_one_day_differ_is_restricted() -> None:
    assert state([report(3, opens=True), report(3, opens=False)], 3) == ("restricted", "open-3")


def test_the_surest_report_is_cited() -> None:
    reports = [report(3, False, confidence=0.4, event_id="a"), report(3, False, confidence=0.9, event_id="b")]
    assert state(reports, 3) == ("blocked", "b")


def test_spans_have_an_end_and_say_whether_anything_is_known_after_it() -> None:
    found = spans([report(0, opens=False), report(2, opens=False), report(10, opens=True)])
    assert [
        (span.state, (span.first - FIRST).days, (span.last - FIRST).days, span.lapsed, span.event_id) for span in found
    ] == [
        ("blocked", 0, 9, False, "shut-0"),
        ("open", 10, 10 + HOLDS_DAYS, True, "open-10"),
    ]
    assert spans([]) == ()


@given(st.lists(st.builds(report, st.integers(0, 300), st.booleans(), st.none()), max_size=8), st.integers(0, 400))
def test_the_span_of_a_day_says_what_the_day_says(reports: list[Report], day: int) -> None:
    on = FIRST + timedelta(days=day)
    found = [span for span in spans(reports) if span.first <= on <= span.last]
    assert [span.state for span in found] == ([] if state(reports, day)[0] == "unknown" else [state(reports, day)[0]])


def test_the_lachin_corridor_is_blocked_from_the_day_of_the_report(small: Store) -> None:
    (before,), (after,) = (route_states(small, date(2022, 12, day)) for day in (11, 12))
    assert (before.place_id, before.state, before.event_id) == ("lachin-corridor", "unknown", None)
    assert (after.state, after.since, after.event_id, after.outlet) == ("blocked", date(2022, 12, 12), "b2", "Beta")
    assert [span.state for span in route_history(small, "lachin-corridor")] == ["blocked"]


def test_long_after_the_last_report_a_road_is_not_known_and_the_report_is_told(small: Store) -> None:
    (much_later,) = route_states(small, date(2024, 4, 17))
    assert (much_later.state, much_later.last_state, much_later.last_told, much_later.outlet) == (
        "unknown", "blocked", date(2022, 12, 12), "Beta",
    )  # fmt: skip


def test_a_road_told_under_several_names_is_one_row_with_the_reports_of_all(tmp_path: Path) -> None:
    other = replace(PLACES["lachin-corridor"], id="goris-highway", same_road="lachin-corridor")
    days = {"date_start": date(2022, 12, 12), "date_end": date(2022, 12, 12), "date_precision": "day"}
    events = (
        event_at(other, "shut", "one", event_type="blockade", **days),
        event_at("lachin-corridor", "opened", "one", event_type="route_opening", **_later(days, 3)),
    )
    write_store(tmp_path / "s", [], [Extraction("one", (), events)], **VERSIONS, places={**PLACES, other.id: other})
    store = open_store(tmp_path / "s")
    assert [(row.place_id, row.state) for row in route_states(store, date(2022, 12, 13))] == [
        ("lachin-corridor", "blocked")
    ]
    for name in ("lachin-corridor", "goris-highway"):
        assert [(span.state, span.event_id) for span in route_history(store, name)] == [
            ("blocked", "shut"), ("open", "opened"),
        ]  # fmt: skip
    assert count(store, Filter(places=("lachin-corridor",))).shown == 2


def _later(days: dict[str, object], by: int) -> dict[str, object]:
    return {key: day + timedelta(days=by) if isinstance(day, date) else day for key, day in days.items()}


@pytest.mark.parametrize("chosen", [Filter(outlets=("Alpha",)), Filter(statuses=("denied",))])
def test_a_road_is_only_as_the_chosen_outlets_report_it(small: Store, chosen: Filter) -> None:
    assert route_states(small, date(2022, 12, 20), chosen)[0].state == "unknown"


def test_dates_and_types_chosen_for_the_map_do_not_hide_a_closure(small: Store) -> None:
    chosen = Filter(date_from=date(2023, 1, 1), event_types=("shelling",), places=("shusha",))
    assert route_states(small, date(2023, 1, 1), chosen)[0].state == "blocked"
