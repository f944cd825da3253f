"""An event together with the text that tells it, as the rows of a store give them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields
from datetime import date, datetime
from typing import Any

import pandas as pd

from extract.records import Event
from extract.text.sentences import sentences
from geo.queries import REACH

_BESIDE = ("title", "author", "url", "around_place")
_TYPES = {field.name: str(field.type) for field in fields(Event)}


@dataclass(frozen=True, slots=True)
class Passage:
    """Words of a document, verbatim but for an ellipsis where they were cut."""

    text: str
    start: int
    """Offset in the document."""


@dataclass(frozen=True, slots=True)
class Told:
    """An event and the bibliography of its document."""

    event: Event
    title: str | None = None
    author: str | None = None
    url: str | None = None
    naming: Passage | None = None
    """The sentence that names the place, where that is not the one quoted and the text was at hand."""

    @property
    def written_place(self) -> str | None:
        """The place as the sentence writes it; ``None`` if it stands outside the sentence or nowhere."""
        event = self.event
        if event.place_start is None or event.place_end is None:
            return None
        start, end = event.place_start - event.evidence_start, event.place_end - event.evidence_start
        return event.evidence[start:end] or None if 0 <= start < end <= len(event.evidence) else None


def told(row: Mapping[str, Any]) -> Told:
    """Return the event of a row; numbers and dates get their own types back, what is absent is ``None``."""
    known = {name: _typed(row.get(name), kind) for name, kind in _TYPES.items()}
    event = Event(**{name: value for name, value in known.items() if value is not None})
    title, author, url, around = (_typed(row.get(name), "str | None") for name in _BESIDE)
    return Told(event, title, author, url, _naming(event, around, _typed(row.get("around_start"), "int | None")))


def _naming(event: Event, around: str | None, starts_at: int | None) -> Passage | None:
    """The sentence with the place in it, of the text around the place that begins at an offset of the document."""
    if around is None or starts_at is None or event.place_start is None:
        return None
    place = event.place_start - starts_at
    named = next((each for each in sentences(around, event.language) if each.start <= place < each.end), None)
    if named is None:
        return None
    before = "…" if named.start == 0 and starts_at > 0 else ""
    after = "…" if named.end == len(around) == 2 * REACH else ""
    return Passage(f"{before}{around[named.start : named.end]}{after}", starts_at + named.start - len(before))


def all_told(frame: pd.DataFrame) -> tuple[Told, ...]:
    """Return the events of a frame in its order."""
    return tuple(told(row) for row in _rows(frame))


def _rows(frame: pd.DataFrame) -> Iterator[dict[str, Any]]:
    for row in frame.to_dict("records"):
        yield {str(name): value for name, value in row.items()}


def _typed(value: Any, kind: str) -> Any:
    if kind.startswith("tuple"):
        return () if value is None or (isinstance(value, float) and value != value) else tuple(value)
    if value is None or value is pd.NaT or value != value:
        return None
    if kind.startswith("date"):
        return _day(value)
    if kind.startswith("int"):
        return int(value)
    return float(value) if kind.startswith("float") else str(value)


def _day(value: Any) -> date:
    if isinstance(value, (datetime, pd.Timestamp)):
        return value.date()
    if isinstance(value, date):
        return value
    return pd.Timestamp(value).date()


@dataclass(frozen=True, slots=True)
class Clause:
    """One thing that led to a decision: the key of its phrase, and what the phrase is filled with."""

    key: str | None
    """``None`` if the phrase is not known: then ``words`` is all of it."""
    values: Mapping[str, str]


PARTS = frozenset({"type", "status", "place", "date", "actor", "target", "claimed by"})
"""The parts of an event that a rule may tell of."""
PHRASES = {
    "tells": "“{words}” tells of it ({likely})",
    "linked": "linked to “{words}” ({likely})",
    "next": "next “{words}” ({likely})",
    "linked_to_none": "linked to none ({likely})",
    "none": "linked to none",
    "status": "{status} ({likely})",
    "news": "the news of the day",
    "nobody": "nobody is surely named",
    "person": "read by a person",
    "quoted": "“{words}”",
    "only": "the only place of this name",
    "above": "the place that this name was given to above",
    "kind_word": "a {kind}, for “{words}” stands with the name",
    "supported": "the only place of this name, and what stands near it speaks for it",
    "bare": "a bare name is read as the {kind}",
    "nearest_named": "of the places of this name, the nearest to the places named with it",
    "nearest_about": "of the places of this name, the nearest to what the text is about",
    "elsewhere": "the place that this name means elsewhere in the text",
    "road": "the road of this name, or between these two places",
    "composed": "a road that the text composes of {via}",
    "unnamed": "meant without its name",
    "other_word": "a {kind}, and the text says “{words}”",
    "unsupported": "a weak name without support",
    "unasked": "a {kind}, and nothing asks for one",
    "outside": "not in the area that is named with it",
    "seldom": "seldom meant by this name",
    "other_place": "not the place that the text has named so",
    "farther": "farther from the places around it ({km} km)",
}
"""How the reader tells what led to an event and to its place, by the key of the same phrase in every language."""
_VALUES = {
    "words": r"(?P<words>.+)",
    "likely": r"(?P<likely>[01]\.\d+)",
    "status": r"(?P<status>reported|claimed|denied)",
    "kind": r"(?P<kind>[a-z]+)",
    "via": r"(?P<via>.+)",
    "km": r"(?P<km>\d+)",
}
_KNOWN = {
    key: re.compile(re.sub(r"\\{(\w+)\\}", lambda value: _VALUES[value[1]], re.escape(phrase)), re.DOTALL)
    for key, phrase in PHRASES.items()
}
_NEXT = re.compile(r"; (?=next “)")


def reasons(rule: str) -> tuple[str | None, tuple[Clause, ...]]:
    """Return the part of the event that a rule tells of, ``None`` if it names none, and what led to it."""
    part, _, said = rule.partition(": ")
    if part not in PARTS:
        return None, (clause(rule),)
    return part, tuple(clause(each) for each in _NEXT.split(said))


def clause(said: str) -> Clause:
    """Return what a reason says, with the values of its phrase."""
    for key, known in _KNOWN.items():
        if found := known.fullmatch(said):
            return Clause(key, found.groupdict())
    return Clause(None, {"words": said})
