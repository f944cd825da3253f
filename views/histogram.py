"""The bars of the timeline, and the dates that a brush over them means."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Mapping
from datetime import UTC, date, datetime, timedelta
from typing import Any

import altair as alt
import pandas as pd

from geo import families
from views import words
from views.texts import Texts

BRUSH = "brush"
HEIGHT = 120


def last_day(start: date, step: str) -> date:
    """Return the last day of the bin that begins on ``start``."""
    if step == "week":
        return start + timedelta(days=6)
    if step == "month":
        return start.replace(day=monthrange(start.year, start.month)[1])
    if step == "year":
        return date(start.year, 12, 31)
    return start


def first_day(when: date, step: str) -> date:
    """Return the first day of the bin that a day falls into; weeks begin on Monday."""
    if step == "week":
        return when - timedelta(days=when.weekday())
    if step == "month":
        return when.replace(day=1)
    return date(when.year, 1, 1) if step == "year" else when


def stepped(first: date, step: str, steps: int = 1) -> tuple[date, date]:
    """Return the first and last day of the bin that lies so many steps after the one that ``first`` is in."""
    start = first_day(first, step)
    for _ in range(abs(steps)):
        start = last_day(start, step) + timedelta(days=1) if steps > 0 else first_day(start - timedelta(days=1), step)
    return start, last_day(start, step)


def brushed(selection: Mapping[str, Any]) -> tuple[date, date] | None:
    """Return the days that a brush covers, ``None`` for no brush; the browser gives milliseconds since 1970."""
    limits = selection.get(BRUSH, {}).get("start")
    if not limits or len(limits) != 2 or limits[0] == limits[1]:
        return None
    first, last = sorted(datetime.fromtimestamp(limit / 1000, UTC).date() for limit in limits)
    return first, last


def described(bars: pd.DataFrame, step: str, texts: Texts) -> str:
    """Return in a sentence what the bars show, for those who do not see them."""
    if bars.empty:
        return texts("timeline.empty")
    totals = bars.groupby("start")["n"].sum()
    first, last, peak = totals.index.min(), totals.index.max(), totals.idxmax()
    return texts(
        "timeline.alt",
        step=texts(f"timeline.by.{step}"),
        first=words.day(_day(first), texts),
        last=words.day(last_day(_day(last), step), texts),
        n=int(totals.max()),
        peak=words.span(_day(peak), last_day(_day(peak), step), step, texts),
    )


def chart(
    bars: pd.DataFrame, step: str, chosen: tuple[date | None, date | None], dark: bool, texts: Texts
) -> alt.Chart:
    """Return the bars by bin and family, those outside the chosen dates faint, with a brush over them.

    Args:
        bars: columns start, family, n.
        step: day, week, month or year.
        chosen: first and last day of the filter.
        dark: whether the page is dark.
        texts: the language of axis and tooltip.

    """
    known = [family for family in families() if family.id in set(bars["family"])]
    scale = alt.Scale(
        domain=[texts(f"family.{family.id}") for family in known],
        range=[family.dark if dark else family.colour for family in known],
    )
    tooltip = [
        alt.Tooltip("label:N", title=texts("card.date")),
        alt.Tooltip("name:N", title=texts("filter.family")),
        alt.Tooltip("n:Q", title=texts("timeline.events")),
    ]
    drawn = _drawn(bars, step, chosen, texts)
    bars_drawn: alt.Chart = (
        alt.Chart(drawn, height=HEIGHT)
        .mark_rect()
        .encode(
            x=alt.X("start:T", title=None, scale=alt.Scale(type="utc", nice=False), axis=_dates_axis(drawn)),
            x2="end:T",
            y=alt.Y("low:Q", title=None, axis=alt.Axis(tickCount=3, tickMinStep=1)),
            y2="high:Q",
            color=alt.Color("name:N", scale=scale, legend=None),
            opacity=alt.Opacity("opacity:Q", scale=None),
            tooltip=tooltip,
        )
        .add_params(alt.selection_interval(name=BRUSH, encodings=["x"]))
        .properties(usermeta={"embedOptions": {"renderer": "canvas"}})
    )
    return bars_drawn


def _dates_axis(drawn: pd.DataFrame) -> alt.Axis:
    """Dates in figures, which every language of the interface reads: years, or months where there are few."""
    years = (drawn["end"].max() - drawn["start"].min()).days / 365
    pattern = "%Y" if years > 3 else "%Y-%m" if years > 0.25 else "%Y-%m-%d"
    return alt.Axis(format=pattern, grid=False, labelOverlap=True, tickCount="year" if years > 3 else 6)


def _drawn(bars: pd.DataFrame, step: str, chosen: tuple[date | None, date | None], texts: Texts) -> pd.DataFrame:
    starts = [_day(start) for start in bars["start"]]
    ends = [last_day(start, step) for start in starts]
    first, last = chosen[0] or date.min, chosen[1] or date.max
    shown = [end >= first and start <= last for start, end in zip(starts, ends, strict=True)]
    high = bars.groupby("start")["n"].cumsum().astype(int)
    return pd.DataFrame(
        {
            "start": pd.to_datetime(starts),
            "end": pd.to_datetime([end + timedelta(days=1) for end in ends]),
            "label": [words.span(s, e, step, texts) for s, e in zip(starts, ends, strict=True)],
            "name": [texts(f"family.{family}") for family in bars["family"]],
            "n": bars["n"].astype(int).tolist(),
            "low": (high - bars["n"]).astype(int).tolist(),
            "high": high.tolist(),
            "opacity": [1.0 if inside else 0.25 for inside in shown],
        }
    )


def _day(value: Any) -> date:
    return pd.Timestamp(value).date()
