"""Settlements that stand in the gazetteer twice: the sources have some under an id for each side's name."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence

from geopy.distance import great_circle

from gazetteer.entries import Entry
from gazetteer.fold import fold
from gazetteer.problems import Problem

_SETTLEMENTS = {"city", "village"}
_NEAR_KM = 0.6
"""Two settlements of one name this near to each other are one."""
_NEAR_DEGREES = 0.0055
"""The same, of latitude."""


def doubles(entries: Sequence[Entry]) -> Iterator[Problem]:
    """A warning for each two blocks that share a name and lie side by side, or lie at one point without a note why."""
    settlements = sorted((each for each in entries if each.place.kind in _SETTLEMENTS), key=lambda each: each.place.lat)
    for position, entry in enumerate(settlements):
        for other in itertools.islice(settlements, position + 1, None):
            if other.place.lat - entry.place.lat > _NEAR_DEGREES:
                break
            yield from _double(entry, other)


def _double(entry: Entry, other: Entry) -> Iterator[Problem]:
    one, two = entry.place, other.place
    km = great_circle((one.lat, one.lon), (two.lat, two.lon)).km
    shared = {fold(name.name) for name in one.names} & {fold(name.name) for name in two.names}
    where = f"{two.id} ({two.file}:{two.line})"
    if km < _NEAR_KM and shared:
        remedy = "make one block of the two, with the names and ids of both"
        yield _problem(entry, f"{one.id} shares a name with {where}, {km:.1f} km away", remedy)
    elif km == 0 and not (one.note and two.note):
        remedy = "make one block of the two, or say in the 'note' of both why they are two"
        yield _problem(entry, f"{one.id} lies at the very point of {where}", remedy)


def _problem(entry: Entry, what: str, remedy: str) -> Problem:
    return Problem(entry.place.file, entry.line_of("lat"), what, remedy, "warning")
