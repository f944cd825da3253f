"""Thresholds and calibration, chosen on the validation part: the closed part stays out."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, fields, replace

import numpy as np
from numpy.typing import NDArray

from corpus import Document
from corpus.readings import ReadEvent, Reading
from extract.findings import Findings
from extract.reader.calibration import DEFAULTS, as_weights, surely
from extract.reader.engine import Reader
from extract.reader.events import read_events, read_with_traits
from extract.reader.weights import Network, Signals
from extract.reader.windows import Window
from extract.records import Event

_GRID = {
    "least": (0.25, 0.3, 0.35, 0.4, 0.45, 0.5, 0.55, 0.6, 0.65, 0.7),
    "place": (0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9),
    "place_alone": (0.05, 0.1, 0.2, 0.3, 0.4, 0.5),
    "time": (0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8),
    "person": (0.3, 0.4, 0.5, 0.6, 0.7, 0.8),
}
_ALIKE = 0.004
"""Thresholds that reach as much but for this are alike: the one nearest the default is taken, not the luckiest."""
_DECAY = 0.5
"""Penalty on the squared weights of the calibration."""
_STEPS = 60


@dataclass(frozen=True, slots=True)
class Text:
    """A text with what the finders found and what a person read."""

    document: Document
    findings: Findings
    reading: Reading


@dataclass(frozen=True, slots=True)
class _Remembering(Network):
    """A network that reads each window once."""

    known: dict[bytes, Signals] = field(default_factory=dict)

    def signals(self, window: Window) -> Signals:
        key = b" ".join(str(piece.id).encode() for piece in window.pieces)
        if key not in self.known:
            self.known[key] = Network.signals(self, window)
        return self.known[key]


def remembering(reader: Reader) -> Reader:
    """The reader, to be asked of the same texts again and again."""
    own = {each.name: getattr(reader.network, each.name) for each in fields(Network)}
    return replace(reader, network=_Remembering(**own))


def tuned(texts: Sequence[Text], reader: Reader, within: Mapping[str, frozenset[str]]) -> dict[str, float]:
    """Thresholds by which most is right, one after another, and the weights of the calibration."""
    chosen = dict(DEFAULTS)
    reader = remembering(reader)

    def goodness(values: Mapping[str, float]) -> float:
        trial = replace(reader, network=replace(reader.network, tuned=values))
        return f1(texts, lambda text: read_events(text.document, text.findings, trial, within))

    for name, values in _GRID.items():
        reached = {value: goodness({**chosen, name: value}) for value in values}
        near = [value for value in values if reached[value] >= max(reached.values()) - _ALIKE]
        chosen[name] = min(near, key=lambda value: abs(value - DEFAULTS[name]))
    chosen["person_hostile"] = max(chosen["person"], 0.5)
    return {**chosen, **as_weights(_calibrated(texts, reader, within, chosen))}


def f1(texts: Sequence[Text], read: Callable[[Text], Sequence[Event]]) -> float:
    """F1 of events by type, with a share for each argument that is right too."""
    right = found = wanted = 0.0
    for text in texts:
        events = read(text)
        found += len(events)
        wanted += len(text.reading.events)
        right += sum(_share(text.document, event, gold) for event, gold in matched(text, events))
    return 2 * right / (found + wanted) if found + wanted else 0.0


def matched(text: Text, events: Sequence[Event]) -> Iterator[tuple[Event, ReadEvent]]:
    """Pairs of one type whose sentences overlap, those that agree most first; each is in one pair at most."""
    pairs = [
        (-_share(text.document, event, gold), n, m)
        for n, event in enumerate(events)
        for m, gold in enumerate(text.reading.events)
        if event.event_type == gold.event_type and _overlap(text.document, event, gold)
    ]
    taken_events, taken_gold = set[int](), set[int]()
    for _, n, m in sorted(pairs):
        if n not in taken_events and m not in taken_gold:
            taken_events.add(n)
            taken_gold.add(m)
            yield events[n], text.reading.events[m]


def _overlap(document: Document, event: Event, gold: ReadEvent) -> bool:
    start = document.text.index(gold.sentence)
    return event.evidence_start < start + len(gold.sentence) and start < event.evidence_end


def _share(document: Document, event: Event, gold: ReadEvent) -> float:
    """0.4 for the type, and as much as 0.2 for each of place, date and actor."""
    place = _words(document, event.place_start, event.place_end)
    actor = _words(document, event.actor_start, event.actor_end)
    same_days = event.date_start == gold.start and event.date_end == gold.end
    return 0.4 + 0.2 * _agree(place, gold.place) + 0.2 * same_days + 0.2 * _agree(actor, gold.actor)


def _words(document: Document, start: int | None, end: int | None) -> str | None:
    return document.text[start:end] if start is not None and end is not None else None


def _agree(found: str | None, wanted: str | None) -> bool:
    if found is None or wanted is None:
        return found is wanted
    return found in wanted or wanted in found


def _calibrated(
    texts: Sequence[Text], reader: Reader, within: Mapping[str, frozenset[str]], chosen: Mapping[str, float]
) -> dict[str, float]:
    """Weights of a logistic model of whether an event's type is right."""
    rows: list[Mapping[str, float]] = []
    right: list[float] = []
    trial = replace(reader, network=replace(reader.network, tuned=chosen))
    for text in texts:
        read = read_with_traits(text.document, text.findings, trial, within)
        hits = {id(event) for event, _ in matched(text, [event for event, _ in read])}
        rows += [traits for _, traits in read]
        right += [float(id(event) in hits) for event, _ in read]
    names = sorted({name for row in rows for name in row})
    table = np.array([[row.get(name, 0.0) for name in names] for row in rows], np.float64)
    return dict(zip(names, map(float, _fitted(table, np.array(right))), strict=True))


def _fitted(table: NDArray[np.float64], right: NDArray[np.float64]) -> NDArray[np.float64]:
    """Newton's method on the penalised likelihood."""
    weights = np.zeros(table.shape[1])
    for _ in range(_STEPS):
        likely = 1 / (1 + np.exp(-np.clip(table @ weights, -30, 30)))
        slope = table.T @ (right - likely) - _DECAY * weights
        curve = (table * (likely * (1 - likely))[:, None]).T @ table + _DECAY * np.eye(len(weights))
        weights = weights + np.linalg.solve(curve, slope)
    return weights


def area_under_curve(texts: Sequence[Text], reader: Reader, within: Mapping[str, frozenset[str]]) -> float:
    """The chance that a right event is surer than a wrong one."""
    sure: list[tuple[float, bool]] = []
    for text in texts:
        read = read_with_traits(text.document, text.findings, reader, within)
        hits = {id(event) for event, _ in matched(text, [event for event, _ in read])}
        sure += [(surely(traits, reader.tuned), id(event) in hits) for event, traits in read]
    good, bad = ([value for value, is_right in sure if is_right is side] for side in (True, False))
    wins = sum((a > b) + 0.5 * (a == b) for a in good for b in bad)
    return wins / (len(good) * len(bad)) if good and bad else 0.5
