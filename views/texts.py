"""What the interface says: one YAML file per language, chosen by key, with plurals and numbers by CLDR."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import yaml
from babel import Locale
from babel.numbers import format_decimal

from views import armenian, azerbaijani

LANGUAGES = ("en", "az", "hy", "ru")
FOLDER = Path(__file__).parent / "i18n"
_LOCALES = {"en": "en_GB"}
_YEARS: dict[str, Callable[[int], str]] = {"az": azerbaijani.ordinal}
_EVENTS: dict[str, Callable[[int], str]] = {"hy": armenian.ordinal}
_CAPITALS: dict[str, Callable[[str], str]] = {"az": azerbaijani.capital}
"""Where a language does what the others do not."""


Entry = str | dict[str, str]


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


class MissingTextError(KeyError):
    """A key that a language's file does not hold."""


def _flatten(tree: dict[str, object], prefix: str = "") -> dict[str, Entry]:
    flat: dict[str, Entry] = {}
    for key, value in tree.items():
        path = f"{prefix}{key}"
        if isinstance(value, dict) and "other" not in value:
            flat |= _flatten(value, f"{path}.")
        else:
            flat[path] = {str(k): str(v) for k, v in value.items()} if isinstance(value, dict) else str(value)
    return flat


@cache
def entries(language: str) -> dict[str, Entry]:
    """All texts of a language by dotted key; an entry with plurals is a mapping from CLDR category to text."""
    with (FOLDER / f"{language}.yaml").open(encoding="utf-8") as file:
        return _flatten(yaml.load(file, Loader=yaml.BaseLoader))


@cache
def locale(language: str) -> Locale:
    """Dates, numbers and names of countries in an interface language."""
    return Locale.parse(_LOCALES.get(language, language))


@dataclass(frozen=True, slots=True)
class Texts:
    """The interface in one language: ``texts("map.shown", n=3)``."""

    language: str

    def __call__(self, key: str, /, **values: object) -> str:
        """Return the text with its values filled in; ``n`` chooses the plural, integers are grouped.

        Raises:
            MissingTextError: when the file of this language has no such key.

        """
        entry = entries(self.language).get(key)
        if entry is None:
            raise MissingTextError(f"{FOLDER.name}/{self.language}.yaml: no text {key!r}: add it to every language")
        if isinstance(entry, dict):
            n = values.get("n", 0)
            category = locale(self.language).plural_form(n if isinstance(n, int) else 0)
            entry = entry.get(category, entry["other"])
        return entry.format(**{name: self._shown(value) for name, value in values.items()})

    def _shown(self, value: object) -> object:
        return self.number(value) if isinstance(value, int) and not isinstance(value, bool) else value

    def number(self, value: float) -> str:
        """Return the number grouped as the language writes it."""
        return format_decimal(value, locale=locale(self.language))

    def has(self, key: str) -> bool:
        """Tell whether there is such a text."""
        return key in entries(self.language)

    def country(self, code: str) -> str:
        """Return the name of a country by its ISO 3166 code, or the code where CLDR has none."""
        return str(locale(self.language).territories.get(code.upper(), code))

    def language_name(self, code: str) -> str:
        """Return the name of a language by its ISO 639 code, capitalised for a list."""
        return self.capital(str(locale(self.language).languages.get(code, code)))

    def capital(self, text: str) -> str:
        """Return the text with its first letter upper-case, as a label begins."""
        return _CAPITALS.get(self.language, _capital)(text)

    def year(self, year: int) -> str:
        """Return a year as it stands before the word for year, or for what is that year's."""
        return _YEARS.get(self.language, str)(year)

    def event(self, number: int) -> str:
        """Return which event of a text it is, as it stands before the word for event."""
        return _EVENTS.get(self.language, str)(number)
