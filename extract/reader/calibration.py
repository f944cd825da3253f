"""How likely an event is right, by what is known of it: a logistic model fitted on the validation part."""

from __future__ import annotations

from collections.abc import Mapping
from math import exp

from extract.reader.dating import When
from extract.reader.people import Cast
from extract.reader.placing import Where
from extract.reader.triggers import Trigger

DEFAULTS = {
    "least": 0.5,
    "place": 0.7,
    "place_alone": 0.3,
    "time": 0.3,
    "person": 0.6,
    "person_hostile": 0.6,
    "speaker": 0.4,
    "toll": 0.4,
    "weight by_sentence": 0.5,
    "weight by_word": 0.5,
}
"""Thresholds and weights, where the network brings none of its own."""
_WEIGHT = "weight "


def traits(trigger: Trigger, where: Where, moment: When, cast: Cast, alike: float) -> dict[str, float]:
    """What bears on whether an event is right, by name; the sentence's and the words' log-odds among it.

    ``alike`` says how like the most similar sentences read by people are, a cosine.
    """
    return {
        "one": 1.0,
        "by_sentence": trigger.by_sentence,
        "by_word": trigger.by_word,
        "ahead": max(min(trigger.ahead, 4.0), -4.0),
        "alike": alike,
        "placed": float(where.mention is not None),
        "place_likely": where.likely if where.mention is not None else 0.0,
        "dated": float(moment.expression is not None),
        "acted": float(cast.actor is not None),
        "status_likely": trigger.status_score,
        f"type {trigger.event_type}": 1.0,
    }


def surely(found: Mapping[str, float], tuned: Mapping[str, float]) -> float:
    """The probability: the logistic function of the weighted sum of the traits."""
    total = sum(tuned.get(_WEIGHT + name, 0.0) * value for name, value in found.items())
    return 1 / (1 + exp(-max(min(total, 30.0), -30.0)))


def as_weights(weights: Mapping[str, float]) -> dict[str, float]:
    """Weights of traits as they lie in the network's file."""
    return {_WEIGHT + name: round(value, 4) for name, value in weights.items()}
