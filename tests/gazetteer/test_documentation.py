"""The page about the gazetteer names everything that its files can say."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
import yaml

from gazetteer import KINDS, LANGUAGES, TRADITIONS
from gazetteer.authorities import AUTHORITIES
from gazetteer.blocks import CourseBlock, NameBlock, PlaceBlock
from gazetteer.check import check
from gazetteer.grammars import FOLDER
from gazetteer.loader import HERE

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


def test_the_block_that_contributors_are_told_to_copy_has_no_errors_where_they_paste_it(tmp_path: Path) -> None:
    example = FRONT.split("```yaml\n")[1].split("```")[0]
    shutil.copytree(HERE, tmp_path / "gazetteer", ignore=shutil.ignore_patterns("*.py", "__pycache__", "grammar"))
    pasted = tmp_path / "gazetteer" / "places" / "towns.yaml"
    with pasted.open("a", encoding="utf-8") as file:
        file.write(f"\n{example}")
    told = check([tmp_path / "gazetteer" / "places", *sorted((tmp_path / "gazetteer").glob("*.yaml"))])
    assert [str(problem) for problem in told if problem.severity == "error"] == []
    assert f"\n{example.splitlines()[0]}\n" in pasted.read_text(encoding="utf-8")


def test_the_contributors_way_fits_one_screen() -> None:
    assert len(FRONT.splitlines()) <= 60
