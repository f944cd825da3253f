"""What reads events: the trained network beside the language files."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from extract.grammar.checks import check_lexicon
from extract.reader.calibration import DEFAULTS
from extract.reader.precedents import PRECEDENTS, Precedents, load_precedents
from extract.reader.weights import WEIGHTS, Network, load_network
from extract.text.lexicon import LexiconError, lexicon_version


@dataclass(frozen=True, slots=True)
class Reader:
    """The network, and what the finders and grammars it is joined to are made of."""

    network: Network
    precedents: Precedents

    @property
    def tuned(self) -> Mapping[str, float]:
        """Thresholds and calibration."""
        return {**DEFAULTS, **self.network.tuned}

    @property
    def version(self) -> str:
        """Short hash of the weights and of every language file."""
        return f"{self.network.version}-{lexicon_version()}"


@cache
def load_reader(weights: Path = WEIGHTS, precedents: Path = PRECEDENTS) -> Reader:
    """The shipped reader, or one of other weights.

    Raises:
        LexiconError: naming every problem of the language files.

    """
    problems = check_lexicon()
    if problems:
        raise LexiconError("\n".join(problems))
    return Reader(load_network(weights), load_precedents(precedents))
