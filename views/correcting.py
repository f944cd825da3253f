"""Correcting a reading, without a page: what can be chosen, what a form says, and what is wrong with that."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date

from corpus import Document, Problem
from corpus.readings import ReadEvent, Reading, parse_reading, parties_apart, written
from extract import reading_of
from extract.actors import find_actors
from extract.text.sentences import sentences
from extract.times import find_dates
from extract.tolls import find_tolls
from views.reader_document import ReadDocument

WORDS = ("trigger", "place", "time", "actor", "target", "claimed_by", "killed", "wounded")
"""The fields that hold words of the text."""
FIELDS = ("type", "status", *WORDS, "start", "end")
"""The fields of a form."""


@dataclass(frozen=True, slots=True)
class Offered:
    """What was found in a text and can be chosen from, each in words of the text and in its order."""

    sentences: tuple[str, ...]
    words: Mapping[str, tuple[str, ...]]
    """By field of an event: ``place``, ``time``, ``actor``, ``target``, ``claimed_by``, ``killed``, ``wounded``."""
    days: Mapping[str, tuple[date, date]]
    """First and last day of the words that give a date."""


@dataclass(frozen=True, slots=True)
class Draft:
    """A reading as it stands after the corrections of this session, and what can be chosen for more of them."""

    reading: Reading
    begun: Reading
    """As it was before the first correction."""
    offered: Offered


def drafted(read: ReadDocument, kept: str | None = None) -> Draft:
    """The draft to begin with: the correction kept before, else the document's own reading, else the machine's.

    Args:
        read: the document and what was read in it.
        kept: the YAML of a correction that was saved before.

    """
    reading = begun(read, kept)
    return Draft(reading, reading, offered(read))


def offered(read: ReadDocument) -> Offered:
    """Return what was found in the text: its places, dates, actors and tolls, whether or not an event has them."""
    document = read.document
    text, language = document.text, document.language
    dates = find_dates(text, language, document.published)
    who = _distinct(text[hit.start : hit.end] for hit in find_actors(text, language))
    tolls = find_tolls(text, language)
    named = sorted([(m.start, m.text) for m in read.mentions] + [(u.start, u.text) for u in read.unresolved])
    found = {
        "place": _distinct(words for _, words in named),
        "time": _distinct(text[each.start : each.end] for each in dates),
        "killed": _distinct(text[each.start : each.end] for each in tolls if each.outcome == "killed"),
        "wounded": _distinct(text[each.start : each.end] for each in tolls if each.outcome == "wounded"),
        **dict.fromkeys(("actor", "target", "claimed_by"), who),
    }
    days = {text[each.start : each.end]: (each.first, each.last) for each in reversed(dates)}
    return Offered(_distinct(text[span.start : span.end] for span in sentences(text, language)), found, days)


def _distinct(words: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(each for each in words if each))


def choices(offered: Offered, field: str, sentence: str, now: str | None) -> tuple[str, ...]:
    """Return the words to choose from: nothing, what is chosen now, those of the sentence, the others."""
    found = sorted(offered.words[field], key=lambda words: words not in sentence)
    return tuple(dict.fromkeys(("", *([now] if now else []), *found)))


def begun(read: ReadDocument, kept: str | None) -> Reading:
    """Return what is to be corrected; see ``drafted``."""
    document = read.document
    for content in (kept, document.reading):
        if content is not None:
            reading, problems = parse_reading(content, document.doc_id, document.text, document.title)
            if reading is not None and not problems:
                return reading
    events = sorted((told.event for told in read.events), key=lambda event: event.trigger_start)
    return parties_apart(reading_of(document, events))


def event_of(said: Mapping[str, object], sentence: str, before: ReadEvent | None, offered: Offered) -> ReadEvent:
    """Return the event that a form tells of.

    Args:
        said: by field, what stands in the form: ``type`` and ``status``, the words, ``start`` and ``end``.
        sentence: that tells of it.
        before: the event as it was, ``None`` for one that was missing.
        offered: tells which days the words of a date stand for, where the form's days were left as they were.

    """
    words = {field: _words(said.get(field)) for field in WORDS}
    start, end = _days(said, words["time"], before, offered)
    return ReadEvent(
        event_type=str(said["type"]),
        sentence=sentence,
        trigger=words["trigger"] or "",
        place=words["place"],
        time=words["time"],
        start=start,
        end=end,
        actor=words["actor"],
        target=words["target"],
        killed=words["killed"],
        wounded=words["wounded"],
        claimed_by=words["claimed_by"],
        status=str(said["status"]),
        core=before.core if before else True,
    )


def _words(value: object) -> str | None:
    return value.strip() or None if isinstance(value, str) else None


def _days(
    said: Mapping[str, object], time: str | None, before: ReadEvent | None, offered: Offered
) -> tuple[date | None, date | None]:
    start, end = (value if isinstance(value, date) else None for value in (said.get("start"), said.get("end")))
    were = (before.start, before.end, before.time) if before else (None, None, None)
    if time and (start, end) == were[:2] and time != were[2] and time in offered.days:
        return offered.days[time]
    return start or end, end or start


def with_event(reading: Reading, at: int | None, event: ReadEvent, text: str) -> Reading:
    """Return the reading with an event in the place of one of its own, or besides them; in the order of the text."""
    others = reading.events if at is None else (*reading.events[:at], *reading.events[at + 1 :])
    ordered = sorted((*others, event), key=lambda each: text.find(each.sentence) + each.sentence.find(each.trigger))
    return replace(reading, events=tuple(ordered))


def without(reading: Reading, at: int) -> Reading:
    """Return the reading without one of its events."""
    return replace(reading, events=(*reading.events[:at], *reading.events[at + 1 :]))


def faults(event: ReadEvent, document: Document) -> tuple[Problem, ...]:
    """Return every reason why the event could not be kept; each is ``about`` a field and what is wrong with it."""
    content = written(Reading((event,)))
    _, problems = parse_reading(content, document.doc_id, document.text, document.title)
    return tuple(problems)


def kept_as(document: Document, is_own: bool) -> Document:
    """Return the document as it is kept: a text that a reader brought under the id that it had before.

    One that was pasted has none, and gets its own from its words.
    """
    if not is_own:
        return document
    _, _, doc_id = document.doc_id.split("-", 2)
    return replace(document, doc_id=f"text-{document.sha256[:8]}" if doc_id == "text" else doc_id)
