"""An event together with the text that tells it, as the rows of a store give them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields
from datetime import date, datetime
from typing import Any

import pandas as pd

from extract.records import Event

_TYPES = {field.name: str(field.type) for field in fields(Event)}


@dataclass(frozen=True, slots=True)
class Told:
    """An event and the bibliography of its document."""

    event: Event
    title: str | None = None
    author: str | None = None
    url: str | None = None

    @property
    def written_place(self) -> str | None:
        """The place as the sentence writes it; ``None`` if it stands outside the sentence or nowhere."""
        event = self.event
        if event.place_start is None or event.place_end is None:
            return None
        start, end = event.place_start - event.evidence_start, event.place_end - event.evidence_start
        return event.evidence[start:end] or None if 0 <= start < end <= len(event.evidence) else None


def told(row: Mapping[str, Any]) -> Told:
    """Return the event of a row; numbers and dates get their own types back, what is absent is ``None``."""
    known = {name: _typed(row.get(name), kind) for name, kind in _TYPES.items()}
    event = Event(**{name: value for name, value in known.items() if value is not None})
    return Told(event, *(_typed(row.get(name), "str | None") for name in ("title", "author", "url")))


def all_told(frame: pd.DataFrame) -> tuple[Told, ...]:
    """Return the events of a frame in its order."""
    return tuple(told(row) for row in _rows(frame))


def _rows(frame: pd.DataFrame) -> Iterator[dict[str, Any]]:
    for row in frame.to_dict("records"):
        yield {str(name): value for name, value in row.items()}


def _typed(value: Any, kind: str) -> Any:
    if kind.startswith("tuple"):
        return () if value is None or (isinstance(value, float) and value != value) else tuple(value)
    if value is None or value is pd.NaT or value != value:
        return None
    if kind.startswith("date"):
        return _day(value)
    if kind.startswith("int"):
        return int(value)
    return float(value) if kind.startswith("float") else str(value)


def _day(value: Any) -> date:
    if isinstance(value, (datetime, pd.Timestamp)):
        return value.date()
    if isinstance(value, date):
        return value
    return pd.Timestamp(value).date()
