from __future__ import annotations

import csv
import io
import json
from datetime import date
from pathlib import Path

import geopandas
import pandas as pd
import pytest

from extract import Extraction
from geo import Filter, Store, count, open_store, select, write_store
from geo.errors import ExportError
from geo.export import WRITERS, bibtex, export_bytes, export_events, frame
from tests.geo.conftest import VERSIONS
from tests.geo.worlds import PLACES, document, event_at

CHOSEN = Filter(event_types=("shelling", "blockade", "diplomacy"), date_from=date(2020, 1, 1))
SHOWN = ["a1", "a3", "a4", "b1", "b2", "b4"]


def rows_of_csv(data: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"))))


def read(path: Path) -> list[str]:
    if path.suffix == ".csv":
        return [row["event_id"] for row in rows_of_csv(path.read_bytes())]
    if path.suffix == ".parquet":
        return list(geopandas.read_parquet(path)["event_id"])
    return list(geopandas.read_file(path)["event_id"])


@pytest.mark.parametrize("suffix", [".csv", ".geojson", ".parquet", ".gpkg"])
def test_a_file_holds_exactly_the_filtered_events(small: Store, tmp_path: Path, suffix: str) -> None:
    path = tmp_path / f"out{suffix}"
    assert export_events(small, CHOSEN, path) == len(SHOWN) == count(small, CHOSEN).shown
    assert sorted(read(path)) == SHOWN == sorted(select(small, CHOSEN)["event_id"])


@pytest.mark.parametrize("suffix", [".geojson", ".parquet", ".gpkg"])
def test_a_spatial_file_says_where_on_wgs84(small: Store, tmp_path: Path, suffix: str) -> None:
    path = tmp_path / f"out{suffix}"
    export_events(small, CHOSEN, path)
    events = geopandas.read_parquet(path) if suffix == ".parquet" else geopandas.read_file(path)
    events = events.set_index("event_id")
    assert events.crs.to_epsg() == 4326
    assert (events.geometry["a1"].x, events.geometry["a1"].y) == (46.749, 39.758)
    assert events.geometry["b2"].geom_type == "LineString"
    assert events.geometry["a4"] is None


@pytest.mark.parametrize("suffix", [".csv", ".geojson", ".parquet", ".gpkg"])
def test_a_file_of_nothing_is_still_a_file(small: Store, tmp_path: Path, suffix: str) -> None:
    path = tmp_path / f"out{suffix}"
    assert export_events(small, Filter(outlets=("nobody",)), path) == 0
    assert read(path) == [] if suffix != ".geojson" else json.loads(path.read_text())["features"] == []


def test_a_row_brings_source_quote_precision_and_versions(small: Store) -> None:
    row = next(row for row in rows_of_csv(export_bytes(small, CHOSEN, ".csv")) if row["event_id"] == "a1")
    assert row["url"] == "https://example.org/1"
    assert row["evidence"] == "Shells fell."
    assert (row["read_by"], row["place_basis"]) == ("machine", "none")
    assert (row["geo_precision"], row["date_precision"], row["date_start"]) == ("point", "day", "2020-10-08")
    assert (row["corpus_version"], row["gazetteer_version"]) == (small.manifest.corpus_version, "g1")


def test_no_cell_is_a_formula_for_a_spreadsheet(tmp_path: Path) -> None:
    told = ['=HYPERLINK("http://evil")', "+1+1", "-2", "@SUM(A1)", "\t=1", "harmless = so"]
    events = tuple(event_at("shusha", f"e{number}", evidence=text, actor=text) for number, text in enumerate(told))
    write_store(
        tmp_path / "s", [document("one", "t", title="=1")], [Extraction("one", (), events)], **VERSIONS, places=PLACES
    )
    rows = rows_of_csv(export_bytes(open_store(tmp_path / "s"), Filter(), ".csv"))
    assert [row["evidence"] for row in rows] == [f"'{text}" for text in told[:-1]] + [told[-1]]
    assert {row["title"] for row in rows} == {"'=1"}


def test_a_spreadsheet_reads_schwa_and_armenian(small: Store) -> None:
    data = export_bytes(small, CHOSEN, ".csv")
    assert data.startswith("\ufeff".encode())
    assert "Fire on Şuşa" in data.decode("utf-8-sig")


def test_a_file_that_cannot_be_finished_leaves_the_old_one(
    small: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "out.csv"
    path.write_text("old")

    def full(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(pd.DataFrame, "to_csv", full)
    with pytest.raises(ExportError, match=r"out\.csv: cannot be written \(No space left on device\)"):
        export_events(small, CHOSEN, path)
    assert path.read_text() == "old"
    assert [each.name for each in tmp_path.iterdir() if each.name.startswith(".out")] == []


def test_an_unknown_ending_names_those_there_are(small: Store, tmp_path: Path) -> None:
    with pytest.raises(ExportError, match=r"'\.shp'; use one of \.csv, \.geojson"):
        export_events(small, Filter(), tmp_path / "out.shp")
    assert set(WRITERS) == {".csv", ".geojson", ".parquet", ".gpkg", ".bib"}


def test_each_source_has_one_entry_in_the_bibliography(small: Store, tmp_path: Path) -> None:
    assert export_events(small, Filter(), tmp_path / "sources.bib") == 3
    text = (tmp_path / "sources.bib").read_text(encoding="utf-8")
    assert "title = {Fire on Şuşa}" in text
    assert "date = {2020-10-09}" in text
    assert "langid = {russian}" in text
    assert text.count("{alpha2020-") == 1


def test_a_title_cannot_break_out_of_its_bibliography_entry(tmp_path: Path) -> None:
    hostile = document("one", "t", title="50% } @misc{x, \\input{secret}", url="https://example.org/}\n@x")
    write_store(tmp_path / "s", [hostile], [Extraction("one", events=(event_at(None, "e"),))], **VERSIONS)
    text = bibtex(open_store(tmp_path / "s"), Filter())
    assert r"50\% \} @misc\{x, \textbackslash{}input\{secret\}" in text
    assert "url = {https://example.org/@x}" in text


def test_the_frame_is_what_geopandas_makes_of_it(small: Store) -> None:
    events = frame(small, Filter())
    assert events.total_bounds.tolist()[0] < 46.75 < events.total_bounds.tolist()[2]
    assert list(events["event_id"]) == list(select(small, Filter(), order="date")["event_id"])
