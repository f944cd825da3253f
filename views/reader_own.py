"""A reader's own text: read at once, held in memory for the session, and nowhere else."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from importlib.metadata import version

import extract
import geo
from corpus import Document, Problem, read_bytes
from extract import Extraction, Reader
from gazetteer import Gazetteer
from geo import Store, Versions

LARGEST_FILE = 5_000_000
"""Bytes."""
MOST_TEXT = 500_000
"""Characters of all texts together: what is read while one waits."""
MOST_TEXTS = 200
_NO_TEXT = {
    b"PK": "archive",
    b"\x1f\x8b": "archive",
    b"BZh": "archive",
    b"7z\xbc\xaf": "archive",
    b"\xfd7zXZ": "archive",
    b"Rar!": "archive",
    b"%PDF": "document",
    b"\xd0\xcf\x11\xe0": "document",
    b"{\\rtf": "document",
    b"\x89PNG": "picture",
    b"\xff\xd8\xff": "picture",
    b"GIF8": "picture",
}
"""First bytes of files that are no text, whatever they are called."""


@dataclass(frozen=True, slots=True)
class Refusal:
    """A file that was not read, and why: ``reason`` is the key of a text under ``reader.refused``."""

    source: str
    reason: str


@dataclass(frozen=True, slots=True)
class Brought:
    """What a reader brought: the texts that can be read, and what is wrong with the others."""

    documents: tuple[Document, ...] = ()
    problems: tuple[Problem, ...] = ()
    refusals: tuple[Refusal, ...] = ()


def refusal(name: str, content: bytes) -> Refusal | None:
    """Return why a file is not even opened: too large, or no text; nothing is ever unpacked."""
    if len(content) > LARGEST_FILE:
        return Refusal(name, "large")
    known = next((reason for head, reason in _NO_TEXT.items() if content.startswith(head)), None)
    if known:
        return Refusal(name, known)
    announced = content[:2] in (b"\xff\xfe", b"\xfe\xff")
    return Refusal(name, "binary") if b"\0" in content and not announced else None


def brought(files: Sequence[tuple[str, bytes]], published: date | None, language: str | None) -> Brought:
    """Return the texts of the files, each with an id of its own.

    Args:
        files: name and content; the ending of the name says how it is read.
        published: the date of publication of texts that tell none.
        language: that of the texts; ``None`` leaves it to the program.

    """
    documents: list[Document] = []
    problems: list[Problem] = []
    refusals: list[Refusal] = []
    for name, content in files:
        refused = refusal(name, content)
        if refused:
            refusals.append(refused)
            continue
        for outcome in read_bytes(name, content):
            (problems if isinstance(outcome, Problem) else documents).append(outcome)  # type: ignore[arg-type]
    kept, left = _within_limits(documents)
    refusals += [Refusal(document.title or document.doc_id, "much") for document in left]
    return Brought(tuple(_own(kept, published, language)), tuple(problems), tuple(refusals))


def _within_limits(documents: Sequence[Document]) -> tuple[list[Document], list[Document]]:
    kept: list[Document] = []
    left: list[Document] = []
    room = MOST_TEXT
    for document in documents:
        fits = len(document.text) <= room and len(kept) < MOST_TEXTS
        (kept if fits else left).append(document)
        room -= len(document.text) if fits else 0
    return kept, left


def _own(documents: Sequence[Document], published: date | None, language: str | None) -> Iterator[Document]:
    for number, document in enumerate(documents, start=1):
        dated = document.published or published
        yield replace(
            document,
            doc_id=f"own-{number}-{document.doc_id}",
            published=dated,
            published_basis="stated" if dated else None,
            language=language or document.language,
        )


def read_own(
    documents: Sequence[Document],
    gazetteer: Gazetteer,
    reader: Reader,
    progress: Callable[[int], object] = lambda done: None,
) -> Store:
    """Return a store in memory of all that is found in the texts; ``progress`` hears how many are done."""
    found: list[Extraction] = []
    for done, document in enumerate(documents, start=1):
        found.append(extract.read(document, gazetteer, reader))
        progress(done)
    linked, _ = extract.link_stories([event for each in found for event in each.events], gazetteer)
    by_document: dict[str, list[extract.Event]] = {}
    for event in linked:
        by_document.setdefault(event.doc_id, []).append(event)
    joined = [replace(each, events=tuple(by_document.get(each.doc_id, ()))) for each in found]
    versions = Versions(version("karabakh-atlas"), gazetteer.version, reader.version)
    return geo.held_store(documents, joined, gazetteer.places, versions)
