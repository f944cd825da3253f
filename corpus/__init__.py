"""Documents and where they came from: readers for Markdown, plain text, HTML, JSON Lines and CSV."""

from pathlib import Path

from corpus.checking import EXAMPLES, KeptText, balance, check, kept_texts
from corpus.document import Document
from corpus.language import language_of
from corpus.problem import CorpusError, Problem
from corpus.reading import LARGEST_DOCUMENT, SUFFIXES, read_bytes, read_documents

SHIPPED = Path(__file__).parent / "documents"
"""The folder of the shipped digests."""

__all__ = [
    "EXAMPLES",
    "LARGEST_DOCUMENT",
    "SHIPPED",
    "SUFFIXES",
    "CorpusError",
    "Document",
    "KeptText",
    "Problem",
    "balance",
    "check",
    "kept_texts",
    "language_of",
    "read_bytes",
    "read_documents",
]
