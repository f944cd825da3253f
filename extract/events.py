"""From triggers to events: each trigger judged, placed, dated and peopled; what is told twice becomes one."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from corpus import Document
from extract.agency import agency
from extract.confidence import confidence
from extract.dates import DateExpression
from extract.findings import Findings, inside, is_covered
from extract.lexicon_model import EventType, Language, Lexicon
from extract.linking import Surroundings, Where, places
from extract.merging import Draft, merge
from extract.modality import Judgement, judge
from extract.reading import Sentence, read_sentence
from extract.records import Event, Mention
from extract.relations import Stand, stands
from extract.sides import own_side
from extract.timing import PlacedDate, When, when
from extract.triggers import TriggerHit, find_triggers
from extract.victims import add_victims

_LOOKBACK = 2
_PLACING = frozenset({"at", "near", "toward", "to", "from", "via"})
_TOO_WIDE = frozenset({"caucasus", "south-caucasus", "north-caucasus"})


@dataclass(frozen=True, slots=True)
class Verdict:
    """A trigger and what became of it; ``refused`` says why there is no event."""

    hit: TriggerHit
    judgement: Judgement
    refused: str | None


@dataclass(frozen=True, slots=True)
class Reading:
    """One sentence with the verdict on each of its triggers."""

    sentence: Sentence
    verdicts: tuple[Verdict, ...]

    @property
    def accepted(self) -> tuple[Verdict, ...]:
        """The triggers that make events."""
        return tuple(verdict for verdict in self.verdicts if verdict.refused is None)


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
    drafts = tuple(_drafts(document, findings, readings, language, lexicon.types, within, home))
    events = merge(drafts, lexicon.types, within)
    return tuple(replace(event, confidence=confidence(event)) for event in events)


def read_sentences(
    document: Document, findings: Findings, language: Language, types: Mapping[str, EventType]
) -> Iterator[Reading]:
    """Every sentence that is no boilerplate, with a verdict on each trigger."""
    paragraph, end, side = 0, 0, own_side(document)
    for number, span in enumerate(findings.sentences):
        paragraph += "\n" in document.text[end : span.start]
        end = span.end
        if is_covered(findings.boilerplate, span.start, span.end):
            continue
        places_here, actors_here = (inside(f, span.start, span.end) for f in (findings.mentions, findings.actors))
        sentence = read_sentence(document.text, span, number, paragraph, language, places_here, actors_here, side)
        yield Reading(sentence, _verdicts(sentence, language, types))


def _verdicts(sentence: Sentence, language: Language, types: Mapping[str, EventType]) -> tuple[Verdict, ...]:
    judged = [(hit, judge(hit, sentence, language, types[hit.event_type])) for hit in find_triggers(sentence, language, types)]
    strong = {
        types[hit.event_type].family
        for hit, judgement in judged
        if not (hit.trigger.weak or hit.refused or judgement.status == "refused")
    }
    return tuple(Verdict(hit, judgement, _refusal(hit, judgement, strong, types)) for hit, judgement in judged)


def _refusal(hit: TriggerHit, judgement: Judgement, strong: set[str], types: Mapping[str, EventType]) -> str | None:
    if hit.refused:
        return hit.refused
    if judgement.status == "refused":
        return judgement.rule
    if hit.trigger.weak and not hit.trigger.echo and not strong.isdisjoint(types[hit.event_type].yields):
        return "weak: the sentence says more exactly what happened"
    return None


def _drafts(
    document: Document,
    findings: Findings,
    readings: Sequence[Reading],
    language: Language,
    types: Mapping[str, EventType],
    within: Mapping[str, frozenset[str]],
    home: Mention | None,
) -> Iterator[Draft]:
    focus = _focus(findings.mentions, home, within)
    before: list[tuple[Sentence, tuple[Mention, ...]]] = []
    carried: tuple[int, int, DateExpression] | None = None
    actor: tuple[int, int, str] | None = None
    actor_of: dict[str, str] = {}
    told: list[tuple[int, int, str]] = []
    for reading in readings:
        sentence = reading.sentence
        dates = _placed_dates(findings.dates, sentence)
        around = Surroundings(_nearby(before, sentence), focus, within)
        standing = stands(sentence, language)
        hits = [verdict.hit for verdict in reading.accepted]
        drafts: list[Draft] = []
        background = bool(sentence.marks.get("background"))
        for verdict in reading.accepted:
            event_type = _told_of(verdict.hit, told, sentence, types)
            if event_type is None:
                continue
            if not (verdict.hit.trigger.weak or verdict.hit.trigger.echo):
                told.append((sentence.number, sentence.paragraph, event_type))
            carry = carried[2] if carried and _follows(carried[:2], sentence) else None
            moment = when(
                verdict.hit,
                hits,
                sentence,
                dates,
                carry,
                document.published,
                background or verdict.hit.trigger.background,
            )
            went_before = actor[2] if actor and _follows(actor[:2], sentence) else None
            went_before = went_before or actor_of.get(event_type)
            doing = agency(verdict.hit, sentence, verdict.judgement, types[event_type], went_before)
            if doing.actor:
                actor_of[event_type] = doing.actor
            for place in places(verdict.hit, sentence, standing, types[event_type], around):
                event = _event(document, sentence, verdict, event_type, place, moment)
                event = replace(
                    event, actor=doing.actor, target=doing.target, claimed_by=doing.claimed_by,
                    rules=(*event.rules, f"actor: {doing.rule}"),
                )  # fmt: skip
                tolls = inside(findings.tolls, sentence.start, sentence.end)
                drafts.append(Draft(add_victims(event, tolls), sentence, verdict.hit, place.level, moment.is_own, doing.side))
        yield from drafts
        if dates:
            carried = (sentence.number, sentence.paragraph, dates[-1].date)
        before.append((sentence, _spoken_of(standing, drafts)))
        actor = _goes_on(sentence, drafts)


def _told_of(
    hit: TriggerHit, told: Sequence[tuple[int, int, str]], sentence: Sentence, types: Mapping[str, EventType]
) -> str | None:
    """The type of the event: vague words mean what was told before in the paragraph; an echo of nothing is nothing."""
    if not (hit.trigger.weak or hit.trigger.echo):
        return hit.event_type
    family = types[hit.event_type].family
    near = [
        event_type
        for number, paragraph, event_type in told
        if paragraph == sentence.paragraph and sentence.number - number <= _LOOKBACK and types[event_type].family == family
    ]
    if near:
        return max(reversed(near), key=lambda event_type: types[event_type].specificity)
    return None if hit.trigger.echo else hit.event_type


def _follows(where: tuple[int, int], sentence: Sentence) -> bool:
    number, paragraph = where
    return paragraph == sentence.paragraph and sentence.number - number == 1


def _nearby(before: Sequence[tuple[Sentence, tuple[Mention, ...]]], sentence: Sentence) -> tuple[Mention, ...]:
    """Places of the sentences before in the paragraph, the nearest sentence first."""
    found: list[Mention] = []
    for earlier, mentions in reversed(before[-_LOOKBACK:]):
        if earlier.paragraph == sentence.paragraph:
            found.extend(mentions)
    return tuple(found)


def _spoken_of(standing: Sequence[Stand], drafts: Sequence[Draft]) -> tuple[Mention, ...]:
    """The places of a sentence that the next may go on about: those of its events, then those that it puts things in."""
    placed = {draft.event.place_start for draft in drafts if draft.place_level in ("clause", "sentence")}
    where = [stand.placed.mention for stand in standing if not stand.frames]
    of_events = [mention for mention in where if mention.start in placed]
    others = [
        stand.placed.mention
        for stand in standing
        if stand.relation in _PLACING and stand.placed.mention.kind != "country" and not stand.frames
    ]
    return tuple(dict.fromkeys((*of_events, *others)))


def _goes_on(sentence: Sentence, drafts: Sequence[Draft]) -> tuple[int, int, str] | None:
    """Who a sentence without a subject of its own goes on about: the last event's actor, else the first one named."""
    acted = next((draft.event.actor for draft in reversed(drafts) if draft.event.actor), None)
    named = next((a.hit.name for a in sentence.actors if not a.is_adjective and a.hit.hint != "place"), None)
    name = acted or named
    return (sentence.number, sentence.paragraph, name) if name else None


def _focus(mentions: Sequence[Mention], home: Mention | None, within: Mapping[str, frozenset[str]]) -> Mention | None:
    """The region named most often, the first of equals; else the home region if a place of it is named."""
    regions = [m for m in mentions if m.kind == "region" and m.place_id not in _TOO_WIDE]
    counts = Counter(mention.place_id for mention in regions)
    named = max(regions, key=lambda m: (counts[m.place_id], -m.start), default=None)
    if named is not None or home is None:
        return named
    return home if any(home.place_id in within.get(m.place_id, ()) for m in mentions) else None


def _placed_dates(dates: Sequence[DateExpression], sentence: Sentence) -> tuple[PlacedDate, ...]:
    found = inside(dates, sentence.start, sentence.end)
    return tuple(PlacedDate(d, *at) for d in found if (at := sentence.covered(d.start, d.end)))


def _event(
    document: Document, sentence: Sentence, verdict: Verdict, event_type: str, place: Where, moment: When
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
        rules=(
            f"type: “{hit.trigger.pattern.source}” ({hit.trigger.file}:{hit.trigger.line})",
            f"status: {verdict.judgement.rule}",
            f"place: {place.rule}",
            f"date: {moment.rule}",
        ),
    )
