"""What is in the store: how many texts, whose, in which languages, of which years, and who read them."""

from __future__ import annotations

from collections.abc import Mapping
from html import escape

import pandas as pd

from views.sheet import grid
from views.texts import LANGUAGES, Texts

_WIDEST = 12
"""Of the bars, in rem."""
BY_HAND = "hand"


def contents(documents: pd.DataFrame, readers: Mapping[str, int], shared: pd.DataFrame, texts: Texts) -> str:
    """Return sentences and tables on the documents of a store (HTML).

    Args:
        documents: as ``geo.contents`` counts them.
        readers: how many events were read by whom.
        shared: the stories that several outlets tell.
        texts: of the interface.

    """
    if documents.empty:
        return ""
    lines = [_extent(documents, texts), _events(readers, shared, texts)]
    said = "".join(f"<p>{escape(line)}</p>" for line in lines)
    return f"{said}{_countries(documents, texts)}{_years(documents, texts)}"


def _extent(documents: pd.DataFrame, texts: Texts) -> str:
    years = documents["year"].dropna()
    span = f"{years.min():.0f}–{years.max():.0f}" if len(years) else texts("date.none")
    return texts(
        "method.contents_texts",
        n=int(documents["n"].sum()),
        outlets=texts.number(_outlets(documents)),
        languages=texts.number(documents["language"].nunique()),
        years=span,
        digests=texts.number(int(documents.loc[documents["kind"] == "digest", "n"].sum())),
    )


def _events(readers: Mapping[str, int], shared: pd.DataFrame, texts: Texts) -> str:
    return texts(
        "method.contents_events",
        n=sum(readers.values()),
        checked=texts.number(readers.get(BY_HAND, 0)),
        shared=texts.number(len(shared)),
        both=texts.number(int((shared["sides"] > 1).sum())),
    )


def _outlets(documents: pd.DataFrame) -> int:
    return int(documents["outlet"].replace("", pd.NA).nunique())


def _countries(documents: pd.DataFrame, texts: Texts) -> str:
    heads = [
        texts("filter.country"),
        texts("method.outlets"),
        *map(texts.language_name, LANGUAGES),
        texts("method.all"),
    ]
    by_country = documents.groupby("country")
    order = by_country["n"].sum().sort_values(ascending=False, kind="stable").index
    rows = []
    for country in order:
        own = by_country.get_group(country)
        name = texts.country(str(country)) if country else texts("filter.unknown_country")
        by_language = [int(own.loc[own["language"] == language, "n"].sum()) for language in LANGUAGES]
        numbers = (_outlets(own), *by_language, int(own["n"].sum()))
        rows.append((escape(name), *(texts.number(number) if number else "" for number in numbers)))
    return grid(heads, rows)


def _years(documents: pd.DataFrame, texts: Texts) -> str:
    by_year = documents.dropna(subset=["year"]).groupby("year")["n"].sum()
    if by_year.empty:
        return ""
    most = by_year.max()
    bar = '<span class="bar" style="width:{width:.1f}rem"></span> {n}'
    rows = [
        (f"{year:.0f}", bar.format(width=_WIDEST * n / most, n=texts.number(int(n)))) for year, n in by_year.items()
    ]
    return grid([texts("method.year"), texts("method.texts")], rows)
