"""What extraction finds: the frozen records that flow to the tables."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Span:
    """A half-open stretch ``[start, end)`` of ``Document.text``, in code points."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Mention:
    """A place named in a text, resolved to the gazetteer."""

    doc_id: str
    start: int
    end: int
    text: str
    place_id: str
    """Id in the gazetteer, or ``route:a--b`` for a road that the text composes of two known places."""
    place_name: str
    """Every tradition's English name, alphabetically, for display."""
    kind: str
    """country region province district city village site road bridge river lake mountain line sea."""
    lon: float
    lat: float
    name_language: str
    name_tradition: str | None
    """Of the name as written: ``azerbaijani``, ``armenian``, ``soviet`` ...; ``None`` if common to all."""
    role: str
    """``literal``, ``metonym`` (Baku said) or ``modifier`` (Karabakh Armenians)."""
    rule: str
    """Why this reading was chosen, in words that a reader understands."""
    rejected: tuple[str, ...] = ()
    """The other candidates, each as ``place id: why not``."""
    via: tuple[str, ...] = ()
    """For composed routes: the gazetteer ids that the line runs through, in order."""
    stem_end: int | None = None
    """``text[start:stem_end]`` is the name without its case ending; ``None`` if that is not known."""


@dataclass(frozen=True, slots=True)
class Unresolved:
    """A name that looks like a place and was not placed."""

    doc_id: str
    start: int
    end: int
    text: str
    sentence: str
    reason: str
    nearest: tuple[str, ...] = ()
    """Known place ids with similar names, best first."""


@dataclass(frozen=True, slots=True)
class Event:
    """Something that a text says happened: one row per event type, place and time in a document."""

    event_id: str
    doc_id: str
    event_type: str
    evidence: str
    """The sentence, verbatim: ``text[evidence_start:evidence_end]``."""
    evidence_start: int
    evidence_end: int
    trigger_start: int
    trigger_end: int
    status: str = "reported"
    """``reported``, ``claimed`` or ``denied``."""
    confidence: float = 0.5
    """How likely it is right, calibrated; 1 where a person read it."""
    read_by: str = "machine"
    """``machine``, or ``hand``: from the reading beside the document."""
    story_id: str = ""
    outlet: str | None = None
    published: date | None = None
    language: str = "en"
    date_start: date | None = None
    date_end: date | None = None
    """Both days belong to the event."""
    date_precision: str = "none"
    """day, week, month, season, year, none."""
    date_basis: str = "none"
    """stated, relative, publication, reviewed, none."""
    when_start: int | None = None
    when_end: int | None = None
    """Where in the text the date is written."""
    place_id: str | None = None
    place_name: str | None = None
    place_kind: str | None = None
    place_basis: str = "none"
    """``stated`` in the sentence that is quoted, ``carried`` from another (``place_start`` is there), ``reviewed``:
    a person read it, ``none``."""
    geo_precision: str | None = None
    """point, district, region, country, route; ``None`` if unplaced."""
    radius_km: float | None = None
    """How far from the point the event may lie ("near X"); ``None`` where the text does not blur it."""
    lon: float | None = None
    lat: float | None = None
    place_start: int | None = None
    place_end: int | None = None
    """Where in the text the place is written."""
    via: tuple[str, ...] = ()
    """For movements and composed routes: the gazetteer ids along the line, in order."""
    actor: str | None = None
    actor_basis: str = "none"
    """``stated`` in the sentence that is quoted, ``reviewed``: a person read it, ``none``: nobody is surely named."""
    target: str | None = None
    target_basis: str = "none"
    """As ``actor_basis``."""
    claimed_by: str | None = None
    actor_start: int | None = None
    actor_end: int | None = None
    target_start: int | None = None
    target_end: int | None = None
    claimed_by_start: int | None = None
    claimed_by_end: int | None = None
    """Where in the text they are named."""
    killed_low: int | None = None
    killed_high: int | None = None
    wounded_low: int | None = None
    wounded_high: int | None = None
    civilians_killed_low: int | None = None
    civilians_killed_high: int | None = None
    civilians_wounded_low: int | None = None
    civilians_wounded_high: int | None = None
    rules: tuple[str, ...] = ()
    """How type, place, date, status and actor were decided, one ``part: reason`` each."""


@dataclass(frozen=True, slots=True)
class Story:
    """One occurrence as told by several documents: ``event_ids`` are its versions."""

    story_id: str
    event_ids: tuple[str, ...]
    doc_ids: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Extraction:
    """All that was found in one document."""

    doc_id: str
    mentions: tuple[Mention, ...] = ()
    events: tuple[Event, ...] = ()
    unresolved: tuple[Unresolved, ...] = ()
