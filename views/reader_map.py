"""The document's map: what it tells of, and every other place that it names."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from html import escape
from math import log2

import pandas as pd
import streamlit as st
from streamlit_folium import st_folium

import geo
from geo import PlaceNames, Store
from views.grid import grid
from views.layers import place_caption
from views.reader_document import ReadDocument, only
from views.setting import Setting

HEIGHT = 380
"""Pixels."""
_WEST, _SOUTH, _EAST, _NORTH = 40.0, 35.0, 56.0, 45.0
"""What lies outside is named in passing, and would make the map too small to see anything."""
_CLOSEST, _WIDEST = 11, 5
_DEGREES_AT_0 = 360 * 380 / 256
"""How many degrees the map's height spans at zoom 0."""


def show(store: Store, known: Mapping[str, PlaceNames], read: ReadDocument, setting: Setting) -> None:
    """Draw the map, and the same in a table.

    Args:
        store: that the document is of.
        known: the places of that store.
        read: the document and what was read in it.
        setting: language, names and theme.

    """
    texts = setting.texts
    named = [known[place] for place in dict.fromkeys(each.place_id for each in read.mentions) if place in known]
    places = geo.by_place(store, only(read.document.doc_id))
    st.html(f'<h3>{escape(texts("reader.map"))}</h3><div><p class="unseen">{escape(texts("reader.map_alt"))}</p></div>')
    lat, lon, zoom = framing([(place.lon, place.lat) for place in named if place.kind != "country"])
    st_folium(
        geo.base_map(setting.theme),
        key=f"reader.map.{read.document.doc_id}",
        height=HEIGHT,
        use_container_width=True,
        feature_group_to_add=_layers(store, read, named, places, setting),
        returned_objects=[],
        center=(lat, lon),
        zoom=zoom,
    )
    with st.expander(texts("reader.map_table")):
        st.html(place_table(read, places, setting))


def _layers(
    store: Store, read: ReadDocument, named: Sequence[PlaceNames], places: pd.DataFrame, setting: Setting
) -> list[object]:
    style = "en" if setting.names.style == "source" else setting.names.style
    counted = Counter(mention.place_id for mention in read.mentions)
    written = {mention.place_id: mention.text for mention in reversed(read.mentions)}
    tips = {
        place.place_id: [
            setting.names.of_place(place.place_id, place.by_style[style]),
            setting.texts("reader.named", n=counted[place.place_id]),
        ]
        for place in named
    }
    events = {str(place): int(n) for place, n in places.groupby("place_id")["n"].sum().items()}
    shapes = store.shapes(sorted(set(places["place_id"])))
    points = [place for place in named if place.kind not in ("country", "region", "district", "province")]
    return [
        geo.mention_layer(points, tips, theme=setting.theme),
        geo.place_layer(
            named,
            style,
            theme=setting.theme,
            written=written if setting.names.style == "source" else {},
            events=counted | events,
        ),
        geo.event_layer(places, shapes, theme=setting.theme, caption=lambda row: place_caption(row, setting)),
    ]


def framing(points: Sequence[tuple[float, float]], closest: int = _CLOSEST) -> tuple[float, float, int]:
    """Return latitude, longitude and zoom of a map on which the points near Karabakh are seen.

    Args:
        points: (lon, lat) of each.
        closest: the highest zoom.

    """
    near = [(lon, lat) for lon, lat in points if _WEST <= lon <= _EAST and _SOUTH <= lat <= _NORTH]
    if not near:
        return 39.85, 46.9, 7
    lons, lats = [lon for lon, _ in near], [lat for _, lat in near]
    # A degree of longitude is three quarters of one of latitude here, and the map is wider than high.
    span = max(max(lats) - min(lats), 0.75 * (max(lons) - min(lons)), 0.05) * 1.35
    zoom = int(log2(_DEGREES_AT_0 * 0.77 / span))
    return (max(lats) + min(lats)) / 2, (max(lons) + min(lons)) / 2, max(_WIDEST, min(closest, zoom))


def place_table(read: ReadDocument, places: pd.DataFrame, setting: Setting) -> str:
    """Return every place named, how often, and how many events are there, as an HTML table."""
    texts = setting.texts
    counted = Counter(mention.place_id for mention in read.mentions)
    events = {str(place): int(n) for place, n in places.groupby("place_id")["n"].sum().items()}
    called = {mention.place_id: mention for mention in reversed(read.mentions)}
    names = {str(place): str(name) for place, name in zip(places["place_id"], places["place_name"], strict=True)}
    ranked = sorted({*counted, *events}, key=lambda place: (-events.get(place, 0), -counted[place], place))
    lines = [
        [
            escape(setting.names.of_place(place, called[place].place_name if place in called else names.get(place))),
            escape(texts(f"kind.{called[place].kind}")) if place in called else "",
            texts.number(counted[place]) if counted[place] else "",
            texts.number(events[place]) if place in events else "",
        ]
        for place in ranked
    ]
    heads = [texts("filter.place"), texts("reader.kind"), texts("reader.mentions"), texts("timeline.events")]
    return grid(texts("reader.map_table"), [escape(head) for head in heads], lines, "numbers")
