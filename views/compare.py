"""The compare page: how outlets differ in what they report, in names, places, stories, figures and days."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from html import escape

import streamlit as st

from views import (
    choices,
    compare_names,
    compare_stories,
    compare_twins,
    compare_types,
    filters,
    finding,
    months,
    reading,
)
from views.listing import listing
from views.setting import Setting
from views.state import View
from views.visit import Visit, changed_by, seed

USUAL_PLACE = "khankendi"
"""Whose names are compared until another place is chosen."""
TOLD = 10
"""Stories listed of each outlet."""
APART = 12
"""Stories shown side by side."""


def show(visit: Visit) -> None:
    """Draw the page for the view of the visit."""
    texts, view = visit.texts, visit.view
    setting = reading.setting(visit)
    with st.sidebar:
        filters.show(view, reading.facets(visit.atlas, view), setting.names, texts)
    st.html(f"<h2>{escape(texts('nav.compare'))}</h2><p>{escape(texts('compare.lead'))}</p>")
    for section in (_shared, _types, _names, _two, _differing):
        section(visit, setting)


def _heading(title: str, about: str) -> None:
    st.html(f'<h3>{escape(title)}</h3><p class="quiet">{escape(about)}</p>')


def _shared(visit: Visit, setting: Setting) -> None:
    """Show one story as every outlet tells it: the one chosen, or the one that most outlets of both sides tell."""
    texts, view = visit.texts, visit.view
    _heading(texts("compare.shared"), texts("compare.shared_about"))
    rows = reading.shared(visit.atlas, view)
    labels = compare_stories.labels(rows, setting)
    if not labels:
        st.caption(texts("compare.shared_none"))
        return
    story = view.story if view.story in labels else next(iter(labels))
    seed("compare.story", story)
    st.selectbox(
        texts("compare.story"),
        tuple(labels),
        key="compare.story",
        format_func=lambda one: labels.get(one, one),
        on_change=changed_by("story", "compare.story"),
        width=720,
    )
    st.html(compare_stories.side_by_side(reading.tellings(visit.atlas, view, story), view, setting))


def _types(visit: Visit, setting: Setting) -> None:
    texts = visit.texts
    _heading(texts("compare.types"), texts("compare.types_about"))
    rows = reading.outlet_types(visit.atlas, visit.view)
    if rows.empty:
        st.caption(texts("map.empty"))
        return
    st.html(compare_types.type_table(rows, visit.view, setting))
    if rows["outlet"].nunique() > compare_types.MOST:
        st.caption(texts("compare.most", n=compare_types.MOST))


def _names(visit: Visit, setting: Setting) -> None:
    texts, view = visit.texts, visit.view
    place_id = view.called or USUAL_PLACE
    _heading(texts("compare.names"), texts("compare.names_about"))
    _choose_place(visit, place_id, setting)
    rows = compare_names.spelt(
        reading.names_written(visit.atlas, view, place_id), visit.atlas.gazetteer.places.get(place_id)
    )
    if rows.empty:
        st.caption(texts("compare.names_none"))
        return
    st.html(compare_names.name_table(rows, setting.names.of_place(place_id), texts))
    named = months.gathered(compare_names.by_month(rows), texts("compare.other_names"))
    st.html(f"<h4>{escape(texts('compare.names_months'))}</h4>")
    if named["month"].notna().any():
        st.altair_chart(months.chart(named, texts), alt=months.described(named, texts))
    with st.expander(texts("months.as_table")):
        st.html(months.table(texts("compare.names_months"), named, texts))


def _choose_place(visit: Visit, place_id: str, setting: Setting) -> None:
    known = reading.places(visit.atlas)
    happened = dict.fromkeys((place_id, *reading.places_with_events(visit.atlas)))
    labels = finding.labels((known[place] for place in happened if place in known), setting.names)
    seed("compare.place", place_id)
    st.selectbox(
        visit.texts("compare.place"),
        tuple(labels),
        key="compare.place",
        format_func=lambda place: labels.get(place, place),
        help=visit.texts("filter.search_help"),
        on_change=changed_by("called", "compare.place"),
        width=460,
    )


def _two(visit: Visit, setting: Setting) -> None:
    texts = visit.texts
    _heading(texts("compare.two"), texts("compare.two_about"))
    outlets = _outlets(visit)
    if len(outlets) < 2:
        st.caption(texts("compare.two_none"))
        return
    a, b = _chosen(visit.view, outlets)
    for column, side, value in zip(st.columns(2, gap="medium"), ("a", "b"), (a, b), strict=True):
        with column:
            _choose_outlet(visit, side, value, outlets)
    called = [choices.label("outlets", outlet, texts) for outlet in (a, b)]
    views = [replace(visit.view, outlets=(outlet,)) for outlet in (a, b)]
    compare_twins.maps(visit, dict(zip(("a", "b"), zip(called, views, strict=True), strict=True)), setting)
    with st.expander(texts("compare.twins_table")):
        frames = [reading.by_place(visit.atlas, view) for view in views]
        st.html(compare_twins.place_table(frames, called, setting))
    left, right = st.columns(2, gap="medium")
    with left:
        _told_alone(visit, (a, b), called, setting)
    with right:
        _told_alone(visit, (b, a), called[::-1], setting)


def _outlets(visit: Visit) -> list[str]:
    """Return the outlets that tell anything within the filters, those with most events first."""
    options = reading.facets(visit.atlas, replace(visit.view, outlets=()))["outlets"]
    return [option.value for option in options if option.n]


def _chosen(view: View, outlets: Sequence[str]) -> tuple[str, str]:
    """Return the two outlets of the view; where none is chosen, those with most events."""
    a = view.a if view.a is not None else next(outlet for outlet in outlets if outlet != view.b)
    b = view.b if view.b is not None else next(outlet for outlet in outlets if outlet != a)
    return a, b


def _choose_outlet(visit: Visit, side: str, value: str, outlets: Sequence[str]) -> None:
    key = f"compare.{side}"
    seed(key, value)
    st.selectbox(
        visit.texts(f"compare.outlet_{side}"),
        sorted({*outlets, value}, key=str.casefold),
        key=key,
        format_func=_outlet_label(visit),
        on_change=changed_by(side, key),
    )


def _outlet_label(visit: Visit) -> Callable[[str], str]:
    return lambda outlet: choices.label("outlets", outlet, visit.texts)


def _told_alone(visit: Visit, outlets: tuple[str, str], names: Sequence[str], setting: Setting) -> None:
    """List what the first of two outlets tells and the second does not."""
    texts = visit.texts
    events = reading.told_alone(visit.atlas, visit.view, *outlets, TOLD + 1)
    st.html(f"<h4>{escape(texts('compare.alone', a=names[0], b=names[1]))}</h4>")
    if not events:
        st.caption(texts("compare.alone_none"))
        return
    st.html(listing(events[:TOLD], visit.view, setting))
    if len(events) > TOLD:
        st.caption(texts("compare.alone_more", n=TOLD))


def _differing(visit: Visit, setting: Setting) -> None:
    texts = visit.texts
    _heading(texts("compare.differing"), texts("compare.differing_about"))
    told = compare_stories.stories(reading.differing(visit.atlas, visit.view))
    if not told:
        st.caption(texts("compare.differing_none"))
        return
    st.html("".join(compare_stories.side_by_side(versions, visit.view, setting) for versions in told[:APART]))
    if len(told) > APART:
        st.caption(texts("compare.differing_more", n=len(told) - APART))
