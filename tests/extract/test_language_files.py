"""What contributors write in the language files is checked, and the shipped files pass."""

from __future__ import annotations

import shutil
from pathlib import Path

from extract.grammar.checks import check_lexicon
from extract.text.lexicon import lexicon_version

SHIPPED = Path(__file__).parents[2] / "extract" / "lexicon"


def copied(tmp_path: Path) -> Path:
    return Path(shutil.copytree(SHIPPED, tmp_path / "lexicon"))


def test_the_shipped_files_have_no_fault() -> None:
    assert check_lexicon() == ()


def test_a_month_that_belongs_to_no_class_is_named_with_its_line(tmp_path: Path) -> None:
    folder = copied(tmp_path)
    with (folder / "dates" / "ru.yaml").open("a", encoding="utf-8") as file:
        file.write('  - {read: range, is: "date lunar_month"}\n')
    (fault,) = check_lexicon(folder)
    lines = (folder / "dates" / "ru.yaml").read_text(encoding="utf-8").splitlines()
    assert fault.startswith(f"ru.yaml:{len(lines)}: ")
    assert "no word class 'lunar_month'" in fault


def test_a_reading_that_nothing_understands_is_named(tmp_path: Path) -> None:
    folder = copied(tmp_path)
    with (folder / "tolls" / "hy.yaml").open("a", encoding="utf-8") as file:
        file.write('  - {read: tally, is: "killed"}\n')
    (fault,) = check_lexicon(folder)
    assert "'read: tally,': no such reading" in fault


def test_an_actor_without_a_side_and_a_repeated_id_are_both_named(tmp_path: Path) -> None:
    folder = copied(tmp_path)
    text = (folder / "actors.yaml").read_text(encoding="utf-8")
    extra = "actors:\n  - {id: icrc, name: A, side: a, names: {en: [Aaa]}}\n  - {id: b, name: B, names: {en: [Bbb]}}\n"
    (folder / "actors.yaml").write_text(text.replace("actors:\n  - id:", extra + "  - id:", 1), encoding="utf-8")
    faults = check_lexicon(folder)
    assert any("'icrc': the id is used twice" in fault for fault in faults)
    assert any("'b': fields ['side'] are missing or unknown" in fault for fault in faults)


def test_what_no_relation_file_understands_is_named_with_its_line(tmp_path: Path) -> None:
    folder = copied(tmp_path)
    (folder / "relations" / "en.yaml").write_text(
        'lists:\n  joinr: [and]\nrelations:\n- relation: nearby\n  before: ["..."]\n  km: far\n', encoding="utf-8"
    )
    faults = check_lexicon(folder)
    assert [fault.split(": ", 1)[0] for fault in faults] == [
        "relations/en.yaml:2", "relations/en.yaml:4", "relations/en.yaml:5", "relations/en.yaml:6",
    ]  # fmt: skip
    assert "did you mean 'joiner'?" in faults[0]
    assert "did you mean 'near'?" in faults[1]


def test_a_broken_word_list_and_a_region_without_sides_are_named(tmp_path: Path) -> None:
    folder = copied(tmp_path)
    (folder / "denials.yaml").write_text("en: {words: deny}\n", encoding="utf-8")
    (folder / "region.yaml").write_text("areas: [armenia]\n", encoding="utf-8")
    faults = check_lexicon(folder)
    assert len(faults) == 2
    assert "denials.yaml: en.words: write a list of words" in faults[0]
    assert faults[1].startswith("region.yaml:1: ")
    assert "sides" in faults[1]


def test_the_version_changes_with_the_words(tmp_path: Path) -> None:
    folder = copied(tmp_path)
    before = lexicon_version(folder)
    lexicon_version.cache_clear()
    assert lexicon_version(folder) == before
    with (folder / "denials.yaml").open("a", encoding="utf-8") as file:
        file.write("# another line\n")
    lexicon_version.cache_clear()
    assert lexicon_version(folder) != before
