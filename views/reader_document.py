"""A document with all that was read in it, whether it is of the corpus or a reader's own."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields
from typing import Any, TypeVar

import geo
from corpus import Document
from extract import Mention, Unresolved
from geo import Filter, Store
from views.told import Told, told

R = TypeVar("R")


@dataclass(frozen=True, slots=True)
class ReadDocument:
    """A document, and what was found in it in the order of the text."""

    document: Document
    mentions: tuple[Mention, ...] = ()
    events: tuple[Told, ...] = ()
    unresolved: tuple[Unresolved, ...] = ()

    @property
    def is_digest(self) -> bool:
        """Whether the text retells what an outlet reported."""
        return self.document.kind == "digest"


def read_document(store: Store, doc_id: str) -> ReadDocument | None:
    """Return a document of a store; ``None`` if the store has no such document."""
    row = geo.document(store, doc_id)
    if row is None:
        return None
    document = _record(Document, row)
    source = {"title": document.title, "author": document.author, "url": document.url}
    return ReadDocument(
        document,
        tuple(_record(Mention, each) for each in geo.mentions_in(store, doc_id)),
        tuple(told({**each, **source}) for each in geo.events_in(store, doc_id)),
        tuple(_record(Unresolved, each) for each in geo.unresolved_in(store, doc_id)),
    )


def _record(kind: type[R], row: Mapping[str, Any]) -> R:
    names = [field.name for field in fields(kind) if field.name in row]  # type: ignore[arg-type]
    return kind(**{name: tuple(row[name]) if isinstance(row[name], list) else row[name] for name in names})


def only(doc_id: str) -> Filter:
    """Return the filter of everything that a document tells, denied events as well."""
    return Filter(documents=(doc_id,), statuses=())
