"""From documents to a store: read them (in several processes when there are many), join stories, write."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, replace
from itertools import islice
from multiprocessing import get_context
from pathlib import Path
from traceback import extract_tb

import extract
import gazetteer
from corpus import Document, Problem, read_documents
from corpus.corrections import with_corrections
from extract import Event, Extraction
from geo.errors import StoreError
from geo.exchange import Say
from geo.manifest import NAME, Manifest
from geo.reading import stored_documents
from geo.store import Store, open_store
from geo.writer import StoreWriter, Versions

_BATCH = 256
"""Documents under way at once: what is held in memory besides the events."""
_WORTH_A_PROCESS = 200
"""Fewer documents are read sooner than a second process has loaded the gazetteer."""

Progress = Callable[[int], object]
Complain = Callable[[Problem], object]


@dataclass(frozen=True, slots=True)
class Build:
    """What a run did."""

    manifest: Manifest
    problems: tuple[Problem, ...]
    read: int
    """Documents of this run."""
    kept: int
    """Documents that were stored before and read anew."""
    replaced: int
    """Documents of this run that took the place of another text of their id."""
    written: bool
    """``False`` where the store was current and was left alone."""


def build_store(
    inputs: Iterable[Path],
    out: Path,
    places: gazetteer.Gazetteer,
    reader: extract.Reader,
    *,
    program_version: str,
    replace_all: bool = False,
    if_stale: bool = False,
    processes: int = 1,
    corrections: Path | None = None,
    progress: Progress = lambda done: None,
    complain: Complain = lambda problem: None,
    say: Say = lambda line: None,
) -> Build:
    """Read documents and write them with all that is found in them as a store.

    Documents that are stored already and not among the inputs stay, read anew with today's gazetteer, unless
    ``replace_all``. With ``if_stale`` nothing is done when documents, gazetteer, reader and program are those of
    the store. ``progress`` is called with the number of documents done so far, ``complain`` with whatever is wrong with
    an input or could not be read to the end, ``say`` with a line when another run has to be waited for. Readings in the
    folder ``corrections`` win over those beside the documents and over the machine's.

    Raises:
        StoreError: if no document could be read, or ``out`` cannot be written. The store that was there remains.

    """
    read = read_documents(inputs)
    outcomes = list(with_corrections(read, corrections) if corrections else read)
    problems = tuple(o for o in outcomes if isinstance(o, Problem))
    for problem in problems:
        complain(problem)
    given = [o for o in outcomes if isinstance(o, Document)]
    if not given:
        raise StoreError(f"{out}: no document could be read, so nothing was written")
    versions = Versions(program_version, places.version, reader.version)
    with StoreWriter(out, versions, places.places, say=say) as writer:
        stored = _stored(out, forgiving=replace_all)
        if if_stale and stored is not None and _is_current(stored, given, versions):
            return Build(stored.manifest, problems, len(given), 0, 0, written=False)
        known = {document.doc_id for document in given}
        before = () if replace_all or stored is None else stored_documents(stored)
        kept = [document for document in before if document.doc_id not in known]
        texts = {} if stored is None else stored.manifest.documents
        replaced = sum(texts.get(document.doc_id, document.sha256) != document.sha256 for document in given)
        events: list[Event] = []
        for done, (document, found) in enumerate(_read_all([*kept, *given], places, reader, processes), start=1):
            if isinstance(found, Problem):
                problems = (*problems, found)
                complain(found)
                found = Extraction(document.doc_id)
            writer.add_document(document)
            writer.add_extraction(replace(found, events=()))
            events += found.events
            progress(done)
        linked, _ = extract.link_stories(events, places)
        for event in linked:
            writer.add_extraction(Extraction(event.doc_id, events=(event,)))
        return Build(writer.finish(), problems, len(given), len(kept), replaced, written=True)


def _stored(out: Path, *, forgiving: bool) -> Store | None:
    """The store at ``out``; ``None`` if there is none, or a damaged one that is to be replaced anyway."""
    if not (out / NAME).is_file():
        return None
    try:
        return open_store(out)
    except StoreError as error:
        if forgiving:
            return None
        raise StoreError(f"{error}; add --replace to give up what was stored") from error


def _is_current(store: Store, documents: Iterable[Document], versions: Versions) -> bool:
    made_with = Versions(
        store.manifest.program_version, store.manifest.gazetteer_version, store.manifest.reader_version
    )
    return made_with == versions and set(stored_documents(store)) == set(documents)


def _read_all(
    documents: list[Document], places: gazetteer.Gazetteer, reader: extract.Reader, processes: int
) -> Iterator[tuple[Document, Extraction | Problem]]:
    if processes == 1 or len(documents) < _WORTH_A_PROCESS:
        yield from ((document, _fenced(document, places, reader)) for document in documents)
        return
    stream = iter(documents)
    with _pool(processes) as pool:
        while batch := list(islice(stream, _BATCH)):
            yield from zip(batch, pool.map(_read, batch, chunksize=8), strict=True)


def _fenced(document: Document, places: gazetteer.Gazetteer, reader: extract.Reader) -> Extraction | Problem:
    """What is found in a document; a fault that it brings to light costs the other documents nothing."""
    try:
        return extract.read(document, places, reader)
    except Exception as error:
        at = extract_tb(error.__traceback__)[-1]
        what = f"broke the reader off ({type(error).__name__} in {Path(at.filename).name}:{at.lineno}: {error})"
        remedy = "it is stored without places and events; please report this line and its text"
        return Problem(document.doc_id, None, " ".join(what.split()), remedy)


@contextmanager
def _pool(processes: int) -> Iterator[ProcessPoolExecutor]:
    with ProcessPoolExecutor(processes, mp_context=get_context("spawn"), initializer=_prepare) as pool:
        yield pool


_tools: list[tuple[gazetteer.Gazetteer, extract.Reader]] = []
"""What each process of the pool loads once."""


def _prepare() -> None:
    _tools.append((gazetteer.load(), extract.load_reader()))


def _read(document: Document) -> Extraction | Problem:
    places, reader = _tools[0]
    return _fenced(document, places, reader)
