"""What a text tells twice is one event."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from extract.records import Event

_PLACE = (
    "place_id", "place_name", "place_kind", "place_basis", "geo_precision", "radius_km", "lon", "lat", "place_start",
    "place_end", "via",
)  # fmt: skip


def merged(events: Sequence[Event]) -> list[Event]:
    """One of each: of one type, at one place (or one of the two at none), on days that meet. The surest stays."""
    kept: list[Event] = []
    for event in sorted(events, key=lambda e: (-e.confidence, e.trigger_start)):
        number = next((n for n, other in enumerate(kept) if _same(other, event)), None)
        if number is None:
            kept.append(event)
        elif kept[number].place_id is None and event.place_id is not None:
            kept[number] = replace(kept[number], **{name: getattr(event, name) for name in _PLACE})
    return kept


def _same(one: Event, two: Event) -> bool:
    if one.event_type != two.event_type or (one.trigger_start == two.trigger_start and one.place_id != two.place_id):
        return False
    if one.place_id != two.place_id and one.place_id is not None and two.place_id is not None:
        return False
    if one.date_start is None or two.date_start is None or one.date_end is None or two.date_end is None:
        return one.date_start == two.date_start
    return one.date_start <= two.date_end and two.date_start <= one.date_end
