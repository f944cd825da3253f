from __future__ import annotations

import pytest

from views.gazetteer_page_inbox import CONTRIBUTING, guide


def test_the_guide_fits_into_the_page() -> None:
    shown = guide("# Adding a place\n\nSee [the format](docs/gazetteer.md).\n\n# Changing code\n")
    assert shown == "#### Adding a place\n\nSee the format.\n\n#### Changing code\n"


@pytest.mark.parametrize("comment", ["   # Fill in", "#no heading"])
def test_what_is_no_heading_stays(comment: str) -> None:
    assert guide(comment) == comment


def test_the_guide_is_there() -> None:
    assert CONTRIBUTING.is_file()
