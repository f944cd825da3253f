"""Boundaries and lines of control that held in certain years only."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files

import yaml
from shapely.geometry import LineString, Polygon
from shapely.geometry.base import BaseGeometry


@dataclass(frozen=True, slots=True)
class DatedLine:
    """A line or outline as it was for a time; schematic."""

    id: str
    names: Mapping[str, str]
    """By language: en, az, hy, ru."""
    first: date
    last: date
    """Both days belong to it."""
    source: str
    geometry: BaseGeometry


@cache
def dated_lines() -> tuple[DatedLine, ...]:
    """All of them, oldest first."""
    text = files("geo").joinpath("basemap", "dated_lines.yaml").read_text(encoding="utf-8")
    lines = (
        DatedLine(
            id=row["id"],
            names=row["name"],
            first=row["from"],
            last=row["to"],
            source=row["source"],
            geometry=Polygon(row["points"]) if row["kind"] == "area" else LineString(row["points"]),
        )
        for row in yaml.safe_load(text)
    )
    return tuple(sorted(lines, key=lambda line: line.first))


def dated_between(first: date | None, last: date | None) -> tuple[DatedLine, ...]:
    """Those that held on any day between the two, an open end being no limit."""
    return tuple(
        line for line in dated_lines() if (first is None or line.last >= first) and (last is None or line.first <= last)
    )
