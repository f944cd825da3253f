"""Whether a road was open on a day, as far as reports tell, and for how long they tell it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise

from geo.filter import Filter, conditions, where
from geo.store import Store

STATES = ("open", "restricted", "blocked", "unknown")
HOLDS_DAYS = 30
"""For how long after the last of its days a report still tells a road's state.

What lasts is told again: a road that stays shut or open is in the news every few weeks, and where nothing was written
for a month, the last report says no more about the day than that nobody looked. Beyond it the state is ``unknown``.
"""
SURE = 0.5
"""The least confidence of a report that a road's state rests on."""
_PRECISE = ("day", "week", "month")
_SAYS = {"route_opening": "open", "blockade": "blocked", "humanitarian_aid": "passed"}
"""What an event on a road says of it, by type: that aid went along it shows that it was not shut to all."""


@dataclass(frozen=True, slots=True)
class Report:
    """An event that tells whether a road could be used."""

    place_id: str
    event_id: str
    says: str
    """open, blocked or passed."""
    first: date
    last: date
    outlet: str | None
    evidence: str
    confidence: float
    claimed: bool = False
    """Whether it is only what somebody says."""

    @property
    def until(self) -> date:
        """The last day on which it still tells the state."""
        return self.last + timedelta(days=HOLDS_DAYS)


@dataclass(frozen=True, slots=True)
class RouteState:
    """What is known of a road on a day, and from whom."""

    place_id: str
    name: str
    state: str
    """open, restricted, blocked or unknown."""
    since: date | None
    """The day of the report, not of the change; ``None`` if there was none until then."""
    event_id: str | None
    outlet: str | None
    evidence: str | None
    last_state: str | None = None
    """Where the state is not known any more: what it was when last reported."""
    last_told: date | None = None
    """The last day that the report covers."""


@dataclass(frozen=True, slots=True)
class RouteSpan:
    """A stretch of days in which a road's state, as reported, did not change."""

    state: str
    first: date
    last: date
    """The last day on which the reports of this state still held."""
    told: date
    """The last day that one of them covers."""
    lapsed: bool
    """Whether it ends because nothing more was reported, and not because something else was."""
    event_id: str
    outlet: str | None
    evidence: str


def route_states(store: Store, on: date, chosen: Filter | None = None) -> tuple[RouteState, ...]:
    """Every road of the store with its state on that day, by name; a road told under several names is one.

    Only events with a date of a month or better count; denied ones never do. ``chosen`` narrows to what certain
    outlets, say, reported; its own dates are left out of account.
    """
    names = {
        row["place_id"]: row["name"] for row in store.rows("SELECT place_id, name FROM places WHERE kind = 'road'")
    }
    root = _roots(store)
    told: dict[str, list[Report]] = {road: [] for road in names if root[road] == road}
    for report in _reports(store, chosen):
        told[root[report.place_id]].append(report)
    ordered = sorted(told, key=lambda road: (names[road], road))
    return tuple(_state(road, names[road], told[road], on) for road in ordered)


def route_history(store: Store, place_id: str, chosen: Filter | None = None) -> tuple[RouteSpan, ...]:
    """The states of a road, under whatever name, one after the other, each with the report that it rests on."""
    root = _roots(store)
    road = root.get(place_id)
    return spans([report for report in _reports(store, chosen) if root[report.place_id] == road])


def state_at(reports: Iterable[Report], on: date) -> tuple[str, Report | None]:
    """The state on a day, and the report that says so.

    Of the reports that still hold on that day the latest counts. The road is ``restricted`` where reports of one day
    differ, where it was opened to some while a closure said to last still goes on, where somebody only claims that it
    is open against a closure that was reported, and where aid went along it while nothing says that it is open. Where
    none holds any more it is ``unknown``; the report given is the one that held longest.
    """
    known = [report for report in reports if report.first <= on]
    holding = [report for report in known if report.until >= on]
    if not holding:
        return "unknown", max(known, key=lambda report: (report.last, report.first, report.event_id), default=None)
    passed = [report for report in holding if report.says == "passed"]
    told = [report for report in holding if report.says != "passed"]
    newest = max((report.first for report in told), default=date.min)
    latest = [report for report in told if report.first == newest]
    openings = [report for report in latest if report.says == "open"]
    if openings:
        lasting = any(report.says == "blocked" and report.first < report.last and report.last >= on for report in told)
        shut = any(report.says == "blocked" and not report.claimed for report in told)
        only_claimed = shut and all(report.claimed for report in openings)
        return ("restricted" if lasting or only_claimed or len(openings) < len(latest) else "open"), _best(openings)
    through = [report for report in passed if report.first >= newest]
    return ("restricted", _newest(through)) if through else ("blocked", _best(latest))


def spans(reports: Sequence[Report]) -> tuple[RouteSpan, ...]:
    """Stretches of one state, oldest first; between two of them may be days of which nothing is known."""
    day = timedelta(days=1)
    turns = {turn for each in reports for turn in (each.first, each.last + day, each.until + day)}
    states = [(turn, *state_at(reports, turn)) for turn in sorted(turns)]
    changes = [each for number, each in enumerate(states) if number == 0 or each[1] != states[number - 1][1]]
    found = []
    for (first, state, report), (after, follows, _) in pairwise(changes):
        if state != "unknown" and report is not None:
            last = after - day
            told = max(min(each.last, last) for each in reports if each.first <= last)
            cited = (report.event_id, report.outlet, report.evidence)
            found.append(RouteSpan(state, first, last, told, follows == "unknown", *cited))
    return tuple(found)


def _best(reports: Iterable[Report]) -> Report:
    return min(reports, key=lambda report: (-report.confidence, report.event_id))


def _newest(reports: Sequence[Report]) -> Report:
    newest = max(report.first for report in reports)
    return _best(report for report in reports if report.first == newest)


def _state(road: str, name: str, reports: Sequence[Report], on: date) -> RouteState:
    state, report = state_at(reports, on)
    last = None
    if state == "unknown" and report is not None:
        last, report = state_at(reports, report.until)
    if report is None:
        return RouteState(road, name, state, None, None, None, None)
    return RouteState(
        road, name, state, report.first, report.event_id, report.outlet, report.evidence, last, report.last
    )


def _roots(store: Store) -> Mapping[str, str]:
    """By road the road whose row it shares: itself, or the one that it is another name or a stretch of."""
    rows = store.rows("SELECT place_id, same_road FROM places WHERE kind = 'road'")
    roads = {row["place_id"]: row["same_road"] for row in rows}
    return {road: other if other in roads else road for road, other in roads.items()}


def _reports(store: Store, chosen: Filter | None) -> list[Report]:
    limits = conditions(chosen or Filter())
    shown = where(limits, ("dates", "event_types", "places", "precisions"))
    sql = f"""
        SELECT place_id, event_id, event_type, date_start AS first, date_end AS last, outlet, evidence, confidence,
               status = 'claimed' AS claimed
        FROM events
        WHERE list_contains($telling, event_type) AND place_kind = 'road' AND status <> 'denied'
              AND date_start IS NOT NULL AND list_contains($precise, date_precision)
              AND confidence >= $sure AND ({shown.sql})
        ORDER BY first, event_id"""
    values = {**shown.values, "precise": list(_PRECISE), "telling": list(_SAYS), "sure": SURE}
    return [Report(says=_SAYS[row.pop("event_type")], **row) for row in store.rows(sql, values)]
