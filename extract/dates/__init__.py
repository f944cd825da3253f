"""Dates in news texts: one engine, one grammar file per language (``extract/lexicon/dates``)."""

from extract.dates.calendar import is_of_news, shift
from extract.dates.expression import DateExpression
from extract.dates.finder import find_dates, load_date_grammar

__all__ = ["DateExpression", "find_dates", "is_of_news", "load_date_grammar", "shift"]
