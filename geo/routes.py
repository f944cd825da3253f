"""Whether a road was open on a day, as far as the latest report says."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from geo.filter import Filter, conditions, where
from geo.store import Store

STATES = ("open", "restricted", "blocked", "unknown")
_PRECISE = ("day", "week", "month")


@dataclass(frozen=True, slots=True)
class Report:
    """An event that closed or opened a road."""

    place_id: str
    event_id: str
    opens: bool
    first: date
    last: date
    outlet: str | None
    evidence: str
    confidence: float


@dataclass(frozen=True, slots=True)
class RouteState:
    """What is known of a road on a day, and from whom."""

    place_id: str
    name: str
    state: str
    """open, restricted, blocked or unknown."""
    since: date | None
    """The day of the report, not of the change: nothing was reported between it and the day asked for."""
    event_id: str | None
    outlet: str | None
    evidence: str | None


@dataclass(frozen=True, slots=True)
class RouteSpan:
    """A stretch of days in which a road's state, as reported, did not change."""

    state: str
    first: date
    last: date | None
    """``None``: until further report."""
    event_id: str
    outlet: str | None
    evidence: str


def route_states(store: Store, on: date, chosen: Filter | None = None) -> tuple[RouteState, ...]:
    """Every road of the store with its state on that day, by name.

    Only events with a date of a month or better count; denied ones never do. ``chosen`` narrows to what certain
    outlets, say, reported; its own dates are left out of account.
    """
    roads = store.rows("SELECT place_id, name FROM places WHERE kind = 'road' ORDER BY name, place_id")
    reports = _reports(store, chosen)
    return tuple(
        _state(road, [report for report in reports if report.place_id == road["place_id"]], on) for road in roads
    )


def route_history(store: Store, place_id: str, chosen: Filter | None = None) -> tuple[RouteSpan, ...]:
    """The states of a road one after the other, each with the report that it rests on."""
    return spans([report for report in _reports(store, chosen) if report.place_id == place_id])


def state_at(reports: Iterable[Report], on: date) -> tuple[str, Report | None]:
    """The state on a day, and the report that says so.

    The latest report counts. The road is ``restricted`` where reports of one day differ, or where it was opened to some
    while a closure said to last still goes on.
    """
    known = [report for report in reports if report.first <= on]
    if not known:
        return "unknown", None
    newest = max(report.first for report in known)
    latest = [report for report in known if report.first == newest]
    openings = [report for report in latest if report.opens]
    lasting = [report for report in known if not report.opens and report.first < report.last and report.last >= on]
    if not openings:
        return "blocked", _best(latest)
    return ("restricted" if lasting or len(openings) < len(latest) else "open"), _best(openings)


def spans(reports: Sequence[Report]) -> tuple[RouteSpan, ...]:
    """Stretches of one state, oldest first, without gaps from the first report on."""
    days = sorted({report.first for report in reports})
    states = [(day, *state_at(reports, day)) for day in days]
    changes = [each for number, each in enumerate(states) if number == 0 or each[1] != states[number - 1][1]]
    ends = [*(change[0] for change in changes[1:]), None][: len(changes)]
    return tuple(
        RouteSpan(state, day, _eve(end), report.event_id, report.outlet, report.evidence)
        for (day, state, report), end in zip(changes, ends, strict=True)
        if report is not None
    )


def _eve(day: date | None) -> date | None:
    return None if day is None else date.fromordinal(day.toordinal() - 1)


def _best(reports: Iterable[Report]) -> Report:
    return min(reports, key=lambda report: (-report.confidence, report.event_id))


def _state(road: dict[str, Any], reports: Sequence[Report], on: date) -> RouteState:
    state, report = state_at(reports, on)
    if report is None:
        return RouteState(road["place_id"], road["name"], state, None, None, None, None)
    cited = (report.first, report.event_id, report.outlet, report.evidence)
    return RouteState(road["place_id"], road["name"], state, *cited)


def _reports(store: Store, chosen: Filter | None) -> list[Report]:
    limits = conditions(chosen or Filter())
    shown = where(limits, ("dates", "event_types", "places", "precisions"))
    sql = f"""
        SELECT place_id, event_id, event_type = 'route_opening' AS opens, date_start AS first, date_end AS last,
               outlet, evidence, confidence
        FROM events
        WHERE event_type IN ('blockade', 'route_opening') AND place_kind = 'road' AND status <> 'denied'
              AND date_start IS NOT NULL AND list_contains($precise, date_precision) AND ({shown.sql})
        ORDER BY first, event_id"""
    return [Report(**row) for row in store.rows(sql, {**shown.values, "precise": list(_PRECISE)})]
