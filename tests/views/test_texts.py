from __future__ import annotations

import ast
import re
from pathlib import Path
from string import Formatter

import pytest

from geo import event_types, families
from views import state, texts
from views.texts import LANGUAGES, MissingTextError, Texts, entries, locale

VIEWS = Path(texts.__file__).parent
OTHERS = [language for language in LANGUAGES if language != "en"]
DRAWN = {
    "title", "header", "subheader", "markdown", "text", "caption", "write", "button", "selectbox", "multiselect",
    "pills", "checkbox", "slider", "number_input", "text_input", "date_input", "radio", "toggle", "expander",
    "popover", "info", "warning", "error", "success", "download_button", "link_button", "tabs", "toast", "text_area",
    "file_uploader", "segmented_control", "metric", "page_link",
}  # fmt: skip
SPOKEN = {"label", "help", "placeholder", "alt", "title", "caption", "body"}


def _placeholders(entry: str | dict[str, str]) -> set[str]:
    forms = entry.values() if isinstance(entry, dict) else [entry]
    return {name for form in forms for _, name, _, _ in Formatter().parse(form) if name}


@pytest.mark.parametrize("language", OTHERS)
def test_every_language_has_the_same_texts(language: str) -> None:
    assert set(entries(language)) == set(entries("en"))


@pytest.mark.parametrize("language", OTHERS)
def test_every_language_fills_in_the_same_values(language: str) -> None:
    differing = {
        key for key, entry in entries("en").items() if _placeholders(entry) != _placeholders(entries(language)[key])
    }
    assert differing == set()


@pytest.mark.parametrize("language", LANGUAGES)
def test_plurals_have_every_form_that_the_language_needs(language: str) -> None:
    needed = {locale(language).plural_form(n) for n in range(200)} | {"other"}
    lacking = {key for key, entry in entries(language).items() if isinstance(entry, dict) and not needed <= set(entry)}
    assert lacking == set()


@pytest.mark.parametrize(("language", "script"), [("hy", "[Ա-ֆ]"), ("ru", "[А-я]")])
def test_texts_are_written_in_the_script_of_their_language(language: str, script: str) -> None:
    untranslated = {
        key
        for key, entry in entries(language).items()
        for form in (entry.values() if isinstance(entry, dict) else [entry])
        if re.search(r"[A-Za-z]{4}", re.sub(r"\{\w+\}|[A-Z]\w+[A-Z]\w*|karabakh gazetteer check|Settings", "", form))
        and not re.search(script, form)
    }
    assert untranslated == set()


def test_russian_counts_in_its_own_way() -> None:
    assert [Texts("ru")("counts.events", n=n) for n in (1, 2, 5, 21)] == [
        "1 событие",
        "2 события",
        "5 событий",
        "21 событие",
    ]


def test_whole_numbers_are_grouped_as_the_language_does() -> None:
    assert Texts("en")("counts.events", n=12345) == "12,345 events"


def test_a_missing_text_is_an_error_that_names_the_file() -> None:
    with pytest.raises(MissingTextError, match=r"en\.yaml.*no\.such"):
        Texts("en")("no.such")


def test_everything_that_a_store_can_hold_has_a_name() -> None:
    wanted = {f"type.{event_type}" for event_type in event_types()}
    wanted |= {f"family.{family.id}" for family in families()}
    wanted |= {f"status.{status}" for status in state.STATUSES}
    wanted |= {f"layer.{layer}" for layer in state.LAYERS} | {f"names.{style}" for style in state.NAME_STYLES}
    wanted |= {f"precision.{each}" for each in ("point", "district", "region", "country", "route", "none")}
    wanted |= {f"date.precision.{each}" for each in ("day", "week", "month", "season", "year", "none")}
    wanted |= {f"date.basis.{each}" for each in ("stated", "relative", "publication", "none")}
    assert wanted <= set(entries("en"))


def _calls(tree: ast.AST) -> list[ast.Call]:
    return [node for node in ast.walk(tree) if isinstance(node, ast.Call)]


def _words(node: ast.expr) -> bool:
    return isinstance(node, ast.Constant) and isinstance(node.value, str) and bool(re.search(r"[^\W\d_]", node.value))


def _hard_coded(path: Path) -> list[str]:
    found = []
    for call in _calls(ast.parse(path.read_text(encoding="utf-8"))):
        name = call.func.attr if isinstance(call.func, ast.Attribute) else ""
        spoken = [keyword.value for keyword in call.keywords if keyword.arg in SPOKEN]
        shown = call.args[:1] if name in DRAWN else []
        found += [f"{path.name}:{node.lineno}" for node in (*shown, *spoken) if _words(node)]
    return found


def test_no_view_says_anything_that_is_not_in_the_language_files() -> None:
    assert [place for path in sorted(VIEWS.glob("*.py")) for place in _hard_coded(path)] == []


def test_every_text_that_a_view_asks_for_exists() -> None:
    asked = {
        call.args[0].value
        for path in VIEWS.glob("*.py")
        for call in _calls(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(call.func, ast.Name | ast.Attribute)
        and (call.func.id if isinstance(call.func, ast.Name) else call.func.attr) == "texts"
        and call.args
        and isinstance(call.args[0], ast.Constant)
    }
    assert asked
    assert asked <= set(entries("en"))


def _every_form(language: str) -> dict[str, str]:
    forms = {
        key: " ".join(entry.values()) if isinstance(entry, dict) else entry for key, entry in entries(language).items()
    }
    return {key: text.casefold() for key, text in forms.items()}


@pytest.mark.parametrize(
    ("language", "other_word"),
    [
        ("ru", "газет+ир"),
        ("ru", "лексикон"),
        ("ru", "изложени(?!и разных)"),
        ("ru", "опроверг"),
        ("az", "leksikon"),
        ("az", "məkan"),
        ("hy", "ամփոփ"),
        ("hy", "խաղաղ բնակ"),
        ("hy", "գնդակոծ"),
    ],
)
def test_a_thing_has_one_name_in_a_language(language: str, other_word: str) -> None:
    assert [key for key, text in _every_form(language).items() if re.search(other_word, text)] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_labels_are_quoted_as_they_are_shown(language: str) -> None:
    texts = Texts(language)
    explained = texts("method.status_about", **{status: texts(f"status.{status}") for status in state.STATUSES})
    assert all(texts(f"status.{status}") in explained for status in state.STATUSES)
    assert texts("table.heading") in texts("map.alt")


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_shape_of_a_circle_is_not_called_a_district(language: str) -> None:
    texts = Texts(language)
    words = re.findall(r"\w+", texts("places.shapes.circle"))
    assert texts("kind.district") not in words


def test_what_is_counted_is_singular_in_armenian() -> None:
    texts = Texts("hy")
    assert "4,459 վայրի" in texts("places.lead", n=4459).replace("\u00a0", ",").replace("․", ",")
    plurals = {key: text for key, text in _every_form("hy").items() if re.search(r"\{n\} \w+(եր|ներ)\b", text)}
    assert plurals == {}
    assert "{n} լրատվամիջոցը" in _every_form("hy")["compare.most"]


def test_an_event_of_a_text_is_counted_off_in_armenian() -> None:
    texts = Texts("hy")
    assert [texts.event(number) for number in (1, 2, 21)] == ["1-ին", "2-րդ", "21-րդ"]


def test_a_place_is_counted_in_the_russian_way() -> None:
    said = [Texts("ru")("places.lead", n=n) for n in (1, 3, 4459, 4461)]
    assert [re.search(r"(место|места|мест) на", text)[1] for text in said] == ["место", "места", "мест", "место"]  # type: ignore[index]
