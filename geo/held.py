"""A store held in memory and nowhere else: for texts that a reader brings along, of which nothing may be kept."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

import pyarrow as pa
import shapely

from corpus import Document
from extract import Event, Extraction, Mention
from gazetteer import Place
from geo.geometry import Shape, event_geometry, place_shape
from geo.manifest import Manifest, corpus_version
from geo.placetable import ancestors, composed_place, place_row
from geo.schema import FORMAT, Row, row_of, schemas
from geo.store import Store
from geo.writer import Versions


def held_store(
    documents: Sequence[Document], extractions: Sequence[Extraction], places: Mapping[str, Place], versions: Versions
) -> Store:
    """A store of these documents that answers like one on disk and is gone with the last reference to it.

    Of the gazetteer it holds the places that the documents name, and those around them.
    """
    named, known = _named(extractions, places)
    shapes = {place_id: place_shape(known[place_id], known) for place_id in named}
    rows: dict[str, list[Row]] = {
        "documents": [row_of(document) for document in documents],
        "mentions": [row_of(mention) for found in extractions for mention in found.mentions],
        "unresolved": [row_of(unresolved) for found in extractions for unresolved in found.unresolved],
        "places": [place_row(known[place_id], known, shape) for place_id, shape in shapes.items()],
    }
    countries = {document.doc_id: document.outlet_country for document in documents}
    events = [replace(e, story_id=e.story_id or e.event_id) for found in extractions for e in found.events]
    rows["events"] = [_event_row(event, countries.get(event.doc_id), shapes, known) for event in events]
    rows["stories"] = _stories(events)
    tables = {name: pa.Table.from_pylist(rows[name], schema=schema) for name, schema in schemas().items()}
    return Store(Path("held in memory"), _manifest(documents, rows, versions), None, tables)


def _named(extractions: Iterable[Extraction], places: Mapping[str, Place]) -> tuple[list[str], Mapping[str, Place]]:
    """The ids of the places that are named and of those around them; and all places, composed roads included."""
    mentions = (mention for found in extractions for mention in found.mentions)
    records: list[Mention | Event] = [*mentions, *(event for found in extractions for event in found.events)]
    composed = {place.id: place for record in records if (place := composed_place(record))}
    known = {**composed, **places}
    named = dict.fromkeys(id_ for place_id in composed for id_ in (place_id, *ancestors(known[place_id], known)))
    return [place_id for place_id in named if place_id in known], known


def _event_row(event: Event, country: str | None, shapes: Mapping[str, Shape], places: Mapping[str, Place]) -> Row:
    geometry = event_geometry(event, shapes, places)
    wkb = None if geometry is None else shapely.to_wkb(geometry)
    return {**row_of(event), "outlet_country": country, "geometry": wkb}


def _stories(events: Iterable[Event]) -> list[Row]:
    told: dict[str, list[Event]] = defaultdict(list)
    for event in events:
        told[event.story_id].append(event)
    return [
        {
            "story_id": story_id,
            "outlets": len({version.outlet or version.doc_id for version in versions}),
            "versions": len(versions),
            "first": min((v.date_start for v in versions if v.date_start), default=None),
            "last": max((v.date_end for v in versions if v.date_end), default=None),
        }
        for story_id, versions in sorted(told.items())
    ]


def _manifest(documents: Iterable[Document], rows: Mapping[str, Sequence[Row]], versions: Versions) -> Manifest:
    hashes = {document.doc_id: document.sha256 for document in documents}
    return Manifest(
        format=FORMAT,
        program_version=versions.program,
        gazetteer_version=versions.gazetteer,
        reader_version=versions.reader,
        corpus_version=corpus_version(hashes),
        counts={name: len(table) for name, table in rows.items()},
        bytes={},
        documents=hashes,
    )
