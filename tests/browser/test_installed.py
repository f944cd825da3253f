"""The explorer of somebody who has no checkout: its own settings, and no request to anybody else."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import BrowserContext, Route, expect

from tests.installed import Installed
from tests.views.small_store import small_store


def test_the_wheel_serves_with_its_own_settings_and_asks_nobody_else(
    installed: Installed, context: BrowserContext, tmp_path: Path
) -> None:
    outside: list[str] = []
    with installed.serve(small_store(tmp_path / "store")) as server:
        address = f"http://localhost:{server.port}"

        def refuse(route: Route) -> None:
            if route.request.url.startswith(address):
                route.continue_()
            else:
                outside.append(route.request.url)
                route.abort()

        context.route("**/*", refuse)
        page = context.new_page()
        page.emulate_media(color_scheme="light")
        for path in ("", "compare", "gazetteer", "method", "reader"):
            page.goto(f"{address}/{path}")
            expect(page.locator("h2").first).to_be_attached()
            expect(page.get_by_test_id("stApp")).to_have_attribute("data-test-script-state", "notRunning")
        page.get_by_text("My own text").click()
        expect(page.get_by_text("5MB per file")).to_be_visible()
        expect(page.get_by_test_id("stAppDeployButton")).to_have_count(0)
        assert _style(page.get_by_test_id("stApp").element_handle(), "backgroundColor") == "rgb(253, 252, 249)"
        assert "Noto Sans Armenian" in _style(page.get_by_test_id("stApp").element_handle(), "fontFamily")
    assert outside == []


def _style(element: object, name: str) -> str:
    return str(element.evaluate(f"element => getComputedStyle(element).{name}"))  # type: ignore[attr-defined]
