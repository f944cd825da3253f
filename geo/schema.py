"""The columns of a store's tables, and how records become rows."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import fields
from functools import cache

import pyarrow as pa
from pyproj import CRS

from corpus import Document
from extract import Event, Mention, Unresolved

FORMAT = 2
"""Raised when a column is renamed or changes its meaning; adding columns does not."""

Cell = object
Row = dict[str, Cell]

_TEXT, _WORDS, _WHOLE, _REAL, _DAY = pa.string(), pa.list_(pa.string()), pa.int64(), pa.float64(), pa.date32()
_COURSE = pa.struct([pa.field("first", _DAY), pa.field("last", _DAY), pa.field("geometry", pa.binary())])
_TYPES: Mapping[str, pa.DataType] = {
    "str": _TEXT,
    "str | None": _TEXT,
    "tuple[str, ...]": _WORDS,
    "int": _WHOLE,
    "int | None": _WHOLE,
    "float": _REAL,
    "float | None": _REAL,
    "date | None": _DAY,
}


def _columns(record: type) -> list[pa.Field]:
    return [pa.field(field.name, _TYPES[str(field.type)]) for field in fields(record)]


def _geo_metadata() -> dict[str, str]:
    column = {
        "encoding": "WKB",
        "geometry_types": [],
        "crs": CRS.from_epsg(4326).to_json_dict(),
        "edges": "planar",
    }
    return {"geo": json.dumps({"version": "1.1.0", "primary_column": "geometry", "columns": {"geometry": column}})}


@cache
def schemas() -> dict[str, pa.Schema]:
    """Arrow schema by table name; ``events`` and ``places`` are GeoParquet (WKB, WGS 84, longitude first)."""
    geometry = pa.field("geometry", pa.binary())
    event_extras = [pa.field("outlet_country", _TEXT), geometry]
    return {
        "documents": pa.schema(_columns(Document)),
        "mentions": pa.schema(_columns(Mention)),
        "events": pa.schema(_columns(Event) + event_extras, metadata=_geo_metadata()),
        "unresolved": pa.schema(_columns(Unresolved)),
        "stories": pa.schema(
            [
                pa.field("story_id", _TEXT),
                pa.field("outlets", _WHOLE),
                pa.field("versions", _WHOLE),
                pa.field("first", _DAY),
                pa.field("last", _DAY),
            ]
        ),
        "places": pa.schema(
            [
                *(pa.field(name, _TEXT) for name in ("place_id", "kind", "name", "name_all")),
                *(pa.field(name, _TEXT) for name in ("name_az", "name_hy", "name_ru", "name_en")),
                pa.field("names", _WORDS),
                pa.field("within", _WORDS),
                *(pa.field(name, _REAL) for name in ("lon", "lat")),
                *(pa.field(name, _WHOLE) for name in ("start_year", "end_year")),
                pa.field("same_road", _TEXT),
                pa.field("courses", pa.list_(_COURSE)),
                pa.field("shape", _TEXT),
                pa.field("source", _TEXT),
                geometry,
            ],
            metadata=_geo_metadata(),
        ),
    }


def row_of(record: Document | Mention | Event | Unresolved) -> Row:
    """The record's fields as cells; tuples become lists."""
    cells = ((field.name, getattr(record, field.name)) for field in fields(record))
    return {name: list(value) if isinstance(value, tuple) else value for name, value in cells}
