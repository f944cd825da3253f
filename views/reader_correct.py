"""Putting right what was read in a document: a form for each event, and one for an event that is missing."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from html import escape
from pathlib import Path

import streamlit as st

from corpus import Problem
from corpus.readings import EVENT_TYPES, STATUSES, ReadEvent
from views import reader_corrected, words
from views.correcting import FIELDS, choices, event_of, faults, with_event, without
from views.reader_document import ReadDocument
from views.reader_drafts import Case, case, change, edits, open_at
from views.setting import Setting
from views.state import EARLIEST, LATEST
from views.texts import Texts

FAULTS = "correct.faults"
LONGEST = 300
"""Characters of the field for the words that tell of an event."""


@dataclass(frozen=True, slots=True)
class Form:
    """One event's form."""

    key: str
    """What the keys of its fields begin with."""
    sentence: str
    at: int | None
    """The number of the event, from nought; ``None`` for one that is missing."""
    before: ReadEvent | None


def show(read: ReadDocument, setting: Setting, store: Path) -> None:
    """Draw the corrections of a document, once they are asked for.

    Args:
        read: the document and what was read in it.
        setting: language, names and theme; a document is of the store if its events have stable addresses.
        store: the path of the store that is open, to say how to have it read anew.

    """
    texts = setting.texts
    st.html(f"<h3>{escape(texts('reader.correct.heading'))}</h3><p>{escape(texts('reader.correct.about'))}</p>")
    if not st.toggle(texts("reader.correct.open"), key="correct.open"):
        return
    of = case(read, setting)
    form = _chosen(of)
    _form(of, form)
    _faults(form, texts)
    reader_corrected.show(of, store)


def _chosen(of: Case) -> Form:
    """Draw the choice of an event, or of the sentence that tells of a missing one."""
    texts, events = of.texts, of.draft.reading.events
    labels = [line(at, event, texts) for at, event in enumerate(events)] + [texts("reader.correct.missing")]
    base = f"correct.{edits()}.{of.document.doc_id}"
    at = st.selectbox(
        texts("reader.correct.which"),
        range(len(labels)),
        index=open_at(of),
        format_func=labels.__getitem__,
        key=f"{base}.which",
    )
    if at < len(events):
        return Form(f"{base}.{at}", events[at].sentence, at, events[at])
    offered = of.draft.offered.sentences
    chosen = st.selectbox(
        texts("reader.correct.field.sentence"),
        range(len(offered)),
        format_func=offered.__getitem__,
        key=f"{base}.sentence",
    )
    return Form(f"{base}.missing.{chosen}", offered[chosen], None, None)


def line(at: int, event: ReadEvent, texts: Texts) -> str:
    """Return number, kind, days and place of an event, and the words that tell of it."""
    when = words.span(event.start, event.end, "day", texts)
    where = event.place or texts("precision.none")
    return f"{at + 1}. {texts(f'type.{event.event_type}')}, {when}, {where} ({event.trigger})"


def _form(of: Case, form: Form) -> None:
    """Draw the fields of one event, and what can be done with it."""
    texts = of.texts
    with st.form(f"{form.key}.form", border=True):
        st.html(f'<q lang="{escape(of.document.language)}">{escape(form.sentence)}</q>')
        _fields(of, form)
        with st.container(horizontal=True):
            st.form_submit_button(
                texts("reader.correct.add" if form.before is None else "reader.correct.keep"),
                key=f"{form.key}.keep",
                icon=":material/check:",
                on_click=_keep,
                args=(of, form),
            )
            if form.at is not None:
                st.form_submit_button(
                    texts("reader.correct.drop"),
                    key=f"{form.key}.drop",
                    icon=":material/close:",
                    on_click=_drop,
                    args=(of, form.at),
                )


def _fields(of: Case, form: Form) -> None:
    left, middle, right = st.columns(3, gap="medium")
    with left:
        _choice("type", EVENT_TYPES, form.before.event_type if form.before else None, form, of.texts)
        _trigger(form, of.texts)
        _choice("status", STATUSES, form.before.status if form.before else None, form, of.texts)
    with middle:
        _words("place", of, form)
        _words("time", of, form)
        start, end = st.columns(2)
        with start:
            _day("start", form.before.start if form.before else None, form, of.texts)
        with end:
            _day("end", form.before.end if form.before else None, form, of.texts)
    with right:
        for field in ("actor", "target", "claimed_by"):
            _words(field, of, form)
    with st.expander(of.texts("reader.correct.tolls")):
        for field in ("killed", "wounded"):
            _words(field, of, form)


def _trigger(form: Form, texts: Texts) -> None:
    st.text_input(
        texts("reader.correct.field.trigger"),
        value=form.before.trigger if form.before else "",
        max_chars=LONGEST,
        key=f"{form.key}.trigger",
        help=texts("reader.correct.trigger_help"),
    )


def _choice(field: str, options: tuple[str, ...], now: str | None, form: Form, texts: Texts) -> None:
    st.selectbox(
        texts(f"reader.correct.field.{field}"),
        options,
        index=options.index(now) if now else 0,
        format_func=lambda option: texts(f"{field}.{option}"),
        key=f"{form.key}.{field}",
    )


def _words(field: str, of: Case, form: Form) -> None:
    """Draw a field for words of the text: those that were found can be chosen, any others written."""
    texts = of.texts
    now: str | None = getattr(form.before, field) if form.before else None
    options = choices(of.draft.offered, field, form.sentence, now)
    st.selectbox(
        texts(f"reader.correct.field.{field}"),
        options,
        index=options.index(now or ""),
        format_func=lambda option: option or texts("reader.correct.none"),
        accept_new_options=True,
        key=f"{form.key}.{field}",
        help=texts("reader.correct.words_help"),
    )


def _day(field: str, now: date | None, form: Form, texts: Texts) -> None:
    st.date_input(
        texts(f"reader.correct.field.{field}"),
        value=now,
        min_value=min(EARLIEST, now or EARLIEST),
        max_value=max(LATEST, now or LATEST),
        format="YYYY-MM-DD",
        key=f"{form.key}.{field}",
        help=texts("reader.correct.days_help"),
    )


def _keep(of: Case, form: Form) -> None:
    """Take over what the form says, or have it said what is wrong with that."""
    said = {field: st.session_state.get(f"{form.key}.{field}") for field in FIELDS}
    event = event_of(said, form.sentence, form.before, of.draft.offered)
    found = faults(event, of.document)
    st.session_state[FAULTS] = (form.key, found)
    if not found:
        reading = with_event(of.draft.reading, form.at, event, of.document.text)
        change(of, reading, reading.events.index(event))


def _drop(of: Case, at: int) -> None:
    change(of, without(of.draft.reading, at), at)


def _faults(form: Form, texts: Texts) -> None:
    where, found = st.session_state.get(FAULTS, ("", ()))
    if where != form.key or not found:
        return
    lines = "".join(f"<li>{fault_in_words(problem, texts)}</li>" for problem in found)
    with st.container(border=True, key="correct.said"):
        st.html(f'<div role="alert"><h4>{escape(texts("reader.correct.again"))}</h4><ul>{lines}</ul></div>')


def fault_in_words(problem: Problem, texts: Texts) -> str:
    """Return as HTML what is wrong with a field, in the reader's language where that has words for it."""
    field, _, reason = (problem.about or "").partition(".")
    name, said = f"reader.correct.field.{field}", f"reader.correct.fault.{reason}"
    if texts.has(name) and texts.has(said):
        return f"<strong>{escape(texts(name))}</strong>: {escape(texts(said))}"
    return f'<span lang="en">{escape(f"{problem.what}; {problem.remedy}")}</span>'
