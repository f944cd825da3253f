"""Grammar files are read whole, or every fault of them is told."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import gazetteer
from gazetteer.grammars import grammars, read_grammars

BROKEN = Path(__file__).parent / "files" / "grammar" / "broken"


def test_the_four_languages_of_the_news_have_a_grammar() -> None:
    assert {(grammar.language, grammar.script) for grammar in grammars().values()} >= {
        ("en", "latin"),
        ("az", "latin"),
        ("hy", "armenian"),
        ("ru", "cyrillic"),
    }


def test_every_fault_of_every_file_is_told_with_line_and_remedy() -> None:
    with pytest.raises(gazetteer.BrokenGazetteerError) as failure:
        read_grammars(BROKEN)
    told = [str(problem) for problem in failure.value.problems]
    for file in BROKEN.glob("*.yaml"):
        expected = re.findall(r"^# expect (\d+): (.+)$", file.read_text(encoding="utf-8"), re.MULTILINE)
        assert expected, file
        for line, text in expected:
            assert any(f"{file.name}:{line}: " in entry and text in entry for entry in told), (line, text, told)


def test_a_new_language_needs_a_file_and_no_code(tmp_path: Path) -> None:
    (tmp_path / "tr.yaml").write_text(
        'script: latin\nletters: {I: [i, u]}\nnouns:\n  - {ends: "[^aeiou]", endings: ["", In]}\n', encoding="utf-8"
    )
    (form,) = read_grammars(tmp_path)["tr"].forms("Ardahan")
    assert form.endings == {"", "in", "un"}
