"""The encoder with its heads, in PyTorch."""

from __future__ import annotations

import numpy as np
import torch
from torch import Tensor, nn

from extract.reader.heads import DISTANCES, ROLE_WIDTH, ROLES, STATES, TYPES, WHEN
from extract.reader.training.base import BaseEncoder


class _Dropout(nn.Module):
    """Dropout whose chances are drawn a byte each: four times quicker on a processor than PyTorch's."""

    def __init__(self, share: float) -> None:
        super().__init__()
        self.least = round(share * 256)

    def forward(self, states: Tensor) -> Tensor:
        if not self.training or not self.least:
            return states
        drawn = np.frombuffer(bytearray(_CHANCE.bytes(states.numel())), np.uint8).reshape(states.shape)
        return states * (torch.from_numpy(drawn) >= self.least) * (256 / (256 - self.least))


_CHANCE = np.random.Generator(np.random.SFC64(7))


class _Layer(nn.Module):
    """One layer as BERT has it: attention, then two dense ones, each normalised after it is added."""

    def __init__(self, width: int, heads: int, inner: int, epsilon: float, dropout: float) -> None:
        super().__init__()
        self.heads, self.dropout = heads, _Dropout(dropout)
        self.q, self.k, self.v, self.ao = (nn.Linear(width, width) for _ in range(4))
        self.fi, self.fo = nn.Linear(width, inner), nn.Linear(inner, width)
        self.aln, self.oln = nn.LayerNorm(width, epsilon), nn.LayerNorm(width, epsilon)

    def forward(self, states: Tensor, mask: Tensor) -> Tensor:
        batch, length, width = states.shape
        q, k, v = (
            part(states).view(batch, length, self.heads, width // self.heads).transpose(1, 2)
            for part in (self.q, self.k, self.v)
        )
        scores = q @ k.transpose(-1, -2) / (width // self.heads) ** 0.5 + mask
        seen = (scores.softmax(-1) @ v).transpose(1, 2).reshape(batch, length, width)
        states = self.aln(states + self.dropout(self.ao(seen)))
        return self.oln(states + self.dropout(self.fo(nn.functional.gelu(self.fi(states)))))


class ReaderModel(nn.Module):
    """Pieces in, numbers for each piece out: types, attention, status, dating, and both ends of the links.

    All heads are linear in the states, so that what is said of a trigger is the mean over its pieces.
    """

    def __init__(self, base: BaseEncoder, kept: tuple[int, ...], layers: int, dropout: float = 0.15) -> None:
        super().__init__()
        word = torch.from_numpy(base.tensors["emb.word"][list(kept)])
        self.word = nn.Embedding.from_pretrained(word, freeze=True)
        self.pos = nn.Parameter(torch.from_numpy(base.tensors["emb.pos"] + base.tensors["emb.type"][0]))
        self.norm = nn.LayerNorm(base.width, base.epsilon)
        self.layers = nn.ModuleList(
            _Layer(base.width, base.heads, base.inner, base.epsilon, dropout) for _ in range(layers)
        )
        self.dropout = _Dropout(dropout)
        self.types = nn.Linear(base.width, len(TYPES))
        self.attention = nn.Linear(base.width, len(TYPES))
        self.told = nn.Linear(base.width, len(TYPES))
        self.status = nn.Linear(base.width, len(STATES))
        self.when = nn.Linear(base.width, len(WHEN))
        self.asks = nn.Linear(base.width, len(ROLES) * ROLE_WIDTH)
        self.answers = nn.Linear(base.width, len(ROLES) * ROLE_WIDTH)
        self.kind = nn.Embedding(len(TYPES), len(ROLES) * ROLE_WIDTH)
        self.distance = nn.Parameter(torch.zeros(len(ROLES), DISTANCES))
        nn.init.normal_(self.kind.weight, std=0.02)
        nn.init.constant_(self.types.bias, -4.0)
        nn.init.constant_(self.told.bias, -3.0)
        nn.init.constant_(self.distance, -3.0)
        self._load(base)

    def _load(self, base: BaseEncoder) -> None:
        with torch.no_grad():
            self.norm.weight.copy_(torch.from_numpy(base.tensors["emb.ln.w"]))
            self.norm.bias.copy_(torch.from_numpy(base.tensors["emb.ln.b"]))
            for number, layer in enumerate(self.layers):
                for name in ("q", "k", "v", "ao", "fi", "fo", "aln", "oln"):
                    part = getattr(layer, name)
                    part.weight.copy_(torch.from_numpy(base.tensors[f"l{number}.{name}.w"]))
                    part.bias.copy_(torch.from_numpy(base.tensors[f"l{number}.{name}.b"]))

    def forward(self, ids: Tensor, mask: Tensor) -> tuple[Tensor, ...]:
        """For ids and mask (windows x pieces): types, attention, told, status, when, asks, answers."""
        states = self.dropout(self.norm(self.word(ids) + self.pos[: ids.shape[1]]))
        hidden = (1.0 - mask[:, None, None, :].to(states.dtype)) * -10000.0
        for layer in self.layers:
            states = layer(states, hidden)
        states = self.dropout(states)
        rest = (self.status, self.when, self.asks, self.answers)
        return (self.types(states), self.attention(states), self.told(states), *(head(states) for head in rest))
