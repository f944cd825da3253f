"""The address of the page, kept in step with the view: what it says is shown, and what is shown it says."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

import streamlit as st
from streamlit.runtime.scriptrunner import get_script_run_ctx

from views import choices
from views.position import send, standing
from views.state import PARAMETERS, View, read_view, write_view
from views.visit import Atlas, current_view, forget_brush

Query = Mapping[str, Sequence[str]]
_OURS = frozenset(parameter.name for parameter in PARAMETERS)


def follow_address(atlas: Atlas) -> None:
    """Take the view from the address when a session begins, and when a reader goes back or forward.

    What the address asks for in vain becomes a notice.
    """
    asked = _query()
    if "view" not in st.session_state or _gone_to(asked):
        _read(atlas, asked)
    elif asked == st.session_state.get("written"):
        st.session_state["superseded"] = []


def _query() -> dict[str, list[str]]:
    return {name: st.query_params.get_all(name) for name in st.query_params if name in _OURS}


def _gone_to(asked: Query) -> bool:
    """Tell whether a reader went to this address, or the browser has just not heard of the newest one.

    A change of page empties the address on its way here, and a click may come with the address of before.
    """
    if asked == st.session_state.get("written"):
        return False
    context = get_script_run_ctx()
    if context is not None and context.is_history_navigation:
        return True
    return bool(asked) and asked not in st.session_state.get("superseded", ())


def _read(atlas: Atlas, asked: Query) -> None:
    first, before = "view" not in st.session_state, current_view()
    view, notices = read_view(asked, choices.known_values(atlas.store, frozenset(atlas.gazetteer.places)))
    now = replace(view, corpus=None, gazetteer=None)
    st.session_state["view"] = now
    st.session_state["notices"] = notices
    st.session_state["cited"] = view
    st.session_state["written"] = asked
    st.session_state["superseded"] = []
    st.session_state["answer"] = not first
    if "sent" not in st.session_state or standing(now) != standing(before):
        st.session_state["sent"] = send(standing(now), standing(before), st.session_state.get("sent"))
    _let_go(before, now)


def _let_go(before: View, now: View) -> None:
    """Forget what was begun in the view of before."""
    st.session_state["playing"] = False
    if (before.first, before.last) != (now.first, now.last):
        forget_brush()
    if before.event != now.event:
        st.session_state["closed"] = st.session_state.get("closed", 0) + 1
    if before.at != now.at:
        st.session_state.pop("cards", None)
    if before.doc != now.doc:
        st.session_state["reader.source"] = "corpus"


def write_address(view: View) -> None:
    """Let the address bring this view back; parameters that are none of the view's stay.

    Who went back or forward is answered even with the same address: another may still be on its way to the browser.
    """
    wanted, present = write_view(view), _query()
    if st.session_state.get("written") != wanted:
        st.session_state["superseded"] = [*st.session_state.get("superseded", ()), present]
        st.session_state["written"] = wanted
    if st.session_state.pop("answer", False) or present != wanted:
        others = {name: st.query_params.get_all(name) for name in st.query_params if name not in _OURS}
        st.query_params.from_dict({**others, **wanted})
