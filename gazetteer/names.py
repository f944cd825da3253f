"""Which of a place's names to show: the one home of every displayed name, on the map, in tables and on the console."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from gazetteer.model import Name, Place

STYLES = ("all", "en", "az", "hy", "ru")
"""``all`` and ``en`` are every tradition's English name, alphabetically; the others are languages."""
_LAST_YEAR = {"soviet": 1991}
"""The year after which a tradition's names are of the past, where a name does not say otherwise."""


def display_name(place: Place, style: str = "all", year: int | None = None) -> str:
    """The place's name for a reader.

    Args:
        place: Any place.
        style: One of ``STYLES``.
        year: Whose names to show, by default those of today. A name is shown outside of its years only where the
            place has no other.

    Returns:
        For ``all`` and ``en`` the first English name of each tradition, alphabetically (``Khankendi / Stepanakert``);
        for a language the name in use in it, or the ``all`` form if the place has none. Never empty.

    """
    year = year or date.today().year
    if style not in ("all", "en") and (fitting := _by_use((n for n in place.names if n.lang == style), year)):
        return fitting[0].name
    english = _by_use((name for name in place.names if name.lang == "en"), year)
    used = [name for name in english if _is_used(name, year)] or english
    current = [name for name in used if not _is_past(name, year)] or used
    by_tradition: dict[str | None, str] = {}
    for name in [name for name in current if name.tradition] or current[:1]:
        by_tradition.setdefault(name.tradition, name.name)
    distinct = {name.casefold(): name for name in by_tradition.values()}
    if distinct:
        return " / ".join(sorted(distinct.values(), key=str.casefold))
    return _by_use(place.names, year)[0].name if place.names else place.id


def _is_used(name: Name, year: int) -> bool:
    return (name.start_year or year) <= year <= (name.end_year or year)


def _is_past(name: Name, year: int) -> bool:
    """Whether its tradition is one of the past, and the name does not say that it outlived it."""
    return name.end_year is None and year > _LAST_YEAR.get(name.tradition or "", year)


def _by_use(names: Iterable[Name], year: int) -> list[Name]:
    """Names in use that year before others, strong before weak, else as listed."""
    return sorted(names, key=lambda name: (not _is_used(name, year), name.weak))
