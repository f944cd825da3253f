"""What other gazetteers call our kinds of place, and where their records are.

The numbers are of the Getty Art & Architecture Thesaurus, the letters are GeoNames feature classes, both as the
Linked Places Format uses them.
"""

from __future__ import annotations

import re

AAT = {
    "country": ("300387506", "country"),
    "region": ("300182722", "region (geographic)"),
    "province": ("300000774", "province"),
    "district": ("300000705", "district"),
    "city": ("300008389", "city"),
    "village": ("300008372", "village"),
    "site": ("300000809", "site"),
    "road": ("300008217", "road"),
    "bridge": ("300007836", "bridge"),
    "river": ("300008707", "river"),
    "lake": ("300008680", "lake"),
    "mountain": ("300008795", "mountain"),
    "line": ("300387143", "borderland"),
    "sea": ("300008694", "sea"),
}
FEATURE_CLASSES = {
    "country": "A", "region": "L", "province": "A", "district": "A", "city": "P", "village": "P", "site": "S",
    "road": "R", "bridge": "S", "river": "H", "lake": "H", "mountain": "T", "line": "L", "sea": "H",
}  # fmt: skip
_PAGES = {
    "wikidata": ("wd", "https://www.wikidata.org/entity/", r"Q[1-9]\d*"),
    "geonames": ("gn", "https://www.geonames.org/", r"[1-9]\d*"),
    "pleiades": ("pl", "https://pleiades.stoa.org/places/", r"[1-9]\d*"),
    "osm": (None, "https://www.openstreetmap.org/", r"(node|way|relation)/[1-9]\d*"),
    "whosonfirst": (None, "https://spelunker.whosonfirst.org/id/", r"[1-9]\d*"),
}
"""By authority: its short form in LP-TSV, the beginning of its pages' addresses, and what its keys look like."""
AUTHORITIES = tuple(_PAGES)
_AUTHORITY_OF_ALIAS = {alias: authority for authority, (alias, _, _) in _PAGES.items() if alias}


def is_well_formed(link: str) -> bool:
    """Whether a ``same_as`` entry of a known authority has a key that looks like that authority's."""
    authority, _, key = link.partition(":")
    return re.fullmatch(_PAGES[authority][2], key) is not None


def web_address(link: str) -> str:
    """The page of a ``same_as`` entry: ``wikidata:Q129352`` is ``https://www.wikidata.org/entity/Q129352``."""
    authority, _, key = link.partition(":")
    return _PAGES[authority][1] + key if authority in _PAGES else link


def alias(link: str) -> str | None:
    """The short form that LP-TSV asks for (``wd:Q129352``), or ``None`` if it knows no such authority."""
    authority, _, key = link.partition(":")
    short = _PAGES[authority][0] if authority in _PAGES else None
    return f"{short}:{key}" if short else None


def from_alias(match: str) -> str:
    """The reverse of ``alias``; other links stay as they are."""
    short, _, key = match.partition(":")
    return f"{_AUTHORITY_OF_ALIAS[short]}:{key}" if short in _AUTHORITY_OF_ALIAS else match
