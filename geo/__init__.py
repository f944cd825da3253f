"""Records become tables, tables are filtered, what is left is drawn: the home of geopandas, shapely and folium."""

from geo.building import Build, build_store
from geo.compare import differing, name_matrix, outlet_type_matrix, stories_told_by
from geo.dated import DatedLine, dated_between, dated_lines
from geo.errors import ExportError, GeoError, StoreError
from geo.export import bibtex, export_bytes, export_events
from geo.family import Family, event_types, families, family_of
from geo.filter import UNKNOWN, Filter
from geo.geometry import Shape, place_shape
from geo.held import held_store
from geo.layers import TILES, base_map, event_layer, leaflet_folder, use_assets, write_assets
from geo.manifest import Manifest
from geo.overlays import boundary_layer, density_layer, mention_layer, place_layer, route_layer, shape_layer
from geo.particulars import PlaceNames, Reading, is_shown, place_names, reading_at, written_names
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
from geo.reading import (
    document,
    documents,
    events_in,
    inbox,
    mentions_in,
    mentions_over_time,
    stored_documents,
    stored_events,
    stored_mentions,
    stored_unresolved,
    trigger_offsets,
    unresolved_in,
)
from geo.routes import HOLDS_DAYS, STATES, RouteSpan, RouteState, route_history, route_states
from geo.standalone import map_html, write_map_html
from geo.store import Store, open_store
from geo.writer import StoreWriter, Versions, write_store

__all__ = [
    "HOLDS_DAYS",
    "STATES",
    "TILES",
    "UNKNOWN",
    "Build",
    "Counts",
    "DatedLine",
    "ExportError",
    "Family",
    "Filter",
    "GeoError",
    "Manifest",
    "Option",
    "PlaceNames",
    "Reading",
    "RouteSpan",
    "RouteState",
    "Shape",
    "Store",
    "StoreError",
    "StoreWriter",
    "Versions",
    "base_map",
    "bibtex",
    "boundary_layer",
    "build_store",
    "by_place",
    "count",
    "date_range",
    "dated_between",
    "dated_lines",
    "density_layer",
    "differing",
    "document",
    "documents",
    "event",
    "event_layer",
    "event_types",
    "events_at",
    "events_in",
    "export_bytes",
    "export_events",
    "facets",
    "families",
    "family_of",
    "held_store",
    "inbox",
    "is_shown",
    "leaflet_folder",
    "map_html",
    "mention_layer",
    "mentions_in",
    "mentions_over_time",
    "name_matrix",
    "open_store",
    "outlet_type_matrix",
    "place_layer",
    "place_names",
    "place_shape",
    "reading_at",
    "route_history",
    "route_layer",
    "route_states",
    "select",
    "shape_layer",
    "stored_documents",
    "stored_events",
    "stored_mentions",
    "stored_unresolved",
    "stories_told_by",
    "story",
    "timeline",
    "trigger_offsets",
    "undated",
    "unplaced",
    "unresolved_in",
    "use_assets",
    "write_assets",
    "write_map_html",
    "write_store",
    "written_names",
]
