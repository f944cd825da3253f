"""The gazetteer leaves in the forms that others read."""

from __future__ import annotations

import csv
import io
import json
from datetime import date
from itertools import pairwise
from pathlib import Path

import geopandas
import jsonschema
import pytest

import gazetteer
from gazetteer.export import CSV_COLUMNS, FORMS, TSV_COLUMNS, export

FILES = Path(__file__).parent / "files"


def test_geopandas_opens_the_geojson_with_points_lines_and_areas(small: gazetteer.Gazetteer, tmp_path: Path) -> None:
    file = tmp_path / "places.geojson"
    file.write_text(export(small, "geojson", year=2024), encoding="utf-8")
    frame = geopandas.read_file(file).set_index("id")
    assert len(frame) == len(small.places)
    assert frame.crs == "EPSG:4326"
    assert frame.is_valid.all()
    assert set(frame.geom_type) == {"Point", "LineString", "Polygon"}
    assert frame.loc["khankendi", "name"] == "Khankendi / Stepanakert"
    assert frame.loc["khankendi"].geometry.coords[0] == (46.753, 39.818)
    assert frame.loc["lachin-corridor"].geometry.coords[2] == (46.75, 39.8)


def test_an_areas_ring_is_closed_and_runs_counter_clockwise(small: gazetteer.Gazetteer) -> None:
    features = json.loads(export(small, "geojson", year=2024))["features"]
    (ring,) = next(one for one in features if one["id"] == "nagorno-karabakh")["geometry"]["coordinates"]
    assert ring[0] == ring[-1]
    area = sum(x1 * y2 - x2 * y1 for (x1, y1), (x2, y2) in pairwise(ring))
    assert area > 0


def test_linked_places_keep_to_the_published_rules(small: gazetteer.Gazetteer) -> None:
    schema = json.loads((FILES / "lpf.schema.json").read_text(encoding="utf-8"))
    written = json.loads(export(small, "lpf", year=2024))
    problems = [error.message for error in jsonschema.Draft202012Validator(schema).iter_errors(written)]
    assert problems == []


def test_the_rules_would_notice_a_name_without_any_citation(small: gazetteer.Gazetteer) -> None:
    schema = json.loads((FILES / "lpf.schema.json").read_text(encoding="utf-8"))
    written = json.loads(export(small, "lpf", year=2024))
    del written["features"][0]["names"][0]["citations"]
    assert not jsonschema.Draft202012Validator(schema).is_valid(written)


def test_linked_places_date_every_name_and_keep_its_tradition(small: gazetteer.Gazetteer) -> None:
    features = json.loads(export(small, "lpf", year=2024))["features"]
    names = {name["toponym"]: name for one in features if one["@id"].endswith(":khankendi") for name in one["names"]}
    assert names["Xankəndi"]["when"] == {"timespans": [{"start": {"in": "1991"}}]}
    assert names["Vararakn"]["when"] == {"timespans": [{"start": {"latest": "1847"}, "end": {"in": "1847"}}]}
    assert names["Степанакерт"]["tradition"] == "soviet"


def test_a_place_is_linked_to_its_record_elsewhere(small: gazetteer.Gazetteer) -> None:
    features = json.loads(export(small, "lpf", year=2024))["features"]
    links = next(one["links"] for one in features if one["@id"].endswith(":shusha"))
    assert links == [{"type": "exactMatch", "identifier": "https://www.wikidata.org/entity/Q207567"}]


def test_lp_tsv_has_one_row_for_each_place_and_the_required_columns_filled(small: gazetteer.Gazetteer) -> None:
    rows = list(csv.DictReader(export(small, "lp-tsv", year=2024).splitlines(), delimiter="\t", quoting=csv.QUOTE_NONE))
    assert len(rows) == len(small.places)
    assert tuple(rows[0]) == TSV_COLUMNS
    required = ("id", "title", "title_source", "fclasses", "attestation_year")
    assert all(row[column] for row in rows for column in required)
    shusha = next(row for row in rows if row["id"] == "shusha")
    assert (shusha["matches"], shusha["fclasses"], shusha["parent_name"]) == ("wd:Q207567", "P", "Shusha / Shushi")
    assert "Շուշի@hy" in shusha["variants"].split(";")


def test_csv_loses_nothing_of_a_name(small: gazetteer.Gazetteer) -> None:
    rows = list(csv.DictReader(io.StringIO(export(small, "csv", year=2024))))
    assert tuple(rows[0]) == CSV_COLUMNS
    assert len(rows) == sum(len(place.names) for place in small.places.values())
    row = next(row for row in rows if row["name"] == "Степанакерт")
    assert (row["id"], row["lang"], row["tradition"], row["from"], row["to"]) == (
        "khankendi",
        "ru",
        "soviet",
        "1923",
        "1991",
    )


@pytest.mark.parametrize("form", FORMS)
def test_the_shipped_gazetteer_can_leave_in_every_form(form: str) -> None:
    assert len(export(gazetteer.load(), form, year=2024)) > 100_000


def test_a_road_that_was_led_another_way_leaves_with_each_course_and_its_days() -> None:
    towns = [
        gazetteer.Place(name, "city", 39 + n / 10, 46.5, (gazetteer.Name(name, "en"),)) for n, name in enumerate("abc")
    ]
    old = gazetteer.Course(("a", "b"), None, date(2022, 8, 30))
    new = gazetteer.Course(("a", "c"), date(2022, 8, 31))
    road = gazetteer.Place("road", "road", 39, 46.5, (gazetteer.Name("Road", "en"),), via=new.via, courses=(old, new))
    other = gazetteer.Place("other", "road", 39, 46.5, (gazetteer.Name("Other", "en"),), via=new.via, same_road="road")
    known = gazetteer.Gazetteer.of([*towns, road, other], "v")
    features = {one["@id"].rpartition(":")[2]: one for one in json.loads(export(known, "lpf", year=2024))["features"]}
    schema = json.loads((FILES / "lpf.schema.json").read_text(encoding="utf-8"))
    assert jsonschema.Draft202012Validator(schema).is_valid(
        {"type": "FeatureCollection", "@context": "x", "features": [*features.values()]}
    )
    lines = features["road"]["geometry"]["geometries"]
    assert [line["coordinates"][-1] for line in lines] == [[46.5, 39.1], [46.5, 39.2]]
    assert [line["when"]["timespans"][0] for line in lines] == [
        {"start": {"latest": "2022-08-30"}, "end": {"in": "2022-08-30"}},
        {"start": {"in": "2022-08-31"}},
    ]
    assert features["other"]["relations"][0]["relationTo"] == features["road"]["@id"]
    flat = {one["id"]: one for one in json.loads(export(known, "geojson", year=2024))["features"]}
    assert flat["road"]["geometry"]["coordinates"][-1] == [46.5, 39.2]
    assert flat["road"]["properties"]["courses"] == "/2022-08-30; 2022-08-31/"
    assert flat["other"]["properties"]["same_road"] == "road"
