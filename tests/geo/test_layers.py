from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import folium
import jinja2
import pytest
import shapely
from hypothesis import example, given, settings
from hypothesis import strategies as st
from streamlit_folium import _get_feature_group_string

import geo
from extract import Extraction
from gazetteer import Name
from geo import Filter, Store
from tests.geo.conftest import VERSIONS
from tests.geo.worlds import PLACES, document, event_at

SIGNS = (
    "{{",
    "}}",
    "{%",
    "%}",
    "{#",
    "#}",
    "${",
    "`",
    "</script>",
    "\\",
    '"',
    "'",
    "{{9**(9**9)}}",
    "{{'a'}}",
    "\u2028",
    "{",
)
HOSTILE = '</script><img src=x onerror="window.broken=1">${window.broken=2}`{{ 1 }}\'\\'


@pytest.fixture(autouse=True)
def assets() -> Iterator[None]:
    js, css = folium.Map.default_js, folium.Map.default_css
    geo.use_assets("/component/leaflet")
    yield
    folium.Map.default_js, folium.Map.default_css = js, css


def page(*layers: folium.FeatureGroup, theme: str = "light") -> str:
    drawn = geo.base_map(theme)
    for layer in layers:
        layer.add_to(drawn)
    return str(drawn.get_root().render())


def outside(text: str) -> list[str]:
    return re.findall(r"""(?:src|href)=["'](https?://[^"']+)""", text)


def test_a_map_names_no_file_outside(small: Store) -> None:
    layer = geo.event_layer(geo.by_place(small, Filter()), small.shapes())
    text = page(layer, geo.boundary_layer(), geo.place_layer(geo.place_names(small).values()))
    assert outside(text) == []
    assert "/component/leaflet/leaflet.js" in text
    assert "/component/leaflet/atlas.js" in text


def test_the_folder_to_serve_holds_all_that_a_map_names(tmp_path: Path) -> None:
    geo.write_assets(tmp_path)
    named = re.findall(r"/component/leaflet/([\w.]+)", page())
    assert sorted(set(named)) == ["atlas.js", "leaflet.css", "leaflet.js"]
    assert [name for name in named if not (tmp_path / name).is_file()] == []
    assert '"boundaries"' in (tmp_path / "atlas.js").read_text(encoding="utf-8")


def test_the_leaflet_that_is_served_is_there_and_of_the_version_folium_is_made_for() -> None:
    folder = geo.leaflet_folder()
    assert {"leaflet.js", "leaflet.css", "images"} <= {path.name for path in folder.iterdir()}
    assert "1.9.3" in (folder / "leaflet.js").read_text(encoding="utf-8")[:200]


def test_what_a_map_loads_is_written_to_be_served(tmp_path: Path) -> None:
    geo.write_assets(tmp_path)
    assert {"leaflet.js", "leaflet.css", "images", "atlas.js"} <= {path.name for path in tmp_path.iterdir()}
    assert "atlas.shapes = {" in (tmp_path / "atlas.js").read_text(encoding="utf-8")


def test_the_base_map_does_not_depend_on_the_events() -> None:
    def script() -> str:
        return re.sub(r"[0-9a-f]{32}", "", page())

    assert script() == script()
    assert len(script()) < 6_000


def test_no_land_covers_lakes_or_boundaries() -> None:
    (drawn,) = re.findall(r"atlas\.background\(.*", page())
    order = ("land", "districts", "rivers", "lakes", "boundaries")
    assert sorted(order, key=lambda name: drawn.index(f'"{name}"')) == list(order)


def test_an_event_layer_is_one_geojson_whatever_the_number_of_places(large: Store) -> None:
    layer = geo.event_layer(geo.by_place(large, Filter()), {})
    assert len(layer._children) == 1
    assert page(layer).count("L.geoJSON(") == 1


def test_hostile_text_stays_text(tmp_path: Path) -> None:
    event = event_at("shusha", "e", place_name=HOSTILE, outlet=HOSTILE, evidence=HOSTILE)
    geo.write_store(
        tmp_path / "s", [document("one", HOSTILE)], [Extraction("one", (), (event,))], **VERSIONS, places=PLACES
    )
    store = geo.open_store(tmp_path / "s")
    text = page(geo.event_layer(geo.by_place(store, Filter()), store.shapes(), caption=lambda _: [HOSTILE]))
    assert "</script><img" not in text
    assert "<img src=x" not in text


def as_sent(layer: folium.FeatureGroup) -> str:
    """The script of a layer as the explorer sends it to the browser."""
    return _get_feature_group_string(layer, map=geo.base_map())


def texts_of(script: str) -> list[object]:
    """The tooltip and the label that the browser reads out of a layer's script."""
    at = script.index("L.geoJSON(") + len("L.geoJSON(")
    features, _ = json.JSONDecoder().raw_decode(script, at)
    return [(each["properties"]["tip"], each["properties"]["look"]["label"]) for each in features["features"]]


@settings(max_examples=60, deadline=None)
@given(parts=st.lists(st.one_of(st.sampled_from(SIGNS), st.text(max_size=5)), max_size=6))
@example(parts=list(SIGNS))
def test_no_text_is_a_template_on_the_server_and_every_text_arrives(parts: list[str]) -> None:
    text = "".join(parts)
    told = [geo.features.feature(shapely.Point(46.7, 39.8), tip=[text, text], look={"label": text})]
    script = as_sent(geo.layers.group("events", told))
    assert {kind for _, kind, _ in jinja2.Environment().lex(script)} == {"data"}
    assert texts_of(script) == [([text, text], text)]
    for sign in ("</script", "`", "${"):
        assert sign not in script


def test_an_outlet_and_a_name_of_template_signs_cost_the_server_nothing(tmp_path: Path) -> None:
    deadly = "A {{9**(9**9)}} {% B {# C"
    event = event_at("lachin-corridor", "e", event_type="blockade", outlet=deadly, date_start=date(2022, 12, 12),
                     date_end=date(2022, 12, 12), date_precision="day")  # fmt: skip
    named = PLACES | {"goris": replace(PLACES["goris"], names=(Name(deadly, "en", "common"),))}
    told = [document("one", deadly, outlet=deadly)]
    geo.write_store(tmp_path / "s", told, [Extraction("one", (), (event,))], **VERSIONS, places=named)
    store = geo.open_store(tmp_path / "s")
    roads = geo.route_layer(geo.route_states(store, date(2023, 1, 1)), store.shapes())
    names = geo.place_layer(geo.place_names(store).values(), "en")
    assert looks(roads)[0]["tip"][2] == f"reported 2022-12-12 by {deadly}"  # type: ignore[index]
    for layer in (roads, names):
        script = as_sent(layer)
        assert "9**(9**9)" in script
        assert {kind for _, kind, _ in jinja2.Environment().lex(script)} == {"data"}


def test_a_layer_of_nothing_is_a_layer(small: Store) -> None:
    empty = geo.by_place(small, Filter(outlets=("nobody",)))
    assert "FeatureCollection" in page(geo.event_layer(empty, {}), geo.density_layer(empty))


def test_a_tooltip_tells_name_numbers_and_days(small: Store) -> None:
    places = geo.by_place(small, Filter())
    (row,) = (row for row in places.to_dict("records") if row["place_id"] == "khankendi")
    assert list(geo.layers.english_caption(row)) == ["Khankendi", "1 event: 1 politics", "2022-12-12 – 2022-12-12"]


def looks(layer: folium.FeatureGroup) -> list[dict[str, object]]:
    (drawn,) = layer._children.values()
    return [feature["properties"] for feature in drawn.features]


@pytest.mark.parametrize(
    ("style", "expected"),
    [
        ("az", "Xankəndi"),
        ("hy", "Ստեփանակերտ"),
        ("ru", "Степанакерт"),
        ("all", "Khankendi / Stepanakert"),
        ("en", "Khankendi / Stepanakert"),
    ],
)
def test_every_name_is_in_the_chosen_style(small: Store, style: str, expected: str) -> None:
    labels = [each["look"].get("label") for each in looks(geo.place_layer(geo.place_names(small).values(), style))]  # type: ignore[attr-defined]
    assert expected in labels


def test_a_name_can_be_as_the_source_wrote_it(small: Store) -> None:
    written = {"khankendi": "Stepanakert"}
    labels = looks(geo.place_layer(geo.place_names(small).values(), "az", written=written))
    assert "Stepanakert" in [each["look"].get("label") for each in labels]  # type: ignore[attr-defined]


def test_a_place_with_events_keeps_its_name_before_others(small: Store) -> None:
    labels = looks(geo.place_layer(geo.place_names(small).values(), "en", events={"goris": 9}))
    ranks = {each["look"]["label"]: each["look"]["rank"] for each in labels if "label" in each["look"]}  # type: ignore[operator,index]
    assert ranks["Goris"] == 0


def _country(place_id: str, name: str, lon: float, lat: float, end_year: int | None = None) -> geo.PlaceNames:
    names = dict.fromkeys(("en", "az", "hy", "ru", "all"), name)
    return geo.PlaceNames(place_id, "country", lon, lat, names, (name,), end_year)


def test_a_country_of_the_past_is_named_only_where_something_happened_in_it() -> None:
    countries = (
        _country("ottoman-empire", "Ottoman Empire", 35.0, 39.0, 1922),
        _country("turkey", "Turkey", 35.2, 39.0),
    )
    for events, named in (({}, {"Turkey"}), ({"ottoman-empire": 1}, {"Turkey", "Ottoman Empire"})):
        labels = looks(geo.place_layer(countries, "en", events=events))
        assert {each["look"]["label"] for each in labels} == named  # type: ignore[index]


def test_a_large_country_is_named_in_the_part_of_it_that_is_near() -> None:
    (drawn,) = geo.place_layer([_country("russia", "Russia", 100.0, 61.5)], "en")._children.values()
    (label,) = drawn.features
    lon, lat = label["geometry"]["coordinates"]
    assert label["properties"]["look"]["label"] == "Russia"
    assert 34 < lon < 58
    assert 42 < lat < 48
    (far,) = geo.place_layer([_country("brazil", "Brazil", -52.0, -10.0)], "en")._children.values()
    assert far.features == ()


def test_a_road_is_drawn_with_its_state_and_who_said_so(small: Store) -> None:
    states = geo.route_states(small, date(2022, 12, 20))
    (road,) = looks(geo.route_layer(states, small.shapes()))
    assert road["look"]["state"] == "blocked"  # type: ignore[index]
    assert road["tip"] == ["Lachin corridor", "blocked", "reported 2022-12-12 by Beta"]


def test_a_former_line_tells_its_years_and_source() -> None:
    (line,) = looks(geo.boundary_layer(date(2000, 1, 1), date(2001, 1, 1), language="az"))
    title, years, source = line["tip"]  # type: ignore[misc]
    assert (title, years) == ("Təmas xətti", "1994–2020")
    assert "Ceasefire of 12 May 1994" in source


def test_density_adds_up_to_the_events_known_to_a_point(small: Store) -> None:
    cells = looks(geo.density_layer(geo.by_place(small, Filter())))
    assert sum(int(cell["tip"][0]) for cell in cells) == 4  # type: ignore[index]


def test_tiles_are_only_there_when_asked_for() -> None:
    assert "tile.openstreetmap" not in page()
    assert "tile.openstreetmap" in str(geo.base_map(tiles=geo.TILES[0]).get_root().render())
