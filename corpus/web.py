"""HTML pages: the article without its surroundings, by trafilatura."""

from __future__ import annotations

from collections.abc import Iterator

from corpus.document import Document
from corpus.fields import document_of
from corpus.problem import Problem


def read_html(page: str, *, source: str, fallback_id: str) -> Iterator[Document | Problem]:
    """Yield the article found in a page, with the title, date, outlet and address that the page states."""
    # Here, because whoever reads no page need not wait for it.
    from trafilatura import bare_extraction
    from trafilatura.settings import Document as Page

    try:
        found = bare_extraction(page, with_metadata=True, include_comments=False)
    except Exception as error:
        yield Problem(source, None, f"the page cannot be parsed ({type(error).__name__})", "save the article as .txt")
        return
    if not isinstance(found, Page) or not found.text:
        yield Problem(source, None, "no article was found in the page", "save the article as .txt")
        return
    fields = {
        "text": found.text,
        "title": found.title,
        "author": found.author,
        "published": found.date,
        "published_basis": "inferred" if found.date else None,
        "outlet": found.sitename or found.hostname,
        "url": found.url,
    }
    document, problems = document_of(fields, source=source, line=None, fallback_id=fallback_id)
    yield from problems
    if document is not None:
        yield document
