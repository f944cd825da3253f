"""Markdown with YAML front matter: the form in which the shipped corpus is kept."""

from __future__ import annotations

from collections.abc import Iterator

import yaml

from corpus.document import Document
from corpus.fields import document_of
from corpus.problem import Problem

_FENCE = "---"
_REMEDY = "write one 'key: value' a line between two lines of ---"


def read_markdown(text: str, *, source: str, fallback_id: str) -> Iterator[Document | Problem]:
    """Yield the document of a Markdown file, or what is wrong with it.

    Without front matter the whole file is the text. With it, the text is everything after the closing fence.
    """
    first, _, rest = text.partition("\n")
    if first.rstrip() != _FENCE:
        yield from _report(document_of({"text": text}, source=source, line=None, fallback_id=fallback_id))
        return
    head, body = _split(rest)
    if body is None:
        yield Problem(source, 1, "the front matter is not closed", "add a line of --- below it")
        return
    try:
        # Every scalar stays a string: 'no' and 1991-11-26 mean what is written.
        fields = yaml.load(head, Loader=yaml.BaseLoader)
    except RecursionError:
        yield Problem(source, 2, "the front matter is nested too deeply", _REMEDY)
        return
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        line = mark.line + 2 if mark else 1
        yield Problem(source, line, f"broken front matter: {getattr(error, 'problem', None) or error}", _REMEDY)
        return
    if fields is None or fields == "":
        fields = {}
    if not isinstance(fields, dict):
        yield Problem(source, 2, "the front matter is no list of keys and values", _REMEDY)
        return
    named = {str(key): value for key, value in fields.items()}
    yield from _report(document_of({**named, "text": body}, source=source, line=1, fallback_id=fallback_id))


def _split(rest: str) -> tuple[str, str | None]:
    """Return the front matter and the text after the closing fence (``None`` if it never closes)."""
    at = 0
    for line in rest.splitlines(keepends=True):
        if line.rstrip() == _FENCE:
            return rest[:at], rest[at + len(line) :]
        at += len(line)
    return rest, None


def _report(outcome: tuple[Document | None, list[Problem]]) -> Iterator[Document | Problem]:
    document, problems = outcome
    yield from problems
    if document is not None:
        yield document
