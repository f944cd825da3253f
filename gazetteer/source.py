"""Reading YAML as written: every scalar a string, every key with its line, nothing dropped in silence."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import yaml

from gazetteer.problems import Problem

_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_BARE_NULLS = frozenset({"", "~", "null"})


class Block(dict[str, Any]):
    """A YAML mapping whose values are strings, lists and further blocks.

    ``line`` is where it begins; ``lines`` gives the line of each key.
    """

    __slots__ = ("line", "lines")

    def __init__(self, line: int) -> None:
        super().__init__()
        self.line = line
        self.lines: dict[str, int] = {}


def read_blocks(path: Path, shown_as: str) -> tuple[list[Block], list[Problem], bool]:
    """The blocks of one file, and what is wrong with its YAML.

    Args:
        path: The file.
        shown_as: What to call it in problems.

    Returns:
        All blocks that could be read before the first syntax error, every problem, and whether the file was read to
        its end. If not, the blocks must not be used as if they were the whole file.

    """
    text, problems = _text(path, shown_as)
    reader = _Reader(text, shown_as)
    blocks = reader.blocks()
    return blocks, problems + reader.problems, not problems and reader.is_whole


def read_block(path: Path, shown_as: str) -> tuple[Block, list[Problem]]:
    """The one block that the whole file is, and what is wrong with its YAML; empty if it cannot be read."""
    text, problems = _text(path, shown_as)
    reader = _Reader(text, shown_as)
    block = reader.block() if not problems else Block(1)
    return block, problems + reader.problems


def _text(path: Path, shown_as: str) -> tuple[str, list[Problem]]:
    try:
        return path.read_bytes().decode("utf-8-sig"), []
    except OSError as error:
        what = f"cannot be read ({error.strerror})"
        return "", [Problem(shown_as, 1, what, "check the path and its permissions")]
    except UnicodeDecodeError as error:
        line = path.read_bytes()[: error.start].count(b"\n") + 1
        return "", [Problem(shown_as, line, "is not UTF-8 text", "save the file with the encoding UTF-8")]


class _Reader:
    """Turns parser events into blocks; faster than composing nodes, and keeps the lines."""

    def __init__(self, text: str, shown_as: str) -> None:
        self._text = text
        self._file = shown_as
        self.problems: list[Problem] = []
        self.is_whole = True
        """Whether all that the file holds was understood as blocks."""
        self._quoted = (0, 0)
        """First and last line of the last quoted text that goes over several lines."""

    def blocks(self) -> list[Block]:
        """The blocks of a file that is a list of them."""
        found: list[Block] = []
        with self._telling_syntax_errors():
            self._read_top(found)
        return found

    def block(self) -> Block:
        """The block that the whole file is."""
        with self._telling_syntax_errors():
            events = self._events()
            for event in events:
                if isinstance(event, yaml.MappingStartEvent):
                    return self._mapping(event, events)
                if isinstance(event, (yaml.SequenceStartEvent, yaml.ScalarEvent)):
                    break
            self._problem(1, "the file is not a block of keys", "write 'key: value' lines")
        return Block(1)

    @contextmanager
    def _telling_syntax_errors(self) -> Iterator[None]:
        try:
            yield
        except RecursionError:
            self.is_whole = False
            self._problem(1, "YAML cannot be read here: too many levels", "write blocks as in the other files")
        except yaml.YAMLError as error:
            self.is_whole = False
            mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
            what = getattr(error, "problem", None) or getattr(error, "reason", None) or str(error)
            line = mark.line + 1 if mark else 1
            opened = self._open_quote(error, line)
            if opened is not None:
                self._problem(
                    opened, "the quote that opens in this line is not closed in it", "close it, or take it out"
                )
            else:
                self._problem(line, f"YAML cannot be read here: {what}", _syntax_remedy(self._text, line))

    def _open_quote(self, error: yaml.YAMLError, line: int) -> int | None:
        """Where the quoted text begins that swallowed what stands before the error; ``None`` if it is another error.

        A quote that is not closed runs on to the next one, many lines below, and only there the parser stumbles.
        """
        context = getattr(error, "context_mark", None)
        if context is not None and getattr(error, "context", None) == "while scanning a quoted scalar":
            return int(context.line) + 1
        first, last = self._quoted
        return first if last == line else None

    def _events(self) -> Iterator[yaml.Event]:
        parser = _Loader(self._text)
        try:
            while parser.check_event():
                event = parser.get_event()
                if isinstance(event, yaml.ScalarEvent) and event.style in ("'", '"'):
                    first, last = _line(event), event.end_mark.line + 1 if event.end_mark else 1
                    self._quoted = (first, last) if first < last else (0, 0)
                yield event
        finally:
            parser.dispose()

    def _problem(self, line: int, what: str, remedy: str) -> None:
        self.problems.append(Problem(self._file, line, what, remedy))

    def _read_top(self, found: list[Block]) -> None:
        events = self._events()
        for event in events:
            if isinstance(event, yaml.SequenceStartEvent):
                self._read_list(events, found)
            elif isinstance(event, (yaml.MappingStartEvent, yaml.ScalarEvent, yaml.AliasEvent)):
                line = _line(event)
                self.is_whole = False
                self._problem(line, "the file is not a list of blocks", "begin every block with '- id: '")
                return

    def _read_list(self, events: Iterator[yaml.Event], found: list[Block]) -> None:
        for event in events:
            if isinstance(event, yaml.SequenceEndEvent):
                return
            value = self._value(event, events)
            if isinstance(value, Block):
                found.append(value)
            else:
                line = _line(event)
                self._problem(line, "this list entry is not a block", "write it as '- id: …' with its keys below")

    def _value(self, event: yaml.Event, events: Iterator[yaml.Event]) -> Any:
        if isinstance(event, yaml.ScalarEvent):
            bare = event.style is None or event.style == ""
            return None if bare and event.value in _BARE_NULLS else event.value
        if isinstance(event, yaml.MappingStartEvent):
            return self._mapping(event, events)
        if isinstance(event, yaml.SequenceStartEvent):
            values = []
            for inner in events:
                if isinstance(inner, yaml.SequenceEndEvent):
                    break
                values.append(self._value(inner, events))
            return values
        self._problem(_line(event), "a YAML alias (*name) is used", "write the value out")
        return None

    def _mapping(self, event: yaml.Event, events: Iterator[yaml.Event]) -> Block:
        block = Block(_line(event))
        for key in events:
            if isinstance(key, yaml.MappingEndEvent):
                break
            line = _line(key)
            name = self._value(key, events)
            value = self._value(next(events), events)
            if not isinstance(name, str):
                self._problem(line, "a key is not plain text", "write 'key: value'")
            elif name in block:
                self._problem(line, f"the key '{name}' stands twice in one block", "keep one of the two")
            else:
                block[name] = value
                block.lines[name] = line
        return block


def _line(event: yaml.Event) -> int:
    return event.start_mark.line + 1 if event.start_mark else 1


def _syntax_remedy(text: str, line: int) -> str:
    lines = text.splitlines()
    nearby = "\n".join(lines[max(0, line - 2) : line])
    if "\t" in nearby:
        return "replace the tab by spaces"
    if nearby.count("{") != nearby.count("}"):
        return "close every '{' with a '}' on the same line"
    return "look at this line and the one above: quotes, commas, brackets and indentation must match"
