"""What the machine read, as a reading that a person can correct and keep beside the text."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from corpus import Document
from corpus.readings import ReadEvent, Reading, shortened
from extract.records import Event
from extract.tolls import Toll, find_tolls


def reading_of(document: Document, events: Iterable[Event]) -> Reading:
    """The events in text order, in words of the text; what the text names only elsewhere is left out."""
    tolls = find_tolls(document.text, document.language)
    return Reading(
        tuple(_read(document, event, tolls) for event in sorted(events, key=lambda each: each.trigger_start))
    )


def _read(document: Document, event: Event, tolls: Sequence[Toll]) -> ReadEvent:
    text = document.text
    killed = ((event.killed_low, event.killed_high), (event.civilians_killed_low, event.civilians_killed_high))
    wounded = ((event.wounded_low, event.wounded_high), (event.civilians_wounded_low, event.civilians_wounded_high))
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
        killed=_of_toll(text, event, [toll for toll in tolls if toll.outcome == "killed"], killed),
        wounded=_of_toll(text, event, [toll for toll in tolls if toll.outcome == "wounded"], wounded),
        claimed_by=_words(text, event.claimed_by_start, event.claimed_by_end),
        status=event.status,
    )


def _of_toll(
    text: str, event: Event, tolls: Sequence[Toll], figures: Sequence[tuple[int | None, int | None]]
) -> str | None:
    """The words that give one of the figures, which the record does not keep: the nearest to the trigger."""
    found = [toll for toll in tolls if (toll.low, toll.high) in figures]
    nearest = min(found, key=lambda toll: abs(toll.start - event.trigger_start), default=None)
    return None if nearest is None else text[nearest.start : nearest.end]


def _words(text: str, start: int | None, end: int | None) -> str | None:
    return text[start:end] if start is not None and end is not None and start < end else None
