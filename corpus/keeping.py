"""Texts and their readings as files: ``NAME.md``, and ``NAME.events.yaml`` beside it."""

from __future__ import annotations

import os
import secrets
from collections.abc import Iterator
from pathlib import Path

from corpus.document import Document
from corpus.readings import Reading, reading_path, written, yaml_of

_KEPT = (
    "doc_id", "outlet", "outlet_country", "title", "author", "published", "published_basis", "language", "url", "kind",
)  # fmt: skip
_USUAL = {"kind": "article", "published_basis": "stated"}


def markdown_of(document: Document) -> str:
    """The text below its bibliography, as ``read_markdown`` reads it: the same document, letter for letter."""
    return f"---\n{yaml_of(dict(_bibliography(document)))}---\n{document.text}"


def _bibliography(document: Document) -> Iterator[tuple[str, str]]:
    for field in _KEPT:
        value = getattr(document, field)
        if value is not None and value != _USUAL.get(field):
            yield "id" if field == "doc_id" else field, str(value)


def keep_new(path: Path, document: Document, reading: Reading) -> None:
    """Write a text to ``path`` and its reading beside it.

    Raises:
        FileExistsError: if one of the two is there already; nothing is written then.
        OSError: if they cannot be written.

    """
    for each in (path, reading_path(path)):
        if each.exists():
            raise FileExistsError(str(each))
    for each, content in ((path, markdown_of(document)), (reading_path(path), written(reading))):
        with each.open("xb") as file:
            file.write(content.encode())


def write_whole(path: Path, content: str) -> None:
    """Write a file such that whoever reads it meanwhile, or after a power cut, finds it whole: old or new.

    Raises:
        OSError: if it cannot be written; what was there remains.

    """
    aside = path.with_name(f".{secrets.token_hex(8)}.tmp")
    try:
        with aside.open("xb") as file:
            file.write(content.encode())
            file.flush()
            os.fsync(file.fileno())
        os.replace(aside, path)
    finally:
        aside.unlink(missing_ok=True)
