"""Readings: every word stands in its text, and every fault is told with its line."""

from pathlib import Path

import pytest

from corpus.readings import read_reading

TEXT = "The road was shut on Tuesday, residents of Shosh said. Two drivers were hurt near Taghavard.\n"
GOOD = """events:
- type: blockade
  sentence: The road was shut on Tuesday, residents of Shosh said.
  trigger: was shut
  place: road
  time: on Tuesday
  start: 2022-12-13
  end: 2022-12-13
  status: claimed
  claimed_by: residents of Shosh
"""


def faults(tmp_path: Path, content: str) -> list[str]:
    path = tmp_path / "one.events.yaml"
    path.write_text(content, encoding="utf-8")
    _, problems = read_reading(path, TEXT, "A title")
    return [f"{problem.line}: {problem.what}; {problem.remedy}" for problem in problems]


def test_a_reading_is_what_the_file_says(tmp_path: Path) -> None:
    path = tmp_path / "one.events.yaml"
    path.write_text(GOOD, encoding="utf-8")
    reading, problems = read_reading(path, TEXT)
    assert problems == []
    assert reading is not None
    (event,) = reading.events
    assert (event.event_type, event.trigger, event.place, event.claimed_by) == (
        "blockade", "was shut", "road", "residents of Shosh",
    )  # fmt: skip
    assert (str(event.start), event.status, event.core, event.actor, event.line) == (
        "2022-12-13", "claimed", True, None, 2,
    )  # fmt: skip


def test_a_text_may_tell_of_nothing(tmp_path: Path) -> None:
    path = tmp_path / "one.events.yaml"
    path.write_text("events: []\n", encoding="utf-8")
    reading, problems = read_reading(path, TEXT)
    assert (reading and reading.events, problems) == ((), [])


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("type: blockade", "type: blokade", "2: type 'blokade'; did you mean blockade?"),
        ("trigger: was shut", "trigger: was closed", "2: trigger 'was closed' does not stand in its sentence"),
        ("  place: road\n", "  place: bridge\n", "2: place 'bridge' does not stand in the text"),
        (
            "The road was shut",
            "The way was shut",
            "2: sentence 'The way was shut on Tuesday, residents of Shosh said.'",
        ),
        ("start: 2022-12-13", "start: 13.12.2022", "2: start '13.12.2022' is no day; write it as YYYY-MM-DD"),
        ("  end: 2022-12-13\n", "", "2: only one of start and end; give both, or neither"),
        ("start: 2022-12-13", "start: 2022-12-14", "2: start 2022-12-14 is after end 2022-12-13; swap them"),
        ("status: claimed", "status: said", "2: status 'said'; one of reported, claimed, denied"),
        ("  time:", "  tiem:", "2: unknown key 'tiem'; did you mean time?"),
        ("  trigger: was shut\n", "", "2: no trigger; every event has a type, its sentence and the trigger in it"),
        ("events:", "event:", "1: no list of events; begin with 'events:'"),
        ("sentence: The", "sentence: [The", "no YAML"),
    ],
)
def test_each_fault_is_told_with_its_line_and_its_remedy(tmp_path: Path, old: str, new: str, said: str) -> None:
    assert old in GOOD
    assert any(said in fault for fault in faults(tmp_path, GOOD.replace(old, new, 1)))


def test_all_faults_are_told_at_once(tmp_path: Path) -> None:
    content = GOOD.replace("blockade", "blokade").replace("place: road", "place: bridge").replace("claimed\n", "said\n")
    assert len(faults(tmp_path, content)) == 3


def test_a_reading_that_nests_without_end_is_refused_in_words(tmp_path: Path) -> None:
    assert faults(tmp_path, "events: " + "[" * 3000)
