from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import tracemalloc
from collections.abc import Iterator
from pathlib import Path

import geopandas
import pyarrow.parquet as pq
import pytest

from corpus import Document
from extract import Extraction, Story
from geo import Store, StoreError, open_store, write_store
from tests.geo.conftest import VERSIONS
from tests.geo.worlds import PLACES, document, event_at, many


def test_every_document_and_event_that_was_written_is_read_back(small: Store) -> None:
    assert small.manifest.counts == {
        "documents": 3, "mentions": 3, "events": 10, "unresolved": 1, "places": len(PLACES), "stories": 9,
    }  # fmt: skip
    texts = small.rows("SELECT text, sha256 FROM documents ORDER BY doc_id")
    assert [row["text"] for row in texts] == ["Shells fell.", "Nothing else is known.", "Снаряды упали."]
    assert set(small.manifest.documents.values()) == {row["sha256"] for row in texts}


def test_geopandas_opens_the_events_as_wgs84(small: Store) -> None:
    events = geopandas.read_parquet(small.path / "events.parquet").set_index("event_id")
    assert events.crs == "EPSG:4326"
    assert events.loc["a1"].geometry.coords[0] == (46.749, 39.758)
    assert events.loc["a3"].geometry.geom_type in ("Polygon", "MultiPolygon")
    assert events.loc["b2"].geometry.geom_type == "LineString"
    assert events.loc["a4"].geometry is None


def test_a_story_gives_its_id_to_the_events_it_joins(tmp_path: Path) -> None:
    told = Story("story-of-two", ("x", "y"), ("one", "two"))
    extractions = (Extraction("one", events=(event_at("shusha", "x"), event_at("shusha", "z"))),)
    write_store(tmp_path / "s", [document("one", "t")], extractions, [told], **VERSIONS, places=PLACES)
    rows = open_store(tmp_path / "s").rows("SELECT event_id, story_id FROM events ORDER BY event_id")
    assert [tuple(row.values()) for row in rows] == [("x", "story-of-two"), ("z", "z")]


def test_the_same_input_makes_the_same_bytes(tmp_path: Path) -> None:
    pairs = list(many(200))
    for name in ("first", "second"):
        write_store(tmp_path / name, (d for d, _ in pairs), (e for _, e in pairs), **VERSIONS, places=PLACES)
    for file in sorted(path.name for path in (tmp_path / "first").iterdir()):
        assert (tmp_path / "first" / file).read_bytes() == (tmp_path / "second" / file).read_bytes()


def test_a_run_that_breaks_leaves_the_old_store_and_no_rubbish(small: Store) -> None:
    def broken() -> Iterator[Document]:
        yield document("new", "text")
        raise OSError("disk gone")

    with pytest.raises(OSError, match="disk gone"):
        write_store(small.path, broken(), [], **VERSIONS, places=PLACES)
    assert open_store(small.path).manifest == small.manifest
    assert [path.name for path in small.path.parent.iterdir()] == [small.path.name]


def test_a_run_that_is_killed_leaves_the_old_store_and_the_next_run_tidies_up(small: Store) -> None:
    script = (
        "import sys, pathlib, os, signal\n"
        "from geo import write_store\n"
        "from tests.geo.worlds import document\n"
        "def documents():\n"
        "    yield document('new', 'text')\n"
        "    os.kill(os.getpid(), signal.SIGKILL)\n"
        "versions = dict(gazetteer_version='g', reader_version='l', program_version='p')\n"
        "write_store(pathlib.Path(sys.argv[1]), documents(), [], **versions)\n"
    )
    killed = subprocess.run([sys.executable, "-c", script, str(small.path)], cwd=Path(__file__).parents[2], check=False)
    assert killed.returncode == -signal.SIGKILL
    assert open_store(small.path).manifest == small.manifest
    write_store(small.path, [document("one", "t")], [], **VERSIONS, places=PLACES)
    assert [path.name for path in small.path.parent.iterdir()] == [small.path.name]


def test_a_crash_in_the_middle_of_the_exchange_is_mended_on_opening(small: Store) -> None:
    small.path.rename(small.path.with_name(f".{small.path.name}.old"))
    assert open_store(small.path).manifest == small.manifest


def test_a_folder_with_other_files_is_never_replaced(tmp_path: Path) -> None:
    (tmp_path / "letters").mkdir()
    (tmp_path / "letters" / "mine.txt").write_text("precious")
    with pytest.raises(StoreError, match="letters: holds other files"):
        write_store(tmp_path / "letters", [], [], **VERSIONS)
    assert (tmp_path / "letters" / "mine.txt").read_text() == "precious"


def test_a_file_is_no_place_for_a_store(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    with pytest.raises(StoreError, match="file: is a file"):
        write_store(tmp_path / "file", [], [], **VERSIONS)


def test_an_empty_store_is_a_store(tmp_path: Path) -> None:
    write_store(tmp_path / "none", [], [], **VERSIONS)
    assert open_store(tmp_path / "none").manifest.counts["events"] == 0


def test_lists_are_kept_as_lists(tmp_path: Path) -> None:
    moved = event_at("khankendi", "m", via=("shusha", "khankendi"), rules=("type: word", "place: near"))
    write_store(tmp_path / "s", [], [Extraction("one", events=(moved,))], **VERSIONS, places=PLACES)
    (row,) = open_store(tmp_path / "s").rows("SELECT via, rules FROM events")
    assert row == {"via": ["shusha", "khankendi"], "rules": ["type: word", "place: near"]}


def test_memory_does_not_grow_with_the_documents(tmp_path: Path) -> None:
    def peak(documents: int) -> int:
        texts = (document(f"d{n}", f"{n} " + "word " * 2_000) for n in range(documents))
        tracemalloc.start()
        write_store(tmp_path / str(documents), texts, [], **VERSIONS)
        top = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        return top

    assert peak(4_000) < 1.3 * peak(1_000)


def test_row_groups_stay_small_enough_to_skip(large: Store) -> None:
    assert pq.read_metadata(large.path / "events.parquet").num_row_groups == 4


def test_the_manifest_names_versions_and_every_document(small: Store) -> None:
    manifest = json.loads((small.path / "manifest.json").read_text(encoding="utf-8"))
    assert (manifest["program_version"], manifest["gazetteer_version"], manifest["reader_version"]) == (
        "0.1.0",
        "g1",
        "l1",
    )
    assert sorted(manifest["documents"]) == ["one", "three", "two"]


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_that_may_not_be_written_is_named(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    with pytest.raises(StoreError, match="cannot be written"):
        write_store(tmp_path / "s", [], [], **VERSIONS)
