"""What a standalone map holds: the filtered events, their places, roads and names, as plain values for JSON."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from functools import cache
from importlib.resources import files
from typing import Any

import yaml
from shapely.geometry import mapping

from geo.background import layer
from geo.courses import CourseLine
from geo.dated import dated_lines
from geo.family import families
from geo.features import rounded
from geo.filter import Filter
from geo.geometry import label_point
from geo.layers import BACKGROUND, CREDIT
from geo.overlays import place_features
from geo.palette import PALETTES
from geo.particulars import PlaceNames, place_names
from geo.queries import count, select
from geo.routes import route_history, route_states
from geo.store import Store

MOST_EVENTS = 5_000
"""More than this would make the file slow to open: the newest are kept, and the file says so."""


def texts(language: str) -> Mapping[str, str]:
    """The words of the page; English for a language that it does not speak."""
    known = all_texts()
    return known.get(language, known["en"])


@cache
def all_texts() -> Mapping[str, Mapping[str, str]]:
    """The words by language and key."""
    text = files("geo").joinpath("assets", "standalone.yaml").read_text(encoding="utf-8")
    spoken: Mapping[str, Mapping[str, str]] = yaml.safe_load(text)
    return spoken


def snapshot(store: Store, chosen: Filter, style: str, language: str) -> dict[str, Any]:
    """The filtered view: texts, counts, families, background, places, events, routes, dated lines and labels."""
    words, counts = texts(language), count(store, chosen)
    rows = [
        {str(name): value for name, value in row.items()}
        for row in select(store, chosen, limit=MOST_EVENTS).astype(object).to_dict("records")
    ]
    named = place_names(store)
    used = sorted({row["place_id"] for row in rows if isinstance(row["place_id"], str)})
    courses = store.courses([*used, *(place.place_id for place in named.values() if place.kind == "road")])
    return {
        "texts": words,
        "counts": {"shown": counts.shown, "total": counts.total},
        "credit": CREDIT,
        "families": [
            {
                "id": family.id,
                "label": words[f"family.{family.id}"],
                "colour": family.colour,
                "dark": family.dark,
                "shape": family.shape,
                "types": family.types,
            }
            for family in families()
        ],
        "types": {name.removeprefix("type."): text for name, text in words.items() if name.startswith("type.")},
        "palettes": PALETTES,
        "background": {name: layer(name) for name in BACKGROUND},
        "places": _places(store, named, used, style),
        "events": [_event(row, words) | _courses_of(row, courses) for row in rows],
        "courses": {road: [_course(course) for course in ways] for road, ways in courses.items()},
        "routes": _routes(store, chosen, named, style),
        "dated": [
            {
                "name": line.names.get(language, line.names["en"]),
                "first": line.first,
                "last": line.last,
                "source": line.source,
                "shape": mapping(line.geometry),
            }
            for line in dated_lines()
        ],
        "labels": _labels(named, style, rows),
    }


def _places(store: Store, named: Mapping[str, PlaceNames], used: list[str], style: str) -> dict[str, Any]:
    shapes = store.shapes(used)
    places: dict[str, Any] = {}
    for place_id in used:
        place, shape = named[place_id], shapes[place_id]
        places[place_id] = {"name": place.by_style.get(style, place_id), "lon": place.lon, "lat": place.lat}
        if shape.geom_type != "Point":
            inside = [round(axis, 4) for axis in label_point(shape)]
            places[place_id] |= {"shape": rounded(mapping(shape)), "inside": inside}
    return places


def _course(course: CourseLine) -> dict[str, Any]:
    return {"first": course.first, "last": course.last, "shape": rounded(mapping(course.line))}


def _courses_of(row: Mapping[str, Any], courses: Mapping[str, Sequence[CourseLine]]) -> dict[str, list[int]]:
    """Of an event on a road that was led another way: which of its courses, by number."""
    ways = courses.get(row["place_id"]) if isinstance(row["place_id"], str) else None
    if not ways:
        return {}
    days = [None if _absent(row[name]) else row[name] for name in ("date_start", "date_end", "published")]
    first, last = days[:2] if days[0] else (days[2], days[2])
    return {"courses": [number for number, way in enumerate(ways) if way.is_between(first, last)]}


def _routes(store: Store, chosen: Filter, named: Mapping[str, PlaceNames], style: str) -> list[dict[str, Any]]:
    rows = {state.place_id for state in route_states(store, date.min, chosen)}
    roads = [place for place in named.values() if place.place_id in rows]
    shapes = store.shapes([road.place_id for road in roads])
    told = ((road, route_history(store, road.place_id, chosen)) for road in roads)
    return [
        {
            "place": road.place_id,
            "name": road.by_style.get(style, road.place_id),
            "shape": rounded(mapping(shapes[road.place_id])),
            "spans": [
                {"state": span.state, "first": span.first, "last": span.last, "told": span.told, "outlet": span.outlet}
                for span in spans
            ],
        }
        for road, spans in told
        if spans and shapes[road.place_id].geom_type != "Point"
    ]


def _labels(named: Mapping[str, PlaceNames], style: str, rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    events: dict[str, int] = {}
    for row in rows:
        if isinstance(row["place_id"], str):
            events[row["place_id"]] = events.get(row["place_id"], 0) + 1
    quiet = PALETTES["light"]["quiet"]
    labels = []
    for drawn in place_features(named.values(), style, "light", {}, events):
        look = drawn["properties"]["look"]
        if "label" in look:
            lon, lat = drawn["geometry"]["coordinates"]
            kept = {key: value for key, value in look.items() if key not in ("color", "halo")}
            labels.append({"lon": lon, "lat": lat, "look": kept | {"quiet": look["color"] == quiet}})
    return labels


def _event(row: Mapping[str, Any], words: Mapping[str, str]) -> dict[str, Any]:
    start = int(row["evidence_start"])
    told = {
        "type": row["event_type"],
        "place": row["place_id"],
        "precision": row["geo_precision"],
        "radius": row["radius_km"],
        "first": row["date_start"],
        "last": row["date_end"],
        "datePrecision": row["date_precision"],
        "status": row["status"],
        "by": row["read_by"],
        "outlet": row["outlet"],
        "title": row["title"],
        "url": row["url"],
        "language": row["language"],
        "quote": row["evidence"],
        "mark": [int(row["trigger_start"]) - start, int(row["trigger_end"]) - start],
        "toll": _toll(row, words),
    }
    return {name: value for name, value in told.items() if not _absent(value)}


def _toll(row: Mapping[str, Any], words: Mapping[str, str]) -> str | None:
    parts = []
    for outcome in ("killed", "wounded"):
        low, high = row[f"{outcome}_low"], row[f"{outcome}_high"]
        if not _absent(low):
            figure = f"{int(low)}" if _absent(high) or high == low else f"{int(low)}–{int(high)}"
            parts.append(f"{words[outcome]}: {figure}")
    return ", ".join(parts) or None


def _absent(value: Any) -> bool:
    return (
        value is None or (not isinstance(value, str | list | dict) and value != value) or str(value) in ("<NA>", "NaT")
    )
