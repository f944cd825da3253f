"""A document read from end to end: its places, its events, and the names that stayed unplaced."""

from __future__ import annotations

from dataclasses import replace

from corpus import Document
from extract.actors import find_actors
from extract.areas import areas_around
from extract.boilerplate import boilerplate
from extract.dates import find_dates, is_of_news
from extract.events import find_events
from extract.findings import Findings
from extract.lexicon_model import Lexicon
from extract.mentions import find_mentions
from extract.records import Extraction, Mention, Unresolved
from extract.sentences import sentences
from extract.tolls import find_tolls
from extract.unnamed import with_unnamed
from gazetteer import Gazetteer, display_name

HOME = "nagorno-karabakh"
"""The region that texts of this atlas are about."""


def read(document: Document, gazetteer: Gazetteer, lexicon: Lexicon) -> Extraction:
    """All that is found in a document; the same document always gives the same result.

    Args:
        document: its ``text`` is read as it is; its ``published`` resolves "on Tuesday" and dates the news of the day.
        gazetteer: the places that names are looked up in.
        lexicon: triggers and grammar; a document in a language it lacks has mentions but no events.

    """
    document = dated(document)
    findings, unresolved = gather(document, gazetteer)
    home = home_region(document.doc_id, gazetteer)
    meant = with_unnamed(document, findings, gazetteer)
    events = find_events(document, meant, lexicon, areas_around(gazetteer), home)
    return Extraction(document.doc_id, findings.mentions, events, unresolved)


def dated(document: Document) -> Document:
    """The document, as undated if its day of publication can be none."""
    if document.published is None or is_of_news(document.published):
        return document
    return replace(document, published=None, published_basis=None)


def home_region(doc_id: str, gazetteer: Gazetteer) -> Mention | None:
    """The home region as if the text had named it at its very start."""
    place = gazetteer.places.get(HOME)
    if place is None:
        return None
    return Mention(
        doc_id,
        0,
        0,
        "",
        place.id,
        display_name(place),
        place.kind,
        place.lon,
        place.lat,
        "",
        None,
        "modifier",
        "home region",
    )


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
