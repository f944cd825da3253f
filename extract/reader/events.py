"""Events of a document as the trained reader tells them: triggers, linked to what the finders found."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from corpus import Document
from extract.findings import Findings, is_covered
from extract.places.relations import relation_words
from extract.places.standing import Stand
from extract.reader.arguments import Person, whole_words
from extract.reader.calibration import surely, traits
from extract.reader.counting import figures, owners, places_of_tolls
from extract.reader.dating import When, when
from extract.reader.engine import Reader
from extract.reader.merging import merged
from extract.reader.people import Cast, cast_of
from extract.reader.placing import PRECISION, Where, line_of, places_of, radius_of, standing_in
from extract.reader.precedents import LIKE
from extract.reader.triggers import Trigger, triggers_of
from extract.reader.windows import windows_of
from extract.records import Event
from extract.tolls import Toll


@dataclass(frozen=True, slots=True)
class _Told:
    """A trigger at one of its places."""

    trigger: Trigger
    where: Where


def read_events(
    document: Document, findings: Findings, reader: Reader, within: Mapping[str, frozenset[str]]
) -> tuple[Event, ...]:
    """The events of a document in text order, each with what its links reach; nothing is guessed.

    A document in a language that the reader does not know has none. ``within`` gives for each place id the ids of the
    areas around it.
    """
    return tuple(event for event, _ in read_with_traits(document, findings, reader, within))


def read_with_traits(
    document: Document, findings: Findings, reader: Reader, within: Mapping[str, frozenset[str]]
) -> list[tuple[Event, Mapping[str, float]]]:
    """As ``read_events``, each with what bears on whether it is right."""
    if relation_words(document.language) is None:
        return []
    told = list(_told(document, findings, reader, within))
    standing: dict[int, tuple[Stand, ...]] = {}
    for number in {each.trigger.sentence for each in told if each.where.mention is not None}:
        standing[number] = standing_in(document, findings, findings.sentences[number])
    owned = owners([(each.trigger, each.where.mention) for each in told], findings, reader.tuned)
    known: dict[str, Mapping[str, float]] = {}
    events = []
    for number, each in enumerate(told):
        tolls = [toll for toll, owner in owned.items() if owner == number]
        event, bearing = _event(document, findings, each, tolls, standing.get(each.trigger.sentence, ()), reader)
        known[event.event_id] = bearing
        events.append(event)
    kept = sorted(merged(events), key=lambda e: (e.trigger_start, e.place_start or 0, e.event_id))
    return [(event, known[event.event_id]) for event in kept]


def _told(
    document: Document,
    findings: Findings,
    reader: Reader,
    within: Mapping[str, frozenset[str]],
) -> Iterator[_Told]:
    tuned = reader.tuned
    for window in windows_of(document.text, document.title, findings.sentences, reader.network.tokenizer):
        for trigger in triggers_of(window, reader.network, tuned["least"]):
            span = findings.sentences[trigger.sentence]
            if not is_covered(findings.boilerplate, span.start, span.end):
                places = places_of(trigger, findings.mentions, within, tuned)
                for where in (*places, *places_of_tolls(trigger, places, findings, tuned)):
                    yield _Told(trigger, where)


def _event(
    document: Document,
    findings: Findings,
    told: _Told,
    tolls: list[Toll],
    standing: tuple[Stand, ...],
    reader: Reader,
) -> tuple[Event, Mapping[str, float]]:
    trigger, place, tuned = told.trigger, told.where.mention, reader.tuned
    span = findings.sentences[trigger.sentence]
    first, last = whole_words(document.text, trigger.start, trigger.end)
    moment = when(trigger, findings.dates, document.published, tuned)
    cast = cast_of(trigger, document, findings, tuned)
    key = (document.doc_id, trigger.event_type, str(trigger.start), place.place_id if place else "", str(moment.first))
    is_inside = place is not None and span.start <= place.start < span.end
    like = reader.precedents.like(trigger.event_type, trigger.asked)
    bearing = traits(trigger, told.where, moment, cast, sum(cosine for _, cosine in like) / max(len(like), 1))
    event = Event(
        event_id=hashlib.sha256("\0".join(key).encode()).hexdigest()[:16],
        doc_id=document.doc_id,
        event_type=trigger.event_type,
        evidence=document.text[span.start : span.end],
        evidence_start=span.start,
        evidence_end=span.end,
        trigger_start=first,
        trigger_end=last,
        status=trigger.status,
        confidence=round(surely(bearing, tuned), 2),
        outlet=document.outlet,
        published=document.published,
        language=document.language,
        date_start=moment.first,
        date_end=moment.last,
        date_precision=moment.precision,
        date_basis=moment.basis,
        when_start=moment.expression.start if moment.expression else None,
        when_end=moment.expression.end if moment.expression else None,
        place_id=place.place_id if place else None,
        place_name=place.place_name if place else None,
        place_kind=place.kind if place else None,
        place_basis="none" if place is None else "stated" if is_inside else "carried",
        geo_precision=PRECISION.get(place.kind, "point") if place else None,
        radius_km=radius_of(place, standing) if place else None,
        lon=place.lon if place else None,
        lat=place.lat if place else None,
        place_start=place.start if place else None,
        place_end=place.end if place else None,
        via=line_of(trigger, place, standing) if place else (),
        actor=cast.actor.name if cast.actor else None,
        actor_basis="stated" if cast.actor else "none",
        target=cast.target.name if cast.target else None,
        target_basis="stated" if cast.target else "none",
        claimed_by=cast.speaker.name if cast.speaker else None,
        actor_start=cast.actor.start if cast.actor else None,
        actor_end=cast.actor.end if cast.actor else None,
        target_start=cast.target.start if cast.target else None,
        target_end=cast.target.end if cast.target else None,
        claimed_by_start=cast.speaker.start if cast.speaker else None,
        claimed_by_end=cast.speaker.end if cast.speaker else None,
        rules=(*_reasons(document, told, moment, cast), *_likenesses(like)),
        **figures(tolls),
    )
    return event, bearing


def _reasons(document: Document, told: _Told, moment: When, cast: Cast) -> Iterator[str]:
    trigger, where = told.trigger, told.where
    first, last = whole_words(document.text, trigger.start, trigger.end)
    yield f"type: “{document.text[first:last]}” tells of it ({trigger.score:.2f})"
    yield f"status: {trigger.status} ({trigger.status_score:.2f})"
    other = f"; next “{where.next_best.text}” ({where.next_likely:.2f})" if where.next_best else ""
    if where.mention is None:
        yield f"place: linked to none ({where.likely:.2f}){other}"
    else:
        yield f"place: linked to “{where.mention.text}” ({where.likely:.2f}){other}"
    if moment.expression is not None:
        words = document.text[moment.expression.start : moment.expression.end]
        yield f"date: linked to “{words}” ({moment.likely:.2f})"
    else:
        yield f"date: {'the news of the day' if moment.basis == 'publication' else 'linked to none'}"
    for role, who in (("actor", cast.actor), ("target", cast.target), ("claimed by", cast.speaker)):
        if who is not None:
            yield f"{role}: linked to {_quoted(who)}"
        elif role == "actor":
            yield "actor: nobody is surely named"


def _likenesses(like: Sequence[tuple[str, float]]) -> Iterator[str]:
    for key, cosine in like:
        yield f"{LIKE}{key} ({max(cosine, 0):.2f})"


def _quoted(who: Person) -> str:
    return f"“{who.words}” ({who.likely:.2f})"
