"""Why a text yields the events that it yields, sentence by sentence."""

from __future__ import annotations

from dataclasses import dataclass

from corpus import Document
from extract.findings import inside, is_covered
from extract.pipeline import dated, gather, read
from extract.places import read_names
from extract.reader import Reader
from extract.reader.precedents import LIKE, precedent
from extract.records import Event
from gazetteer import Gazetteer


@dataclass(frozen=True, slots=True)
class NameNote:
    """A name that was looked at: what it was taken for, why, and what else it could have been."""

    text: str
    place_id: str | None
    rule: str
    rejected: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SentenceNote:
    """One sentence: its names, dates, actors and tolls, and the events that quote it."""

    start: int
    end: int
    text: str
    is_boilerplate: bool
    names: tuple[NameNote, ...]
    dates: tuple[str, ...]
    actors: tuple[str, ...]
    tolls: tuple[str, ...]
    events: tuple[Event, ...]

    def __str__(self) -> str:
        """The note as indented lines; ``=`` marks an event, with what decided each of its fields."""
        lines = [f"“{self.text}”" + (" (boilerplate: not read)" if self.is_boilerplate else "")]
        for name in self.names:
            lines.append(f"  name {name.text}: {name.place_id or 'no place'}; {name.rule}")
            lines.extend(f"    not {reason}" for reason in name.rejected)
        for kind, found in (("date", self.dates), ("actor", self.actors), ("toll", self.tolls)):
            lines.extend(f"  {kind} {each}" for each in found)
        for event in self.events:
            when = f"{event.date_start} to {event.date_end}" if event.date_start else "undated"
            sure = f"{event.confidence:.2f}"
            lines.append(f"  = {event.event_type} at {event.place_name or 'no place'}, {when}, {event.status}, {sure}")
            lines.extend(f"      {_shown(rule)}" for rule in event.rules)
        return "\n".join(lines)


def _shown(rule: str) -> str:
    """The rule, with the sentence that was read by a person in place of its key."""
    key, _, cosine = rule.removeprefix(LIKE).partition(" ")
    found = precedent(key) if rule.startswith(LIKE) else None
    return rule if found is None else f"{LIKE}“{found.sentence}” {cosine}"


def explain(document: Document, gazetteer: Gazetteer, reader: Reader) -> tuple[SentenceNote, ...]:
    """Every sentence of the document in order, with all that was found in it."""
    document = dated(document)
    findings, _ = gather(document, gazetteer)
    events = read(document, gazetteer, reader).events
    names = read_names(document, gazetteer)
    text = document.text
    return tuple(
        SentenceNote(
            start=span.start,
            end=span.end,
            text=text[span.start : span.end],
            is_boilerplate=is_covered(findings.boilerplate, span.start, span.end),
            names=tuple(
                NameNote(n.text, n.mention.place_id if n.mention else None, n.rule, n.rejected)
                for n in inside(names, span.start, span.end)
            ),
            dates=tuple(
                f"{text[d.start : d.end]}: {d.first} to {d.last} ({d.rule})"
                for d in inside(findings.dates, span.start, span.end)
            ),
            actors=tuple(f"{text[a.start : a.end]}: {a.name}" for a in inside(findings.actors, span.start, span.end)),
            tolls=tuple(
                f"{text[t.start : t.end]}: {t.low} to {t.high} {t.outcome}"
                for t in inside(findings.tolls, span.start, span.end)
            ),
            events=tuple(event for event in events if event.evidence_start == span.start),
        )
        for span in findings.sentences
    )
