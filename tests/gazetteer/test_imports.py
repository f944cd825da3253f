"""Rows of other gazetteers become drafts that load."""

from __future__ import annotations

from pathlib import Path

import gazetteer
from gazetteer.draft import draft_file
from gazetteer.export import export
from gazetteer.imports import read_geonames, read_lp_tsv

GEONAMES = (
    "585226\tYevlax\tYevlax\tEvlakh,Yevlakh,Евлах,Եվլախ,https://example.org/Y\t40.61832\t47.15014\tP\tPPLA\tAZ\t\t65"
    "\t\t\t\t53716\t\t17\tAsia/Baku\t2019-09-05\n"
    "148018\tMəlikli\tMalikli\t\t39.5\t46.6\tP\tPPL\tAZ\t\t\t\t\t\t0\t\t900\tAsia/Baku\t2015-01-01\n"
    "1\tNowhere\tNowhere\t\tnorth\t46.6\tP\tPPL\tAZ\t\t\t\t\t\t0\t\t900\tAsia/Baku\t2015-01-01\n"
)


def test_geonames_rows_become_drafts_and_a_broken_row_is_told() -> None:
    drafts, problems = read_geonames(GEONAMES, "AZ.txt")
    assert [(draft.name, draft.kind, draft.lat, draft.same_as) for draft in drafts] == [
        ("Yevlax", "city", 40.61832, ("geonames:585226",)),
        ("Məlikli", "village", 39.5, ("geonames:148018",)),
    ]
    assert {(name.name, name.lang) for name in drafts[0].names} >= {("Евлах", "ru"), ("Եվլախ", "hy"), ("Yevlax", "en")}
    (problem,) = problems
    assert (problem.file, problem.line) == ("AZ.txt", 3)


def test_imported_drafts_load_as_they_are(small: gazetteer.Gazetteer, tmp_path: Path) -> None:
    drafts, _ = read_geonames(GEONAMES, "AZ.txt")
    file = tmp_path / "draft.yaml"
    file.write_text(draft_file(drafts, small), encoding="utf-8")
    loaded = gazetteer.load([file]).places
    assert set(loaded) == {"yevlax", "malikli"}
    assert loaded["yevlax"].same_as == ("geonames:585226",)


def test_what_left_as_lp_tsv_comes_back_with_its_names_and_place(small: gazetteer.Gazetteer, tmp_path: Path) -> None:
    drafts, problems = read_lp_tsv(export(small, "lp-tsv", year=2024), "places.tsv")
    assert problems == ()
    assert len(drafts) == len(small.places)
    file = tmp_path / "draft.yaml"
    file.write_text(draft_file(drafts, gazetteer.load([_empty(tmp_path)])), encoding="utf-8")
    back = gazetteer.load([file]).places
    for place in back.values():
        original = next(one for one in small.places.values() if (one.lat, one.lon) == (place.lat, place.lon))
        assert place.kind == original.kind
        assert {name.name for name in place.names} == {name.name for name in original.names}


def test_two_places_of_one_name_get_two_ids(small: gazetteer.Gazetteer, tmp_path: Path) -> None:
    same = GEONAMES.replace("Yevlax\tYevlax", "Shusha\tShusha").replace("Məlikli\tMalikli", "Shusha\tShusha")
    drafts, _ = read_geonames(same, "AZ.txt")
    file = tmp_path / "draft.yaml"
    file.write_text(draft_file(drafts, small), encoding="utf-8")
    assert set(gazetteer.load([file]).places) == {"shusha-2", "shusha-3"}


def test_a_row_without_a_title_is_told() -> None:
    drafts, problems = read_lp_tsv("id\ttitle\tlat\tlon\n1\t\t40\t46\n2\tTapqaraqoyunlu\t40.4\t46.7\n", "some.tsv")
    assert [draft.name for draft in drafts] == ["Tapqaraqoyunlu"]
    assert [(problem.line, problem.what) for problem in problems] == [(2, "the row has no usable 'title'")]


def _empty(folder: Path) -> Path:
    file = folder / "one.yaml"
    file.write_text("- {id: somewhere-else, kind: sea, lat: 40, lon: 50}\n", encoding="utf-8")
    return file
