from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from geo import Store, open_store
from tests.views.small_store import small_store, unsure_and_checked


@pytest.fixture(scope="module", autouse=True)
def _own_main() -> Iterator[None]:
    """Streamlit's AppTest leaves its script behind as ``__main__``, which every process spawned later would run."""
    own = sys.modules["__main__"]
    yield
    sys.modules["__main__"] = own


@pytest.fixture(scope="session")
def store_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return small_store(tmp_path_factory.mktemp("store"))


@pytest.fixture(scope="session")
def store(store_folder: Path) -> Store:
    return open_store(store_folder)


@pytest.fixture(scope="session")
def mixed_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return small_store(tmp_path_factory.mktemp("mixed"), unsure_and_checked())


@pytest.fixture(scope="session")
def mixed(mixed_folder: Path) -> Store:
    """The small store with an event that is hardly sure, and one that a person has read."""
    return open_store(mixed_folder)
