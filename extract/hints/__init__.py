"""Which words of a text may tell of events: word lists that the reader weighs, and how its places stand."""

from extract.hints.find import MARKS, Hint, hints_of, marks_of, read_sentences
from extract.hints.load import HOME, LexiconError, check, load
from extract.hints.model import Lexicon
from extract.hints.parsing import LexiconProblem

__all__ = [
    "HOME",
    "MARKS",
    "Hint",
    "Lexicon",
    "LexiconError",
    "LexiconProblem",
    "check",
    "hints_of",
    "load",
    "marks_of",
    "read_sentences",
]
