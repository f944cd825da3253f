"""The shipped corpus, read and stored as `make app` does it."""

from __future__ import annotations

import json
from datetime import date, timedelta
from pathlib import Path

import pandas as pd
import pytest
import shapely

import extract
import gazetteer
import geo
from corpus import SHIPPED, Document, read_documents
from geo import Filter, Store
from tests.geo.conftest import VERSIONS


@pytest.fixture(scope="module")
def shipped(tmp_path_factory: pytest.TempPathFactory) -> Store:
    places, reader = gazetteer.load(), extract.load_reader()
    documents = [document for document in read_documents([SHIPPED]) if isinstance(document, Document)]
    extractions = [extract.read(document, places, reader) for document in documents]
    events = [event for extraction in extractions for event in extraction.events]
    _, stories = extract.link_stories(events, places)
    out: Path = tmp_path_factory.mktemp("shipped") / "store"
    geo.write_store(out, documents, extractions, stories, **VERSIONS, places=places.places)
    return geo.open_store(out)


def test_every_quote_is_the_text_it_is_taken_from(shipped: Store) -> None:
    texts = {row["doc_id"]: row["text"] for row in shipped.rows("SELECT doc_id, text FROM documents")}
    events = shipped.rows("SELECT * EXCLUDE (geometry) FROM events")
    assert len(events) > 100
    for event in events:
        assert texts[event["doc_id"]][event["evidence_start"] : event["evidence_end"]] == event["evidence"]


def test_every_placed_event_has_a_geometry_and_no_other(shipped: Store) -> None:
    rows = shipped.rows(
        "SELECT place_id IS NULL AS loose, geometry IS NULL AS bare, count(*) AS n FROM events GROUP BY ALL"
    )
    assert {(row["loose"], row["bare"]) for row in rows} <= {(False, False), (True, True)}


def test_no_event_of_a_district_is_a_point_on_its_town(shipped: Store) -> None:
    shapes = shipped.shapes()
    rows = geo.by_place(shipped, Filter(precisions=("district",)))
    assert not rows.empty
    assert {shapes[row.place_id].geom_type for row in rows.itertuples() if row.radius_km != row.radius_km} <= {
        "Polygon",
        "MultiPolygon",
    }


def test_map_table_lists_and_export_count_alike(shipped: Store) -> None:
    counts = geo.count(shipped, Filter())
    assert geo.by_place(shipped, Filter())["n"].sum() == counts.mapped
    assert len(geo.select(shipped, Filter(), limit=None)) == counts.shown
    assert geo.export_bytes(shipped, Filter(), ".csv").decode("utf-8-sig").count("\r\n") >= counts.shown + 1
    assert geo.map_html(shipped, Filter())[1] == counts.shown


def test_the_lachin_corridor_is_shut_in_the_spring_of_2023_by_a_cited_report(shipped: Store) -> None:
    states = {state.place_id: state for state in geo.route_states(shipped, date(2023, 4, 1))}
    corridor = states["lachin-corridor"]
    assert corridor.state in ("blocked", "restricted")
    assert corridor.since is not None
    assert corridor.evidence
    assert geo.event(shipped, corridor.event_id or "") is not None


def test_a_place_is_found_by_any_of_its_names(shipped: Store) -> None:
    names = ("Xankəndi", "Khankendi", "Stepanakert", "Ստեփանակերտ", "Степанакерт")
    found = [set(geo.select(shipped, Filter(text=name), limit=None)["event_id"]) for name in names]
    at_the_town = set(geo.events_at(shipped, Filter(), "khankendi")["event_id"])
    assert at_the_town
    assert all(at_the_town <= events for events in found)


def test_every_event_on_a_road_is_on_that_roads_own_line(shipped: Store) -> None:
    rows = shipped.rows("SELECT place_id, radius_km, geometry FROM events WHERE place_kind = 'road'")
    assert len(rows) > 10
    lines = shipped.shapes({row["place_id"] for row in rows})
    courses = shipped.courses(lines)
    for row in rows:
        drawn = shapely.from_wkb(row["geometry"])
        own = [course.line for course in courses.get(row["place_id"], ())] or [lines[row["place_id"]]]
        assert row["radius_km"] is None
        assert all(part in own for part in shapely.get_parts(drawn))


def test_no_line_ends_in_the_middle_of_an_area(shipped: Store) -> None:
    kinds = {row["place_id"]: row["kind"] for row in shipped.rows("SELECT place_id, kind FROM places")}
    vias = [row["via"] for row in shipped.rows("SELECT via FROM events WHERE len(via) > 0")]
    assert {kinds[stop] for via in vias for stop in via} <= {"city", "village", "site", "bridge", "mountain"}


def test_the_blockade_of_2022_is_not_drawn_through_the_town_of_lachin(shipped: Store) -> None:
    lachin = shapely.Point(46.5498, 39.6374)
    sql = "SELECT event_id, geometry FROM events WHERE place_id = $road AND date_start BETWEEN $first AND $last"
    days = {"road": "lachin-corridor", "first": date(2022, 9, 1), "last": date(2023, 9, 30)}
    rows = shipped.rows(sql, days)
    assert len(rows) > 5
    assert [row["event_id"] for row in rows if shapely.from_wkb(row["geometry"]).distance(lachin) < 0.005] == []


ROADS = {
    "aghdam-khankendi-road": {
        date(2023, 8, 1): "unknown",
        date(2023, 9, 18): "restricted",
        date(2023, 9, 20): "open",
        date(2024, 4, 17): "unknown",
    },
    "lachin-corridor": {
        date(2022, 11, 1): "unknown",
        date(2022, 12, 13): "blocked",
        date(2023, 6, 1): "blocked",
        date(2024, 4, 17): "unknown",
    },
}


@pytest.mark.parametrize("road", ROADS)
def test_the_aghdam_road_and_the_lachin_corridor_are_as_reported_on_each_day(shipped: Store, road: str) -> None:
    for day, state in ROADS[road].items():
        rows = {row.place_id: row for row in geo.route_states(shipped, day)}
        assert (day, rows[road].state) == (day, state)
        assert "goris-stepanakert-highway" not in rows


def test_no_road_is_said_to_be_blocked_long_after_the_last_report(shipped: Store) -> None:
    rows = geo.route_states(shipped, date(2024, 4, 17))
    assert {row.state for row in rows} == {"unknown"}
    assert {row.place_id for row in rows if row.last_told} >= {"lachin-corridor", "aghdam-khankendi-road"}
    assert all(
        span.last <= span.told + timedelta(days=geo.HOLDS_DAYS)
        for row in rows
        for span in geo.route_history(shipped, row.place_id)
    )


@pytest.mark.parametrize(
    "name",
    ["the Aghdam road", "the Aghdam-Khankendi route", "the Askeran road", "the Akna-Stepanakert road"],
)
def test_the_aghdam_road_has_its_state_under_each_of_its_names(name: str, tmp_path: Path) -> None:
    places, reader = gazetteer.load(), extract.load_reader()
    text = f"Azerbaijani troops closed {name} on 12 September 2023."
    document = Document("one", text, published=date(2023, 9, 13), language="en")
    geo.write_store(
        tmp_path / "s", [document], [extract.read(document, places, reader)], **VERSIONS, places=places.places
    )
    rows = {row.place_id: row.state for row in geo.route_states(geo.open_store(tmp_path / "s"), date(2023, 9, 15))}
    assert rows["aghdam-khankendi-road"] == "blocked"


def test_the_azerbaijani_name_of_the_aghdam_road_is_the_same_road() -> None:
    places = gazetteer.load()
    hits = places.find("Ağdam-Xankəndi yolu ilə", "az")
    assert {candidate.place.id for hit in hits for candidate in hit.candidates} == {"aghdam-khankendi-road"}


def test_places_are_exported_under_every_traditions_name(shipped: Store, tmp_path: Path) -> None:
    for form in (".csv", ".geojson"):
        geo.export_events(shipped, Filter(), tmp_path / f"events{form}")
    csv = pd.read_csv(tmp_path / "events.csv").set_index("place_id")["place_name"]
    features = json.loads((tmp_path / "events.geojson").read_text(encoding="utf-8"))["features"]
    geojson = {each["properties"]["place_id"]: each["properties"]["place_name"] for each in features}
    mentions = {row["place_id"]: row["place_name"] for row in shipped.rows("SELECT place_id, place_name FROM mentions")}
    places = {row["place_id"]: row["name"] for row in shipped.rows("SELECT place_id, name FROM places")}
    names = {"khankendi": "Khankendi / Stepanakert", "shusha": "Shusha / Shushi", "kalbajar": "Kalbajar / Karvachar"}
    for place_id, name in names.items():
        assert {geojson[place_id], mentions[place_id], places[place_id], *csv[[place_id]]} == {name}
