"""Facts about the region that the shipped files must tell, whatever else changes in them."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

import pytest
from geopy.distance import geodesic

import gazetteer

ROUTES = "routes.yaml"
CURATED = ("towns.yaml", "districts.yaml", "regions.yaml", "features.yaml", "sites.yaml", ROUTES)
CONTESTED = (
    "khankendi", "shusha", "lachin", "kalbajar", "aghdam", "aghdara", "khojavend", "hadrut", "khojaly", "askeran",
    "fuzuli", "jabrayil", "zangilan", "gubadli", "sugovushan", "shaumyan", "nagorno-karabakh", "lachin-corridor",
)  # fmt: skip


@pytest.fixture(scope="module")
def atlas(tmp_path_factory: pytest.TempPathFactory) -> gazetteer.Gazetteer:
    return gazetteer.load(cache_folder=tmp_path_factory.mktemp("cache"))


def _found(atlas: gazetteer.Gazetteer, text: str) -> set[str]:
    return {candidate.place.id for hit in atlas.find(text) for candidate in hit.candidates}


def _whole(atlas: gazetteer.Gazetteer, name: str) -> set[str]:
    """The places that the whole of ``name`` may mean."""
    hits = [hit for hit in atlas.find(name) if (hit.start, hit.end) == (0, len(name))]
    return {candidate.place.id for hit in hits for candidate in hit.candidates}


@pytest.mark.parametrize(
    ("place", "names"),
    [
        ("khankendi", ["Khankendi", "Stepanakert", "Stepanakerd", "Xankəndi", "Xankendi", "Ստեփանակերտ", "Ханкенди"]),
        ("shusha", ["Shusha", "Shushi", "Şuşa", "Susha", "Shoushi", "Շուշի", "Шуша", "Шуши"]),
        ("lachin", ["Lachin", "Lacin", "Laçın", "Berdzor", "Լաչին", "Բերձոր", "Лачин", "Бердзор"]),
        ("kalbajar", ["Kalbajar", "Kelbajar", "Kelbadzhar", "Karvachar", "Kəlbəcər", "Քարվաճառ", "Кельбаджар"]),
        ("aghdam", ["Aghdam", "Agdam", "Ağdam", "Akna", "Ակնա", "Агдам"]),
        ("aghdara", ["Aghdara", "Agdere", "Martakert", "Mardakert", "Ağdərə", "Մարտակերտ", "Мардакерт", "Агдере"]),
        ("khojavend", ["Khojavend", "Martuni", "Xocavənd", "Մարտունի", "Ходжавенд", "Мартуни"]),
        ("khojaly", ["Khojaly", "Khojalu", "Ivanyan", "Xocalı", "Խոջալու", "Իվանյան", "Ходжалы"]),
        ("fuzuli", ["Fuzuli", "Fizuli", "Varanda", "Füzuli", "Ֆիզուլի", "Физули"]),
        ("jabrayil", ["Jabrayil", "Djebrail", "Jrakan", "Cəbrayıl", "Ջրական", "Джебраил"]),
        ("zangilan", ["Zangilan", "Zangelan", "Kovsakan", "Zəngilan", "Կովսական", "Зангелан"]),
        ("gubadli", ["Gubadli", "Kubatly", "Kashunik", "Sanasar", "Qubadlı", "Քաշունիք", "Кубатлы"]),
        ("sugovushan", ["Sugovushan", "Madagiz", "Mataghis", "Suqovuşan", "Մատաղիս", "Мадагиз"]),
        ("shaumyan", ["Shaumyanovsk", "Shahumyan", "Ashaghi Aghjakand", "Aşağı Ağcakənd", "Շահումյան"]),
        ("zabukh", ["Zabukh", "Aghavno", "Zabux", "Աղավնո", "Забух"]),
        ("farukh", ["Farrukh", "Parukh", "Fərrux", "Փառուխ", "Парух"]),
        ("dadivank", ["Dadivank", "Khudavang", "Xudavəng", "Դադիվանք", "Дадиванк"]),
        ("nagorno-karabakh", ["Artsakh", "Garabagh", "Nagorny Karabakh", "Dağlıq Qarabağ", "Արցախ", "НКАО"]),
        ("araks", ["Araks", "Aras", "Arax", "Արաքս", "Аракс"]),
        ("lake-sevan", ["Lake Sevan", "Göyçə gölü", "Սևանա լիճ", "озеро Севан"]),
    ],
)
def test_all_names_of_a_place_lead_to_one_place(atlas: gazetteer.Gazetteer, place: str, names: list[str]) -> None:
    assert {name: place in _whole(atlas, name) for name in names} == dict.fromkeys(names, True)


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("The Lachin corridor", "lachin-corridor"),
        ("the Lachin Road", "lachin-corridor"),
        ("the Berdzor (Lachin) corridor", "lachin-corridor"),
        ("the Lachin-Khankendi road", "lachin-corridor"),
        ("по Лачинскому коридору", "lachin-corridor"),
        ("Laçın dəhlizində keçən", "lachin-corridor"),
        ("Լաչինի միջանցքում", "lachin-corridor"),
        ("Բերձորի միջանցքը", "lachin-corridor"),
        ("the Aghdam road", "aghdam-khankendi-road"),
        ("the Aghdam–Khankendi route", "aghdam-khankendi-road"),
        ("the Akna-Askeran road", "aghdam-khankendi-road"),
        ("на Агдамской дороге", "aghdam-khankendi-road"),
        ("Ağdam–Xankəndi yolunun bərpası", "aghdam-khankendi-road"),
        ("Ակնա-Ասկերան ճանապարհին", "aghdam-khankendi-road"),
        ("the Goris–Stepanakert highway", "goris-stepanakert-highway"),
        ("Գորիս-Ստեփանակերտ մայրուղին", "goris-stepanakert-highway"),
        ("Зангезурского коридора", "zangezur-corridor"),
        ("the Khankendi–Khalfali–Turshsu route", "khankendi-khalfali-turshsu-road"),
        ("трассу Горис – Капан", "goris-kapan-road"),
    ],
)
def test_a_road_is_one_place_and_not_two_towns(atlas: gazetteer.Gazetteer, text: str, place: str) -> None:
    assert _found(atlas, text) == {place}


@pytest.mark.parametrize(
    ("text", "whole", "place"),
    [
        ("в Нагорно-Карабахской автономной области", "Нагорно-Карабахской автономной области", "nagorno-karabakh"),
        ("на Муровдагском хребте", "Муровдагском хребте", "murovdag"),
        ("в Степанакертском аэропорту", "Степанакертском аэропорту", "khojaly-airport"),
        ("у Сарсангского водохранилища", "Сарсангского водохранилища", "sarsang-reservoir"),
        ("Հակարիի կամրջի վրա", "Հակարիի կամրջի", "hakari-bridge"),
        ("Sərsəng su anbarından", "Sərsəng su anbarından", "sarsang-reservoir"),
    ],
)
def test_a_name_of_several_words_is_found_whole_in_its_cases(
    atlas: gazetteer.Gazetteer, text: str, whole: str, place: str
) -> None:
    found = {text[hit.start : hit.end]: hit.candidates[0].place.id for hit in atlas.find(text)}
    assert found == {whole: place}


def test_the_aghdam_road_runs_through_askeran(atlas: gazetteer.Gazetteer) -> None:
    via = atlas.places["aghdam-khankendi-road"].via
    assert via.index("aghdam") < via.index("askeran") < via.index("khankendi")


def test_the_lachin_corridor_crosses_the_hakari_and_ends_in_khankendi(atlas: gazetteer.Gazetteer) -> None:
    for course in atlas.places["lachin-corridor"].courses[1:]:
        assert course.via.index("hakari-bridge") < course.via.index("shusha") < course.via.index("khankendi")


@pytest.mark.parametrize("road", ["lachin-corridor", "goris-stepanakert-highway"])
def test_the_lachin_corridor_left_the_town_of_lachin_at_the_end_of_august_2022(
    atlas: gazetteer.Gazetteer, road: str
) -> None:
    before, *after = atlas.places[road].courses
    assert (before.last, after[0].first) == (date(2022, 8, 30), date(2022, 8, 31))
    assert {"lachin", "zabukh"} <= set(before.via)
    assert "hakari-bridge" not in before.via
    for course in after:
        assert {"lachin", "zabukh"}.isdisjoint(course.via)
        assert course.via.index("hinshen") < course.via.index("mets-shen-shusha") < course.via.index("shusha")
    assert all(course.source for course in (before, *after))


def test_a_road_told_under_several_names_is_one_and_none_of_its_ids_is_gone(atlas: gazetteer.Gazetteer) -> None:
    known = {road: atlas.places[road].same_road for road in ("goris-stepanakert-highway", "lachin-bypass")}
    assert known == {"goris-stepanakert-highway": "lachin-corridor", "lachin-bypass": "lachin-corridor"}
    for name, road in (("Goris-Stepanakert highway", "goris-stepanakert-highway"), ("Lachin bypass", "lachin-bypass")):
        assert _whole(atlas, name) == {road}


def test_every_road_runs_on_without_a_jump(atlas: gazetteer.Gazetteer) -> None:
    """No two neighbouring steps of a road in the region are further apart than 75 km."""
    jumps = []
    for place in atlas.places.values():
        if place.file.endswith(ROUTES):
            for via in (place.via, *(course.via for course in place.courses)):
                steps = [atlas.places[step] if isinstance(step, str) else step for step in via]
                jumps += [place.id for one, other in pairwise(steps) if _km(one, other) > 75]
    assert jumps == []


def test_a_road_stands_near_the_line_it_follows(atlas: gazetteer.Gazetteer) -> None:
    astray = []
    for place in atlas.places.values():
        if place.file.endswith(ROUTES):
            steps = [atlas.places[step] if isinstance(step, str) else step for step in place.via]
            length = sum(_km(one, other) for one, other in pairwise(steps))
            if min(_km(place, step) for step in steps) > max(15.0, length / 3):
                astray.append(place.id)
    assert astray == []


def _km(one: gazetteer.Place | gazetteer.Point, other: gazetteer.Place | gazetteer.Point) -> float:
    return float(geodesic((one.lat, one.lon), (other.lat, other.lon)).km)


def test_shusha_district_shares_the_names_of_the_town(atlas: gazetteer.Gazetteer) -> None:
    town = {(name.name, name.lang) for name in atlas.places["shusha"].names}
    district = {(name.name, name.lang) for name in atlas.places["shusha-district"].names}
    assert town <= district


def test_every_district_lies_around_its_town(atlas: gazetteer.Gazetteer) -> None:
    far = [
        place.id
        for place in atlas.places.values()
        if place.file.endswith("/districts.yaml") and place.named_after and place.id != "shahumyan-region"
        if _km(place, atlas.places[place.named_after]) > 40
    ]
    assert far == []


@pytest.mark.parametrize("place", CONTESTED)
def test_contested_places_are_named_by_both_sides_and_in_four_languages(atlas: gazetteer.Gazetteer, place: str) -> None:
    names = atlas.places[place].names
    assert {"az", "en", "hy", "ru"} <= {name.lang for name in names}
    english = {name.tradition for name in names if name.lang == "en"}
    assert {"azerbaijani", "armenian"} <= english or "common" in english


def test_martuni_and_aghdam_are_towns_in_two_places_each(atlas: gazetteer.Gazetteer) -> None:
    assert {"khojavend", "martuni-gegharkunik"} <= _whole(atlas, "Martuni")
    assert {"aghdam", "aghdam-tovuz"} <= _whole(atlas, "Aghdam")


@pytest.mark.parametrize(
    "text",
    [
        "the Second Karabakh War",
        "Shusha Declaration",
        "Şuşa Bəyannaməsi",
        "Шушинская декларация",
        "FK Qarabag",
        "Карабахская война",
        "Ararat Mirzoyan",
        "Goris Petrosyan",
        "Stepan Shaumyan",
        "the Council of Europe",
        "Совета Европы",
        "Baku Higher Oil School",
        "Movses Hakobyan",
    ],
)
def test_events_bodies_and_persons_named_after_places_are_none(atlas: gazetteer.Gazetteer, text: str) -> None:
    assert _found(atlas, text) == set()


def test_the_lines_of_the_past_carry_their_years_and_shapes(atlas: gazetteer.Gazetteer) -> None:
    oblast, contact = atlas.places["nkao"], atlas.places["line-of-contact"]
    assert (oblast.start_year, oblast.end_year) == (1923, 1991)
    assert len(oblast.outline) > 20
    assert (contact.start_year, contact.end_year) == (1994, 2020)
    assert len(contact.via) > 5


def test_curated_places_have_a_source_and_a_point_in_the_atlas(atlas: gazetteer.Gazetteer) -> None:
    curated = [place for place in atlas.places.values() if place.file.rsplit("/", 1)[-1] in CURATED]
    assert len(curated) > 400
    assert [place.id for place in curated if not place.source] == []
    assert [place.id for place in curated if not (36.5 <= place.lat <= 44 and 40 <= place.lon <= 51.6)] == []


@pytest.mark.parametrize(
    ("place", "names"),
    [
        ("machkalashen", {"Machkalashen": "common", "Jutchu": "azerbaijani", "Մաճկալաշեն": "armenian"}),
        ("petrosashen", {"Petrosashen": "common", "Պետրոսաշեն": "armenian"}),
        ("mehmana", {"Mehmana": "common"}),
        ("avdur", {"Avdur": "common"}),
        ("askeran", {"Askeran": "common", "Asgaran": "azerbaijani", "Ասկերան": "armenian"}),
        ("khojaly", {"Khojaly": "azerbaijani", "Khojalu": None, "Ivanyan": "armenian"}),
        ("karegah", {"Karegah": "armenian", "Koynashen": "armenian", "Garikaha": "azerbaijani"}),
        ("jinli", {"Jinli": "azerbaijani", "Karaglukh": "armenian"}),
    ],
)
def test_a_name_that_both_sides_use_is_neither_sides(
    atlas: gazetteer.Gazetteer, place: str, names: dict[str, str | None]
) -> None:
    known = {name.name: name.tradition for name in atlas.places[place].names if name.lang in ("en", "hy")}
    assert {name: known[name] for name in names} == names


@pytest.mark.parametrize(
    "gone",
    [
        "jutchu", "kurd-dam", "bozavand", "kiavshan", "yeniyol", "dordunju-barak", "babadzhan", "koynashen",
        "sevkar-syunik", "karaglukh", "damichldam", "mishni-aghdara",
    ],
)  # fmt: skip
def test_no_village_stands_there_twice(atlas: gazetteer.Gazetteer, gone: str) -> None:
    assert gone not in atlas.places


def test_dadivank_is_the_monastery(atlas: gazetteer.Gazetteer) -> None:
    assert _whole(atlas, "Dadivank") == {"dadivank"}


def test_the_soviet_district_of_shaumyan_lay_outside_the_oblast(atlas: gazetteer.Gazetteer) -> None:
    assert "nagorno-karabakh" not in atlas.places["shahumyan-region"].within
