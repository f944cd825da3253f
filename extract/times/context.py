"""What a reader keeps in mind on the way through a text: the day and the year spoken of last."""

from __future__ import annotations

import re
from bisect import bisect_right
from datetime import date

from extract.times.expression import Clock, DateExpression

_SENTENCE_END = re.compile(r"[.!?…։]\s+(?=[^\W\d_a-zа-яёա-և])|\n")
_PARAGRAPH_END = re.compile(r"\n")
_FOCUSING = frozenset(
    {"apposition", "day", "full date", "weekday", "relative day", "anaphor", "ago", "later", "range", "since"}
)
_FARTHEST_YEAR = 9999


class Memory:
    """The clock that each wording is read by, kept up to date as expressions are found."""

    def __init__(
        self, text: str, published: date | None, context: date | None, stated: tuple[tuple[int, int], ...]
    ) -> None:
        self._published = published
        self._focus = context
        self._stated = sorted(stated)
        self._sentences = [m.start() for m in _SENTENCE_END.finditer(text)]
        self._paragraphs = [m.start() for m in _PARAGRAPH_END.finditer(text)]
        self._dated: DateExpression | None = None

    def clock_at(self, offset: int) -> Clock:
        """The clock for a wording that begins there."""
        if self._published is None:
            return Clock(None, self._focus, self._year_of_stated_dates(offset))
        before = self._dated
        if before is None or before.last.year >= self._published.year or before.first.year != before.last.year:
            return Clock(self._published, self._focus)
        year = before.last.year if _same(self._sentences, before.start, offset) else None
        told = before.precision in ("day", "month") and _same(self._paragraphs, before.start, offset)
        return Clock(self._published, self._focus, year, before.last if told else None)

    def remember(self, expression: DateExpression, *, with_year: bool) -> None:
        """Take note of a day, and of a year that the text states, which later wordings may lean on."""
        if expression.precision == "day" and expression.rule in _FOCUSING:
            self._focus = expression.first if expression.rule == "since" else expression.last
        if with_year:
            self._dated = expression

    def _year_of_stated_dates(self, offset: int) -> int | None:
        """The year of the full date before, else of the first one after."""
        at = bisect_right(self._stated, (offset, _FARTHEST_YEAR))
        near = self._stated[at - 1 : at] if at else self._stated[:1]
        return near[0][1] if near else None


def _same(breaks: list[int], a: int, b: int) -> bool:
    """Whether no break lies between two offsets."""
    return bisect_right(breaks, a) == bisect_right(breaks, b)
