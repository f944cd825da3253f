"""Arithmetic of days, months and years that news wordings need."""

from __future__ import annotations

from calendar import monthrange
from datetime import date

from extract.times.expression import Clock, Days

FIRST_YEAR, LAST_YEAR = 1900, 2100
_LONGEST_LEAP = 8
_STORY_DAYS = 120
_MONTHS_AHEAD = 6
_PARTS_OF_MONTH = {
    "early": (1, 10),
    "mid": (10, 20),
    "late": (21, 31),
    "end": (25, 31),
    "first_half": (1, 15),
    "second_half": (16, 31),
    "first_week": (1, 7),
    "second_week": (8, 14),
    "third_week": (15, 21),
    "last_week": (24, 31),
}
_PARTS_OF_YEAR = {
    "early": (1, 3),
    "mid": (5, 8),
    "late": (10, 12),
    "end": (12, 12),
    "first_half": (1, 6),
    "second_half": (7, 12),
}
_PARTS_OF_DECADE = {
    "early": (0, 4),
    "mid": (4, 6),
    "late": (5, 9),
    "end": (8, 9),
    "first_half": (0, 4),
    "second_half": (5, 9),
}
_SEASONS = {"spring": 3, "summer": 6, "autumn": 9, "winter": 12}
_DAYS_IN = {"hour": 1 / 24, "day": 1.0, "week": 7.0, "month": 30.44, "year": 365.25, "decade": 3652.5}


def is_of_news(day: date) -> bool:
    """Whether it lies between 1900 and 2100: what is beyond is a slip or a filler, and news of no such day is read."""
    return FIRST_YEAR <= day.year <= LAST_YEAR


def make_day(year: int, month: int, day: int) -> date | None:
    """That day, if there is one between 1900 and 2100."""
    if not (FIRST_YEAR <= year <= LAST_YEAR and 1 <= month <= 12 and 1 <= day <= monthrange(year, month)[1]):
        return None
    return date(year, month, day)


def shift(day: date, days: float) -> date:
    """The day that many days later, held within the years 1900 to 2100."""
    last, first = date(LAST_YEAR, 12, 31).toordinal(), date(FIRST_YEAR, 1, 1).toordinal()
    reach = max(min(days, last), -last)
    return date.fromordinal(max(min(day.toordinal() + round(reach), last), first))


def shift_months(day: date, months: int) -> date:
    """The same day of the month that many months later, or that month's last day."""
    months = max(min(months, 2400), -2400)
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    year = max(min(year, LAST_YEAR), FIRST_YEAR)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def shift_units(day: date, amount: float, unit: str) -> date:
    """``amount`` days, weeks, months or years later (earlier if negative)."""
    if unit == "month" and amount == int(amount):
        return shift_months(day, int(amount))
    if unit in ("year", "decade") and amount == int(amount):
        years = int(amount) * (10 if unit == "decade" else 1)
        return shift_months(day, max(min(years, 200), -200) * 12)
    return shift(day, amount * _DAYS_IN[unit])


def month_days(year: int, month: int, part: str | None = None) -> Days | None:
    """A month or a part of it: early is 1-10, mid 10-20, late 21 to the end."""
    if make_day(year, month, 1) is None:
        return None
    length = monthrange(year, month)[1]
    first, last = _PARTS_OF_MONTH.get(part or "", (1, length))
    return Days(date(year, month, first), date(year, month, min(last, length)), "week" if part else "month", "stated")


def year_days(year: int, part: str | None = None) -> Days | None:
    """A year or a part of it: early is its first quarter, late its last."""
    if not FIRST_YEAR <= year <= LAST_YEAR:
        return None
    first, last = _PARTS_OF_YEAR.get(part or "", (1, 12))
    days = monthrange(year, last)[1]
    return Days(date(year, first, 1), date(year, last, days), "season" if part else "year", "stated")


def decade_days(year: int, part: str | None = None) -> Days | None:
    """The ten years from ``year`` on, or a part of them: early is the first five."""
    first, last = _PARTS_OF_DECADE.get(part or "", (0, 9))
    begin, end = make_day(year + first, 1, 1), make_day(year + last, 12, 31)
    return Days(begin, end, "year", "stated") if begin and end else None


def season_days(year: int, season: str) -> Days | None:
    """Three whole months; a winter begins in December of ``year``."""
    begin = make_day(year, _SEASONS[season], 1)
    if begin is None:
        return None
    final = shift_months(begin, 2)
    end = date(final.year, final.month, monthrange(final.year, final.month)[1])
    return Days(begin, end, "season", "stated")


def week_of(day: date) -> tuple[date, date]:
    """Monday and Sunday of its week."""
    monday = shift(day, -day.weekday())
    return monday, shift(monday, 6)


def unit_of(day: date, unit: str) -> tuple[date, date]:
    """The calendar day, week, month or year that a day lies in."""
    if unit == "week":
        return week_of(day)
    if unit == "month":
        return date(day.year, day.month, 1), date(day.year, day.month, monthrange(day.year, day.month)[1])
    if unit == "year":
        return date(day.year, 1, 1), date(day.year, 12, 31)
    return day, day


def year_for_day(month: int, day: int, clock: Clock) -> int | None:
    """The year of a yearless day: as the text around says, else the latest that is not far after publication."""
    if clock.year is not None:
        return clock.year
    if clock.published is None:
        return None
    if _continues_story(month, day, clock.story):
        return clock.story.year if clock.story else None
    limit = shift(clock.published, clock.ahead)
    for year in range(limit.year, limit.year - _LONGEST_LEAP, -1):
        candidate = make_day(year, month, day)
        if candidate is not None and candidate <= limit:
            return year
    return None


def year_for_month(month: int, clock: Clock) -> int | None:
    """The year of a yearless month: as the text around says, else the latest one begun by publication."""
    if clock.year is not None:
        return clock.year
    if clock.published is None:
        return None
    if _continues_story(month, 28, clock.story):
        return clock.story.year if clock.story else None
    ahead = month - clock.published.month
    if clock.coming and ahead % 12 <= _MONTHS_AHEAD:
        return clock.published.year + (ahead < 0)
    return clock.published.year - (ahead > 0)


def _continues_story(month: int, day: int, story: date | None) -> bool:
    """Whether that day of the story's year follows within four months of it."""
    candidate = make_day(story.year, month, day) if story else None
    return candidate is not None and story is not None and 0 <= (candidate - story).days <= _STORY_DAYS
