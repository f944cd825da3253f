"""A document read from end to end: its places, its events, and the names that stayed unplaced."""

from __future__ import annotations

from dataclasses import replace

from corpus import Document
from corpus.readings import parse_reading
from extract.actors import find_actors
from extract.findings import Findings
from extract.places import find_mentions
from extract.places.areas import areas_around
from extract.places.unnamed import with_unnamed
from extract.reader import Reader, read_events
from extract.reader.reviewed import reviewed_events
from extract.records import Extraction, Mention, Unresolved
from extract.region import is_of_region
from extract.text.boilerplate import boilerplate
from extract.text.sentences import sentences
from extract.times import find_dates, is_of_news
from extract.tolls import find_tolls
from gazetteer import Gazetteer


def read(document: Document, gazetteer: Gazetteer, reader: Reader) -> Extraction:
    """All that is found in a document; the same document always gives the same result.

    Its reading by a person, if it has one, wins over what the machine reads.

    Args:
        document: its ``text`` is read as it is; its ``published`` resolves "on Tuesday" and dates the news of the day.
        gazetteer: the places that names are looked up in.
        reader: what reads events; a document in a language it does not know has mentions but no events.

    """
    document = dated(document)
    findings, unresolved = gather(document, gazetteer)
    placing = with_unnamed(document, findings, gazetteer)
    reading = None
    if document.reading is not None:
        reading, _ = parse_reading(document.reading, document.doc_id, document.text, document.title)
    if reading is not None:
        events = reviewed_events(document, placing, reading)
    elif is_of_region(placing, gazetteer):
        events = read_events(document, placing, reader, areas_around(gazetteer))
    else:
        events = ()
    return Extraction(document.doc_id, findings.mentions, events, unresolved)


def dated(document: Document) -> Document:
    """The document, as undated if its day of publication can be none."""
    if document.published is None or is_of_news(document.published):
        return document
    return replace(document, published=None, published_basis=None)


def gather(document: Document, gazetteer: Gazetteer) -> tuple[Findings, tuple[Unresolved, ...]]:
    """What events are read from, and the names that look like places and are in no gazetteer."""
    text, language = document.text, document.language
    mentions, unresolved = find_mentions(document, gazetteer)
    findings = Findings(
        sentences=sentences(text, language),
        boilerplate=boilerplate(text, language),
        mentions=tuple(sorted(mentions, key=_start)),
        dates=tuple(sorted(find_dates(text, language, document.published), key=lambda date: date.start)),
        tolls=tuple(sorted(find_tolls(text, language), key=lambda toll: toll.start)),
        actors=tuple(sorted(find_actors(text, language), key=lambda actor: actor.start)),
    )
    return findings, unresolved


def _start(mention: Mention) -> int:
    return mention.start
