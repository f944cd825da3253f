"""Each kind of broken or doubtful block gives its line and the way to mend it."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

import gazetteer
from gazetteer.check import check
from gazetteer.loader import HERE

FILES = Path(__file__).parent / "files"
BROKEN = sorted((FILES / "broken").glob("*.yaml"))
DOUBTFUL = sorted((FILES / "doubtful").glob("*.yaml"))


def expected(file: Path) -> list[tuple[int, str]]:
    found = re.findall(r"^# expect (\d+): (.+)$", file.read_text(encoding="utf-8"), re.MULTILINE)
    return [(int(line), text) for line, text in found]


@pytest.mark.parametrize("file", BROKEN + DOUBTFUL, ids=lambda file: file.stem)
def test_a_wrong_block_is_told_with_its_line_and_remedy(file: Path) -> None:
    told = [str(problem) for problem in check([file])]
    assert expected(file)
    for line, text in expected(file):
        assert any(entry.startswith(f"{file}:{line}: ") and text in entry for entry in told), told


@pytest.mark.parametrize("file", BROKEN, ids=lambda file: file.stem)
def test_a_broken_file_fails_loading_with_all_its_problems(file: Path) -> None:
    with pytest.raises(gazetteer.BrokenGazetteerError) as failure:
        gazetteer.load([FILES / "small.yaml", file])
    told = [str(problem) for problem in failure.value.problems]
    for line, text in expected(file):
        if "which no block has" not in text and "circle" not in text:
            assert any(entry.startswith(f"{file}:{line}: ") and text in entry for entry in told), told
    assert str(file) in str(failure.value)


@pytest.mark.parametrize("file", DOUBTFUL, ids=lambda file: file.stem)
def test_a_doubtful_file_still_loads(file: Path) -> None:
    assert gazetteer.load([file]).places


def test_all_problems_of_all_files_come_at_once() -> None:
    files = {problem.file for problem in check([FILES / "broken"])}
    assert files == {str(file) for file in BROKEN}


def test_a_sound_file_has_no_errors() -> None:
    assert [
        problem for problem in check([FILES / "small.yaml", FILES / "world.yaml"]) if problem.severity == "error"
    ] == []


def test_a_file_that_is_not_there_is_told() -> None:
    (problem,) = check([FILES / "nowhere.yaml"])
    assert str(problem).endswith("nowhere.yaml:1: there is no gazetteer file here; check the path")


def test_text_in_another_encoding_is_told(tmp_path: Path) -> None:
    file = tmp_path / "old.yaml"
    file.write_bytes("- id: a\n  kind: Агдам\n".encode("cp1251"))
    (problem,) = check([file])
    assert (problem.line, problem.what, problem.remedy) == (
        2,
        "is not UTF-8 text",
        "save the file with the encoding UTF-8",
    )


def test_a_town_and_the_district_named_after_it_share_their_names() -> None:
    assert not [problem for problem in check([FILES / "small.yaml"]) if "also names" in problem.what]


def test_pointing_to_a_broken_block_is_no_second_problem(tmp_path: Path) -> None:
    file = tmp_path / "two.yaml"
    file.write_text(
        "- {id: a, kind: vilage, lat: 40, lon: 46}\n- {id: b, kind: city, lat: 40, lon: 46, within: [a]}\n",
        encoding="utf-8",
    )
    assert [problem.what for problem in check([file]) if problem.severity == "error"] == [
        "kind 'vilage' is not known",
        "b has no name",
    ]


@pytest.fixture(scope="module")
def shipped(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the shipped places."""
    copy = tmp_path_factory.mktemp("gazetteer") / "gazetteer"
    shutil.copytree(HERE, copy, ignore=shutil.ignore_patterns("*.py", "__pycache__", "grammar", "*.json"))
    return copy


@pytest.mark.parametrize("quote", ['"', "'"])
@pytest.mark.parametrize(
    ("name", "written"),
    [("places/districts.yaml", "Shusha District"), ("places/lachin.yaml", "Hacısamlı"), ("routes.yaml", None)],
)
def test_a_quote_that_is_not_closed_is_one_error_in_its_own_line(
    shipped: Path, name: str, written: str | None, quote: str
) -> None:
    file = shipped / name
    sound = file.read_text(encoding="utf-8")
    lines = sound.splitlines()
    number = next(n for n, line in enumerate(lines) if (f"name: {written}" if written else "{name: ") in line)
    lines[number] = lines[number].replace("name: ", f"name: {quote}", 1)
    try:
        file.write_text("\n".join(lines), encoding="utf-8")
        errors = [problem for problem in check([shipped]) if problem.severity == "error"]
        with pytest.raises(gazetteer.BrokenGazetteerError) as failure:
            gazetteer.load([shipped], cache_folder=shipped.parent)
    finally:
        file.write_text(sound, encoding="utf-8")
    assert [(problem.file, problem.line) for problem in errors] == [(str(file), number + 1)]
    assert "quote" in str(errors[0])
    assert failure.value.problems == tuple(errors)


def test_a_quote_that_runs_to_the_next_one_is_told_where_it_opens(tmp_path: Path) -> None:
    file = tmp_path / "a.yaml"
    text = (FILES / "small.yaml").read_text(encoding="utf-8")
    file.write_text(f'- id: a\n  note: "open\n  kind: city\n  source: "GeoNames"\n{text}', encoding="utf-8")
    (error,) = (problem for problem in check([file]) if problem.severity == "error")
    assert (error.line, "quote" in error.what) == (2, True)


def test_a_thousand_levels_are_one_error(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text("- " * 5000 + "x", encoding="utf-8")
    (error,) = check([tmp_path / "a.yaml"])
    assert "too many levels" in str(error)
