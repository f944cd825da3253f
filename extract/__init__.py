"""Documents -> mentions -> events -> stories."""

from extract.explain import SentenceNote, explain
from extract.grammar.checks import check_lexicon
from extract.pipeline import read
from extract.places import find_mentions
from extract.reader import Reader, load_reader
from extract.reader.precedents import LIKE, Precedent, precedent
from extract.reader.teaching import reading_of
from extract.records import Event, Extraction, Mention, Story, Unresolved
from extract.stories import link_stories
from extract.text.lexicon import LexiconError

__all__ = [
    "LIKE",
    "Event",
    "Extraction",
    "LexiconError",
    "Mention",
    "Precedent",
    "Reader",
    "SentenceNote",
    "Story",
    "Unresolved",
    "check_lexicon",
    "explain",
    "find_mentions",
    "link_stories",
    "load_reader",
    "precedent",
    "read",
    "reading_of",
]
