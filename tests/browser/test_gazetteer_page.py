"""The gazetteer page as a reader meets it."""

from __future__ import annotations

import re
from typing import Literal

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Window, violations


def test_a_place_is_found_in_any_script_and_is_in_the_address(window: Window) -> None:
    page = window.open("", "gazetteer")
    page.get_by_role("textbox", name="Find a place").fill("Ստեփանակերտ")
    page.keyboard.press("Enter")
    window.settle()
    page.get_by_role("button", name=re.compile(r"Khankendi . Stepanakert \(town")).click()
    expect(page.get_by_role("heading", name="Khankendi / Stepanakert", exact=True)).to_be_visible()
    expect(page).to_have_url(re.compile("/gazetteer.*at=khankendi"))


def test_a_place_is_shown_with_names_shape_sources_and_how_often_it_is_named(window: Window) -> None:
    page = window.open("?at=khankendi", "gazetteer")
    names = page.get_by_role("region", name="Names of Khankendi / Stepanakert")
    expect(names.locator("[lang=hy]").first).to_contain_text("Ստեփանակերտ")
    expect(names.get_by_role("columnheader")).to_have_text(["Language", "Name", "Tradition", "Years"])
    expect(page.get_by_role("link", name=re.compile("Wikidata Q"))).to_have_attribute(
        "href", re.compile("^https://www.wikidata.org/")
    )
    expect(page.locator("dl.facts code")).to_have_text(re.compile(r"gazetteer/places/\w+\.yaml:\d+"))
    shapes = "body => Object.values(window.map._layers).filter(l => l.options && l.options.radius === 8).length"
    assert window.map().locator("body").evaluate(shapes) == 1
    expect(page.get_by_test_id("stVegaLiteChart")).to_be_visible()
    expect(page.get_by_role("row", name="September 2023")).to_be_visible()


def test_a_road_has_a_line_and_links_to_what_it_lies_in(window: Window) -> None:
    page = window.open("?at=lachin-corridor", "gazetteer")
    lines = "body => Object.values(window.map._layers).filter(l => l.options && l.options.weight === 4).length"
    assert window.map().locator("body").evaluate(lines) == 1
    page.locator("dl.facts a").first.click()
    expect(page).to_have_url(re.compile("at=lachin-district"))
    expect(page.get_by_role("heading", name="Lachin District", exact=True)).to_be_visible()


def test_the_events_of_a_place_are_one_step_away(window: Window) -> None:
    page = window.open("?at=goris", "gazetteer")
    page.get_by_role("link", name="Its events on the map").click()
    expect(page.get_by_role("heading", name="Events at Goris")).to_be_visible()


def test_a_name_not_placed_has_a_block_to_copy(window: Window) -> None:
    page = window.open("", "gazetteer")
    page.get_by_text("Blorgkend: 1 time").click()
    expect(page.get_by_test_id("stCode").first).to_contain_text("- id: blorgkend")
    expect(page.get_by_role("heading", name="How to add a place")).to_be_visible()


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_nothing_on_the_gazetteer_page_shuts_anyone_out(window: Window, theme: Literal["light", "dark"]) -> None:
    window.page.emulate_media(color_scheme=theme)
    page = window.open("?at=khankendi", "gazetteer")
    window.map()
    page.get_by_text("Blorgkend: 1 time").click()
    expect(page.get_by_test_id("stCode").first).to_be_visible()
    assert violations(page) == []


def test_a_phone_shows_the_whole_place(window: Window) -> None:
    window.page.set_viewport_size({"width": 390, "height": 844})
    page = window.open("?at=lachin-corridor", "gazetteer")
    window.map()
    assert page.evaluate("() => document.querySelector('[data-testid=stMain]').scrollWidth") <= 390
