"""What reads events: the trained network, and the word lists that it weighs."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from extract.hints import Lexicon
from extract.hints import load as load_lexicon
from extract.reader.weights import WEIGHTS, Network, load_network


@dataclass(frozen=True, slots=True)
class Reader:
    """A network with the word lists it was trained beside."""

    network: Network
    lexicon: Lexicon

    @property
    def version(self) -> str:
        """Short hash of the weights and of every language file."""
        return f"{self.network.version}-{self.lexicon.version}"


@cache
def load_reader(weights: Path = WEIGHTS) -> Reader:
    """The shipped reader, or one of other weights.

    Raises:
        LexiconError: naming every problem of the language files.

    """
    return Reader(load_network(weights), load_lexicon())
