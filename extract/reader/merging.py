"""What a text tells twice is one event."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from extract.records import Event

_PLACE = (
    "place_id", "place_name", "place_kind", "place_basis", "geo_precision", "radius_km", "lon", "lat", "place_start",
    "place_end", "via",
)  # fmt: skip

_TOLLS = tuple(
    f"{who}{outcome}_{end}"
    for who in ("", "civilians_")
    for outcome in ("killed", "wounded")
    for end in ("low", "high")
)


def merged(events: Sequence[Event]) -> list[Event]:
    """One of each: of one type, at one place (or one of the two at none), on days that meet.

    The surest stays, and takes the place and the figures of the other where it has none.
    """
    kept: list[Event] = []
    for event in sorted(events, key=lambda e: (-e.confidence, e.trigger_start)):
        number = next((n for n, other in enumerate(kept) if _same(other, event)), None)
        if number is None:
            kept.append(event)
            continue
        if kept[number].place_id is None and event.place_id is not None:
            kept[number] = _placed_as(kept[number], event)
        if all(getattr(kept[number], name) is None for name in _TOLLS):
            kept[number] = replace(kept[number], **{name: getattr(event, name) for name in _TOLLS})
    return kept


def _placed_as(event: Event, other: Event) -> Event:
    """The event at the place of the other, which its own sentence need not name."""
    placed = replace(event, **{name: getattr(other, name) for name in _PLACE})
    start = other.place_start
    inside = start is not None and event.evidence_start <= start < event.evidence_end
    return placed if inside else replace(placed, place_basis="carried")


def _same(one: Event, two: Event) -> bool:
    if one.event_type != two.event_type or (one.trigger_start == two.trigger_start and one.place_id != two.place_id):
        return False
    if one.place_id != two.place_id and one.place_id is not None and two.place_id is not None:
        return False
    if one.date_start is None or two.date_start is None or one.date_end is None or two.date_end is None:
        return one.date_start == two.date_start
    return one.date_start <= two.date_end and two.date_start <= one.date_end
