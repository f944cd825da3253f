"""What each kind of date wording means: from the words of a match to the days it covers."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date

from extract.times.calendar import (
    decade_days,
    make_day,
    month_days,
    season_days,
    shift,
    year_days,
    year_for_day,
    year_for_month,
)
from extract.times.expression import Clock, Days
from extract.times.relative import (
    read_ago,
    read_anaphor,
    read_day_of_month,
    read_later,
    read_relative_day,
    read_rolling,
    read_unit,
    read_weekday,
    read_weekend,
)
from extract.times.slots import Options, Slots

_YEARS_IN_DECADE, _YEARS_IN_CENTURY = 10, 100
_FIRST_SHORT_DECADE = 50
_DAYS_OF_A_SHORT_PERIOD = 62


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
    season = slots.word("season") or slots.word("season_in") or slots.word("season_weak")
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


def _period(slots: Slots, clock: Clock, options: Options) -> Days | None:
    first, _, last = (slots.word("period") or "").partition("..")
    begin, end = date.fromisoformat(first), date.fromisoformat(last or first)
    length = (end - begin).days
    return Days(begin, end, "day" if length < _DAYS_OF_A_SHORT_PERIOD else "year", "stated")


READINGS: Mapping[str, Callable[[Slots, Clock, Options], Days | None]] = {
    "full date": _full_date,
    "day": _day,
    "day of month": read_day_of_month,
    "month": _month,
    "year": _year,
    "decade": _decade,
    "season": _season,
    "weekday": read_weekday,
    "weekend": read_weekend,
    "relative day": read_relative_day,
    "anaphor": read_anaphor,
    "ago": read_ago,
    "duration": read_rolling,
    "later": read_later,
    "rolling": read_rolling,
    "unit": read_unit,
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
