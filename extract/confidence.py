"""How sure an event is: the share that was right, on the development set, among events with the same traits."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache
from math import exp
from pathlib import Path

import yaml

from extract.merging import Draft

_FILE = Path(__file__).with_name("lexicon") / "confidence.yaml"
LOWEST, HIGHEST = 0.05, 0.95


def traits(draft: Draft) -> tuple[str, ...]:
    """What is known of an event that bears on whether it is right, as names of ``lexicon/confidence.yaml``."""
    trigger = draft.hit.trigger
    found = [f"type {draft.event.event_type}", f"place {draft.place_level}", f"status {draft.event.status}"]
    found.append("trigger vague" if trigger.weak or trigger.echo else "trigger sure")
    if trigger.needs:
        found.append("trigger in company")
    found.append("date own" if draft.has_own_date else f"date {draft.event.date_basis}")
    if draft.event.place_kind in ("region", "country"):
        found.append("place wide")
    if draft.tellings > 1:
        found.append("told again")
    if draft.event.actor is not None:
        found.append("actor known")
    return tuple(found)


def confidence(found: Iterable[str]) -> float:
    """The calibrated share: the logistic function of the sum of the traits' weights, two decimals."""
    weights = load_weights()
    total = weights.get("base", 0.0) + sum(weights.get(trait, 0.0) for trait in found)
    return round(min(max(1 / (1 + exp(-total)), LOWEST), HIGHEST), 2)


@cache
def load_weights() -> Mapping[str, float]:
    """Weight by trait, in log-odds."""
    content = yaml.safe_load(_FILE.read_text(encoding="utf-8"))
    return {str(name): float(weight) for name, weight in content["weights"].items()}
