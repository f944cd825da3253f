"""The gazetteer page: a place with all its names, its shape and how often it is named; and names not known yet."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

import streamlit as st
from streamlit_folium import st_folium

import geo
from gazetteer import Gazetteer, Place
from geo import Shape
from views import gazetteer_page_inbox, gazetteer_page_search, months, reading
from views.gazetteer_page_place import EXACT, address, name_table, place_facts
from views.gazetteer_page_search import Spellings
from views.plain import plain
from views.reader_map import framing
from views.setting import Setting
from views.state import MOST_CHARACTERS
from views.visit import Visit, change

HEIGHT = 360
"""Pixels."""
FEW = 14
"""Months whose table is open from the start."""
CLOSEST = 10
"""Zoom at which a village is shown among its neighbours."""
OFTEN = 16
"""Places offered before anything is searched for: those with most events, of which the first is shown."""


def show(visit: Visit) -> None:
    """Draw the page."""
    texts = visit.texts
    setting = reading.setting(visit)
    places = visit.atlas.gazetteer.places
    st.html(f"<h2>{escape(texts('nav.gazetteer'))}</h2><p>{escape(texts('places.lead', n=len(places)))}</p>")
    often = [place for place in reading.places_with_events(visit.atlas) if place in places][:OFTEN]
    _search(visit, often, setting)
    place = places.get(visit.view.at or next(iter(often), ""))
    if place is not None:
        _place(visit, place, setting)
    elif visit.view.at:
        st.caption(texts("places.not_listed"))
    gazetteer_page_inbox.show(visit, setting)


@st.cache_resource(show_spinner=False, max_entries=2)
def _spellings(_gazetteer: Gazetteer, version: str) -> Spellings:
    return gazetteer_page_search.spellings(_gazetteer)


@st.cache_resource(show_spinner=False, max_entries=500)
def _shape(_place: Place, _gazetteer: Gazetteer, key: tuple[str, str]) -> Shape:
    return geo.place_shape(_place, _gazetteer.places)


def _search(visit: Visit, often: Sequence[str], setting: Setting) -> None:
    texts, known = visit.texts, visit.atlas.gazetteer
    sought = st.text_input(
        texts("filter.search"),
        key="places.sought",
        placeholder=texts("filter.search_placeholder"),
        help=texts("filter.search_help"),
        max_chars=MOST_CHARACTERS,
        width=460,
    )
    if sought.strip():
        found = gazetteer_page_search.found(sought[:MOST_CHARACTERS], _spellings(known, known.version), known)
        if not found:
            st.caption(texts("filter.no_place"))
        _offered(found, visit, setting)
    elif visit.view.at is None:
        st.caption(texts("map.most"))
        _offered(often, visit, setting)


def _offered(found: Sequence[str], visit: Visit, setting: Setting) -> None:
    """Draw a button for each place, told apart by its kind and what it lies in."""
    texts, places = visit.texts, visit.atlas.gazetteer.places
    with st.container(horizontal=True, gap="xsmall", key="places.found"):
        for place_id in found:
            place = places[place_id]
            around = [plain(setting.names.of_place(id_)) for id_ in place.within[:1]]
            about = ", ".join((texts(f"kind.{place.kind}"), *around))
            label = f"{plain(setting.names.of_place(place_id))} ({about})"
            st.button(label, key=f"places.{place_id}", type="tertiary", on_click=_open, args=(place_id,))


def _open(place_id: str) -> None:
    change(at=place_id, event=None)
    st.session_state["places.sought"] = ""


def _place(visit: Visit, place: Place, setting: Setting) -> None:
    texts, known = visit.texts, visit.atlas.gazetteer
    shape = _shape(place, known, (place.id, known.version))
    name = setting.names.of_place(place.id)
    map_link = f'<a href="{address(visit.view, place.id, "")}" target="_self">{escape(texts("places.on_map"))}</a>'
    st.html(f"<h3>{escape(name)}</h3><p>{map_link}</p>")
    left, right = st.columns([6, 5], gap="medium")
    with left:
        st.html(place_facts(place, shape, known.places, visit.view, setting))
        st.html(f"<h4>{escape(texts('places.names'))}</h4>")
        st.html(name_table(place, texts("places.names_of", place=name), texts))
    with right, st.container(key="places.beside"):
        _map(visit, place, shape, setting)
        _over_time(visit, place, name)


def _map(visit: Visit, place: Place, shape: Shape, setting: Setting) -> None:
    texts = setting.texts
    kind, name = texts(f"kind.{place.kind}"), setting.names.of_place(place.id)
    said = texts("places.map_alt", place=name, kind=kind, shape=texts(f"places.shapes.{shape.basis}"))
    st.html(f'<p class="unseen">{escape(said)}</p>')
    west, south, east, north = shape.geometry.bounds
    lat, lon, zoom = framing([(west, south), (east, north)], CLOSEST)
    if (lat, lon) == framing([])[:2]:
        lat, lon, zoom = place.lat, place.lon, 5
    style = "en" if setting.names.style == "source" else setting.names.style
    tip = [name, kind, texts(f"places.shapes.{shape.basis}")]
    st_folium(
        geo.base_map(setting.theme),
        key=f"places.map.{place.id}",
        height=HEIGHT,
        use_container_width=True,
        feature_group_to_add=[
            geo.shape_layer(shape.geometry, tip, theme=setting.theme, exact=shape.basis in EXACT),
            geo.place_layer(reading.places(visit.atlas).values(), style, theme=setting.theme, events={place.id: 1}),
        ],
        returned_objects=[],
        center=(lat, lon),
        zoom=zoom,
    )


def _over_time(visit: Visit, place: Place, name: str) -> None:
    texts = visit.texts
    st.html(f"<h4>{escape(texts('places.over_time'))}</h4>")
    rows = reading.named_over_time(visit.atlas, place.id)
    if rows.empty:
        st.caption(texts("places.never_named"))
        return
    named = rows.assign(series=[texts(f"tradition.{each or 'common'}") for each in rows["tradition"].fillna("")])
    gathered = months.gathered(named[["month", "series", "n"]], texts("compare.other_names"))
    if gathered["month"].notna().any():
        st.altair_chart(months.chart(gathered, texts, 250), alt=months.described(gathered, texts))
    with st.expander(texts("months.as_table"), expanded=gathered["month"].nunique() <= FEW):
        st.html(months.table(texts("places.named_months", place=name), gathered, texts))
