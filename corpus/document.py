"""What a document is: a text, and where it came from."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Document:
    """A news text exactly as it was given, with its bibliography.

    Every offset anywhere in the project indexes ``text`` in Unicode code points.
    """

    doc_id: str
    text: str
    outlet: str | None = None
    outlet_country: str | None = None
    """ISO 3166 alpha-2 code of the country the outlet works from."""
    title: str | None = None
    author: str | None = None
    published: date | None = None
    published_basis: str | None = None
    """``stated``, ``inferred``, or ``None`` where there is no date."""
    language: str = "en"
    """ISO 639-1: ``en``, ``ru``, ``az``, ``hy``; another code where the text is in none of them."""
    url: str | None = None
    kind: str = "article"
    """``article``: the outlet's own words; ``digest``: what it reported, retold for this project."""
    sha256: str = ""
    """Of the UTF-8 bytes of ``text``."""
    reading: str | None = None
    """What a person read in it, as YAML (``NAME.events.yaml``); it wins over what the machine reads."""
