"""Filtered counts, facets, groups and rows of a store's events; every frame that comes back is small."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import pandas as pd

from geo.family import families
from geo.filter import DATING, PLACING, Condition, Filter, conditions, where
from geo.store import Store

ORDERS = {
    "date": "date_start NULLS LAST, event_id",
    "newest": "date_start DESC NULLS LAST, event_id",
    "published": "published DESC NULLS LAST, event_id",
    "place": "place_name NULLS LAST, date_start NULLS LAST, event_id",
    "type": "event_type, date_start NULLS LAST, event_id",
    "outlet": "outlet NULLS LAST, date_start NULLS LAST, event_id",
    "confidence": "confidence DESC, event_id",
}
"""How rows can be ordered, by name."""

BINS = ("day", "week", "month", "year")
SHOWN = "e.* EXCLUDE (geometry), d.title, d.author, d.url"
"""The columns of an event for a reader, ``e`` being the events."""
SOURCES = "(SELECT doc_id, title, author, url FROM documents) d"
"""Where each document comes from."""
REACH = 600
"""Characters of the text that are brought on either side of a place that stands outside the quoted sentence."""
_FACETS = {
    "outlets": "coalesce(outlet, '')",
    "outlet_countries": "coalesce(outlet_country, '')",
    "languages": "language",
    "event_types": "event_type",
    "statuses": "status",
    "precisions": "coalesce(geo_precision, '')",
    "readers": "read_by",
    "places": "coalesce(place_id, '')",
}


@dataclass(frozen=True, slots=True)
class Counts:
    """How many events a filter shows: "N of M shown, K unplaced, L undated"."""

    shown: int
    """Events that meet the filter: as many as the table has rows."""
    total: int
    """Events in the store."""
    mapped: int
    """Those of ``shown`` that have a place."""
    unplaced: int
    """Events without place that meet everything else: whatever place was asked for, they may belong there."""
    undated: int
    """Events without date that meet everything else."""


@dataclass(frozen=True, slots=True)
class Option:
    """A value that a filter can take, and how many events it would show."""

    value: str
    label: str
    n: int


def count(store: Store, chosen: Filter) -> Counts:
    """Count the events that the filter shows."""
    limits = conditions(chosen)
    shown, placeless, dateless = where(limits), where(limits, PLACING), where(limits, DATING)
    sql = f"""
        SELECT count(*) FILTER (WHERE {shown.sql}), count(*),
               count(*) FILTER (WHERE ({shown.sql}) AND place_id IS NOT NULL),
               count(*) FILTER (WHERE ({placeless.sql}) AND place_id IS NULL),
               count(*) FILTER (WHERE ({dateless.sql}) AND date_start IS NULL)
        FROM events"""
    (row,) = store.rows(sql, shown.values)
    return Counts(*row.values())


def facets(store: Store, chosen: Filter) -> dict[str, tuple[Option, ...]]:
    """The options of each filter field, most frequent first.

    Each count is what the option would show with all other fields as they are: a facet ignores its own limit.
    Those of ``confidence_min`` are ``shown``, the events that are as sure as is asked for, and ``hidden``, the rest.
    """
    limits = conditions(chosen)
    known = _FACETS | {"confidence_min": _sureness(limits.get("confidence_min"))}
    judged = ", ".join(f"coalesce({condition.sql}, false) AS ok_{name}" for name, condition in limits.items())
    columns = ", ".join(f"{column} AS {name}" for name, column in known.items())
    groups = " UNION ALL ".join(_facet(name, limits) for name in known)
    sql = f"""
        WITH judged AS MATERIALIZED (SELECT place_name, {columns}{", " + judged if judged else ""} FROM events)
        {groups} ORDER BY facet, n DESC, value"""
    options: dict[str, list[Option]] = {name: [] for name in known}
    for row in store.rows(sql, where(limits).values):
        options[row["facet"]].append(Option(row["value"], row["label"] or row["value"], row["n"]))
    return {name: tuple(found) for name, found in options.items()}


def by_place(store: Store, chosen: Filter) -> pd.DataFrame:
    """One row per place and way of being there.

    Columns: place_id, place_name, place_kind, geo_precision, lon, lat, radius_km (the widest, where events are "near"),
    via, lines (of events on a road, its courses of their days, as WKB), line (that of the latest), n, outlets, first,
    last, denied, and one column per family with its number of events.
    """
    road = "coalesce(place_kind = 'road', false)"
    shown = where(conditions(chosen))
    shares = ", ".join(f"count(*) FILTER (WHERE family = '{family.id}') AS {family.id}" for family in families())
    sql = f"""
        SELECT place_id, any_value(place_name) AS place_name, any_value(place_kind) AS place_kind,
               geo_precision, any_value(lon) AS lon, any_value(lat) AS lat,
               CASE WHEN NOT {road} THEN max(radius_km) END AS radius_km,
               CASE WHEN {road} THEN '' ELSE array_to_string(via, '|') END AS via,
               CASE WHEN {road} THEN list(DISTINCT geometry) END AS lines,
               CASE WHEN {road} THEN coalesce(max_by(geometry, date_end), any_value(geometry)) END AS line,
               count(*) AS n, count(DISTINCT outlet) AS outlets,
               min(date_start) AS first, max(date_end) AS last,
               count(*) FILTER (WHERE status = 'denied') AS denied, {shares}
        FROM events LEFT JOIN families USING (event_type)
        WHERE place_id IS NOT NULL AND ({shown.sql})
        GROUP BY place_id, geo_precision, radius_km IS NULL OR {road}, {road}, 8
        ORDER BY n DESC, place_id, geo_precision"""
    return store.frame(sql, shown.values)


def timeline(store: Store, chosen: Filter, bin: str = "month") -> pd.DataFrame:
    """Events per bin and family, by their first day: columns start, family, n; undated events are left out."""
    if bin not in BINS:
        raise ValueError(f"bin: {bin!r} is none of {', '.join(BINS)}")
    shown = where(conditions(chosen))
    sql = f"""
        SELECT date_trunc('{bin}', date_start)::DATE AS start, family, count(*) AS n
        FROM events LEFT JOIN families USING (event_type)
        WHERE date_start IS NOT NULL AND ({shown.sql}) GROUP BY ALL ORDER BY start, family"""
    return store.frame(sql, shown.values)


def select(
    store: Store, chosen: Filter, limit: int | None = 500, offset: int = 0, order: str = "newest"
) -> pd.DataFrame:
    """The filtered events, with title, author and url of their documents; no geometry, see ``export`` for that."""
    return _events(store, where(conditions(chosen)), limit, offset, order)


def events_at(
    store: Store, chosen: Filter, place_id: str | Sequence[str], limit: int | None = 500, offset: int = 0
) -> pd.DataFrame:
    """The filtered events at exactly this place, or these, newest first, each with ``around_place`` (see ``event``)."""
    shown = where(conditions(chosen))
    ids = [place_id] if isinstance(place_id, str) else list(place_id)
    at = Condition(f"({shown.sql}) AND list_contains($at, place_id)", {**shown.values, "at": ids})
    return _events(store, at, limit, offset, "newest", is_quoting=True)


def unplaced(store: Store, chosen: Filter, limit: int | None = 500, offset: int = 0) -> pd.DataFrame:
    """The events that ``Counts.unplaced`` counts."""
    rest = where(conditions(chosen), PLACING)
    return _events(store, Condition(f"({rest.sql}) AND place_id IS NULL", rest.values), limit, offset, "newest")


def undated(store: Store, chosen: Filter, limit: int | None = 500, offset: int = 0) -> pd.DataFrame:
    """The events that ``Counts.undated`` counts."""
    rest = where(conditions(chosen), DATING)
    return _events(store, Condition(f"({rest.sql}) AND date_start IS NULL", rest.values), limit, offset, "place")


def event(store: Store, event_id: str) -> dict[str, Any] | None:
    """All columns of an event, with title, author and url of its document; ``None`` if there is no such event.

    Where its place stands outside the quoted sentence, ``around_place`` is the text within ``REACH`` of it, which
    begins at the offset ``around_start`` of the document; else both are ``None``.
    """
    rows = store.rows(
        f"""
        WITH page AS (SELECT * FROM events WHERE event_id = $event)
        SELECT {SHOWN}, around_place, around_start
        FROM page e LEFT JOIN {SOURCES} USING (doc_id) LEFT JOIN {_AROUND} USING (event_id)""",
        {"event": event_id},
    )
    return rows[0] if rows else None


def story(store: Store, story_id: str) -> pd.DataFrame:
    """The versions of one occurrence, oldest publication first, each with ``around_place`` (see ``event``)."""
    told = Condition("story_id = $story", {"story": story_id})
    return _events(store, told, None, 0, "published", is_quoting=True).iloc[::-1].reset_index(drop=True)


def date_range(store: Store) -> tuple[Any, Any]:
    """(first, last) day of any event in the store; both ``None`` if there is none with a date."""
    (row,) = store.rows("SELECT min(date_start) AS first, max(date_end) AS last FROM events")
    return row["first"], row["last"]


def _facet(name: str, limits: dict[str, Condition]) -> str:
    others = " AND ".join(f"ok_{other}" for other in limits if other != name) or "TRUE"
    label = "any_value(place_name)" if name == "places" else name
    return (
        f"SELECT '{name}' AS facet, {name} AS value, {label} AS label, count(*) FILTER (WHERE {others}) AS n"
        f" FROM judged GROUP BY {name}"
    )


def _sureness(limit: Condition | None) -> str:
    return f"CASE WHEN {limit.sql} THEN 'shown' ELSE 'hidden' END" if limit else "'shown'"


_AROUND = f"""(
    SELECT event_id, substring(text, greatest(place_start - {REACH}, 0) + 1, {2 * REACH}) AS around_place,
           greatest(place_start - {REACH}, 0) AS around_start
    FROM page JOIN (SELECT doc_id, text FROM documents) USING (doc_id)
    WHERE place_start < evidence_start OR place_end > evidence_end)"""
"""The texts around the places that stand outside their quoted sentences, of the events of ``page``."""


def _events(
    store: Store, shown: Condition, limit: int | None, offset: int, order: str, is_quoting: bool = False
) -> pd.DataFrame:
    if order not in ORDERS:
        raise ValueError(f"order: {order!r} is none of {', '.join(ORDERS)}")
    page = f"LIMIT {int(limit)} OFFSET {int(offset)}" if limit is not None else f"OFFSET {int(offset)}"
    columns, around = (
        (", around_place, around_start", f"LEFT JOIN {_AROUND} USING (event_id)") if is_quoting else ("", "")
    )
    sql = f"""
        WITH shown AS (SELECT * FROM events WHERE {shown.sql}),
             page AS (SELECT * FROM shown ORDER BY {ORDERS[order]} {page})
        SELECT {SHOWN}{columns} FROM page e LEFT JOIN {SOURCES} USING (doc_id) {around} ORDER BY {ORDERS[order]}"""
    return store.frame(sql, shown.values)
