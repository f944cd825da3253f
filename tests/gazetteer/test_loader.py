"""The gazetteer is loaded whole or not at all."""

from __future__ import annotations

import json
import os
import stat
from datetime import date
from pathlib import Path

import pytest

import gazetteer
from gazetteer import cache

FILES = Path(__file__).parent / "files"
SMALL = [FILES / "small.yaml", FILES / "world.yaml"]


def test_scalars_are_typed_by_the_model_and_not_by_yaml(tmp_path: Path) -> None:
    file = tmp_path / "no.yaml"
    file.write_text(
        "- {id: no, kind: village, lat: 4e1, lon: '46', names: [{name: No, lang: az, from: 1991, weak: 'yes'}], "
        "note: 2020-11-10}\n",
        encoding="utf-8",
    )
    place = gazetteer.load([file]).places["no"]
    assert (place.id, place.lat, place.lon, place.note) == ("no", 40.0, 46.0, "2020-11-10")
    assert place.names[0] == gazetteer.Name("No", "az", None, 1991, None, weak=True)


def test_blocks_and_names_know_their_lines(small: gazetteer.Gazetteer) -> None:
    place = small.places["shusha"]
    lines = Path(place.file).read_text(encoding="utf-8").splitlines()
    assert lines[place.line - 1] == "- id: shusha"
    assert all(name.name in lines[name.line - 1] for name in place.names)


def test_a_district_has_the_names_of_the_town_it_is_named_after(small: gazetteer.Gazetteer) -> None:
    names = {name.name for name in small.places["shusha-district"].names}
    assert {"Shusha District", "Shushi", "Şuşa"} <= names


def test_points_and_ids_of_a_road_stay_in_order(small: gazetteer.Gazetteer) -> None:
    assert small.places["lachin-corridor"].via == ("lachin", "shusha", gazetteer.Point(46.75, 39.8), "khankendi")


def test_later_files_add_to_earlier_ones() -> None:
    assert list(gazetteer.load(SMALL).places)[-1] == "rostov-on-don"
    assert len(gazetteer.load(SMALL).places) > len(gazetteer.load(SMALL[:1]).places)


def test_the_version_changes_with_the_files(tmp_path: Path) -> None:
    file = tmp_path / "one.yaml"
    file.write_text("- {id: a, kind: city, lat: 40, lon: 46}\n", encoding="utf-8")
    before = gazetteer.load([file]).version
    file.write_text("- {id: b, kind: city, lat: 40, lon: 46}\n", encoding="utf-8")
    assert gazetteer.load([file]).version != before
    assert list(gazetteer.load([file]).places) == ["b"]


def test_the_compiled_copy_is_used_and_gives_the_same_gazetteer(tmp_path: Path) -> None:
    folder = tmp_path / "copies"
    cold = gazetteer.load(SMALL, cache_folder=folder)
    (copy,) = folder.iterdir()
    written = copy.stat().st_mtime_ns
    warm = gazetteer.load(SMALL, cache_folder=folder)
    assert warm.places == cold.places
    assert copy.stat().st_mtime_ns == written


@pytest.mark.parametrize("spoil", [b"", b"{", b"[[1]]", b"\xff\xfe\x00", None])
def test_a_spoiled_copy_only_means_reading_the_files_again(tmp_path: Path, spoil: bytes | None) -> None:
    folder = tmp_path / "copies"
    places = gazetteer.load(SMALL, cache_folder=folder).places
    (copy,) = folder.iterdir()
    copy.write_bytes(copy.read_bytes()[:-100] if spoil is None else spoil)
    assert gazetteer.load(SMALL, cache_folder=folder).places == places


def test_a_copy_of_another_form_is_not_trusted_even_if_its_hash_is_right(tmp_path: Path) -> None:
    folder = tmp_path / "copies"
    places = gazetteer.load(SMALL, cache_folder=folder).places
    (copy,) = folder.iterdir()
    cache.write_copy(folder, copy.stem, [["only", "two"]])
    assert json.loads(copy.read_bytes().partition(b"\n")[2]) == [["only", "two"]]
    assert gazetteer.load(SMALL, cache_folder=folder).places == places


@pytest.mark.skipif(os.name != "posix", reason="file modes are those of POSIX systems")
def test_a_folder_that_others_may_write_to_is_not_used(tmp_path: Path) -> None:
    folder = tmp_path / "copies"
    folder.mkdir()
    folder.chmod(folder.stat().st_mode | stat.S_IWOTH)
    assert gazetteer.load(SMALL, cache_folder=folder).places
    assert list(folder.iterdir()) == []


def test_where_no_copy_can_be_kept_loading_goes_on(tmp_path: Path) -> None:
    blocked = tmp_path / "a file"
    blocked.write_text("in the way")
    assert gazetteer.load(SMALL, cache_folder=blocked / "copies").places


def test_a_missing_file_is_an_error_that_names_it(tmp_path: Path) -> None:
    with pytest.raises(gazetteer.BrokenGazetteerError, match=r"nowhere\.yaml:1: there is no gazetteer file here"):
        gazetteer.load([tmp_path / "nowhere.yaml"])


def test_the_shipped_gazetteer_loads_and_has_both_names_of_the_largest_town() -> None:
    places = gazetteer.load().places
    assert gazetteer.display_name(places["khankendi"]) == "Khankendi / Stepanakert"


ROAD = """
- {id: lachin, kind: city, lat: 39.64, lon: 46.55}
- {id: shusha, kind: city, lat: 39.76, lon: 46.75}
- id: corridor
  kind: road
  lat: 39.7
  lon: 46.6
  names: [{name: Some corridor, lang: en}]
  courses:
    - {to: 2022-08, via: [lachin, shusha], source: a map}
    - {from: 2022-08-31, to: 2023, via: [{lat: 39.6, lon: 46.6}, shusha]}
    - {from: 2024, via: [{lat: 39.5, lon: 46.6}, shusha]}
- {id: bypass, kind: road, same_road: corridor, lat: 39.7, lon: 46.6}
"""


def test_a_road_has_a_course_for_each_time_and_the_latest_is_its_way(tmp_path: Path) -> None:
    file, folder = tmp_path / "road.yaml", tmp_path / "copies"
    file.write_text(ROAD, encoding="utf-8")
    for places in (gazetteer.load([file], cache_folder=folder).places for _ in ("read", "from the copy")):
        road = places["corridor"]
        assert [(course.first, course.last, course.source, course.line) for course in road.courses] == [
            (None, date(2022, 8, 31), "a map", 10),
            (date(2022, 8, 31), date(2023, 12, 31), "", 11),
            (date(2024, 1, 1), None, "", 12),
        ]
        assert road.courses[0].via == ("lachin", "shusha")
        assert road.via == road.courses[2].via == (gazetteer.Point(46.6, 39.5), "shusha")
        assert (road.same_road, places["bypass"].same_road) == (None, "corridor")
