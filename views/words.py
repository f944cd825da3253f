"""Dates, tolls and precision said in words, in the language of the interface."""

from __future__ import annotations

from datetime import date

from babel.dates import format_date

from views.texts import Texts, locale

_SEASONS = {3: "spring", 6: "summer", 9: "autumn", 12: "winter"}


def day(when: date, texts: Texts) -> str:
    """Return a day as in ``20 September 2023``."""
    return format_date(when, _long(texts), locale(texts.language))


def _long(texts: Texts) -> str:
    """The pattern of a day in words; no language writes the first of a month as 01 there, whatever CLDR has."""
    return str(locale(texts.language).date_formats["long"].pattern).replace("dd", "d")


def month(when: date, texts: Texts) -> str:
    """Return a month as in ``September 2023``."""
    return texts.capital(format_date(when, "LLLL y", locale(texts.language)))


def span(first: date | None, last: date | None, precision: str, texts: Texts) -> str:
    """Return when something was, no more exactly than it is known."""
    if first is None or last is None:
        return texts("date.none")
    if precision == "month" and (first.year, first.month) == (last.year, last.month):
        return month(first, texts)
    if precision == "year" and first.year == last.year:
        return str(first.year)
    if precision == "season" and first.month in _SEASONS:
        return texts(f"date.season.{_SEASONS[first.month]}", year=_winter(first, last, texts))
    if precision in ("month", "year", "season") and first != last:
        return _months(first, last, texts)
    return _days(first, last, precision, texts)


def _winter(first: date, last: date, texts: Texts) -> str:
    if first.year == last.year:
        return texts.year(first.year)
    return f"{first.year}/{texts.year(last.year)[2:]}"


def _months(first: date, last: date, texts: Texts) -> str:
    return texts("date.span", start=month(first, texts), end=month(last, texts))


def _days(first: date, last: date, precision: str, texts: Texts) -> str:
    if first == last:
        return day(first, texts)
    key = "date.week" if precision == "week" else "date.span"
    return texts(key, start=_start(first, last, texts), end=day(last, texts))


def _start(first: date, last: date, texts: Texts) -> str:
    """The first day of a span, without the month and year that its last day repeats."""
    pattern = "d" if (first.year, first.month) == (last.year, last.month) else "d MMMM"
    pattern = pattern if first.year == last.year else _long(texts)
    return format_date(first, pattern, locale(texts.language))


def how_dated(precision: str, basis: str, texts: Texts) -> str:
    """Return how exactly an event is dated and from what, as in ``to the day, as written in the text``."""
    if precision == "none":
        return texts("date.basis.none")
    return f"{texts(f'date.precision.{precision}')}, {texts(f'date.basis.{basis}')}"


def people(key: str, low: int | None, high: int | None, texts: Texts) -> str | None:
    """Return a number of people, ``key`` being ``killed`` or ``wounded``; ``None`` if the text gives none."""
    known = [n for n in (low, high) if n is not None]
    if not known:
        return None
    if min(known) == max(known):
        return texts(f"toll.{key}", n=known[0])
    return texts(f"toll.{key}_range", low=min(known), high=max(known))


def where_known(precision: str | None, radius_km: float | None, texts: Texts) -> str:
    """Return how exactly a place is known, with the distance where the text blurs it."""
    if precision is None:
        return texts("precision.none")
    if radius_km:
        return f"{texts('precision.near')}, {texts('precision.radius', km=round(radius_km))}"
    return texts(f"precision.{precision}")
