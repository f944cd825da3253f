"""The map page as a reader meets it."""

from __future__ import annotations

import csv
import json
import re
from contextlib import suppress
from typing import Any, Literal

import pytest
from playwright.sync_api import Page, expect
from playwright.sync_api import TimeoutError as PlaywrightTimeout

from geo import Filter, count
from tests.browser.conftest import Window, violations

OPENINGS = 4
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
    field, wanted = page.get_by_label(label, exact=True).first, page.get_by_role("option", name=option).first
    # A list that scrolls while it opens closes again: then a reader opens it once more.
    field.scroll_into_view_if_needed()
    for _ in range(OPENINGS):
        field.click()
        with suppress(PlaywrightTimeout):
            wanted.wait_for(timeout=3_000)
            break
    wanted.click()
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


def test_an_address_brings_back_filters_names_and_the_place_on_the_map(window: Window) -> None:
    page = window.open("?type=shelling&names=hy&lat=39.7&lon=46.6&zoom=11&event=a-shelling-khankendi")
    _expect_counts(window, Filter(event_types=("shelling",)))
    page.wait_for_timeout(500)
    assert _in_map(window, VIEW) == [11, "39.700", "46.600"]
    expect(page.locator("article.card dd").nth(1)).to_contain_text("Ստեփանակերտ")
    _in_map(window, "() => { window.map.setView([39.8, 46.7], 10, { animate: false }); }")
    expect(page).to_have_url(re.compile("zoom=10"))


def test_the_names_that_are_chosen_stand_on_map_card_and_table(window: Window) -> None:
    page = window.open("?at=khankendi")
    _choose(page, "Place names", "Russian")
    expect(page.get_by_role("heading", name="Events at Степанакерт")).to_be_visible()
    expect(page.locator("article.card dd").nth(1)).to_contain_text("Степанакерт")
    expect(window.map().locator(".atlas-label").filter(has_text="Степанакерт")).to_have_count(1)


def test_a_place_is_found_by_a_name_in_another_script(window: Window) -> None:
    page = window.open()
    search = page.get_by_role("combobox", name="Find a place")
    search.click()
    search.fill("Գորիս")
    page.get_by_role("option").first.click()
    expect(page.get_by_role("heading", name="Events at Goris")).to_be_visible()
    page.wait_for_timeout(500)
    assert _in_map(window, VIEW)[0] == 11


def test_a_brush_over_the_bars_chooses_the_dates(window: Window) -> None:
    page = window.open()
    bars = page.get_by_test_id("stVegaLiteChart").locator("canvas").first
    bars.scroll_into_view_if_needed()
    box = bars.bounding_box()
    assert box is not None
    page.mouse.move(box["x"] + box["width"] * 0.8, box["y"] + 40)
    page.mouse.down()
    page.mouse.move(box["x"] + box["width"] - 12, box["y"] + 40, steps=5)
    page.mouse.up()
    expect(page).to_have_url(re.compile("from=2023"))
    expect(page.get_by_role("button", name="Show all dates")).to_be_visible()
    page.get_by_role("button", name="Show all dates").click()
    _expect_counts(window, Filter())


def test_playback_walks_through_time_until_it_is_paused(window: Window) -> None:
    page = window.open("?step=year")
    _choose(page, "Speed", "Fast")
    page.get_by_role("button", name="Play", exact=True).click()
    expect(page).to_have_url(re.compile("from=2020-01-01&to=2020-12-31"))
    expect(page).to_have_url(re.compile("from=2022-01-01&to=2022-12-31"))
    page.get_by_role("button", name="Pause").click()
    window.settle()
    paused = page.url
    page.wait_for_timeout(1500)
    assert page.url == paused


def test_events_without_place_or_date_are_listed_and_open(window: Window) -> None:
    page = window.open()
    page.get_by_role("button", name="1 without a place").click()
    expect(page.get_by_role("heading", name="Events whose place the text does not say")).to_be_visible()
    page.get_by_role("link", name="Diplomacy").click()
    expect(page.locator("article.card h3")).to_contain_text("Diplomacy")


def test_downloads_hold_exactly_the_events_that_are_shown(window: Window) -> None:
    page = window.open("?type=shelling&type=blockade")
    chosen = Filter(event_types=("shelling", "blockade"))
    n = count(window.explorer.store, chosen).shown
    with page.expect_download() as csv_file:
        page.get_by_role("button", name="CSV", exact=True).click()
    with csv_file.value.path().open(encoding="utf-8-sig", newline="") as text:
        rows = list(csv.DictReader(text))
    assert len(rows) == n
    assert {row["event_type"] for row in rows} == {"shelling", "blockade"}
    with page.expect_download() as geojson_file:
        page.get_by_role("button", name="GeoJSON", exact=True).click()
    assert len(json.loads(geojson_file.value.path().read_text(encoding="utf-8"))["features"]) == n
    with page.expect_download() as map_file:
        page.get_by_role("button", name="Map, one file").click()
    assert "<html" in map_file.value.path().read_text(encoding="utf-8")[:200]


def test_a_row_of_the_table_opens_its_event(window: Window) -> None:
    page = window.open("?type=blockade")
    table = page.get_by_test_id("stDataFrame")
    table.scroll_into_view_if_needed()
    table.click(position={"x": 18, "y": 55})
    expect(page.locator("article.card h3")).to_contain_text("Blockade")
    expect(page).to_have_url(re.compile("event=c-blockade"))


def test_the_map_page_speaks_four_languages_by_choice_and_by_address(window: Window) -> None:
    page = window.open()
    _choose(page, "Language", "Հայերեն")
    expect(page.get_by_role("heading", name="Ղարաբաղի ատլաս")).to_be_visible()
    expect(page).to_have_url(re.compile("lang=hy"))
    loaded = page.evaluate("() => document.fonts.check('16px \"Noto Sans Armenian\"', 'Ստ')")
    assert loaded is True


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_nothing_on_the_map_page_shuts_anyone_out(window: Window, theme: Literal["light", "dark"]) -> None:
    window.page.emulate_media(color_scheme=theme)
    window.open("?at=khankendi")
    window.map()
    assert violations(window.page) == []


def test_a_phone_shows_the_whole_width(window: Window) -> None:
    window.page.set_viewport_size({"width": 390, "height": 844})
    page = window.open("?at=khankendi")
    window.map()
    assert page.evaluate("() => document.querySelector('[data-testid=stMain]').scrollWidth") <= 390
    cards = page.locator("article.card")
    below = page.get_by_role("heading", name="Through time").bounding_box()
    last = cards.last.bounding_box()
    assert below is not None
    assert last is not None
    assert last["y"] + last["height"] <= below["y"]


def test_layers_and_backgrounds_that_need_the_internet_are_off_until_chosen(window: Window) -> None:
    page = window.open()
    page.get_by_role("button", name="Layers").click()
    page.get_by_text("Density of events").click()
    page.get_by_text("Former boundaries").click()
    expect(page).to_have_url(re.compile("layer=boundaries"))
    expect(page.get_by_role("radio", name="Plain, works offline")).to_be_checked()
    page.wait_for_timeout(500)
    assert (
        len(_in_map(window, "() => window.feature_group.filter(group => window.map.hasLayer(group)).map(() => 1)")) == 5
    )
