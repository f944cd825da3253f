"""The ways that a road took at different times, as lines."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import shapely
from shapely.geometry import LineString
from shapely.geometry.base import BaseGeometry


@dataclass(frozen=True, slots=True)
class CourseLine:
    """The line of a road for a time; both days belong to it, ``None`` being no limit."""

    first: date | None
    last: date | None
    line: LineString

    def is_between(self, first: date | None, last: date | None) -> bool:
        """Whether it held on some day between the two."""
        return (first or date.min) <= (self.last or date.max) and (self.first or date.min) <= (last or date.max)


def line_between(courses: Sequence[CourseLine], first: date | None, last: date | None) -> BaseGeometry | None:
    """The line of the course that held between the two days; where there were several, all of them in one.

    ``None`` if the road has no dated courses, or none of those days.
    """
    lines = [course.line for course in courses if course.is_between(first, last)]
    if len(lines) > 1:
        return shapely.MultiLineString(lines)
    return lines[0] if lines else None
