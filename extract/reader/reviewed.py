"""Events as a person read them: the words of a reading, found in the text again."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence

from corpus import Document
from corpus.readings import ReadEvent, Reading
from extract.findings import Findings
from extract.reader.arguments import best_hit
from extract.reader.counting import figures
from extract.reader.placing import PRECISION, radius_of, standing_in
from extract.records import Event, Mention, Span

_DAYS, _WEEK, _MONTH, _SEASON = 2, 7, 31, 92
"""Longest spans in days that are called so."""


def reviewed_events(document: Document, findings: Findings, reading: Reading) -> tuple[Event, ...]:
    """The events of a reading in its order, each with the place, actors and tolls that its words name."""
    return tuple(_event(document, findings, event) for event in reading.events)


def _event(document: Document, findings: Findings, event: ReadEvent) -> Event:
    text = document.text
    first = text.index(event.sentence)
    trigger = first + event.sentence.index(event.trigger)
    place = _mention(text, findings.mentions, event.place, trigger)
    standing = standing_in(document, findings, Span(first, first + len(event.sentence))) if place else ()
    when = _nearest(text, event.time, trigger)
    tolls = [
        toll
        for outcome, words in (("killed", event.killed), ("wounded", event.wounded))
        if (at := _nearest(text, words, trigger)) is not None
        for toll in findings.tolls
        if toll.outcome == outcome and toll.start < at[1] and at[0] < toll.end
    ]
    actor, target, speaker = (_nearest(text, w, trigger) for w in (event.actor, event.target, event.claimed_by))
    key = (document.doc_id, event.event_type, str(trigger), place.place_id if place else "", str(event.start))
    return Event(
        event_id=hashlib.sha256("\0".join(key).encode()).hexdigest()[:16],
        doc_id=document.doc_id,
        event_type=event.event_type,
        evidence=event.sentence,
        evidence_start=first,
        evidence_end=first + len(event.sentence),
        trigger_start=trigger,
        trigger_end=trigger + len(event.trigger),
        status=event.status,
        confidence=1.0,
        read_by="hand",
        outlet=document.outlet,
        published=document.published,
        language=document.language,
        date_start=event.start,
        date_end=event.end,
        date_precision=_precision(event, findings, when),
        date_basis="reviewed" if event.start else "none",
        when_start=when[0] if when else None,
        when_end=when[1] if when else None,
        place_id=place.place_id if place else None,
        place_name=place.place_name if place else None,
        place_kind=place.kind if place else None,
        place_basis="reviewed" if place else "none",
        radius_km=radius_of(place, standing) if place else None,
        geo_precision=PRECISION.get(place.kind, "point") if place else None,
        lon=place.lon if place else None,
        lat=place.lat if place else None,
        place_start=place.start if place else None,
        place_end=place.end if place else None,
        via=place.via if place else (),
        actor=_who(findings, event.actor, actor),
        actor_basis="reviewed" if event.actor else "none",
        target=_who(findings, event.target, target),
        target_basis="reviewed" if event.target else "none",
        claimed_by=_who(findings, event.claimed_by, speaker),
        actor_start=actor[0] if actor else None,
        actor_end=actor[1] if actor else None,
        target_start=target[0] if target else None,
        target_end=target[1] if target else None,
        claimed_by_start=speaker[0] if speaker else None,
        claimed_by_end=speaker[1] if speaker else None,
        rules=("type: read by a person", *(f"{name}: “{words}”" for name, words in _told(event))),
        **figures(tolls),
    )


def _told(event: ReadEvent) -> list[tuple[str, str]]:
    words = (("place", event.place), ("date", event.time), ("actor", event.actor), ("target", event.target))
    return [(name, said) for name, said in words if said]


def _nearest(text: str, words: str | None, near: int) -> tuple[int, int] | None:
    """Where the words stand nearest to a place in the text; ``None`` if they stand only in the title."""
    if not words:
        return None
    found: list[int] = []
    at = text.find(words)
    while at >= 0:
        found.append(at)
        at = text.find(words, at + 1)
    best = min(found, key=lambda start: abs(start - near), default=None)
    return None if best is None else (best, best + len(words))


def _mention(text: str, mentions: Sequence[Mention], words: str | None, near: int) -> Mention | None:
    """The mention that the words name: at the occurrence nearest to the trigger, else wherever they stand."""
    at = _nearest(text, words, near)
    if words is None or at is None:
        return None
    same = [m for m in mentions if m.text == words or (m.start < at[1] and at[0] < m.end)]
    return min(same, key=lambda m: (not (m.start < at[1] and at[0] < m.end), abs(m.start - near)), default=None)


def _who(findings: Findings, words: str | None, at: tuple[int, int] | None) -> str | None:
    hit = best_hit(findings.actors, *at) if at else None
    return hit.name if hit else words


def _precision(event: ReadEvent, findings: Findings, when: tuple[int, int] | None) -> str:
    """How exact the words for the time are, else how many days there are."""
    if event.start is None or event.end is None:
        return "none"
    said = [d for d in findings.dates if when is not None and d.start < when[1] and when[0] < d.end]
    if said:
        return said[0].precision
    days = (event.end - event.start).days + 1
    if days <= _DAYS:
        return "day"
    return "week" if days <= _WEEK else "month" if days <= _MONTH else "season" if days <= _SEASON else "year"
