"""What the machine read, as a reading that a person can correct and keep beside the text."""

from __future__ import annotations

from collections.abc import Iterable

from corpus import Document
from corpus.readings import ReadEvent, Reading, shortened
from extract.records import Event


def reading_of(document: Document, events: Iterable[Event]) -> Reading:
    """The events in text order, in words of the text; what the text names only elsewhere is left out."""
    return Reading(tuple(_read(document, event) for event in sorted(events, key=lambda each: each.trigger_start)))


def _read(document: Document, event: Event) -> ReadEvent:
    text = document.text
    return ReadEvent(
        event_type=event.event_type,
        sentence=event.evidence,
        trigger=shortened(text[event.trigger_start : event.trigger_end]),
        place=_words(text, event.place_start, event.place_end),
        time=_words(text, event.when_start, event.when_end),
        start=event.date_start,
        end=event.date_end,
        actor=_words(text, event.actor_start, event.actor_end),
        target=_words(text, event.target_start, event.target_end),
        claimed_by=_words(text, event.claimed_by_start, event.claimed_by_end),
        status=event.status,
    )


def _words(text: str, start: int | None, end: int | None) -> str | None:
    return text[start:end] if start is not None and end is not None and start < end else None
