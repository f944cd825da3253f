"""Who reports what: outlets by kinds of events."""

from __future__ import annotations

from dataclasses import replace
from html import escape
from urllib.parse import urlencode

import pandas as pd

from geo import families
from views import card, choices
from views.grid import grid, number_cell
from views.setting import Setting
from views.state import View, write_view

MOST = 60
"""Outlets shown, those with most events first."""


def type_table(rows: pd.DataFrame, view: View, setting: Setting) -> str:
    """Return a row for each outlet and a column for each kind of event; each number opens its events on the map.

    Args:
        rows: columns outlet, event_type, n.
        view: the filters in force, which the links keep.
        setting: language and theme.

    """
    texts = setting.texts
    counts = {(str(outlet), str(kind)): int(n) for outlet, kind, n in _triples(rows)}
    kinds = [kind for family in families() for kind in family.types if kind in set(rows["event_type"])]
    totals = rows.groupby("outlet")["n"].sum().sort_values(ascending=False, kind="stable")
    most = max(counts.values(), default=1)
    lines = [
        [
            _link(choices.label("outlets", outlet, texts), view, outlets=(outlet,)),
            f'<td class="n total">{texts.number(int(totals[outlet]))}</td>',
            *(_number(counts.get((outlet, kind), 0), most, view, setting, outlet, kind) for kind in kinds),
        ]
        for outlet in map(str, totals.index[:MOST])
    ]
    heads = [escape(texts("filter.outlet")), escape(texts("compare.total")), *(_head(kind, setting) for kind in kinds)]
    return grid(texts("compare.types"), heads, lines, "heat upright")


def _triples(rows: pd.DataFrame) -> list[tuple[object, object, int]]:
    return list(zip(rows["outlet"], rows["event_type"], rows["n"], strict=True))


def _head(kind: str, setting: Setting) -> str:
    return f"<span>{card.swatch(kind, setting.dark)} {escape(setting.texts(f'type.{kind}'))}</span>"


def _number(n: int, most: int, view: View, setting: Setting, outlet: str, kind: str) -> str:
    return number_cell(n, most, _link(setting.texts.number(n), view, outlets=(outlet,), types=(kind,)))


def _link(words: str, view: View, **chosen: tuple[str, ...]) -> str:
    narrowed = replace(view, at=None, event=None, **chosen)  # type: ignore[arg-type]
    address = escape("./?" + urlencode(write_view(narrowed), doseq=True))
    return f'<a href="{address}" target="_self">{escape(words)}</a>'
