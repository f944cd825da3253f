"""Documents -> mentions -> events -> stories."""

from extract.explain import SentenceNote, explain
from extract.language_files import check_language_files
from extract.lexicon import HOME as LEXICON
from extract.lexicon import LexiconError
from extract.lexicon import check as check_lexicon
from extract.lexicon import load as load_lexicon
from extract.lexicon_model import Lexicon
from extract.lexicon_reader import LexiconProblem
from extract.pipeline import read
from extract.records import Event, Extraction, Mention, Story, Unresolved
from extract.stories import link_stories

__all__ = [
    "LEXICON",
    "Event",
    "Extraction",
    "Lexicon",
    "LexiconError",
    "LexiconProblem",
    "Mention",
    "SentenceNote",
    "Story",
    "Unresolved",
    "check_language_files",
    "check_lexicon",
    "explain",
    "link_stories",
    "load_lexicon",
    "read",
]
