"""The map page: filters, map, what is open beside it, timeline, table, downloads."""

from __future__ import annotations

import time
from collections.abc import Sequence

import pandas as pd
import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from geo import Counts
from views import atlas_map, choices, filters, panel, reading, search, table_section, take, timeline
from views.listing import listing
from views.setting import Setting
from views.state import View
from views.told import Told
from views.visit import Visit

HEAD_START = 0.8
"""Seconds that the browser has for the map alone; less and its chart and table delay the map by as much."""
LISTED = 20
"""Events without place or date that are listed on the page; the rest is in the table and the downloads."""


def show(visit: Visit) -> None:
    """Draw the page for the view of the visit."""
    texts, view, atlas = visit.texts, visit.view, visit.atlas
    counts = reading.count(atlas, view)
    places = reading.by_place(atlas, view)
    setting = reading.setting(visit)
    unplaced, undated = _counts(visit, counts, places)
    with st.container(key="above"):
        # Always there: whatever comes and goes above a map would have the browser draw the map anew.
        if not counts.shown:
            _nothing(visit)
    left, right = st.columns([7, 4], gap="medium")
    with left:
        atlas_map.show(visit, places, setting)
    with right, st.container(height=atlas_map.HEIGHT, border=False, key="panel"):
        panel.show(visit, places, setting)
    with st.sidebar:
        search.show(visit)
        filters.show(view, reading.facets(atlas, view), setting.names, texts)
    with unplaced:
        events = reading.unplaced(atlas, view, LISTED)
        _list(texts("counts.unplaced_title"), counts.unplaced, events, setting, view)
    with undated:
        events = reading.undated(atlas, view, LISTED)
        _list(texts("counts.undated_title"), counts.undated, events, setting, view)
    _let_the_map_come_first()
    timeline.show(view, reading.bars(atlas, view), setting.dark, texts)
    table_section.show(visit, counts.shown, setting)
    take.show(visit, counts)


def _let_the_map_come_first() -> None:
    """Hold back, when a session begins, what is below the map: table and chart would keep the browser busy first."""
    if "map_came_first" not in st.session_state:
        st.session_state["map_came_first"] = True
        time.sleep(HEAD_START)


def _counts(visit: Visit, counts: Counts, places: pd.DataFrame) -> tuple[DeltaGenerator, DeltaGenerator]:
    """Draw how many events are shown, and return what opens for those without place and those without date."""
    texts = visit.texts
    at_places = texts("counts.at_places", n=places["place_id"].nunique())
    with st.container(horizontal=True, vertical_alignment="center", key="counts"):
        st.markdown(f"{texts('counts.shown', n=counts.shown, all=counts.total)} {at_places}", width="content")
        unplaced = st.popover(texts("counts.unplaced", n=counts.unplaced), key="counts.unplaced")
        undated = st.popover(texts("counts.undated", n=counts.undated), key="counts.undated")
        st.space("stretch")
        atlas_map.choices(visit)
    return unplaced, undated


def _list(title: str, n: int, events: Sequence[Told], setting: Setting, view: View) -> None:
    texts = setting.texts
    st.subheader(title)
    if events:
        st.html(listing(events, view, setting))
    else:
        st.caption(texts("counts.none"))
    if n > len(events):
        st.caption(texts("counts.more", n=n - len(events)))


def _nothing(visit: Visit) -> None:
    """Say what to loosen, and how many events that would show; where no one filter helps, offer to reset all."""
    texts = visit.texts
    found = {
        key: (wider, reading.count(visit.atlas, wider).shown) for key, wider in choices.ways_out(visit.view).items()
    }
    helping = {key: way for key, way in found.items() if way[1]}
    with st.container(border=True, horizontal=True, vertical_alignment="center", key="nothing"):
        st.markdown(f"**{texts('map.empty')}** {texts('map.loosen') if helping else ''}", width="content")
        for key, (wider, n) in helping.items():
            words = texts("map.loosen_one", filter=texts(key), n=texts("counts.events", n=n))
            st.button(words, key=f"loosen.{key}", on_click=filters.show_instead, args=(wider,))
        if not helping:
            st.button(texts("filter.reset"), key="loosen.all", on_click=filters.reset)
