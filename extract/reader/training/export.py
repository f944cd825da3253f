"""The trained network as one ONNX file: 8-bit weights, its tokeniser and small tables inside."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Mapping
from pathlib import Path

import onnx
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from tokenizers import Tokenizer

from extract.reader.training.model import ReaderModel
from extract.reader.weights import OUTPUTS, packed


def export(
    model: ReaderModel, tokenizer: Tokenizer, out: Path, tuned: Mapping[str, float], card: Mapping[str, str]
) -> None:
    """Write the network; ``tuned`` and ``card`` go into its metadata."""
    model.eval()
    ids, mask = torch.full((1, 8), 5), torch.ones(1, 8)
    axes = {0: "windows", 1: "pieces"}
    with tempfile.TemporaryDirectory() as folder:
        whole = Path(folder) / "whole.onnx"
        torch.onnx.export(
            model,
            (ids, mask),
            str(whole),
            input_names=["ids", "mask"],
            output_names=list(OUTPUTS),
            dynamic_axes=dict.fromkeys(("ids", "mask", *OUTPUTS), axes),
            opset_version=17,
            dynamo=False,
        )
        quantize_dynamic(
            whole, out, op_types_to_quantize=["MatMul", "Gather", "Gemm"], weight_type=QuantType.QInt8, per_channel=True
        )
    content = onnx.load(str(out))
    held = {
        "tokenizer": tokenizer.to_str(),
        "kind": packed(model.kind.weight.detach().numpy()),
        "distance": packed(model.distance.detach().numpy()),
        "tuned": json.dumps(dict(tuned)),
        **card,
    }
    for key, value in held.items():
        entry = content.metadata_props.add()
        entry.key, entry.value = key, value
    onnx.save(content, str(out))
