"""A document as windows that the encoder sees at once: the title, sentences read before, and those to be read."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from tokenizers import Tokenizer

from extract.reader.pieces import BEGIN, END
from extract.records import Span

_LONE = re.compile("[\ud800-\udfff]")
"""Halves of characters, which no tokeniser takes."""
LONGEST = 384
"""In pieces, the signs around included."""
_TITLE = 40
_BEFORE = 120
"""Pieces of the sentences before, read again so that "the village" or "two days later" can be linked."""
_SENTENCE = 200
"""A longer sentence is read in stretches."""
_MOST_STRETCHES = 5
"""What has more pieces in a sentence's length is no sentence."""
TITLE = -1
"""Sentence number of the title's pieces."""
NOTHING = -2
"""Sentence number of the signs around."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece with its place in the text (or title) and the number of its sentence."""

    id: int
    start: int
    end: int
    sentence: int


@dataclass(frozen=True, slots=True)
class Window:
    """Pieces in order. Those of sentences ``first`` to ``last`` are to be read; the rest is context."""

    pieces: tuple[Piece, ...]
    first: int
    last: int


def windows_of(text: str, title: str | None, sentences: Sequence[Span], tokenizer: Tokenizer) -> tuple[Window, ...]:
    """The windows of a document; each sentence is to be read in exactly one of them, if long in several."""
    head = _encoded(title or "", 0, TITLE, tokenizer)[:_TITLE]
    stretches = [
        part for number, span in enumerate(sentences) for part in _stretches(text, span, number, tokenizer) if part
    ]
    room = LONGEST - len(head) - 3
    found: list[Window] = []
    at = 0
    while at < len(stretches):
        before = _before(stretches, at, min(_BEFORE, room // 3))
        taken, size = at, sum(map(len, before))
        while taken < len(stretches) and (taken == at or size + len(stretches[taken]) <= room):
            size += len(stretches[taken])
            taken += 1
        read = stretches[at:taken]
        found.append(_window(head, before, read))
        at = taken
    return tuple(found)


def _before(stretches: Sequence[list[Piece]], at: int, most: int) -> list[list[Piece]]:
    """The stretches just before one, as many as have room."""
    found: list[list[Piece]] = []
    size = 0
    for stretch in reversed(stretches[:at]):
        size += len(stretch)
        if size > most:
            break
        found.append(stretch)
    return found[::-1]


def _window(head: list[Piece], before: list[list[Piece]], read: list[list[Piece]]) -> Window:
    begin, end = Piece(BEGIN, 0, 0, NOTHING), Piece(END, 0, 0, NOTHING)
    body = [piece for stretch in (*before, *read) for piece in stretch]
    return Window((begin, *head, end, *body, end), read[0][0].sentence, read[-1][0].sentence)


def _stretches(text: str, span: Span, number: int, tokenizer: Tokenizer) -> list[list[Piece]]:
    pieces = _encoded(text[span.start : span.end], span.start, number, tokenizer)
    return [pieces[i : i + _SENTENCE] for i in range(0, len(pieces), _SENTENCE)][:_MOST_STRETCHES]


def _encoded(text: str, offset: int, number: int, tokenizer: Tokenizer) -> list[Piece]:
    encoding = tokenizer.encode(_LONE.sub("\ufffd", text), add_special_tokens=False)
    return [
        Piece(piece, offset + start + _blanks(text, start, end), offset + end, number)
        for piece, (start, end) in zip(encoding.ids, encoding.offsets, strict=True)
    ]


def _blanks(text: str, start: int, end: int) -> int:
    """How many blanks a piece begins with: its own place is that of its letters."""
    return end - start - len(text[start:end].lstrip())
