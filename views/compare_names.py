"""Who calls a place what: the names that outlets write, without their case endings."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from itertools import takewhile

import pandas as pd

from gazetteer import Name, Place
from views import choices
from views.grid import grid, number_cell
from views.texts import Texts

MOST = 60
"""Outlets shown, those that name the place most often first."""


def spelling(written: str, language: str, tradition: str | None, place: Place | None) -> str:
    """Return the name of the gazetteer that was written, so that ``Ստեփանակերտին`` counts as ``Ստեփանակերտ``.

    The one that shares the longest beginning with it, among those of its language and tradition; what shares less than
    half of its letters with each of them stays as it was written.
    """
    known = [name.name for name in _alike(place, language, tradition)]
    best = max(known, key=lambda name: (_shared(name, written), -len(name)), default=None)
    return best if best and 2 * _shared(best, written) >= len(written) else written


def _alike(place: Place | None, language: str, tradition: str | None) -> Sequence[Name]:
    names = place.names if place else ()
    return [name for name in names if (name.lang, name.tradition) == (language, tradition)]


def _shared(one: str, other: str) -> int:
    pairs = zip(one.casefold(), other.casefold(), strict=False)
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))


def spelt(rows: pd.DataFrame, place: Place | None) -> pd.DataFrame:
    """Return the numbers by outlet, name without ending, tradition and month.

    Args:
        rows: columns outlet, name, tradition, name_language, month, n, of one place.
        place: the place, if the gazetteer has it.

    """
    traditions = [None if pd.isna(each) else str(each) for each in rows["tradition"]]
    named = zip(rows["name"], rows["name_language"], traditions, strict=True)
    plain = rows.assign(
        name=[spelling(str(name), str(language), tradition, place) for name, language, tradition in named],
        tradition=[tradition or "common" for tradition in traditions],
    )
    keys = ["outlet", "name", "tradition", "month"]
    return plain.groupby(keys, dropna=False)["n"].sum().reset_index()


def name_table(rows: pd.DataFrame, place: str, texts: Texts) -> str:
    """Return a row for each outlet and a column for each name, with its tradition; a frame of ``spelt``."""
    names = rows.groupby(["tradition", "name"])["n"].sum().reset_index()
    names = names.sort_values(["tradition", "n"], ascending=[True, False], kind="stable")
    columns = list(zip(names["name"], names["tradition"], strict=True))
    counts = rows.groupby(["outlet", "name", "tradition"])["n"].sum().to_dict()
    totals = rows.groupby("outlet")["n"].sum().sort_values(ascending=False, kind="stable")
    most = max(counts.values(), default=1)
    lines = [
        [
            escape(choices.label("outlets", str(outlet), texts)),
            *(_number(int(counts.get((outlet, *column), 0)), int(most), texts) for column in columns),
        ]
        for outlet in totals.index[:MOST]
    ]
    heads = [escape(texts("filter.outlet")), *(_head(str(name), str(tradition), texts) for name, tradition in columns)]
    return grid(texts("compare.names_table", place=place), heads, lines, "heat")


def _head(name: str, tradition: str, texts: Texts) -> str:
    return f'{escape(name)}<br><span class="quiet">{escape(texts(f"tradition.{tradition}"))}</span>'


def _number(n: int, most: int, texts: Texts) -> str:
    return number_cell(n, most, texts.number(n))


def by_month(rows: pd.DataFrame) -> pd.DataFrame:
    """Return columns month, series (the name), n: a frame of ``spelt`` over all outlets."""
    summed = rows.groupby(["month", "name"], dropna=False)["n"].sum().reset_index()
    return summed.rename(columns={"name": "series"})[["month", "series", "n"]]
