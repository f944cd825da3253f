"""What places are called, in every language and tradition, and where they are."""

from gazetteer.check import check
from gazetteer.draft import Draft, draft_block, draft_by_hand, draft_file, nearest_places
from gazetteer.export import FORMS, export, geometry
from gazetteer.fold import fold
from gazetteer.gazetteer import Gazetteer
from gazetteer.impact import Impact, event_impact, mention_impact
from gazetteer.imports import read_geonames, read_lp_tsv
from gazetteer.inbox import InboxEntry, inbox
from gazetteer.index import Candidate, NameHit
from gazetteer.loader import load
from gazetteer.lookup import Lookup, LookupResult
from gazetteer.model import KINDS, LANGUAGES, TRADITIONS, Course, Name, Place, Point
from gazetteer.names import STYLES, display_name
from gazetteer.problems import BrokenGazetteerError, GazetteerError, Problem
from gazetteer.suggest import Suggestion, nearest_names

__all__ = [
    "FORMS",
    "KINDS",
    "LANGUAGES",
    "STYLES",
    "TRADITIONS",
    "BrokenGazetteerError",
    "Candidate",
    "Course",
    "Draft",
    "Gazetteer",
    "GazetteerError",
    "Impact",
    "InboxEntry",
    "Lookup",
    "LookupResult",
    "Name",
    "NameHit",
    "Place",
    "Point",
    "Problem",
    "Suggestion",
    "check",
    "display_name",
    "draft_block",
    "draft_by_hand",
    "draft_file",
    "event_impact",
    "export",
    "fold",
    "geometry",
    "inbox",
    "load",
    "mention_impact",
    "nearest_names",
    "nearest_places",
    "read_geonames",
    "read_lp_tsv",
]
