"""Reading a store: DuckDB queries over its Parquet files, so that memory stays flat as the store grows."""

from __future__ import annotations

import threading
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import Any

import duckdb
import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq
import shapely
from shapely.geometry.base import BaseGeometry

from geo.courses import CourseLine, line_between
from geo.errors import StoreError
from geo.exchange import restore
from geo.family import family_of
from geo.manifest import NAME, Manifest, read_manifest
from geo.schema import schemas
from geo.storytable import literal

Parameters = Mapping[str, object]

_SETTINGS = (
    "SET autoinstall_known_extensions = false",
    "SET autoload_known_extensions = false",
    "SET enable_geoparquet_conversion = false",
    "SET TimeZone = 'UTC'",
)

_TRIES = 3
"""How often the same store must fail to open before it counts as damaged."""


class Store:
    """An open store. Its methods may be called from several threads at once."""

    def __init__(
        self,
        path: Path,
        manifest: Manifest,
        mark: tuple[int, int] | None,
        held: Mapping[str, pa.Table] | None = None,
    ) -> None:
        """``held`` are the tables of a store that lives in memory only; without them the files of ``path`` are read."""
        self.path, self.manifest, self._mark = path, manifest, mark
        self._lock = threading.Lock()
        self._database = duckdb.connect(":memory:")
        for setting in _SETTINGS:
            self._database.execute(setting)
        for table in schemas():
            if held is None:
                self._database.read_parquet(literal(path / f"{table}.parquet")).create_view(table)
            else:
                self._database.from_arrow(held[table]).create(table)
        self._database.execute("CREATE TABLE families (event_type VARCHAR, family VARCHAR)")
        rows = [[event_type, family.id] for event_type, family in family_of().items()]
        self._database.executemany("INSERT INTO families VALUES (?, ?)", rows)

    @property
    def version(self) -> str:
        """Changes with the corpus and the gazetteer: what a permalink or a cache key names."""
        return f"{self.manifest.corpus_version}-{self.manifest.gazetteer_version}"

    def is_current(self) -> bool:
        """Whether the files are still those that were opened; if not, open the store anew."""
        return self._mark is not None and _mark(self.path) == self._mark

    def frame(self, sql: str, parameters: Parameters | None = None) -> pd.DataFrame:
        """The rows of a query; its values are bound by name (``$name``), never written into the SQL.

        Raises:
            StoreError: if the store's files were replaced or removed since they were opened.

        """
        with self._asked(sql, parameters) as result:
            return result.df(date_as_object=True)

    def rows(self, sql: str, parameters: Parameters | None = None) -> list[dict[str, Any]]:
        """The same as plain dictionaries, with ``None`` for what is absent."""
        with self._asked(sql, parameters) as result:
            names = [column[0] for column in result.description]
            return [dict(zip(names, row, strict=True)) for row in result.fetchall()]

    def shapes(self, place_ids: Iterable[str] | None = None, on: date | None = None) -> dict[str, BaseGeometry]:
        """Outline, line or point by place id, of all places or of these.

        Of a road that was led another way the course ``on`` that day, without a day its latest.
        """
        wanted = None if place_ids is None else list(place_ids)
        sql = "SELECT place_id, geometry, courses FROM places WHERE $ids IS NULL OR list_contains($ids, place_id)"
        rows = self.rows(sql, {"ids": wanted})
        return {
            row["place_id"]: (line_between(_courses(row), on, on) if on else None) or shapely.from_wkb(row["geometry"])
            for row in rows
        }

    def courses(self, place_ids: Iterable[str]) -> dict[str, tuple[CourseLine, ...]]:
        """The lines of those roads that were led another way, by place id, oldest first."""
        sql = "SELECT place_id, courses FROM places WHERE len(courses) > 0 AND list_contains($ids, place_id)"
        return {row["place_id"]: _courses(row) for row in self.rows(sql, {"ids": list(place_ids)})}

    @contextmanager
    def _asked(self, sql: str, parameters: Parameters | None) -> Iterator[duckdb.DuckDBPyConnection]:
        with self._lock:
            cursor = self._database.cursor()
        try:
            yield cursor.execute(sql, dict(parameters or {}))
        except duckdb.Error as error:
            if self.is_current():
                raise
            raise StoreError(f"{self.path}: the store was replaced or removed; open it again") from error
        finally:
            cursor.close()


def _courses(row: Mapping[str, Any]) -> tuple[CourseLine, ...]:
    return tuple(
        CourseLine(each["first"], each["last"], shapely.from_wkb(each["geometry"])) for each in row["courses"] or ()
    )


def open_store(path: Path) -> Store:
    """Open the folder that ``write_store`` wrote.

    Raises:
        StoreError: if it is missing, damaged or of another format, naming the file and the remedy.

    """
    path = Path(path)
    failed: list[tuple[int, int] | None] = []
    while True:
        restore(path)
        mark = _mark(path)
        try:
            return _opened(path, mark)
        except (OSError, StoreError, duckdb.Error):
            # While it is being replaced it may be gone for a moment, and the old one may be put back by another reader.
            failed.append(mark)
            if _mark(path) == mark and failed.count(mark) == _TRIES:
                raise


def _opened(path: Path, mark: tuple[int, int] | None) -> Store:
    manifest = read_manifest(path)
    for table in schemas():
        _check(path / f"{table}.parquet", manifest.counts.get(table), manifest.bytes.get(table))
    return Store(path, manifest, mark)


def _mark(path: Path) -> tuple[int, int] | None:
    """What tells this manifest from one that took its place; ``None`` if there is none."""
    try:
        found = (path / NAME).stat()
    except OSError:
        return None
    return found.st_ino, found.st_mtime_ns


def _check(file: Path, rows: int | None, size: int | None) -> None:
    remedy = "run `karabakh extract` again"
    if not file.is_file():
        raise StoreError(f"{file}: missing; {remedy}")
    if size != file.stat().st_size:
        raise StoreError(f"{file}: damaged, {file.stat().st_size} bytes instead of {size}; {remedy}")
    try:
        metadata = pq.read_metadata(file)
        found, columns = metadata.num_rows, set(metadata.schema.to_arrow_schema().names)
    except (OSError, ValueError) as error:
        raise StoreError(f"{file}: damaged ({error}); {remedy}") from error
    if missing := [name for name in schemas()[file.stem].names if name not in columns]:
        raise StoreError(f"{file}: written by another version, without {', '.join(missing)}; {remedy}")
    if found != rows:
        raise StoreError(f"{file}: damaged, {found} rows instead of {rows}; {remedy}")
