"""What can be wrong with an input, in words that help to mend it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import TypeVar

D = TypeVar("D")


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
    about: str | None = None
    """Problems of one file that are about the same are told once, with their number; ``None`` is told by itself."""

    def __str__(self) -> str:
        where = self.source if self.line is None else f"{self.source}:{self.line}"
        fate = "" if self.left_out else " (the document is kept)"
        return f"{where}: {self.what}; {self.remedy}{fate}"


def told_once(outcomes: Iterable[D | Problem]) -> Iterator[D | Problem]:
    """The same outcomes of one file; of problems about the same the first, at the end, with how often it is so."""
    first: dict[str, Problem] = {}
    times: dict[str, int] = {}
    for outcome in outcomes:
        if isinstance(outcome, Problem) and outcome.about is not None:
            first.setdefault(outcome.about, outcome)
            times[outcome.about] = times.get(outcome.about, 0) + 1
        else:
            yield outcome
    for about, problem in first.items():
        number = times[about]
        yield problem if number == 1 else replace(problem, what=f"{problem.what} (so in {number} rows)")
