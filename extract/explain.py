"""Why a text yields the events that it yields: each trigger, accepted or refused, and the rule that decided."""

from __future__ import annotations

from dataclasses import dataclass

from corpus import Document
from extract.areas import areas_around
from extract.events import find_events
from extract.findings import inside
from extract.lexicon_model import Lexicon
from extract.mentions import read_names
from extract.pipeline import dated, gather, home_region
from extract.records import Event
from extract.unnamed import with_unnamed
from extract.verdicts import Reading, read_sentences
from gazetteer import Gazetteer


@dataclass(frozen=True, slots=True)
class NameNote:
    """A name that was looked at: what it was taken for, why, and what else it could have been."""

    text: str
    place_id: str | None
    rule: str
    rejected: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TriggerNote:
    """A trigger that was met: the words, the event type, where it stands in the lexicon, and what became of it."""

    text: str
    event_type: str
    source: str
    accepted: bool
    rule: str


@dataclass(frozen=True, slots=True)
class SentenceNote:
    """One sentence: its names, dates and triggers, and the events that quote it."""

    start: int
    end: int
    text: str
    is_boilerplate: bool
    names: tuple[NameNote, ...]
    dates: tuple[str, ...]
    triggers: tuple[TriggerNote, ...]
    events: tuple[Event, ...]

    def __str__(self) -> str:
        """The note as indented lines: ``+`` accepted, ``-`` refused, ``=`` an event."""
        lines = [f"“{self.text}”" + (" (boilerplate: not read)" if self.is_boilerplate else "")]
        for name in self.names:
            lines.append(f"  name {name.text}: {name.place_id or 'no place'}; {name.rule}")
            lines.extend(f"    not {reason}" for reason in name.rejected)
        lines.extend(f"  date {date}" for date in self.dates)
        for trigger in self.triggers:
            mark = "+" if trigger.accepted else "-"
            lines.append(f"  {mark} {trigger.event_type} “{trigger.text}”: {trigger.rule} [{trigger.source}]")
        for event in self.events:
            when = f"{event.date_start} to {event.date_end}" if event.date_start else "undated"
            lines.append(f"  = {event.event_type} at {event.place_name or 'no place'}, {when}, {event.status}")
            lines.extend(f"      {rule}" for rule in event.rules)
        return "\n".join(lines)


def explain(document: Document, gazetteer: Gazetteer, lexicon: Lexicon) -> tuple[SentenceNote, ...]:
    """Every sentence of the document in order, with all that was accepted or refused in it."""
    document = dated(document)
    findings, _ = gather(document, gazetteer)
    language = lexicon.languages.get(document.language)
    home = home_region(document.doc_id, gazetteer)
    events = find_events(document, with_unnamed(document, findings, gazetteer), lexicon, areas_around(gazetteer), home)
    readings = () if language is None else tuple(read_sentences(document, findings, language, lexicon.types))
    read = {reading.sentence.start: reading for reading in readings}
    names = read_names(document, gazetteer)
    notes = []
    for span in findings.sentences:
        reading = read.get(span.start)
        notes.append(
            SentenceNote(
                start=span.start,
                end=span.end,
                text=document.text[span.start : span.end],
                is_boilerplate=language is not None and reading is None,
                names=tuple(
                    NameNote(n.text, n.mention.place_id if n.mention else None, n.rule, n.rejected)
                    for n in inside(names, span.start, span.end)
                ),
                dates=tuple(
                    f"{document.text[d.start : d.end]}: {d.first} to {d.last} ({d.rule})"
                    for d in inside(findings.dates, span.start, span.end)
                ),
                triggers=() if reading is None else _triggers(document, reading),
                events=tuple(event for event in events if event.evidence_start == span.start),
            )
        )
    return tuple(notes)


def _triggers(document: Document, reading: Reading) -> tuple[TriggerNote, ...]:
    tokens = reading.sentence.tokens
    return tuple(
        TriggerNote(
            text=document.text[tokens[v.hit.first].start : tokens[v.hit.last].end],
            event_type=v.hit.event_type,
            source=f"{v.hit.trigger.file}:{v.hit.trigger.line}",
            accepted=v.refused is None,
            rule=v.refused or f"{v.judgement.status}, {v.judgement.rule}",
        )
        for v in reading.verdicts
    )
