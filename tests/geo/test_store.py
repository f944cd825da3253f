from __future__ import annotations

import json
import threading
from collections.abc import Mapping
from datetime import date
from pathlib import Path

import pyarrow.parquet as pq
import pytest
from shapely.geometry import Point

from gazetteer import Place
from geo import Filter, Store, StoreError, count, open_store, write_store
from tests.geo.conftest import DOCUMENTS, EXTRACTIONS, VERSIONS
from tests.geo.worlds import CHANGED_ROAD, PLACES


def test_a_store_that_is_not_there_says_how_to_make_one(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match=r"nowhere: no such store; make one with: karabakh extract"):
        open_store(tmp_path / "nowhere")


def test_a_folder_without_manifest_is_no_store(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match=r"has no manifest\.json"):
        open_store(tmp_path)


@pytest.mark.parametrize("table", ["documents", "mentions", "events", "unresolved", "places", "stories"])
def test_a_table_that_was_cut_off_is_named(small: Store, table: str) -> None:
    file = small.path / f"{table}.parquet"
    file.write_bytes(file.read_bytes()[:-40])
    with pytest.raises(StoreError, match=rf"{table}\.parquet: damaged.*run `karabakh extract` again"):
        open_store(small.path)


def test_a_table_with_other_contents_of_the_same_length_is_named(small: Store) -> None:
    file = small.path / "events.parquet"
    file.write_bytes(b"x" * file.stat().st_size)
    with pytest.raises(StoreError, match=r"events\.parquet: damaged"):
        open_store(small.path)


def test_a_missing_table_is_named(small: Store) -> None:
    (small.path / "mentions.parquet").unlink()
    with pytest.raises(StoreError, match=r"mentions\.parquet: missing"):
        open_store(small.path)


@pytest.mark.parametrize("text", ["", "{", "[]", '{"format": "x"}', '{"format": 2}'])
def test_a_broken_manifest_is_named(small: Store, text: str) -> None:
    (small.path / "manifest.json").write_text(text)
    with pytest.raises(StoreError, match=r"manifest\.json: damaged"):
        open_store(small.path)


def test_a_store_of_another_format_is_refused(small: Store) -> None:
    file = small.path / "manifest.json"
    file.write_text(json.dumps({**json.loads(file.read_text(encoding="utf-8")), "format": 99}))
    with pytest.raises(StoreError, match="store format 99, this program reads 2"):
        open_store(small.path)


def test_a_store_notices_that_it_was_replaced(small: Store) -> None:
    assert small.is_current()
    write_store(small.path, [], [], **VERSIONS)
    assert not small.is_current()
    assert count(open_store(small.path), Filter()).total == 0


@pytest.mark.parametrize("name", ["with space", "it's", "a*b[c]?", "Şuşa"])
def test_a_store_may_have_any_folder_name(tmp_path: Path, name: str) -> None:
    write_store(tmp_path / name, [], [], **VERSIONS)
    assert count(open_store(tmp_path / name), Filter()).total == 0


def test_many_threads_may_ask_at_once(large: Store) -> None:
    answers: list[int] = []
    threads = [threading.Thread(target=lambda: answers.append(count(large, Filter()).shown)) for _ in range(16)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(answers) == 16
    assert len(set(answers)) == 1


def test_shapes_are_those_of_the_places_asked_for(small: Store) -> None:
    shapes = small.shapes(["lachin-corridor", "shusha", "no-such-place"])
    assert {place: shape.geom_type for place, shape in shapes.items()} == {
        "lachin-corridor": "LineString",
        "shusha": "Point",
    }
    assert len(small.shapes()) == small.manifest.counts["places"]


def test_a_store_can_be_opened_at_every_moment_of_being_replaced(small: Store) -> None:
    seen: list[int] = []
    problems: list[Exception] = []
    done = threading.Event()

    def look() -> None:
        while not done.is_set():
            try:
                seen.append(count(open_store(small.path), Filter()).total)
            except StoreError as problem:
                if "open it again" not in str(problem):
                    problems.append(problem)

    readers = [threading.Thread(target=look) for _ in range(3)]
    for reader in readers:
        reader.start()
    for number in range(20):
        write_store(small.path, DOCUMENTS, EXTRACTIONS if number % 2 else (), **VERSIONS, places=PLACES)
    done.set()
    for reader in readers:
        reader.join()
    assert problems == []
    assert set(seen) <= {0, 10}


def test_a_road_that_was_led_another_way_has_the_course_of_the_day(tmp_path: Path) -> None:
    places = PLACES | {CHANGED_ROAD.id: CHANGED_ROAD}
    store = _stored(tmp_path, places)
    road, lachin = CHANGED_ROAD.id, Point(46.55, 39.637)
    by_day = {day: store.shapes([road], day)[road] for day in (date(2022, 8, 30), date(2022, 8, 31), None)}
    assert [line.distance(lachin) < 1e-9 for line in by_day.values()] == [True, False, False]
    assert {place: len(courses) for place, courses in store.courses(places).items()} == {road: 2}


def test_a_store_of_a_version_that_kept_less_is_told_with_its_remedy(small: Store) -> None:
    file = small.path / "places.parquet"
    pq.write_table(pq.read_table(file).drop_columns(["courses"]), file)
    manifest = json.loads((small.path / "manifest.json").read_text(encoding="utf-8"))
    manifest["bytes"]["places"] = file.stat().st_size
    (small.path / "manifest.json").write_text(json.dumps(manifest), encoding="utf-8")
    with pytest.raises(StoreError, match=r"places\.parquet: written by another version, without courses; run"):
        open_store(small.path)


def _stored(folder: Path, places: Mapping[str, Place]) -> Store:
    write_store(folder / "store", [], [], **VERSIONS, places=places)
    return open_store(folder / "store")
