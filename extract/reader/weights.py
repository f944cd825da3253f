"""The trained network: one ONNX file that holds its tokeniser and small tables, run by onnxruntime."""

from __future__ import annotations

import base64
import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np
import onnxruntime
from numpy.typing import NDArray
from tokenizers import Tokenizer

from extract.reader.heads import DISTANCES, ROLE_WIDTH, ROLES, TYPES
from extract.reader.windows import Window

WEIGHTS = Path(__file__).parent / "reader.onnx"
CARD = ("texts", "trained", "licence", "base")
OUTPUTS = ("types", "attention", "told", "status", "when", "asks", "answers")

Floats = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Signals:
    """What the network says of one window of n pieces; all but ``status`` and ``when`` are logits to be pooled."""

    types: Floats
    """(n, types)"""
    attention: Floats
    told: Floats
    status: Floats
    """(n, states)"""
    when: Floats
    asks: Floats
    """(n, roles x width)"""
    answers: Floats


@dataclass(frozen=True, slots=True)
class Network:
    """A loaded network."""

    session: onnxruntime.InferenceSession
    tokenizer: Tokenizer
    version: str
    """Short hash of the file."""
    kind: Floats
    """(types, roles x width) what each type asks for."""
    distance: Floats
    """(roles, buckets)"""
    tuned: Mapping[str, float]
    """Thresholds and calibration found on the validation part."""
    card: Mapping[str, str]
    """How and from what it was trained."""

    def signals(self, window: Window) -> Signals:
        """What the network says of a window: on one machine always the same."""
        ids = np.array([[piece.id for piece in window.pieces]], np.int64)
        mask = np.ones(ids.shape, np.float32)
        found = self.session.run(list(OUTPUTS), {"ids": ids, "mask": mask})
        return Signals(*(array[0] for array in found))


@cache
def load_network(path: Path = WEIGHTS) -> Network:
    """The network of a file, one thread, no access to anything else."""
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    options.log_severity_level = 3
    session = onnxruntime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])
    held = session.get_modelmeta().custom_metadata_map
    return Network(
        session,
        Tokenizer.from_str(held["tokenizer"]),
        hashlib.sha256(path.read_bytes()).hexdigest()[:12],
        _table(held["kind"], (len(TYPES), len(ROLES) * ROLE_WIDTH)),
        _table(held["distance"], (len(ROLES), DISTANCES)),
        json.loads(held.get("tuned", "{}")),
        {name: held[name] for name in CARD if name in held},
    )


def packed(table: Floats) -> str:
    """A table as text, for the file's metadata."""
    return base64.b64encode(table.astype("<f4").tobytes()).decode()


def _table(text: str, shape: Sequence[int]) -> Floats:
    return np.frombuffer(base64.b64decode(text), "<f4").reshape(shape).astype(np.float32)
