"""Wordings that count from another day: weekdays, "two days ago", "the next day", "last week"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from extract.grammar.vocabulary import Value
from extract.times.calendar import make_day, month_days, shift, shift_months, shift_units, unit_of, year_days
from extract.times.expression import Clock, Days
from extract.times.slots import Options, Slots

_COMING = 2
_SEVERAL = {"day": (7, 1), "week": (4, 2), "month": (6, 2), "year": (7, 2), "hour": (24, 1), "decade": (5, 2)}
_SMALLEST_WEEKS = 2
_PRECISION = {"hour": "day", "decade": "year"}
_SATURDAY = 5


def read_day_of_month(slots: Slots, clock: Clock, options: Options) -> Days | None:
    """A day of the month without its name: the latest such day by publication."""
    near = clock.published
    if near is None or not slots.whole("day"):
        return None
    for months in (0, -1):
        month = shift_months(date(near.year, near.month, 1), months + (slots.step or 0))
        day = make_day(month.year, month.month, slots.whole("day")[0])
        if day and day <= near:
            return Days(day, day, "day", "relative")
    return None


def read_weekday(slots: Slots, clock: Clock, options: Options) -> Days | None:
    """The latest such day by publication; "last" excludes that day itself, "next" and "by" look ahead."""
    weekdays = slots.whole("weekday")
    if not weekdays or clock.published is None:
        return None
    step = _COMING if clock.coming else slots.step
    days = [_near_weekday(weekday, step, clock.published) for weekday in (weekdays[0], weekdays[-1])]
    first, last = min(days), max(days)
    if len(weekdays) > 1 and days[0] > days[1]:
        first, last = shift(days[0], -7), days[1]
    return Days(first, last, "day", "relative")


def _near_weekday(weekday: int, step: int | None, published: date) -> date:
    back = (published.weekday() - weekday) % 7
    if step == _COMING:
        return shift(published, -back % 7)
    if step == 1:
        return shift(published, 7 - back)
    return shift(published, -(back or 7) if step == -1 else -back)


def read_weekend(slots: Slots, clock: Clock, options: Options) -> Days | None:
    """Saturday and Sunday, the latest begun by publication, or the coming ones."""
    if clock.published is None:
        return None
    saturday = _near_weekday(_SATURDAY, slots.step if slots.step == 1 else None, clock.published)
    return Days(saturday, shift(saturday, 1), "day", "relative")


def read_relative_day(slots: Slots, clock: Clock, options: Options) -> Days | None:
    """Yesterday, today, overnight: so many days from publication."""
    return _offset(slots.all("relative_day") + slots.all("passing_night"), clock.published)


def read_anaphor(slots: Slots, clock: Clock, options: Options) -> Days | None:
    """The next day, the same day: so many days from the day spoken of last."""
    return _offset(slots.all("anaphor"), clock.focus)


def _offset(values: Sequence[Value], base: date | None) -> Days | None:
    if base is None or not values:
        return None
    first, _, last = str(values[0]).partition("..")
    return Days(shift(base, int(first)), shift(base, int(last or first)), "day", "relative")


def read_ago(slots: Slots, clock: Clock, options: Options) -> Days | None:
    """So many units before publication."""
    if clock.published is None or slots.unit is None:
        return None
    amount = slots.amount
    if amount is None and not slots.has("vague"):
        amount = 1
    return _around(clock.published, amount, slots.unit, -1)


def read_later(slots: Slots, clock: Clock, options: Options) -> Days | None:
    """So many units after (or before) the day spoken of last."""
    if clock.focus is None or slots.unit is None or slots.amount is None:
        return None
    return _around(clock.focus, slots.amount, slots.unit, int(options.get("sign", "1")), exact_weeks=True)


def _around(base: date, amount: float | None, unit: str, sign: int, exact_weeks: bool = False) -> Days:
    """So many units away: the exact day, or the days that a round figure of weeks, months or years may mean."""
    if amount is None:
        far, near = _SEVERAL[unit]
        ends = sorted((shift_units(base, sign * far, unit), shift_units(base, sign * near, unit)))
        return Days(ends[0], ends[1], _PRECISION.get(unit, unit), "relative")
    day = shift_units(base, sign * amount, unit)
    if unit in ("day", "hour") or (unit == "week" and (exact_weeks or amount < _SMALLEST_WEEKS)):
        return Days(day, day, "day", "relative")
    if unit == "week":
        return Days(shift(day, -4), shift(day, 3), "week", "relative")
    first, last = unit_of(day, unit)
    if unit == "month" or amount != int(amount):
        first, last = shift(day, -15), shift(day, 15)
    if unit == "decade":
        first, last = shift_months(day, -60), shift_months(day, 60)
    return Days(first, min(last, base) if sign < 0 else last, _PRECISION.get(unit, unit), "relative")


def read_rolling(slots: Slots, clock: Clock, options: Options) -> Days | None:
    """A stretch that reaches up to publication: the past three years, for almost thirty years."""
    if clock.published is None or slots.unit is None:
        return None
    amount = slots.amount
    if amount is None:
        amount = _SEVERAL[slots.unit][0] if slots.has("vague") or slots.has("recent") or "several" in options else 1
    first = shift_units(clock.published, -amount, slots.unit)
    return Days(first, clock.published, _PRECISION.get(slots.unit, slots.unit), "relative")


def read_unit(slots: Slots, clock: Clock, options: Options) -> Days | None:
    """A calendar unit: last week, early last year; of this one, what lies on the named side of publication."""
    step, unit, published = slots.step, slots.unit, clock.published
    base = clock.focus if slots.has("same") else published
    part = slots.part
    if base is None or unit is None or (step is None and part is None and not slots.has("same")):
        return None
    day = shift_units(base, step or 0, unit)
    first, last = unit_of(day, unit)
    if part and unit in ("month", "year"):
        found = month_days(day.year, day.month, part) if unit == "month" else year_days(day.year, part)
        return replace(found, basis="relative") if found else None
    if step == 0 and slots.has("later"):
        first = base
    elif step == 0:
        last = min(last, base)
    return Days(first, last, unit, "relative")
