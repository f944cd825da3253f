"""Taking away exactly the filtered rows: CSV, GeoJSON, GeoParquet, GeoPackage, and the sources as BibTeX."""

from __future__ import annotations

import json
import os
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import geopandas
import pandas as pd
import pyarrow.parquet as pq
import shapely

from geo.errors import ExportError
from geo.filter import Filter, conditions, where
from geo.queries import ORDERS, SHOWN, SOURCES
from geo.reading import documents
from geo.store import Store

_FORMULA = ("=", "+", "-", "@", "\t", "\r")
_LISTS = ("via", "rules")


def frame(store: Store, chosen: Filter) -> geopandas.GeoDataFrame:
    """All filtered events with geometry (WGS 84), source and the versions they were made with, in a fixed order.

    Events without place have a missing geometry.
    """
    shown = where(conditions(chosen))
    sql = f"""
        SELECT {SHOWN}, e.geometry FROM (SELECT * FROM events WHERE {shown.sql}) e LEFT JOIN {SOURCES} USING (doc_id)
        ORDER BY {ORDERS["date"]}"""
    rows = store.frame(sql, shown.values)
    shapes = shapely.from_wkb(
        [None if cell is None else bytes(cell) for cell in rows.pop("geometry").replace({pd.NA: None})]
    )
    versions = {
        "corpus_version": store.manifest.corpus_version,
        "gazetteer_version": store.manifest.gazetteer_version,
        "reader_version": store.manifest.reader_version,
        "program_version": store.manifest.program_version,
    }
    return geopandas.GeoDataFrame(rows.assign(**versions), geometry=list(shapes), crs=4326)


def export_events(store: Store, chosen: Filter, path: Path) -> int:
    """Write the filtered events; the ending decides: ``.csv``, ``.geojson``, ``.parquet``, ``.gpkg`` or ``.bib``.

    The file appears when it is whole; one that was there stays if anything fails. Returns the number of events, or of
    sources for ``.bib``.

    Raises:
        ExportError: for another ending, or if the file cannot be written.

    """
    path = Path(path)
    writer = WRITERS.get(path.suffix.lower())
    if writer is None:
        raise ExportError(f"{path}: unknown ending {path.suffix or '(none)'!r}; use one of {', '.join(WRITERS)}")
    with whole_file(path) as unfinished:
        return writer(store, chosen, unfinished)


def export_bytes(store: Store, chosen: Filter, suffix: str) -> bytes:
    """The same as bytes, for a download."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"events{suffix}"
        export_events(store, chosen, path)
        return path.read_bytes()


def bibtex(store: Store, chosen: Filter) -> str:
    """The documents of the filtered events as BibTeX entries."""
    return "\n".join(_entries(store, chosen))


def _csv(store: Store, chosen: Filter, path: Path) -> int:
    """UTF-8 with a byte order mark, without which Excel misreads ``ə`` and ``Ստ``."""
    events = frame(store, chosen)
    table = pd.DataFrame(events.drop(columns="geometry"))
    for column in table.columns:
        table[column] = [_cell(value) for value in table[column]]
    table.to_csv(path, index=False, encoding="utf-8-sig", lineterminator="\r\n")
    return len(table)


def _geojson(store: Store, chosen: Filter, path: Path) -> int:
    events = _flat(frame(store, chosen))
    text = json.loads(events.to_json(drop_id=True, na="null", default=str))
    text["metadata"] = {"credit": "Karabakh Atlas", "versions": _versions(store), "crs": "WGS 84, longitude first"}
    path.write_text(json.dumps(text, ensure_ascii=False), encoding="utf-8")
    return len(events)


def _parquet(store: Store, chosen: Filter, path: Path) -> int:
    events = frame(store, chosen)
    for column in ("published", "date_start", "date_end"):
        events[column] = pd.Series(events[column], dtype="date32[pyarrow]")
    events.to_parquet(path, index=False, schema_version="1.1.0")
    return int(pq.read_metadata(path).num_rows)


def _geopackage(store: Store, chosen: Filter, path: Path) -> int:
    events = _flat(frame(store, chosen))
    for column in ("published", "date_start", "date_end"):
        events[column] = pd.to_datetime(events[column]).astype("datetime64[ms]")
    events.to_file(path, driver="GPKG", layer="events", engine="pyogrio")
    return len(events)


def _bib(store: Store, chosen: Filter, path: Path) -> int:
    entries = _entries(store, chosen)
    path.write_text("\n".join(entries), encoding="utf-8")
    return len(entries)


WRITERS: dict[str, Callable[[Store, Filter, Path], int]] = {
    ".csv": _csv,
    ".geojson": _geojson,
    ".parquet": _parquet,
    ".gpkg": _geopackage,
    ".bib": _bib,
}
"""By ending."""


def _flat(events: geopandas.GeoDataFrame) -> geopandas.GeoDataFrame:
    return events.assign(**{column: [_joined(value) for value in events[column]] for column in _LISTS})


def _joined(value: Any) -> str:
    return "; ".join(map(str, value)) if value is not None and not isinstance(value, float) else ""


def _cell(value: Any) -> Any:
    """Text that a spreadsheet would run as a formula gets an apostrophe in front, which it does not show."""
    if isinstance(value, str):
        return f"'{value}" if value.startswith(_FORMULA) else value
    if hasattr(value, "__len__"):
        return _cell(_joined(value))
    return value


def _versions(store: Store) -> dict[str, str]:
    manifest = store.manifest
    return {
        "corpus": manifest.corpus_version,
        "gazetteer": manifest.gazetteer_version,
        "program": manifest.program_version,
    }


def _entries(store: Store, chosen: Filter) -> list[str]:
    sources = documents(store, chosen, limit=None).to_dict("records")
    rows = ({str(key): value for key, value in row.items()} for row in sources)
    return [_entry(number, row) for number, row in enumerate(rows, start=1)]


def _entry(number: int, row: dict[str, Any]) -> str:
    day = row["published"]
    fields = {
        "title": row["title"],
        "author": row["author"],
        "journal": row["outlet"],
        "date": None if pd.isna(day) else str(day),
        "url": row["url"],
        "langid": _LANGIDS.get(row["language"]),
        "note": f"SHA-256 {row['sha256']}",
    }
    known = {name: value for name, value in fields.items() if isinstance(value, str) and value}
    lines = [f"  {name} = {{{_braced(value, name)}}}" for name, value in known.items()]
    return f"@article{{{_key(number, row)},\n" + ",\n".join(lines) + "\n}\n"


_LANGIDS = {"en": "english", "ru": "russian", "az": "azerbaijani", "hy": "armenian"}
_SPECIAL = {letter: f"\\{letter}" for letter in "&%$#_{}"} | {
    "\\": r"\textbackslash{}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
}


def _braced(value: str, name: str) -> str:
    if name == "url":
        return "".join(letter for letter in value if letter not in "{}\\ \n\r")
    return "".join(_SPECIAL.get(letter, letter) for letter in " ".join(value.split()))


def _key(number: int, row: dict[str, Any]) -> str:
    outlet = "".join(
        letter for letter in str(row["outlet"] or "source").lower() if letter.isascii() and letter.isalnum()
    )
    year = "" if pd.isna(row["published"]) else str(row["published"])[:4]
    return f"{outlet or 'source'}{year}-{number}"


@contextmanager
def whole_file(path: Path) -> Iterator[Path]:
    """Yield a path to write to; what was written there takes the place of ``path`` if nothing failed.

    Raises:
        ExportError: if it cannot be written.

    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=path.parent, prefix=f".{path.stem}-") as folder:
            unfinished = Path(folder) / path.name
            yield unfinished
            os.replace(unfinished, path)
    except OSError as error:
        raise ExportError(f"{path}: cannot be written ({error.strerror or error}); choose another place") from error
