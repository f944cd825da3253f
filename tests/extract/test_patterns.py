import pytest

from extract.text.patterns import PatternError, PatternIndex, compile_patterns
from extract.text.words import words


def found(source: str, text: str, tags: dict[int, set[str]] | None = None) -> list[str]:
    index = PatternIndex(compile_patterns(source))
    tokens = words(text)
    marks = [frozenset((tags or {}).get(n, ())) for n in range(len(tokens))]
    return [text[tokens[m.first].start : tokens[m.last].end] for m in index.find(tokens, marks)]


@pytest.mark.parametrize(
    ("source", "text", "expected"),
    [
        ("shelled", "They SHELLED the shelled town", ["SHELLED", "shelled"]),
        ("обстрел*", "Обстреляли город, обстрел продолжается", ["Обстреляли", "обстрел"]),
        ("*acaq", "Hücum olacaq", ["olacaq"]),
        ("opened|opens fire", "opened fire and opens a door", ["opened fire"]),
        ("opened the? door", "opened door, opened the door", ["opened door", "opened the door"]),
        ("set ... fire", "set their own houses on fire", []),
        ("set ...5 fire", "set their own houses on fire", ["set their own houses on fire"]),
        ("cease-fire", "a cease-fire, a cease fire, a ceasefire", ["cease-fire", "cease fire"]),
        ("truce|cease-fire held", "the cease-fire held", ["cease-fire held"]),
    ],
)
def test_a_pattern_finds_its_words_and_no_others(source: str, text: str, expected: list[str]) -> None:
    assert found(source, text) == expected


def test_a_class_stands_for_the_words_that_carry_it() -> None:
    assert found("@weapon fire", "artillery fire", {0: {"weapon"}}) == ["artillery fire"]
    assert found("@weapon fire", "artillery fire") == []


@pytest.mark.parametrize("source", ["", "... fire", "fire?", "set ...", "a&b", "set ...20 fire"])
def test_a_pattern_that_cannot_work_is_refused_with_a_reason(source: str) -> None:
    with pytest.raises(PatternError, match=r"\w+"):
        compile_patterns(source)
