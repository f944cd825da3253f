"""What is drawn over the background for a view: events, roads, dated lines, density, names."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Any

import pandas as pd

import geo
from geo import RouteState, families
from views import reading, words
from views.setting import Setting
from views.state import View
from views.visit import Atlas

BACKGROUNDS = {"plain": None, "map": "OpenStreetMap.Mapnik", "relief": "OpenTopoMap"}
"""Name in xyzservices by background of a view."""


def drawn(atlas: Atlas, view: View, places: pd.DataFrame, setting: Setting) -> list[Any]:
    """Return the layers of the view as Folium's feature groups, from the lowest to the highest.

    Args:
        atlas: the open store.
        view: which layers, for which days.
        places: the events of the view by place.
        setting: language, names and theme.

    """
    builders: Mapping[str, Callable[[], Any]] = {
        "boundaries": lambda: _boundaries(view, setting),
        "density": lambda: geo.density_layer(places, theme=setting.theme),
        "routes": lambda: _routes(atlas, view, setting),
        "places": lambda: _names(atlas, view, places, setting),
        "events": lambda: _events(atlas, places, setting),
    }
    return [build() for name, build in builders.items() if name in view.layers]


def _events(atlas: Atlas, places: pd.DataFrame, setting: Setting) -> Any:
    shapes = reading.shapes(atlas, sorted(set(places["place_id"])))
    return geo.event_layer(places, shapes, theme=setting.theme, caption=lambda row: place_caption(row, setting))


def _routes(atlas: Atlas, view: View, setting: Setting) -> Any:
    states = [state for state in reading.route_states(atlas, view) if state.since]
    day = reading.route_day(atlas, view)
    shapes = reading.shapes(atlas, [state.place_id for state in states], day)
    return geo.route_layer(states, shapes, theme=setting.theme, caption=lambda state: route_caption(state, setting))


def _boundaries(view: View, setting: Setting) -> Any:
    return geo.boundary_layer(view.first, view.last, language=setting.texts.language, theme=setting.theme)


def _names(atlas: Atlas, view: View, places: pd.DataFrame, setting: Setting) -> Any:
    written = reading.written_names(atlas, view) if setting.names.style == "source" else {}
    style = "en" if setting.names.style == "source" else setting.names.style
    events = {str(place): int(n) for place, n in places.groupby("place_id")["n"].sum().items()}
    return geo.place_layer(reading.places(atlas).values(), style, theme=setting.theme, written=written, events=events)


def place_caption(row: Mapping[str, Any], setting: Setting) -> Sequence[str]:
    """Return the lines of a place's tooltip: name, number of events by family, days."""
    texts = setting.texts
    counted = [f"{texts(f'family.{family.id}')} {row[family.id]}" for family in families() if row[family.id]]
    days = [_days(row["first"], row["last"], setting)] if pd.notna(row["first"]) else []
    name = setting.names.of_place(row["place_id"], row["place_name"])
    return [name, f"{texts('counts.events', n=int(row['n']))}: {', '.join(counted)}", *days]


def _days(first: date, last: date, setting: Setting) -> str:
    return words.span(first, last, "day", setting.texts)


def route_caption(state: RouteState, setting: Setting) -> Sequence[str]:
    """Return the lines of a road's tooltip: name, state, and the report that it rests on."""
    return [setting.names.of_place(state.place_id, state.name), route_told(state, setting)]


def route_told(state: RouteState, setting: Setting) -> str:
    """Return what is known of a road, from whom and since when."""
    texts = setting.texts
    if state.since is None:
        return texts("route.untold")
    outlet = state.outlet or texts("filter.unknown_outlet")
    if state.state == "unknown":
        last, was = words.day(state.last_told or state.since, texts), texts(f"route.{state.last_state}")
        return texts("route.stale", state=was[:1].lower() + was[1:], date=last, outlet=outlet)
    return texts("route.told", state=texts(f"route.{state.state}"), date=words.day(state.since, texts), outlet=outlet)
