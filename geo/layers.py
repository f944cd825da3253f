"""Folium maps and layers: a base map that never changes, and feature groups that do.

Nothing here loads anything from outside: ``use_assets`` names where Leaflet's files are served from.
"""

from __future__ import annotations

import json
import re
import shutil
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
from shapely.geometry.base import BaseGeometry

from geo.background import WINDOW, layer
from geo.family import families
from geo.features import Caption, Feature, collection, event_features, merged, tone
from geo.palette import palette

BACKGROUND = ("land", "districts", "rivers", "lakes", "boundaries")
"""Layers of the background, from the lowest."""
CREDIT = "Natural Earth"
CENTRE = (39.85, 46.9)
"""(lat, lon), as Folium wants it."""
ZOOM = 9


def leaflet_folder() -> Path:
    """The folder with ``leaflet.js``, ``leaflet.css`` and ``images``, to be served as it is."""
    return Path(xstatic.pkg.leaflet.BASE_DIR)


def write_assets(folder: Path) -> None:
    """Put all that a map loads into a folder, to be served: Leaflet, our drawing code, and the background's shapes.

    The shapes go along as a script, so that the page of a map stays small and the browser fetches them once.
    """
    shutil.copytree(leaflet_folder(), folder, dirs_exist_ok=True, ignore=shutil.ignore_patterns("*src*", "*.map"))
    shapes = json.dumps({name: layer(name) for name in BACKGROUND}, ensure_ascii=False, separators=(",", ":"))
    (folder / "atlas.js").write_text(f"{atlas_script()}\natlas.shapes = {shapes};\n", encoding="utf-8")


def use_assets(base_url: str) -> None:
    """Let every Folium map load what ``write_assets`` wrote from ``base_url``, and nothing else from anywhere."""
    base = base_url.rstrip("/")
    folium.Map.default_js = [("leaflet", f"{base}/leaflet.js"), ("atlas", f"{base}/atlas.js")]
    folium.Map.default_css = [("leaflet_css", f"{base}/leaflet.css")]


TILES = ("OpenStreetMap.Mapnik", "OpenTopoMap")
"""Tile layers that can be the background instead of ours, by their names in xyzservices; they need the internet."""


def base_map(
    theme: str = "light",
    zoom: int = ZOOM,
    centre: tuple[float, float] = CENTRE,
    tiles: str | None = None,
    together: str | None = None,
) -> folium.Map:
    """The background alone: land, water, boundaries, or one of ``TILES``; it depends on nothing else.

    Maps with the same ``together`` (letters and digits) in one browser move as one.
    """
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
    drawn.add_child(_Background(palette(theme), {} if tiles else _background_looks(theme)))
    if together is not None:
        drawn.add_child(_Together(together))
    if tiles is not None:
        folium.TileLayer(xyzservices.providers.query_name(tiles), control=False).add_to(drawn)
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
    return group(name, event_features(merged(places), shapes, caption or english_caption, theme), theme)


def group(name: str, features: Iterable[Feature], theme: str = "light") -> folium.FeatureGroup:
    """A feature group of one GeoJSON layer, whose features carry their ``look`` and ``tip``."""
    grouped = folium.FeatureGroup(name=name)
    _Features(features, theme).add_to(grouped)
    return grouped


def english_caption(row: Mapping[str, Any]) -> Sequence[str]:
    """Name, number of events by family, days: a tooltip's lines in English."""
    parts = [f"{row[family.id]} {family.label.lower()}" for family in families() if row[family.id]]
    noun = "event" if row["n"] == 1 else "events"
    days = [f"{row['first']} – {row['last']}"] if pd.notna(row["first"]) else []
    return [str(row["place_name"]), f"{row['n']} {noun}: {', '.join(parts)}", *days]


class _Background(MacroElement):
    """The colours of the map's controls, and the background drawn from the shapes that our script came with."""

    _template = Template(
        """
        {% macro script(this, kwargs) %}
        atlas.dress({{ this._parent.get_name() }}, {{ this.colours }});
        atlas.background({{ this._parent.get_name() }}, {{ this.looks }}, {{ this.credit }});
        {% endmacro %}
        """
    )

    def __init__(self, colours: Mapping[str, str], looks: Mapping[str, Mapping[str, object]]) -> None:
        super().__init__()  # type: ignore[no-untyped-call]
        self._name = "Background"
        self.colours, self.looks = as_script(dict(colours)), as_script(list(looks.items()))
        self.credit = as_script(CREDIT)


class _Together(MacroElement):
    """Moves a map with all others of its name."""

    _template = Template(
        """
        {% macro script(this, kwargs) %}
        atlas.together({{ this._parent.get_name() }}, {{ this.channel }});
        {% endmacro %}
        """
    )

    def __init__(self, channel: str) -> None:
        super().__init__()  # type: ignore[no-untyped-call]
        self._name = "Together"
        self.channel = as_script(channel)


class _Features(MacroElement):
    """One GeoJSON layer, drawn by our script."""

    _template = Template(
        """
        {% macro script(this, kwargs) %}
        var {{ this.get_name() }} = L.geoJSON({{ this.script }}, atlas.options({{ this.tone }}));
        {{ this.get_name() }}.addTo({{ this._parent.get_name() }});
        {% endmacro %}
        """
    )

    def __init__(self, features: Iterable[Feature], theme: str) -> None:
        super().__init__()  # type: ignore[no-untyped-call]
        self._name = "Features"
        self.features = tuple(features)
        self.script, self.tone = as_script(collection(self.features)), as_script(tone(theme))


_LITERAL = re.compile(r'"[^"\\]*(?:\\.[^"\\]*)*"')
_CODES = {ord(sign): f"\\u{ord(sign):04x}" for sign in "{}<>&'`$"}


def as_script(value: object) -> str:
    """The value as JSON in which no text holds a sign that a template, HTML or a JavaScript template could act on.

    Folium compiles what a layer renders as a template of its own, so that ``{{`` or ``{%`` in a text would be code on
    the server. Written as code points, the signs are texts again only where the script or ``json.loads`` reads them.
    """
    plain = json.dumps(value, separators=(",", ":"))
    return _LITERAL.sub(lambda literal: literal[0].translate(_CODES), plain)


@cache
def atlas_script() -> str:
    """The text of ``assets/atlas.js``."""
    return files("geo").joinpath("assets", "atlas.js").read_text(encoding="utf-8")


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
    "BACKGROUND",
    "CENTRE",
    "TILES",
    "WINDOW",
    "ZOOM",
    "as_script",
    "atlas_script",
    "base_map",
    "english_caption",
    "event_layer",
    "group",
    "leaflet_folder",
    "use_assets",
    "write_assets",
]
