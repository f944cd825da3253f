"""Single facts of a store: what places are called, how a name was read, whether a filter shows an event."""

from __future__ import annotations

from dataclasses import dataclass

from geo.filter import Filter, conditions, where
from geo.store import Store


@dataclass(frozen=True, slots=True)
class PlaceNames:
    """A place of the store and its names."""

    place_id: str
    kind: str
    lon: float
    lat: float
    by_style: dict[str, str]
    """Display name for ``en``, ``az``, ``hy``, ``ru`` and ``all``."""
    names: tuple[str, ...]
    """All of its names."""
    end_year: int | None = None
    """The last year of a place that is no more."""


@dataclass(frozen=True, slots=True)
class Reading:
    """Why a name in a text was read as a certain place."""

    text: str
    rule: str
    rejected: tuple[str, ...]
    """The other candidates, each as ``place id: why not``."""


def place_names(store: Store) -> dict[str, PlaceNames]:
    """All places that the store knows, by id."""
    rows = store.rows(
        "SELECT place_id, kind, lon, lat, name_en, name_az, name_hy, name_ru, name_all, names, end_year FROM places"
    )
    return {
        row["place_id"]: PlaceNames(
            row["place_id"],
            row["kind"],
            row["lon"],
            row["lat"],
            {style: row[f"name_{style}"] for style in ("en", "az", "hy", "ru", "all")},
            tuple(row["names"] or ()),
            row["end_year"],
        )
        for row in rows
    }


def reading_at(store: Store, doc_id: str, start: int) -> Reading | None:
    """How the place name that begins at this offset of a document was read; ``None`` where none begins."""
    rows = store.rows(
        "SELECT text, rule, rejected FROM mentions WHERE doc_id = $doc AND start = $start",
        {"doc": doc_id, "start": start},
    )
    return Reading(rows[0]["text"], rows[0]["rule"], tuple(rows[0]["rejected"] or ())) if rows else None


def written_names(store: Store, chosen: Filter) -> dict[str, str]:
    """What the filtered events' sentences call each place most often, by place id."""
    shown = where(conditions(chosen))
    sql = f"""
        SELECT place_id, mode(substring(evidence, place_start - evidence_start + 1, place_end - place_start)) AS written
        FROM events WHERE place_start >= evidence_start AND place_end <= evidence_end AND ({shown.sql})
        GROUP BY place_id"""
    return {row["place_id"]: row["written"] for row in store.rows(sql, shown.values)}


def is_shown(store: Store, chosen: Filter, event_id: str) -> bool:
    """Whether an event meets the filter."""
    shown = where(conditions(chosen))
    sql = f"SELECT 1 FROM events WHERE event_id = $event AND ({shown.sql})"
    return bool(store.rows(sql, {**shown.values, "event": event_id}))
