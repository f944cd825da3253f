"""Folium maps and layers: a base map that never changes, and feature groups that do.

Nothing here loads anything from outside: ``use_assets`` names where Leaflet's files are served from.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

import folium
import pandas as pd
import xstatic.pkg.leaflet
import xyzservices.providers
from branca.element import MacroElement
from folium.template import Template
from folium.utilities import JsCode
from shapely.geometry.base import BaseGeometry

from geo.background import WINDOW, FeatureCollection, layer
from geo.family import families
from geo.features import Caption, Feature, collection, event_features, merged
from geo.palette import palette

CREDIT = "Natural Earth"
CENTRE = (39.85, 46.9)
"""(lat, lon), as Folium wants it."""
ZOOM = 9


def leaflet_folder() -> Path:
    """The folder with ``leaflet.js``, ``leaflet.css`` and ``images``, to be served as it is."""
    return Path(xstatic.pkg.leaflet.BASE_DIR)


def use_assets(base_url: str) -> None:
    """Let every Folium map load Leaflet from ``base_url`` and nothing else from anywhere."""
    base = base_url.rstrip("/")
    folium.Map.default_js = [("leaflet", f"{base}/leaflet.js")]
    folium.Map.default_css = [("leaflet_css", f"{base}/leaflet.css")]


TILES = ("OpenStreetMap.Mapnik", "OpenTopoMap")
"""Tile layers that can be the background instead of ours, by their names in xyzservices; they need the internet."""


def base_map(
    theme: str = "light", zoom: int = ZOOM, centre: tuple[float, float] = CENTRE, tiles: str | None = None
) -> folium.Map:
    """The background alone: land, water, boundaries, or one of ``TILES``; it depends on nothing else."""
    drawn = folium.Map(
        location=list(centre),
        zoom_start=zoom,
        tiles=None,
        prefer_canvas=True,
        min_zoom=3,
        max_zoom=15,
        zoom_control=True,
        control_scale=True,
    )
    drawn.add_child(_Script(palette(theme)["water"]))
    if tiles is not None:
        folium.TileLayer(xyzservices.providers.query_name(tiles), control=False).add_to(drawn)
        return drawn
    for name, look in _background_looks(theme).items():
        _geojson(_styled(layer(name), look), attribution=CREDIT, interactive=False).add_to(drawn)
    return drawn


def event_layer(
    places: pd.DataFrame,
    shapes: Mapping[str, BaseGeometry],
    *,
    theme: str = "light",
    caption: Caption | None = None,
    name: str = "events",
) -> folium.FeatureGroup:
    """Events by place as one layer; a click yields a feature whose ``properties.place`` is the place's id.

    ``places`` is a frame of ``by_place``; ``shapes`` are those of the store. However many events there are, it grows
    with the places only, and beyond ``MOST_MARKERS`` places near ones are merged (``properties.members``).
    """
    return group(name, event_features(merged(places), shapes, caption or english_caption, theme))


def group(name: str, features: Iterable[Feature], show: bool = True) -> folium.FeatureGroup:
    """A feature group of one GeoJSON layer, whose features carry their ``look`` and ``tip``."""
    grouped = folium.FeatureGroup(name=name, show=show)
    _geojson(collection(features)).add_to(grouped)
    return grouped


def english_caption(row: Mapping[str, Any]) -> Sequence[str]:
    """Name, number of events by family, days: a tooltip's lines in English."""
    parts = [f"{row[family.id]} {family.label.lower()}" for family in families() if row[family.id]]
    noun = "event" if row["n"] == 1 else "events"
    days = [f"{row['first']} – {row['last']}"] if pd.notna(row["first"]) else []
    return [str(row["place_name"]), f"{row['n']} {noun}: {', '.join(parts)}", *days]


class _Script(MacroElement):
    """Our drawing code, and the colour of the water around the land."""

    _template = Template(
        """
        {% macro script(this, kwargs) %}
        {{ this.code }}
        {{ this._parent.get_name() }}.getContainer().style.background = {{ this.water|tojson }};
        {{ this._parent.get_name() }}.attributionControl.setPrefix(false);
        {% endmacro %}
        """
    )

    def __init__(self, water: str) -> None:
        super().__init__()  # type: ignore[no-untyped-call]
        self._name = "Atlas"
        self.code, self.water = atlas_script(), water


@cache
def atlas_script() -> str:
    """The text of ``assets/atlas.js``."""
    return files("geo").joinpath("assets", "atlas.js").read_text(encoding="utf-8")


def _geojson(features: FeatureCollection, **options: Any) -> folium.GeoJson:
    return folium.GeoJson(
        features,
        on_each_feature=JsCode("function (feature, layer) { atlas.bind(feature, layer); }"),
        point_to_layer=JsCode("function (feature, at) { return atlas.marker(feature, at); }"),
        style=JsCode("function (feature) { return atlas.style(feature); }"),
        **options,
    )


def _styled(features: FeatureCollection, look: Mapping[str, object]) -> FeatureCollection:
    return collection({**each, "properties": {"look": dict(look)}} for each in features["features"])


def _background_looks(theme: str) -> dict[str, dict[str, object]]:
    colours = palette(theme)
    return {
        "land": {"stroke": False, "fillColor": colours["land"], "fillOpacity": 1},
        "districts": {"color": colours["district"], "weight": 0.7, "fill": False},
        "rivers": {"color": colours["river"], "weight": 1.3, "fill": False},
        "lakes": {"stroke": False, "fillColor": colours["water"], "fillOpacity": 1},
        "boundaries": {"color": colours["boundary"], "weight": 1.2, "fill": False},
    }


__all__ = [
    "CENTRE",
    "TILES",
    "WINDOW",
    "ZOOM",
    "atlas_script",
    "base_map",
    "english_caption",
    "event_layer",
    "group",
    "leaflet_folder",
    "use_assets",
]
