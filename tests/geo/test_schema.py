from __future__ import annotations

import re
from dataclasses import fields
from pathlib import Path

import pytest

from corpus import Document
from extract import Event, Mention, Unresolved
from geo.manifest import Manifest
from geo.schema import row_of, schemas
from tests.geo.worlds import document, event_at

DOCS = (Path(__file__).parents[2] / "docs" / "store.md").read_text(encoding="utf-8")
DESIGN = {
    "documents": "doc_id outlet title author published published_basis language url sha256 text",
    "mentions": "doc_id start end text place_id place_name kind lon lat name_language name_tradition role rule",
    "events": "event_id story_id doc_id outlet published language event_type date_start date_end date_precision "
    "date_basis place_id place_name place_kind geo_precision radius_km lon lat geometry actor target "
    "claimed_by status killed_low killed_high wounded_low wounded_high evidence evidence_start "
    "evidence_end trigger_start trigger_end confidence",
    "unresolved": "doc_id start end text sentence reason nearest",
}


@pytest.mark.parametrize("table", DESIGN)
def test_a_table_has_at_least_the_columns_promised(table: str) -> None:
    assert set(DESIGN[table].split()) <= set(schemas()[table].names)


@pytest.mark.parametrize(
    ("table", "record"), [("documents", Document), ("mentions", Mention), ("events", Event), ("unresolved", Unresolved)]
)
def test_no_field_of_a_record_is_left_out(table: str, record: type) -> None:
    assert {field.name for field in fields(record)} <= set(schemas()[table].names)


def test_every_column_is_explained() -> None:
    explained = set(re.findall(r"`(\w+)`", DOCS))
    columns = {name for schema in schemas().values() for name in schema.names} | {
        field.name for field in fields(Manifest)
    }
    assert columns - explained == set()


def test_every_file_is_explained() -> None:
    assert [name for name in schemas() if f"{name}.parquet" not in DOCS] == []


def test_a_row_keeps_what_is_absent_absent() -> None:
    row = row_of(event_at(None, "e"))
    assert row["place_id"] is None
    assert row["via"] == []
    assert row_of(document("one", "t"))["outlet"] is None
