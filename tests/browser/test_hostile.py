"""The map page over a store whose outlets and names are written in the signs of templates."""

from __future__ import annotations

import urllib.request
from collections.abc import Iterator
from datetime import date

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Explorer, Window, serving
from tests.views.small_store import document, event, on, small_store

OUTLETS = ("A {% B", "A {{9**(9**9)}} B", "A {# B {{'c'}} </script>`${window.top.attacked = 1}")
TIPS = """() => Object.values(window.map._layers).filter(layer => layer.feature && layer.feature.properties.tip)
    .map(layer => layer.feature.properties.tip.join(" "))"""


@pytest.fixture(scope="module")
def explorer(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Explorer]:
    told = []
    for number, outlet in enumerate(OUTLETS):
        evil = document(f"evil{number}", outlet, "The Lachin corridor was closed.", title=outlet)
        days = on(date(2023, 1, number + 1))
        told.append((evil, (event(evil, "blockade", "closed", "lachin-corridor", actor=outlet, **days),)))
    folder = small_store(tmp_path_factory.mktemp("hostile"), told)
    with serving(folder, tmp_path_factory.mktemp("log") / "streamlit.log") as served:
        yield served


@pytest.mark.parametrize("number", range(len(OUTLETS)))
def test_an_outlet_written_in_template_signs_stands_on_the_map_as_it_is_written(window: Window, number: int) -> None:
    page = window.open(f"?to=2023-01-{number + 1:02d}&names=source")
    tips = window.map().locator("body").evaluate(f"body => ({TIPS})()")
    assert any(OUTLETS[number] in tip for tip in tips), tips
    assert page.evaluate("() => window.attacked") is None
    expect(page.get_by_test_id("stException")).to_have_count(0)
    with urllib.request.urlopen(f"{window.explorer.address}/_stcore/health") as answer:
        assert answer.status == 200
