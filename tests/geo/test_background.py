from __future__ import annotations

from importlib.resources import files

import pytest
from shapely.geometry import Point, shape

from geo.background import country_shapes, district_shapes, folded, layer, water_shapes

LAYERS = ("land", "lakes", "rivers", "boundaries", "districts", "countries")


@pytest.mark.parametrize("name", LAYERS)
def test_a_layer_is_valid_and_says_where_it_comes_from(name: str) -> None:
    found = layer(name)
    assert found["metadata"]["source"]
    assert found["metadata"]["licence"]
    assert all(shape(feature["geometry"]).is_valid for feature in found["features"])


def test_every_layer_is_listed_with_its_licence() -> None:
    listed = files("geo").joinpath("basemap", "LICENSES.md").read_text(encoding="utf-8")
    assert [name for name in LAYERS if f"`{name}.geojson`" not in listed] == []


@pytest.mark.parametrize(
    ("place", "lon", "lat", "land"),
    [("Khankendi", 46.753, 39.818, True), ("London", -0.1, 51.6, True), ("the Caspian", 50.8, 40.0, False)],
)
def test_towns_are_on_land_and_the_caspian_is_not(place: str, lon: float, lat: float, land: bool) -> None:
    assert any(shape(each["geometry"]).contains(Point(lon, lat)) for each in layer("land")["features"]) is land


def test_lake_sevan_is_a_lake() -> None:
    assert water_shapes()["lake sevan"].contains(Point(45.35, 40.35))


@pytest.mark.parametrize(
    ("district", "lon", "lat"), [("Laçın", 46.55, 39.64), ("Ağdam", 46.93, 39.99), ("Syunik", 46.4, 39.21)]
)
def test_a_district_holds_its_town_to_within_3_km(district: str, lon: float, lat: float) -> None:
    assert district_shapes()[folded(district)].distance(Point(lon, lat)) < 0.027


def test_a_country_is_found_by_its_usual_english_name() -> None:
    assert country_shapes()[folded("United States")].contains(Point(-100, 40))
    assert country_shapes()[folded("Azerbaijan")].contains(Point(47.5, 40.4))


def test_accents_and_case_make_no_other_name() -> None:
    assert folded("XIZI") == folded("Xızı")
    assert folded("Şuşa") == "susa"


def test_no_line_of_the_background_runs_through_karabakh() -> None:
    inner = Point(46.75, 39.85).buffer(0.25)
    assert not any(shape(each["geometry"]).intersects(inner) for each in layer("boundaries")["features"])
