"""When an event happened: the date of its clause, of its sentence, of the sentence before, or that of the news."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from extract.dates import DateExpression, shift
from extract.reading import Sentence
from extract.triggers import TriggerHit


@dataclass(frozen=True, slots=True)
class PlacedDate:
    """A date with the words it covers, both included."""

    date: DateExpression
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class When:
    """The days of an event, inclusive; ``None`` if the text gives none."""

    first: date | None
    last: date | None
    precision: str
    basis: str
    at: tuple[int, int] | None
    rule: str
    is_own: bool = False
    """Whether the event's own sentence gives it."""


UNDATED = When(None, None, "none", "none", None, "older or general, and the text gives no date")


def when(
    hit: TriggerHit,
    hits: Sequence[TriggerHit],
    sentence: Sentence,
    dates: Sequence[PlacedDate],
    carried: DateExpression | None,
    published: date | None,
    is_background: bool,
) -> When:
    """The best date: of the clause, of a clause without triggers of its own, of the sentence before, of the news."""
    ranked = sorted((_rank(hit, hits, sentence, placed), n) for n, placed in enumerate(dates))
    if ranked and ranked[0][0][0] < 3:
        chosen = dates[ranked[0][1]].date
        return _dated(chosen, True, f"{('clause', 'clause nearby', 'sentence')[ranked[0][0][0]]}: {chosen.rule}")
    if is_background:
        return UNDATED
    if carried is not None:
        return _dated(carried, False, "carried over from the sentence before")
    if published is None:
        return UNDATED
    return When(shift(published, -1), published, "day", "publication", None, "the news of the day")


def _rank(hit: TriggerHit, hits: Sequence[TriggerHit], sentence: Sentence, placed: PlacedDate) -> tuple[int, bool, int]:
    """Smaller is better: the nearest clause, then a day before a whole year, then the nearest words."""
    distance = max(placed.first - hit.last, hit.first - placed.last, 0)
    clause = sentence.clauses[placed.first]
    gap = min(abs(clause - sentence.clauses[i]) for i in (hit.first, hit.last))
    vague = placed.date.precision in ("year", "none")
    if gap == 0:
        return (int(vague), vague, distance)
    owned = any(sentence.clauses[other.first] == clause for other in hits if other is not hit)
    return (3 if owned and gap > 1 else 2 if owned else 1, vague, distance)


def _dated(chosen: DateExpression, is_own: bool, rule: str) -> When:
    return When(chosen.first, chosen.last, chosen.precision, chosen.basis, (chosen.start, chosen.end), rule, is_own)
