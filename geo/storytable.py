"""Stories as a table: how many outlets tell each, counted once on writing and not at every look."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import duckdb

from geo.schema import Row

_BATCH = 10_000


def stories_of(events: Path) -> Iterator[Row]:
    """A row per story of an events file, by id; a document without outlet counts as one of its own."""
    told = duckdb.connect(":memory:").execute(
        """SELECT story_id, count(DISTINCT coalesce(outlet, doc_id)), count(*), min(date_start), max(date_end)
           FROM read_parquet(?) GROUP BY story_id ORDER BY story_id""",
        [literal(events)],
    )
    while batch := told.fetchmany(_BATCH):
        for story_id, outlets, versions, first, last in batch:
            yield {"story_id": story_id, "outlets": outlets, "versions": versions, "first": first, "last": last}


def literal(file: Path) -> str:
    """The path with what DuckDB would read as a wildcard taken literally."""
    return "".join(f"[{letter}]" if letter in "*?[" else letter for letter in str(file))
