from __future__ import annotations

from datetime import date

import pytest
from geopy.distance import geodesic
from hypothesis import given
from hypothesis import strategies as st
from pyproj import Geod
from shapely.geometry import Point

from gazetteer import Name, Place
from gazetteer import Point as Corner
from geo.geometry import event_geometry, label_point, line_through, place_shape, ring, towards
from tests.geo.worlds import CHANGED_ROAD, PLACES, event_at

SHAPES = {place_id: place_shape(place, PLACES) for place_id, place in PLACES.items()}


def district(**more: object) -> Place:
    return Place("x-district", "district", 40.0, 46.5, (Name("Nowhere District", "en"),), **more)  # type: ignore[arg-type]


def test_a_town_is_a_point_longitude_first() -> None:
    assert SHAPES["shusha"].geometry == Point(46.749, 39.758)


def test_a_road_runs_through_its_places_in_order() -> None:
    shape = SHAPES["lachin-corridor"]
    assert shape.basis == "route"
    assert list(shape.geometry.coords) == [
        (46.339, 39.511), (46.55, 39.637), (46.65, 39.70), (46.749, 39.758), (46.753, 39.818),
    ]  # fmt: skip


def test_a_district_has_the_outline_of_the_background_and_holds_its_town() -> None:
    shape = SHAPES["aghdam-district"]
    assert shape.basis == "background"
    assert shape.geometry.contains(Point(46.927, 39.991))


def test_an_outline_of_the_gazetteer_comes_before_that_of_the_background() -> None:
    corners = (Corner(46, 39), Corner(47, 39), Corner(47, 40), Corner(46, 40))
    shape = place_shape(district(outline=corners), {})
    assert (shape.basis, shape.geometry.area) == ("outline", 1.0)


def test_an_area_without_outline_spans_its_settlements_approximately() -> None:
    villages = {
        f"v{n}": Place(f"v{n}", "village", 40 + n % 3 * 0.1, 46 + n // 3 * 0.1, (Name(f"V{n}", "en"),), ("x-district",))
        for n in range(9)
    }
    shape = place_shape(district(), villages)
    assert shape.basis == "hull"
    assert all(shape.geometry.contains(Point(place.lon, place.lat)) for place in villages.values())
    assert not shape.geometry.contains(Point(46.5, 40.1))


def test_an_area_of_which_nothing_is_known_is_its_point() -> None:
    region = Place("x", "region", 40.0, 46.5, (Name("Nowhere", "en"),))
    assert place_shape(region, {}).basis == "point"


def test_a_district_of_which_nothing_is_known_is_a_circle_and_no_pin() -> None:
    shape = place_shape(district(), {})
    assert shape.basis == "circle"
    assert 650 < abs(Geod(ellps="WGS84").geometry_area_perimeter(shape.geometry)[0]) / 1e6 < 720


def test_a_country_is_not_its_capital() -> None:
    assert SHAPES["azerbaijan"].geometry.area > 5
    assert SHAPES["armenia"].geometry.contains(Point(44.5, 40.18))


@pytest.mark.parametrize(
    ("place_id", "kind"),
    [("shusha", "Point"), ("aghdam-district", "Polygon"), ("lachin-corridor", "LineString")],
)
def test_an_event_has_the_geometry_of_what_is_known_of_its_place(place_id: str, kind: str) -> None:
    geometry = event_geometry(event_at(place_id, "e"), SHAPES, PLACES)
    assert geometry is not None
    assert geometry.geom_type == kind


def test_an_event_without_place_has_no_geometry() -> None:
    assert event_geometry(event_at(None, "e"), SHAPES, PLACES) is None


def test_a_movement_is_a_line_along_its_places() -> None:
    geometry = event_geometry(event_at("khankendi", "e", via=("goris", "shusha", "khankendi")), SHAPES, PLACES)
    assert geometry == line_through(("goris", "shusha", "khankendi"), PLACES)


@pytest.mark.parametrize(
    "told",
    [
        {"via": ("baku", "nagorno-karabakh")},
        {"via": ("goris", "khankendi")},
        {"radius_km": 5.0},
        {"geo_precision": "point"},
    ],
)
def test_an_event_on_a_road_is_on_the_roads_own_line(told: dict[str, object]) -> None:
    geometry = event_geometry(event_at("lachin-corridor", "e", **told), SHAPES, PLACES)
    assert geometry == SHAPES["lachin-corridor"].geometry


def test_an_event_on_a_road_that_the_text_composes_is_on_the_line_between_its_towns() -> None:
    road = Place("route:goris--shusha", "road", 39.6, 46.5, (Name("Goris–Shusha road", "en"),), via=("goris", "shusha"))
    event = event_at(road, "e", via=("goris", "shusha"), radius_km=5.0)
    shapes = {road.id: place_shape(road, PLACES)}
    assert event_geometry(event, shapes, PLACES) == line_through(("goris", "shusha"), PLACES)


def test_no_line_runs_to_the_middle_of_a_country_region_or_district() -> None:
    for area in ("azerbaijan", "nagorno-karabakh", "aghdam-district", "lachin-corridor"):
        assert line_through(("goris", area), PLACES) is None
        assert line_through(("goris", area, "shusha"), PLACES) == line_through(("goris", "shusha"), PLACES)
    event = event_at("nagorno-karabakh", "e", via=("goris", "nagorno-karabakh"))
    assert event_geometry(event, SHAPES, PLACES) == SHAPES["nagorno-karabakh"].geometry


OLD, NEW, BOTH = "through Lachin", "past Lachin", "both"


@pytest.mark.parametrize(
    ("first", "last", "published", "course"),
    [
        (date(2020, 11, 10), date(2020, 11, 10), date(2023, 1, 1), OLD),
        (date(2022, 8, 30), date(2022, 8, 30), date(2023, 1, 1), OLD),
        (date(2022, 8, 31), date(2022, 8, 31), date(2023, 1, 1), NEW),
        (date(2022, 12, 12), date(2023, 9, 20), date(2023, 9, 20), NEW),
        (date(2022, 1, 1), date(2022, 12, 31), date(2023, 1, 1), BOTH),
        (None, None, date(2022, 8, 1), OLD),
        (None, None, date(2023, 1, 1), NEW),
        (None, None, None, BOTH),
    ],
)
def test_an_event_on_a_road_that_was_led_another_way_is_on_the_course_of_its_day(
    first: date | None, last: date | None, published: date | None, course: str
) -> None:
    event = event_at(CHANGED_ROAD, "e", date_start=first, date_end=last, published=published)
    geometry = event_geometry(event, {CHANGED_ROAD.id: place_shape(CHANGED_ROAD, PLACES)}, PLACES)
    assert geometry is not None
    by_lachin, past_it = Point(46.55, 39.637), Point(46.6, 39.6)
    touched = (geometry.distance(by_lachin) < 1e-9, geometry.distance(past_it) < 1e-9)
    assert touched == {OLD: (True, False), NEW: (False, True), BOTH: (True, True)}[course]


def test_an_event_near_a_district_does_not_fill_the_district() -> None:
    assert event_geometry(event_at("aghdam-district", "e", radius_km=10.0), SHAPES, PLACES) == Point(46.95, 40.0)


def test_no_line_runs_through_places_that_are_not_known() -> None:
    assert line_through(("goris", "atlantis"), PLACES) is None
    assert line_through(("goris", "goris"), PLACES) is None


@given(st.floats(43, 51), st.floats(38, 42), st.floats(0.5, 60))
def test_every_corner_of_a_ring_is_as_far_as_it_says(lon: float, lat: float, radius: float) -> None:
    for corner_lon, corner_lat in ring(lon, lat, radius, 12).exterior.coords:
        assert geodesic((lat, lon), (corner_lat, corner_lon)).km == pytest.approx(radius, rel=1e-6)


def test_north_is_up() -> None:
    lon, lat = towards(46.0, 40.0, 10, 0)
    assert lon == pytest.approx(46.0)
    assert lat > 40.0


def test_a_label_lies_inside_its_area_and_on_its_line() -> None:
    area, line = SHAPES["aghdam-district"].geometry, SHAPES["lachin-corridor"].geometry
    assert area.contains(Point(label_point(area)))
    assert line.distance(Point(label_point(line))) < 1e-9
