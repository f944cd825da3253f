"""Happenings that several documents tell, read by hand: a story each."""

from __future__ import annotations

from collections import defaultdict
from pathlib import Path

import pytest
import yaml

from corpus import Document, read_documents
from extract import link_stories, read
from extract.records import Event
from tests.extract.reading import places, reader

CASES = Path(__file__).parents[1] / "cases" / "incidents.yaml"
DOCUMENTS = Path(__file__).parents[2] / "corpus" / "documents"
INCIDENTS = yaml.safe_load(CASES.read_text(encoding="utf-8"))
TOLD_APART = {
    "aghdam-1993-07-23", "barda-2020-10-27", "decree-2023-09-28", "exodus-2023-09-24", "helicopter-1991-11-20",
    "helicopter-2014-11-12", "khojaly-1992-02-25", "lachin-1992-05-18", "martuni-2020-10-01",
    "peacekeepers-2023-09-20", "prisoners-2023-12-13", "september-19-2023-09-19", "sumgait-1988-02-27",
    "tartar-2020-10-15", "un-mission-2023-10-01", "vardanyan-2023-09-27", "both-roads-2023-09-18", "mi24-2020-11-09",
    "mine-2023-09-19", "russian-truck-2023-09-12", "students-2023-08-28",
}  # fmt: skip
"""Incidents whose tellings are not one story yet; none may be added."""


@pytest.fixture(scope="module")
def events() -> tuple[Event, ...]:
    """The events of every document that is read by hand, with their stories."""
    found: list[Event] = []
    for document in read_documents([DOCUMENTS]):
        if isinstance(document, Document) and document.reading is not None:
            found += read(document, places(), reader()).events
    return link_stories(found, places())[0]


def stories_of(incident: str, events: tuple[Event, ...]) -> dict[str, set[str]]:
    """The stories that the tellings of an incident are in, with the documents of each."""
    told: dict[str, set[str]] = defaultdict(set)
    for doc_id, event_type, trigger, place in INCIDENTS[incident]:
        matches = [
            event
            for event in events
            if (event.doc_id, event.event_type, event.place_id) == (doc_id, event_type, place)
            and event.evidence[event.trigger_start - event.evidence_start :].startswith(trigger)
        ]
        assert matches, f"{incident}: {doc_id} has no such event"
        for event in matches:
            told[event.story_id or ""].add(doc_id)
    return told


def test_what_several_documents_tell_is_one_story(events: tuple[Event, ...]) -> None:
    apart = set()
    for incident, told in INCIDENTS.items():
        documents = {telling[0] for telling in told}
        if documents not in stories_of(incident, events).values():
            apart.add(incident)
    assert apart == TOLD_APART


def test_no_story_holds_two_incidents(events: tuple[Event, ...]) -> None:
    holders: dict[str, set[str]] = defaultdict(set)
    for incident in INCIDENTS:
        for story in stories_of(incident, events):
            holders[story].add(incident)
    assert [incidents for incidents in holders.values() if len(incidents) > 1] == []
