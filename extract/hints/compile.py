"""Indexes the patterns of a language, so that a sentence is read in one pass."""

from __future__ import annotations

from collections.abc import Mapping

from extract.hints.model import Language, Relation, Trigger
from extract.text.patterns import Pattern, PatternIndex


def compile_language(
    code: str,
    triggers: list[Trigger],
    never: list[tuple[str, Pattern]],
    relations: list[Relation],
    words: Mapping[str, list[Pattern]],
) -> Language:
    """The language with its triggers, relations and word lists numbered in their indexes."""
    numbered = [(name, pattern) for name, patterns in words.items() for pattern in patterns]
    sided = [
        (number, side, pattern)
        for number, relation in enumerate(relations)
        for side, patterns in (("before", relation.before), ("after", relation.after))
        for pattern in patterns
    ]
    company: dict[Pattern, int] = {}
    for trigger in triggers:
        for pattern in (*(p for group in trigger.needs for p in group), *trigger.bars):
            company.setdefault(pattern, len(company))
    return Language(
        code=code,
        triggers=tuple(triggers),
        never=tuple(never),
        relations=tuple(relations),
        words={name: tuple(patterns) for name, patterns in words.items()},
        trigger_index=PatternIndex(trigger.pattern for trigger in triggers),
        never_index=PatternIndex(pattern for _, pattern in never),
        word_index=PatternIndex(pattern for _, pattern in numbered),
        word_keys=tuple(name for name, _ in numbered),
        company_index=PatternIndex(company),
        relation_index=PatternIndex(pattern for _, _, pattern in sided),
        relation_keys=tuple((number, side) for number, side, _ in sided),
        needs=tuple(tuple(frozenset(company[p] for p in group) for group in t.needs) for t in triggers),
        bars=tuple(frozenset(company[p] for p in t.bars) for t in triggers),
    )
