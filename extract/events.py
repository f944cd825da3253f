"""From triggers to events: each trigger judged, placed, dated and peopled; what is told twice becomes one."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from corpus import Document
from extract.agency import Agency, agency
from extract.confidence import confidence, traits
from extract.dates import DateExpression
from extract.findings import Findings, inside
from extract.lexicon_model import EventType, Language, Lexicon
from extract.linking import places
from extract.memory import Memory, focus
from extract.merging import Draft, merge
from extract.reading import Sentence
from extract.records import Event, Mention
from extract.relations import Stand, stands
from extract.retold import attributed
from extract.surroundings import Surroundings, Where, at_home_of
from extract.timing import PlacedDate, When, when
from extract.verdicts import Reading, Verdict, as_released, read_sentences
from extract.victims import with_victims


@dataclass(frozen=True, slots=True)
class _Context:
    """What is the same for every sentence of a document."""

    language: Language
    types: Mapping[str, EventType]
    focus: Mention | None
    mentions: tuple[Mention, ...]
    side_of: Mapping[str, str]
    """Side of each actor, by name."""
    within: Mapping[str, frozenset[str]]


def find_events(
    document: Document,
    findings: Findings,
    lexicon: Lexicon,
    within: Mapping[str, frozenset[str]],
    home: Mention | None = None,
) -> tuple[Event, ...]:
    """The events of a document in text order; none if the lexicon lacks its language.

    ``within`` gives for each place id the ids of the areas around it, ``home`` the region that a text is about if it
    names places of it but no region.
    """
    language = lexicon.languages.get(document.language)
    if language is None:
        return ()
    readings = tuple(read_sentences(document, findings, language, lexicon.types))
    readings = as_released(readings, lexicon.types)
    context = _Context(
        language=language,
        types=lexicon.types,
        focus=focus(findings.mentions, home, within),
        mentions=findings.mentions,
        side_of={actor.hit.name: actor.hit.side for reading in readings for actor in reading.sentence.actors},
        within=within,
    )
    found = _drafts(document, findings, readings, context)
    drafts = attributed(found, (reading.sentence for reading in readings), language, lexicon.types)
    told = merge(drafts, lexicon.types, within)
    return tuple(replace(draft.event, confidence=confidence(traits(draft))) for draft in told)


def _drafts(
    document: Document,
    findings: Findings,
    readings: Sequence[Reading],
    context: _Context,
) -> Iterator[Draft]:
    """Each accepted trigger as an event for each of its places, in text order."""
    memory = Memory(context.types)
    for reading in readings:
        sentence = reading.sentence
        standing = stands(sentence, context.language)
        dates = _placed_dates(findings.dates, sentence, document.published)
        tolls = inside(findings.tolls, sentence.start, sentence.end)
        drafts: list[Draft] = []
        for verdict in reading.accepted:
            event_type = memory.told_of(verdict.hit, sentence)
            if event_type is not None:
                told = _told(document, verdict, reading, context.types[event_type], standing, dates, memory, context)
                drafts += told
                event = told[0].event
                told_on = next((placed.date for placed in dates if placed.date.start == event.when_start), None)
                memory.tell(verdict.hit, sentence, event_type, told_on)
        yield from with_victims(drafts, tolls, sentence)
        memory.keep(sentence, standing, drafts, [placed.date for placed in dates])


def _told(
    document: Document,
    verdict: Verdict,
    reading: Reading,
    event_type: EventType,
    standing: Sequence[Stand],
    dates: Sequence[PlacedDate],
    memory: Memory,
    context: _Context,
) -> list[Draft]:
    """One trigger as events: where, when, who."""
    sentence, hit = reading.sentence, verdict.hit
    meant = memory.meant_by_there(hit, sentence)
    around = Surroundings(memory.places_before(sentence), context.focus, context.within, memory.story_place(), meant)
    where = places(hit, sentence, standing, event_type, around)
    is_background = hit.trigger.background or bool(sentence.marks.get("background"))
    hits = [other.hit for other in reading.accepted]
    carried = memory.date_of_told(hit, sentence, event_type.id) or memory.date_before(sentence)
    moment = when(hit, hits, sentence, dates, carried, document.published, is_background)
    struck = frozenset(place.mention.start for place in where if place.mention is not None and place.mention.text)
    doing = agency(hit, sentence, verdict.judgement, event_type, struck)
    if event_type.fallback == "actor" and where[0].level not in ("clause", "sentence"):
        home = at_home_of(context.side_of.get(doing.actor or ""), context.mentions)
        where = where if home is None else (home,)
    return [
        Draft(
            event=_event(document, sentence, verdict, event_type.id, place, moment, doing),
            sentence=sentence,
            hit=hit,
            place_level=place.level,
            has_own_date=moment.is_own,
            actor_side=doing.side,
        )
        for place in where
    ]


def _placed_dates(
    dates: Sequence[DateExpression], sentence: Sentence, published: date | None
) -> tuple[PlacedDate, ...]:
    """The dates of the sentence but those after its publication: what is told has happened before."""
    latest = date.max if published is None else published
    found = [each for each in inside(dates, sentence.start, sentence.end) if each.first <= latest]
    return tuple(PlacedDate(d, *at) for d in found if (at := sentence.covered(d.start, d.end)))


def _event(
    document: Document, sentence: Sentence, verdict: Verdict, event_type: str, place: Where, moment: When, doing: Agency
) -> Event:
    hit, mention = verdict.hit, place.mention
    start, end = sentence.tokens[hit.first].start, sentence.tokens[hit.last].end
    key = (document.doc_id, event_type, str(start), mention.place_id if mention else "", str(moment.first))
    return Event(
        event_id=hashlib.sha256("\0".join(key).encode()).hexdigest()[:16],
        doc_id=document.doc_id,
        event_type=event_type,
        evidence=document.text[sentence.start : sentence.end],
        evidence_start=sentence.start,
        evidence_end=sentence.end,
        trigger_start=start,
        trigger_end=end,
        status=verdict.judgement.status,
        outlet=document.outlet,
        published=document.published,
        language=document.language,
        date_start=moment.first,
        date_end=moment.last,
        date_precision=moment.precision,
        date_basis=moment.basis,
        when_start=moment.at[0] if moment.at else None,
        when_end=moment.at[1] if moment.at else None,
        place_id=mention.place_id if mention else None,
        place_name=mention.place_name if mention else None,
        place_kind=mention.kind if mention else None,
        geo_precision=place.geo_precision,
        radius_km=place.radius_km,
        lon=mention.lon if mention else None,
        lat=mention.lat if mention else None,
        place_start=mention.start if mention else None,
        place_end=mention.end if mention else None,
        via=place.via,
        actor=doing.actor,
        actor_basis="stated" if doing.actor else "none",
        target=doing.target,
        claimed_by=doing.claimed_by,
        rules=(
            f"type: “{hit.trigger.pattern.source}” ({hit.trigger.file}:{hit.trigger.line})",
            f"status: {verdict.judgement.rule}",
            f"place: {place.rule}",
            f"date: {moment.rule}",
            f"actor: {doing.rule}",
        ),
    )
