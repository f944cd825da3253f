"""A place of the gazetteer as HTML: what it is, where it lies, what it is called, and from whom that is known."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from html import escape
from urllib.parse import urlencode

from gazetteer import Name, Place
from geo import Shape
from views.grid import grid
from views.quote import anchor
from views.setting import Setting
from views.state import View, write_view
from views.texts import Texts

_ELSEWHERE = {
    "wikidata": ("Wikidata", "https://www.wikidata.org/wiki/{}"),
    "geonames": ("GeoNames", "https://www.geonames.org/{}/"),
    "whosonfirst": ("Who’s On First", "https://spelunker.whosonfirst.org/id/{}/"),
}
"""What other gazetteers are called, and where they have a place."""
SHOWN = 8
"""Names of one language, tradition and time that are shown without asking."""
EXACT = ("point", "outline", "background")
"""How a shape that is not approximate is known."""


def place_facts(place: Place, shape: Shape, places: Mapping[str, Place], view: View, setting: Setting) -> str:
    """Return what is known of the place besides its names.

    Args:
        place: the place.
        shape: its shape and what that comes from.
        places: all places, for those that it lies in.
        view: what the links to other places and to the map keep.
        setting: language and names.

    """
    texts = setting.texts
    lies_in = [_place_link(places[id_], view, setting) for id_ in place.within if id_ in places]
    rows = [
        (texts("places.kind"), escape(texts(f"kind.{place.kind}"))),
        (texts("places.coordinates"), escape(coordinates(place.lat, place.lon, texts))),
        (texts("places.within"), ", ".join(lies_in)),
        (texts("places.existed"), escape(years(place.start_year, place.end_year, texts))),
        (texts("places.shape"), escape(texts(f"places.shapes.{shape.basis}"))),
        (texts("places.source"), escape(place.source)),
        (texts("places.same_as"), ", ".join(filter(None, map(elsewhere, place.same_as)))),
        (texts("places.file"), f"<code>{escape(place.file)}:{place.line}</code>" if place.file else ""),
        (texts("places.note"), escape(place.note or "")),
    ]
    shown = "".join(f"<dt>{escape(label)}</dt><dd>{value}</dd>" for label, value in rows if value)
    return f'<dl class="facts">{shown}</dl>'


def _place_link(place: Place, view: View, setting: Setting) -> str:
    words = escape(setting.names.of_place(place.id))
    return f'<a href="{address(view, place.id)}" target="_self">{words}</a>'


def address(view: View, place_id: str, page: str = "gazetteer") -> str:
    """Return the address of a place on a page, escaped; ``""`` is the map."""
    query = urlencode(write_view(replace(view, at=place_id, event=None)), doseq=True)
    return escape(f"./{page}?{query}")


def coordinates(lat: float, lon: float, texts: Texts) -> str:
    """Return a position as in ``39.818° N, 46.753° E``."""
    north = texts("places.north" if lat >= 0 else "places.south", degrees=texts.number(abs(round(lat, 4))))
    east = texts("places.east" if lon >= 0 else "places.west", degrees=texts.number(abs(round(lon, 4))))
    return f"{north}, {east}"


def years(first: int | None, last: int | None, texts: Texts) -> str:
    """Return from when to when, as far as it is known; nothing if neither is."""
    if first is not None and last is not None:
        return f"{first}–{last}"
    if first is not None:
        return texts("places.since", year=texts.year(first))
    return texts("places.until", year=texts.year(last)) if last is not None else ""


def elsewhere(same_as: str) -> str:
    """Return a link to the place in another gazetteer; nothing for what leads nowhere on the web."""
    name, _, identifier = same_as.partition(":")
    if name in _ELSEWHERE and identifier.isalnum():
        called, pattern = _ELSEWHERE[name]
        return anchor(pattern.format(identifier), f"{called} {identifier}")
    return anchor(same_as, same_as) if same_as.lower().startswith(("http://", "https://")) else escape(same_as)


def name_table(place: Place, caption: str, texts: Texts) -> str:
    """Return the names as an HTML table: those of a language, tradition and time in one row, the usual one first."""
    alike: dict[tuple[str, str, str], list[Name]] = {}
    for name in place.names:
        key = (name.lang, name.tradition or "common", years(name.start_year, name.end_year, texts))
        alike.setdefault(key, []).append(name)
    order = list(dict.fromkeys(language for language, _, _ in alike))
    lines = [
        [
            escape(texts.language_name(language)),
            f'<span lang="{escape(language)}">{_spellings(names, texts)}</span>',
            escape(texts(f"tradition.{tradition}")),
            escape(time),
        ]
        for (language, tradition, time), names in sorted(alike.items(), key=lambda entry: order.index(entry[0][0]))
    ]
    heads = [texts(f"places.{column}") for column in ("language", "name", "tradition", "years")]
    return grid(caption, [escape(head) for head in heads], lines, "names")


def _spellings(names: Sequence[Name], texts: Texts) -> str:
    written = [_spelling(name, texts) for name in names]
    if len(written) <= SHOWN:
        return ", ".join(written)
    more = escape(texts("places.more_names", n=len(written) - SHOWN + 1))
    first, rest = ", ".join(written[: SHOWN - 1]), ", ".join(written[SHOWN - 1 :])
    return f"{first}<details><summary>{more}</summary>{rest}</details>"


def _spelling(name: Name, texts: Texts) -> str:
    note = f' <span class="quiet">({escape(texts("places.weak"))})</span>' if name.weak else ""
    return f"{escape(name.name)}{note}"
