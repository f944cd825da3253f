"""From the named values of a front matter, a JSON object or a CSV row to a document."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from datetime import date, datetime
from difflib import get_close_matches

from corpus.document import Document
from corpus.language import language_of
from corpus.problem import Problem

FIELDS = (
    "id", "outlet", "outlet_country", "title", "author", "published", "published_basis",
    "language", "url", "kind", "text",
)  # fmt: skip
IGNORED = ("file", "note", "outlet_basis", "source_title", "sha256", "date")
"""Known from files of the project's own making, and of no use to the reader."""
_ABSENT = frozenset({"", "null", "none", "nan", "~"})
_SURROGATE = re.compile("[\ud800-\udfff]")
"""What is left of bytes that were no UTF-8; no table can hold it."""
_DATE_REMEDY = "write it as YYYY-MM-DD"


def _clean(fields: Mapping[str, object]) -> dict[str, str]:
    """Return the fields that hold something, as strings."""
    known = {}
    for key, value in fields.items():
        if value is None or (key != "text" and str(value).strip().lower() in _ABSENT):
            continue
        known[key] = value if isinstance(value, str) else str(value)
    return known


def published_on(value: str) -> date | None:
    """Return the day of an ISO 8601 date or date and time, or ``None`` if it is no such thing."""
    try:
        return datetime.fromisoformat(value.strip()).date()
    except ValueError:
        return None


def document_of(
    fields: Mapping[str, object], *, source: str, line: int | None, fallback_id: str
) -> tuple[Document | None, list[Problem]]:
    """Return the document, or ``None``, with all that is wrong with its fields.

    Only a missing or empty text leaves a document out; every other fault costs the faulty value alone.
    """
    known = _clean(fields)
    problems = [_unknown(key, source, line) for key in known if key not in FIELDS and key not in IGNORED]
    text = known.get("text", "")
    if not text.strip():
        return None, [*problems, Problem(source, line, "there is no text", "give it one, or remove it")]
    if any(_SURROGATE.search(value) for value in known.values()):
        return None, [*problems, Problem(source, line, "unreadable encoding", "save the file as UTF-8")]
    published = None
    if "published" in known:
        published = published_on(known["published"])
        if published is None:
            what = f"published: {known['published']!r} is no date"
            problems.append(Problem(source, line, what, _DATE_REMEDY, left_out=False))
    url = known.get("url")
    if url and not url.lower().startswith(("http://", "https://")):
        what = f"url: {url[:80]!r} is no web address"
        problems.append(Problem(source, line, what, "begin it with https://", left_out=False))
        url = None
    document = Document(
        doc_id=known.get("id", fallback_id).strip(),
        text=text,
        outlet=known.get("outlet"),
        outlet_country=known.get("outlet_country"),
        title=known.get("title"),
        author=known.get("author"),
        published=published,
        published_basis=known.get("published_basis", "stated") if published else None,
        language=known.get("language", "").strip().lower()[:2] or language_of(text),
        url=url,
        kind=known.get("kind", "article"),
        sha256=hashlib.sha256(text.encode()).hexdigest(),
    )
    return document, problems


def _unknown(key: str, source: str, line: int | None) -> Problem:
    near = get_close_matches(key, FIELDS, n=1)
    remedy = f"did you mean {near[0]}?" if near else f"known are {', '.join(FIELDS)}"
    return Problem(source, line, f"unknown field {key!r} is not read", remedy, left_out=False)
