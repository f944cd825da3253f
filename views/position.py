"""Where the map stands: what the address says, where the page sends it, and when it was the reader who moved it."""

from __future__ import annotations

from dataclasses import dataclass

from views.state import View

PIXELS = 2
"""By how much a map misses the point that it is sent to, or shifts when the window changes."""
_TURN = 360 / 256
"""Degrees of longitude that a pixel spans at zoom 0."""
_AGAIN = 1e-9
"""Added each time, too little to be seen: the map goes nowhere when it is told the same twice."""


@dataclass(frozen=True, slots=True)
class Position:
    """The centre of a map in degrees, and its zoom."""

    lat: float
    lon: float
    zoom: int


HOME = Position(39.85, 46.9, 9)
"""Where a map stands when the address says nothing."""


@dataclass(frozen=True, slots=True)
class Sent:
    """The last order that the map was given."""

    to: Position
    left: Position
    """Where it stood until then, which it goes on to report for a while."""
    number: int = 0
    arrived: bool = False

    @property
    def centre(self) -> tuple[float, float]:
        """(lat, lon) as the map's component wants it; no two orders are the same to it."""
        return self.to.lat + self.number * _AGAIN, self.to.lon

    @property
    def zoom(self) -> float:
        """The zoom as the map's component wants it; Leaflet rounds it."""
        return self.to.zoom + self.number * _AGAIN


def standing(view: View) -> Position:
    """Return where the map of a view stands."""
    placed = view.lat is not None and view.lon is not None
    lat, lon = (view.lat, view.lon) if placed else (HOME.lat, HOME.lon)
    assert lat is not None
    assert lon is not None
    return Position(lat, lon, HOME.zoom if view.zoom is None else view.zoom)


def send(to: Position, left: Position, before: Sent | None) -> Sent:
    """Return the order that brings a map from one position to another."""
    return Sent(to, left, 0 if before is None else before.number + 1)


def near(one: Position, other: Position) -> bool:
    """Tell whether two positions look the same on the screen."""
    reach = PIXELS * _TURN / 2**one.zoom
    return one.zoom == other.zoom and abs(one.lat - other.lat) <= reach and abs(one.lon - other.lon) <= reach


def arrived(report: Position, sent: Sent) -> bool:
    """Tell whether the map has done what it was told, as far as a report says."""
    return sent.arrived or near(report, sent.to) or not near(report, sent.left)


def moved(report: Position, stands: Position, sent: Sent) -> bool:
    """Tell whether a report of the map says that the reader moved it.

    Args:
        report: where the map says that it stands.
        stands: where it is known to stand.
        sent: the last order, which an early report may not yet know of.

    """
    return not near(report, stands) and (sent.arrived or not near(report, sent.left))
