from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import pandas as pd
import pytest

import gazetteer
from extract import Extraction
from geo import Filter, Store, by_place, event_layer, open_store, write_store
from geo.features import Feature, event_features, merged, radius, tone
from geo.layers import english_caption
from tests.geo.conftest import VERSIONS
from tests.geo.worlds import CHANGED_ROAD, PLACES, event_at


def drawn(store: Store, chosen: Filter | None = None, theme: str = "light") -> list[Feature]:
    places = by_place(store, chosen or Filter())
    return event_features(places, store.shapes(), english_caption, theme)


def markers(features: list[Feature]) -> dict[str, list[dict[str, Any]]]:
    found: dict[str, list[dict[str, Any]]] = {}
    for feature in features:
        if "counts" in feature["properties"]["look"]:
            found.setdefault(feature["properties"]["place"], []).append(feature)
    return found


def ground(features: list[Feature], place: str) -> Feature:
    (found,) = (
        each for each in features if each["properties"]["place"] == place and "counts" not in each["properties"]["look"]
    )
    return found


def test_each_place_has_a_marker_with_its_number_of_events(small: Store) -> None:
    found = markers(drawn(small))
    counts = {
        place: [sum(each["properties"]["look"]["counts"]) for each in features] for place, features in found.items()
    }
    assert counts == {
        "shusha": [2, 1], "aghdam-district": [1], "khankendi": [1], "lachin-corridor": [1], "azerbaijan": [1],
    }  # fmt: skip


def test_an_event_of_a_district_is_a_hatched_area_and_no_pin_on_its_town(small: Store) -> None:
    features = drawn(small)
    assert ground(features, "aghdam-district")["geometry"]["type"] == "Polygon"
    assert ground(features, "aghdam-district")["properties"]["look"]["hatch"]
    (marker,) = markers(features)["aghdam-district"]
    assert marker["geometry"]["coordinates"] != [46.927, 39.991]
    assert marker["properties"]["look"]["soft"]


def test_an_event_of_a_country_has_a_hollow_marker_off_its_capital(small: Store) -> None:
    (marker,) = markers(drawn(small))["azerbaijan"]
    lon, _ = marker["geometry"]["coordinates"]
    assert abs(lon - 49.87) > 0.5
    assert marker["properties"]["look"]["soft"]
    with pytest.raises(ValueError, match="not enough values"):
        ground(drawn(small), "azerbaijan")


def test_an_event_near_a_town_is_a_ring_of_its_radius(small: Store) -> None:
    circle = ground(drawn(small), "shusha")
    assert circle["properties"]["look"]["metres"] == 5_000
    assert circle["geometry"] == {"type": "Point", "coordinates": [46.749, 39.758]}
    on_ring = markers(drawn(small))["shusha"][1]["geometry"]["coordinates"]
    assert on_ring != [46.749, 39.758]


def test_an_event_on_a_road_is_a_line(small: Store) -> None:
    assert ground(drawn(small), "lachin-corridor")["geometry"]["type"] == "LineString"


def test_a_place_of_several_families_shows_their_shares(small: Store) -> None:
    features = markers(drawn(small, Filter(statuses=())))
    assert features["khankendi"][0]["properties"]["look"]["counts"] == [1, 0, 0, 0, 1]
    assert features["lachin-corridor"][0]["properties"]["look"]["counts"] == [0, 0, 1, 0, 0]


def test_the_dark_map_has_other_colours(small: Store) -> None:
    light, dark = (ground(drawn(small, theme=theme), "aghdam-district") for theme in ("light", "dark"))
    assert light["properties"]["look"]["hatch"] != dark["properties"]["look"]["hatch"]
    assert tone("light") != tone("dark")


def test_the_area_of_a_marker_grows_with_the_events() -> None:
    sizes = [radius(n, 100) for n in (1, 4, 25, 100)]
    assert sizes == sorted(sizes)
    assert radius(100_000, 100_000) < 30
    assert radius(1, 100_000) > 4


def test_merging_loses_no_event_and_keeps_to_its_limit(large: Store) -> None:
    places = by_place(large, Filter())
    few = merged(places, 100)
    assert len(few) <= 100 < len(places)
    assert few["n"].sum() == places["n"].sum()
    assert sorted(member for members in few["members"] for member in members) == sorted(places["place_id"])
    assert few["radius_km"].isna().all()


def test_few_places_are_left_as_they_are(small: Store) -> None:
    places = by_place(small, Filter())
    assert merged(places) is places


def test_areas_stay_when_points_are_merged(small: Store, large: Store) -> None:
    places = pd.concat([by_place(small, Filter()), by_place(large, Filter())], ignore_index=True)
    assert {"aghdam-district", "lachin-corridor", "azerbaijan"} <= set(merged(places, 100)["place_id"])


def test_what_is_sent_does_not_grow_with_the_events(large: Store) -> None:
    features = drawn(large)
    assert len(json.dumps(features)) < 400_000
    assert sum(sum(each["properties"]["look"]["counts"]) for each in features) > 10_000


def test_what_is_sent_is_small_with_an_event_at_every_place_of_the_gazetteer(tmp_path: Path) -> None:
    places = gazetteer.load().places
    events = tuple(
        event_at(place, f"{place.id}-{event_type}", event_type=event_type, radius_km=radius_km)
        for place in places.values()
        for event_type, radius_km in (("shelling", None), ("blockade", None), ("protest", 5.0))
    )
    write_store(tmp_path / "s", [], [Extraction("one", (), events)], **VERSIONS, places=places)
    store = open_store(tmp_path / "s")
    found = by_place(store, Filter())
    layer = event_layer(found, store.shapes(found["place_id"].unique()))
    (drawn,) = layer._children.values()
    assert sum(sum(each["properties"]["look"].get("counts", ())) for each in drawn.features) == len(events)
    assert len(drawn.script) < 400_000


def test_a_road_that_was_led_another_way_is_drawn_on_the_courses_of_its_events_under_one_marker(tmp_path: Path) -> None:
    before, after = date(2022, 8, 1), date(2022, 9, 1)
    events = tuple(
        event_at(CHANGED_ROAD, f"e{number}", "one", date_start=day, date_end=day, date_precision="day", radius_km=5.0)
        for number, day in enumerate((before, after, after))
    )
    places = PLACES | {CHANGED_ROAD.id: CHANGED_ROAD}
    write_store(tmp_path / "s", [], [Extraction("one", (), events)], **VERSIONS, places=places)
    store = open_store(tmp_path / "s")
    way = {day: ground(drawn(store, Filter(date_from=day, date_to=day)), CHANGED_ROAD.id) for day in (before, after)}
    assert way[before]["geometry"]["coordinates"][1] == [46.55, 39.637]
    assert way[after]["geometry"]["coordinates"][1] == [46.6, 39.6]
    features = drawn(store)
    assert ground(features, CHANGED_ROAD.id)["geometry"]["type"] == "MultiLineString"
    assert [sum(each["properties"]["look"]["counts"]) for each in markers(features)[CHANGED_ROAD.id]] == [3]
