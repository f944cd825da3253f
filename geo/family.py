"""Families of event types: what belongs together, in which colour and shape it is drawn."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import yaml


@dataclass(frozen=True, slots=True)
class Family:
    """Event types that share a colour and a shape on the map."""

    id: str
    label: str
    """English; the pages translate by ``id``."""
    colour: str
    """On a light map, ``#rrggbb``."""
    dark: str
    """On a dark map."""
    shape: str
    """circle, square, diamond, triangle or pentagon."""
    types: tuple[str, ...]


@cache
def families() -> tuple[Family, ...]:
    """All families, in the order of the legend; every event type is in exactly one."""
    rows = yaml.safe_load(files("geo").joinpath("families.yaml").read_text(encoding="utf-8"))
    return tuple(Family(id=key, **{**row, "types": tuple(row["types"])}) for key, row in rows.items())


@cache
def family_of() -> dict[str, Family]:
    """Family by event type."""
    return {event_type: family for family in families() for event_type in family.types}


def event_types() -> tuple[str, ...]:
    """Every event type, by family."""
    return tuple(event_type for family in families() for event_type in family.types)
