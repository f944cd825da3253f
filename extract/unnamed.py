"""Places that a text means without their name: "the Armenian capital", where the Security Council sits."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache

from corpus import Document
from extract.findings import Findings
from extract.patterns import Pattern, PatternIndex, compile_patterns
from extract.records import Mention
from extract.wordlists import read_lists
from extract.words import words
from gazetteer import Gazetteer, display_name

SEAT = "seat"
"""The role of a body's seat: a place for talks, sessions and votes alone."""
_FILES = (("places/capitals.yaml", "literal"), ("places/seats.yaml", SEAT))
_BESIDE = 3
"""In characters: a capital that is named right beside is meant by its name."""


@cache
def _index(language: str) -> tuple[PatternIndex, tuple[tuple[str, str], ...]]:
    found: list[tuple[Pattern, tuple[str, str]]] = [
        (pattern, (place_id, role))
        for file, role in _FILES
        for place_id, written in read_lists(file).get(language, {}).items()
        for source in written
        for pattern in compile_patterns(source)
    ]
    return PatternIndex(pattern for pattern, _ in found), tuple(meant for _, meant in found)


def with_unnamed(document: Document, findings: Findings, gazetteer: Gazetteer) -> Findings:
    """The findings with a mention for each capital and seat that is meant and not named beside, to place events in."""
    unnamed = _unnamed(document, findings.mentions, gazetteer)
    return replace(findings, mentions=tuple(sorted((*findings.mentions, *unnamed), key=lambda each: each.start)))


def _unnamed(document: Document, mentions: Sequence[Mention], gazetteer: Gazetteer) -> Iterator[Mention]:
    tokens = words(document.text)
    index, meanings = _index(document.language)
    for match in index.find(tokens, [frozenset()] * len(tokens)):
        place_id, role = meanings[match.key]
        start, end = tokens[match.first].start, tokens[match.last].end
        place = gazetteer.places.get(place_id)
        beside = any(m.start <= end + _BESIDE and start - _BESIDE <= m.end and m.kind != "country" for m in mentions)
        if place is None or beside:
            continue
        name = display_name(place)
        text = document.text[start:end]
        rule = "meant without its name"
        yield Mention(
            document.doc_id, start, end, text, place_id, name, place.kind, place.lon, place.lat, "", None, role, rule
        )
