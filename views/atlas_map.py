"""The map itself: a background that stays, and layers that follow the filters."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from html import escape
from typing import Any

import pandas as pd
import streamlit as st
from streamlit_folium import st_folium

import geo
from views import layers
from views.address import write_address
from views.panel import open_place
from views.position import HOME, Position, Sent, arrived, moved, send, standing
from views.setting import Setting
from views.state import BACKGROUNDS, LAYERS, NAME_STYLES
from views.visit import Visit, change, changed_by, current_view, seed

HEIGHT = 620
"""Pixels."""
KEY = "map"


def show(visit: Visit, places: pd.DataFrame, setting: Setting) -> None:
    """Draw the map; a click opens the place.

    Args:
        visit: the store and the view.
        places: the events of the view by place.
        setting: language, names and theme.

    """
    texts = visit.texts
    st.html(f'<h2 class="unseen">{escape(texts("map.heading"))}</h2><p class="unseen">{escape(texts("map.alt"))}</p>')
    _drawn(visit, places, setting)


def choices(visit: Visit) -> None:
    """Draw the choice of names and of layers."""
    texts, view = visit.texts, visit.view
    seed("map.names", view.names)
    st.selectbox(
        texts("map.names"),
        NAME_STYLES,
        key="map.names",
        format_func=lambda style: texts(f"names.{style}"),
        on_change=changed_by("names", "map.names"),
        label_visibility="collapsed",
        width=230,
    )
    with st.popover(texts("map.layers"), icon=":material/layers:"):
        _layers(visit)


def _layers(visit: Visit) -> None:
    texts, view = visit.texts, visit.view
    for layer in LAYERS:
        key = f"map.layer.{layer}"
        seed(key, layer in view.layers)
        st.checkbox(texts(f"layer.{layer}"), key=key, on_change=_layers_chosen)
    st.caption(texts("layer.note"))
    seed("map.background", view.background)
    st.radio(
        texts("background.label"),
        BACKGROUNDS,
        key="map.background",
        format_func=lambda background: texts(f"background.{background}"),
        on_change=changed_by("background", "map.background"),
    )


def _layers_chosen() -> None:
    change(layers=tuple(layer for layer in LAYERS if st.session_state.get(f"map.layer.{layer}")))


@st.fragment
def _drawn(visit: Visit, places: pd.DataFrame, setting: Setting) -> None:
    sent = _sent(setting.theme, visit.view.background)
    st_folium(
        geo.base_map(setting.theme, HOME.zoom, (HOME.lat, HOME.lon), tiles=layers.BACKGROUNDS[visit.view.background]),
        key=KEY,
        height=HEIGHT,
        use_container_width=True,
        feature_group_to_add=layers.drawn(visit.atlas, visit.view, places, setting),
        returned_objects=["last_active_drawing", "last_object_clicked_count", "center", "zoom"],
        center=sent.centre,
        zoom=sent.zoom,
        on_change=_touched,
    )
    now = current_view()
    if (now.at, now.event) != (visit.view.at, visit.view.event):
        st.rerun()
    write_address(now)


def forget() -> None:
    """Say that the map is gone from the page; the next one begins where this one stood."""
    st.session_state.pop("drawn", None)


def go_to(to: Position) -> None:
    """Move the map; for use in callbacks."""
    st.session_state["sent"] = send(to, standing(current_view()), st.session_state.get("sent"))
    change(lat=to.lat, lon=to.lon, zoom=to.zoom)


def _sent(*drawn: str) -> Sent:
    """Return the last order that the map was given; a map that is drawn anew begins at home and is sent on."""
    if st.session_state.get("drawn") != drawn:
        st.session_state["drawn"] = drawn
        st.session_state["sent"] = send(standing(current_view()), HOME, st.session_state.get("sent"))
    sent = st.session_state["sent"]
    assert isinstance(sent, Sent)
    return sent


def _touched() -> None:
    """Take over where the reader moved the map to, and open the place that was clicked."""
    touched: Mapping[str, Any] = st.session_state.get(KEY) or {}
    centre, zoom = touched.get("center") or {}, touched.get("zoom")
    if centre and zoom is not None:
        _reported(Position(round(centre["lat"], 4), round(centre["lng"], 4), int(zoom)))
    clicks = touched.get("last_object_clicked_count") or 0
    if clicks != st.session_state.get("clicks", 0):
        st.session_state["clicks"] = clicks
        place = ((touched.get("last_active_drawing") or {}).get("properties") or {}).get("place")
        if place:
            open_place(str(place))


def _reported(report: Position) -> None:
    sent = st.session_state.get("sent")
    if not isinstance(sent, Sent):
        return
    if moved(report, standing(current_view()), sent):
        change(lat=report.lat, lon=report.lon, zoom=report.zoom)
    st.session_state["sent"] = replace(sent, arrived=arrived(report, sent))
