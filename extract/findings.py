"""What the other parts found in a document, before events are read from it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol, TypeVar

from extract.actors import ActorHit
from extract.records import Mention, Span
from extract.times import DateExpression
from extract.tolls import Toll


class Located(Protocol):
    """Anything with a place in the text."""

    @property
    def start(self) -> int:
        """First code point."""

    @property
    def end(self) -> int:
        """One past the last code point."""


L = TypeVar("L", bound=Located)


@dataclass(frozen=True, slots=True)
class Findings:
    """Sentences, boilerplate, places, dates, tolls and actors of a document, each sorted by start."""

    sentences: tuple[Span, ...]
    boilerplate: tuple[Span, ...] = ()
    mentions: tuple[Mention, ...] = ()
    dates: tuple[DateExpression, ...] = ()
    tolls: tuple[Toll, ...] = ()
    actors: tuple[ActorHit, ...] = ()


def inside(found: Sequence[L], start: int, end: int) -> tuple[L, ...]:
    """Those of ``found``, sorted by start, that begin in ``[start, end)``."""
    low = bisect_left(found, start, key=lambda each: each.start)
    high = bisect_left(found, end, key=lambda each: each.start)
    return tuple(found[low:high])


def is_covered(spans: Sequence[Span], start: int, end: int) -> bool:
    """Whether most of ``[start, end)`` lies in one of ``spans``, sorted by start and apart from each other."""
    low = bisect_left(spans, start, key=lambda span: span.end)
    return low < len(spans) and min(spans[low].end, end) - max(spans[low].start, start) > (end - start) / 2
