"""From the network's numbers to triggers: which words tell of an event, of which type, and how surely."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import numpy as np

from extract.reader.heads import ROLE_WIDTH, ROLES, STATES, TYPES, WHEN, distance_bucket
from extract.reader.weights import Floats, Network, Signals
from extract.reader.windows import TITLE, Window

_RUN = 0.4
"""Pieces this likely, side by side, are one trigger."""
_ALONE = 0.6
"""A second trigger of one type in a sentence must be this likely by itself."""


@dataclass(frozen=True, slots=True)
class Trigger:
    """Words that tell of an event, and how every piece of the window stands to it."""

    event_type: str
    window: Window
    first: int
    last: int
    """Numbers of its first and last piece."""
    score: float
    """How surely it tells of an event of its type, before calibration, 0 to 1."""
    by_sentence: float
    by_word: float
    """The two log-odds that the score is the mean of: that the sentence tells of one, and that these words do."""
    ahead: float
    """By how much the log-odds of its type exceed those of the next likely one in the sentence."""
    status: str
    status_score: float
    when: str
    links: Floats
    """(roles, n) how likely each piece belongs to each argument."""
    asked: Floats
    """(roles x width,) what its words ask for, by which it can be compared with others."""

    @property
    def sentence(self) -> int:
        """Number of its sentence."""
        return self.window.pieces[self.first].sentence

    @property
    def start(self) -> int:
        """Where it begins in the text."""
        return self.window.pieces[self.first].start

    @property
    def end(self) -> int:
        """Where it ends in the text."""
        return self.window.pieces[self.last].end

    def is_beside(self, offset: int) -> bool:
        """Whether something that begins there stands in what the window holds of the trigger's sentence."""
        own = [piece for piece in self.window.pieces if piece.sentence == self.sentence]
        return own[0].start <= offset < own[-1].end


def triggers_of(window: Window, network: Network, least: float) -> Iterator[Trigger]:
    """The triggers of the sentences to be read whose score is at least so high, in text order.

    Of two types on the same words the likelier counts.
    """
    signals = network.signals(window)
    for number in range(window.first, window.last + 1):
        inside = [i for i, piece in enumerate(window.pieces) if piece.sentence == number]
        if inside:
            found = _of_sentence(window, signals, network, slice(inside[0], inside[-1] + 1), least)
            yield from sorted(_apart(found), key=lambda trigger: trigger.first)


def _of_sentence(
    window: Window, signals: Signals, network: Network, sentence: slice, least: float
) -> Iterator[Trigger]:
    told = _pooled(signals, sentence.start, sentence.stop)
    for kind in range(len(TYPES)):
        column = signals.types[sentence, kind]
        score = float(_sigmoid((told[kind] + column.max()) / 2))
        if score < least:
            continue
        for first, last in _runs(_sigmoid(column)):
            own = slice(sentence.start + first, sentence.start + last + 1)
            ahead = float(told[kind] - np.delete(told, kind).max())
            sure = (score, float(told[kind]), float(column[first : last + 1].max()), ahead)
            yield _trigger(window, signals, network, kind, own, sure)


def _apart(triggers: Iterable[Trigger]) -> list[Trigger]:
    """The triggers without those that share words with a likelier one."""
    kept: list[Trigger] = []
    for trigger in sorted(triggers, key=lambda each: -each.score):
        if all(trigger.last < other.first or other.last < trigger.first for other in kept):
            kept.append(trigger)
    return kept


def _pooled(signals: Signals, low: int, high: int) -> Floats:
    attention = signals.attention[low:high]
    weights = np.exp(attention - attention.max(0))
    pooled: Floats = (weights * signals.told[low:high]).sum(0) / weights.sum(0)
    return pooled


def _runs(likely: Floats) -> list[tuple[int, int]]:
    """The likeliest stretch, and others that are likely by themselves."""
    found: list[tuple[float, int, int]] = []
    at = 0
    while at < len(likely):
        if likely[at] < _RUN:
            at += 1
            continue
        stop = at
        while stop + 1 < len(likely) and likely[stop + 1] >= _RUN:
            stop += 1
        found.append((float(likely[at : stop + 1].max()), at, stop))
        at = stop + 1
    if not found:
        best = int(likely.argmax())
        return [(best, best)]
    best_run = max(found)
    return sorted((first, last) for value, first, last in found if value >= _ALONE or (value, first, last) == best_run)


def _trigger(
    window: Window, signals: Signals, network: Network, kind: int, own: slice, sure: tuple[float, float, float, float]
) -> Trigger:
    status = _softmax(signals.status[own].mean(0))
    when = int(signals.when[own].mean(0).argmax())
    asked: Floats = signals.asks[own].mean(0)
    query = (asked + network.kind[kind]).reshape(len(ROLES), ROLE_WIDTH)
    keys = signals.answers.reshape(-1, len(ROLES), ROLE_WIDTH)
    here = window.pieces[own.start].sentence
    buckets = [
        distance_bucket(at - own.start, piece.sentence - here, piece.sentence == TITLE)
        for at, piece in enumerate(window.pieces)
    ]
    links: Floats = np.einsum("rw,nrw->rn", query, keys) / ROLE_WIDTH**0.5 + network.distance[:, buckets]
    state = int(status.argmax())
    return Trigger(
        TYPES[kind],
        window,
        own.start,
        own.stop - 1,
        *sure,
        STATES[state],
        float(status[state]),
        WHEN[when],
        _sigmoid(links),
        asked,
    )


def _sigmoid(numbers: Floats) -> Floats:
    return np.asarray(1 / (1 + np.exp(-np.clip(numbers, -30, 30))), np.float32)


def _softmax(numbers: Floats) -> Floats:
    powers = np.exp(numbers - numbers.max())
    outcome: Floats = powers / powers.sum()
    return outcome
