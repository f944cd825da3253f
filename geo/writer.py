"""Writing a store: rows go out in batches, and the new store takes the old one's place only when it is whole."""

from __future__ import annotations

import shutil
from collections.abc import Iterable, Iterator, Mapping
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass, replace
from pathlib import Path
from types import TracebackType
from typing import Self

import pyarrow as pa
import pyarrow.parquet as pq
import shapely

from corpus import Document
from extract import Event, Extraction, Story
from gazetteer import Place
from geo.errors import StoreError
from geo.exchange import Say, alone, new_folder, refuse_foreign, restore, swap
from geo.geometry import Shape, event_geometry, place_shape
from geo.manifest import Manifest, corpus_version, write_manifest
from geo.placetable import composed_place, place_row
from geo.schema import FORMAT, Row, row_of, schemas
from geo.storytable import stories_of

BATCH = 5_000
"""Rows per row group: what is held in memory at a time."""
_BATCHES = {"documents": 500}


def write_store(
    out: Path,
    documents: Iterable[Document],
    extractions: Iterable[Extraction],
    stories: Iterable[Story] = (),
    *,
    gazetteer_version: str,
    reader_version: str,
    program_version: str,
    places: Mapping[str, Place] | None = None,
) -> Manifest:
    """Write all tables and the manifest into the folder ``out``, replacing a store that is there.

    Both iterables may be generators: rows are written in batches and never held together. ``places`` is the gazetteer;
    its rows go along as ``places.parquet``, so that the store keeps the names and shapes that it was made with.
    A run that fails or is killed leaves the old store as it was.

    Raises:
        StoreError: if ``out`` is something else than a store or an empty folder, or cannot be written.

    """
    versions = Versions(program_version, gazetteer_version, reader_version)
    told_in = {event_id: story.story_id for story in stories for event_id in story.event_ids}
    with StoreWriter(out, versions, places or {}, told_in) as writer:
        for document in documents:
            writer.add_document(document)
        for extraction in extractions:
            writer.add_extraction(extraction)
        return writer.finish()


@dataclass(frozen=True, slots=True)
class Versions:
    """What a store was made with."""

    program: str
    gazetteer: str
    reader: str


class StoreWriter:
    """Takes documents and extractions one by one; nothing is seen of them before ``finish``.

    From its making to the end of its ``with`` no other program writes the store, so that what is read from the old one
    and given to the new one is not lost.
    """

    def __init__(
        self,
        out: Path,
        versions: Versions,
        places: Mapping[str, Place],
        told_in: Mapping[str, str] | None = None,
        say: Say = lambda line: None,
    ) -> None:
        """``say`` is told when another program has to be waited for."""
        self._out, self._versions, self._told_in = out, versions, told_in or {}
        self._places = dict(places)
        self._shapes: dict[str, Shape] = {}
        self._hashes: dict[str, str] = {}
        self._countries: dict[str, str | None] = {}
        with ExitStack() as undone:
            undone.enter_context(alone(out, say))
            restore(out)
            refuse_foreign(out)
            self._folder = new_folder(out)
            undone.callback(shutil.rmtree, self._folder, ignore_errors=True)
            self._tables = {
                name: _Table(self._folder / f"{name}.parquet", schema, _BATCHES.get(name, BATCH))
                for name, schema in schemas().items()
            }
            self._undone = undone.pop_all()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: object, trace: TracebackType | None) -> None:
        with self._undone:
            for table in self._tables.values():
                # What is not in its place by now is thrown away, and cannot hide why.
                with suppress(OSError, ValueError, StoreError):
                    table.close()

    def add_document(self, document: Document) -> None:
        """Keep a document; the first of an id counts, as ids name documents."""
        if document.doc_id not in self._hashes:
            self._hashes[document.doc_id] = document.sha256
            self._countries[document.doc_id] = document.outlet_country
            self._tables["documents"].add(row_of(document))

    def add_extraction(self, extraction: Extraction) -> None:
        """Keep what was found in a document."""
        for mention in extraction.mentions:
            self._know(composed_place(mention))
            self._tables["mentions"].add(row_of(mention))
        for event in extraction.events:
            self._tables["events"].add(self._event_row(event))
        for unresolved in extraction.unresolved:
            self._tables["unresolved"].add(row_of(unresolved))

    def finish(self) -> Manifest:
        """Write what is left and put the new store in its place."""
        for place in self._places.values():
            self._tables["places"].add(place_row(place, self._places, self._shape(place.id)))
        self._tables["events"].close()
        for story in stories_of(self._tables["events"].path):
            self._tables["stories"].add(story)
        for table in self._tables.values():
            table.close()
        manifest = self._manifest()
        with _told(self._folder):
            write_manifest(self._folder, manifest)
        swap(self._folder, self._out)
        return manifest

    def _know(self, place: Place | None) -> None:
        if place is not None:
            self._places.setdefault(place.id, place)

    def _shape(self, place_id: str) -> Shape:
        if place_id not in self._shapes:
            self._shapes[place_id] = place_shape(self._places[place_id], self._places)
        return self._shapes[place_id]

    def _event_row(self, event: Event) -> Row:
        story_id = self._told_in.get(event.event_id) or event.story_id or event.event_id
        event = replace(event, story_id=story_id)
        if event.place_id is not None:
            self._know(composed_place(event))
            self._shape(event.place_id)
        geometry = event_geometry(event, self._shapes, self._places)
        country = self._countries.get(event.doc_id)
        wkb = None if geometry is None else shapely.to_wkb(geometry)
        return {**row_of(event), "outlet_country": country, "geometry": wkb}

    def _manifest(self) -> Manifest:
        return Manifest(
            format=FORMAT,
            program_version=self._versions.program,
            gazetteer_version=self._versions.gazetteer,
            reader_version=self._versions.reader,
            corpus_version=corpus_version(self._hashes),
            counts={name: table.rows for name, table in self._tables.items()},
            bytes={name: table.path.stat().st_size for name, table in self._tables.items()},
            documents=self._hashes,
        )


class _Table:
    def __init__(self, path: Path, schema: pa.Schema, batch: int) -> None:
        self.path, self.rows, self._batch = path, 0, batch
        self._schema, self._waiting = schema, list[Row]()
        with _told(path):
            self._file: pq.ParquetWriter | None = pq.ParquetWriter(path, schema, compression="zstd")

    def add(self, row: Row) -> None:
        self._waiting.append(row)
        if len(self._waiting) >= self._batch:
            self._flush()

    def close(self) -> None:
        if self._file is not None:
            self._flush()
            with _told(self.path):
                self._file.close()
            self._file = None

    def _flush(self) -> None:
        if self._file is not None and self._waiting:
            table = pa.Table.from_pylist(self._waiting, schema=self._schema)
            with _told(self.path):
                self._file.write_table(table)
            self.rows += len(self._waiting)
            self._waiting = []


@contextmanager
def _told(path: Path) -> Iterator[None]:
    """Turns what the disk refuses into a StoreError."""
    try:
        yield
    except OSError as error:
        raise StoreError(f"{path}: cannot be written ({error}); make room, or choose another folder") from error
