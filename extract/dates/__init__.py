"""Dates in news texts: one engine, one grammar file per language (``extract/lexicon/dates``)."""

from extract.dates.expression import DateExpression
from extract.dates.finder import find_dates

__all__ = ["DateExpression", "find_dates"]
