"""What the pages read from the store, remembered until the store changes."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

import pandas as pd
import streamlit as st

import geo
from gazetteer import Gazetteer, GazetteerError, load
from geo import Counts, Option, PlaceNames, Reading, RouteSpan, RouteState, Store, open_store
from views import choices
from views.naming import Names
from views.setting import Setting
from views.state import View, loosened
from views.told import Told, all_told, told
from views.visit import Atlas, Visit
from views.why import Why


@st.cache_resource(show_spinner=False, max_entries=2)
def _opened(path: str, written: int) -> Store:
    return open_store(Path(path))


@st.cache_resource(show_spinner=False)
def _gazetteer() -> tuple[Gazetteer, bool]:
    """The gazetteer, and whether it could be read: while a contributor is editing it, the store is shown without."""
    try:
        return load(), True
    except GazetteerError:
        return Gazetteer.of((), ""), False


def atlas(path: Path) -> Atlas:
    """Open the store, or give back the one that is open if its files are still the same.

    Raises:
        StoreError: if it is missing, damaged or of another format.

    """
    manifest = path / "manifest.json"
    written = manifest.stat().st_mtime_ns if manifest.is_file() else 0
    return Atlas(_opened(str(path), written), *_gazetteer())


@st.cache_data(show_spinner=False, max_entries=1000)
def _answer(_store: Store, version: str, question: str, arguments: tuple[Any, ...]) -> Any:
    return getattr(geo, question)(_store, *arguments)


def _ask(atlas: Atlas, question: str, *arguments: Any) -> Any:
    return _answer(atlas.store, f"{atlas.store.path} {atlas.store.version}", question, arguments)


def count(atlas: Atlas, view: View) -> Counts:
    """Return how many events the view shows."""
    counts = _ask(atlas, "count", choices.filter_of(view))
    assert isinstance(counts, Counts)
    return counts


def facets(atlas: Atlas, view: View) -> dict[str, tuple[Option, ...]]:
    """Return the options of each filter with their counts."""
    options: dict[str, tuple[Option, ...]] = _ask(atlas, "facets", choices.filter_of(view))
    return options


def by_place(atlas: Atlas, view: View) -> pd.DataFrame:
    """Return the events of the view by place."""
    return _frame(atlas, "by_place", choices.filter_of(view))


def bars(atlas: Atlas, view: View) -> pd.DataFrame:
    """Return the events by time and family, whatever dates the view has chosen."""
    return _frame(atlas, "timeline", choices.filter_of(loosened(view, "first")), view.step)


def page(atlas: Atlas, view: View, limit: int, offset: int) -> tuple[Told, ...]:
    """Return a page of the events of the view, newest first."""
    return all_told(_frame(atlas, "select", choices.filter_of(view), limit, offset))


def at(atlas: Atlas, view: View, place_id: str, limit: int) -> tuple[Told, ...]:
    """Return the events of the view at a place, newest first."""
    return all_told(_frame(atlas, "events_at", choices.filter_of(view), place_id, limit))


def unplaced(atlas: Atlas, view: View, limit: int) -> tuple[Told, ...]:
    """Return the events of the view that have no place."""
    return all_told(_frame(atlas, "unplaced", choices.filter_of(view), limit))


def undated(atlas: Atlas, view: View, limit: int) -> tuple[Told, ...]:
    """Return the events of the view that have no date."""
    return all_told(_frame(atlas, "undated", choices.filter_of(view), limit))


def event(atlas: Atlas, event_id: str) -> Told | None:
    """Return an event, ``None`` if the store has no such event."""
    row = _ask(atlas, "event", event_id)
    return told(row) if row else None


def versions(atlas: Atlas, one: Told) -> tuple[Told, ...]:
    """Return all events of the story that an event belongs to, itself among them."""
    return all_told(_frame(atlas, "story", one.event.story_id)) if one.event.story_id else (one,)


def _frame(atlas: Atlas, question: str, *arguments: Any) -> pd.DataFrame:
    frame = _ask(atlas, question, *arguments)
    assert isinstance(frame, pd.DataFrame)
    return frame


def places_with_events(atlas: Atlas) -> tuple[str, ...]:
    """Return the places where anything is said to have happened."""
    options: dict[str, tuple[Option, ...]] = _ask(atlas, "facets", choices.EVERYTHING)
    return tuple(option.value for option in options["places"] if option.value)


def names(atlas: Atlas, style: str) -> Names:
    """Return what places are called in a style."""
    shown = "en" if style == "source" else style
    return Names(style, {place_id: place.by_style[shown] for place_id, place in places(atlas).items()})


def places(atlas: Atlas) -> dict[str, PlaceNames]:
    """Return all places of the store by id."""
    known: dict[str, PlaceNames] = _places(atlas.store, f"{atlas.store.path} {atlas.store.version}")
    return known


@st.cache_resource(show_spinner=False, max_entries=2)
def _places(_store: Store, version: str) -> dict[str, PlaceNames]:
    return geo.place_names(_store)


def outlet_types(atlas: Atlas, view: View) -> pd.DataFrame:
    """Return how many events of each type each outlet tells."""
    return _frame(atlas, "outlet_type_matrix", choices.filter_of(view))


def names_written(atlas: Atlas, view: View, place_id: str) -> pd.DataFrame:
    """Return how often each outlet wrote which name of a place, by month."""
    return _frame(atlas, "name_matrix", choices.filter_of(view), (place_id,))


def told_alone(atlas: Atlas, view: View, outlet: str, not_by: str, limit: int) -> tuple[Told, ...]:
    """Return an event of each story that one outlet tells and the other does not, newest first."""
    return all_told(_frame(atlas, "stories_told_by", outlet, not_by, choices.filter_of(view), limit))


def contents(atlas: Atlas) -> pd.DataFrame:
    """Return how many documents there are by outlet, its country, language, year and kind."""
    return _frame(atlas, "contents")


def readers(atlas: Atlas) -> dict[str, int]:
    """Return how many events were read by whom."""
    found: dict[str, int] = _ask(atlas, "readings")
    return found


def shared(atlas: Atlas, view: View) -> pd.DataFrame:
    """Return the stories that several outlets tell, those of both sides first."""
    return _frame(atlas, "shared", choices.filter_of(view))


def tellings(atlas: Atlas, view: View, story_id: str) -> tuple[Told, ...]:
    """Return the events of a story that the view shows, the outlets of each country together."""
    return all_told(_frame(atlas, "tellings", choices.filter_of(view), story_id))


def differing(atlas: Atlas, view: View) -> tuple[Told, ...]:
    """Return the versions of the stories whose outlets give other figures or days, story by story."""
    return all_told(_frame(atlas, "differing", choices.filter_of(view), view.outlets))


def named_over_time(atlas: Atlas, place_id: str) -> pd.DataFrame:
    """Return how often a place is named by month and tradition of the name."""
    return _frame(atlas, "mentions_over_time", place_id)


def setting(visit: Visit) -> Setting:
    """Return what all cards of a page share."""
    manifest = visit.atlas.store.manifest
    return Setting(
        visit.texts,
        names(visit.atlas, visit.view.names),
        manifest.corpus_version,
        manifest.gazetteer_version,
        dark=st.context.theme.type == "dark",
    )


def shapes(atlas: Atlas, place_ids: Sequence[str], on: date | None = None) -> dict[str, Any]:
    """Return the outline, line or point of places by id; of a road that was led another way the course on that day."""
    known: dict[str, Any] = _shapes(atlas.store, f"{atlas.store.path} {atlas.store.version}", tuple(place_ids), on)
    return known


@st.cache_resource(show_spinner=False, max_entries=100)
def _shapes(_store: Store, version: str, place_ids: tuple[str, ...], on: date | None) -> dict[str, Any]:
    return dict(_store.shapes(place_ids, on))


def route_states(atlas: Atlas, view: View) -> tuple[RouteState, ...]:
    """Return every road's state on the last day of the view, or of the store."""
    states: tuple[RouteState, ...] = _ask(atlas, "route_states", route_day(atlas, view), choices.filter_of(view))
    return states


def route_history(atlas: Atlas, view: View, place_id: str) -> tuple[RouteSpan, ...]:
    """Return the states of a road one after the other, as far as the outlets of the view reported them."""
    spans: tuple[RouteSpan, ...] = _ask(atlas, "route_history", place_id, choices.filter_of(view))
    return spans


def route_day(atlas: Atlas, view: View) -> date:
    """Return the day for which the roads are shown."""
    _, last = _ask(atlas, "date_range")
    return view.last or last or date.today()


def written_names(atlas: Atlas, view: View) -> dict[str, str]:
    """Return what the view's sentences call each place most often, by place id."""
    names: dict[str, str] = _ask(atlas, "written_names", choices.filter_of(view))
    return names


def is_shown(atlas: Atlas, view: View, event_id: str) -> bool:
    """Tell whether the filters of the view show an event."""
    return bool(_ask(atlas, "is_shown", choices.filter_of(view), event_id))


def why(atlas: Atlas, one: Told, shown: Names) -> Why:
    """Return what led to an event's place: the rule, the line of the gazetteer, and what was rejected."""
    event = one.event
    read = _ask(atlas, "reading_at", event.doc_id, event.place_start) if event.place_start is not None else None
    return explained(atlas.gazetteer, one, read, shown)


def explained(gazetteer: Gazetteer, one: Told, read: Reading | None, shown: Names) -> Why:
    """Return what led to an event's place, from how its name was read."""
    place = gazetteer.places.get(one.event.place_id or "")
    row = f"{place.file}:{place.line}" if place and place.file else None
    if read is None:
        return Why(row=row)
    return Why(read.rule, row, tuple(_rejected(entry, shown) for entry in read.rejected))


def _rejected(entry: str, shown: Names) -> tuple[str, str]:
    place_id, _, reason = entry.partition(": ")
    return shown.of_place(place_id), reason
