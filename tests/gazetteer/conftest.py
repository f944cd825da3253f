"""A small gazetteer for the tests of this folder, and a cache of their own."""

from __future__ import annotations

from pathlib import Path

import pytest

import gazetteer

FILES = Path(__file__).parent / "files"


@pytest.fixture(autouse=True)
def _own_cache(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KARABAKH_CACHE", str(tmp_path_factory.mktemp("cache")))


@pytest.fixture(scope="session")
def small(tmp_path_factory: pytest.TempPathFactory) -> gazetteer.Gazetteer:
    cache = tmp_path_factory.mktemp("cache")
    return gazetteer.load([FILES / "small.yaml", FILES / "world.yaml"], cache_folder=cache)
