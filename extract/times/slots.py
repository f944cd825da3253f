"""The words of a date wording by class: what readings draw on."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from extract.grammar.matcher import Tagged
from extract.grammar.vocabulary import Value
from extract.times.expression import Clock

Options = Mapping[str, str]
"""What a rule of a date grammar says besides ``read`` and ``is``."""

_AMOUNTS = frozenset({"number", "day", "a", "half"})
_MONTHS = frozenset({"month", "month_weak", "month_short", "month_from", "month_until"})
_UNITS = {
    "day_unit": "day",
    "week_unit": "week",
    "month_unit": "month",
    "month_word": "month",
    "year_in": "year",
    "year_unit": "year",
    "decade_unit": "decade",
    "hour_unit": "hour",
    "day_for": "day",
    "week_for": "week",
    "month_for": "month",
    "year_for": "year",
}
_STEPS = {"last": -1, "this": 0, "next": 1}


@dataclass(frozen=True, slots=True)
class Slots:
    """The tokens of a match by class."""

    tagged: Sequence[Tagged]

    def all(self, kind: str) -> list[Value]:
        """The values of every token of that class, in order."""
        return [token.value for token in self.tagged if token.kind == kind]

    def has(self, kind: str) -> bool:
        """Whether a token of that class is there."""
        return any(token.kind == kind for token in self.tagged)

    def whole(self, kind: str) -> list[int]:
        """The whole numbers among the values of that class."""
        return [value for value in self.all(kind) if isinstance(value, int)]

    def word(self, kind: str) -> str | None:
        """The first value of that class that is a word."""
        return next((value for value in self.all(kind) if isinstance(value, str)), None)

    @property
    def part(self) -> str | None:
        """early, mid, late, end, first_half or second_half; some languages say "last" for "end of"."""
        return self.word("part") or self.word("past")

    @property
    def months(self) -> list[int]:
        """The months named, however inflected, in order."""
        return [t.value for t in self.tagged if t.kind in _MONTHS and isinstance(t.value, int)]

    @property
    def unit(self) -> str | None:
        """day, week, month or year."""
        return next((_UNITS[t.kind] for t in self.tagged if t.kind in _UNITS), None)

    @property
    def amount(self) -> float | None:
        """How many; ``None`` for "several"."""
        amounts = [t.value for t in self.tagged if t.kind in _AMOUNTS and isinstance(t.value, (int, float))]
        return sum(amounts) if amounts else None

    @property
    def step(self) -> int | None:
        """-1 for last, 0 for this, 1 for next; ``None`` if nothing of the sort is said."""
        return next((_STEPS[t.kind] for t in self.tagged if t.kind in _STEPS), None)

    def year(self, clock: Clock) -> int | None:
        """The year named, as a number or as last, this, next or the same year."""
        years = self.whole("year")
        if years:
            return years[-1]
        if self.unit != "year":
            return None
        if self.has("same"):
            return clock.focus.year if clock.focus else None
        if clock.published is None or self.step is None:
            return None
        return clock.published.year + self.step
