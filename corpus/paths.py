"""Which files of a folder are documents, and the ids that documents have from their paths."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path

Given = tuple[Path, Path]
"""A file, and the folder that it was given by (its own, if the file itself was named)."""
_SYSTEM = frozenset({"thumbs.db", "desktop.ini"})
_PAGES = (".html", ".htm")


def is_aside(path: Path, root: Path) -> bool:
    """Whether a file of a folder is none of its contents: hidden, a system's own, or a part of another file there.

    Parts are what a browser saves beside a page (``Page_files/`` of ``Page.html``), and the reviewed reading of a
    document (``name.events.yaml``).
    """
    inside = path.relative_to(root)
    if any(part.startswith(".") for part in inside.parts):
        return True
    if path.name.lower() in _SYSTEM or path.name.endswith(".events.yaml"):
        return True
    folders = [root.joinpath(*inside.parts[:depth]) for depth in range(1, len(inside.parts))]
    return any(_is_part_of_page(folder) for folder in folders)


def _is_part_of_page(folder: Path) -> bool:
    if not folder.name.endswith("_files"):
        return False
    page = folder.name.removesuffix("_files")
    return any(folder.with_name(f"{page}{suffix}").is_file() for suffix in _PAGES)


def path_ids(files: Sequence[Given]) -> dict[Given, str]:
    """An id for each file: its path from the given folder on, without the suffix; no two files have the same.

    Where two would, both keep the suffix if only that tells them apart, else the names of the folders above the given
    one go before it, as many as are needed: ``en/1`` and ``ru/1``, as if the folder of both had been given.
    """
    where = {given: given[0].resolve() for given in files}
    ids = {given: given[0].relative_to(given[1]).with_suffix("").as_posix() for given in files}
    # Twice: what keeps its suffix may be called as another file is without.
    for _ in range(2):
        for path, root in _clashing(ids, where, in_one_folder=True):
            ids[path, root] = path.relative_to(root).as_posix()
    above = {root: root.resolve().parts[1:] for _, root in files}
    for depth in range(1, max(map(len, above.values()), default=0) + 1):
        for path, root in _clashing(ids, where):
            inside = ids[path, root].split("/")[-len(path.relative_to(root).parts) :]
            ids[path, root] = "/".join([*above[root][-depth:], *inside])
    return ids


def _clashing(ids: dict[Given, str], where: dict[Given, Path], in_one_folder: bool = False) -> list[Given]:
    """The files whose id another file (of their folder) has as well; a file that is given twice is no other."""
    sharing: dict[tuple[str, Path | None], set[Path]] = defaultdict(set)
    for given, doc_id in ids.items():
        sharing[doc_id, where[given].parent if in_one_folder else None].add(where[given])
    return [
        given
        for given, doc_id in ids.items()
        if len(sharing[doc_id, where[given].parent if in_one_folder else None]) > 1
    ]
