"""A grammar file is read as its author means it, and faults are named where they are."""

from __future__ import annotations

from pathlib import Path

import pytest

from extract.grammar.files import GrammarError, load_grammar
from extract.grammar.matcher import Grammar, matches
from extract.grammar.vocabulary import Value
from extract.text.tokens import Token

ROOT = Path(__file__).parents[2] / "extract" / "lexicon"


def digits(token: Token, amount: float | None) -> tuple[str, Value]:
    return "number", amount


def grammar(tmp_path: Path, content: str) -> Grammar:
    path = tmp_path / "words.yaml"
    path.write_text(content, encoding="utf-8")
    return load_grammar(path, ("number",))


def read(grammar: Grammar, text: str) -> list[tuple[str, str]]:
    tagged = grammar.tag(text, digits)
    return [
        (m.rule.reading, text[tagged[m.first].start : tagged[m.last - 1].end])
        for m in matches(grammar.rules, grammar.spell(t.kind for t in tagged))
    ]


FRUIT = """
endings: {plural: ["", s]}
words:
  fruit: {1: [apple~plural, passion fruit~plural], 2: [plum*]}
  proper: [May]
rules:
  - {read: some, is: "number word{0,1} fruit"}
  - {read: named, is: "proper"}
never: [plum job]
"""


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("three? 3 apples", [("some", "3 apples")]),
        ("3 red plumlike things", [("some", "3 red plumlike")]),
        ("4 passion fruits", [("some", "4 passion fruits")]),
        ("3 very red apples", []),
        ("3. apples", []),
        ("3 plum jobs and 3 plum job", [("some", "3 plum")]),
        ("may May", [("named", "May")]),
        ("3\n\napples", []),
    ],
)
def test_words_endings_capitals_and_gaps(tmp_path: Path, text: str, found: list[tuple[str, str]]) -> None:
    assert read(grammar(tmp_path, FRUIT), text) == found


def test_the_leftmost_then_the_longest_match_counts(tmp_path: Path) -> None:
    rules = 'words: {a: [a], b: [b]}\nrules: [{read: short, is: "b"}, {read: long, is: "b b"}, {read: left, is: "a b"}]'
    assert read(grammar(tmp_path, rules), "a b b b b") == [("left", "a b"), ("long", "b b"), ("short", "b")]


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("words:\n  a: [x]\nrulez: []", "words.yaml:3: 'rulez': unknown section"),
        ('words: {a: [x]}\nrules:\n  - {read: r, is: "b"}', "words.yaml:3: 'b': no word class 'b'"),
        ('words: {a: [x]}\nrules:\n  - {read: r, is: "(a"}', "words.yaml:3: '(a': not a pattern"),
        ('words: {a: [x]}\nrules:\n  - {is: "a"}', "a rule needs 'read' and 'is'"),
        ('words: {a: [x]}\nrules:\n  - {read: r, is: "a?"}', "words.yaml:3: 'a?': fits the empty text"),
        ("words:\n  a: [x~case]", "no list ['case'] under 'endings'"),
        ("words:\n  a: [x]\n  b: [x]", "listed under a and b"),
        ("words: [", "not YAML"),
        ("nothing", "no mapping"),
    ],
)
def test_a_fault_names_file_line_value_and_remedy(tmp_path: Path, content: str, message: str) -> None:
    with pytest.raises(GrammarError) as caught:
        grammar(tmp_path, content)
    assert message in str(caught.value)


def test_every_fault_is_reported_not_the_first(tmp_path: Path) -> None:
    with pytest.raises(GrammarError) as caught:
        grammar(tmp_path, 'words: {a: [x], b: [x]}\nrules: [{read: r, is: "c"}]\nmore: 1')
    assert len(str(caught.value).splitlines()) == 3


@pytest.mark.parametrize("language", ["en", "ru", "az", "hy"])
@pytest.mark.parametrize("topic", ["dates", "tolls"])
def test_dates_and_tolls_have_a_file_for_every_language(topic: str, language: str) -> None:
    assert (ROOT / topic / f"{language}.yaml").is_file()
