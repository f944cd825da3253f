"""Dates in news texts: one engine, one grammar file per language (``extract/lexicon/dates``)."""

from extract.times.calendar import is_of_news, shift
from extract.times.expression import DateExpression
from extract.times.finder import find_dates, load_date_grammar

__all__ = ["DateExpression", "find_dates", "is_of_news", "load_date_grammar", "shift"]
