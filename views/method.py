"""The method page: what is an event, how it is placed and dated, how well that works, and from what."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from datetime import date
from functools import cache
from html import escape
from pathlib import Path
from typing import Any

import streamlit as st

from gazetteer import display_name
from geo import families
from views import card, contents, reading, words
from views.sheet import grid
from views.state import STATUSES, View
from views.texts import LANGUAGES, Texts
from views.visit import Visit

MEASURED = Path(__file__).with_name("measured.json")
PRECISIONS = ("point", "near", "district", "region", "country", "route")
FIGURES = {
    "span": "place span",
    "resolved": "place resolved",
    "type": "event type",
    "place": "event type+place",
    "time": "event type+place+time",
    "status": "status among found",
    "actor": "actor among found",
}
"""Our name of each figure shown, and the scorer's."""
_NAMED = 4
"""Places named beside a remark that is made on many."""
_PARTS = ("place", "time", "status", "confidence", "naming")


def show(visit: Visit) -> None:
    """Draw the page."""
    texts, dark = visit.texts, st.context.theme.type == "dark"
    labels = {status: texts(f"status.{status}") for status in STATUSES}
    sections = [
        section(texts, "contents", _contents(visit)),
        section(texts, "event", _events(texts, dark)),
        *(section(texts, part, _precision(texts) if part == "place" else "", **labels) for part in _PARTS),
        section(texts, "scores", scores(texts, measured()), **_measured_values(texts)),
        section(texts, "sources"),
        section(texts, "versions", versions(visit)),
        section(texts, "corrections", corrections(visit)),
    ]
    st.html(f'<div class="prose sheet"><p>{escape(texts("method.lead"))}</p>{"".join(sections)}</div>')


def section(texts: Texts, name: str, inner: str = "", **values: object) -> str:
    """Return a heading, what is said about it if anything, and what belongs under it (HTML)."""
    about = f"method.{name}_about"
    said = f"<p>{escape(texts(about, **values))}</p>" if texts.has(about) else ""
    return f"<section><h2>{escape(texts(f'method.{name}'))}</h2>{said}{inner}</section>"


def _contents(visit: Visit) -> str:
    everything = View(statuses=STATUSES, confidence=0)
    shared = reading.shared(visit.atlas, everything)
    return contents.contents(reading.contents(visit.atlas), reading.readers(visit.atlas), shared, visit.texts)


def _events(texts: Texts, dark: bool) -> str:
    rows = [
        (f"{card.swatch(kind, dark)} {escape(texts(f'type.{kind}'))}", escape(texts(f"method.type.{kind}")))
        for family in families()
        for kind in family.types
    ]
    table = grid([texts("method.kind"), texts("method.counts")], rows)
    return f"{table}<p>{escape(texts('method.not_event'))}</p>"


def _precision(texts: Texts) -> str:
    rows = [(escape(texts(f"precision.{name}")), escape(texts(f"method.draw.{name}"))) for name in PRECISIONS]
    return grid([texts("method.precision"), texts("method.drawn")], rows)


@cache
def measured() -> Mapping[str, Any]:
    """Return the recorded scores: when they were measured, and the figures by set and language."""
    record: Mapping[str, Any] = json.loads(MEASURED.read_text(encoding="utf-8"))
    return record


def _measured_values(texts: Texts) -> dict[str, object]:
    record = measured()
    return {"documents": record["texts"], "date": words.day(date.fromisoformat(record["measured"]), texts)}


def scores(texts: Texts, record: Mapping[str, Any]) -> str:
    """Return the table of scores, a row for each figure and a column for each language (HTML)."""
    sets = ["devset", *(f"devset-{language}" for language in LANGUAGES)]
    heads = ["", texts("method.all"), *(texts.language_name(language) for language in LANGUAGES)]
    rows = [
        (escape(texts(f"method.score.{name}")), *(f"{100 * record['figures'][of][figure]:.0f}" for of in sets))
        for name, figure in FIGURES.items()
    ]
    return grid(heads, rows)


def versions(visit: Visit) -> str:
    """Return the versions and sizes of what is open (HTML)."""
    texts, manifest = visit.texts, visit.atlas.store.manifest
    told = {
        "program": manifest.program_version,
        "corpus": manifest.corpus_version,
        "gazetteer": manifest.gazetteer_version,
        "reader": manifest.reader_version,
        **{table: texts.number(manifest.counts[table]) for table in ("documents", "mentions", "events", "unresolved")},
    }
    lines = (
        f"<dt>{escape(texts(f'method.version.{name}'))}</dt><dd>{escape(value)}</dd>" for name, value in told.items()
    )
    return f'<dl class="facts">{"".join(lines)}</dl>'


def corrections(visit: Visit) -> str:
    """Return the remarks that the gazetteer makes on its places, each with the places it is made on (HTML)."""
    remarks: dict[str, list[str]] = {}
    for place in visit.atlas.gazetteer.places.values():
        if place.note:
            remarks.setdefault(place.note, []).append(display_name(place))
    rows = [(_some(names), escape(remark)) for remark, names in remarks.items()]
    return grid([visit.texts("filter.place"), visit.texts("method.corrected")], rows) if rows else ""


def _some(names: Sequence[str]) -> str:
    shown = ", ".join(names[:_NAMED])
    return escape(shown if len(names) <= _NAMED else f"{shown} … ({len(names)})")
