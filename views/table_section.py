"""The table under the map, page by page; a chosen row opens its event."""

from __future__ import annotations

import streamlit as st

from views import choices, reading
from views.setting import Setting
from views.table import PAGE, pages, table
from views.visit import Visit, change


def show(visit: Visit, n: int, setting: Setting) -> None:
    """Draw the table of the events of the view.

    Args:
        visit: the store and the view.
        n: how many events the view shows.
        setting: language and names.

    """
    texts = visit.texts
    st.subheader(texts("table.heading"))
    number = _page(n) if pages(n) > 1 else 1
    first = (number - 1) * PAGE
    events = reading.page(visit.atlas, visit.view, PAGE, first)
    st.caption(
        f"{texts('table.page', first=min(first + 1, n), last=first + len(events), n=n)} — {texts('table.about')}"
    )
    key = f"table.{hash((choices.filter_of(visit.view), number, st.session_state.get('closed', 0)))}"
    ids = tuple(told.event.event_id for told in events)
    st.dataframe(
        table(events, setting.names, texts),
        key=key,
        hide_index=True,
        on_select=lambda: _open(key, ids),
        selection_mode="single-row",
        height=min(38 * (len(events) + 1), 440) if events else 80,
        alt=texts("table.alt"),
    )


def _page(n: int) -> int:
    if st.session_state.get("table.page", 1) > pages(n):
        st.session_state["table.page"] = 1
    return int(st.pagination(pages(n), key="table.page"))


def _open(key: str, ids: tuple[str, ...]) -> None:
    rows = st.session_state[key]["selection"]["rows"]
    if rows:
        change(event=ids[rows[0]])
