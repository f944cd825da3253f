from __future__ import annotations

import os
from pathlib import Path

import pytest

import geo
from geo import Filter, Store, Versions, held_store
from tests.geo.conftest import DOCUMENTS, EXTRACTIONS
from tests.geo.worlds import PLACES

EVERYTHING = Filter(statuses=())


@pytest.fixture
def held() -> Store:
    return held_store(DOCUMENTS, EXTRACTIONS, PLACES, Versions("0.1.0", "g1", "l1"))


def test_a_store_in_memory_answers_like_the_one_on_disk(held: Store, small: Store) -> None:
    assert geo.count(held, EVERYTHING) == geo.count(small, EVERYTHING)
    assert geo.by_place(held, EVERYTHING).equals(geo.by_place(small, EVERYTHING))
    assert geo.documents(held).equals(geo.documents(small))
    assert geo.facets(held, Filter()) == geo.facets(small, Filter())


def test_a_store_in_memory_is_exported_like_one_on_disk(held: Store, small: Store) -> None:
    assert geo.export_bytes(held, EVERYTHING, ".csv") == geo.export_bytes(small, EVERYTHING, ".csv")


def test_a_store_in_memory_knows_the_shapes_of_the_places_named(held: Store, small: Store) -> None:
    named = set(geo.by_place(held, EVERYTHING)["place_id"])
    assert {place_id: held.shapes()[place_id] for place_id in named} == small.shapes(named)


def test_nothing_of_a_store_in_memory_is_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    store = held_store(DOCUMENTS, EXTRACTIONS, PLACES, Versions("0.1.0", "g1", "l1"))
    geo.select(store, EVERYTHING)
    assert os.listdir(tmp_path) == []
    assert not store.path.exists()
