"""What a store says of itself: versions, counts and the hash of every document."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path

from geo.errors import StoreError
from geo.schema import FORMAT

NAME = "manifest.json"


@dataclass(frozen=True, slots=True)
class Manifest:
    """The contents of ``manifest.json``."""

    format: int
    program_version: str
    gazetteer_version: str
    reader_version: str
    corpus_version: str
    """A short hash over the ids and hashes of all documents: equal for equal corpora."""
    counts: Mapping[str, int]
    """Rows by table, and ``stories``."""
    bytes: Mapping[str, int]
    """Size of each table's file, by which a cut-off copy is noticed."""
    documents: Mapping[str, str]
    """SHA-256 of each document's text, by ``doc_id``."""


def corpus_version(documents: Mapping[str, str]) -> str:
    """Twelve hexadecimal digits that change with any document."""
    lines = "\n".join(f"{doc_id} {sha256}" for doc_id, sha256 in sorted(documents.items()))
    return hashlib.sha256(lines.encode()).hexdigest()[:12]


def write_manifest(folder: Path, manifest: Manifest) -> None:
    """Write ``manifest.json`` into the folder."""
    text = json.dumps(asdict(manifest), ensure_ascii=False, indent=1)
    (folder / NAME).write_text(text + "\n", encoding="utf-8")


def read_manifest(folder: Path) -> Manifest:
    """The manifest of a store.

    Raises:
        StoreError: if there is none, it cannot be read, or it was written in another format.

    """
    path = folder / NAME
    if not folder.is_dir():
        raise StoreError(f"{folder}: no such store; make one with: karabakh extract INPUT --out {folder}")
    if not path.is_file():
        raise StoreError(f"{folder}: not a store, it has no {NAME}; name the folder that `karabakh extract` wrote")
    try:
        fields = json.loads(path.read_text(encoding="utf-8"))
        made_by = int(fields["format"])
        if made_by == FORMAT:
            return Manifest(**fields)
    except (ValueError, TypeError, KeyError) as error:
        raise StoreError(f"{path}: damaged ({error}); run `karabakh extract` again") from error
    raise StoreError(f"{path}: store format {made_by}, this program reads {FORMAT}; run `karabakh extract` again")
