"""Word lists by language, read from the lexicon's YAML files."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from typing import cast

import yaml

from extract.text.lexicon import LEXICON, LexiconError

Lists = Mapping[str, Mapping[str, tuple[str, ...]]]
"""Language -> name of the list -> words."""


class WordListError(LexiconError):
    """A word list that cannot be read: names the file, the key and the remedy."""


@lru_cache(maxsize=32)
def read_lists(name: str) -> Lists:
    """The word lists in ``extract/lexicon/<name>``; every word is a string, whatever YAML would make of it."""
    return lists_of(LEXICON / name)


def lists_of(path: Path) -> Lists:
    """The word lists of one file.

    Raises:
        WordListError: if the file is no YAML, or anything in it is no list of words.

    """
    try:
        content = cast("object", yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader))
    except yaml.YAMLError as error:
        raise WordListError(f"{path}: {error}: mend the YAML there") from error
    if not isinstance(content, dict):
        raise WordListError(f"{path}: it must begin with a language, such as `en:`, and its lists below")
    return {str(language): _language(path, str(language), lists) for language, lists in content.items()}


def _language(path: Path, language: str, lists: object) -> Mapping[str, tuple[str, ...]]:
    if not isinstance(lists, dict):
        raise WordListError(f"{path}: {language}: write the lists below it, each as `name: [word, word]`")
    return {str(key): _words(path, f"{language}.{key}", words) for key, words in lists.items()}


def _words(path: Path, key: str, words: object) -> tuple[str, ...]:
    if not isinstance(words, list) or not all(isinstance(word, str) for word in words):
        raise WordListError(f"{path}: {key}: write a list of words, [like, this]")
    return tuple(words)
