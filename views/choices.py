"""From what a reader chose to what the store is asked, and back from what the store has to what can be chosen."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from geo import Filter, Option, Store, event_types, facets
from views import words
from views.state import View, active_filters, loosened
from views.texts import Texts

FACETS = {
    "outlets": "outlets",
    "countries": "outlet_countries",
    "languages": "languages",
    "types": "event_types",
    "places": "places",
    "statuses": "statuses",
    "precisions": "precisions",
    "readers": "readers",
}
"""Facet of the store by field of the view."""

EVERYTHING = Filter(statuses=())

LABELS = {
    "outlets": "filter.outlet",
    "countries": "filter.country",
    "languages": "filter.language",
    "types": "filter.type",
    "places": "filter.place",
    "statuses": "filter.status",
    "precisions": "filter.precision",
    "readers": "filter.read_by",
    "first": "filter.dates",
    "last": "filter.dates",
    "confidence": "filter.confidence",
    "told_by": "filter.outlets_at_least",
    "words": "filter.text",
}
"""Key of the text that names a filter, by field of the view."""


def filter_of(view: View) -> Filter:
    """Return what the store is asked for a view."""
    return Filter(
        outlets=view.outlets,
        outlet_countries=view.countries,
        languages=view.languages,
        event_types=view.types,
        places=view.places,
        statuses=view.statuses,
        precisions=view.precisions,
        readers=view.readers,
        date_from=view.first,
        date_to=view.last,
        confidence_min=view.confidence / 100,
        min_outlets=view.told_by,
        text=view.words,
    )


def known_values(store: Store, place_ids: frozenset[str]) -> dict[str, frozenset[str]]:
    """Return the values that an address may ask for, by field of the view.

    Args:
        store: the open store.
        place_ids: places that may be asked for though nothing happened there.

    """
    found = facets(store, EVERYTHING)
    known = {field: frozenset(option.value for option in found[facet]) for field, facet in FACETS.items()}
    del known["statuses"], known["readers"]
    known["types"] |= frozenset(event_types())
    known["places"] |= place_ids
    return known | {"at": known["places"], "called": known["places"], "a": known["outlets"], "b": known["outlets"]}


def label(field: str, value: str, texts: Texts) -> str:
    """Return what an option of a filter is called; outlets have only their own name."""
    if not value:
        return texts(
            {"outlets": "filter.unknown_outlet", "countries": "filter.unknown_country"}.get(field, "precision.none")
        )
    if field == "countries":
        return texts.country(value)
    if field == "languages":
        return texts.language_name(value)
    keys = {"types": "type", "statuses": "status", "precisions": "precision", "readers": "filter.reader"}
    return texts(f"{keys[field]}.{value}") if field in keys else value


def ways_out(view: View) -> dict[str, View]:
    """Return, for a view that shows nothing, the views without one of its filters, by the key of the filter's text."""
    limits = dict.fromkeys((*active_filters(view), "confidence"))
    return {LABELS[field]: loosened(view, field) for field in limits if loosened(view, field) != view}


def less_sure(options: Mapping[str, Sequence[Option]]) -> int:
    """Return how many events are hidden for their confidence alone."""
    return sum(option.n for option in options["confidence_min"] if option.value == "hidden")


def dates_shown(first: date | None, last: date | None, texts: Texts) -> str:
    """Return the chosen dates in words."""
    open_start, open_end = "…", "…"
    start = words.day(first, texts) if first else open_start
    end = words.day(last, texts) if last else open_end
    return texts("date.span", start=start, end=end)
