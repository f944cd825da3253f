"""The weights of a shipped file, to go on from: its 8-bit numbers times their scales."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import numpy as np
import onnx
import torch
from onnx import numpy_helper

from extract.reader.heads import ROLE_WIDTH, ROLES, TYPES
from extract.reader.training.base import BaseEncoder
from extract.reader.weights import load_network


def read_shipped(path: Path, base: BaseEncoder) -> dict[str, Any]:
    """What ``ReaderModel.load_state_dict`` takes, under ``state``; under ``kept`` its pieces, as numbers of the base.

    The pieces' own vectors are not in it: they are the base's.
    """
    network = load_network(path)
    content = onnx.load(str(path)).graph
    held = {each.name: numpy_helper.to_array(each) for each in content.initializer}
    state = {name: torch.from_numpy(value.copy()) for name, value in held.items() if not name.endswith(_QUANTIZED)}
    state = {name: value for name, value in state.items() if not name.startswith(("word", "onnx::", "/"))}
    for node in content.node:
        if node.op_type == "MatMulInteger" and node.input[1].endswith("_quantized"):
            weight = node.input[1].removesuffix("_quantized")
            zero = held[node.input[3]].astype(np.float32)
            values = (held[node.input[1]].astype(np.float32) - zero) * held[f"{weight}_scale"]
            module = node.output[0].split("/MatMul")[0].strip("/").replace("/", ".")
            state[f"{module}.weight"] = torch.from_numpy(np.ascontiguousarray(values.T, np.float32))
    state["kind.weight"] = torch.from_numpy(network.kind.reshape(len(TYPES), len(ROLES) * ROLE_WIDTH).copy())
    state["distance"] = torch.from_numpy(network.distance.copy())
    number = {piece[0]: place for place, piece in enumerate(base.pieces)}
    vocabulary = json.loads(network.tokenizer.to_str())["model"]["vocab"]
    return {"state": state, "kept": tuple(number[piece] for piece, _ in vocabulary)}


_QUANTIZED = ("_quantized", "_scale", "_zero_point")
