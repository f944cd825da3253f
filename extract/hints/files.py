"""Turns the nodes of lexicon files into event types, triggers and relations."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from pathlib import Path

import yaml

from extract.hints.compile import compile_language
from extract.hints.model import RELATIONS, EventType, Language, Relation, Trigger
from extract.hints.parsing import Block, Reader
from extract.text.patterns import Pattern
from extract.text.tokens import fold

BUILT_IN = frozenset({"place", "road", "settlement", "area", "country", "line", "actor", "number"})
LISTS = ("clause", "after_comma", "joiner", "skip", "outlet", "clause_end")
_TYPE_KEYS = ("family", "specificity", "beside", "note")
_TRIGGER_KEYS = ("words", "with", "also", "without", "within", "weak", "note")
_RELATION_KEYS = ("relation", "before", "after", "endings", "km", "note")


def read_types(reader: Reader, path: Path) -> dict[str, EventType]:
    """The event types of ``types.yaml`` by id."""
    node = reader.open(path)
    if node is None:
        return {}
    found = {}
    for type_id, child in reader.block(node, (), "types.yaml").keys.items():
        block = reader.block(child, _TYPE_KEYS, f"type {type_id}")
        family = reader.text(block, "family", type_id)
        found[type_id] = EventType(
            id=type_id,
            family=family,
            specificity=int(reader.number(block, "specificity") or 0),
            beside=tuple(text.value for text in reader.texts(block.keys.get("beside"), "beside")),
        )
    return found


def read_language(reader: Reader, folder: Path, types: Mapping[str, EventType]) -> Language:
    """Grammar and triggers of one language folder."""
    words: dict[str, list[Pattern]] = defaultdict(list)
    relations: list[Relation] = []
    _read_grammar(reader, folder / "grammar.yaml", words, relations)
    triggers: list[Trigger] = []
    never: list[tuple[str, Pattern]] = []
    for path in sorted(folder.glob("*.yaml")):
        if path.name != "grammar.yaml":
            _read_triggers(reader, path, types, triggers, never)
    if words:
        _check_classes(reader, words, triggers)
    return compile_language(folder.name, triggers, never, relations, words)


def _read_grammar(reader: Reader, path: Path, words: dict[str, list[Pattern]], relations: list[Relation]) -> None:
    node = reader.open(path)
    if node is None:
        return
    block = reader.block(node, ("classes", "lists", "relations"), "grammar.yaml")
    for name, child in _children(reader, block, "classes", ()):
        words[name].extend(pattern for pattern, _ in reader.patterns(child, f"class {name}"))
    for name, child in _children(reader, block, "lists", LISTS):
        words[f"_{name}"].extend(pattern for pattern, _ in reader.patterns(child, f"list {name}"))
    for child in reader.items(block.keys.get("relations"), "relations"):
        relations.append(_relation(reader, child))


def _children(reader: Reader, block: Block, key: str, allowed: Iterable[str]) -> list[tuple[str, yaml.Node]]:
    node = block.keys.get(key)
    return list(reader.block(node, allowed, key).keys.items()) if node is not None else []


def _relation(reader: Reader, node: yaml.Node) -> Relation:
    block = reader.block(node, _RELATION_KEYS, "a relation")
    return Relation(
        relation=reader.text(block, "relation", "at", RELATIONS),
        before=tuple(pattern for pattern, _ in reader.patterns(block.keys.get("before"), "before")),
        after=tuple(pattern for pattern, _ in reader.patterns(block.keys.get("after"), "after")),
        endings=tuple(fold(t.value.lstrip("*")) for t in reader.texts(block.keys.get("endings"), "endings")),
        km=reader.number(block, "km"),
    )


def _read_triggers(
    reader: Reader,
    path: Path,
    types: Mapping[str, EventType],
    triggers: list[Trigger],
    never: list[tuple[str, Pattern]],
) -> None:
    node = reader.open(path)
    if node is None:
        return
    block = reader.block(node, ("event", "triggers", "never", "note"), "a trigger file")
    event = reader.text(block, "event", "", tuple(types))
    if "event" not in block.keys:
        reader.wrong(block.line, f"no `event:`; write one of {', '.join(types)}")
    never.extend((event, pattern) for pattern, _ in reader.patterns(block.keys.get("never"), "never"))
    for child in reader.items(block.keys.get("triggers"), "triggers"):
        triggers.extend(_triggers(reader, child, event))


def _triggers(reader: Reader, node: yaml.Node, event: str) -> list[Trigger]:
    if not isinstance(node, yaml.MappingNode):
        return [Trigger(event, p, file=reader.file, line=line) for p, line in reader.patterns(node, "a trigger")]
    block = reader.block(node, _TRIGGER_KEYS, "a trigger")
    if "words" not in block.keys:
        reader.wrong(block.line, "a trigger without `words:` never fires")
    bars = tuple(pattern for pattern, _ in reader.patterns(block.keys.get("without"), "without"))
    reach = _reach(reader, block)
    groups = [reader.patterns(block.keys.get(key), key) for key in ("with", "also") if key in block.keys]
    return [
        Trigger(
            event_type=event,
            pattern=pattern,
            needs=tuple(tuple(p for p, _ in group) for group in groups),
            bars=bars,
            reach=reach,
            weak=reader.yes(block, "weak"),
            file=reader.file,
            line=line,
        )
        for pattern, line in reader.patterns(block.keys.get("words"), "words")
    ]


def _reach(reader: Reader, block: Block) -> int | None:
    said = reader.text(block, "within", "clause")
    if said in ("clause", "sentence"):
        return {"clause": None, "sentence": -1}[said]
    if said.isdigit():
        return int(said)
    reader.wrong(block.lines["within"], f"within is {said!r}: write clause, sentence or a number of words")
    return None


def _check_classes(reader: Reader, words: Mapping[str, list[Pattern]], triggers: list[Trigger]) -> None:
    known = BUILT_IN | {name for name in words if not name.startswith("_")}
    used = [(t.file, t.line, (t.pattern, *(p for group in t.needs for p in group), *t.bars)) for t in triggers]
    for reader.file, line, patterns in used:
        tags = {tag for pattern in patterns for element in pattern.elements for tag in element.tags}
        for tag in sorted(tags - known):
            reader.wrong(line, f"no class @{tag}{reader.meant(tag, known)}; define it in grammar.yaml")
