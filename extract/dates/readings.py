"""What each kind of date wording means: from the words of a match to the days it covers."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from extract.dates.calendar import (
    decade_days,
    make_day,
    month_days,
    season_days,
    shift,
    shift_months,
    shift_units,
    unit_of,
    year_days,
    year_for_day,
    year_for_month,
)
from extract.dates.expression import Clock, Days
from extract.grammar import Tagged
from extract.vocabulary import Value

Options = Mapping[str, str]

_AMOUNTS = frozenset({"number", "day", "a", "half"})
_MONTHS = frozenset({"month", "month_weak", "month_from", "month_until"})
_UNITS = {
    "day_unit": "day",
    "week_unit": "week",
    "month_unit": "month",
    "month_word": "month",
    "year_in": "year",
    "year_unit": "year",
    "decade_unit": "decade",
    "hour_unit": "hour",
}
_STEPS = {"last": -1, "this": 0, "next": 1}
_COMING = 2
_SEVERAL = {"day": (7, 1), "week": (4, 2), "month": (6, 2), "year": (7, 2), "hour": (24, 1), "decade": (5, 2)}
_YEARS_IN_DECADE, _YEARS_IN_CENTURY = 10, 100
_FIRST_SHORT_DECADE = 50
_SMALLEST_WEEKS = 2
_PRECISION = {"hour": "day", "decade": "year"}


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


def _full_date(slots: Slots, clock: Clock, options: Options) -> Days | None:
    readings = [date.fromisoformat(text) for text in (slots.word("full_date") or "").split() if text]
    if not readings:
        return None
    past = [day for day in readings if clock.published is None or day <= clock.published]
    day = (past or readings)[0]
    return Days(day, day, "day", "stated")


def _day(slots: Slots, clock: Clock, options: Options) -> Days | None:
    days, months = slots.whole("day"), slots.months
    if not days or not months:
        return None
    year = slots.year(clock)
    if year is None:
        year = year_for_day(months[0], days[-1], clock)
    if year is None:
        return None
    first, last = make_day(year, months[0], days[0]), make_day(year, months[0], days[-1])
    if first is None or last is None or first > last:
        return None
    return Days(first, last, "day", "stated")


def _day_of_month(slots: Slots, clock: Clock, options: Options) -> Days | None:
    near = clock.published
    if near is None or not slots.whole("day"):
        return None
    for months in (0, -1):
        month = shift_months(date(near.year, near.month, 1), months + (slots.step or 0))
        day = make_day(month.year, month.month, slots.whole("day")[0])
        if day and day <= near:
            return Days(day, day, "day", "relative")
    return None


def _month(slots: Slots, clock: Clock, options: Options) -> Days | None:
    months = slots.months
    if not months:
        return None
    part = slots.part
    year = slots.year(clock)
    if year is None:
        year = _year_of_relative_month(months[0], slots, clock)
    if year is None:
        return None
    first, last = month_days(year, months[0], part), month_days(year, months[-1], part)
    if first is None or last is None or first.first > last.first:
        return None
    return replace(first, last=last.last)


def _year_of_relative_month(month: int, slots: Slots, clock: Clock) -> int | None:
    """The last December is the one that is over; this December is this year's."""
    if clock.published is None or slots.step is None:
        return year_for_month(month, clock)
    if slots.step < 0:
        return clock.published.year - (month >= clock.published.month)
    return clock.published.year + (slots.step > 0 and month <= clock.published.month)


def _year(slots: Slots, clock: Clock, options: Options) -> Days | None:
    part = slots.part
    years = _with_short_end(slots)
    if not years:
        year = slots.year(clock)
        return replace(found, basis="relative") if year and (found := year_days(year, part)) else None
    first, last = year_days(years[0], part), year_days(years[-1], part)
    if first is None or last is None or first.first > last.first:
        return None
    return replace(first, last=last.last)


def _with_short_end(slots: Slots) -> list[int]:
    """The years of a match; in "1991-94" the second is of the first one's century."""
    years, short = slots.whole("year"), slots.whole("day") + slots.whole("number")
    if len(years) == 1 and short and short[-1] < _YEARS_IN_CENTURY:
        return [*years, years[0] // _YEARS_IN_CENTURY * _YEARS_IN_CENTURY + short[-1]]
    return years


def _decade(slots: Slots, clock: Clock, options: Options) -> Days | None:
    short = [1900 + value for value in slots.whole("number") if _FIRST_SHORT_DECADE <= value < _YEARS_IN_CENTURY]
    decade = next(iter(slots.whole("decade") + slots.whole("year") + short), None)
    if decade is None or decade % _YEARS_IN_DECADE:
        return None
    return decade_days(decade, slots.part)


def _season(slots: Slots, clock: Clock, options: Options) -> Days | None:
    season = slots.word("season") or slots.word("season_in")
    if season is None:
        return None
    year = slots.year(clock)
    seasons = [value for value in slots.all("season") if isinstance(value, str)]
    if year is not None and len(seasons) > 1:
        first, last = season_days(year, seasons[0]), season_days(year, seasons[-1])
        return replace(first, last=last.last) if first and last else None
    if year is not None:
        two_years = season == "winter" and len(slots.whole("year")) > 1
        return season_days(year - two_years, season)
    if clock.year is not None:
        return season_days(clock.year, season)
    return _latest_season(season, slots.step, clock.published)


def _latest_season(season: str, step: int | None, published: date | None) -> Days | None:
    """The latest such season begun by publication; "last" asks for one that is over."""
    if published is None:
        return None
    if step == 1:
        coming = (season_days(year, season) for year in (published.year, published.year + 1))
        return next((days for days in coming if days and days.first > published), None)
    for year in range(published.year, published.year - 3, -1):
        days = season_days(year, season)
        if days and (days.last if step == -1 else days.first) <= published:
            return days
    return None


def _weekday(slots: Slots, clock: Clock, options: Options) -> Days | None:
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


def _weekend(slots: Slots, clock: Clock, options: Options) -> Days | None:
    if clock.published is None:
        return None
    saturday = _near_weekday(5, slots.step if slots.step == 1 else None, clock.published)
    return Days(saturday, shift(saturday, 1), "day", "relative")


def _relative_day(slots: Slots, clock: Clock, options: Options) -> Days | None:
    return _offset(slots.all("relative_day") + slots.all("passing_night"), clock.published)


def _anaphor(slots: Slots, clock: Clock, options: Options) -> Days | None:
    return _offset(slots.all("anaphor"), clock.focus)


def _offset(values: Sequence[Value], base: date | None) -> Days | None:
    if base is None or not values:
        return None
    first, _, last = str(values[0]).partition("..")
    return Days(shift(base, int(first)), shift(base, int(last or first)), "day", "relative")


def _ago(slots: Slots, clock: Clock, options: Options) -> Days | None:
    if clock.published is None or slots.unit is None:
        return None
    amount = slots.amount
    if amount is None and not slots.has("vague"):
        amount = 1
    return _around(clock.published, amount, slots.unit, -1)


def _later(slots: Slots, clock: Clock, options: Options) -> Days | None:
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


def _rolling(slots: Slots, clock: Clock, options: Options) -> Days | None:
    """A stretch that reaches up to publication: the past three years, for almost thirty years."""
    if clock.published is None or slots.unit is None:
        return None
    amount = slots.amount
    if amount is None:
        amount = _SEVERAL[slots.unit][0] if slots.has("vague") or slots.has("recent") else 1
    first = shift_units(clock.published, -amount, slots.unit)
    return Days(first, clock.published, _PRECISION.get(slots.unit, slots.unit), "relative")


def _unit(slots: Slots, clock: Clock, options: Options) -> Days | None:
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


def _period(slots: Slots, clock: Clock, options: Options) -> Days | None:
    first, _, last = (slots.word("period") or "").partition("..")
    begin, end = date.fromisoformat(first), date.fromisoformat(last or first)
    length = (end - begin).days
    return Days(begin, end, "day" if length < 62 else "year", "stated")


READINGS: Mapping[str, Callable[[Slots, Clock, Options], Days | None]] = {
    "full date": _full_date,
    "day": _day,
    "day of month": _day_of_month,
    "month": _month,
    "year": _year,
    "decade": _decade,
    "season": _season,
    "weekday": _weekday,
    "weekend": _weekend,
    "relative day": _relative_day,
    "anaphor": _anaphor,
    "ago": _ago,
    "later": _later,
    "rolling": _rolling,
    "duration": _rolling,
    "unit": _unit,
    "named period": _period,
}
"""How each ``read`` of a date grammar file is understood."""


def read_days(reading: str, slots: Slots, clock: Clock, options: Options) -> Days | None:
    """The days that a match covers; ``None`` if nothing says which."""
    days = READINGS[reading](slots, clock, options)
    if days is None or "widen" not in options:
        return days
    before, after = (int(n) for n in options["widen"].split())
    return replace(days, first=shift(days.first, before), last=shift(days.last, after))
