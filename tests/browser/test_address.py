"""Back, forward, reload and links that are passed on: the page is what its address says."""

from __future__ import annotations

import re
from typing import Any

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from geo import Filter, count
from tests.browser.conftest import PATIENCE, Window

STANDS = """() => { const centre = window.map.containerPointToLatLng(window.map.getSize().divideBy(2));
    return [Number(centre.lat.toFixed(2)), Number(centre.lng.toFixed(2)), window.map.getZoom()]; }"""


def _stands(window: Window) -> Any:
    return window.map().locator("body").evaluate(f"body => ({STANDS})()")


def _expect_at(window: Window, stands: list[float]) -> None:
    """Wait until the map has come to rest there."""
    for _ in range(PATIENCE // 250):
        if _stands(window) == stands:
            return
        window.page.wait_for_timeout(250)
    assert _stands(window) == stands


def _shows(window: Window, *types: str) -> None:
    counts = count(window.explorer.store, Filter(event_types=types))
    window.settle()
    line = window.page.locator(".st-key-counts strong").first
    expect(line).to_have_text(re.compile(f"^{counts.shown} of {counts.total} events?$"))
    for name, kind in (("Shelling", "shelling"), ("Blockade", "blockade")):
        chip = window.page.get_by_test_id("stSidebar").get_by_role("button", name=f"{name} (").first
        expect(chip).to_have_attribute("aria-pressed", "true" if kind in types else "false")
    assert re.findall("type=([a-z]+)", window.page.url) == list(types)


def _drag(page: Page, right: int, down: int) -> None:
    box = page.locator('iframe[title="streamlit_folium.st_folium"]').bounding_box()
    assert box is not None
    x, y = box["x"] + 120, box["y"] + 480
    page.mouse.move(x, y)
    page.mouse.down()
    page.mouse.move(x + right / 2, y + down / 2, steps=5)
    page.mouse.move(x + right, y + down, steps=5)
    page.wait_for_timeout(300)
    page.mouse.up()


def test_back_and_forward_bring_back_counts_and_chips(window: Window) -> None:
    page = window.open()
    window.map()
    _shows(window)
    page.get_by_role("button", name="Shelling (").click()
    _shows(window, "shelling")
    page.get_by_role("button", name="Blockade (").click()
    _shows(window, "shelling", "blockade")
    page.go_back()
    _shows(window, "shelling")
    page.go_forward()
    _shows(window, "shelling", "blockade")
    page.go_back()
    _shows(window, "shelling")
    page.go_back()
    _shows(window)
    page.get_by_role("button", name="Blockade (").click()
    _shows(window, "blockade")


def test_reload_and_another_reader_see_what_the_address_says(window: Window, context: BrowserContext) -> None:
    page = window.open()
    window.map()
    page.get_by_role("button", name="Shelling (").click()
    _shows(window, "shelling")
    page.reload()
    _shows(window, "shelling")
    browser = context.browser
    assert browser is not None
    other = browser.new_context(viewport={"width": 1280, "height": 900})
    try:
        _shows(_opened(other, page.url, window), "shelling")
    finally:
        other.close()


def _opened(context: BrowserContext, address: str, window: Window) -> Window:
    fresh = Window(context.new_page(), window.explorer)
    fresh.page.goto(address)
    fresh.settle()
    return fresh


def test_pages_are_left_and_come_back_with_their_filters(window: Window) -> None:
    page = window.open("?type=shelling")
    window.map()
    page.get_by_role("link", name="Compare").first.click()
    expect(page).to_have_url(re.compile(r"/compare\?type=shelling$"))
    window.settle()
    page.get_by_role("link", name="Map").first.click()
    expect(page).to_have_url(re.compile(r"/\?type=shelling$"))
    _shows(window, "shelling")
    for name in ("Compare", "Reader", "Gazetteer"):
        page.get_by_role("link", name=name).first.click()
        _on_page(window, name)
    for name in ("Reader", "Compare", "Map"):
        page.go_back()
        _on_page(window, name)
    _shows(window, "shelling")


def _on_page(window: Window, name: str) -> None:
    """Wait until a page stands, with the filter that was chosen before."""
    expect(window.page.get_by_role("heading", level=2).filter(has_text=name).first).to_be_attached()
    path = "" if name == "Map" else name.lower()
    expect(window.page).to_have_url(re.compile(rf"/{path}\?type=shelling$"))
    window.settle()


def test_an_open_event_is_closed_by_going_back(window: Window) -> None:
    page = window.open("?at=khankendi")
    page.get_by_role("button", name="Close").click()
    expect(page.locator("article.card")).to_have_count(0)
    expect(page).not_to_have_url(re.compile("at="))
    page.go_back()
    expect(page.locator("article.card")).to_have_count(2)
    page.go_forward()
    expect(page.locator("article.card")).to_have_count(0)


@pytest.mark.parametrize("opening", range(5))
def test_a_link_to_a_part_of_the_map_shows_it_and_stays(window: Window, opening: int) -> None:
    page = window.open("?lat=40.2&lon=46.5&zoom=8")
    address = page.url
    window.map()
    page.wait_for_timeout(1500)
    window.settle()
    assert page.url == address
    _expect_at(window, [40.2, 46.5, 8])


def test_a_map_that_nobody_moved_is_not_in_the_address(window: Window) -> None:
    page = window.open()
    window.map()
    page.wait_for_timeout(1500)
    window.settle()
    assert "lat=" not in page.url
    _expect_at(window, [39.85, 46.9, 9])


def test_where_a_reader_moved_the_map_is_in_the_address_and_outlives_page_and_session(window: Window) -> None:
    page = window.open("?lat=40.2&lon=46.5&zoom=8")
    window.map()
    page.wait_for_timeout(1000)
    _drag(page, 200, -100)
    expect(page).not_to_have_url(re.compile(r"lon=46\.5&"))
    window.settle()
    lat, lon, zoom = _stands(window)
    assert (lat < 40.2, lon < 46.5, zoom) == (True, True, 8)
    said = re.search(r"lat=([\d.]+)&lon=([\d.]+)&zoom=8$", page.url)
    assert said is not None
    assert [float(each) for each in said.groups()] == pytest.approx([lat, lon], abs=0.006)
    moved_to = page.url
    page.reload()
    window.settle()
    _expect_at(window, [lat, lon, zoom])
    page.get_by_role("link", name="Compare").first.click()
    expect(page).to_have_url(re.compile("/compare"))
    window.settle()
    page.get_by_role("link", name="Map").first.click()
    expect(page).to_have_url(moved_to)
    window.settle()
    _expect_at(window, [lat, lon, zoom])
    assert page.url == moved_to


def test_going_back_moves_the_map_back(window: Window) -> None:
    page = window.open()
    window.map()
    page.wait_for_timeout(1000)
    _drag(page, 200, -100)
    expect(page).to_have_url(re.compile("lat="))
    window.settle()
    first, dragged = page.url, _stands(window)
    page.mouse.wheel(0, -400)
    expect(page).not_to_have_url(first)
    window.settle()
    page.go_back()
    expect(page).to_have_url(first)
    window.settle()
    _expect_at(window, dragged)
    page.go_back()
    expect(page).not_to_have_url(re.compile("lat="))
    window.settle()
    _expect_at(window, [39.85, 46.9, 9])
    assert "lat=" not in page.url


def test_a_notice_or_an_empty_view_does_not_draw_the_map_anew(window: Window) -> None:
    page = window.open("?type=tea_party&q=nothing-has-this-word")
    window.map().locator("body").evaluate("() => { window.kept = true; }")
    page.get_by_role("button", name="Reset all filters").click()
    _shows(window)
    page.get_by_role("button", name="Close").click()
    expect(page.get_by_text("tea_party")).to_have_count(0)
    assert window.map().locator("body").evaluate("() => window.kept") is True


def test_a_document_that_is_found_by_its_words_is_in_the_address(window: Window) -> None:
    page = window.open("", "reader")
    page.get_by_label("Find a text").fill("convoy cross")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("doc=d$"))
    expect(page.locator(".text")).to_contain_text("A convoy of the Red Cross")
    page.go_back()
    expect(page.locator(".text")).not_to_contain_text("A convoy of the Red Cross")
