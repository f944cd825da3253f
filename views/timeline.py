"""The timeline under the map: bars with a brush, and playback through time."""

from __future__ import annotations

from datetime import date
from typing import Any

import pandas as pd
import streamlit as st

from views import choices, histogram
from views.state import STEPS, View
from views.texts import Texts
from views.visit import change, changed_by, current_view, forget_brush, seed

SPEEDS = {"slow": 3.0, "normal": 1.5, "fast": 0.7}
"""Seconds per step."""


def show(view: View, bars: pd.DataFrame, dark: bool, texts: Texts) -> None:
    """Draw the bars and what moves through them.

    Args:
        view: the current view.
        bars: columns start, family, n, whatever dates are chosen.
        dark: whether the page is dark.
        texts: the language.

    """
    st.subheader(texts("timeline.heading"))
    if bars.empty:
        st.caption(texts("timeline.empty"))
        return
    _controls(view, bars, texts)
    key = f"timeline.{st.session_state.get('brushes', 0)}.{view.step}"
    st.altair_chart(
        histogram.chart(bars, view.step, (view.first, view.last), dark, texts),
        key=key,
        on_select=lambda: _brushed(key),
        selection_mode=histogram.BRUSH,
        alt=histogram.described(bars, view.step, texts),
    )
    st.caption(texts("timeline.about", step=texts(f"timeline.by.{view.step}")))


def _brushed(key: str) -> None:
    selection: dict[str, Any] = st.session_state[key].get("selection", {})
    days = histogram.brushed(selection)
    first, last = days or (None, None)
    change(first=first, last=last)


def _controls(view: View, bars: pd.DataFrame, texts: Texts) -> None:
    limits = _limits(bars)
    with st.container(horizontal=True, vertical_alignment="bottom"):
        seed("timeline.step", view.step)
        st.selectbox(
            texts("timeline.step"),
            STEPS,
            key="timeline.step",
            format_func=lambda step: texts(f"timeline.steps.{step}"),
            on_change=changed_by("step", "timeline.step"),
            width=130,
        )
        playing = bool(st.session_state.get("playing"))
        st.button(
            texts("timeline.back"),
            key="timeline.back",
            icon=":material/skip_previous:",
            on_click=_move,
            args=(limits, -1),
        )
        st.button(
            texts("timeline.pause" if playing else "timeline.play"),
            key="timeline.play",
            icon=":material/pause:" if playing else ":material/play_arrow:",
            on_click=_toggle,
            args=(limits,),
        )
        st.button(
            texts("timeline.forward"),
            key="timeline.forward",
            icon=":material/skip_next:",
            on_click=_move,
            args=(limits, 1),
        )
        seed("timeline.speed", st.session_state.get("speed", "normal"))
        st.selectbox(
            texts("timeline.speed"),
            tuple(SPEEDS),
            key="timeline.speed",
            format_func=lambda speed: texts(f"timeline.speeds.{speed}"),
            on_change=_speed_chosen,
            width=130,
        )
        if view.first or view.last:
            st.button(texts("timeline.clear"), key="timeline.clear", on_click=_clear)
    if view.first or view.last:
        st.markdown(texts("timeline.playing", dates=choices.dates_shown(view.first, view.last, texts)))
    if playing:
        _play(limits)


def _limits(bars: pd.DataFrame) -> tuple[date, date]:
    return bars["start"].min(), bars["start"].max()


def _speed_chosen() -> None:
    st.session_state["speed"] = st.session_state["timeline.speed"]


def _clear() -> None:
    change(first=None, last=None)
    st.session_state["playing"] = False
    forget_brush()


def _toggle(limits: tuple[date, date]) -> None:
    st.session_state["playing"] = not st.session_state.get("playing")
    if st.session_state["playing"]:
        _begin(limits)


def _begin(limits: tuple[date, date]) -> None:
    """Play on from the chosen bin; from any other choice of dates, begin with its first bin."""
    view = current_view()
    start = view.first or limits[0]
    if start > limits[1] or (view.first, view.last) == histogram.stepped(limits[1], view.step, 0):
        start = limits[0]
    _show_bin(histogram.stepped(start, view.step, 0))


def _show_bin(days: tuple[date, date]) -> None:
    change(first=days[0], last=days[1])
    forget_brush()


def _move(limits: tuple[date, date], steps: int) -> None:
    view = current_view()
    if view.first is None:
        start, steps = limits[0] if steps > 0 else limits[1], 0
    else:
        start = view.first
    days = histogram.stepped(start, view.step, steps)
    if days[1] >= limits[0] and days[0] <= histogram.last_day(limits[1], view.step):
        _show_bin(days)


def _play(limits: tuple[date, date]) -> None:
    """Move on by a step every so often, until the last bin or a pause."""
    pause = SPEEDS[st.session_state.get("speed", "normal")]

    @st.fragment(run_every=pause)
    def tick() -> None:
        if not st.session_state.pop("just_drawn", False):
            before = current_view()
            _move(limits, 1)
            if current_view() == before:
                st.session_state["playing"] = False
            st.rerun()

    st.session_state["just_drawn"] = True
    tick()
