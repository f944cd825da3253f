"""How filters and layers hold up: against reading whole tables, against a marker per event, and as the store grows.

Run with ``python -m benchmarks.bench_geo [EVENTS]``. Figures are medians; ratios are what to compare between machines.
"""

from __future__ import annotations

import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from statistics import median

import folium
import geopandas
import pandas as pd

import geo
from geo import Filter, Store
from tests.geo.worlds import PLACES, many

REPEATS = 7
CHOSEN = Filter(date_from=date(2021, 1, 1), date_to=date(2023, 12, 31), confidence_min=0.3)


def seconds(work: Callable[[], object], repeats: int = REPEATS) -> float:
    """Median wall time of a call, after one that warms up."""
    work()
    times = []
    for _ in range(repeats):
        start = time.perf_counter()
        work()
        times.append(time.perf_counter() - start)
    return median(times)


def build(folder: Path, events: int) -> tuple[Store, float]:
    """A synthetic store and the seconds that writing it took."""
    pairs = list(many(events))
    versions = {"gazetteer_version": "g", "reader_version": "l", "program_version": "p"}
    start = time.perf_counter()
    geo.write_store(folder, (d for d, _ in pairs), (e for _, e in pairs), **versions, places=PLACES)
    return geo.open_store(folder), time.perf_counter() - start


def whole_table(store: Store) -> pd.DataFrame:
    """The same filter and grouping the usual way: read everything with geopandas, filter, group."""
    events = geopandas.read_parquet(store.path / "events.parquet")
    kept = events[
        events["status"].isin(CHOSEN.statuses)
        & (pd.to_datetime(events["date_end"]) >= pd.Timestamp(CHOSEN.date_from))
        & (pd.to_datetime(events["date_start"]) <= pd.Timestamp(CHOSEN.date_to))
        & (events["confidence"] >= CHOSEN.confidence_min)
    ]
    return kept.groupby(["place_id", "event_type"]).size().unstack(fill_value=0)


def marker_each(store: Store, most: int) -> str:
    """A Folium marker per event, as tutorials do."""
    drawn = folium.Map(tiles=None)
    for row in geo.select(store, Filter(), limit=most).dropna(subset=["lon"]).itertuples():
        folium.Marker((row.lat, row.lon), popup=str(row.evidence)).add_to(drawn)
    return str(drawn.get_root().render())


def layer(store: Store) -> str:
    """Our event layer of everything, rendered."""
    drawn = folium.Map(tiles=None)
    places = geo.by_place(store, Filter())
    geo.event_layer(places, store.shapes(places["place_id"].unique())).add_to(drawn)
    return str(drawn.get_root().render())


def main(arguments: Sequence[str]) -> None:
    """Print the table."""
    events = int(arguments[0]) if arguments else 100_000
    with tempfile.TemporaryDirectory() as folder:
        large, took = build(Path(folder) / "large", events)
        small, _ = build(Path(folder) / "small", events // 10)
        print(f"{events:,} events: written in {took:.2f} s ({events / took:,.0f} a second)")
        queries: dict[str, Callable[[Store], object]] = {
            "count": lambda store: geo.count(store, CHOSEN),
            "facets": lambda store: geo.facets(store, CHOSEN),
            "by_place": lambda store: geo.by_place(store, CHOSEN),
            "timeline": lambda store: geo.timeline(store, CHOSEN),
            "select 500": lambda store: geo.select(store, CHOSEN),
            "text": lambda store: geo.count(store, Filter(text="shells ministry")),
            "told by 2": lambda store: geo.count(store, Filter(min_outlets=2)),
        }
        total = 0.0
        for name, query in queries.items():
            here, there = seconds(lambda q=query: q(large)), seconds(lambda q=query: q(small))  # type: ignore[misc]
            total += here if name in ("count", "facets", "by_place", "timeline", "select 500") else 0
            print(f"  {name:<12} {here * 1000:7.1f} ms; ten times fewer events: {here / there:4.1f} times quicker")
        print(f"  a page (count, facets, places, timeline, table): {total * 1000:.0f} ms")
        group, table = seconds(lambda: geo.by_place(large, CHOSEN)), seconds(lambda: whole_table(large), 3)
        print(f"  filter and group, against reading the table with geopandas: {table / group:.0f} times quicker")
        drawn, each = seconds(lambda: layer(large), 3), seconds(lambda: marker_each(large, 1_000), 1)
        print(f"  event layer: {drawn * 1000:.0f} ms, {len(layer(large)) / 1000:.0f} kB page")
        print(f"  against a folium.Marker for each of only 1,000 events: {each / drawn:.0f} times quicker")
        page, kept = geo.map_html(large, Filter())
        print(f"  map.html: {kept:,} events, {len(page.encode()) / 1e6:.1f} MB")


if __name__ == "__main__":
    main(sys.argv[1:])
