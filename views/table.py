"""The table twin of the map: the same events, in words."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

from views import card, words
from views.naming import Names
from views.texts import Texts
from views.told import Told

PAGE = 200
"""Rows sent to the browser at a time, so that a page stays small whatever the store holds."""

COLUMNS = ("date", "type", "place", "outlet", "sentence", "status", "toll", "actor", "read_by", "confidence")


def table(events: Sequence[Told], names: Names, texts: Texts) -> pd.DataFrame:
    """Return one row per event in the order given, with headings in the language; nothing absent is shown as a word."""
    rows = [_row(told, names, texts) for told in events]
    return pd.DataFrame(rows, columns=[texts(f"table.{column}") for column in COLUMNS])


def _row(told: Told, names: Names, texts: Texts) -> list[str]:
    event = told.event
    return [
        words.span(event.date_start, event.date_end, event.date_precision, texts),
        texts(f"type.{event.event_type}"),
        names.of(told) or texts("precision.none"),
        card.outlet(told, texts),
        event.evidence,
        texts(f"status.{event.status}"),
        card.toll(told, texts),
        card.who(told, texts),
        card.read_by(told, texts),
        f"{round(event.confidence * 100)} %",
    ]


def pages(n: int) -> int:
    """Return how many pages so many events take, at least one."""
    return max(1, -(-n // PAGE))
