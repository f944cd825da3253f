"""The gazetteer against open reference data, and against lists of what must not be missing."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import pytest

import gazetteer
from gazetteer import Place
from gazetteer.fold import fold
from tests.gazetteer import reference

needs_reference = pytest.mark.skipif(
    not reference.REFERENCE.is_dir(), reason=f"the reference data are not there: {reference.REFERENCE}"
)
DISSOLVED = {"AN", "CS"}
UNINHABITED = {"AQ", "BV", "GS", "HM", "IO", "TF", "UM"}
GEONAMES_MISTAKES = {
    "Lachin lies where the newer copy of GeoNames has it, not 4 km to the south": ("lachin", 39.6374, 46.5498),
}
ARMENIAN_TOWNS = (
    "Abovyan", "Agarak", "Akhtala", "Alaverdi", "Aparan", "Ararat", "Armavir", "Artashat", "Artik", "Ashtarak",
    "Ayrum", "Berd", "Byureghavan", "Chambarak", "Charentsavan", "Dastakert", "Dilijan", "Gavar", "Goris", "Gyumri",
    "Hrazdan", "Ijevan", "Jermuk", "Kajaran", "Kapan", "Maralik", "Martuni", "Masis", "Meghri", "Metsamor",
    "Nor Hachn", "Noyemberyan", "Sevan", "Shamlugh", "Sisian", "Spitak", "Stepanavan", "Talin", "Tashir",
    "Tsaghkadzor", "Tumanyan", "Vagharshapat", "Vanadzor", "Vardenis", "Vayk", "Vedi", "Yeghegnadzor", "Yeghvard",
    "Yerevan",
)  # fmt: skip
ARMENIAN_PROVINCES = (
    "Aragatsotn", "Ararat", "Armavir", "Gegharkunik", "Kotayk", "Lori", "Shirak", "Syunik", "Tavush", "Vayots Dzor",
)  # fmt: skip
AZERBAIJANI_CITIES = ("Bakı", "Gəncə", "Lənkəran", "Mingəçevir", "Naftalan", "Naxçıvan", "Sumqayıt", "Şəki", "Şirvan",
                      "Xankəndi", "Yevlax")  # fmt: skip
DISTRICTS_AND_CENTRES = {
    "Abşeron": "Xırdalan", "Ağcabədi": "Ağcabədi", "Ağdam": "Ağdam", "Ağdaş": "Ağdaş", "Ağdərə": "Ağdərə",
    "Ağstafa": "Ağstafa", "Ağsu": "Ağsu", "Astara": "Astara", "Babək": "Babək", "Balakən": "Balakən",
    "Bərdə": "Bərdə", "Beyləqan": "Beyləqan", "Biləsuvar": "Biləsuvar", "Cəbrayıl": "Cəbrayıl",
    "Cəlilabad": "Cəlilabad", "Culfa": "Culfa", "Daşkəsən": "Daşkəsən", "Füzuli": "Füzuli", "Gədəbəy": "Gədəbəy",
    "Goranboy": "Goranboy", "Göyçay": "Göyçay", "Göygöl": "Göygöl", "Hacıqabul": "Hacıqabul", "İmişli": "İmişli",
    "İsmayıllı": "İsmayıllı", "Kəlbəcər": "Kəlbəcər", "Kəngərli": "Qıvraq", "Kürdəmir": "Kürdəmir",
    "Laçın": "Laçın", "Lənkəran": "Lənkəran", "Lerik": "Lerik", "Masallı": "Masallı", "Neftçala": "Neftçala",
    "Oğuz": "Oğuz", "Ordubad": "Ordubad", "Qax": "Qax", "Qazax": "Qazax", "Qəbələ": "Qəbələ",
    "Qobustan": "Qobustan", "Quba": "Quba", "Qubadlı": "Qubadlı", "Qusar": "Qusar", "Saatlı": "Saatlı",
    "Sabirabad": "Sabirabad", "Salyan": "Salyan", "Samux": "Samux", "Sədərək": "Heydərabad", "Siyəzən": "Siyəzən",
    "Şabran": "Şabran", "Şahbuz": "Şahbuz", "Şamaxı": "Şamaxı", "Şəki": "Şəki", "Şəmkir": "Şəmkir",
    "Şərur": "Şərur", "Şuşa": "Şuşa", "Tərtər": "Tərtər", "Tovuz": "Tovuz", "Ucar": "Ucar", "Xaçmaz": "Xaçmaz",
    "Xızı": "Xızı", "Xocalı": "Xocalı", "Xocavənd": "Xocavənd", "Yardımlı": "Yardımlı", "Yevlax": "Yevlax",
    "Zaqatala": "Zaqatala", "Zəngilan": "Zəngilan", "Zərdab": "Zərdab",
}  # fmt: skip
BORDER_VILLAGES = (
    "Aygepar", "Baghanis", "Berkaber", "Chinari", "Davit Bek", "Khachik", "Khoznavar", "Kirants", "Kornidzor", "Koti",
    "Kut", "Movses", "Nerkin Hand", "Norabak", "Paravakar", "Shurnukh", "Sotk", "Tegh", "Tretuk", "Vaghatin",
    "Verin Shorzha", "Voskepar", "Yeraskh", "Angeghakot", "Ishkhanasar", "Karahunj", "Aravus", "Khnatsakh",
)  # fmt: skip


SETTLEMENTS = {"city", "village"}
Named = Mapping[str, Sequence[Place]]


@pytest.fixture(scope="module")
def places() -> tuple[Place, ...]:
    return tuple(gazetteer.load().places.values())


@pytest.fixture(scope="module")
def named(places: tuple[Place, ...]) -> Named:
    """Places by each of their folded names, hyphens as spaces."""
    found: dict[str, list[Place]] = {}
    for place in places:
        for name in {_bare(name.name) for name in place.names}:
            found.setdefault(name, []).append(place)
    return found


def _bare(name: str) -> str:
    return fold(name.strip()).replace("-", " ")


def _kinds(named: Named, name: str) -> set[str]:
    return {place.kind for place in named.get(_bare(name), ())}


@needs_reference
@pytest.mark.parametrize("scope", ["nkao", "districts7"])
def test_nearly_every_village_of_karabakh_and_the_seven_districts_is_there(
    places: tuple[Place, ...], scope: str
) -> None:
    known = sum(row.populated and row.scope == scope for row in reference.rows())
    missing = reference.missing(places, scope)
    assert len(missing) <= 0.05 * known, [(row.key, row.name) for row in missing]


def _explained(place: Place) -> bool:
    """Its note tells why it stands elsewhere than in the sources."""
    return place.note is not None and " km" in place.note


@needs_reference
def test_no_place_stands_far_from_where_the_reference_has_it(places: tuple[Place, ...]) -> None:
    differences = reference.differences(places)
    far = [difference for difference in differences if difference.km > 1 and not _explained(difference.place)]
    assert len(differences) > 2000
    assert not far, [(difference.place.id, round(difference.km, 1), difference.row.key) for difference in far]


@needs_reference
def test_every_country_is_there(places: tuple[Place, ...]) -> None:
    countries = [row for row in reference.table("world_countries.csv") if row["iso2"] not in DISSOLVED | UNINHABITED]
    linked = {link for place in places if place.kind == "country" for link in place.same_as}
    assert not [row["name_en"] for row in countries if f"geonames:{row['geonames_id']}" not in linked]


@needs_reference
def test_every_capital_and_every_big_city_is_there(places: tuple[Place, ...]) -> None:
    linked = {link for place in places for link in place.same_as}
    wanted = [
        row
        for row in reference.table("world_cities.csv")
        if (row["is_capital"] == "1" and row["country"] not in UNINHABITED)
        or float(row["population"] or 0) >= 1_000_000
    ]
    absent = [row["name"] for row in wanted if f"geonames:{row['geonames_id']}" not in linked]
    assert len(absent) <= 0.02 * len(wanted), absent
    assert not [row["name"] for row in wanted if row["is_capital"] == "1" and row["name"] in absent]


@needs_reference
def test_every_country_has_its_capital(named: Named) -> None:
    countries = [row for row in reference.table("world_countries.csv") if row["iso2"] not in DISSOLVED | UNINHABITED]
    capitals = [row["capital_en"] for row in countries if row["capital_en"]]
    assert not [capital for capital in capitals if not _kinds(named, capital) & {"city", "country"}]


@pytest.mark.parametrize("town", ARMENIAN_TOWNS)
def test_every_town_of_armenia_is_there(named: Named, town: str) -> None:
    assert "city" in _kinds(named, town)


@pytest.mark.parametrize("province", ARMENIAN_PROVINCES)
def test_every_province_of_armenia_is_there(named: Named, province: str) -> None:
    assert "province" in _kinds(named, province)


@pytest.mark.parametrize(("district", "centre"), DISTRICTS_AND_CENTRES.items())
def test_every_district_of_azerbaijan_and_its_centre_are_there(named: Named, district: str, centre: str) -> None:
    assert "district" in _kinds(named, district)
    assert "city" in _kinds(named, centre)


@pytest.mark.parametrize("city", AZERBAIJANI_CITIES)
def test_every_city_of_azerbaijan_outside_the_districts_is_there(named: Named, city: str) -> None:
    assert "city" in _kinds(named, city)


@pytest.mark.parametrize("village", BORDER_VILLAGES)
def test_the_border_villages_of_the_news_are_there(named: Named, village: str) -> None:
    assert _kinds(named, village) & SETTLEMENTS


@pytest.mark.parametrize(("what", "expected"), GEONAMES_MISTAKES.items())
def test_known_mistakes_of_the_sources_are_corrected(
    places: tuple[Place, ...], what: str, expected: tuple[str, float, float]
) -> None:
    identifier, lat, lon = expected
    place = next(place for place in places if place.id == identifier)
    assert (place.lat, place.lon) == pytest.approx((lat, lon), abs=0.005), what


def test_a_namesake_does_not_carry_the_names_of_a_town_elsewhere(named: Named) -> None:
    stepanakert = [place.id for place in named[_bare("Степанакерт")] if place.kind in SETTLEMENTS]
    assert stepanakert == ["khankendi"]


def test_every_place_says_where_it_was_taken_from(places: tuple[Place, ...]) -> None:
    assert not [place.id for place in places if not place.source]


def test_nothing_outside_is_linked_from_two_places(places: tuple[Place, ...]) -> None:
    seen: dict[str, str] = {}
    for place in places:
        for link in place.same_as:
            assert seen.setdefault(link, place.id) == place.id, link
