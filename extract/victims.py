"""How many were killed and wounded: the tolls of the event's sentence."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from extract.records import Event
from extract.tolls import Toll


def add_victims(event: Event, tolls: Sequence[Toll]) -> Event:
    """The event with the sentence's tolls: for each outcome the first of all people and the first of civilians."""
    changed = event
    for outcome in ("killed", "wounded"):
        told = [toll for toll in tolls if toll.outcome == outcome]
        everyone = next((toll for toll in told if not toll.civilians), None) or (told[0] if told else None)
        civilians = next((toll for toll in told if toll.civilians), None)
        if everyone is not None:
            changed = replace(changed, **{f"{outcome}_low": everyone.low, f"{outcome}_high": everyone.high})  # type: ignore[arg-type]
        if civilians is not None:
            changed = replace(
                changed,
                **{f"civilians_{outcome}_low": civilians.low, f"civilians_{outcome}_high": civilians.high},  # type: ignore[arg-type]
            )
    return changed
