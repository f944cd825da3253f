"""Documents and what was found in each; text is read by id only."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from inspect import signature
from typing import Any, TypeVar

import pandas as pd

from corpus import Document
from extract import Event, Mention, Unresolved
from geo.filter import Condition, Filter, conditions, sought_words, where
from geo.store import Store

R = TypeVar("R")


def documents(
    store: Store, chosen: Filter | None = None, limit: int | None = 500, offset: int = 0, words: str = ""
) -> pd.DataFrame:
    """The documents, newest first, without their text; with a filter, those of the events that it shows.

    ``words`` must all occur in a document's title, outlet, author or text (see ``sought_words``).
    Columns: all of ``documents`` but text, and events, mentions, unresolved: how many were found in it.
    """
    shown = where(conditions(chosen)) if chosen is not None else None
    limits = {"shown": Condition(f"doc_id IN (SELECT doc_id FROM events WHERE {shown.sql})", {})} if shown else {}
    among = where(limits | {f"word{n}": _holding(n, word) for n, word in enumerate(sought_words(words))})
    page = f"LIMIT {int(limit)} OFFSET {int(offset)}" if limit is not None else f"OFFSET {int(offset)}"
    sql = f"""
        SELECT d.*, {", ".join(f"coalesce({table}.n, 0) AS {table}" for table in _FOUND)}
        FROM (SELECT * EXCLUDE (text) FROM documents WHERE {among.sql}
              ORDER BY published DESC NULLS LAST, doc_id {page}) d
        {" ".join(_FOUND.values())}
        ORDER BY published DESC NULLS LAST, doc_id"""
    return store.frame(sql, {**(shown.values if shown else {}), **among.values})


def _holding(number: int, word: str) -> Condition:
    key = f"sought{number}"
    fields = "concat_ws(' ', title, outlet, author, text)"
    sql = f"contains(strip_accents(lower({fields})), strip_accents(lower(${key})))"
    return Condition(sql, {key: word})


def document(store: Store, doc_id: str) -> dict[str, Any] | None:
    """A document with its text; ``None`` if there is no such document."""
    rows = store.rows("SELECT * FROM documents WHERE doc_id = $doc", {"doc": doc_id})
    return rows[0] if rows else None


def contents(store: Store) -> pd.DataFrame:
    """How many documents there are: columns outlet, country (both ``''`` if not stated), language, year, kind, n."""
    return store.frame("""
        SELECT coalesce(outlet, '') AS outlet, coalesce(outlet_country, '') AS country,
               coalesce(language, '') AS language, year(published) AS year, coalesce(kind, '') AS kind, count(*) AS n
        FROM documents GROUP BY ALL ORDER BY ALL""")


def readings(store: Store) -> dict[str, int]:
    """How many events were read by whom, by ``read_by``."""
    return {row["read_by"]: row["n"] for row in store.rows("SELECT read_by, count(*) AS n FROM events GROUP BY 1")}


def stored_documents(store: Store) -> Iterator[Document]:
    """All documents as they were read, with their texts."""
    return _records(store, "documents", Document)


def stored_mentions(store: Store) -> Iterator[Mention]:
    """All places named, as they were found."""
    return _records(store, "mentions", Mention)


def stored_events(store: Store) -> Iterator[Event]:
    """All events, as they were found."""
    return _records(store, "events", Event)


def stored_unresolved(store: Store) -> Iterator[Unresolved]:
    """All names that were not placed."""
    return _records(store, "unresolved", Unresolved)


def _records(store: Store, table: str, record: Callable[..., R]) -> Iterator[R]:
    names = list(signature(record).parameters)
    columns = ", ".join(f'"{name}"' for name in names)
    for row in store.rows(f"SELECT {columns} FROM {table} ORDER BY doc_id"):
        yield record(**{name: tuple(cell) if isinstance(cell, list) else cell for name, cell in row.items()})


def mentions_in(store: Store, doc_id: str) -> list[dict[str, Any]]:
    """The places named in a document, in the order of the text."""
    return store.rows("SELECT * FROM mentions WHERE doc_id = $doc ORDER BY start, place_id", {"doc": doc_id})


def events_in(store: Store, doc_id: str) -> list[dict[str, Any]]:
    """The events of a document in the order of the text, denied ones as well."""
    sql = "SELECT * EXCLUDE (geometry) FROM events WHERE doc_id = $doc ORDER BY evidence_start, trigger_start, event_id"
    return store.rows(sql, {"doc": doc_id})


def unresolved_in(store: Store, doc_id: str) -> list[dict[str, Any]]:
    """The names in a document that were not placed, in the order of the text."""
    return store.rows("SELECT * FROM unresolved WHERE doc_id = $doc ORDER BY start", {"doc": doc_id})


def inbox(store: Store, limit: int = 200, offset: int = 0) -> pd.DataFrame:
    """Names that were not placed, most frequent first.

    Columns text, n, documents (how many), reason, nearest (known place ids), doc_id and sentence of one example.
    """
    sql = """
        SELECT text, count(*) AS n, count(DISTINCT doc_id) AS documents, min_by(reason, doc_id) AS reason,
               min_by(nearest, doc_id) AS nearest, min(doc_id) AS doc_id, min_by(sentence, doc_id) AS sentence
        FROM unresolved GROUP BY text ORDER BY n DESC, text LIMIT $most OFFSET $skipped"""
    return store.frame(sql, {"most": limit, "skipped": offset})


def trigger_offsets(store: Store) -> dict[str, list[int]]:
    """Where the event words stand in each document that holds a name which was not placed."""
    sql = """
        SELECT doc_id, list(trigger_start ORDER BY trigger_start) AS offsets FROM events
        WHERE doc_id IN (SELECT doc_id FROM unresolved) GROUP BY doc_id"""
    return {row["doc_id"]: row["offsets"] for row in store.rows(sql)}


def mentions_over_time(store: Store, place_id: str) -> pd.DataFrame:
    """How often a place is named by month of publication and tradition of the name: month, tradition, n."""
    sql = """
        SELECT date_trunc('month', published)::DATE AS month, name_tradition AS tradition, count(*) AS n
        FROM mentions JOIN (SELECT doc_id, published FROM documents) USING (doc_id)
        WHERE place_id = $place GROUP BY ALL ORDER BY month NULLS LAST, tradition NULLS LAST"""
    return store.frame(sql, {"place": place_id})


_FOUND = {
    table: f"LEFT JOIN (SELECT doc_id, count(*) AS n FROM {table} GROUP BY doc_id) {table} USING (doc_id)"
    for table in ("events", "mentions", "unresolved")
}
