"""Reading a store: DuckDB queries over its Parquet files, so that memory stays flat as the store grows."""

from __future__ import annotations

import threading
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

import duckdb
import pandas as pd
import pyarrow.parquet as pq
import shapely
from shapely.geometry.base import BaseGeometry

from geo.errors import StoreError
from geo.family import family_of
from geo.manifest import NAME, Manifest, read_manifest
from geo.schema import schemas
from geo.storytable import literal
from geo.writer import restore

Parameters = Mapping[str, object]

_SETTINGS = (
    "SET autoinstall_known_extensions = false",
    "SET autoload_known_extensions = false",
    "SET enable_geoparquet_conversion = false",
    "SET TimeZone = 'UTC'",
)


class Store:
    """An open store. Its methods may be called from several threads at once."""

    def __init__(self, path: Path, manifest: Manifest) -> None:
        self.path, self.manifest = path, manifest
        self._written = (path / NAME).stat().st_mtime_ns
        self._lock = threading.Lock()
        self._database = duckdb.connect(":memory:")
        for setting in _SETTINGS:
            self._database.execute(setting)
        for table in schemas():
            self._database.read_parquet(literal(path / f"{table}.parquet")).create_view(table)
        self._database.execute("CREATE TABLE families (event_type VARCHAR, family VARCHAR)")
        rows = [[event_type, family.id] for event_type, family in family_of().items()]
        self._database.executemany("INSERT INTO families VALUES (?, ?)", rows)

    @property
    def version(self) -> str:
        """Changes with the corpus and the gazetteer: what a permalink or a cache key names."""
        return f"{self.manifest.corpus_version}-{self.manifest.gazetteer_version}"

    def is_current(self) -> bool:
        """Whether the files are still those that were opened; if not, open the store anew."""
        try:
            return (self.path / NAME).stat().st_mtime_ns == self._written
        except OSError:
            return False

    def frame(self, sql: str, parameters: Parameters | None = None) -> pd.DataFrame:
        """The rows of a query; its values are bound by name (``$name``), never written into the SQL.

        Raises:
            StoreError: if the store's files cannot be read any more.

        """
        return self._run(sql, parameters).df(date_as_object=True)

    def rows(self, sql: str, parameters: Parameters | None = None) -> list[dict[str, Any]]:
        """The same as plain dictionaries, with ``None`` for what is absent."""
        result = self._run(sql, parameters)
        names = [column[0] for column in result.description]
        return [dict(zip(names, row, strict=True)) for row in result.fetchall()]

    def shapes(self, place_ids: Iterable[str] | None = None) -> dict[str, BaseGeometry]:
        """Outline, line or point by place id, of all places or of these."""
        wanted = None if place_ids is None else list(place_ids)
        sql = "SELECT place_id, geometry FROM places WHERE $ids IS NULL OR list_contains($ids, place_id)"
        return {row["place_id"]: shapely.from_wkb(row["geometry"]) for row in self.rows(sql, {"ids": wanted})}

    def _run(self, sql: str, parameters: Parameters | None) -> duckdb.DuckDBPyConnection:
        with self._lock:
            cursor = self._database.cursor()
        try:
            return cursor.execute(sql, dict(parameters or {}))
        except (duckdb.IOException, duckdb.InvalidInputException) as error:
            if self.is_current():
                raise
            raise StoreError(f"{self.path}: the store was replaced or removed; open it again") from error


def open_store(path: Path) -> Store:
    """Open the folder that ``write_store`` wrote.

    Raises:
        StoreError: if it is missing, damaged or of another format, naming the file and the remedy.

    """
    path = Path(path)
    restore(path)
    manifest = read_manifest(path)
    for table in schemas():
        _check(path / f"{table}.parquet", manifest.counts.get(table), manifest.bytes.get(table))
    return Store(path, manifest)


def _check(file: Path, rows: int | None, size: int | None) -> None:
    remedy = "run `karabakh extract` again"
    if not file.is_file():
        raise StoreError(f"{file}: missing; {remedy}")
    if size != file.stat().st_size:
        raise StoreError(f"{file}: damaged, {file.stat().st_size} bytes instead of {size}; {remedy}")
    try:
        found = pq.read_metadata(file).num_rows
    except (OSError, ValueError) as error:
        raise StoreError(f"{file}: damaged ({error}); {remedy}") from error
    if found != rows:
        raise StoreError(f"{file}: damaged, {found} rows instead of {rows}; {remedy}")
