"""From a text and its reading to what the heads should say of each window."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date

from corpus import Document
from corpus.readings import ReadEvent, Reading
from extract.reader.heads import ROLES, STATES, TYPES
from extract.reader.windows import TITLE, Window
from extract.records import Span


@dataclass(slots=True)
class Trigger:
    """One trigger with all that belongs to it, as numbers of pieces of its window."""

    event_type: int
    pieces: tuple[int, ...]
    status: int
    when: int
    """Number in ``heads.WHEN``; -1 where the reading does not tell."""
    roles: dict[int, set[int]] = field(default_factory=lambda: defaultdict(set))


@dataclass(frozen=True, slots=True)
class Labelled:
    """A window with its triggers, and the roles that were not looked for."""

    window: Window
    triggers: tuple[Trigger, ...]
    unknown: frozenset[int]


def labelled(
    document: Document, reading: Reading, sentences: Sequence[Span], windows: Sequence[Window]
) -> Iterator[Labelled]:
    """Each window with the triggers of the sentences that are to be read in it."""
    unknown = frozenset(ROLES.index(name) for name in reading.leaves_out)
    placed = [(event, *_trigger_span(document.text, event)) for event in reading.events]
    for window in windows:
        triggers: dict[tuple[int, tuple[int, ...]], Trigger] = {}
        for event, start, end in placed:
            pieces = _covered(window, start, end)
            pieces = tuple(i for i in pieces if window.first <= window.pieces[i].sentence <= window.last)
            if not pieces:
                continue
            key = (TYPES.index(event.event_type), pieces)
            trigger = triggers.get(key)
            if trigger is None:
                state = STATES.index(event.status)
                trigger = triggers[key] = Trigger(key[0], pieces, state, _when(event, document.published))
            for role, name in enumerate(ROLES):
                words = getattr(event, name)
                if words:
                    trigger.roles[role].update(_argument(document, window, words, start))
        yield Labelled(window, tuple(triggers.values()), unknown)


def _trigger_span(text: str, event: ReadEvent) -> tuple[int, int]:
    start = text.index(event.sentence) + event.sentence.index(event.trigger)
    return start, start + len(event.trigger)


def _when(event: ReadEvent, published: date | None) -> int:
    if event.time:
        return 0
    if event.start is None:
        return 2
    near = published is not None and event.end is not None and 0 <= (published - event.end).days <= 1
    return 1 if near and event.end is not None and (event.end - event.start).days <= 1 else -1


def _argument(document: Document, window: Window, words: str, trigger: int) -> tuple[int, ...]:
    """The pieces of an argument: where its words stand nearest, rather before the trigger; else the title's."""
    at = -1
    places: list[tuple[int, int]] = []
    while (at := document.text.find(words, at + 1)) >= 0:
        places.append((abs(at - trigger) if at <= trigger else 2 * (at - trigger), at))
    for _, start in sorted(places):
        pieces = _covered(window, start, start + len(words))
        if pieces:
            return pieces
    start = (document.title or "").find(words)
    if start < 0:
        return ()
    return tuple(
        i for i, p in enumerate(window.pieces) if p.sentence == TITLE and p.start < start + len(words) and start < p.end
    )


def _covered(window: Window, start: int, end: int) -> tuple[int, ...]:
    return tuple(i for i, p in enumerate(window.pieces) if p.sentence >= 0 and p.start < end and start < p.end)
