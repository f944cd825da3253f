"""What a viewer has chosen to see, and the SQL conditions that say the same."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

UNKNOWN = ""
"""Stands for "not stated" among outlets and countries."""


MOST_WORDS, LONGEST_SEARCH = 12, 200
"""Each word is two sub-queries of about ten queries of a page; more than this nobody types."""


@dataclass(frozen=True, slots=True)
class Filter:
    """Which events to show; an empty field does not limit."""

    outlets: tuple[str, ...] = ()
    outlet_countries: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    event_types: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    """Place ids; what lies within a place, or is the same road under another name, counts as well."""
    statuses: tuple[str, ...] = ("reported", "claimed")
    precisions: tuple[str, ...] = ()
    """point, district, region, country, route."""
    readers: tuple[str, ...] = ()
    """hand, machine: who read the event in the text."""
    date_from: date | None = None
    date_to: date | None = None
    """Both inclusive; an event counts when any of its days lies between them."""
    confidence_min: float = 0.0
    min_outlets: int = 1
    """Told by at least so many outlets."""
    text: str = ""
    """Words that must all occur in the quoted sentence, the title, the place, or the actors (see ``sought_words``)."""
    bbox: tuple[float, float, float, float] | None = None
    """West, south, east, north."""
    documents: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Condition:
    """A part of a WHERE clause and its bound values."""

    sql: str
    values: Mapping[str, object]


_COLUMNS = {
    "outlets": "coalesce(outlet, '')",
    "outlet_countries": "coalesce(outlet_country, '')",
    "languages": "language",
    "event_types": "event_type",
    "statuses": "status",
    "precisions": "coalesce(geo_precision, '')",
    "readers": "read_by",
    "documents": "doc_id",
}
PLACING = frozenset({"places", "bbox", "precisions"})
"""Conditions that an event without place cannot meet."""
DATING = frozenset({"dates"})
"""Conditions that an event without date cannot meet."""


def conditions(chosen: Filter) -> dict[str, Condition]:
    """The conditions by the field that they come from; only fields that limit are there."""
    found = {name: _one_of(name, column, getattr(chosen, name)) for name, column in _COLUMNS.items()}
    found |= {
        "places": _within(chosen.places),
        "dates": _between(chosen.date_from, chosen.date_to),
        "confidence_min": _at_least(chosen.confidence_min),
        "min_outlets": _told_by(chosen.min_outlets),
        "text": _words(chosen.text),
        "bbox": _inside(chosen.bbox),
    }
    return {name: condition for name, condition in found.items() if condition is not None}


def where(chosen: Mapping[str, Condition], leaving: Iterable[str] = ()) -> Condition:
    """All conditions but those left out, joined; ``TRUE`` if there are none."""
    left = set(leaving)
    return _all_of(condition for name, condition in chosen.items() if name not in left)


def _all_of(parts: Iterable[Condition]) -> Condition:
    kept = list(parts)
    values = {key: value for part in kept for key, value in part.values.items()}
    return Condition(" AND ".join(f"({part.sql})" for part in kept) or "TRUE", values)


def _one_of(name: str, column: str, values: tuple[str, ...]) -> Condition | None:
    return Condition(f"list_contains(${name}, {column})", {name: list(values)}) if values else None


def _within(places: tuple[str, ...]) -> Condition | None:
    sql = (
        "place_id IN (SELECT p.place_id FROM places p"
        " WHERE list_contains($places, p.place_id) OR list_has_any(p.within, $places)"
        " OR list_contains($places, coalesce(p.same_road, '')))"
    )
    return Condition(sql, {"places": list(places)}) if places else None


def _between(first: date | None, last: date | None) -> Condition | None:
    parts = []
    if first is not None:
        parts.append(Condition("date_end >= $date_from", {"date_from": first}))
    if last is not None:
        parts.append(Condition("date_start <= $date_to", {"date_to": last}))
    return _all_of(parts) if parts else None


def _at_least(confidence: float) -> Condition | None:
    return Condition("confidence >= $confidence_min", {"confidence_min": confidence}) if confidence > 0 else None


def _told_by(outlets: int) -> Condition | None:
    sql = "story_id IN (SELECT s.story_id FROM stories s WHERE s.outlets >= $min_outlets)"
    return Condition(sql, {"min_outlets": outlets}) if outlets > 1 else None


def sought_words(text: str) -> list[str]:
    """The words of a search: the first twelve within its first 200 characters."""
    return text[:LONGEST_SEARCH].split()[:MOST_WORDS]


def _words(text: str) -> Condition | None:
    fields = "concat_ws(' ', evidence, place_name, actor, target, claimed_by)"
    parts = []
    for number, word in enumerate(sought_words(text)):
        key = f"word{number}"
        found = f"contains(strip_accents(lower({{}})), strip_accents(lower(${key})))"
        told = f"doc_id IN (SELECT d.doc_id FROM documents d WHERE {found.format('d.title')})"
        known = f"place_id IN (SELECT p.place_id FROM places p WHERE {found.format(_names())})"
        parts.append(Condition(f"{found.format(fields)} OR {known} OR {told}", {key: word}))
    return _all_of(parts) if parts else None


def _names() -> str:
    return "array_to_string(p.names, ' ')"


def _inside(bbox: tuple[float, float, float, float] | None) -> Condition | None:
    if bbox is None:
        return None
    sql = "lon BETWEEN $west AND $east AND lat BETWEEN $south AND $north"
    return Condition(sql, dict(zip(("west", "south", "east", "north"), bbox, strict=True)))
