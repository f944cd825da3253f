"""Places that a text means without their name: "the Armenian capital", where the Security Council sits.

The town that texts call the capital of Karabakh is shown under all its names, as everywhere else.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache

from corpus import Document
from extract.findings import Findings, is_covered
from extract.records import Mention, Span
from extract.text.patterns import Match, Pattern, PatternIndex, compile_patterns
from extract.text.wordlists import read_lists
from extract.text.words import words
from gazetteer import Gazetteer, display_name

SEAT = "seat"
"""The role of a body's seat: a place for talks, sessions and votes alone."""
_FILES = (("places/capitals.yaml", "literal"), ("places/seats.yaml", SEAT))
_BESIDE, _APPOSITION = 3, 8
"""In characters: what is named right beside, or is the same town in apposition, is meant by its name."""
_LONGEST_NAME = 200
"""In characters: no mention that begins farther off reaches a phrase."""


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
    """The findings with a mention for each capital and seat that is meant and not named beside, to place events in.

    The land whose capital is meant ("the capital of Karabakh") is no mention then.
    """
    unnamed = tuple(_unnamed(document, findings.mentions, gazetteer))
    spans = [Span(mention.start, mention.end) for mention in unnamed]
    named = (mention for mention in findings.mentions if not is_covered(spans, mention.start, mention.end))
    return replace(findings, mentions=tuple(sorted((*named, *unnamed), key=lambda each: each.start)))


def _unnamed(document: Document, mentions: Sequence[Mention], gazetteer: Gazetteer) -> Iterator[Mention]:
    tokens = words(document.text)
    index, meanings = _index(document.language)
    starts = [mention.start for mention in mentions]
    for match in _longest(index.find(tokens, [frozenset()] * len(tokens))):
        place_id, role = meanings[match.key]
        start, end = tokens[match.first].start, tokens[match.last].end
        near = mentions[bisect_left(starts, start - _LONGEST_NAME) : bisect_right(starts, end + _APPOSITION)]
        start, end = _with_whole_names(start, end, near)
        place = gazetteer.places.get(place_id)
        if place is None or any(_is_beside(mention, start, end, place_id) for mention in near):
            continue
        name = display_name(place)
        text = document.text[start:end]
        rule = "meant without its name"
        yield Mention(
            document.doc_id, start, end, text, place_id, name, place.kind, place.lon, place.lat, "", None, role, rule
        )


def _longest(matches: Sequence[Match]) -> Iterator[Match]:
    """Of matches that overlap the one of most words, of equal ones the first."""
    free_from = 0
    for match in sorted(matches, key=lambda each: (each.first, -each.last, each.key)):
        if match.first >= free_from:
            free_from = match.last + 1
            yield match


def _with_whole_names(start: int, end: int, mentions: Sequence[Mention]) -> tuple[int, int]:
    """The stretch, with the whole of the names that it begins or ends in (``Nagorno-Karabakh's capital``)."""
    inside = [mention for mention in mentions if mention.start < end and start < mention.end]
    return min([start, *(each.start for each in inside)]), max([end, *(each.end for each in inside)])


def _is_beside(mention: Mention, start: int, end: int, place_id: str) -> bool:
    """Whether the place is named next to the phrase, and not inside it."""
    if mention.kind == "country" or (start <= mention.start and mention.end <= end):
        return False
    reach = _APPOSITION if mention.place_id == place_id else _BESIDE
    return mention.start <= end + reach and start - reach <= mention.end
