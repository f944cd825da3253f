"""Reads YAML as strings with their lines, and collects what is wrong instead of stopping at it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import yaml
from rapidfuzz import process

from extract.text.patterns import Pattern, PatternError, compile_patterns

MAX_BYTES = 2_000_000


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One thing to mend: where it is, what is wrong, and what to write instead."""

    file: str
    line: int
    message: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.message}"


@dataclass(frozen=True, slots=True)
class Text:
    """A scalar, always a string, with its line."""

    value: str
    line: int


@dataclass(frozen=True, slots=True)
class Block:
    """A mapping: each key's node, with the line on which the block starts."""

    keys: dict[str, yaml.Node]
    lines: dict[str, int]
    line: int


class Reader:
    """Reads one folder of lexicon files; ``problems`` grows as it goes."""

    def __init__(self, home: Path) -> None:
        self.home = home
        self.problems: list[Problem] = []
        self.file = ""

    def wrong(self, line: int, message: str) -> None:
        """Note a problem in the file at hand."""
        self.problems.append(Problem(self.file, line, message))

    def open(self, path: Path) -> yaml.Node | None:
        """The root node of a file, or ``None`` with a problem noted."""
        self.file = path.relative_to(self.home.parent).as_posix()
        try:
            text = path.read_text(encoding="utf-8")
            if len(text) > MAX_BYTES:
                self.wrong(1, f"larger than {MAX_BYTES} characters: split it into several files")
                return None
            if any(isinstance(token, yaml.AliasToken) for token in yaml.scan(text, Loader=yaml.SafeLoader)):
                self.wrong(1, "aliases (*name) are not used here: quote words that begin with a star")
                return None
            node = yaml.compose(text, Loader=yaml.SafeLoader)
        except (OSError, UnicodeDecodeError) as error:
            self.wrong(1, f"cannot be read: {error}")
            return None
        except yaml.MarkedYAMLError as error:
            mark = error.problem_mark or error.context_mark
            self.wrong(mark.line + 1 if mark else 1, f"is no YAML: {error.problem}; quote words with * @ : # in them")
            return None
        if node is None:
            self.wrong(1, "is empty: remove it or fill it")
        return node

    def block(self, node: yaml.Node, allowed: Iterable[str], what: str) -> Block:
        """A mapping with known keys only; unknown and repeated keys are noted and left out."""
        line = node.start_mark.line + 1
        keys: dict[str, yaml.Node] = {}
        lines: dict[str, int] = {}
        if not isinstance(node, yaml.MappingNode):
            self.wrong(line, f"{what} must be written as `key: value` lines")
            return Block(keys, lines, line)
        known = tuple(allowed)
        for key_node, value in node.value:
            key = str(key_node.value)
            at = key_node.start_mark.line + 1
            if known and key not in known:
                self.wrong(at, f"unknown key {key!r} in {what}{self.meant(key, known)}; known are {', '.join(known)}")
            elif key in keys:
                self.wrong(at, f"{key!r} is given twice in {what}: keep one")
            else:
                keys[key], lines[key] = value, at
        return Block(keys, lines, line)

    def meant(self, value: str, known: Iterable[str]) -> str:
        """``": did you mean 'x'?"`` or nothing."""
        best = process.extractOne(value, list(known), score_cutoff=60)
        return f": did you mean {best[0]!r}?" if best else ""

    def items(self, node: yaml.Node | None, what: str) -> list[yaml.Node]:
        """The members of a list; a single value counts as a list of one."""
        if node is None:
            return []
        if isinstance(node, yaml.SequenceNode):
            return list(node.value)
        if isinstance(node, yaml.ScalarNode) and node.value != "":
            return [node]
        self.wrong(node.start_mark.line + 1, f"{what} must be a list")
        return []

    def texts(self, node: yaml.Node | None, what: str) -> list[Text]:
        """The strings of a list."""
        texts = []
        for member in self.items(node, what):
            if isinstance(member, yaml.ScalarNode):
                texts.append(Text(str(member.value), member.start_mark.line + 1))
            else:
                self.wrong(member.start_mark.line + 1, f"{what} must hold plain words")
        return texts

    def text(self, block: Block, key: str, default: str, choices: Iterable[str] = ()) -> str:
        """One string of a block, out of ``choices`` if there are any."""
        node = block.keys.get(key)
        if node is None:
            return default
        known = tuple(choices)
        value = str(node.value) if isinstance(node, yaml.ScalarNode) else ""
        if known and value not in known:
            hint = f"{key} is {value!r}{self.meant(value, known)}; it can be {', '.join(known)}"
            self.wrong(block.lines[key], hint)
            return default
        return value

    def number(self, block: Block, key: str) -> float | None:
        """One number of a block."""
        value = self.text(block, key, "")
        if not value:
            return None
        try:
            return float(value)
        except ValueError:
            self.wrong(block.lines[key], f"{key} is {value!r}: write a number")
            return None

    def yes(self, block: Block, key: str) -> bool:
        """Whether a block says ``key: true``."""
        return self.text(block, key, "false", ("true", "false")) == "true"

    def patterns(self, node: yaml.Node | None, what: str) -> list[tuple[Pattern, int]]:
        """The compiled patterns of a list, each with its line."""
        found: list[tuple[Pattern, int]] = []
        for text in self.texts(node, what):
            try:
                found.extend((pattern, text.line) for pattern in compile_patterns(text.value))
            except PatternError as error:
                self.wrong(text.line, str(error))
        return found
