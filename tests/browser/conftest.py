"""A real explorer in a real Chromium, with no way to the outside: for the tests of every page."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, BrowserContext, FrameLocator, Page, Route, expect, sync_playwright

from gazetteer import Name, Place
from geo import Store, open_store
from tests.views.small_store import document, event, on, small_store

ROOT = Path(__file__).parents[2]
PROGRAMS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
ARGUMENTS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--no-first-run",
    "--disable-component-update",
)
PATIENCE = 60_000
"""Milliseconds after which something that does not come will not come."""
HOSTILE = """![i](http://evil.test/q.png) [log in](http://evil.test/) http://evil.test :red[x] $x$ \
<script>window.top.attacked = 1</script><img src=x onerror="window.top.attacked = 1">${window.top.attacked = 1}`"'"""

expect.set_options(timeout=PATIENCE)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if "tests/browser" in item.path.as_posix():
            item.add_marker(pytest.mark.browser)


SETTLED, PAUSE = 2, 700
"""How often the page must be found at rest, and milliseconds between: the map's own report comes a moment later."""


@dataclass(frozen=True)
class Explorer:
    """The running explorer."""

    address: str
    store: Store


@dataclass
class Window:
    """A page of the explorer, and what it asked of the outside."""

    page: Page
    explorer: Explorer
    outside: list[str] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)

    def open(self, query: str = "", path: str = "") -> Page:
        """Go to an address of the explorer and wait until the page stands."""
        self.page.goto(f"{self.explorer.address}/{path}{query}")
        self.settle()
        frames = self.page.locator('iframe[title="streamlit_folium.st_folium"]')
        if frames.count():
            frames.first.content_frame.locator("canvas").first.wait_for(state="visible")
            self.settle()
        return self.page

    def settle(self) -> None:
        """Wait until the server has nothing more to send."""
        expect(self.page.locator("h1").first).to_be_visible()
        app = self.page.get_by_test_id("stApp")
        for _ in range(SETTLED):
            expect(app).to_have_attribute("data-test-script-state", "notRunning")
            self.page.wait_for_timeout(PAUSE)
            expect(app).to_have_attribute("data-test-script-state", "notRunning")

    def map(self) -> FrameLocator:
        """The frame of the (first) map, drawn."""
        frame = self.page.frame_locator('iframe[title="streamlit_folium.st_folium"]').first
        expect(frame.locator("canvas").first).to_be_visible()
        return frame


def violations(page: Page) -> list[str]:
    """What axe finds serious or critical on a page: rule, what is wrong, and where."""
    found = Axe().run(page).response["violations"]
    return [
        f"{each['id']}: {each['help']}: {node['target']}"
        for each in found
        if each["impact"] in ("serious", "critical")
        for node in each["nodes"]
    ]


def chromium() -> str | None:
    """The Chromium of this machine; ``None`` leaves it to Playwright's own."""
    return next((found for name in PROGRAMS if (found := shutil.which(name))), None)


@pytest.fixture(scope="session")
def explorer(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Explorer]:
    """One server for all tests, over a small store that holds a hostile document too."""
    evil = document("evil", HOSTILE, f"Shelling of Goris {HOSTILE}", title=HOSTILE, author=HOSTILE,
                    language=f"xx {HOSTILE}", url=f"javascript:{HOSTILE}")  # fmt: skip
    attack = event(evil, "shelling", "Shelling", "goris", actor=HOSTILE, claimed_by=HOSTILE, **on(evil.published))
    nowhere = Place("evil", "city", 39.6, 46.1, (Name(HOSTILE, "en"),))
    there = {"place_id": "evil", "place_name": HOSTILE, "place_kind": "city", "geo_precision": "point"}
    sale = event(evil, "arms_transfer", "Shelling", lon=46.1, lat=39.6, **there, **on(evil.published))
    folder = small_store(tmp_path_factory.mktemp("browser"), [(evil, (attack, sale))], [nowhere])
    with serving(folder, tmp_path_factory.mktemp("log") / "streamlit.log") as served:
        yield served


@contextmanager
def serving(folder: Path, log: Path) -> Iterator[Explorer]:
    """Run the explorer over a store, writing what its server says into ``log``."""
    port = _free_port()
    command = [
        sys.executable, "-m", "streamlit", "run", str(ROOT / "app.py"),
        "--server.port", str(port), "--server.address", "127.0.0.1", "--server.headless", "true", "--", str(folder),
    ]  # fmt: skip
    with log.open("wb") as output:
        server = subprocess.Popen(command, cwd=ROOT, stdout=output, stderr=output, env=dict(os.environ))
    try:
        _wait_for(f"http://127.0.0.1:{port}/_stcore/health", server, log)
        yield Explorer(f"http://127.0.0.1:{port}", open_store(folder))
    finally:
        server.terminate()
        server.wait()


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        try:
            started = playwright.chromium.launch(executable_path=chromium(), args=list(ARGUMENTS))
        except Exception as problem:
            pytest.fail(f"no Chromium could be started: install one (apt-get install chromium): {problem}")
        yield started
        started.close()


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    made = browser.new_context(viewport={"width": 1280, "height": 900}, accept_downloads=True)
    made.set_default_timeout(PATIENCE)
    yield made
    made.close()


@pytest.fixture
def window(context: BrowserContext, explorer: Explorer) -> Iterator[Window]:
    """A page whose every request to elsewhere is refused; it fails the test if there was one, or a script broke."""
    opened = Window(context.new_page(), explorer)

    def refuse(route: Route) -> None:
        if route.request.url.startswith(explorer.address):
            route.continue_()
        else:
            opened.outside.append(route.request.url)
            route.abort()

    context.route("**/*", refuse)
    opened.page.on("pageerror", lambda error: opened.errors.append(str(error)))
    yield opened
    assert opened.outside == []
    assert opened.errors == []


def _free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


def _wait_for(address: str, server: subprocess.Popen[bytes], log: Path) -> None:
    while server.poll() is None:
        try:
            with urllib.request.urlopen(address):
                return
        except OSError:
            time.sleep(0.1)
    raise RuntimeError(f"the explorer ended before it answered:\n{log.read_text(errors='replace')}")
