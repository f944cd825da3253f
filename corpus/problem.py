"""What can be wrong with an input, in words that help to mend it."""

from __future__ import annotations

from dataclasses import dataclass


class CorpusError(ValueError):
    """An input that cannot be read at all."""


@dataclass(frozen=True, slots=True)
class Problem:
    """One complaint about one place in one input."""

    source: str
    """The file as the user named it."""
    line: int | None
    what: str
    remedy: str
    left_out: bool = True
    """``False`` where the document went through all the same, without the faulty value."""

    def __str__(self) -> str:
        where = self.source if self.line is None else f"{self.source}:{self.line}"
        fate = "" if self.left_out else " (the document is kept)"
        return f"{where}: {self.what}; {self.remedy}{fate}"
