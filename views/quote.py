"""A quoted sentence as HTML in which nothing that a text says can run, with what was read in it marked."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from html import escape
from urllib.parse import urlsplit


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch of the document that is marked as ``trigger``, ``place`` or ``date``."""

    start: int
    end: int
    role: str


def marked(sentence: str, starts_at: int, marks: Iterable[Mark], labels: dict[str, str]) -> str:
    """Return the sentence as HTML with its marks; where two overlap, the one that begins first stays.

    Args:
        sentence: verbatim text.
        starts_at: the offset of its first character in the document, which the marks count from.
        marks: what to mark; what lies outside the sentence is passed over.
        labels: for each role, the words that a screen reader hears and a pointer shows.

    """
    html: list[str] = []
    done = 0
    for mark in sorted(marks, key=lambda mark: (mark.start, -mark.end)):
        start, end = mark.start - starts_at, mark.end - starts_at
        if done <= start < end <= len(sentence):
            html.append(escape(sentence[done:start]))
            html.append(_mark(sentence[start:end], mark.role, labels[mark.role]))
            done = end
    html.append(escape(sentence[done:]))
    return "".join(html)


def _mark(text: str, role: str, label: str) -> str:
    return f'<mark class="{role}" title="{escape(label)}">{escape(text)}</mark>'


def safe_link(url: str | None) -> str | None:
    """Return the address if it is one that a browser may open, http or https with a host, else ``None``."""
    if not url:
        return None
    try:
        parts = urlsplit(url.strip())
    except ValueError:
        return None
    return url.strip() if parts.scheme.lower() in ("http", "https") and parts.netloc else None


def anchor(url: str | None, words: str) -> str:
    """Return a link that opens in a new tab and tells the other site nothing, or only the words if it is unsafe."""
    safe = safe_link(url)
    if safe is None:
        return escape(words)
    return f'<a href="{escape(safe)}" target="_blank" rel="noopener noreferrer">{escape(words)}</a>'
