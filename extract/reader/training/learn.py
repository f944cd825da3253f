"""Fine-tuning: windows in batches of one length, all heads at once."""

from __future__ import annotations

import random
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import torch
from torch import Tensor
from torch.nn import functional

from extract.reader.heads import ROLE_WIDTH, ROLES
from extract.reader.pieces import PAD, UNKNOWN
from extract.reader.training.dataset import Item
from extract.reader.training.model import ReaderModel

RATE, RATE_OF_HEADS = 1e-4, 1e-3
WARM_UP = 0.1
HIDDEN = 0.18
"""Share of the pieces that are hidden, so that no single word decides."""
_TRIGGER_WEIGHT, _ROLE_WEIGHT = 3.0, 1.5


@dataclass(frozen=True, slots=True)
class Phase:
    """A stretch of training that begins and ends with small steps."""

    epochs: int
    batch: int
    """Pieces in a batch, padding included."""


PHASES = (Phase(6, 1600), Phase(6, 1000))
"""Two ways down from large steps to small ones, the second with smaller batches."""


def learn(model: ReaderModel, items: Sequence[Item], phase: Phase, save: Callable[[], None], seed: int = 7) -> None:
    """Fine-tune all layers and heads; the pieces' own vectors stay as they are. ``save`` is called after each epoch."""
    torch.manual_seed(seed)
    order = random.Random(seed)
    encoder = [p for name, p in model.named_parameters() if name.startswith(("pos", "norm", "layers"))]
    heads = [p for name, p in model.named_parameters() if not name.startswith(("pos", "norm", "layers", "word"))]
    groups = [{"params": encoder, "lr": RATE}, {"params": heads, "lr": RATE_OF_HEADS}]
    optimizer = torch.optim.AdamW(groups, weight_decay=0.01, fused=True)
    steps = phase.epochs * len(list(_batches(items, phase.batch, random.Random(seed))))
    schedule = torch.optim.lr_scheduler.LambdaLR(optimizer, lambda step: _rate(step / max(steps, 1)))
    model.train()
    for epoch in range(phase.epochs):
        began, losses = time.time(), []
        for batch in _batches(items, phase.batch, order):
            with torch.autocast("cpu", torch.bfloat16):
                loss = loss_of(model, batch)
            optimizer.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
            optimizer.step()
            schedule.step()
            losses.append(float(loss.detach()))
        print(f"epoch {epoch + 1}: loss {np.mean(losses):.4f}, {time.time() - began:.0f} s", flush=True)
        save()


def _rate(done: float) -> float:
    return done / WARM_UP if done < WARM_UP else max(0.0, (1 - done) / (1 - WARM_UP))


def _batches(items: Sequence[Item], most: int, order: random.Random) -> Iterator[list[Item]]:
    """Windows of like length together, the batches in any order."""
    sizes = sorted(range(len(items)), key=lambda i: len(items[i].ids) + order.random() * 40)
    batches: list[list[Item]] = [[]]
    for number in sizes:
        longest = len(items[number].ids)
        if batches[-1] and longest * (len(batches[-1]) + 1) > most:
            batches.append([])
        batches[-1].append(items[number])
    order.shuffle(batches)
    yield from batches


def padded(items: Sequence[Item]) -> tuple[Tensor, Tensor]:
    """Ids and mask (windows x pieces)."""
    longest = max(len(item.ids) for item in items)
    ids = torch.full((len(items), longest), PAD)
    mask = torch.zeros(len(items), longest)
    for row, item in enumerate(items):
        ids[row, : len(item.ids)] = torch.from_numpy(item.ids)
        mask[row, : len(item.ids)] = 1
    return ids, mask


def loss_of(model: ReaderModel, items: Sequence[Item]) -> Tensor:
    """The sum of what all heads get wrong in a batch."""
    ids, mask = padded(items)
    types, attention, told, status, when, asks, answers = (out.float() for out in model(blurred(ids), mask))
    losses = []
    for row, item in enumerate(items):
        count = len(item.ids)
        read = torch.from_numpy(item.sentence >= 0)
        target = torch.from_numpy(item.types)
        raw = functional.binary_cross_entropy_with_logits(types[row, :count], target, reduction="none")
        losses.append(_TRIGGER_WEIGHT * (raw * (1 + 2 * target))[read].sum() / 20)
        pooled = pooled_by_sentence(attention[row, :count], told[row, :count], torch.from_numpy(item.sentence))
        losses.append(functional.binary_cross_entropy_with_logits(pooled, torch.from_numpy(item.told), reduction="sum"))
        losses += list(_of_triggers(model, item, status[row], when[row], asks[row, :count], answers[row, :count]))
    return torch.stack(losses).sum() / len(items)


def blurred(ids: Tensor) -> Tensor:
    """The batch with some pieces hidden."""
    hidden = (torch.rand(ids.shape) < HIDDEN) & (ids > UNKNOWN)
    return torch.where(hidden, torch.full_like(ids, UNKNOWN), ids)


def pooled_by_sentence(attention: Tensor, told: Tensor, sentence: Tensor) -> Tensor:
    """For each sentence to be read and type, the mean of ``told`` weighted by the softmax of ``attention``."""
    numbers = int(sentence.max()) + 1
    outcome = []
    for number in range(numbers):
        inside = sentence == number
        outcome.append((attention[inside].softmax(0) * told[inside]).sum(0))
    return torch.stack(outcome)


def _of_triggers(
    model: ReaderModel, item: Item, status: Tensor, when: Tensor, asks: Tensor, answers: Tensor
) -> Iterator[Tensor]:
    for number, trigger in enumerate(item.triggers):
        own = list(trigger.pieces)
        state = status[own].mean(0)
        yield functional.cross_entropy(state[None], torch.tensor([trigger.status]))
        if trigger.when >= 0:
            yield functional.cross_entropy(when[own].mean(0)[None], torch.tensor([trigger.when]))
        query = (asks[own].mean(0) + model.kind.weight[trigger.event_type]).view(len(ROLES), ROLE_WIDTH)
        keys = answers.view(-1, len(ROLES), ROLE_WIDTH)
        buckets = torch.from_numpy(item.buckets[number])
        scores = torch.einsum("rw,nrw->rn", query, keys) / ROLE_WIDTH**0.5 + model.distance[:, buckets]
        target = torch.from_numpy(item.roles[number])
        raw = functional.binary_cross_entropy_with_logits(scores, target, reduction="none") * (1 + 2 * target)
        known = torch.from_numpy(item.known)
        yield _ROLE_WEIGHT * (raw.sum(1) * known).sum() / 20
