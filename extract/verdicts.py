"""The sentences of a document with a verdict on each trigger: accepted as an event, or refused and why."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from corpus import Document
from extract.findings import Findings, inside, is_covered
from extract.lexicon_model import EventType, Language
from extract.modality import Judgement, judge
from extract.reading import Sentence, read_sentence
from extract.triggers import TriggerHit, find_triggers

_HEADING = 20
"""In words: a longer sentence is no heading."""


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


def read_sentences(
    document: Document, findings: Findings, language: Language, types: Mapping[str, EventType]
) -> Iterator[Reading]:
    """Every sentence that is no boilerplate, with a verdict on each trigger."""
    paragraph, end = 0, 0
    for number, span in enumerate(findings.sentences):
        paragraph += "\n" in document.text[end : span.start]
        end = span.end
        if is_covered(findings.boilerplate, span.start, span.end):
            continue
        named = inside(findings.mentions, span.start, span.end)
        acting = inside(findings.actors, span.start, span.end)
        sentence = read_sentence(document.text, span, number, paragraph, language, named, acting)
        yield Reading(sentence, _verdicts(sentence, language, types))


def as_released(readings: tuple[Reading, ...], types: Mapping[str, EventType]) -> tuple[Reading, ...]:
    """The readings, as claims of the body that released the text if its heading says that one did."""
    headings = [reading.sentence for reading in readings[:2] if len(reading.sentence.tokens) <= _HEADING]
    if not any(sentence.marks.get("release") for sentence in headings):
        return readings
    return tuple(
        replace(reading, verdicts=tuple(_claimed(verdict, types) for verdict in reading.verdicts))
        for reading in readings
    )


def _claimed(verdict: Verdict, types: Mapping[str, EventType]) -> Verdict:
    if verdict.judgement.status != "reported" or not types[verdict.hit.event_type].contested:
        return verdict
    return replace(verdict, judgement=replace(verdict.judgement, status="claimed", rule="released by an official body"))


def _verdicts(sentence: Sentence, language: Language, types: Mapping[str, EventType]) -> tuple[Verdict, ...]:
    judged = [
        (hit, judge(hit, sentence, language, types[hit.event_type])) for hit in find_triggers(sentence, language, types)
    ]
    strong = {
        types[hit.event_type].family
        for hit, judgement in judged
        if not (hit.trigger.weak or hit.refused or judgement.status == "refused")
    }
    return tuple(
        Verdict(hit, judgement, _refusal(hit, judgement, strong, types, len(sentence.tokens) == 1))
        for hit, judgement in judged
    )


def _refusal(
    hit: TriggerHit, judgement: Judgement, strong: set[str], types: Mapping[str, EventType], is_heading: bool
) -> str | None:
    if hit.refused:
        return hit.refused
    if is_heading:
        return "heading: a word alone tells of nothing"
    if judgement.status == "refused":
        return judgement.rule
    if hit.trigger.weak and not hit.trigger.echo and not strong.isdisjoint(types[hit.event_type].yields):
        return "weak: the sentence says more exactly what happened"
    return None
