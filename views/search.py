"""The search for a place: its name is typed in any script, the map goes there and opens it."""

from __future__ import annotations

from functools import partial

import streamlit as st

from views import atlas_map, finding, reading
from views.plain import plain
from views.position import Position
from views.state import MOST_CHARACTERS
from views.visit import Visit, change

KEY = "search"
ZOOM = 11


def show(visit: Visit) -> None:
    """Draw the search field, and the places that a name may mean if it may mean several."""
    texts = visit.texts
    names = reading.names(visit.atlas, visit.view.names)
    places = reading.places(visit.atlas)
    labels = finding.labels((places[place] for place in reading.places_with_events(visit.atlas)), names)
    st.selectbox(
        texts("filter.search"),
        tuple(labels),
        index=None,
        key=KEY,
        format_func=lambda place: labels.get(place, place),
        placeholder=texts("filter.search_placeholder"),
        help=texts("filter.search_help"),
        accept_new_options=True,
        on_change=partial(_chosen, visit),
    )
    candidates = st.session_state.get("search.candidates")
    if candidates is None:
        return
    if not candidates:
        st.caption(texts("filter.no_place"))
    for place in candidates:
        st.button(
            plain(labels.get(place) or finding.name(place, names, visit.atlas.gazetteer)),
            key=f"search.{place}",
            on_click=_go,
            args=(visit, place),
            width="stretch",
        )


def _chosen(visit: Visit) -> None:
    asked = st.session_state[KEY]
    st.session_state["search.candidates"] = None
    if asked is None:
        return
    if asked in reading.places(visit.atlas):
        _go(visit, asked)
        return
    found = finding.places_called(asked[:MOST_CHARACTERS], visit.atlas.gazetteer)
    told_of = set(reading.places_with_events(visit.atlas))
    likely = [place for place in found if place in told_of] or found
    if len(likely) == 1:
        _go(visit, likely[0])
    else:
        st.session_state["search.candidates"] = likely
    st.session_state[KEY] = None


def _go(visit: Visit, place: str) -> None:
    """Open a place and move the map to it."""
    change(at=place, event=None)
    st.session_state["search.candidates"] = None
    at = finding.position(place, reading.places(visit.atlas), visit.atlas.gazetteer)
    if at is not None:
        lon, lat = at
        atlas_map.go_to(Position(round(lat, 4), round(lon, 4), ZOOM))
