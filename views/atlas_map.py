"""The map itself: a background that stays, and layers that follow the filters."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import pandas as pd
import streamlit as st
from streamlit_folium import st_folium

import geo
from geo import families
from views import assets, words
from views.card import Setting
from views.state import LAYERS, NAME_STYLES
from views.visit import Visit, change, changed_by, current_view, seed

HEIGHT = 580
"""Pixels."""
KEY = "map"


def show(visit: Visit, places: pd.DataFrame, setting: Setting) -> None:
    """Draw the map with its choices of layers and names; a click opens the place.

    Args:
        visit: the store and the view.
        places: the events of the view by place.
        setting: language, names and theme.

    """
    _choices(visit)
    _drawn(visit, places, setting)


def _choices(visit: Visit) -> None:
    texts, view = visit.texts, visit.view
    with st.container(horizontal=True, vertical_alignment="bottom", key="map.choices"):
        seed("map.names", view.names)
        st.selectbox(
            texts("map.names"),
            NAME_STYLES,
            key="map.names",
            format_func=lambda style: texts(f"names.{style}"),
            on_change=changed_by("names", "map.names"),
            width=260,
        )
        with st.popover(texts("map.layers"), icon=":material/layers:"):
            for layer in LAYERS:
                key = f"map.layer.{layer}"
                seed(key, layer in view.layers)
                st.checkbox(texts(f"layer.{layer}"), key=key, on_change=_layers_chosen)


def _layers_chosen() -> None:
    change(layers=tuple(layer for layer in LAYERS if st.session_state.get(f"map.layer.{layer}")))


@st.fragment
def _drawn(visit: Visit, places: pd.DataFrame, setting: Setting) -> None:
    theme = "dark" if setting.dark else "light"
    geo.use_assets(assets.base_url("leaflet"))
    shapes = visit.atlas.store.shapes(sorted(set(places["place_id"])))
    layer = geo.event_layer(places, shapes, theme=theme, caption=lambda row: _caption(row, setting))
    lat, lon, zoom = st.session_state.get("target", (None, None, None))
    st_folium(
        geo.base_map(theme),
        key=KEY,
        height=HEIGHT,
        use_container_width=True,
        feature_group_to_add=[layer],
        returned_objects=["last_active_drawing", "last_object_clicked_count", "center", "zoom"],
        center=(lat, lon) if lat is not None and lon is not None else None,
        zoom=zoom,
        on_change=_touched,
    )
    now = current_view()
    if (now.at, now.event) != (visit.view.at, visit.view.event):
        st.rerun()


def _touched() -> None:
    """Take over where the map was moved to, and open the place that was clicked."""
    touched: Mapping[str, Any] = st.session_state.get(KEY) or {}
    centre, zoom = touched.get("center") or {}, touched.get("zoom")
    if centre and zoom is not None:
        change(lat=round(centre["lat"], 4), lon=round(centre["lng"], 4), zoom=int(zoom))
    clicks = touched.get("last_object_clicked_count") or 0
    if clicks != st.session_state.get("clicks", 0):
        st.session_state["clicks"] = clicks
        place = ((touched.get("last_active_drawing") or {}).get("properties") or {}).get("place")
        if place:
            change(at=str(place), event=None)
            st.session_state.pop("cards", None)


def _caption(row: Mapping[str, Any], setting: Setting) -> Sequence[str]:
    """Return the lines of a tooltip: name, number of events by family, days."""
    texts = setting.texts
    counted = [f"{texts(f'family.{family.id}')} {row[family.id]}" for family in families() if row[family.id]]
    days = []
    if pd.notna(row["first"]) and pd.notna(row["last"]):
        days = [words.span(row["first"], row["last"], "day", texts)]
    name = setting.names.of_place(row["place_id"], row["place_name"])
    return [name, f"{texts('counts.events', n=int(row['n']))}: {', '.join(counted)}", *days]
