"""The map page as a reader meets it."""

from __future__ import annotations

import re
from typing import Any

from playwright.sync_api import Page, expect

from geo import Filter, count
from tests.browser.conftest import Window

MARKERS = """() => Object.values(window.map._layers).filter(layer => layer.options && layer.options.count)
    .map(layer => ({ place: layer.feature.properties.place, n: layer.options.count }))"""
VIEW = "() => [window.map.getZoom(), window.map.getCenter().lat.toFixed(3), window.map.getCenter().lng.toFixed(3)]"
PIXEL = """place => { const layer = Object.values(window.map._layers).find(
    layer => layer.options && layer.options.count && layer.feature.properties.place === place);
    const at = window.map.latLngToContainerPoint(layer.getLatLng()); return [at.x, at.y]; }"""


def _in_map(window: Window, script: str, argument: object = None) -> Any:
    return window.map().locator("body").evaluate(f"(body, argument) => ({script})(argument)", argument)


def _pixel(window: Window, place: str) -> tuple[float, float]:
    """Where a place is drawn, once the map has come to rest."""
    before = None
    while (now := _in_map(window, PIXEL, place)) != before:
        before = now
        window.page.wait_for_timeout(400)
    return now[0], now[1]


def _shown(window: Window) -> tuple[int, int, int]:
    """Events on the map, in the line above it, and in the table below."""
    window.settle()
    on_map = sum(marker["n"] for marker in _in_map(window, MARKERS))
    line = window.page.locator(".st-key-counts strong").first.inner_text()
    table = window.page.get_by_text("The table has exactly the events shown").inner_text()
    return on_map, int(line.split()[0]), int(table.split(" of ")[1].split()[0])


def _expect_counts(window: Window, chosen: Filter) -> None:
    counts = count(window.explorer.store, chosen)
    expect(window.page.locator(".st-key-counts strong").first).to_have_text(f"{counts.shown} of {counts.total} events")
    window.page.wait_for_timeout(300)
    assert _shown(window) == (counts.mapped, counts.shown, counts.shown)


def _choose(page: Page, label: str, option: str) -> None:
    page.get_by_label(label, exact=True).first.click()
    page.get_by_role("option", name=option).first.click()
    page.keyboard.press("Escape")


def test_map_line_and_table_count_the_same_whatever_filter_is_moved(window: Window) -> None:
    page = window.open()
    _expect_counts(window, Filter())
    page.get_by_role("button", name="Shelling (").click()
    _expect_counts(window, Filter(event_types=("shelling",)))
    page.get_by_role("button", name="Shelling (").click()
    _choose(page, "Outlet", "Armenpress")
    _expect_counts(window, Filter(outlets=("Armenpress",)))
    page.get_by_role("button", name="Reset all filters").click()
    _expect_counts(window, Filter())


def test_a_filter_neither_redraws_the_background_nor_moves_the_map(window: Window) -> None:
    page = window.open()
    window.map()
    _in_map(window, "() => { window.kept = true; window.map.setView([39.7, 46.6], 10, { animate: false }); }")
    before = _in_map(window, VIEW)
    page.get_by_role("button", name="Shelling (").click()
    expect(page.locator(".st-key-counts strong").first).to_contain_text("3 of")
    page.wait_for_timeout(600)
    assert _in_map(window, VIEW) == before
    assert _in_map(window, "() => window.kept") is True


def test_a_click_on_a_place_opens_its_events_with_their_sentences(window: Window) -> None:
    page = window.open()
    x, y = _pixel(window, "khankendi")
    frame = page.locator('iframe[title="streamlit_folium.st_folium"]')
    frame.click(position={"x": x, "y": y})
    expect(page.get_by_role("heading", name="Events at Khankendi")).to_be_visible()
    cards = page.locator("article.card")
    expect(cards).to_have_count(2)
    expect(cards.locator("mark.trigger").first).to_be_visible()
    expect(page).to_have_url(re.compile("at=khankendi"))
    page.get_by_role("button", name="Close").click()
    expect(cards).to_have_count(0)


def test_what_a_hostile_document_says_is_shown_and_does_not_run(window: Window) -> None:
    page = window.open("?event=evil-shelling-goris")
    window.map()
    expect(page.locator("article.card")).to_contain_text("${window.top.attacked = 1}")
    expect(page.locator("article.card a[href^=javascript]")).to_have_count(0)
    page.goto(f"{window.explorer.address}/?at=goris&names=source")
    window.settle()
    x, y = _pixel(window, "goris")
    page.locator('iframe[title="streamlit_folium.st_folium"]').hover(position={"x": x, "y": y})
    expect(window.map().locator(".leaflet-tooltip")).to_be_visible()
    assert page.evaluate("() => window.attacked") is None
