"""Which of a file's keys or columns means which field: our own names, and those that other programs write."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache

FIELDS = (
    "id", "outlet", "outlet_country", "title", "author", "published", "published_basis",
    "language", "url", "kind", "text",
)  # fmt: skip
IGNORED = frozenset({"file", "note", "outletbasis", "sourcetitle", "sha256"})
"""Known from files of the project's own making, and of no use to the reader."""
OTHER_NAMES = {
    "id": ("doc_id",),
    "outlet": (
        "source", "source_name", "media_name", "media", "publisher", "publication", "newspaper", "sitename",
        "source_hostname", "hostname", "domain",
    ),
    "title": ("headline",),
    "author": ("authors", "byline"),
    "published": (
        "date", "publish_date", "date_publish", "date_published", "published_at", "published_date", "published_on",
        "publication_date", "pub_date", "created_at",
    ),
    "language": ("lang",),
    "url": ("link", "source_url", "permalink"),
    "text": ("content", "body", "maintext", "main_text", "full_text", "article", "article_text", "article_body"),
}  # fmt: skip
"""What other programs call a field; where a row has several, the first that holds something is read."""


@cache
def bare(key: str) -> str:
    """The key without what writers differ in: ``pubDate``, ``Pub date`` and ``pub_date`` are one."""
    return re.sub(r"[\W_]+", "", key.casefold())


_MEANT = {bare(name): name for name in FIELDS} | {
    bare(other): name for name, others in OTHER_NAMES.items() for other in others
}
_RANK = {bare(other): rank for others in OTHER_NAMES.values() for rank, other in enumerate(others, start=1)}


def meant_by(key: str) -> str | None:
    """The field that a key means; ``None`` if it is none that is known."""
    return _MEANT.get(bare(key))


def by_field(keys: Mapping[str, object]) -> Iterator[tuple[str, list[str]]]:
    """Each field with the keys that mean it, our own name first."""
    found: dict[str, list[str]] = {}
    for key in keys:
        field = meant_by(key)
        if field is not None:
            found.setdefault(field, []).append(key)
    for field, meaning in found.items():
        yield field, sorted(meaning, key=lambda key: _RANK.get(bare(key), 0))
