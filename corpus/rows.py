"""JSON Lines and CSV: one document a row."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterable, Iterator

from corpus.document import Document
from corpus.fields import document_of
from corpus.naming import FIELDS, meant_by
from corpus.problem import Problem

_LONGEST_CELL = 50_000_000
_JSON_REMEDY = 'write one object a line, such as {"text": "..."}'


def read_jsonl(lines: Iterable[str], *, source: str, fallback_id: str) -> Iterator[Document | Problem]:
    """Yield a document or a problem for each line that is not blank."""
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        try:
            row = json.loads(line)
        except (ValueError, RecursionError) as error:
            yield Problem(source, number, f"broken JSON: {str(error)[:120]}", _JSON_REMEDY)
            continue
        if not isinstance(row, dict):
            yield Problem(source, number, f"a row must be an object, not {type(row).__name__}", _JSON_REMEDY)
            continue
        yield from _row(row, source, number, fallback_id)


def read_csv(lines: Iterable[str], *, source: str, fallback_id: str) -> Iterator[Document | Problem]:
    """Yield a document or a problem for each row; the first row names the fields.

    Commas, semicolons and tabs are told apart by the first row.
    """
    csv.field_size_limit(_LONGEST_CELL)
    stream = iter(lines)
    head = next(stream, "")
    delimiter = max(",;\t", key=head.count)
    names = next(csv.reader([head], delimiter=delimiter), [])
    names = [name.strip().lstrip("\ufeff") for name in names]
    if "text" not in map(meant_by, names):
        yield Problem(source, 1, "no column is called text", f"name the columns in the first row: {', '.join(FIELDS)}")
        return
    reader = csv.reader(stream, delimiter=delimiter)
    while True:
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            yield Problem(source, reader.line_num + 1, f"broken CSV: {error}", "quote cells that hold line breaks")
            continue
        if cells:
            yield from _row(dict(zip(names, cells, strict=False)), source, reader.line_num + 1, fallback_id)


def _row(fields: dict[str, object], source: str, line: int, fallback_id: str) -> Iterator[Document | Problem]:
    document, problems = document_of(fields, source=source, line=line, fallback_id=f"{fallback_id}-{line}")
    yield from problems
    if document is not None:
        yield document
