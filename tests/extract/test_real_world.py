"""Small inputs after real reports and public bug reports, with the right value; they lie beside the project."""

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from corpus import Document
from extract import Event, read
from tests.extract.reading import places, reader

CASES = Path(__file__).parents[3] / "shared" / "cases" / "real_world.jsonl"
HELD = {
    "actor-forces-hy",
    "al-mar-en",
    "asked-to-leave-en",
    "belarus-tractor-en",
    "call-for-talks-ru",
    "contact-line-span-az",
    "delayed-aid-en",
    "dismissed-appeal-en",
    "drc-en",
    "fired-from-position-en",
    "first-name-anatoly-ru",
    "hayastan-faction-en",
    "labour-strike-en",
    "moved-to-block-en",
    "nk-pyongyang-en",
    "peacekeepers-presence-en",
    "posted-a-video-en",
    "pushkin-ru",
    "qizil-xac-az",
    "reporter-as-attacker-en",
    "returned-minors-en",
    "returned-soldiers-ru",
    "samoe-ru",
    "sport-won-en",
    "stade-de-france-en",
    "toll-per-place-hy",
    "us-without-last-dot-en",
    "wrapped-district-en",
}
"""Those that hold today; none of them may be lost."""

pytestmark = pytest.mark.skipif(not CASES.exists(), reason="the cases are not beside the project")


def cases() -> list[dict[str, Any]]:
    rows = map(json.loads, CASES.read_text(encoding="utf-8").splitlines()) if CASES.exists() else ()
    return [row for row in rows if row["id"] in HELD]


def fits(event: Event, wanted: dict[str, Any]) -> bool:
    found = {
        "type": event.event_type, "place": event.place_id, "actor": event.actor, "target": event.target,
        "claimed_by": event.claimed_by, "killed": event.killed_low, "wounded": event.wounded_low,
        "start": str(event.date_start), "end": str(event.date_end),
    }  # fmt: skip
    return all(
        found[key.removesuffix("_not")] != value
        if key.endswith("_not")
        else found["type"] in value
        if key == "type_in"
        else found[key] == value
        for key, value in wanted.items()
    )


@pytest.mark.parametrize("case", cases(), ids=lambda case: case["id"])
def test_a_real_report_is_read_as_it_should_be(case: dict[str, Any]) -> None:
    document = Document(
        "text", case["text"], published=date.fromisoformat(case["published"]), language=case["language"]
    )
    found = read(document, places(), reader())
    expected = case["expect"]
    assert set(expected.get("places", ())) <= {mention.place_id for mention in found.mentions}
    assert not set(expected.get("places_not", ())) & {mention.place_id for mention in found.mentions}
    assert not set(expected.get("events_not", ())) & {event.event_type for event in found.events}
    for wanted in expected.get("events", ()):
        assert any(fits(event, wanted) for event in found.events), found.events
    if expected.get("events") == []:
        assert found.events == ()


def test_every_case_that_should_hold_is_there() -> None:
    assert {case["id"] for case in cases()} == HELD
