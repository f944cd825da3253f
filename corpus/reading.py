"""From files and folders to documents, with every complaint and without a crash."""

from __future__ import annotations

import io
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import BinaryIO

from corpus.document import Document
from corpus.encoding import decoded, decoded_page, mark_of
from corpus.fields import document_of
from corpus.markdown import read_markdown
from corpus.paths import Given, is_aside, path_ids
from corpus.problem import CorpusError, Problem, told_once
from corpus.readings import READING, read_reading, reading_path
from corpus.rows import read_csv, read_jsonl
from corpus.web import read_html

LARGEST_DOCUMENT = 20_000_000
"""Bytes of a file that holds one document. JSONL and CSV are streamed and may be of any size."""

_Whole = Callable[..., Iterator[Document | Problem]]


def _read_plain(text: str, *, source: str, fallback_id: str) -> Iterator[Document | Problem]:
    document, problems = document_of({"text": text}, source=source, line=None, fallback_id=fallback_id)
    yield from problems
    if document is not None:
        yield document


_WHOLE: dict[str, _Whole] = {".md": read_markdown, ".txt": _read_plain, ".html": read_html, ".htm": read_html}
_ROWS: dict[str, _Whole] = {".jsonl": read_jsonl, ".csv": read_csv}
SUFFIXES = (*_WHOLE, *_ROWS)


def read_documents(inputs: Iterable[Path]) -> Iterator[Document | Problem]:
    """Yield every document of the files and folders, and a ``Problem`` for whatever is wrong, in a stable order.

    Folders are searched for files with a known suffix; what else they hold is told by kind. A document without an id of
    its own has its path's, from the folder that was given on. A second document with an id that was seen before is
    left out and reported. A reading beside a document (``NAME.events.yaml``) goes with it.
    """
    seen: dict[str, str] = {}
    found = list(_files(inputs))
    ids = path_ids([each for each in found if not isinstance(each, Problem)])
    for each in found:
        if isinstance(each, Problem):
            yield each
            continue
        path = each[0]
        for outcome in _read_file(path, ids[each]):
            if isinstance(outcome, Document):
                if outcome.doc_id in seen:
                    what = f"id {outcome.doc_id!r} was already used in {seen[outcome.doc_id]}"
                    yield Problem(str(path), None, what, "give one of them another id")
                    continue
                seen[outcome.doc_id] = str(path)
                outcome, problems = _with_reading(outcome, reading_path(path))
                yield from problems
            yield outcome


def _with_reading(document: Document, path: Path) -> tuple[Document, list[Problem]]:
    """The document with the reading that lies beside it, unless that has a fault: then it is read by machine."""
    if not path.is_file():
        return document, []
    _, problems = read_reading(path, document.text, document.title)
    if problems:
        return document, problems
    return replace(document, reading=path.read_text(encoding="utf-8")), []


def read_bytes(name: str, content: bytes) -> Iterator[Document | Problem]:
    """Yield the documents of an uploaded file; ``name`` decides by its suffix how it is read."""
    yield from _read_stream(io.BytesIO(content), len(content), name, Path(name).stem)


def _files(inputs: Iterable[Path]) -> Iterator[Given | Problem]:
    for given in inputs:
        if given.is_dir():
            inside = sorted(path for path in given.rglob("*") if path.is_file() and not is_aside(path, given))
            inside = [path for path in inside if not path.name.endswith(READING)]
            readable = [path for path in inside if path.suffix.lower() in SUFFIXES]
            if not readable:
                yield Problem(str(given), None, "the folder holds no document", f"readable are {_readable()}")
            others = Counter(path.suffix.lower() or "without suffix" for path in inside if path not in set(readable))
            if others:
                kinds = ", ".join(f"{number} {suffix}" for suffix, number in sorted(others.items()))
                yield Problem(str(given), None, f"left out: {kinds}", f"readable are {_readable()}")
            yield from ((path, given) for path in readable)
        elif given.exists():
            yield given, given.parent
        else:
            yield Problem(str(given), None, "there is no such file or folder", "check the path")


def _read_file(path: Path, fallback_id: str) -> Iterator[Document | Problem]:
    try:
        with path.open("rb") as stream:
            yield from _read_stream(stream, path.stat().st_size, str(path), fallback_id)
    except OSError as error:
        yield Problem(str(path), None, f"cannot be read: {error.strerror or error}", "check that the file may be read")


def _read_stream(stream: BinaryIO, size: int, source: str, fallback_id: str) -> Iterator[Document | Problem]:
    try:
        yield from told_once(_outcomes(stream, size, source, fallback_id))
    except UnicodeError as error:
        yield Problem(source, None, f"unreadable encoding ({_brief(error)})", "save the file as UTF-8")
    except CorpusError as error:
        yield Problem(source, None, str(error), "give a text file")
    except OSError:
        raise
    except Exception as error:
        # Whatever a file does to a parser, the other files are read.
        yield Problem(source, None, f"cannot be read ({type(error).__name__})", "save it as plain text")


def _outcomes(stream: BinaryIO, size: int, source: str, fallback_id: str) -> Iterator[Document | Problem]:
    suffix = Path(source).suffix.lower()
    if suffix in _ROWS:
        newline = "" if suffix == ".csv" else None
        encoding = mark_of(stream.read(3))
        stream.seek(0)
        # One unreadable row must not cost the rows below it: the faulty bytes are found in document_of.
        lines = io.TextIOWrapper(stream, encoding=encoding, errors="surrogateescape", newline=newline)
        yield from _ROWS[suffix](lines, source=source, fallback_id=fallback_id)
    elif suffix not in _WHOLE:
        what = f"{suffix or 'a file without suffix'} is not read"
        yield Problem(source, None, what, f"readable are {_readable()}")
    elif size > LARGEST_DOCUMENT:
        yield Problem(source, None, f"{size / 1e6:.0f} MB is too large for one document", "split it up")
    else:
        decode = decoded_page if _WHOLE[suffix] is read_html else decoded
        yield from _WHOLE[suffix](_checked(decode(stream.read())), source=source, fallback_id=fallback_id)


def _checked(text: str) -> str:
    if "\0" in text:
        raise CorpusError("holds zero bytes and is no text")
    return text


def _brief(error: UnicodeError) -> str:
    return f"byte {error.start}" if isinstance(error, UnicodeDecodeError) else str(error)


def _readable() -> str:
    return ", ".join(SUFFIXES)
