"""The parts of a page that are no report: menus, share links, begging, credits, author notes and comments."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from ahocorasick_rs import AhoCorasick, Implementation

from extract.records import Span
from extract.text.sentences import sentences
from extract.text.tokens import fold
from extract.text.wordlists import read_lists

_LINE = re.compile(r"[^\n]+")
_PARTS = re.compile(r"\s*[|•·»›]\s*")
_LABEL = re.compile(r"(?P<word>[^\W\d_]+)\s*(?:[:|©`՝]|\Z)")
_ADDRESS = re.compile(r"\s*(?:https?://|www\.)\S+\s*\Z")
_SURROGATE = re.compile("[\ud800-\udfff]")
_BULLETS = " \t\u00a0•·-–—*>|~#\"'“„«("
_HEADING_ENDS = " \t\u00a0:…0123456789()"
_SHORT_WORDS, _SHORT_LETTERS, _MENU_LINES = 4, 32, 3
_HEAD_LETTERS = 400


@dataclass(frozen=True, slots=True)
class Phrases:
    """What the lexicon says of boilerplate, folded; the phrases of all languages together, for pages mix them."""

    starts: tuple[str, ...]
    labels: frozenset[str]
    held: AhoCorasick
    about_author: AhoCorasick
    headings: frozenset[str]
    menu: frozenset[str]


@dataclass(frozen=True, slots=True)
class _Line:
    start: int
    end: int
    folded: str

    @property
    def is_short(self) -> bool:
        return len(self.folded) <= _SHORT_LETTERS and self.folded.count(" ") < _SHORT_WORDS

    @property
    def bare(self) -> str:
        return self.folded.strip(_BULLETS)


@lru_cache(maxsize=1)
def phrases() -> Phrases:
    """The phrases of ``lexicon/boilerplate.yaml``."""
    lists = read_lists("boilerplate.yaml").values()

    def together(key: str) -> list[str]:
        return sorted({fold(phrase) for language in lists for phrase in language.get(key, ()) if phrase})

    return Phrases(
        starts=tuple(together("starts")),
        labels=frozenset(together("labels")),
        held=AhoCorasick(together("holds"), implementation=Implementation.ContiguousNFA),
        about_author=AhoCorasick(together("about_author"), implementation=Implementation.ContiguousNFA),
        headings=frozenset(together("headings")),
        menu=frozenset(together("menu")),
    )


def boilerplate(text: str, language: str) -> tuple[Span, ...]:
    """The stretches of a text that are no report, in order and without overlap; the text itself is left as it is.

    A stretch is a sentence, a line, or all that follows a heading such as "Comments" in the second half of the text.
    """
    known = phrases()
    lines = [
        _Line(m.start(), m.end(), fold(m[0][:_HEAD_LETTERS]).strip()) for m in _LINE.finditer(text) if m[0].strip()
    ]
    closing = _closing(lines, len(text), known)
    menus = _menu_lines(lines, known)
    found: list[Span] = []
    for line in lines:
        if closing is not None and line.start >= closing:
            break
        whole = (
            line.start in menus
            or _ADDRESS.match(text, line.start, line.end)
            or line.bare.rstrip(_HEADING_ENDS) in known.headings
        )
        found += [Span(line.start, line.end)] if whole else _sentences_of(text, line, language, known)
    if closing is not None:
        found.append(Span(closing, len(text)))
    return tuple(_merged(found, text))


def _sentences_of(text: str, line: _Line, language: str, known: Phrases) -> Iterator[Span]:
    """The boilerplate sentences of a line; after a word on the author, all the rest of it."""
    in_tail = line.start >= 0.8 * len(text)
    for span in sentences(text[line.start : line.end], language):
        start, end = line.start + span.start, line.start + span.end
        folded = fold(text[start:end])
        if in_tail and _holds(known.about_author, folded):
            yield Span(start, line.end)
            return
        if _is_label(folded.lstrip(_BULLETS), known) or _holds(known.held, folded):
            yield Span(start, end)


def _is_label(folded: str, known: Phrases) -> bool:
    label = _LABEL.match(folded)
    return folded.startswith(known.starts) or (label is not None and label["word"] in known.labels)


def _holds(phrases_: AhoCorasick, folded: str) -> bool:
    return bool(phrases_.find_matches_as_indexes(_SURROGATE.sub("\ufffd", folded)))


def _closing(lines: Sequence[_Line], length: int, known: Phrases) -> int | None:
    """Where the heading stands after which nothing of the report follows."""
    headings = (
        line.start
        for line in lines
        if line.start > length / 2 and line.is_short and line.bare.rstrip(_HEADING_ENDS) in known.headings
    )
    return next(headings, None)


def _menu_lines(lines: Sequence[_Line], known: Phrases) -> set[int]:
    """The starts of the lines that are menus: rows of parts, or runs of short lines with a menu's words among them."""
    menus = {line.start for line in lines if _is_row(line.folded, known)}
    run: list[_Line] = []
    for line in [*lines, None]:
        if line is not None and line.is_short and not line.folded.endswith((".", "!", "։", ":")):
            run.append(line)
            continue
        if len(run) >= _MENU_LINES and sum(short.bare in known.menu for short in run) >= max(2, len(run) // 3):
            menus.update(short.start for short in run)
        run = []
    return menus


def _is_row(folded: str, known: Phrases) -> bool:
    parts = [part for part in _PARTS.split(folded) if part]
    return (
        len(parts) >= 3
        and all(len(part) <= _SHORT_LETTERS for part in parts)
        and any(part in known.menu or _is_label(part, known) for part in parts)
    )


def _merged(found: Sequence[Span], text: str) -> Iterator[Span]:
    current: Span | None = None
    for span in found:
        if current is not None and not text[current.end : span.start].strip():
            current = Span(current.start, span.end)
        else:
            if current is not None:
                yield current
            current = span
    if current is not None:
        yield current
