"""Beside the map: the legend, or the cards of the place or event that was opened."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

import pandas as pd
import streamlit as st

from geo import HOLDS_DAYS, families
from views import reading, words
from views.card import card
from views.legend import history, legend, roads
from views.plain import plain
from views.setting import Setting
from views.told import Told
from views.visit import Visit, change

FIRST_CARDS = 10
MOST = 10
"""Places named as those with most events."""


def show(visit: Visit, places: pd.DataFrame, setting: Setting) -> None:
    """Draw what the view has open.

    Args:
        visit: the store and the view.
        places: the events of the view by place.
        setting: language, names and theme.

    """
    view = visit.view
    if view.event:
        _event(visit, view.event, setting)
    elif view.at:
        _place(visit, view.at, setting)
    else:
        _overview(visit, places, setting)


def close() -> None:
    """Open nothing; for use in callbacks."""
    change(at=None, event=None)
    st.session_state["closed"] = st.session_state.get("closed", 0) + 1


def _overview(visit: Visit, places: pd.DataFrame, setting: Setting) -> None:
    texts = visit.texts
    shown_by_family = {family.id: int(places[family.id].sum()) for family in families()}
    st.subheader(texts("map.legend"))
    st.html(legend(shown_by_family, setting.dark, texts))
    st.caption(texts("map.about"))
    if not places.empty:
        _most_told(places, setting)
    if "routes" in visit.view.layers:
        _roads(visit, setting)


def _most_told(places: pd.DataFrame, setting: Setting) -> None:
    """List the places with most events, each of which opens: the map by keyboard."""
    texts = setting.texts
    st.html(f"<h3>{escape(texts('map.most'))}</h3>")
    with st.container(horizontal=True, gap="xsmall"):
        for place_id, n in places.groupby("place_id")["n"].sum().nlargest(MOST).items():
            label = texts("filter.option", label=plain(setting.names.of_place(str(place_id))), n=int(n))
            st.button(label, key=f"most.{place_id}", type="tertiary", on_click=open_place, args=(str(place_id),))


def open_place(place_id: str) -> None:
    """Open a place; for use in callbacks."""
    change(at=place_id, event=None)
    st.session_state.pop("cards", None)


def _roads(visit: Visit, setting: Setting) -> None:
    """List the roads that something was reported of, with the report."""
    told = [state for state in reading.route_states(visit.atlas, visit.view) if state.since]
    if told:
        day = words.day(reading.route_day(visit.atlas, visit.view), visit.texts)
        st.html(f"<h3>{escape(visit.texts('route.heading', date=day))}</h3>{roads(told, visit.view, setting)}")
        st.caption(visit.texts("route.holds", n=HOLDS_DAYS))


def _heading(title: str, visit: Visit) -> None:
    with st.container(horizontal=True, vertical_alignment="center", horizontal_alignment="distribute"):
        st.html(f"<h2>{escape(title)}</h2>", width="content")
        st.button(visit.texts("card.close"), key="card.close", icon=":material/close:", on_click=close)


def _event(visit: Visit, event_id: str, setting: Setting) -> None:
    told = reading.event(visit.atlas, event_id)
    _heading(visit.texts("card.heading_one"), visit)
    if told is None:
        st.text(visit.texts("card.unknown_event", event=event_id))
        return
    if not reading.is_shown(visit.atlas, visit.view, event_id):
        st.caption(visit.texts("card.filtered_out"))
    _cards(visit, (told,), setting)


def _place(visit: Visit, place_id: str, setting: Setting) -> None:
    texts = visit.texts
    limit = st.session_state.get("cards", FIRST_CARDS)
    events = reading.at(visit.atlas, visit.view, place_id, limit + 1)
    _heading(texts("card.heading", place=setting.names.of_place(place_id)), visit)
    spans = reading.route_history(visit.atlas, visit.view, place_id)
    if spans:
        st.html(f"<h3>{escape(texts('route.history'))}</h3>{history(spans, visit.view, setting)}")
    if not events:
        st.caption(texts("counts.none"))
    _cards(visit, events[:limit], setting)
    if len(events) > limit:
        st.button(texts("card.show_more"), key="cards.more", on_click=_more)


def _more() -> None:
    st.session_state["cards"] = st.session_state.get("cards", FIRST_CARDS) + FIRST_CARDS


def _cards(visit: Visit, events: Sequence[Told], setting: Setting) -> None:
    for told in events:
        why = reading.why(visit.atlas, told, setting.names)
        versions = reading.versions(visit.atlas, told)
        st.html(card(told, why, versions, setting))
