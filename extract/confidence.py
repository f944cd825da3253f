"""How sure an event is."""

from __future__ import annotations

from extract.records import Event


def confidence(event: Event) -> float:
    """The share right among such events."""
    return 0.5
