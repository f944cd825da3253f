"""Sides named by an adjective alone (Armenian captives), and the enemy and "us" of a text that takes a side."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from corpus import Document
from extract.actors import ActorHit, actor_lexicon
from extract.patterns import Pattern, PatternIndex, Tags, compile_patterns
from extract.words import Word

OPPONENT = {"azerbaijan": "armenia", "armenia": "azerbaijan", "karabakh": "azerbaijan"}
"""The two sides of the conflict: who is struck or taken is so by the other side, unless the text says more."""
_HOME = {"az": "azerbaijan", "am": "armenia", "hy": "armenia"}
"""The side of an outlet by its country's code, the ending of its address, or its language."""


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
        (side_hit(tokens, match.first, match.last, sides[match.key]), match.first, match.last)
        for match in index.find(tokens, tags)
    )


def own_side(document: Document) -> str | None:
    """The side that the outlet belongs to, by its country, its address or name, or the document's language."""
    address = (document.url or document.outlet or "").lower().removesuffix("/").split("//")[-1].split("/")[0]
    marks = ((document.outlet_country or "").lower(), address.rsplit(".", 1)[-1], document.language)
    return next((_HOME[mark] for mark in marks if mark in _HOME), None)


def side_hit(tokens: Sequence[Word], first: int, last: int, side: str) -> ActorHit:
    """The words ``first`` to ``last`` read as naming a side (the enemy, our positions)."""
    return ActorHit(tokens[first].start, tokens[last].end, side, side_name(side), side)
