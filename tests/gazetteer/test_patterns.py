"""The compiled names, and the copy of them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

import gazetteer
from gazetteer import cache
from gazetteer.patterns import Compiled, compile_names

FILES = Path(__file__).parent / "files"


def test_a_copy_is_what_was_compiled(small: gazetteer.Gazetteer) -> None:
    compiled = compile_names(small.places.values())
    assert Compiled.from_copy(json.loads(json.dumps(compiled))) == compiled


@pytest.mark.parametrize(
    "content",
    [
        None,
        {},
        [],
        [[], [], []],
        [["Baku"], [], [], []],
        [[7], [[]], [], []],
        [["Baku"], [[[3, 0, "", "en", False, False]]], [[""]], [{}]],
        [["Baku"], [[[0, 5, "", "en", False, False]]], [[""]], [{}]],
    ],
)
def test_a_copy_of_another_form_is_refused(content: Any) -> None:
    assert Compiled.from_copy(content) is None


def test_names_are_found_even_if_their_copy_is_spoiled(tmp_path: Path) -> None:
    def count() -> int:
        return len(gazetteer.load([FILES / "small.yaml"], cache_folder=tmp_path).find("Shusha and Lachin"))

    assert count() == 2
    (copy,) = tmp_path.glob("names-*.json")
    for content in ([["Baku"], [], [], []], "names"):
        cache.write_copy(tmp_path, copy.stem, content)
        assert count() == 2
