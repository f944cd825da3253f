"""Two outlets on twin maps that move together, and the same numbers as a table."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from html import escape
from uuid import uuid4

import pandas as pd
import streamlit as st
from streamlit_folium import st_folium

import geo
from views import layers, reading
from views.grid import grid
from views.setting import Setting
from views.state import View
from views.visit import Visit

HEIGHT = 420
"""Pixels."""
MOST = 40
"""Places in the table, those with most events first."""


def maps(visit: Visit, sides: Mapping[str, tuple[str, View]], setting: Setting) -> None:
    """Draw a map for each outlet, from left to right.

    Args:
        visit: the store and the view.
        sides: for ``a`` and ``b`` what the outlet is called, and the view narrowed to it.
        setting: language, names and theme.

    """
    channel = st.session_state.setdefault("twins", uuid4().hex)
    for column, (side, (name, view)) in zip(st.columns(2, gap="medium"), sides.items(), strict=True):
        places = reading.by_place(visit.atlas, view)
        with column:
            n = setting.texts("counts.events", n=int(places["n"].sum()))
            alt = escape(setting.texts("compare.twins_alt", outlet=name))
            head = f'<h4>{escape(name)} <span class="quiet">{escape(n)}</span></h4>'
            st.html(f'{head}<div><p class="unseen">{alt}</p></div>')
            st_folium(
                geo.base_map(setting.theme, together=channel),
                key=f"twin.{side}",
                height=HEIGHT,
                use_container_width=True,
                feature_group_to_add=layers.drawn(visit.atlas, _plain(view), places, setting),
                returned_objects=[],
            )


def _plain(view: View) -> View:
    return replace(view, layers=("events", "places"))


def place_table(frames: Sequence[pd.DataFrame], outlets: Sequence[str], setting: Setting) -> str:
    """Return how many events each outlet has at each place, as an HTML table; frames are those of ``by_place``."""
    sums = [frame.groupby("place_id")["n"].sum() for frame in frames]
    together = pd.concat(sums, axis=1, keys=["a", "b"]).fillna(0).astype(int)
    ranked = together.assign(all=together.sum(axis=1)).sort_values("all", ascending=False, kind="stable")
    called: dict[str, str] = {}
    for frame in frames:
        called |= dict(zip(frame["place_id"], frame["place_name"], strict=True))
    lines = [
        [
            escape(setting.names.of_place(str(place), called[str(place)])),
            *(setting.texts.number(int(n)) for n in (row["a"], row["b"])),
        ]
        for place, row in ranked.head(MOST).iterrows()
    ]
    heads = [escape(text) for text in (setting.texts("filter.place"), *outlets)]
    return grid(setting.texts("compare.twins_table"), heads, lines, "numbers")
