"""Finds the words that tell of events, and says of each whether its company allows it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from extract.hints.model import EventType, Language, Trigger
from extract.hints.sentence import Sentence
from extract.text.patterns import Match

_OPENING = ("«", "“", "„", '"', "‘")


@dataclass(frozen=True, slots=True)
class TriggerHit:
    """A trigger in a sentence, covering the words ``first`` to ``last``; ``refused`` says why it does not count."""

    trigger: Trigger
    first: int
    last: int
    refused: str | None = None

    @property
    def event_type(self) -> str:
        """The type it tells of."""
        return self.trigger.event_type


def find_triggers(sentence: Sentence, language: Language, types: Mapping[str, EventType]) -> tuple[TriggerHit, ...]:
    """Every trigger of the sentence in order, the refused ones with the reason."""
    never = language.never_index.find(sentence.tokens, sentence.tags)
    matches = language.trigger_index.find(sentence.tokens, sentence.tags)
    hits = [
        TriggerHit(language.triggers[m.key], m.first, m.last, _refusal(m, sentence, language, never))
        for m in matches
        if not _is_broken(m, sentence)
    ]
    hits.sort(key=lambda hit: (hit.first, -hit.last))
    return _settle(hits, types)


def _is_broken(match: Match, sentence: Sentence) -> bool:
    """Whether a semicolon or a colon parts the words."""
    return any(
        ";" in sentence.tokens[index].before or ": " in sentence.tokens[index].before
        for index in range(match.first + 1, match.last + 1)
    )


def _refusal(match: Match, sentence: Sentence, language: Language, never: Sequence[Match]) -> str | None:
    trigger = language.triggers[match.key]
    if any(_is_outlet(mark, match, sentence) for mark in sentence.marks.get("outlet", ())):
        return "the name of an outlet"
    for other in never:
        event_type, pattern = language.never[other.key]
        if event_type == trigger.event_type and other.first <= match.last and match.first <= other.last:
            return f"never in “{pattern.source}”"
    for group, patterns in zip(language.needs[match.key], trigger.needs, strict=True):
        if not _has_company(match, sentence, group, trigger.reach):
            return f"needs one of: {', '.join(p.source for p in patterns)}"
    for other in sentence.company:
        if other.key in language.bars[match.key] and _is_near(match, other, sentence, trigger.reach):
            return f"not with “{language.company_index.patterns[other.key].source}”"
    return None


def _is_outlet(mark: Match, match: Match, sentence: Sentence) -> bool:
    """Whether a word of the match is an outlet's name: one of several words, or quoted (Radio Liberty, «Свобода»)."""
    if mark.first > match.last or match.first > mark.last:
        return False
    return mark.first < mark.last or sentence.tokens[mark.first].before.endswith(_OPENING)


def _has_company(match: Match, sentence: Sentence, group: frozenset[int], reach: int | None) -> bool:
    return any(other.key in group and _is_near(match, other, sentence, reach) for other in sentence.company)


def _is_near(match: Match, other: Match, sentence: Sentence, reach: int | None) -> bool:
    if (
        other.first >= match.first
        and other.last <= match.last
        and (other.first == match.first or other.last == match.last)
    ):
        return False
    if reach is None:
        return sentence.clauses[other.first] == sentence.clauses[match.first] or (
            sentence.clauses[other.last] == sentence.clauses[match.last]
        )
    distance = max(other.first - match.last, match.first - other.last) - 1
    return reach < 0 or distance <= reach


def _settle(hits: Sequence[TriggerHit], types: Mapping[str, EventType]) -> tuple[TriggerHit, ...]:
    """Of triggers on the same words one counts: the longest, then the one asking for company, then the specific."""
    alive = [hit for hit in hits if hit.refused is None]
    settled = []
    for hit in hits:
        rival = None if hit.refused else next((other for other in alive if _beats(other, hit, types)), None)
        settled.append(hit if rival is None else _refuse(hit, f"the words belong to {rival.event_type}"))
    return tuple(settled)


def _beats(one: TriggerHit, other: TriggerHit, types: Mapping[str, EventType]) -> bool:
    if one is other or one.first > other.last or other.first > one.last:
        return False
    mine, other_type = types[one.event_type], types[other.event_type]
    holds = one.first <= other.first and other.last <= one.last
    if mine.family != other_type.family and other.trigger.needs and not holds:
        return False
    if mine.family in other_type.beside or other_type.family in mine.beside:
        return False
    return _rank(one, types) > _rank(other, types)


def _rank(hit: TriggerHit, types: Mapping[str, EventType]) -> tuple[int, bool, bool, int, int]:
    trigger = hit.trigger
    length = hit.last - hit.first
    return (length, bool(trigger.needs), not trigger.weak, types[trigger.event_type].specificity, -hit.first)


def _refuse(hit: TriggerHit, reason: str) -> TriggerHit:
    return TriggerHit(hit.trigger, hit.first, hit.last, reason)
