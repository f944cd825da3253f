"""The inbox: names that texts use and the gazetteer does not know, each with a block to copy."""

from __future__ import annotations

import re
from html import escape
from pathlib import Path

import streamlit as st

import gazetteer
import geo
from gazetteer import InboxEntry
from geo import Store
from views.plain import plain
from views.setting import Setting
from views.visit import Visit

CONTRIBUTING = Path(__file__).parents[1] / "CONTRIBUTING.md"
MOST = 100
"""Names ranked."""
PAGE = 10
"""Names on a page."""
STEPS = ("copy", "fill", "check", "send")


@st.cache_resource(show_spinner=False, max_entries=2)
def _entries(_store: Store, _known: gazetteer.Gazetteer, version: str) -> tuple[InboxEntry, ...]:
    return gazetteer.inbox(geo.stored_unresolved(_store), geo.trigger_offsets(_store), _known, MOST)


def show(visit: Visit, setting: Setting) -> None:
    """Draw the ranked names, and how to add one."""
    texts, atlas = visit.texts, visit.atlas
    st.html(
        f'<h3 id="inbox">{escape(texts("places.inbox"))}</h3><p class="quiet">{escape(texts("places.inbox_about"))}</p>'
    )
    entries = _entries(atlas.store, atlas.gazetteer, f"{atlas.store.path} {atlas.store.version}")
    if not entries:
        st.caption(texts("places.inbox_none"))
    pages = -(-len(entries) // PAGE)
    number = int(st.pagination(pages, key="places.inbox")) if pages > 1 else 1
    for entry in entries[(number - 1) * PAGE : number * PAGE]:
        _entry(entry, visit, setting)
    _how(visit)


def _entry(entry: InboxEntry, visit: Visit, setting: Setting) -> None:
    texts = visit.texts
    label = texts("places.inbox_entry", name=plain(entry.name), n=entry.count, documents=entry.documents)
    with st.expander(label):
        sentences = "".join(f"<li><q>{escape(sentence)}</q></li>" for sentence in entry.sentences)
        st.html(f'<ul class="listing">{sentences}</ul>')
        if entry.nearest:
            alike = ", ".join(setting.names.of_place(near.place.id) for near in entry.nearest)
            st.html(f"<p>{escape(texts('places.alike', places=alike))}</p>")
        st.code(entry.block, language=None)


def _how(visit: Visit) -> None:
    texts = visit.texts
    steps = "".join(f"<li>{escape(texts(f'places.how.{step}'))}</li>" for step in STEPS)
    st.html(f"<h3>{escape(texts('places.how_to'))}</h3><ol>{steps}</ol>")
    if CONTRIBUTING.is_file():
        with st.expander(texts("places.contributing")):
            st.markdown(guide(CONTRIBUTING.read_text(encoding="utf-8")))


def guide(markdown: str) -> str:
    """Return the guide as part of a page: headings below those of the page, plain code, no links into folders."""
    lowered = re.sub(r"^# ", "#### ", markdown, flags=re.MULTILINE)
    return re.sub(r"\[([^\]]+)\]\((?!https?:)[^)]*\)", r"\1", lowered).replace("```yaml", "```text")
