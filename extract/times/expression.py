"""What a date in a text comes to: the days it covers, and how exactly the text says so."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class DateExpression:
    """A stretch ``text[start:end]`` that stands for the days ``first`` to ``last``, both included."""

    start: int
    end: int
    first: date
    last: date
    precision: str
    """day, week, month, season or year: how exact the wording is."""
    basis: str
    """``stated`` if the text names day, month or year; ``relative`` if it counts from another day."""
    rule: str
    """How it was read (``day``, ``weekday``, ``ago``, ``since``, ``named period`` ...)."""
    begun_by: date | None = None
    """Of "since": the last day of the wording itself ("since December": the 31st), by which it had begun."""


@dataclass(frozen=True, slots=True)
class Days:
    """The days that a wording covers, before it is tied to a place in the text."""

    first: date
    last: date
    precision: str
    basis: str


@dataclass(frozen=True, slots=True)
class Clock:
    """What a wording is resolved against."""

    published: date | None
    focus: date | None = None
    """The day spoken of last: what "the next day" counts from."""
    year: int | None = None
    """The year that yearless dates belong to, where the text around them gives one."""
    story: date | None = None
    """The last day, with its year stated, of the paragraph's story so far: what follows soon after is of that year."""
    ahead: int = 31
    """How many days after publication a yearless day may still lie ("the deadline of 1 December")."""
    coming: bool = False
    """Whether weekdays are those still to come ("by Friday")."""
