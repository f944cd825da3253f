"""What can go wrong here; every message names the file and what to do."""

from __future__ import annotations


class GeoError(Exception):
    """The root of this folder's errors."""


class StoreError(GeoError):
    """A store is missing, damaged, of another format, or cannot be written."""


class ExportError(GeoError):
    """A file cannot be written in the way that was asked for."""
