"""The form for a reader's own text, and what became of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from html import escape

import streamlit as st
from streamlit.runtime.uploaded_file_manager import UploadedFile

import extract
from corpus import SUFFIXES
from extract import LexiconError, Reader
from geo import Store, documents
from views.reader_drafts import forget_own
from views.reader_own import LARGEST_FILE, MOST_TEXT, Brought, brought, read_own
from views.state import EARLIEST, LATEST
from views.texts import LANGUAGES, Texts
from views.visit import Visit

KEY = "own"


@dataclass(frozen=True, slots=True)
class Own:
    """What a reader brought in this session."""

    brought: Brought
    store: Store | None


@st.cache_resource(show_spinner=False)
def _loaded() -> Reader:
    return extract.load_reader()


def _reader() -> Reader | None:
    """The reader; ``None`` while a contributor is editing its word lists and they have problems."""
    try:
        return _loaded()
    except LexiconError:
        return None


def show(visit: Visit) -> Own | None:
    """Draw the form, and say what could not be read; return what was brought, if anything was."""
    texts = visit.texts
    st.caption(texts("reader.own_about", mb=LARGEST_FILE // 1_000_000, most=MOST_TEXT))
    if not visit.atlas.gazetteer_is_whole:
        st.warning(texts("app.broken_gazetteer"))
        return None
    reader = _reader()
    if reader is None:
        st.warning(texts("reader.broken_lexicon"))
        return None
    _form(visit, reader)
    own = st.session_state.get(KEY)
    if not isinstance(own, Own):
        return None
    _complaints(own.brought, texts)
    return own


def _form(visit: Visit, reader: Reader) -> None:
    texts = visit.texts
    with st.form("own.form", border=True):
        left, right = st.columns([3, 2], gap="medium")
        pasted = left.text_area(texts("reader.paste"), height=190, key="own.text", max_chars=MOST_TEXT)
        files = right.file_uploader(
            texts("reader.upload"),
            type=[suffix.removeprefix(".") for suffix in SUFFIXES],
            accept_multiple_files=True,
            max_upload_size=LARGEST_FILE // 1_000_000,
            key=f"own.files.{st.session_state.get('forgotten', 0)}",
            help=texts("reader.upload_help"),
        )
        when, language = right.columns(2)
        published = when.date_input(
            texts("reader.published"),
            value=None,
            min_value=EARLIEST,
            max_value=LATEST,
            format="YYYY-MM-DD",
            key="own.published",
            help=texts("reader.published_help"),
        )
        spoken = language.selectbox(
            texts("filter.language"),
            ("", *LANGUAGES),
            key="own.language",
            format_func=lambda code: texts.language_name(code) if code else texts("reader.guess"),
        )
        with st.container(horizontal=True):
            sent = st.form_submit_button(texts("reader.read"), icon=":material/menu_book:")
            st.form_submit_button(texts("reader.forget"), icon=":material/delete:", on_click=forget)
    if sent:
        day = published if isinstance(published, date) else None
        _take_in(visit, reader, brought(_files(pasted, files), day, spoken or None))


def forget() -> None:
    """Let nothing remain of what was brought; for use in callbacks."""
    st.session_state.pop(KEY, None)
    forget_own()
    st.session_state["own.text"] = ""
    st.session_state["forgotten"] = st.session_state.get("forgotten", 0) + 1


def _files(pasted: str, uploaded: Sequence[UploadedFile]) -> list[tuple[str, bytes]]:
    text = [("text.txt", pasted.encode())] if pasted.strip() else []
    return text + [(file.name, file.getvalue()) for file in uploaded]


def _take_in(visit: Visit, reader: Reader, found: Brought) -> None:
    texts = visit.texts
    if found == Brought():
        st.session_state.pop(KEY, None)
        st.warning(texts("reader.nothing_brought"))
        return
    store = None
    if found.documents:
        bar = st.progress(0.0, texts("reader.reading"))
        total = len(found.documents)
        store = read_own(found.documents, visit.atlas.gazetteer, reader, lambda done: bar.progress(done / total))
        bar.empty()
    st.session_state[KEY] = Own(found, store)


def _complaints(found: Brought, texts: Texts) -> None:
    lines = [
        f"<li><strong>{escape(refused.source)}</strong>: {escape(texts(f'reader.refused.{refused.reason}'))}</li>"
        for refused in found.refusals
    ]
    lines += [f'<li lang="en">{escape(str(problem))}</li>' for problem in found.problems]
    if lines:
        with st.container(border=True, key="own.complaints"):
            st.html(f"<h3>{escape(texts('reader.problems'))}</h3><ul>{''.join(lines)}</ul>")


def choose(own: Store, texts: Texts) -> str:
    """Let the reader choose among the own texts, if there are several; return the id of the one to show."""
    rows = documents(own, limit=None)
    labels = {str(row.doc_id): _label(str(row.doc_id), row.title) for row in rows.itertuples()}
    if len(labels) == 1:
        return next(iter(labels))
    chosen = st.selectbox(texts("reader.own_texts"), tuple(labels), format_func=lambda doc: labels[doc], key="own.doc")
    return str(chosen)


def _label(doc_id: str, title: object) -> str:
    """Return the number of an own text, and its title or the name of its file."""
    _, number, name = doc_id.split("-", 2)
    return f"{number}. {title if isinstance(title, str) else name}"
