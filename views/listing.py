"""A short list of events: a line each, with the sentence and a link that opens it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from html import escape
from urllib.parse import urlencode

from views import card, words
from views.setting import Setting
from views.state import View, write_view
from views.told import Told


def listing(events: Sequence[Told], view: View, setting: Setting) -> str:
    """Return the events as an HTML list in their order; each links to itself within the view."""
    return f'<ul class="listing">{"".join(_line(told, view, setting) for told in events)}</ul>'


def _line(told: Told, view: View, setting: Setting) -> str:
    texts, event = setting.texts, told.event
    when = words.span(event.date_start, event.date_end, event.date_precision, texts)
    kind = event_link(event.event_id, escape(texts(f"type.{event.event_type}")), view)
    where = setting.names.of(told)
    facts = " · ".join(escape(part) for part in (when, where, card.outlet(told, texts)) if part)
    sentence = f'<q lang="{escape(event.language)}">{card.quote(told, texts)}</q>'
    return f"<li>{card.swatch(event.event_type, setting.dark)} {kind} <span>{facts}</span><br>{sentence}</li>"


def event_link(event_id: str, html: str, view: View) -> str:
    """Return a link that opens an event within the view; its words are HTML already."""
    address = escape("./?" + urlencode(write_view(replace(view, event=event_id)), doseq=True))
    return f'<a href="{address}" target="_self">{html}</a>'
