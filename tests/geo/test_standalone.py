from __future__ import annotations

import base64
import hashlib
import json
import re
from pathlib import Path
from typing import Any

import pytest

from extract import Extraction
from geo import Filter, Store, map_html, open_store, write_map_html, write_store
from geo.snapshot import all_texts
from tests.geo.conftest import VERSIONS
from tests.geo.worlds import PLACES, document, event_at

HOSTILE = "</script><script>window.broken=1</script><!--${window.broken=2}`\u2028'\"\\"


def held(page: str) -> dict[str, Any]:
    (told,) = re.findall(r'<script type="application/json" id="atlas-data">(.*?)</script>', page, re.DOTALL)
    found: dict[str, Any] = json.loads(told)
    return found


def test_the_file_holds_exactly_the_filtered_events(small: Store, tmp_path: Path) -> None:
    chosen = Filter(outlets=("Beta",))
    assert write_map_html(small, chosen, tmp_path / "map.html") == 4
    view = held((tmp_path / "map.html").read_text(encoding="utf-8"))
    assert sorted(event["type"] for event in view["events"]) == ["blockade", "diplomacy", "protest", "shelling"]
    assert view["counts"] == {"shown": 4, "total": 10}


def test_an_event_brings_quote_trigger_precision_and_source(small: Store) -> None:
    view = held(map_html(small, Filter(places=("shusha",), outlets=("Alpha",), event_types=("shelling",)))[0])
    (event,) = view["events"]
    assert event["quote"][slice(*event["mark"])] == "Shells"
    assert (event["first"], event["datePrecision"], event["precision"]) == ("2020-10-08", "day", "point")
    assert (event["outlet"], event["url"]) == ("Alpha", "https://example.org/1")
    assert view["places"]["shusha"]["name"] == "Shusha / Shushi"


@pytest.mark.parametrize(("style", "name"), [("az", "Şuşa"), ("hy", "Շուշի"), ("ru", "Шуша")])
def test_places_have_the_chosen_names(small: Store, style: str, name: str) -> None:
    assert held(map_html(small, Filter(), style)[0])["places"]["shusha"]["name"] == name


@pytest.mark.parametrize("language", ["en", "az", "hy", "ru"])
def test_the_buttons_speak_four_languages(small: Store, language: str) -> None:
    page, _ = map_html(small, Filter(), language=language)
    assert f'<html lang="{language}"' in page
    assert all_texts()[language]["table"] in page
    assert set(all_texts()[language]) == set(all_texts()["en"])


def test_values_in_texts_are_the_same_in_every_language() -> None:
    for language, words in all_texts().items():
        for key, text in words.items():
            places = sorted(re.findall(r"\{\w+\}", all_texts()["en"][key]))
            assert sorted(re.findall(r"\{\w+\}", text)) == places, (language, key)


def test_the_file_names_nothing_outside_and_forbids_it(small: Store) -> None:
    page, _ = map_html(small, Filter())
    assert re.findall(r"<(?:script|link|img|iframe)[^>]+(?:src|href)=", page) == []
    assert "url(" not in page.split("</style>")[0]
    assert "default-src 'none'" in page


def test_only_our_own_scripts_are_allowed_to_run(small: Store) -> None:
    page, _ = map_html(small, Filter())
    scripts = re.findall(r"<script>(.*?)</script>", page, re.DOTALL)
    hashes = {base64.b64encode(hashlib.sha256(text.encode()).digest()).decode() for text in scripts}
    assert len(hashes) == 3
    assert set(re.findall(r"'sha256-([^']+)'", page)) == hashes


def test_hostile_text_stays_in_its_data(tmp_path: Path) -> None:
    event = event_at("shusha", "e", outlet=HOSTILE, evidence=HOSTILE, actor=HOSTILE)
    source = document("one", HOSTILE, title=HOSTILE, url=f"javascript:{HOSTILE}")
    write_store(tmp_path / "s", [source], [Extraction("one", (), (event,))], **VERSIONS, places=PLACES)
    page, _ = map_html(open_store(tmp_path / "s"), Filter(), title=HOSTILE, permalink=f"javascript:{HOSTILE}")
    assert "<script>window.broken" not in page
    assert held(page)["events"][0]["quote"] == HOSTILE
    assert 'href="javascript' not in page


def test_the_checksum_is_that_of_the_data(small: Store) -> None:
    page, _ = map_html(small, Filter())
    told = json.dumps(held(page), ensure_ascii=False, separators=(",", ":"))
    assert hashlib.sha256(told.encode()).hexdigest() in page


def test_a_large_view_says_that_it_holds_the_newest_only(large: Store) -> None:
    page, n = map_html(large, Filter())
    assert n == 5_000
    view = held(page)
    assert view["counts"]["shown"] > 5_000
    assert view["events"][0]["first"] >= view["events"][-1].get("first", "")


def test_a_road_has_its_states_over_time(small: Store) -> None:
    (road,) = held(map_html(small, Filter())[0])["routes"]
    assert (road["name"], road["spans"]) == (
        "Lachin corridor",
        [{"state": "blocked", "first": "2022-12-12", "last": "2023-01-11", "told": "2022-12-12", "outlet": "Beta"}],
    )


def test_a_view_of_nothing_is_still_a_map(small: Store, tmp_path: Path) -> None:
    assert write_map_html(small, Filter(outlets=("nobody",)), tmp_path / "map.html") == 0


def test_the_permalink_is_in_the_file(small: Store) -> None:
    page, _ = map_html(small, Filter(), permalink="https://example.org/?outlets=Alpha&x=1")
    assert 'href="https://example.org/?outlets=Alpha&amp;x=1"' in page
