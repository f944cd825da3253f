"""What can be wrong with a gazetteer file, where, and how to mend it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One thing to mend: prints as ``file:line: what; how to mend it``."""

    file: str
    line: int
    what: str
    remedy: str
    severity: str = "error"
    """``error`` or ``warning``."""

    def __str__(self) -> str:
        mark = "" if self.severity == "error" else f"{self.severity}: "
        return f"{self.file}:{self.line}: {mark}{self.what}; {self.remedy}"


class GazetteerError(Exception):
    """The root of what this folder raises."""


class BrokenGazetteerError(GazetteerError):
    """The files do not make a gazetteer; ``problems`` lists everything that is wrong, never only the first."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(sorted(problems))
        count = len(self.problems)
        noun = "problem" if count == 1 else "problems"
        listed = "\n".join(str(problem) for problem in self.problems)
        super().__init__(f"the gazetteer has {count} {noun}, so nothing was loaded:\n{listed}")

    def __reduce__(self) -> tuple[type[BrokenGazetteerError], tuple[tuple[Problem, ...]]]:
        return type(self), (self.problems,)
