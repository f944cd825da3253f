"""A table as HTML: its first column names its rows, and it scrolls sideways where it is too wide."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape


def grid(caption: str, heads: Sequence[str], rows: Iterable[Sequence[str]], kind: str = "") -> str:
    """Return the table; heads and cells are HTML already, the caption is plain text.

    Args:
        caption: what a screen reader calls the table; it is not shown.
        heads: one for each column.
        rows: their first cell is the row's name.
        kind: class of the table.

    """
    head = "".join(f'<th scope="col">{cell}</th>' for cell in heads)
    body = "".join(f"<tr>{_row(row)}</tr>" for row in rows)
    label = escape(caption)
    return (
        f'<div class="scroll" role="region" tabindex="0" aria-label="{label}"><table class="grid {kind}">'
        f'<caption class="unseen">{label}</caption><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table></div>'
    )


def _row(cells: Sequence[str]) -> str:
    first, *rest = cells
    return f'<th scope="row">{first}</th>{"".join(map(_cell, rest))}'


def _cell(cell: str) -> str:
    return cell if cell.startswith("<td") else f"<td>{cell}</td>"


def number_cell(n: int, most: int, html: str) -> str:
    """Return a cell of a number, the darker the nearer it is to the highest; nothing for none."""
    if not n:
        return '<td class="n"></td>'
    return f'<td class="n" style="--share:{round(n / max(most, 1), 2)}">{html}</td>'
