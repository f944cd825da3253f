"""What a corrected reading comes to: its events, its file, and the ways to keep it and to have the map read by it."""

from __future__ import annotations

from html import escape
from pathlib import Path
from shlex import quote

import streamlit as st

from corpus import CorpusError
from corpus.corrections import correction_path, save_correction
from corpus.keeping import markdown_of
from corpus.readings import READING, written
from views import words
from views.plain import plain
from views.reader_drafts import Case, change, folder

USE = "karabakh extract corpus/documents --corrections {folder} --out {store}"


def show(of: Case, store: Path) -> None:
    """Draw what will be saved, and the ways to save it."""
    texts, reading = of.texts, of.draft.reading
    st.html(f"<h4>{escape(texts('reader.correct.result', n=len(reading.events)))}</h4>{_listing(of)}")
    with st.expander(texts("reader.correct.file")):
        st.code(written(reading), language="yaml")
    into = folder()
    with st.container(horizontal=True, key="correct.ways"):
        _downloads(of)
        saving = into is not None and _save_button(of)
        st.button(
            texts("reader.correct.back"),
            key="correct.back",
            icon=":material/undo:",
            disabled=reading == of.draft.begun,
            on_click=change,
            args=(of, of.draft.begun, 0),
        )
    if into is not None and saving:
        _save(of, into)
    _use(of, into, store)


def _listing(of: Case) -> str:
    """The events that will be saved, as HTML; those that a correction made are told apart."""
    texts, begun = of.texts, of.draft.begun.events
    corrected = f' <span class="badge">{escape(texts("reader.correct.corrected"))}</span>'
    lines = []
    for event in of.draft.reading.events:
        when, where = words.span(event.start, event.end, "day", texts), event.place or texts("precision.none")
        said = f"{texts(f'type.{event.event_type}')}, {when}, {where}"
        lines.append(f"<li>{escape(said)}{corrected if event not in begun else ''}</li>")
    return f'<ol class="listing">{"".join(lines)}</ol>'


def _downloads(of: Case) -> None:
    name = correction_path(Path(), of.document.doc_id).name
    files = {"take": (name, written(of.draft.reading), "application/yaml")}
    if of.is_own:
        files["take_text"] = (f"{name.removesuffix(READING)}.md", markdown_of(of.document), "text/markdown")
    for key, (file_name, content, media) in files.items():
        st.download_button(
            of.texts(f"reader.correct.{key}"),
            data=content.encode(),
            file_name=file_name,
            mime=media,
            key=f"correct.{key}",
            icon=":material/download:",
            on_click="ignore",
        )


def _save_button(of: Case) -> bool:
    help_text = of.texts("reader.correct.save_own" if of.is_own else "reader.correct.save_help")
    label = of.texts("reader.correct.save")
    return st.button(label, key="correct.save", icon=":material/save:", type="primary", help=help_text)


def _save(of: Case, into: Path) -> None:
    texts = of.texts
    try:
        path = save_correction(into, of.document, of.draft.reading)
    except (CorpusError, OSError) as error:
        st.error(texts("reader.correct.not_saved", problem=plain(error)))
    else:
        st.success(texts("reader.correct.saved", path=plain(path)))


def _use(of: Case, into: Path | None, store: Path) -> None:
    """Say how to have the map read by the correction."""
    st.caption(of.texts("reader.correct.use" if into else "reader.correct.use_taken"))
    st.code(USE.format(folder=quote(str(into or "DIR")), store=quote(str(store))), language="shell")
