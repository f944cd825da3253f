"""What the word lists of a language say of a text before the reader weighs it: which words may tell of what."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from corpus import Document
from corpus.readings import EVENT_TYPES
from extract.findings import Findings, inside, is_covered
from extract.hints.model import Language, Lexicon
from extract.hints.sentence import Sentence, read_sentence
from extract.hints.triggers import find_triggers

if TYPE_CHECKING:
    from extract.reader.windows import Window

MARKS = 2 * len(EVENT_TYPES)
"""Numbers for each piece: for each type, whether a word list names the piece, and whether its company agrees."""


@dataclass(frozen=True, slots=True)
class Hint:
    """Words at ``text[start:end]`` that may tell of a type of event."""

    start: int
    end: int
    event_type: str
    agrees: bool
    """Whether the words around are such as the list asks for."""


def read_sentences(document: Document, findings: Findings, language: Language) -> tuple[Sentence, ...]:
    """The sentences that are no boilerplate, their words tagged, in text order."""
    return tuple(
        read_sentence(
            document.text,
            span,
            number,
            language,
            inside(findings.mentions, span.start, span.end),
            inside(findings.actors, span.start, span.end),
        )
        for number, span in enumerate(findings.sentences)
        if not is_covered(findings.boilerplate, span.start, span.end)
    )


def hints_of(sentences: Iterable[Sentence], lexicon: Lexicon, language: Language) -> tuple[Hint, ...]:
    """Every stretch of words that a list names, in text order."""
    return tuple(
        Hint(sentence.tokens[hit.first].start, sentence.tokens[hit.last].end, hit.event_type, hit.refused is None)
        for sentence in sentences
        for hit in find_triggers(sentence, language, lexicon.types)
    )


def marks_of(window: Window, hints: Sequence[Hint]) -> NDArray[np.float32]:
    """The hints as numbers, (pieces, ``MARKS``)."""
    marks = np.zeros((len(window.pieces), MARKS), np.float32)
    own = [(i, piece) for i, piece in enumerate(window.pieces) if piece.sentence >= 0]
    if not own:
        return marks
    low, high = own[0][1].start, own[-1][1].end
    for hint in hints:
        if hint.end <= low or hint.start >= high:
            continue
        kind = EVENT_TYPES.index(hint.event_type)
        for i, piece in own:
            if piece.start < hint.end and hint.start < piece.end:
                marks[i, kind] = 1
                if hint.agrees:
                    marks[i, len(EVENT_TYPES) + kind] = 1
    return marks
