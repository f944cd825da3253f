"""Records elsewhere."""

from __future__ import annotations

import pytest

from gazetteer import KINDS
from gazetteer.authorities import AAT, FEATURE_CLASSES, alias, from_alias, is_well_formed, web_address


def test_every_kind_has_a_word_in_the_thesaurus_and_a_class() -> None:
    assert tuple(AAT) == KINDS
    assert tuple(FEATURE_CLASSES) == KINDS


@pytest.mark.parametrize(
    ("link", "page", "short"),
    [
        ("wikidata:Q129352", "https://www.wikidata.org/entity/Q129352", "wd:Q129352"),
        ("geonames:146970", "https://www.geonames.org/146970", "gn:146970"),
        ("osm:node/5", "https://www.openstreetmap.org/node/5", None),
        ("https://example.org/a", "https://example.org/a", None),
    ],
)
def test_a_link_has_a_page_and_sometimes_a_short_form(link: str, page: str, short: str | None) -> None:
    assert (web_address(link), alias(link)) == (page, short)
    assert short is None or from_alias(short) == link


@pytest.mark.parametrize(
    ("link", "good"),
    [("wikidata:Q1", True), ("wikidata:1", False), ("geonames:0", False), ("osm:way/1", True), ("osm:1", False)],
)
def test_a_key_looks_like_its_authoritys(link: str, good: bool) -> None:
    assert is_well_formed(link) == good
