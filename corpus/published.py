"""The day that a document says it was published on, in the forms that news files write days in."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import UTC, date, datetime
from email.utils import parsedate_to_datetime
from functools import cache

from babel.dates import get_month_names

FIRST, LAST = date(1900, 1, 1), date(2100, 12, 31)
"""No news was published on a day before or after; a date beyond is a slip or a filler."""
_LOCALES = ("en", "ru", "az", "hy")
_EPOCH = re.compile(r"(-?\d{9,10}|-?\d{12,13})(?:\.\d*)?")
_ISO_TIME = re.compile(r"(\d{4}-\d{2}-\d{2})[T ]\d{1,2}:\d{2}.*")
_DOTTED = re.compile(r"(\d{1,2})\.(\d{1,2})\.(\d{4})(?:\D.*)?")
_SLASHED = re.compile(r"(\d{4})/(\d{1,2})/(\d{1,2})(?:\D.*)?")
_MAIL = re.compile(r"(?:[A-Za-z]{3}, *)?\d{1,2} [A-Za-z]{3} \d{4} \d{1,2}:\d\d.*")
_DAY_FIRST = re.compile(r"(?:[^\W\d]+, *)?(\d{1,2})(?:st|nd|rd|th)? ([^\W\d]+)\.?,? (\d{4})(?:\D.*)?")
_MONTH_FIRST = re.compile(r"(?:[^\W\d]+, *)?([^\W\d]+)\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})(?:\D.*)?")


def published_on(value: str) -> date | None:
    """The day that is written there, in the time zone that it is written in; ``None`` if there is none.

    ISO 8601 dates and times, 17.10.2020 (day first), 2020/10/17, the dates of mails and feeds (RFC 2822), 17 October
    2020 with the month in English, Russian, Azerbaijani or Armenian, and seconds or milliseconds since 1970 (UTC).
    17/10/2020 is not read: it means two days to two readers.
    """
    text = " ".join(value.split())
    for read in _READINGS:
        try:
            found = read(text)
        except (ValueError, OverflowError, OSError):
            found = None
        if found is not None:
            return found
    return None


def _since_1970(text: str) -> date | None:
    match = _EPOCH.fullmatch(text)
    if match is None:
        return None
    number = int(match[1])
    seconds = number if len(match[1].lstrip("-")) < 12 else number / 1000
    return datetime.fromtimestamp(seconds, UTC).date()


def _iso(text: str) -> date | None:
    match = _ISO_TIME.fullmatch(text)
    return datetime.fromisoformat(match[1] if match else text).date()


def _dotted(text: str) -> date | None:
    match = _DOTTED.fullmatch(text)
    return date(int(match[3]), int(match[2]), int(match[1])) if match else None


def _slashed(text: str) -> date | None:
    match = _SLASHED.fullmatch(text)
    return date(int(match[1]), int(match[2]), int(match[3])) if match else None


def _mail(text: str) -> date | None:
    return parsedate_to_datetime(text).date() if _MAIL.fullmatch(text) else None


def _worded(text: str) -> date | None:
    if match := _DAY_FIRST.fullmatch(text):
        day, name, year = match.groups()
    elif match := _MONTH_FIRST.fullmatch(text):
        name, day, year = match.groups()
    else:
        return None
    month = _months().get(name.casefold())
    return date(int(year), month, int(day)) if month else None


_READINGS: tuple[Callable[[str], date | None], ...] = (_since_1970, _iso, _dotted, _slashed, _mail, _worded)


@cache
def _months() -> dict[str, int]:
    return {
        name.rstrip(".").casefold(): number
        for locale in _LOCALES
        for width in ("wide", "abbreviated")
        for context in ("format", "stand-alone")
        for number, name in get_month_names(width, context, locale).items()
    }
