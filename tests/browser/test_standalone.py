"""The one-file map, opened from disk with every request to elsewhere refused."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import BrowserContext, Page, Route, expect

from extract import Extraction
from geo import Filter, open_store, write_map_html, write_store
from tests.browser.conftest import HOSTILE
from tests.geo.conftest import DOCUMENTS, EXTRACTIONS, VERSIONS
from tests.geo.worlds import PLACES, document, event_at

Open = Callable[..., Page]
COLOURS_ON_MAP = """() => {
    const canvas = document.querySelector("#map canvas");
    const pixels = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height).data;
    const colours = new Set();
    for (let at = 0; at < pixels.length; at += 400) { colours.add(pixels.slice(at, at + 3).join()); }
    return colours.size;
}"""
DAY = {"date_start": date(2021, 5, 1), "date_end": date(2021, 5, 1), "date_precision": "day"}


@pytest.fixture
def opened(context: BrowserContext, tmp_path: Path) -> Iterator[Open]:
    outside: list[str] = []
    errors: list[str] = []

    def refuse(route: Route) -> None:
        if route.request.url.startswith("file:"):
            route.continue_()
        else:
            outside.append(route.request.url)
            route.abort()

    context.route("**/*", refuse)

    def visit(width: int = 1280, **how: object) -> Page:
        source = document("evil", HOSTILE, title=HOSTILE, url=f"javascript:{HOSTILE}", outlet=HOSTILE)
        attack = event_at("goris", "evil", "evil", evidence=HOSTILE, outlet=HOSTILE, **DAY)
        extractions = (*EXTRACTIONS, Extraction("evil", (), (attack,)))
        write_store(tmp_path / "store", (*DOCUMENTS, source), extractions, **VERSIONS, places=PLACES)
        write_map_html(open_store(tmp_path / "store"), Filter(), tmp_path / "map.html", **how)  # type: ignore[arg-type]
        page = context.new_page()
        page.set_viewport_size({"width": width, "height": 900})
        page.on("pageerror", lambda error: errors.append(str(error)))
        page.on("console", lambda message: errors.append(message.text) if message.type == "error" else None)
        page.goto((tmp_path / "map.html").as_uri())
        expect(page.locator("#map canvas")).to_be_visible()
        return page

    yield visit
    assert outside == []
    assert errors == []


def test_the_map_draws_and_says_what_it_shows(opened: Open) -> None:
    page = opened()
    expect(page.locator("#counts")).to_have_text("10 of 11 events shown, 2 unplaced, 2 undated.")
    assert page.evaluate(COLOURS_ON_MAP) > 5


def test_a_click_on_a_place_shows_its_quotes(opened: Open) -> None:
    page = opened()
    label = page.locator(".atlas-text", has_text="Khankendi / Stepanakert").bounding_box()
    assert label is not None
    page.mouse.click(label["x"] - 11, label["y"] + label["height"] / 2)
    expect(page.locator("#here h2")).to_have_text("Khankendi / Stepanakert: 1 events")
    expect(page.locator("#here mark")).to_have_text("Shells")
    expect(page.locator("#here a")).to_have_attribute("href", "https://example.org/2")


def test_counts_table_and_choices_agree(opened: Open) -> None:
    page = opened()
    page.get_by_text("The same events as a table").click()
    expect(page.locator("#rows tr")).to_have_count(10)
    page.get_by_label("Violence").uncheck()
    expect(page.locator("#rows tr")).to_have_count(6)
    expect(page.locator("#counts")).to_contain_text("6 of 11 events shown")
    page.get_by_label("Outlet").select_option("Beta")
    expect(page.locator("#rows tr")).to_have_count(3)
    page.get_by_role("button", name="Reset").click()
    expect(page.locator("#rows tr")).to_have_count(10)


def test_the_slider_narrows_the_days_by_keyboard(opened: Open) -> None:
    page = opened()
    expect(page.locator("#days")).to_have_text("2020-10-08 – 2022-12-12")
    page.get_by_label("Last day").focus()
    page.keyboard.press("Home")
    expect(page.locator("#days")).to_have_text("2020-10-08 – 2020-10-08")
    expect(page.locator("#counts")).to_contain_text("4 of 11 events shown, 1 unplaced, 0 undated.")


def test_playback_reaches_the_last_day(opened: Open) -> None:
    page = opened()
    page.get_by_label("First day").focus()
    page.keyboard.press("End")
    page.get_by_label("First day").press("ArrowLeft")
    page.get_by_role("button", name="Play").click()
    expect(page.get_by_role("button", name="Play")).to_be_visible()
    expect(page.locator("#days")).to_have_text("2022-12-11 – 2022-12-12")


def test_text_from_documents_runs_nothing(opened: Open) -> None:
    page = opened()
    page.get_by_text("The same events as a table").click()
    expect(page.locator("#rows")).to_contain_text("<script>")
    assert page.evaluate("window.attacked") is None
    assert page.locator("a[href^=javascript]").count() == 0


@pytest.mark.parametrize("width", [390, 1280])
def test_nothing_is_wider_than_the_window(opened: Open, width: int) -> None:
    page = opened(width)
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_dark_and_light_are_a_choice(opened: Open) -> None:
    page = opened()
    root = page.locator("html")
    before = root.get_attribute("data-theme")
    page.get_by_role("button", name="Light / dark").click()
    expect(root).not_to_have_attribute("data-theme", before or "")


@pytest.mark.parametrize("language", ["az", "hy", "ru"])
def test_it_speaks_other_languages_without_errors(opened: Open, language: str) -> None:
    page = opened(language=language, style=language)
    expect(page.locator("#counts")).to_contain_text("11")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_nothing_serious_stands_in_the_way_of_a_screen_reader(opened: Open, scheme: str) -> None:
    page = opened()
    page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
    page.reload()
    page.get_by_text("The same events as a table").click()
    expect(page.locator("#rows tr")).to_have_count(10)
    found = Axe().run(page).response["violations"]
    assert [(each["id"], each["nodes"][0]["html"]) for each in found if each["impact"] in ("serious", "critical")] == []
