"""Layers besides the events: names, roads with their state, dated lines, density."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from functools import cache

import folium
import pandas as pd
import shapely
from shapely.geometry.base import BaseGeometry

from geo.background import WINDOW, country_shapes, folded
from geo.dated import DatedLine, dated_between
from geo.features import Feature, feature
from geo.geometry import label_point
from geo.layers import group
from geo.palette import palette
from geo.particulars import PlaceNames
from geo.routes import RouteState

MOST_LABELS = 150
_NEIGHBOURHOOD = (25.0, 30.0, 60.0, 60.0)
_NEAR = (34.0, 34.0, 58.0, 48.0)
"""West, south, east, north of what a map of the whole South Caucasus shows."""
_WORTH_A_NAME = 20.0
"""Square degrees."""
_CELL = 0.1
_DASHES = {"blocked": "1 7", "restricted": "8 6", "open": None, "unknown": "2 6"}
_FIRST_ZOOM = {"country": 3, "sea": 5, "lake": 9, "region": 8, "city": 8, "village": 11}
_LAST_ZOOM = {"country": 7, "region": 9}
_NAMED = tuple(_FIRST_ZOOM)


def place_layer(
    places: Iterable[PlaceNames],
    style: str = "all",
    *,
    theme: str = "light",
    written: Mapping[str, str] | None = None,
    events: Mapping[str, int] | None = None,
    name: str = "places",
) -> folium.FeatureGroup:
    """Dots and names; where names would overlap, those with more ``events`` stay.

    ``written`` replaces names by place id: for "as the source wrote it".
    """
    return group(name, place_features(places, style, theme, written or {}, events or {}))


def place_features(
    places: Iterable[PlaceNames], style: str, theme: str, written: Mapping[str, str], events: Mapping[str, int]
) -> list[Feature]:
    """A label for each place, and a dot under those of towns; what is no more has one only where it has events.

    The label of a country whose middle is far away stands in the part of it that comes near.
    """
    known = {place.place_id: place for place in places if place.end_year is None or place.place_id in events}

    def rank(place: PlaceNames) -> tuple[int, int, bool, str]:
        is_centre = f"{place.place_id}-district" in known
        return -events.get(place.place_id, 0), _NAMED.index(place.kind), not is_centre, place.place_id

    worth = (
        place for place in known.values() if place.kind in _NAMED and (place.place_id in events or _is_near(place))
    )
    named = sorted(worth, key=rank)[:MOST_LABELS]
    looks = [
        (place, _label(place, number, written.get(place.place_id), style, theme, place.place_id in events))
        for number, place in enumerate(named)
    ]
    colours = palette(theme)
    dot = {"dot": True, "color": colours["quiet"], "fillColor": colours["land"]}
    points = {place.place_id: _label_point(place) for place in named}
    dots = [feature(points[place.place_id], place=place.place_id, look=dot) for place in named if place.kind == "city"]
    return dots + [feature(points[place.place_id], look=look) for place, look in looks]


def route_layer(
    states: Sequence[RouteState],
    shapes: Mapping[str, BaseGeometry],
    *,
    theme: str = "light",
    caption: Callable[[RouteState], Sequence[str]] | None = None,
    name: str = "routes",
) -> folium.FeatureGroup:
    """Roads as lines: colour and dashes say open, restricted, blocked or unknown."""
    return group(name, route_features(states, shapes, theme, caption or english_route_caption))


def route_features(
    states: Sequence[RouteState],
    shapes: Mapping[str, BaseGeometry],
    theme: str,
    caption: Callable[[RouteState], Sequence[str]],
) -> list[Feature]:
    """A line for each road that has one."""
    drawn = []
    for state in states:
        shape = shapes.get(state.place_id)
        if shape is None or shape.geom_type == "Point":
            continue
        look = {"color": palette(theme)[state.state], "weight": 6, "opacity": 0.55, "fill": False}
        look |= {"dashArray": _DASHES[state.state], "state": state.state}
        drawn.append(feature(shape, place=state.place_id, tip=list(caption(state)), look=look))
    return drawn


def english_route_caption(state: RouteState) -> Sequence[str]:
    """Name, state, day and outlet of the report: a tooltip's lines in English."""
    outlet = state.outlet or "a source not named"
    if state.since is None:
        return [state.name, "no report before this day"]
    if state.state == "unknown":
        return [state.name, f"last reported {state.last_state} {state.last_told} by {outlet}, not known since"]
    return [state.name, state.state, f"reported {state.since} by {outlet}"]


def boundary_layer(
    first: date | None = None,
    last: date | None = None,
    *,
    language: str = "en",
    theme: str = "light",
    name: str = "boundaries",
) -> folium.FeatureGroup:
    """The dated lines that held on some day between the two, each with its years and source in its tooltip."""
    return group(name, [boundary_feature(line, language, theme) for line in dated_between(first, last)])


def boundary_feature(line: DatedLine, language: str, theme: str) -> Feature:
    """A dated line, dashed and without fill."""
    look = {"color": palette(theme)["dated"], "weight": 2, "dashArray": "6 5", "opacity": 0.8, "fill": False}
    title = line.names.get(language, line.names["en"])
    return feature(
        line.geometry, line=line.id, tip=[title, f"{line.first.year}–{line.last.year}", line.source], look=look
    )


def mention_layer(
    places: Iterable[PlaceNames], tips: Mapping[str, Sequence[str]], *, theme: str = "light", name: str = "mentions"
) -> folium.FeatureGroup:
    """A dot for each place that a text names; ``tips`` are the lines of the tooltips by place id."""
    colours = palette(theme)
    look = {"dot": True, "radius": 4.5, "weight": 1.5, "color": colours["ink"], "fillColor": colours["land"]}
    dots = (
        feature(shapely.Point(place.lon, place.lat), place=place.place_id, tip=list(tips[place.place_id]), look=look)
        for place in places
    )
    return group(name, dots)


def shape_layer(
    shape: BaseGeometry, tip: Sequence[str], *, theme: str = "light", exact: bool = True, name: str = "shape"
) -> folium.FeatureGroup:
    """The line, area or point of one place; dashed where it is not ``exact``."""
    colour = palette(theme)["dated"]
    if shape.geom_type == "Point":
        look: dict[str, object] = {"dot": True, "radius": 8, "weight": 2, "color": palette(theme)["stroke"]}
        look |= {"fillColor": colour}
    else:
        is_line = shape.geom_type.endswith("LineString")
        look = {"color": colour, "weight": 4 if is_line else 2, "fill": not is_line}
        look |= {"fillColor": colour, "fillOpacity": 0.14, "dashArray": None if exact else "6 5"}
    return group(name, [feature(shape, tip=list(tip), look=look)])


def density_layer(places: pd.DataFrame, *, theme: str = "light", name: str = "density") -> folium.FeatureGroup:
    """Events per cell of a tenth of a degree, for events known to a point; ``places`` is a frame of ``by_place``."""
    return group(name, density_features(places, theme))


def density_features(places: pd.DataFrame, theme: str) -> list[Feature]:
    """A shaded square for each cell with events."""
    cells: Counter[tuple[int, int]] = Counter()
    points = places[places["geo_precision"].eq("point")]
    for lon, lat, n in zip(points["lon"], points["lat"], points["n"], strict=True):
        cells[int(lon // _CELL), int(lat // _CELL)] += int(n)
    most = max(cells.values(), default=1)
    return [_cell(column, line, n, n / most, palette(theme)["blocked"]) for (column, line), n in sorted(cells.items())]


def _cell(column: int, line: int, n: int, share: float, colour: str) -> Feature:
    square = shapely.box(column * _CELL, line * _CELL, (column + 1) * _CELL, (line + 1) * _CELL)
    look = {"stroke": False, "fillColor": colour, "fillOpacity": round(0.12 + 0.6 * share**0.5, 2)}
    return feature(square, tip=[str(n)], look=look)


def _is_near(place: PlaceNames) -> bool:
    west, south, east, north = _NEIGHBOURHOOD if place.kind == "country" else WINDOW
    inside = west <= place.lon <= east and south <= place.lat <= north
    return place.kind != "region" and (inside or (place.kind == "country" and _near_part(place.names) is not None))


def _label_point(place: PlaceNames) -> shapely.Point:
    west, south, east, north = _NEIGHBOURHOOD
    if place.kind == "country" and not (west <= place.lon <= east and south <= place.lat <= north):
        return _near_part(place.names) or shapely.Point(place.lon, place.lat)
    return shapely.Point(place.lon, place.lat)


@cache
def _near_part(names: tuple[str, ...]) -> shapely.Point | None:
    """A point in the part of a country that is near; ``None`` if there is none worth a name."""
    shapes = country_shapes()
    outline = next((shapes[key] for name in names if (key := folded(name)) in shapes), None)
    if outline is None:
        return None
    near = shapely.make_valid(outline).intersection(shapely.box(*_NEAR))
    return shapely.Point(label_point(near)) if near.area >= _WORTH_A_NAME else None


def _label(
    place: PlaceNames, number: int, written: str | None, style: str, theme: str, busy: bool
) -> dict[str, object]:
    colours = palette(theme)
    text = written or place.by_style.get(style) or place.by_style["all"]
    look: dict[str, object] = {"label": text, "color": colours["ink"], "halo": colours["halo"], "rank": number}
    look |= {"aside": 11} if busy else {}
    look |= {"from": _FIRST_ZOOM[place.kind], "to": _LAST_ZOOM.get(place.kind, 30)}
    if place.kind in ("country", "region"):
        look |= {
            "font": "600 13px system-ui,sans-serif",
            "spacing": ".12em",
            "centred": True,
            "color": colours["quiet"],
        }
    if place.kind in ("lake", "sea"):
        look |= {"font": "italic 12px system-ui,sans-serif", "centred": True, "color": colours["quiet"]}
    return look
