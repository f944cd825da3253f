"""The annotated texts as arrays to learn from."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from tokenizers import Tokenizer

from corpus import Document, read_documents
from corpus.readings import Reading, read_reading, reading_path
from extract.reader.heads import ROLES, TYPES, distance_bucket
from extract.reader.training.labels import Labelled, Trigger, labelled
from extract.reader.windows import TITLE, windows_of
from extract.text.sentences import sentences

Ints = NDArray[np.int64]
Floats = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Item:
    """A window to learn from: n pieces, s sentences to be read, m triggers."""

    ids: Ints
    """(n,)"""
    sentence: Ints
    """(n,) number of the sentence to be read that a piece belongs to; -1 for context, title and signs."""
    types: Floats
    """(n, types) 1 where a trigger stands."""
    told: Floats
    """(s, types) 1 where the sentence tells of one."""
    triggers: tuple[Trigger, ...]
    buckets: Ints
    """(m, n) how far each piece stands from each trigger."""
    roles: Floats
    """(m, roles, n) 1 where an argument stands."""
    known: Floats
    """(roles,) 0 for the roles that the reading left out."""


def read_examples(folder: Path) -> Iterator[tuple[Document, Reading]]:
    """Every text below a folder that has a reading beside it.

    Raises:
        ValueError: naming every fault of a reading.

    """
    for path in sorted(folder.rglob("*.events.yaml")):
        text = path.with_name(path.name.removesuffix(".events.yaml") + ".md")
        (document,) = (found for found in read_documents([text]) if isinstance(found, Document))
        reading, problems = read_reading(reading_path(text), document.text, document.title)
        if problems or reading is None:
            raise ValueError("\n".join(map(str, problems)))
        yield document, reading


def items_of(
    examples: Sequence[tuple[Document, Reading]],
    tokenizer: Tokenizer,
) -> list[Item]:
    """The windows of all texts, ready to be learned from."""
    found = []
    for document, reading in examples:
        spans = sentences(document.text, document.language)
        windows = windows_of(document.text, document.title, spans, tokenizer)
        found += [_item(each) for each in labelled(document, reading, spans, windows)]
    return found


def _item(each: Labelled) -> Item:
    window = each.window
    count, first = len(window.pieces), window.first
    sentence = np.array(
        [p.sentence - first if first <= p.sentence <= window.last else -1 for p in window.pieces], np.int64
    )
    types = np.zeros((count, len(TYPES)), np.float32)
    told = np.zeros((window.last - first + 1, len(TYPES)), np.float32)
    buckets = np.zeros((len(each.triggers), count), np.int64)
    roles = np.zeros((len(each.triggers), len(ROLES), count), np.float32)
    for number, trigger in enumerate(each.triggers):
        types[list(trigger.pieces), trigger.event_type] = 1
        told[sentence[trigger.pieces[0]], trigger.event_type] = 1
        own, here = trigger.pieces[0], window.pieces[trigger.pieces[0]].sentence
        for at, piece in enumerate(window.pieces):
            buckets[number, at] = distance_bucket(at - own, piece.sentence - here, piece.sentence == TITLE)
        for role, pieces in trigger.roles.items():
            roles[number, role, list(pieces)] = 1
    known = np.array([role not in each.unknown for role in range(len(ROLES))], np.float32)
    ids = np.array([p.id for p in window.pieces], np.int64)
    return Item(ids, sentence, types, told, each.triggers, buckets, roles, known)
