"""Intervals made of date wordings: from one to another, since one, until one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from extract.times.calendar import shift, shift_units
from extract.times.expression import Clock, Days
from extract.times.slots import Slots

_ROUGHNESS = ("day", "week", "month", "season", "year")


def join_days(rule: str, ends: Sequence[Days | None], clock: Clock, slots: Slots) -> Days | None:
    """The days of an interval; ``None`` if an end is unknown or they are the wrong way round."""
    known = [days for days in ends if days is not None]
    if len(known) < len(ends) or not known:
        return None
    return JOINS[rule](known, clock, slots)


def _range(ends: Sequence[Days], clock: Clock, slots: Slots) -> Days | None:
    first, last = ends[0], ends[-1]
    if first.first > last.last:
        return None
    rougher = max(first.precision, last.precision, key=_ROUGHNESS.index)
    basis = "stated" if first.basis == last.basis == "stated" else "relative"
    return Days(first.first, last.last, rougher, basis)


def _since(ends: Sequence[Days], clock: Clock, slots: Slots) -> Days | None:
    """From the beginning of the wording to publication; without a publication date, the wording's own days."""
    if clock.published is None or ends[0].first > clock.published:
        return ends[0]
    return replace(ends[0], last=clock.published)


def _end(ends: Sequence[Days], clock: Clock, slots: Slots) -> Days | None:
    """Until or by a day: the text leaves the beginning open."""
    return ends[0]


def _leading_up(ends: Sequence[Days], clock: Clock, slots: Slots) -> Days | None:
    if slots.unit is None or slots.amount is None:
        return None
    end = shift(ends[0].first, -1)
    return Days(shift(shift_units(end, -slots.amount, slots.unit), 1), end, slots.unit, "relative")


def _apposition(ends: Sequence[Days], clock: Clock, slots: Slots) -> Days | None:
    """One day said twice ("two days ago, on 14 July"): the one that the text states counts."""
    stated = [days for days in ends if days.basis == "stated" and days.precision == "day"]
    return stated[0] if len(stated) == 1 else None


JOINS = {
    "apposition": _apposition,
    "range": _range,
    "since": _since,
    "until": _end,
    "by": _end,
    "leading up": _leading_up,
}
"""How each ``read`` under ``joins`` of a date grammar file is understood."""
