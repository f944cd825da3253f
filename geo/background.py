"""The vector background: land, lakes, boundaries, districts, countries, rivers; see ``basemap/LICENSES.md``."""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any, cast

from shapely.geometry import shape
from shapely.geometry.base import BaseGeometry

FeatureCollection = dict[str, Any]

WINDOW = (43.0, 38.0, 51.0, 42.2)
"""West, south, east, north of the part that is drawn in detail."""


@cache
def layer(name: str) -> FeatureCollection:
    """A background layer as GeoJSON, longitude first.

    ``land``, ``lakes``, ``rivers``, ``boundaries``, ``districts`` or ``countries``.
    """
    text = files("geo").joinpath("basemap", f"{name}.geojson").read_text(encoding="utf-8")
    return cast("FeatureCollection", json.loads(text))


@cache
def district_shapes() -> Mapping[str, BaseGeometry]:
    """Outline by folded name (Azerbaijani or Armenian, and English) of districts and provinces as before 2020."""
    return _by_name("districts", ("name", "name_en"))


@cache
def country_shapes() -> Mapping[str, BaseGeometry]:
    """Outline by folded English name."""
    return _by_name("countries", ("name",))


@cache
def water_shapes() -> Mapping[str, BaseGeometry]:
    """Line or outline by folded English name of the rivers and lakes that are drawn."""
    return {**_by_name("rivers", ("name",)), **_by_name("lakes", ("name",))}


def folded(name: str) -> str:
    """A key under which the same name in another case or with other accents is found."""
    letters = unicodedata.normalize("NFKD", name).casefold().replace("ı", "i")
    return "".join(letter for letter in letters if letter.isalnum() or letter == " ").strip()


def _by_name(name: str, keys: tuple[str, ...]) -> Mapping[str, BaseGeometry]:
    shapes: dict[str, BaseGeometry] = {}
    for feature in layer(name)["features"]:
        for key in keys:
            if written := feature["properties"].get(key):
                shapes.setdefault(folded(written), shape(feature["geometry"]))
    return shapes
