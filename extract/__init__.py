"""Documents -> mentions -> events -> stories."""

from extract.explain import SentenceNote, explain
from extract.grammar.checks import check_language_files
from extract.hints import HOME as LEXICON
from extract.hints import LexiconError, LexiconProblem
from extract.hints import check as check_lexicon
from extract.pipeline import read
from extract.places import find_mentions
from extract.reader import Reader, load_reader
from extract.reader.teaching import reading_of
from extract.records import Event, Extraction, Mention, Story, Unresolved
from extract.stories import link_stories

__all__ = [
    "LEXICON",
    "Event",
    "Extraction",
    "LexiconError",
    "LexiconProblem",
    "Mention",
    "Reader",
    "SentenceNote",
    "Story",
    "Unresolved",
    "check_language_files",
    "check_lexicon",
    "explain",
    "find_mentions",
    "link_stories",
    "load_reader",
    "read",
    "reading_of",
]
