"""The corrections of this session: kept in its memory, document by document, until they are saved or taken away."""

from __future__ import annotations

import os
from dataclasses import dataclass, replace
from pathlib import Path

import streamlit as st

from corpus import Document
from corpus.corrections import correction_of
from corpus.readings import Reading
from views.correcting import Draft, drafted, kept_as
from views.reader_document import ReadDocument
from views.setting import Setting
from views.texts import Texts

FOLDER = "KARABAKH_CORRECTIONS"
"""The variable that names the folder in which corrections may be saved."""
_DRAFTS, _EDITS, _AT = "correct.drafts", "correct.edits", "correct.at"

Key = tuple[bool, str, str]
"""Whether it is a reader's own text, the document's id, and the hash of its text."""


@dataclass(frozen=True, slots=True)
class Case:
    """A document that is being corrected."""

    read: ReadDocument
    document: Document
    """As it is kept: see ``kept_as``."""
    draft: Draft
    setting: Setting

    @property
    def texts(self) -> Texts:
        """The language of the page."""
        return self.setting.texts

    @property
    def is_own(self) -> bool:
        """Whether a reader brought the text."""
        return not self.setting.stable


def case(read: ReadDocument, setting: Setting) -> Case:
    """Return the document with this session's draft; that begins with what was saved before, if anything was."""
    document = kept_as(read.document, is_own=not setting.stable)
    drafts, key = _drafts(), _key(read, setting)
    if key not in drafts:
        into = folder()
        drafts[key] = drafted(read, correction_of(document, into)[0] if into else None)
    return Case(read, document, drafts[key], setting)


def change(case: Case, reading: Reading, at: int) -> None:
    """Take a corrected reading over, with its event ``at`` open next; the forms begin anew. For use in callbacks."""
    key = _key(case.read, case.setting)
    _drafts()[key] = replace(case.draft, reading=reading)
    st.session_state[_EDITS] = edits() + 1
    st.session_state[_AT] = (key, at)


def edits() -> int:
    """Return how many corrections were made in this session."""
    return int(st.session_state.get(_EDITS, 0))


def open_at(case: Case) -> int:
    """Return the number of the event that is open first, from nought."""
    key, at = st.session_state.get(_AT, (None, 0))
    return min(at, len(case.draft.reading.events)) if key == _key(case.read, case.setting) else 0


def forget_own() -> None:
    """Let nothing remain of the corrections to texts that a reader brought; for use in callbacks."""
    drafts = _drafts()
    for key in [key for key in drafts if key[0]]:
        del drafts[key]
    st.session_state.pop(_AT, None)


def folder() -> Path | None:
    """Return where corrections may be saved; ``None`` where the explorer was started without such a folder."""
    named = os.environ.get(FOLDER)
    return Path(named) if named else None


def _drafts() -> dict[Key, Draft]:
    drafts: dict[Key, Draft] = st.session_state.setdefault(_DRAFTS, {})
    return drafts


def _key(read: ReadDocument, setting: Setting) -> Key:
    return not setting.stable, read.document.doc_id, read.document.sha256
