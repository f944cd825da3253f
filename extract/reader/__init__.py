"""Reads events: a trained network finds what words tell of an event and links them to what the finders found."""

from extract.reader.engine import Reader, load_reader
from extract.reader.events import read_events

__all__ = ["Reader", "load_reader", "read_events"]
