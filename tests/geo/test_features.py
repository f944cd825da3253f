from __future__ import annotations

import json
from typing import Any

import pandas as pd
import pytest

from geo import Filter, Store, by_place
from geo.features import Feature, event_features, merged, radius
from geo.layers import english_caption


def drawn(store: Store, chosen: Filter | None = None, theme: str = "light") -> list[Feature]:
    places = by_place(store, chosen or Filter())
    return event_features(places, store.shapes(), english_caption, theme)


def markers(features: list[Feature]) -> dict[str, list[dict[str, Any]]]:
    found: dict[str, list[dict[str, Any]]] = {}
    for feature in features:
        if "radius" in feature["properties"]["look"]:
            found.setdefault(feature["properties"]["place"], []).append(feature)
    return found


def ground(features: list[Feature], place: str) -> Feature:
    (found,) = (
        each for each in features if each["properties"]["place"] == place and "radius" not in each["properties"]["look"]
    )
    return found


def test_each_place_has_a_marker_with_its_number_of_events(small: Store) -> None:
    found = markers(drawn(small))
    counts = {place: [each["properties"]["look"]["count"] for each in features] for place, features in found.items()}
    assert counts == {
        "shusha": [2, 1], "aghdam-district": [1], "khankendi": [1], "lachin-corridor": [1], "azerbaijan": [1],
    }  # fmt: skip


def test_an_event_of_a_district_is_a_hatched_area_and_no_pin_on_its_town(small: Store) -> None:
    features = drawn(small)
    assert ground(features, "aghdam-district")["geometry"]["type"] == "Polygon"
    assert ground(features, "aghdam-district")["properties"]["look"]["hatch"]
    (marker,) = markers(features)["aghdam-district"]
    assert marker["geometry"]["coordinates"] != [46.927, 39.991]
    assert marker["properties"]["look"]["dashArray"]


def test_an_event_of_a_country_has_a_hollow_marker_off_its_capital(small: Store) -> None:
    (marker,) = markers(drawn(small))["azerbaijan"]
    lon, _ = marker["geometry"]["coordinates"]
    assert abs(lon - 49.87) > 0.5
    assert marker["properties"]["look"]["dashArray"]
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
    look = features["khankendi"][0]["properties"]["look"]
    assert [n for _, n in look["shares"]] == [1, 1]
    assert "shares" not in features["lachin-corridor"][0]["properties"]["look"]


def test_the_dark_map_has_other_colours(small: Store) -> None:
    light, dark = (markers(drawn(small, theme=theme))["khankendi"][0] for theme in ("light", "dark"))
    assert light["properties"]["look"]["fillColor"] != dark["properties"]["look"]["fillColor"]


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


def test_few_places_are_left_as_they_are(small: Store) -> None:
    places = by_place(small, Filter())
    assert merged(places) is places


def test_areas_stay_when_points_are_merged(small: Store, large: Store) -> None:
    places = pd.concat([by_place(small, Filter()), by_place(large, Filter())], ignore_index=True)
    assert {"aghdam-district", "lachin-corridor", "azerbaijan"} <= set(merged(places, 100)["place_id"])


def test_what_is_sent_does_not_grow_with_the_events(large: Store) -> None:
    features = drawn(large)
    assert len(json.dumps(features)) < 400_000
    assert sum(each["properties"]["look"]["count"] for each in features) > 10_000
