"""Numbers by month and kind: as bars, in a sentence, and as a table."""

from __future__ import annotations

from datetime import date
from html import escape

import altair as alt
import pandas as pd

from views import words
from views.grid import grid
from views.texts import Texts

HEIGHT = 290
COLOURS = ("#0072b2", "#d55e00", "#009e73", "#cc79a7", "#56b4e9", "#e69f00", "#8a8a8a")
"""Okabe and Ito's, grey last: for whatever is left over."""
_SERIES = len(COLOURS) - 1


def gathered(rows: pd.DataFrame, rest: str) -> pd.DataFrame:
    """Return the rows with the series of the smallest numbers, beyond as many as can be told apart, made one.

    Args:
        rows: columns month (a day, or nothing), series, n.
        rest: what to call those.

    """
    totals = rows.groupby("series")["n"].sum().sort_values(ascending=False)
    kept = set(totals.index[: _SERIES if len(totals) > len(COLOURS) else len(COLOURS)])
    series = [name if name in kept else rest for name in rows["series"]]
    named = rows.assign(series=series)
    return named.groupby(["month", "series"], dropna=False)["n"].sum().reset_index()


def series_of(rows: pd.DataFrame) -> list[str]:
    """Return the names of the series, those of the highest numbers first."""
    return [str(name) for name in rows.groupby("series")["n"].sum().sort_values(ascending=False, kind="stable").index]


def chart(rows: pd.DataFrame, texts: Texts, height: int = HEIGHT) -> alt.Chart:
    """Return stacked bars by month; what has no month is left out."""
    dated = rows.dropna(subset=["month"])
    names = series_of(rows)
    drawn = dated.assign(
        start=pd.to_datetime(list(dated["month"])), label=[words.month(day, texts) for day in dated["month"]]
    )
    years = (drawn["start"].max() - drawn["start"].min()).days / 365
    axis = alt.Axis(format="%Y" if years > 3 else "%Y-%m", grid=False, labelOverlap=True, tickCount=8)
    bars: alt.Chart = (
        alt.Chart(drawn, height=height)
        .mark_bar(size=_width(years))
        .encode(
            x=alt.X("start:T", title=None, scale=alt.Scale(type="utc", padding=18), axis=axis),
            y=alt.Y("n:Q", title=None, axis=alt.Axis(tickCount=4, tickMinStep=1, format="d")),
            color=alt.Color(
                "series:N",
                title=None,
                sort=names,
                scale=alt.Scale(domain=names, range=list(COLOURS[: len(names)])),
                legend=alt.Legend(orient="bottom", columns=3, labelLimit=220) if len(names) > 1 else None,
            ),
            tooltip=[
                alt.Tooltip("label:N", title=texts("months.month")),
                alt.Tooltip("series:N", title=texts("months.series")),
                alt.Tooltip("n:Q", title=texts("months.n")),
            ],
        )
        .properties(usermeta={"embedOptions": {"renderer": "canvas"}})
    )
    return bars


def _width(years: float) -> float:
    return max(4.0, min(28.0, 320 / max(years * 12, 1)))


def described(rows: pd.DataFrame, texts: Texts) -> str:
    """Return in a sentence what the bars show, for those who do not see them."""
    dated = rows.dropna(subset=["month"])
    if dated.empty:
        return texts("months.empty")
    totals = dated.groupby("month")["n"].sum()
    return texts(
        "months.alt",
        first=words.month(min(totals.index), texts),
        last=words.month(max(totals.index), texts),
        n=int(totals.max()),
        peak=words.month(max(totals.index, key=lambda month: totals[month]), texts),
        series=", ".join(series_of(rows)),
    )


def table(caption: str, rows: pd.DataFrame, texts: Texts) -> str:
    """Return the numbers by month and series as an HTML table, the latest month first."""
    names = series_of(rows)
    counts = {(_month(month), str(series)): int(n) for month, series, n in rows.itertuples(index=False)}
    months = sorted({month for month, _ in counts}, key=lambda day: day or date.min, reverse=True)
    lines = [
        [
            escape(words.month(month, texts) if month else texts("card.undated_text")),
            *(texts.number(counts.get((month, name), 0)) if counts.get((month, name)) else "" for name in names),
        ]
        for month in months
    ]
    return grid(caption, [escape(texts("months.month")), *map(escape, names)], lines, "numbers")


def _month(cell: object) -> date | None:
    return cell if isinstance(cell, date) and not pd.isna(cell) else None
