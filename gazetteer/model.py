"""What a place is: its names by language, tradition and years, and where it lies."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

KINDS = (
    "country", "region", "province", "district", "city", "village", "site",
    "road", "bridge", "river", "lake", "mountain", "line", "sea",
)  # fmt: skip
LANGUAGES = ("en", "az", "hy", "ru", "tr", "fa", "ka", "fr", "de")
TRADITIONS = ("azerbaijani", "armenian", "soviet", "russian", "persian", "turkish", "georgian", "common")


@dataclass(frozen=True, slots=True)
class Point:
    """WGS 84 degrees."""

    lon: float
    lat: float


@dataclass(frozen=True, slots=True)
class Name:
    """One way of writing a place's name."""

    name: str
    lang: str
    tradition: str | None = None
    start_year: int | None = None
    """``from`` in the file."""
    end_year: int | None = None
    """``to`` in the file."""
    weak: bool = False
    """Counts only with support: near a strong name of the region or a word for its kind."""
    line: int = field(default=0, compare=False)
    """Where it stands in the file that it was read from."""


@dataclass(frozen=True, slots=True)
class Course:
    """The way that a road took for a time."""

    via: tuple[str | Point, ...]
    """Ids and points along it, in order."""
    first: date | None = None
    last: date | None = None
    """Both days belong to it; ``None`` where it is not known that it was ever otherwise."""
    source: str = ""
    line: int = field(default=0, compare=False)
    """Where it stands in the file that it was read from."""


@dataclass(frozen=True, slots=True)
class Place:
    """A block of the gazetteer."""

    id: str
    kind: str
    lat: float
    lon: float
    names: tuple[Name, ...]
    within: tuple[str, ...] = ()
    named_after: str | None = None
    """A place whose names it shares (the district of a town): they are added to ``names`` on loading."""
    never: tuple[str, ...] = ()
    """Phrases in which its name is no place (``Minsk Group``)."""
    via: tuple[str | Point, ...] = ()
    """For roads and lines: ids and points along it, in order; of a road with ``courses`` the latest."""
    courses: tuple[Course, ...] = ()
    """For roads that took another way at another time: the ways, oldest first."""
    same_road: str | None = None
    """For a road that is told under several names: the road that it is, or is a stretch of."""
    outline: tuple[Point, ...] = ()
    """For areas: the ring, open or closed."""
    start_year: int | None = None
    end_year: int | None = None
    """For lines and areas that existed in certain years only."""
    same_as: tuple[str, ...] = ()
    source: str = ""
    note: str | None = None
    file: str = ""
    line: int = 0
