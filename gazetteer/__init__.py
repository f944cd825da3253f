"""What places are called, in every language and tradition, and where they are."""

from gazetteer.gazetteer import Gazetteer
from gazetteer.index import Candidate, NameHit
from gazetteer.loader import load
from gazetteer.model import KINDS, LANGUAGES, TRADITIONS, Name, Place, Point
from gazetteer.names import STYLES, display_name
from gazetteer.problems import BrokenGazetteerError, GazetteerError, Problem

__all__ = [
    "KINDS",
    "LANGUAGES",
    "STYLES",
    "TRADITIONS",
    "BrokenGazetteerError",
    "Candidate",
    "Gazetteer",
    "GazetteerError",
    "Name",
    "NameHit",
    "Place",
    "Point",
    "Problem",
    "display_name",
    "load",
]
