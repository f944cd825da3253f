"""The reader page: a document with all that was read in it, its map, its events; or a text of one's own."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import partial
from html import escape
from typing import Any

import pandas as pd
import streamlit as st

import geo
from geo import PlaceNames, Store
from views import card, reader_bring, reader_correct, reader_map, reader_take, reader_text, reading, words
from views.plain import plain
from views.quote import anchor
from views.reader_document import ReadDocument, read_document
from views.reader_text import Links
from views.setting import Setting
from views.state import MOST_CHARACTERS, first_words
from views.texts import Texts
from views.visit import Visit, change, changed_by, current_view, seed

MOST = 300
"""Documents offered at a time; words find the others."""
SOURCES = ("corpus", "own")


def show(visit: Visit) -> None:
    """Draw the page."""
    texts = visit.texts
    st.html(f"<h2>{escape(texts('nav.reader'))}</h2><p>{escape(texts('reader.lead'))}</p>")
    source = st.radio(
        texts("reader.source"),
        SOURCES,
        key="reader.source",
        format_func=lambda name: texts(f"reader.sources.{name}"),
        horizontal=True,
    )
    if source == "own":
        _own(visit)
    else:
        _of_corpus(visit)


def _of_corpus(visit: Visit) -> None:
    texts, store = visit.texts, visit.atlas.store
    doc_id = _choose(visit)
    if doc_id is None:
        st.caption(texts("reader.no_document"))
        return
    read = read_document(store, doc_id)
    if read is None:
        st.warning(texts("reader.unknown_document", document=plain(doc_id)))
        return
    _draw(store, reading.places(visit.atlas), read, reading.setting(visit), visit)


def _own(visit: Visit) -> None:
    own = reader_bring.show(visit)
    if own is None or own.store is None:
        return
    read = read_document(own.store, reader_bring.choose(own.store, visit.texts))
    if read is None:
        return
    setting = replace(reading.setting(visit), stable=False)
    _draw(own.store, geo.place_names(own.store), read, setting, visit)


def _choose(visit: Visit) -> str | None:
    """Draw the search and the choice of a document; the newest one is open until another is chosen."""
    texts = visit.texts
    left, right = st.columns([2, 5], gap="medium")
    sought = left.text_input(
        texts("reader.find"),
        key="reader.words",
        placeholder=texts("reader.find_placeholder"),
        max_chars=MOST_CHARACTERS,
        on_change=partial(_sought, visit.atlas.store),
    )
    rows = geo.documents(visit.atlas.store, limit=MOST, words=first_words(sought))
    labels = {str(row["doc_id"]): _label(row, texts) for row in rows.to_dict("records")}
    chosen, found = visit.view.doc or _newest(visit.atlas.store), len(labels)
    if not labels or chosen is None:
        return None
    if chosen not in labels:
        _keep(visit.atlas.store, chosen, labels, texts)
    seed("reader.doc", chosen)
    right.selectbox(
        texts("reader.document", n=found),
        tuple(labels),
        key="reader.doc",
        format_func=lambda doc: labels.get(doc, doc),
        on_change=changed_by("doc", "reader.doc"),
    )
    return chosen


def _newest(store: Store) -> str | None:
    return next((str(doc) for doc in geo.documents(store, limit=1)["doc_id"]), None)


def _sought(store: Store) -> None:
    """Open the first document with the words that are looked for, unless the one that is open has them too."""
    words = first_words(st.session_state["reader.words"])
    found = [str(doc) for doc in geo.documents(store, limit=MOST, words=words)["doc_id"]]
    if found and current_view().doc not in found:
        change(doc=found[0])


def _keep(store: Store, doc_id: str, labels: dict[str, str], texts: Texts) -> None:
    """Let a document that is open be among those offered, though older, or without the words."""
    row = geo.document(store, doc_id)
    labels[doc_id] = _label(row, texts) if row else doc_id


def _label(row: Mapping[Any, Any], texts: Texts) -> str:
    day, outlet, title = row["published"], row["outlet"], row["title"]
    parts = (
        words.day(day, texts) if not pd.isna(day) else texts("card.undated_text"),
        outlet if isinstance(outlet, str) else texts("filter.unknown_outlet"),
        title if isinstance(title, str) else texts("card.untitled"),
    )
    return " · ".join(parts)


def _draw(store: Store, known: Mapping[str, PlaceNames], read: ReadDocument, setting: Setting, visit: Visit) -> None:
    texts = setting.texts
    st.html(_bibliography(read, texts))
    left, right = st.columns([7, 5], gap="medium")
    with left:
        _text(read, setting, Links(visit.view, stored=setting.stable))
    with right, st.container(key="reader.beside"):
        reader_map.show(store, known, read, setting)
    _events(store, read, setting, visit)
    _not_placed(read, setting)
    reader_correct.show(read, setting, visit.atlas.store.path)
    st.html(f"<h3>{escape(texts('take.heading'))}</h3>")
    reader_take.show(store, read, texts)


def _bibliography(read: ReadDocument, texts: Texts) -> str:
    document = read.document
    parts = [
        f"<strong>{escape(document.outlet or texts('filter.unknown_outlet'))}</strong>",
        escape(texts("card.author", author=document.author)) if document.author else "",
        escape(
            texts("card.published", date=words.day(document.published, texts))
            if document.published
            else texts("card.undated_text")
        ),
        escape(texts.language_name(document.language)),
        anchor(document.url, texts("reader.original")) if document.url else "",
    ]
    title = f'<h3 lang="{escape(document.language)}">{escape(document.title or texts("card.untitled"))}</h3>'
    source = f'<p class="source">{" · ".join(part for part in parts if part)}</p>'
    digest = f'<p class="note">{escape(texts("reader.digest"))}</p>' if read.is_digest else ""
    return f"{title}{source}{digest}"


def _text(read: ReadDocument, setting: Setting, links: Links) -> None:
    texts = setting.texts
    stretches = reader_text.pages(read.document.text)
    number = 1
    st.html(f"<h3>{escape(texts('reader.text'))}</h3>{_key(read, texts)}")
    if len(stretches) > 1:
        number = st.pagination(len(stretches), key=f"reader.page.{read.document.doc_id}")
    marks = reader_text.spots(read, setting, links)
    html = reader_text.text_html(
        read,
        stretches[number - 1],
        marks,
        links,
        lambda event: reader_text.event_line(read.events[event - 1], event, setting),
    )
    st.html(html)


def _key(read: ReadDocument, texts: Texts) -> str:
    """Return what the marks mean, with how many there are of each."""
    numbers = {
        "place": len(read.mentions),
        "trigger": len(read.events),
        "date": len({told.event.when_start for told in read.events} - {None}),
        "unknown": len(read.unresolved),
    }
    marks = "".join(
        f'<li><span class="mark {role}">{escape(texts(f"reader.mark.{role}"))}</span>'
        f" {texts.number(numbers[role])}</li>"
        for role in reader_text.ROLES
        if numbers[role] or role != "unknown"
    )
    return f'<ul class="key" aria-label="{escape(texts("reader.marks"))}">{marks}</ul>'


def _events(store: Store, read: ReadDocument, setting: Setting, visit: Visit) -> None:
    texts = setting.texts
    st.html(f"<h3>{escape(texts('reader.events', n=len(read.events)))}</h3>")
    if not read.events:
        st.caption(texts("reader.no_events"))
        return
    st.html(f'<div class="cards">{"".join(_cards(store, read, setting, visit))}</div>')


def _cards(store: Store, read: ReadDocument, setting: Setting, visit: Visit) -> list[str]:
    html = []
    for number, told in enumerate(read.events, start=1):
        start = told.event.place_start
        place = geo.reading_at(store, told.event.doc_id, start) if start is not None else None
        why = reading.explained(visit.atlas.gazetteer, told, place, setting.names)
        versions = reading.versions(visit.atlas, told) if setting.stable else ()
        body = card.card(told, why, versions, setting)
        html.append(f'<div id="event-{number}"><span class="chip" aria-hidden="true">{number}</span>{body}</div>')
    return html


def _not_placed(read: ReadDocument, setting: Setting) -> None:
    texts = setting.texts
    if not read.unresolved:
        return
    st.html(f"<h3>{escape(texts('reader.not_placed', n=len(read.unresolved)))}</h3>")
    lines = (
        f'<li><strong>{escape(name.text)}</strong><br><q lang="{escape(read.document.language)}">'
        f"{escape(name.sentence)}</q></li>"
        for name in read.unresolved
    )
    st.html(f'<ul class="listing">{"".join(lines)}</ul>')
