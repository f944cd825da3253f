"""The JSON Schema for editors says what the loader says."""

from __future__ import annotations

import json
from pathlib import Path

import jsonschema
import pytest

from gazetteer import KINDS, LANGUAGES, TRADITIONS
from gazetteer.blocks import schema

SCHEMA = Path(__file__).parents[2] / "gazetteer" / "schema.json"


def test_the_schema_in_the_folder_is_current() -> None:
    assert SCHEMA.read_text(encoding="utf-8") == schema(), "run: python -m gazetteer.blocks > gazetteer/schema.json"


def test_the_schema_knows_every_kind_language_and_tradition() -> None:
    definitions = json.loads(schema())["$defs"]
    assert tuple(definitions["PlaceBlock"]["properties"]["kind"]["enum"]) == KINDS
    assert tuple(definitions["NameBlock"]["properties"]["lang"]["enum"]) == LANGUAGES
    assert tuple(definitions["NameBlock"]["properties"]["tradition"]["anyOf"][0]["enum"]) == TRADITIONS


@pytest.mark.parametrize(
    ("block", "is_valid"),
    [
        ({"id": "ganja", "kind": "city", "lat": 40.68, "lon": 46.36, "names": [{"name": "Ganja", "lang": "en"}]}, True),
        ({"id": "ganja", "kind": "city", "lat": 40.68, "lon": 46.36, "nmaes": []}, False),
        ({"id": "ganja", "kind": "town", "lat": 40.68, "lon": 46.36}, False),
        ({"id": "ganja", "kind": "city", "lat": 40.68, "lon": 46.36, "from": 1991}, True),
    ],
)
def test_an_editor_accepts_what_the_loader_accepts(block: dict[str, object], is_valid: bool) -> None:
    validator = jsonschema.Draft202012Validator(json.loads(schema()))
    assert validator.is_valid([block]) == is_valid
