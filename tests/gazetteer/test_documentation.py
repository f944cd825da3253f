"""The page about the gazetteer names everything that its files can say."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from gazetteer import KINDS, LANGUAGES, TRADITIONS
from gazetteer.authorities import AUTHORITIES
from gazetteer.blocks import CourseBlock, NameBlock, PlaceBlock
from gazetteer.grammars import FOLDER

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "gazetteer.md").read_text(encoding="utf-8")
FRONT = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("model", [PlaceBlock, NameBlock, CourseBlock])
def test_every_key_of_a_block_is_on_the_page(model: type[PlaceBlock] | type[NameBlock] | type[CourseBlock]) -> None:
    keys = {field.alias or name for name, field in model.model_fields.items()}
    assert {key for key in keys if f"`{key}`" not in PAGE} == set()


def test_every_kind_language_tradition_and_authority_is_on_the_page() -> None:
    words = (*KINDS, *LANGUAGES, *TRADITIONS, *AUTHORITIES)
    assert [word for word in words if word not in PAGE] == []


def test_every_key_of_a_grammar_file_is_on_the_page() -> None:
    keys = {key for file in FOLDER.glob("*.yaml") for key in yaml.safe_load(file.read_text(encoding="utf-8"))}
    assert {key for key in keys if f"`{key}`" not in PAGE} == set()


def test_the_block_that_contributors_are_told_to_copy_loads(tmp_path: Path) -> None:
    from gazetteer.entries import read_entries

    example = FRONT.split("```yaml")[1].split("```")[0]
    file = tmp_path / "example.yaml"
    file.write_text("\n".join(line.removeprefix("   ") for line in example.splitlines()), encoding="utf-8")
    entries, problems, _ = read_entries([(file, "example")])
    assert problems == []
    assert [entry.place.id for entry in entries] == ["shosh"]


def test_the_contributors_way_fits_one_screen() -> None:
    assert len(FRONT.splitlines()) <= 60
