"""From the named values of a front matter, a JSON object or a CSV row to a document."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Mapping
from datetime import date
from difflib import get_close_matches

from corpus.document import Document
from corpus.language import language_of
from corpus.naming import FIELDS, IGNORED, bare, by_field, meant_by
from corpus.problem import Problem
from corpus.published import FIRST, LAST, published_on

_ABSENT = frozenset({"", "null", "none", "nan", "nat", "~"})
_SURROGATE = re.compile("[\ud800-\udfff]")
"""What is left of bytes that were no UTF-8; no table can hold it."""
_DATE_REMEDY = "write it as YYYY-MM-DD"
_ARMENIAN = frozenset({"armenian", "arm", "hye"})
"""Of the languages read here the only one whose name does not begin with its code."""
_SHOWN = 80
"""Characters of a value or key that a complaint quotes."""


def document_of(
    fields: Mapping[str, object], *, source: str, line: int | None, fallback_id: str
) -> tuple[Document | None, list[Problem]]:
    """Return the document, or ``None``, with all that is wrong with its fields.

    Only a missing or empty text leaves a document out; every other fault costs the faulty value alone.
    """
    teller = _Teller(source, line)
    known = _known(fields, teller)
    problems = teller.problems
    text = known.get("text", "")
    if not text.strip():
        return None, [*problems, Problem(source, line, "there is no text", "give it one, or remove it")]
    if any(_SURROGATE.search(value) for value in known.values()):
        return None, [*problems, Problem(source, line, "unreadable encoding", "save the file as UTF-8")]
    published = _published(known, teller)
    url = known.get("url")
    if url and not _is_address(url):
        teller.tell("url", f"url: {url[:_SHOWN]!r} is no web address", "begin it with https://")
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
        language=_language(known.get("language", "")) or language_of(text),
        url=url,
        kind=known.get("kind", "article"),
        sha256=hashlib.sha256(text.encode()).hexdigest(),
    )
    return document, problems


class _Teller:
    """What is wrong with one row; the same in other rows of its file is told with it."""

    def __init__(self, source: str, line: int | None) -> None:
        self._source, self._line = source, line
        self.problems: list[Problem] = []

    def tell(self, about: str, what: str, remedy: str) -> None:
        """Complain of something that costs a value and not the document."""
        self.problems.append(Problem(self._source, self._line, what, remedy, left_out=False, about=about))


def _known(fields: Mapping[str, object], teller: _Teller) -> dict[str, str]:
    """The fields that hold something, as strings, whatever the file calls them."""
    plain = {key: _plain(key, value, teller) for key, value in fields.items()}
    for key in fields:
        if meant_by(key) is None and plain[key] is not None and bare(key) not in IGNORED:
            teller.tell(f"unknown {key}", *_unknown(key))
    known: dict[str, str] = {}
    for field, keys in by_field(fields):
        held = [(key, value) for key in keys if (value := plain[key]) is not None]
        if field == "outlet":
            # Programs that call the address "source" give the outlet another name.
            addresses = [value for key, value in held if _is_address(value) and key != field]
            held = [(key, value) for key, value in held if value not in addresses]
            if addresses:
                known.setdefault("url", addresses[0])
        if held:
            known[field] = held[0][1]
            _tell_others(field, held, teller)
    return known


def _tell_others(field: str, held: list[tuple[str, str]], teller: _Teller) -> None:
    (chosen, value), *others = held
    for key, other in others:
        if other != value and not (field == "published" and published_on(other) == published_on(value)):
            what = f"{field} is read from {chosen!r}, and {key!r} says something else"
            teller.tell(f"{field} {key}", what, "keep one of the two if the other is meant")


def _plain(key: str, value: object, teller: _Teller) -> str | None:
    """What a value says, as a string; ``None`` if it holds nothing, or nothing that can be read."""
    field = meant_by(key)
    if field == "text":
        written = _written(value)
        if written is None and value is not None:
            teller.tell(f"form {key}", f"{key} is no text but {type(value).__name__}", "write it as a string")
        return written
    if value is None or isinstance(value, str):
        return None if value is None or value.strip().lower() in _ABSENT else value
    if isinstance(value, Mapping):
        named = value.get("name")
        value = [named] if isinstance(named, str) else [value]
    if isinstance(value, Iterable):
        parts = [part.get("name") if isinstance(part, Mapping) else part for part in value]
        if field is not None and any(isinstance(part, Mapping | list) or part is None for part in parts):
            teller.tell(f"form {key}", f"{key} is no single value", "write one value, or a list of values")
            return None
        return ", ".join(str(part) for part in parts) or None
    return None if str(value).lower() in _ABSENT else str(value)


def _written(value: object) -> str | None:
    """A text, or the parts of one put together, as chat programs write it."""
    if isinstance(value, str):
        return value
    if isinstance(value, Mapping):
        return _written(value.get("text")) if "text" in value else None
    if isinstance(value, list):
        parts = [_written(part) for part in value]
        return None if None in parts else "".join(part for part in parts if part is not None)
    return None


def _published(known: Mapping[str, str], teller: _Teller) -> date | None:
    value = known.get("published")
    if value is None:
        return None
    day = published_on(value)
    if day is None:
        teller.tell("published", f"published: {value[:_SHOWN]!r} is no date", _DATE_REMEDY)
        return None
    if not FIRST <= day <= LAST:
        what = f"published: {value[:_SHOWN]!r} is not between {FIRST.year} and {LAST.year}"
        teller.tell("published range", what, "correct it, or leave it empty")
        return None
    return day


def _language(name: str) -> str:
    code = name.strip().lower()
    return "hy" if code in _ARMENIAN else code[:2]


def _is_address(value: str) -> bool:
    return value.lower().startswith(("http://", "https://"))


def _unknown(key: str) -> tuple[str, str]:
    near = get_close_matches(key.lower(), FIELDS, n=1)
    remedy = f"did you mean {near[0]}?" if near else f"known are {', '.join(FIELDS)}"
    return f"unknown field {key[:_SHOWN]!r} is not read", remedy
