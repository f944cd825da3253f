"""What the tests of the event reader share: the shipped gazetteer and reader, and events read from a text."""

from __future__ import annotations

from datetime import date
from functools import cache
from pathlib import Path

import gazetteer
from corpus import Document
from extract import Reader, load_reader, read
from extract.records import Event
from gazetteer import Gazetteer

CASES = Path(__file__).parents[1] / "cases"


@cache
def places() -> Gazetteer:
    return gazetteer.load()


@cache
def reader() -> Reader:
    return load_reader()


def events(
    text: str, published: str | None = "2023-09-21", language: str = "en", doc_id: str = "text"
) -> tuple[Event, ...]:
    """The events of a text."""
    day = date.fromisoformat(published) if published else None
    return read(Document(doc_id, text, published=day, language=language), places(), reader()).events


def only(text: str, event_type: str, **more: str) -> Event:
    """The one event of that type in a text."""
    found = [event for event in events(text, **more) if event.event_type == event_type]
    assert len(found) == 1, [(event.event_type, event.place_id) for event in events(text, **more)]
    return found[0]
