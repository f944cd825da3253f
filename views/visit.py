"""One reader's visit: the store that is open, the language, and the view as the page and its address share it."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import streamlit as st

from gazetteer import Gazetteer
from geo import Store
from views.state import View
from views.texts import Texts

DEFAULT_STORE = Path(__file__).parents[1] / ".store"


@dataclass(frozen=True, slots=True)
class Atlas:
    """What all readers share."""

    store: Store
    gazetteer: Gazetteer
    gazetteer_is_whole: bool = True
    """False while its files have problems: it is empty then, and names come from the store alone."""


@dataclass(frozen=True, slots=True)
class Visit:
    """What a page needs to be drawn."""

    atlas: Atlas
    texts: Texts
    view: View


def store_path(arguments: list[str]) -> Path:
    """Return the store to show: the first argument, else what KARABAKH_STORE names, else the project's ``.store``."""
    named = arguments[0] if arguments else os.environ.get("KARABAKH_STORE")
    return Path(named) if named else DEFAULT_STORE


def current_view() -> View:
    """Return the view of this session; before the first page is drawn, the default."""
    view = st.session_state.get("view", View())
    assert isinstance(view, View)
    return view


def change(**changes: Any) -> None:
    """Make this the session's view from the next run on; for use in callbacks."""
    st.session_state["view"] = replace(current_view(), **changes)


def changed_by(field: str, key: str, read: Callable[[Any], Any] = lambda value: value) -> Callable[[], None]:
    """Return a callback that takes a widget's value over into a field of the view."""

    def take_over() -> None:
        change(**{field: read(st.session_state[key])})

    return take_over


def seed(key: str, value: object) -> None:
    """Let a widget show the view's value, without touching it when it already does.

    On a page that was just opened it does not, whatever is remembered of the same widget on the page before.
    """
    remembered = key in st.session_state and not st.session_state.get("unseeded")
    if not remembered or st.session_state[key] != value:
        st.session_state[key] = value


def forget_brush() -> None:
    """Take the brush off the timeline, whose dates were chosen elsewhere."""
    st.session_state["brushes"] = st.session_state.get("brushes", 0) + 1
