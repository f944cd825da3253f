"""Records become tables, tables are filtered, what is left is drawn: the home of geopandas, shapely and folium."""

from geo.errors import ExportError, GeoError, StoreError
from geo.family import Family, event_types, families, family_of
from geo.filter import UNKNOWN, Filter
from geo.layers import base_map, event_layer, leaflet_folder, use_assets
from geo.manifest import Manifest
from geo.particulars import PlaceNames, Reading, is_shown, place_names, reading_at
from geo.queries import (
    Counts,
    Option,
    by_place,
    count,
    date_range,
    event,
    events_at,
    facets,
    select,
    story,
    timeline,
    undated,
    unplaced,
)
from geo.store import Store, open_store
from geo.writer import StoreWriter, Versions, write_store

__all__ = [
    "UNKNOWN",
    "Counts",
    "ExportError",
    "Family",
    "Filter",
    "GeoError",
    "Manifest",
    "Option",
    "PlaceNames",
    "Reading",
    "Store",
    "StoreError",
    "StoreWriter",
    "Versions",
    "base_map",
    "by_place",
    "count",
    "date_range",
    "event",
    "event_layer",
    "event_types",
    "events_at",
    "facets",
    "families",
    "family_of",
    "is_shown",
    "leaflet_folder",
    "open_store",
    "place_names",
    "reading_at",
    "select",
    "story",
    "timeline",
    "undated",
    "unplaced",
    "use_assets",
    "write_store",
]
