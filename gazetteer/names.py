"""Which of a place's names to show."""

from __future__ import annotations

from collections.abc import Iterable

from gazetteer.model import Name, Place

STYLES = ("all", "en", "az", "hy", "ru")
"""``all`` is every tradition's English name, alphabetically; the others are languages."""


def display_name(place: Place, style: str = "all") -> str:
    """The place's name for a reader.

    Args:
        place: Any place.
        style: One of ``STYLES``.

    Returns:
        For ``all`` the first English name of each tradition, alphabetically (``Khankendi / Stepanakert``); for a
        language the name in use today in it, or the ``all`` form if the place has none. Never empty.

    """
    if style != "all" and (fitting := _in_use(name for name in place.names if name.lang == style)):
        return fitting[0].name
    english = [name for name in place.names if name.lang == "en" and name.end_year is None]
    by_tradition: dict[str | None, str] = {}
    for name in [name for name in english if name.tradition] or english[:1]:
        by_tradition.setdefault(name.tradition, name.name)
    distinct = {name.casefold(): name for name in by_tradition.values()}
    if distinct:
        return " / ".join(sorted(distinct.values(), key=str.casefold))
    return place.names[0].name if place.names else place.id


def _in_use(names: Iterable[Name]) -> list[Name]:
    """Names still in use before those given up, else as listed."""
    return sorted(names, key=lambda name: (name.end_year is not None, name.weak))
