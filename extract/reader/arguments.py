"""What belongs to a trigger: the places, dates, figures and people that its links reach."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Generic, Protocol, TypeVar

import numpy as np

from extract.actors import ActorHit
from extract.reader.heads import ROLES
from extract.reader.triggers import Trigger
from extract.reader.weights import Floats

_COVERED = 0.6
"""Share of an actor's words that a known name must cover: the ombudsman of a side is not the side."""


class Spanned(Protocol):
    """Anything that stands somewhere in the text."""

    @property
    def start(self) -> int:
        """First code point."""

    @property
    def end(self) -> int:
        """One past the last code point."""


Candidate = TypeVar("Candidate", bound=Spanned)


@dataclass(frozen=True, slots=True)
class Linked(Generic[Candidate]):
    """A candidate and how likely it belongs to the trigger."""

    candidate: Candidate
    likely: float


@dataclass(frozen=True, slots=True)
class Person:
    """Whom the words of an argument name: words of the text, and the known actor they mean, if any."""

    start: int
    end: int
    words: str
    hit: ActorHit | None
    likely: float

    @property
    def name(self) -> str:
        """The usual English name of a known actor, else the words of the text."""
        return self.hit.name if self.hit else self.words

    @property
    def side(self) -> str | None:
        """The side of a known actor."""
        return self.hit.side if self.hit else None


def linked(trigger: Trigger, role: str, candidates: Sequence[Candidate]) -> list[Linked[Candidate]]:
    """The candidates that stand in the trigger's window, the likeliest first."""
    likely = trigger.links[ROLES.index(role)]
    found = []
    for candidate in candidates:
        own = _pieces(trigger, candidate.start, candidate.end)
        if own:
            found.append(Linked(candidate, float(np.mean([likely[i] for i in own]))))
    return sorted(found, key=lambda each: (-each.likely, each.candidate.start))


def person(trigger: Trigger, role: str, text: str, hits: Sequence[ActorHit], least: float) -> Person | None:
    """Who stands in a role in the trigger's own sentence: the stretch of pieces around the likeliest one."""
    likely: Floats = trigger.links[ROLES.index(role)]
    own = [i for i, piece in enumerate(trigger.window.pieces) if piece.sentence == trigger.sentence]
    best = max(own, key=lambda i: float(likely[i]))
    if likely[best] < least:
        return None
    first = last = best
    while first - 1 in own and likely[first - 1] >= least * 0.8:
        first -= 1
    while last + 1 in own and likely[last + 1] >= least * 0.8:
        last += 1
    start, end = whole_words(text, trigger.window.pieces[first].start, trigger.window.pieces[last].end)
    return Person(start, end, text[start:end], best_hit(hits, start, end), float(likely[best]))


def best_hit(hits: Sequence[ActorHit], start: int, end: int) -> ActorHit | None:
    """The known actor that ``text[start:end]`` names: of whom a side is but the owner is nobody known."""
    shared = [(min(hit.end, end) - max(hit.start, start), -hit.start, n) for n, hit in enumerate(hits)]
    most, _, number = max(shared, default=(0, 0, 0))
    return hits[number] if most > 0 and most >= _COVERED * (end - start) else None


def _pieces(trigger: Trigger, start: int, end: int) -> list[int]:
    pieces = trigger.window.pieces
    return [i for i, piece in enumerate(pieces) if piece.sentence >= 0 and piece.start < end and start < piece.end]


def whole_words(text: str, start: int, end: int) -> tuple[int, int]:
    """The stretch widened to whole words, without signs and blanks around."""
    while start > 0 and text[start - 1].isalnum() and text[start].isalnum():
        start -= 1
    while end < len(text) and text[end].isalnum() and text[end - 1].isalnum():
        end += 1
    while start < end and not text[start].isalnum():
        start += 1
    while end > start and not text[end - 1].isalnum():
        end -= 1
    return start, end
