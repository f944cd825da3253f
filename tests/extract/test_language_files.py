"""What contributors write in the language files is checked, and the shipped files pass."""

from __future__ import annotations

import shutil
from pathlib import Path

from extract.grammar.checks import check_language_files

SHIPPED = Path(__file__).parents[2] / "extract" / "lexicon"


def copied(tmp_path: Path) -> Path:
    return Path(shutil.copytree(SHIPPED, tmp_path / "lexicon"))


def test_the_shipped_files_have_no_fault() -> None:
    assert check_language_files() == ()


def test_a_month_that_belongs_to_no_class_is_named_with_its_line(tmp_path: Path) -> None:
    folder = copied(tmp_path)
    with (folder / "dates" / "ru.yaml").open("a", encoding="utf-8") as file:
        file.write('  - {read: range, is: "date lunar_month"}\n')
    (fault,) = check_language_files(folder)
    lines = (folder / "dates" / "ru.yaml").read_text(encoding="utf-8").splitlines()
    assert fault.startswith(f"ru.yaml:{len(lines)}: ")
    assert "no word class 'lunar_month'" in fault


def test_a_reading_that_nothing_understands_is_named(tmp_path: Path) -> None:
    folder = copied(tmp_path)
    with (folder / "tolls" / "hy.yaml").open("a", encoding="utf-8") as file:
        file.write('  - {read: tally, is: "killed"}\n')
    (fault,) = check_language_files(folder)
    assert "'read: tally,': no such reading" in fault


def test_an_actor_without_a_side_and_a_repeated_id_are_both_named(tmp_path: Path) -> None:
    folder = copied(tmp_path)
    text = (folder / "actors.yaml").read_text(encoding="utf-8")
    extra = "actors:\n  - {id: icrc, name: A, side: a, names: {en: [Aaa]}}\n  - {id: b, name: B, names: {en: [Bbb]}}\n"
    (folder / "actors.yaml").write_text(text.replace("actors:\n  - id:", extra + "  - id:", 1), encoding="utf-8")
    faults = check_language_files(folder)
    assert any("'icrc': the id is used twice" in fault for fault in faults)
    assert any("'b': fields ['side'] are missing or unknown" in fault for fault in faults)
