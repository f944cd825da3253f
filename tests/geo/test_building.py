from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

import extract
import gazetteer
import geo
from corpus import Problem

PLACES = gazetteer.load()
READER = extract.load_reader()


def build(inputs: list[Path], out: Path, **options: bool | int) -> geo.Build:
    return geo.build_store(inputs, out, PLACES, READER, program_version="1", **options)  # type: ignore[arg-type]


def stored(out: Path) -> list[str]:
    return [document.doc_id for document in geo.stored_documents(geo.open_store(out))]


@pytest.fixture
def news(tmp_path: Path) -> Path:
    folder = tmp_path / "news"
    folder.mkdir()
    (folder / "one.md").write_text(
        "---\noutlet: A\npublished: 2020-10-08\n---\nShells fell on Shusha on Thursday, killing two people.\n",
        encoding="utf-8",
    )
    (folder / "two.md").write_text(
        "---\noutlet: B\npublished: 2020-10-08\n---\nShusha was shelled on Thursday. Two people were killed.\n",
        encoding="utf-8",
    )
    return folder


def test_two_outlets_tell_one_story(news: Path, tmp_path: Path) -> None:
    build([news], tmp_path / "store")
    told = {
        e.outlet: e.story_id
        for e in geo.stored_events(geo.open_store(tmp_path / "store"))
        if e.event_type == "shelling"
    }
    assert set(told) == {"A", "B"}
    assert len(set(told.values())) == 1


def test_what_was_stored_stays_unless_it_is_to_be_replaced(news: Path, tmp_path: Path) -> None:
    out = tmp_path / "store"
    build([news / "one.md"], out)
    second = build([news / "two.md"], out)
    assert (second.read, second.kept, stored(out)) == (1, 1, ["one", "two"])
    build([news / "two.md"], out, replace_all=True)
    assert stored(out) == ["two"]


def test_a_current_store_is_left_alone(news: Path, tmp_path: Path) -> None:
    out = tmp_path / "store"
    assert build([news], out, if_stale=True).written
    assert not build([news], out, if_stale=True).written
    text = (news / "one.md").read_text(encoding="utf-8")
    (news / "one.md").write_text(text.replace("outlet: A", "outlet: C"), encoding="utf-8")
    assert build([news], out, if_stale=True).written


def test_nothing_readable_leaves_the_store_as_it_was(news: Path, tmp_path: Path) -> None:
    out = tmp_path / "store"
    build([news], out)
    (tmp_path / "bad.md").write_text("---\nid: [\n---\nx", encoding="utf-8")
    complaints: list[Problem] = []
    bad = [tmp_path / "bad.md"]
    with pytest.raises(geo.StoreError, match="no document could be read"):
        geo.build_store(bad, out, PLACES, READER, program_version="1", complain=complaints.append)
    assert stored(out) == ["one", "two"]
    assert "bad.md" in str(complaints[0])


def test_a_damaged_store_is_not_given_up_unasked(news: Path, tmp_path: Path) -> None:
    out = tmp_path / "store"
    build([news], out)
    (out / "events.parquet").write_bytes(b"gone")
    with pytest.raises(geo.StoreError, match="--replace"):
        build([news], out)
    assert build([news], out, replace_all=True).written


def test_several_processes_find_what_one_finds(news: Path, tmp_path: Path) -> None:
    for number in range(200):
        text = f"On October {number % 28 + 1}, 2020, Shusha was shelled and {number + 2} people were killed.\n"
        (news / f"n{number}.txt").write_text(text, encoding="utf-8")
    alone, together = tmp_path / "alone", tmp_path / "together"
    build([news], alone)
    build([news], together, processes=2)
    first, second = (list(geo.stored_events(geo.open_store(out))) for out in (alone, together))
    assert first == second
    assert len(first) >= 200


def test_a_document_that_breaks_the_reader_costs_the_others_nothing(news: Path, tmp_path: Path) -> None:
    (news / "three.txt").write_text("Во вторник Шуша была обстреляна, погибли два человека.", encoding="utf-8")
    for name, words in (("one", "Shells fell"), ("two", "was shelled")):
        sentence = (news / f"{name}.md").read_text(encoding="utf-8").rsplit("---\n", 1)[1].split(". ")[0].strip(". \n")
        reading = f"events:\n- type: shelling\n  sentence: {sentence}.\n  trigger: {words}\n"
        (news / f"{name}.events.yaml").write_text(reading, encoding="utf-8")
    broken = replace(READER, network=replace(READER.network, session=None))
    said: list[Problem] = []
    done = geo.build_store([news], tmp_path / "store", PLACES, broken, program_version="1", complain=said.append)
    assert stored(tmp_path / "store") == ["one", "three", "two"]
    assert {event.doc_id for event in geo.stored_events(geo.open_store(tmp_path / "store"))} == {"one", "two"}
    assert [problem.source for problem in done.problems] == ["three"]
    assert done.problems[0].left_out
    assert said == list(done.problems)
    assert "AttributeError in " in str(done.problems[0])


@pytest.mark.parametrize("published", ["0001-01-01", "1899-12-31", "2101-01-01", "9999-12-31"])
def test_news_of_no_possible_day_is_kept_undated_and_told(published: str, tmp_path: Path) -> None:
    for name, day in (("bad", published), ("good", "2020-10-08")):
        text = (
            f"---\npublished: {day}\n---\nOn Tuesday and tomorrow Azerbaijani forces shelled Shusha. Aid came to Goris."
        )
        (tmp_path / f"{name}.md").write_text(text, encoding="utf-8")
    done = build([tmp_path], tmp_path / "out" / "store")
    assert stored(tmp_path / "out" / "store") == ["bad", "good"]
    days = {each.doc_id: each.published for each in geo.stored_documents(geo.open_store(tmp_path / "out" / "store"))}
    assert days == {"bad": None, "good": date(2020, 10, 8)}
    assert "is not between 1900 and 2100" in str(done.problems[0])


def test_a_text_that_takes_the_place_of_another_is_counted(news: Path, tmp_path: Path) -> None:
    out = tmp_path / "store"
    build([news], out)
    (tmp_path / "more").mkdir()
    (tmp_path / "more" / "one.txt").write_text("Aid reached Goris.", encoding="utf-8")
    second = build([tmp_path / "more"], out)
    assert (second.read, second.kept, second.replaced) == (1, 1, 1)
