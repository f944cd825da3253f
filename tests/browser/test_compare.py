"""The compare page as a reader meets it."""

from __future__ import annotations

import re
from typing import Any, Literal

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import HOSTILE, Window, violations

MAPS = 'iframe[title="streamlit_folium.st_folium"]'
CENTRES = "() => [window.map.getZoom(), window.map.getCenter().lat.toFixed(3), window.map.getCenter().lng.toFixed(3)]"


def _in_map(window: Window, number: int, script: str) -> Any:
    frame = window.page.frame_locator(MAPS).nth(number)
    expect(frame.locator("canvas").first).to_be_visible()
    return frame.locator("body").evaluate(f"body => ({script})()")


def test_numbers_names_maps_and_stories_of_outlets_stand_side_by_side(window: Window) -> None:
    page = window.open("?a=Azertac&b=Armenpress", "compare")
    for heading in (
        "One event, several tellers",
        "Who reports what",
        "Who calls it what",
        "Two outlets side by side",
        "Other figures, other days",
    ):
        expect(page.get_by_role("heading", name=heading)).to_be_visible()
    types = page.get_by_role("region", name="Who reports what")
    expect(types.get_by_role("row", name="Turan")).to_be_visible()
    names = page.get_by_role("region", name="Names of Khankendi / Stepanakert by outlet")
    expect(names.get_by_role("columnheader", name="Stepanakert Armenian name")).to_be_visible()
    expect(page.locator(MAPS)).to_have_count(2)
    for story in (page.locator("article.card").first, page.locator("article.card").last):
        expect(story.locator("strong").filter(has_text="12 killed")).to_be_visible()
        expect(story.locator("strong").filter(has_text="15 killed")).to_be_visible()


def test_twin_maps_move_as_one(window: Window) -> None:
    window.open("", "compare")
    _in_map(window, 1, CENTRES)
    _in_map(window, 0, "() => { window.map.setView([39.5, 46.3], 11, { animate: false }); }")
    window.page.wait_for_timeout(300)
    assert _in_map(window, 1, CENTRES) == [11, "39.500", "46.300"]
    _in_map(window, 1, "() => { window.map.setView([40.1, 47.0], 8, { animate: false }); }")
    window.page.wait_for_timeout(300)
    assert _in_map(window, 0, CENTRES) == [8, "40.100", "47.000"]


def test_choices_are_in_the_address_and_filters_change_what_is_compared(window: Window) -> None:
    page = window.open("?a=Azertac&b=Armenpress", "compare")
    expect(page.get_by_role("heading", name="Told by Azertac, not by Armenpress")).to_be_visible()
    _in_map(window, 1, CENTRES)
    window.settle()
    first = page.get_by_role("combobox", name="First outlet")
    first.scroll_into_view_if_needed()
    page.wait_for_timeout(500)
    first.click()
    page.get_by_role("option", name="Turan").click()
    expect(page).to_have_url(re.compile("/compare.*a=Turan"))
    expect(page.get_by_role("heading", name="Told by Turan, not by Armenpress")).to_be_visible()
    page.get_by_role("button", name="Blockade (").click()
    types = page.get_by_role("region", name="Who reports what")
    expect(types.get_by_role("row")).to_have_count(2)


def test_an_event_that_several_outlets_tell_is_chosen_and_in_the_address(window: Window) -> None:
    page = window.open("", "compare")
    chosen = page.get_by_role("combobox", name="Event").first
    expect(chosen).to_be_visible()
    first = page.locator("article.card").first
    expect(first.locator("section")).to_have_count(2)
    expect(first.locator("h5").first).not_to_have_text("")
    first.get_by_role("link", name="Open on the map").first.click()
    expect(page).to_have_url(re.compile("event="))


def test_a_number_opens_its_events_on_the_map(window: Window) -> None:
    page = window.open("", "compare")
    row = page.get_by_role("region", name="Who reports what").get_by_role("row", name="Turan")
    row.locator("a[href*='type=blockade']").click()
    expect(page.locator(".st-key-counts strong").first).to_have_text(re.compile("^1 of"))
    expect(page).to_have_url(re.compile("outlet=Turan"))
    expect(page).to_have_url(re.compile("type=blockade"))


def test_what_a_hostile_outlet_is_called_does_not_run(window: Window) -> None:
    page = window.open("", "compare")
    expect(page.get_by_role("region", name="Who reports what")).to_contain_text(HOSTILE[:40])
    window.page.wait_for_timeout(500)
    assert page.evaluate("() => window.attacked") is None


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_nothing_on_the_compare_page_shuts_anyone_out(window: Window, theme: Literal["light", "dark"]) -> None:
    window.page.emulate_media(color_scheme=theme)
    window.open("", "compare")
    window.map()
    assert violations(window.page) == []


def test_a_phone_shows_the_whole_comparison(window: Window) -> None:
    window.page.set_viewport_size({"width": 390, "height": 844})
    page = window.open("", "compare")
    window.map()
    assert page.evaluate("() => document.querySelector('[data-testid=stMain]').scrollWidth") <= 390
