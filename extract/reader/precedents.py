"""The sentences read by people that the network finds most like one that it reads: why it reads it so."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from functools import cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from extract.reader.weights import Floats

PRECEDENTS = Path(__file__).parent / "precedents.npz"
LIKE = "like: "
"""How an event's rule begins that names a precedent: ``like: KEY (COSINE)``."""
_WIDTH = 48
_LONGEST = 300
"""In characters: a longer sentence shows little."""


@dataclass(frozen=True, slots=True)
class Precedent:
    """One event of a text that was read by a person; every word stands in that text."""

    key: str
    """The text's name and the number of the event in it: ``w03-012:5``."""
    event_type: str
    language: str
    sentence: str
    trigger: str
    status: str
    place: str | None = None
    time: str | None = None
    actor: str | None = None
    target: str | None = None
    claimed_by: str | None = None


@dataclass(frozen=True, slots=True)
class Precedents:
    """All of them, in the space in which the network asks for arguments."""

    told: Mapping[str, Precedent]
    """By key."""
    keys: Mapping[str, tuple[str, ...]]
    vectors: Mapping[str, Floats]
    """By event type, those of its ``keys``: (n, width), each of length 1."""
    centre: Floats
    axes: Floats

    def like(self, event_type: str, asked: Floats, most: int = 3) -> list[tuple[str, float]]:
        """The keys of those of a type that are most like a trigger, with the cosine; of one sentence the best alone."""
        if event_type not in self.keys:
            return []
        turned: Floats = np.asarray((asked - self.centre) @ self.axes, np.float32)
        cosines = self.vectors[event_type] @ _unit(turned)
        found: dict[str, tuple[str, float]] = {}
        for number in np.argsort(-cosines, kind="stable")[: 4 * most]:
            key = self.keys[event_type][number]
            found.setdefault(self.told[key].sentence, (key, float(cosines[number])))
        return list(found.values())[:most]


@cache
def load_precedents(path: Path = PRECEDENTS) -> Precedents:
    """Those of a file; none where there is no file."""
    if not path.is_file():
        return Precedents({}, {}, {}, np.zeros(0, np.float32), np.zeros((0, 0), np.float32))
    with np.load(path, allow_pickle=False) as held:
        rows = [Precedent(**row) for row in json.loads(held["told"].tobytes())]
        vectors, centre, axes = held["vectors"].astype(np.float32), held["centre"], held["axes"]
    by_type: dict[str, list[int]] = {}
    for number, row in enumerate(rows):
        by_type.setdefault(row.event_type, []).append(number)
    return Precedents(
        {row.key: row for row in rows},
        {kind: tuple(rows[n].key for n in own) for kind, own in by_type.items()},
        {kind: _unit(vectors[own]) for kind, own in by_type.items()},
        centre,
        axes,
    )


def precedent(key: str) -> Precedent | None:
    """The shipped one of this key; ``None`` where events were read with other weights."""
    return load_precedents().told.get(key)


def write_precedents(rows: Sequence[Precedent], asked: Floats, path: Path = PRECEDENTS) -> None:
    """Keep those with a sentence that is short enough; ``asked`` (n, roles x width) is cut to its main axes."""
    short = [n for n, row in enumerate(rows) if len(row.sentence) <= _LONGEST]
    asked = asked[short]
    centre = asked.mean(0)
    axes: NDArray[np.float32] = np.linalg.svd(asked - centre, full_matrices=False)[2][:_WIDTH].T.astype(np.float32)
    vectors = np.rint(_unit((asked - centre) @ axes) * 127).astype(np.int8)
    told = json.dumps([_block(rows[n]) for n in short], ensure_ascii=False).encode()
    np.savez_compressed(path, told=np.frombuffer(told, np.uint8), vectors=vectors, centre=centre, axes=axes)


def _block(row: Precedent) -> dict[str, str]:
    return {name: value for name, value in asdict(row).items() if value is not None}


def _unit(vectors: Floats) -> Floats:
    length = np.linalg.norm(vectors, axis=-1, keepdims=True)
    unit: Floats = (vectors / np.maximum(length, 1e-9)).astype(np.float32)
    return unit
