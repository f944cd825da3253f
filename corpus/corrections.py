"""Corrected readings in a folder of their own, each named by its document's id, and joined to the documents again."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from corpus.document import Document
from corpus.keeping import markdown_of, write_whole
from corpus.problem import CorpusError, Problem
from corpus.reading import read_documents
from corpus.readings import READING, Reading, parse_reading, read_reading, written

_UNSAFE = re.compile(r"[^\w.-]+")
_LONGEST = 120
"""Bytes of a name before its ending; file systems take 255."""


def file_stem(doc_id: str) -> str:
    """A file name, without its ending, for a document of any id: no path, not hidden, not too long.

    An id that is such a name is its own; any other gets a piece of its hash, so that no two are mistaken.
    """
    plain = _UNSAFE.sub("-", doc_id).strip(".-")
    plain = plain.encode(errors="ignore")[:_LONGEST].decode(errors="ignore")
    if plain and plain == doc_id:
        return plain
    return f"{plain or 'text'}-{hashlib.sha256(doc_id.encode(errors='replace')).hexdigest()[:8]}"


def correction_path(folder: Path, doc_id: str) -> Path:
    """Where the corrected reading of a document lies."""
    return folder / f"{file_stem(doc_id)}{READING}"


def correction_of(document: Document, folder: Path) -> tuple[str | None, list[Problem]]:
    """The corrected reading of a document as YAML; ``None``, with what is wrong with it, where it cannot be used.

    It is of another text, and of no use, where the text beside it (``NAME.md``) is not the document's, or where its
    words do not stand in the document.
    """
    path = correction_path(folder, document.doc_id)
    if not path.is_file():
        return None, []
    if not _is_text_of(_text_path(path), document):
        what = f"corrects another text than the one that now has the id {document.doc_id!r}"
        return None, [Problem(str(path), None, what, "correct the text as it is now, and move this file away")]
    try:
        _, problems = read_reading(path, document.text, document.title)
        return (None if problems else path.read_text(encoding="utf-8")), problems
    except OSError as error:
        return None, [Problem(str(path), None, f"cannot be read: {error.strerror}", "check that the file may be read")]


def with_corrections(outcomes: Iterable[Document | Problem], folder: Path) -> Iterator[Document | Problem]:
    """Yield documents, each with its corrected reading if the folder has one, and whatever is wrong.

    A corrected reading wins over the one beside the document. Texts in the folder with a reading beside them, whose id
    no other document has, come last: they are documents as well. A reading that no text belongs to is told.
    """
    if not folder.is_dir():
        yield Problem(str(folder), None, "there is no such folder of corrections", "check the path")
    known: set[str] = set()
    for outcome in outcomes:
        if isinstance(outcome, Document):
            known.add(outcome.doc_id)
            corrected, problems = correction_of(outcome, folder)
            yield from problems
            yield outcome if corrected is None else replace(outcome, reading=corrected)
        else:
            yield outcome
    yield from _texts_of_their_own(folder, known)


def _texts_of_their_own(folder: Path, known: set[str]) -> Iterator[Document | Problem]:
    taken = {correction_path(folder, doc_id) for doc_id in known}
    for path in sorted(set(folder.glob(f"*{READING}")) - taken):
        text = _text_path(path)
        if not text.is_file():
            what = "no document of this run has the id that this reading is named by"
            yield Problem(str(path), None, what, f"give its text too, or keep it beside as {text.name}")
            continue
        for outcome in read_documents([text]):
            if isinstance(outcome, Document) and outcome.doc_id in known:
                what = f"id {outcome.doc_id!r} is that of a document which {path.name} is not named by"
                yield Problem(str(text), None, what, f"call the two files {file_stem(outcome.doc_id)}")
                continue
            if isinstance(outcome, Document):
                known.add(outcome.doc_id)
            yield outcome


def save_correction(folder: Path, document: Document, reading: Reading) -> Path:
    """Write a corrected reading into a folder, with the text beside it, and return the reading's path.

    Both files come whole or not at all. A text that is there is left as it is.

    Raises:
        CorpusError: if the reading has a fault, or the folder has another text of that name.
        OSError: if the folder cannot be written.

    """
    path, content = correction_path(folder, document.doc_id), written(reading)
    text = _text_path(path)
    _, problems = parse_reading(content, path.name, document.text, document.title)
    if problems:
        raise CorpusError("; ".join(str(problem) for problem in problems))
    if not _is_text_of(text, document):
        raise CorpusError(f"{text} holds another text; move it and {path.name} away")
    folder.mkdir(parents=True, exist_ok=True)
    if not text.exists():
        write_whole(text, markdown_of(document))
    write_whole(path, content)
    return path


def _text_path(reading: Path) -> Path:
    return reading.with_name(reading.name.removesuffix(READING) + ".md")


def _is_text_of(path: Path, document: Document) -> bool:
    """Whether a file holds the document's text under its id, or is not there."""
    if not path.exists():
        return True
    held = [each for each in read_documents([path]) if isinstance(each, Document)]
    return [(each.doc_id, each.text) for each in held] == [(document.doc_id, document.text)]
