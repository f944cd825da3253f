"""The scores on the development texts do not fall below the last recorded ones (``tests/cases/score_floors.yaml``)."""

from __future__ import annotations

import importlib.util
import json
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
import yaml

from corpus import Document
from extract import read
from tests.extract.lexica import CASES, lexicon, places

SHARED = Path(__file__).resolve().parents[3] / "shared"
FLOORS: Mapping[str, Mapping[str, float]] = yaml.safe_load((CASES / "score_floors.yaml").read_text(encoding="utf-8"))

pytestmark = pytest.mark.skipif(not SHARED.exists(), reason="the development texts are not beside the repository")


def scorer() -> ModuleType:
    spec = importlib.util.spec_from_file_location("score", SHARED / "devset" / "score.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def rows(*names: str) -> list[dict[str, Any]]:
    return [json.loads(line) for name in names for line in (SHARED / name).read_text(encoding="utf-8").splitlines()]


def predicted(row: Mapping[str, Any]) -> list[dict[str, Any]]:
    day = date.fromisoformat(row["published"]) if row.get("published") else None
    document = Document(row["id"], row["text"], outlet=row.get("outlet"), published=day, language=row["language"])
    return [
        {
            "type": e.event_type, "start": e.date_start, "end": e.date_end, "lat": e.lat, "lon": e.lon,
            "place": e.place_id, "a": e.evidence_start, "b": e.evidence_end, "status": e.status, "actor": e.actor,
        }
        for e in read(document, places(), lexicon()).events
    ]  # fmt: skip


@pytest.mark.parametrize("language", sorted(FLOORS))
def test_the_scores_do_not_fall(language: str) -> None:
    score = scorer()
    gold = {row["id"]: row["events"] for row in rows("devset/gold.jsonl", "seeds/gold.jsonl")}
    totals = {name: [0, 0, 0] for name in score.levels()}
    for row in rows("devset/docs.jsonl", "seeds/seeds.jsonl"):
        if row["language"] != language:
            continue
        told, known = predicted(row), gold[row["id"]]
        for name, agrees in score.levels().items():
            pairs = score.match_events(known, told, agrees)
            core = [number for number, event in enumerate(known) if event.get("core", True)]
            hits = sum(number in pairs for number in core)
            for n, more in enumerate((hits, len(told) - len(set(pairs.values())), len(core) - hits)):
                totals[name][n] += more
    reached = {name: score.prf(*counts)["f1"] for name, counts in totals.items()}
    fallen = {name: (reached[name], floor) for name, floor in FLOORS[language].items() if reached[name] < floor}
    assert not fallen
