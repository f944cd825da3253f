"""Stores to test with."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from extract import Extraction, Unresolved
from geo import Store, open_store, write_store
from tests.geo.worlds import PLACES, document, event_at, many, mention_of

VERSIONS = {"gazetteer_version": "g1", "reader_version": "l1", "program_version": "0.1.0"}

_DAY = {"date_start": date(2020, 10, 8), "date_end": date(2020, 10, 8), "date_precision": "day", "date_basis": "stated"}
_CLOSED = {"date_start": date(2022, 12, 12), "date_end": date(2022, 12, 12), "date_precision": "day"}
_ALPHA = {"outlet": "Alpha", "published": date(2020, 10, 9)}
_BETA = {"outlet": "Beta", "published": date(2022, 12, 13), "language": "ru"}

DOCUMENTS = (
    document("one", "Shells fell.", **_ALPHA, outlet_country="AZ", title="Fire on Şuşa", url="https://example.org/1"),
    document("two", "Снаряды упали.", **_BETA, outlet_country="AM", url="https://example.org/2"),
    document("three", "Nothing else is known."),
)
EXTRACTIONS = (
    Extraction(
        "one",
        (
            mention_of("shusha", "one", "Şuşa", "azerbaijani"),
            mention_of("khankendi", "one", "Khankendi", "azerbaijani", 20),
        ),
        (
            event_at("shusha", "a1", "one", story_id="s1", **_ALPHA, **_DAY, confidence=0.9),
            event_at("shusha", "a2", "one", **_ALPHA, event_type="displacement", radius_km=5.0, confidence=0.4),
            event_at("aghdam-district", "a3", "one", **_ALPHA, **_DAY),
            event_at(None, "a4", "one", **_ALPHA, **_DAY, event_type="diplomacy"),
            event_at("khankendi", "a5", "one", **_ALPHA, **_DAY, status="denied"),
        ),
    ),
    Extraction(
        "two",
        (mention_of("khankendi", "two", "Stepanakert", "armenian"),),
        (
            event_at("shusha", "b1", "two", story_id="s1", **_BETA, **_DAY, status="claimed"),
            event_at("lachin-corridor", "b2", "two", **_BETA, **_CLOSED, event_type="blockade"),
            event_at("khankendi", "b3", "two", **_BETA, **_CLOSED, event_type="protest", actor="residents"),
            event_at("azerbaijan", "b4", "two", **_BETA, **_CLOSED, event_type="diplomacy"),
        ),
    ),
    Extraction(
        "three",
        (),
        (event_at(None, "c1", "three", event_type="ceasefire"),),
        (Unresolved("three", 0, 7, "Nothing", "Nothing else is known.", "no such place", ("shusha",)),),
    ),
)


@pytest.fixture
def small(tmp_path: Path) -> Store:
    """Ten events: one denied, two without place, two without date, one "near", one of a district, one told twice."""
    write_store(tmp_path / "small", DOCUMENTS, EXTRACTIONS, **VERSIONS, places=PLACES)
    return open_store(tmp_path / "small")


@pytest.fixture(scope="session")
def large(tmp_path_factory: pytest.TempPathFactory) -> Store:
    """20,000 events at 600 places."""
    out = tmp_path_factory.mktemp("stores") / "large"
    pairs = list(many(20_000))
    write_store(out, (d for d, _ in pairs), (e for _, e in pairs), **VERSIONS, places=PLACES)
    return open_store(out)
