"""The address of the page, kept in step with the view."""

from __future__ import annotations

from dataclasses import replace

import streamlit as st

from views import choices
from views.state import PARAMETERS, View, read_view, write_view
from views.visit import Atlas


def read_address(atlas: Atlas) -> None:
    """Take the view of this session from the address; what it asks for in vain becomes a notice."""
    parameters = {name: st.query_params.get_all(name) for name in st.query_params}
    view, notices = read_view(parameters, choices.known_values(atlas.store, frozenset(atlas.gazetteer.places)))
    st.session_state["view"] = replace(view, corpus=None, gazetteer=None)
    st.session_state["notices"] = notices
    st.session_state["cited"] = view
    st.session_state["target"] = (view.lat, view.lon, view.zoom)


def write_address(view: View) -> None:
    """Let the address bring this view back; parameters that are none of the view's stay."""
    wanted = write_view(view)
    ours = {parameter.name for parameter in PARAMETERS}
    others = {name: st.query_params.get_all(name) for name in st.query_params if name not in ours}
    present = {name: st.query_params.get_all(name) for name in st.query_params if name in ours}
    if present != wanted:
        st.query_params.from_dict({**others, **wanted})
