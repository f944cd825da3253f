from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml

import gazetteer
from corpus import Document
from extract.places import find_mentions, read_names

CASES = Path(__file__).resolve().parents[1] / "cases"


@pytest.fixture(scope="module")
def places() -> gazetteer.Gazetteer:
    return gazetteer.load()


def document(text: str, language: str = "en") -> Document:
    return Document(doc_id="test", text=text, language=language)


def cases(name: str) -> list[Any]:
    sentences = yaml.load((CASES / name).read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
    return [pytest.param(case, id=f"{case['lang']}-{number}") for number, case in enumerate(sentences)]


@pytest.mark.parametrize("case", cases("places_found.yaml"))
def test_each_place_of_the_sentence_is_found_and_nothing_else(
    case: Mapping[str, Any], places: gazetteer.Gazetteer
) -> None:
    mentions, _ = find_mentions(document(case["text"], case["lang"]), places)
    assert [[m.text, m.place_id, m.kind] for m in mentions] == case["places"]


@pytest.mark.parametrize("case", cases("places_refused.yaml"))
def test_a_name_that_is_no_place_there_is_refused(case: Mapping[str, Any], places: gazetteer.Gazetteer) -> None:
    mentions, _ = find_mentions(document(case["text"], case["lang"]), places)
    assert not [m.text for m in mentions if any(name in m.text for name in case["refused"])]


@pytest.mark.parametrize("case", cases("places_unresolved.yaml"))
def test_a_name_like_a_place_is_left_unresolved(case: Mapping[str, Any], places: gazetteer.Gazetteer) -> None:
    _, unresolved = find_mentions(document(case["text"], case["lang"]), places)
    assert [name.text for name in unresolved] == case["unresolved"]


def test_the_cases_are_many_and_in_four_languages() -> None:
    found = yaml.load((CASES / "places_found.yaml").read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
    refused = yaml.load((CASES / "places_refused.yaml").read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
    assert len(found) + len(refused) >= 300
    assert {case["lang"] for case in found} == {case["lang"] for case in refused} == {"en", "ru", "az", "hy"}


def test_eight_mentions_of_five_places_two_of_them_lines(places: gazetteer.Gazetteer) -> None:
    text = (
        "Aid reached Khankendi by the Aghdam road while the Lachin corridor from Goris to Stepanakert stayed shut; "
        "Շուշի, Şuşa and Шуша are one town."
    )
    mentions, _ = find_mentions(document(text), places)
    assert len(mentions) == 8
    assert {m.place_id for m in mentions} == {
        "khankendi",
        "aghdam-khankendi-road",
        "lachin-corridor",
        "goris",
        "shusha",
    }
    assert sum(m.kind == "road" for m in mentions) == 2


def test_offsets_are_code_points_of_the_text_as_given(places: gazetteer.Gazetteer) -> None:
    text = "\u200f😀 İrəvan, Bakı\u0301 və ՇՈՒՇԻ: Xankəndi!  "
    mentions, _ = find_mentions(document(text, "az"), places)
    assert mentions
    assert all(text[m.start : m.end] == m.text for m in mentions)


def test_a_road_that_no_gazetteer_knows_is_composed_of_its_ends(places: gazetteer.Gazetteer) -> None:
    mentions, _ = find_mentions(document("The Barda-Goris road was mined."), places)
    (road,) = mentions
    barda, goris = places.places["barda"], places.places["goris"]
    assert (road.text, road.place_id, road.via) == ("Barda-Goris road", "route:barda--goris", ("barda", "goris"))
    assert road.kind == "road"
    assert road.lon == pytest.approx((barda.lon + goris.lon) / 2)
    assert road.lat == pytest.approx((barda.lat + goris.lat) / 2)


def test_a_pair_that_is_no_road_is_two_mentions(places: gazetteer.Gazetteer) -> None:
    mentions, _ = find_mentions(document("Fire was exchanged on the Armenia-Azerbaijan border."), places)
    assert [m.text for m in mentions] == ["Armenia", "Azerbaijan"]


@pytest.mark.parametrize(
    ("text", "language", "role"),
    [
        ("Baku said that it would not.", "en", "metonym"),
        ("Baku has repeatedly denied it.", "en", "metonym"),
        ("Azerbaijan freed fifteen captives.", "en", "metonym"),
        ("They met after Armenia had passed on the maps.", "en", "metonym"),
        ("Azerbaijan is recognised as its owner.", "en", "literal"),
        ("Armenia is a small country.", "en", "literal"),
        ("He lives in Baku.", "en", "literal"),
        ("Baku authorities were silent.", "en", "modifier"),
        ("Karabakh Armenians fled.", "en", "modifier"),
        ("Москва призвала стороны к миру.", "ru", "metonym"),
        ("Официальный Ереван молчит.", "ru", "metonym"),
        ("Он живёт в Москве.", "ru", "literal"),
        ("Rəsmi Bakı bunu rədd edib.", "az", "metonym"),
        ("Azərbaycan Ordusu irəliləyib.", "az", "modifier"),
        ("Բաքուն հերքել է դա։", "hy", "metonym"),
        ("Նա ապրում է Բաքվում։", "hy", "literal"),
    ],
)
def test_a_capital_that_speaks_is_its_government(
    text: str, language: str, role: str, places: gazetteer.Gazetteer
) -> None:
    mentions, _ = find_mentions(document(text, language), places)
    assert [m.role for m in mentions] == [role]


def test_the_name_as_written_keeps_its_language_and_tradition(places: gazetteer.Gazetteer) -> None:
    mentions, _ = find_mentions(document("Khankendi is Stepanakert is Степанакерт."), places)
    assert {m.place_id for m in mentions} == {"khankendi"}
    assert [m.name_tradition for m in mentions][:2] == ["azerbaijani", "armenian"]
    assert mentions[2].name_language == "ru"


def test_a_choice_names_its_rule_and_what_it_rejected(places: gazetteer.Gazetteer) -> None:
    mentions, _ = find_mentions(document("Two men died in the Shusha district."), places)
    (district,) = mentions
    assert district.kind == "district"
    assert "district" in district.rule
    assert any(line.startswith("shusha: ") for line in district.rejected)


def test_a_refused_name_says_why(places: gazetteer.Gazetteer) -> None:
    (reading,) = read_names(document("He studied at the University of Goris."), places)
    assert reading.mention is None
    assert "University" in reading.rule
    assert [line.partition(":")[0] for line in reading.rejected] == ["goris-district", "goris"]


def test_namesakes_go_where_their_company_is(places: gazetteer.Gazetteer) -> None:
    front, _ = find_mentions(document("Aghdam and Barda were shelled."), places)
    border, _ = find_mentions(
        document("The villages of Aghdam and Alibeyli in the Tovuz district were shelled."), places
    )
    assert front[0].place_id == "aghdam"
    assert border[0].place_id == "aghdam-tovuz"


def test_a_club_keeps_its_name_through_the_text(places: gazetteer.Gazetteer) -> None:
    text = "FK Qarabag won again. Qarabag had fourteen shots. In Karabakh itself nobody plays."
    mentions, _ = find_mentions(document(text), places)
    assert [m.text for m in mentions] == ["Karabakh"]


HOSTILE = [
    "",
    " ",
    "a",
    "Ш",
    "(",
    "\u200f\u202e\u2066",
    "\n" * 1000,
    "1234567890 " * 1000,
    "https://example.org/Baku?q=Shusha " * 200,
    "Baku" * 500,
    "«" * 1000 + "Шуша" + "»" * 1000,
    "Şuşa-Шуша–Շուշի—Shusha-" * 200,
    "Goris–" * 500 + "road",
    "(" * 500 + "Lachin" + ")" * 500 + " corridor",
    "of " * 1000 + "Baku",
    "A. B. C. Goris. " * 200,
    "\ud800 Baku \udfff",
    "S\u0335h\u0336u\u0337sha B\u0301aku",
    "\x00Baku\x00",
]


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
@pytest.mark.parametrize("language", ["en", "ru", "az", "hy", "ka", ""])
def test_no_text_breaks_the_search(text: str, language: str, places: gazetteer.Gazetteer) -> None:
    for reading in read_names(document(text, language), places):
        assert text[reading.start : reading.end] == reading.text


def test_a_megabyte_in_one_line_is_read_like_its_parts(places: gazetteer.Gazetteer) -> None:
    part = "Baku said that Shusha and Lachin districts were shelled from Goris in 2020. "
    few, _ = find_mentions(document(part * 10), places)
    many, _ = find_mentions(document(part * (1_000_000 // len(part))), places)
    assert len(few) == 40
    assert len(many) == 4 * (1_000_000 // len(part))


def test_an_unknown_name_comes_with_what_it_may_be_a_misspelling_of(places: gazetteer.Gazetteer) -> None:
    _, (name,) = find_mentions(document("Shelling was reported in the village of Chankatakh."), places)
    assert name.sentence == "Shelling was reported in the village of Chankatakh."
    assert name.nearest[0] == "janyatag"


def test_a_name_stays_with_the_village_it_was_given_to(places: gazetteer.Gazetteer) -> None:
    text = "Shells hit the village of Aghdam in the Tovuz district. A man of Aghdam died. Aghdam district is quiet."
    mentions, _ = find_mentions(document(text), places)
    assert [m.place_id for m in mentions if m.text == "Aghdam"] == ["aghdam-tovuz", "aghdam-tovuz", "aghdam-district"]
