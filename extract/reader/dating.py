"""When a trigger's event happened."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from extract.reader.arguments import linked
from extract.reader.triggers import Trigger
from extract.times import DateExpression


@dataclass(frozen=True, slots=True)
class When:
    """First and last day, both of the event, and the words that say so; ``None`` where nothing does."""

    first: date | None
    last: date | None
    precision: str
    basis: str
    expression: DateExpression | None
    likely: float


def when(trigger: Trigger, dates: Sequence[DateExpression], published: date | None, tuned: Mapping[str, float]) -> When:
    """The date that the trigger is linked to, else the news of the day if it is told as that, else none.

    What is told has happened: a date after publication is none of it.
    """
    past = [each for each in dates if published is None or each.first <= published]
    found = linked(trigger, "time", past)
    least = tuned["time"] if trigger.when == "stated" else max(0.5, tuned["time"])
    if found and found[0].likely >= least:
        chosen = found[0].candidate
        return When(chosen.first, chosen.last, chosen.precision, chosen.basis, chosen, found[0].likely)
    if published is None or trigger.when == "none":
        return When(None, None, "none", "none", None, 1.0)
    return When(published - timedelta(days=1), published, "day", "publication", None, 1.0)
