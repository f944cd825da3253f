"""The words by which a language says how a place stands to what happened: ``lexicon/relations/*.yaml``."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import yaml

from extract.grammar.blocks import Reader
from extract.text.lexicon import LEXICON, LexiconError
from extract.text.patterns import Pattern, PatternIndex
from extract.text.tokens import fold

RELATIONS = ("at", "near", "toward", "to", "from", "via", "of", "by", "object")
LISTS = ("joiner", "skip")
_KEYS = ("relation", "before", "after", "endings", "km", "note")


@dataclass(frozen=True, slots=True)
class Relation:
    """How a place stands to what happened, by the words around its name or the name's ending."""

    relation: str
    before: tuple[Pattern, ...] = ()
    after: tuple[Pattern, ...] = ()
    endings: tuple[str, ...] = ()
    km: float | None = None


@dataclass(frozen=True, slots=True)
class RelationWords:
    """The relations of one language, in the order in which their endings count, ready to be found."""

    relations: tuple[Relation, ...]
    index: PatternIndex
    keys: tuple[tuple[int, str], ...]
    """For each pattern of ``index``, the number of its relation and its side of the name: ``before`` or ``after``."""
    lists: PatternIndex
    list_keys: tuple[str, ...]
    """For each pattern of ``lists``, whether it joins places or may be skipped: ``joiner`` or ``skip``."""


@cache
def relation_words(language: str) -> RelationWords | None:
    """The words of a language; ``None`` for one that has no file.

    Raises:
        LexiconError: naming every fault of the file.

    """
    path = LEXICON / "relations" / f"{language}.yaml"
    return read_relation_words(path) if path.is_file() else None


def read_relation_words(path: Path) -> RelationWords:
    """The words of one file.

    Raises:
        LexiconError: naming every fault of the file, with line and remedy.

    """
    reader = Reader(path.parent)
    node = reader.open(path)
    words = _read(reader, node) if node is not None else _indexed((), [])
    if reader.problems:
        raise LexiconError("\n".join(map(str, sorted(set(reader.problems)))))
    return words


def _read(reader: Reader, node: yaml.Node) -> RelationWords:
    block = reader.block(node, ("lists", "relations"), "a file of relations")
    listed: list[tuple[str, Pattern]] = []
    if "lists" in block.keys:
        for name, child in reader.block(block.keys["lists"], LISTS, "lists").keys.items():
            listed.extend((name, pattern) for pattern, _ in reader.patterns(child, f"list {name}"))
    relations = tuple(_relation(reader, child) for child in reader.items(block.keys.get("relations"), "relations"))
    return _indexed(relations, listed)


def _indexed(relations: tuple[Relation, ...], listed: Sequence[tuple[str, Pattern]]) -> RelationWords:
    sided = [
        (number, side, pattern)
        for number, relation in enumerate(relations)
        for side, patterns in (("before", relation.before), ("after", relation.after))
        for pattern in patterns
    ]
    return RelationWords(
        relations,
        PatternIndex(pattern for _, _, pattern in sided),
        tuple((number, side) for number, side, _ in sided),
        PatternIndex(pattern for _, pattern in listed),
        tuple(name for name, _ in listed),
    )


def _relation(reader: Reader, node: yaml.Node) -> Relation:
    block = reader.block(node, _KEYS, "a relation")
    return Relation(
        relation=reader.text(block, "relation", "at", RELATIONS),
        before=tuple(pattern for pattern, _ in reader.patterns(block.keys.get("before"), "before")),
        after=tuple(pattern for pattern, _ in reader.patterns(block.keys.get("after"), "after")),
        endings=tuple(fold(t.value.lstrip("*")) for t in reader.texts(block.keys.get("endings"), "endings")),
        km=reader.number(block, "km"),
    )
