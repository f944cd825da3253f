"""Sides named by an adjective alone (Armenian captives)."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from extract.actors import ActorHit, actor_lexicon
from extract.text.patterns import Pattern, PatternIndex, Tags, compile_patterns
from extract.text.words import Word


def side_name(side: str) -> str:
    """The usual English name of a side."""
    return next((str(entry["name"]) for entry in actor_lexicon()["sides"] if entry["id"] == side), side)


@cache
def _adjectives(language: str) -> tuple[PatternIndex, tuple[str, ...]]:
    found: list[tuple[str, Pattern]] = []
    for entry in actor_lexicon()["sides"]:
        for adjective in entry.get("adjectives", {}).get(language, ()):
            found.extend(
                (str(entry["id"]), pattern) for pattern in compile_patterns(str(adjective).replace(" - ", "-"))
            )
    return PatternIndex(pattern for _, pattern in found), tuple(side for side, _ in found)


def adjective_sides(tokens: Sequence[Word], tags: Tags, language: str) -> tuple[tuple[ActorHit, int, int], ...]:
    """Each adjective of a side with the words it covers, in order."""
    index, sides = _adjectives(language)
    return tuple(
        (_side_hit(tokens, match.first, match.last, sides[match.key]), match.first, match.last)
        for match in index.find(tokens, tags)
    )


def _side_hit(tokens: Sequence[Word], first: int, last: int, side: str) -> ActorHit:
    return ActorHit(tokens[first].start, tokens[last].end, side, side_name(side), side)
