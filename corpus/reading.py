"""From files and folders to documents, with every complaint and without a crash."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import BinaryIO

from corpus.document import Document
from corpus.fields import document_of
from corpus.markdown import read_markdown
from corpus.problem import CorpusError, Problem
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

    Folders are searched for files with a known suffix. A second document with an id that was seen before is
    left out and reported.
    """
    seen: dict[str, str] = {}
    for path, root in _files(inputs):
        if isinstance(path, Problem):
            yield path
            continue
        for outcome in _read_file(path, root):
            if isinstance(outcome, Document):
                if outcome.doc_id in seen:
                    what = f"id {outcome.doc_id!r} was already used in {seen[outcome.doc_id]}"
                    yield Problem(str(path), None, what, "give one of them another id")
                    continue
                seen[outcome.doc_id] = str(path)
            yield outcome


def read_bytes(name: str, content: bytes) -> Iterator[Document | Problem]:
    """Yield the documents of an uploaded file; ``name`` decides by its suffix how it is read."""
    yield from _read_stream(io.BytesIO(content), len(content), name, Path(name).stem)


def _files(inputs: Iterable[Path]) -> Iterator[tuple[Path | Problem, Path]]:
    for given in inputs:
        if given.is_dir():
            inside = sorted(p for p in given.rglob("*") if p.is_file() and p.suffix.lower() in SUFFIXES)
            if not inside:
                yield Problem(str(given), None, "the folder holds no document", f"readable are {_readable()}"), given
            yield from ((path, given) for path in inside)
        elif given.exists():
            yield given, given.parent
        else:
            yield Problem(str(given), None, "there is no such file or folder", "check the path"), given


def _read_file(path: Path, root: Path) -> Iterator[Document | Problem]:
    try:
        with path.open("rb") as stream:
            name = path.relative_to(root).with_suffix("").as_posix()
            yield from _read_stream(stream, path.stat().st_size, str(path), name)
    except OSError as error:
        yield Problem(str(path), None, f"cannot be read: {error.strerror or error}", "check that the file may be read")


def _read_stream(stream: BinaryIO, size: int, source: str, fallback_id: str) -> Iterator[Document | Problem]:
    suffix = Path(source).suffix.lower()
    try:
        if suffix in _ROWS:
            newline = "" if suffix == ".csv" else None
            # One unreadable row must not cost the rows below it: the faulty bytes are found in document_of.
            lines = io.TextIOWrapper(stream, encoding=_encoding(stream), errors="surrogateescape", newline=newline)
            yield from _ROWS[suffix](lines, source=source, fallback_id=fallback_id)
        elif suffix not in _WHOLE:
            what = f"{suffix or 'a file without suffix'} is not read"
            yield Problem(source, None, what, f"readable are {_readable()}")
        elif size > LARGEST_DOCUMENT:
            yield Problem(source, None, f"{size / 1e6:.0f} MB is too large for one document", "split it up")
        else:
            encoding = _encoding(stream)
            text = stream.read().decode(encoding)
            yield from _WHOLE[suffix](_checked(text), source=source, fallback_id=fallback_id)
    except UnicodeError as error:
        yield Problem(source, None, f"unreadable encoding ({_brief(error)})", "save the file as UTF-8")
    except CorpusError as error:
        yield Problem(source, None, str(error), "give a text file")


def _encoding(stream: BinaryIO) -> str:
    """Return the encoding that the first bytes announce, else UTF-8; the stream stays where it was."""
    head = stream.read(3)
    stream.seek(0)
    return "utf-16" if head[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig"


def _checked(text: str) -> str:
    if "\0" in text:
        raise CorpusError("holds zero bytes and is no text")
    return text


def _brief(error: UnicodeError) -> str:
    return f"byte {error.start}" if isinstance(error, UnicodeDecodeError) else str(error)


def _readable() -> str:
    return ", ".join(SUFFIXES)
