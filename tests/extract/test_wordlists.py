from pathlib import Path

import pytest

from extract.places.words import context_words
from extract.text.tokens import fold
from extract.text.wordlists import WordListError, lists_of


def test_words_stay_words_whatever_yaml_would_make_of_them(tmp_path: Path) -> None:
    file = tmp_path / "words.yaml"
    file.write_text("en:\n  inside: [no, on, 1.5, u.s]\n", encoding="utf-8")
    assert lists_of(file) == {"en": {"inside": ("no", "on", "1.5", "u.s")}}


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("- a\n- b\n", "begin with a language"),
        ("en: [a, b]\n", "en: write the lists below it"),
        ("en:\n  inside: mr\n", "en.inside: write a list of words"),
        ("en:\n  inside: [mr\n", "mend the YAML there"),
    ],
)
def test_a_broken_list_is_named_with_its_file_and_the_remedy(tmp_path: Path, content: str, said: str) -> None:
    file = tmp_path / "words.yaml"
    file.write_text(content, encoding="utf-8")
    with pytest.raises(WordListError, match=r"words\.yaml") as caught:
        lists_of(file)
    assert said in str(caught.value)


@pytest.mark.parametrize(
    ("form", "kind", "plural"),
    [
        ("districts", "district", True),
        ("районах", "district", True),
        ("rayonlarında", "district", True),
        ("rayonunun", "district", False),
        ("շրջաններ", "district", True),
    ],
)
def test_a_word_for_a_kind_is_known_in_its_forms(form: str, kind: str, plural: bool) -> None:
    word = context_words().kind_after[fold(form)]
    assert kind in word.kinds
    assert word.plural is plural


def test_a_singular_says_nothing_of_a_whole_list() -> None:
    words = context_words()
    assert not words.kind_after["district"].plural
    assert words.kind_after["districts"].plural
