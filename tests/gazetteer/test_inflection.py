"""Names and the forms that they take."""

from __future__ import annotations

import pytest

from gazetteer.fold import fold
from gazetteer.grammars import grammars
from gazetteer.inflection import script_of


def forms(language: str, name: str) -> set[str]:
    return {fold(form.stem) + ending for form in grammars()[language].forms(name) for ending in form.endings}


@pytest.mark.parametrize(
    ("language", "name", "inflected"),
    [
        ("ru", "Шуша", "Шуши Шуше Шушу Шушой"),
        ("ru", "Горадиз", "Горадиза Горадизу Горадизом Горадизе"),
        ("ru", "Нахичевань", "Нахичевани Нахичеванью"),
        ("ru", "Геранбой", "Геранбоя Геранбое"),
        ("ru", "Грузия", "Грузии Грузию Грузией"),
        ("ru", "Штаты", "Штатов Штатам Штатах"),
        ("ru", "Закавказье", "Закавказья Закавказьем"),
        ("ru", "Красный Базар", "Красного Базара,Красном Базаре,Красным Базаром"),
        ("ru", "Агдамская дорога", "Агдамской дороги,Агдамскую дорогу,Агдамской дороге"),
        ("ru", "Нагорно-Карабахская Республика", "Нагорно-Карабахской Республики,Нагорно-Карабахскую Республику"),
        ("ru", "озеро Севан", "озера Севан,озеру Севан"),
        ("ru", "Ростов-на-Дону", "Ростова-на-Дону,Ростове-на-Дону"),
        ("ru", "Демократическая Республика Конго", "Демократической Республики Конго,Демократическую Республику Конго"),
        ("ru", "Западный берег Иордана", "Западного берега Иордана,Западным берегом Иордана"),
        ("ru", "Баку", "Баку"),
        ("az", "Ağdam", "Ağdamın Ağdama Ağdamı Ağdamda Ağdamdan Ağdamdakı Ağdamla"),
        ("az", "Xankəndi", "Xankəndinin Xankəndiyə Xankəndinə Xankəndidə Xankəndində Xankəndidən"),
        ("az", "Kəlbəcər", "Kəlbəcərin Kəlbəcərə Kəlbəcərdən"),
        ("az", "Canyataq", "Canyatağın Canyatağa Canyataqda"),
        ("az", "Sərsəng su anbarı", "Sərsəng su anbarından,Sərsəng su anbarına,Sərsəng su anbarının"),
        ("hy", "Շուշի", "Շուշիի Շուշին Շուշիից Շուշիում Շուշիով"),
        ("hy", "Մարտունի", "Մարտունու Մարտունում Մարտունուց"),
        ("hy", "Բաքու", "Բաքվի Բաքվում Բաքվից Բաքուն"),
        ("hy", "Մոսկվա", "Մոսկվայի Մոսկվայում Մոսկվան"),
        ("hy", "Կիև", "Կիևի Կիևում"),
        ("hy", "Կիեւ", "Կիեւի Կիեւում"),
        ("hy", "Լեռնային Ղարաբաղ", "Լեռնային Ղարաբաղի,Լեռնային Ղարաբաղում"),
        ("hy", "Արցախի Հանրապետություն", "Արցախի Հանրապետության,Արցախի Հանրապետությունը"),
        ("en", "Shusha", "Shusha"),
    ],
)
def test_a_name_takes_the_endings_of_its_language(language: str, name: str, inflected: str) -> None:
    wanted = {fold(form) for form in inflected.split("," if "," in inflected else " ")}
    assert wanted | {fold(name)} <= forms(language, name)


@pytest.mark.parametrize(
    ("language", "name", "other"),
    [
        ("ru", "Карабах", "карабахский"),
        ("ru", "Армения", "армянин"),
        ("az", "Qarabağ", "qarabağlı"),
        ("az", "Azərbaycan", "azərbaycanca"),
        ("az", "Bakı", "bakılı"),
        ("hy", "Արցախ", "արցախյան"),
        ("hy", "Արցախ", "արցախցի"),
        ("en", "Karabakh", "karabakhi"),
    ],
)
def test_adjectives_peoples_and_languages_are_no_forms_of_a_place(language: str, name: str, other: str) -> None:
    assert fold(other) not in forms(language, name)


@pytest.mark.parametrize(
    ("name", "adjective"),
    [
        ("Шуша", "Шушинск"),
        ("Агдам", "Агдамск"),
        ("Физули", "Физулинск"),
        ("Ходжалы", "Ходжалинск"),
        ("Геранбой", "Геранбойск"),
        ("Нахичевань", "Нахичеванск"),
        ("Джебраил", "Джебраильск"),
        ("Шаумян", "Шаумяновск"),
    ],
)
def test_a_district_is_called_by_an_adjective_of_its_town(name: str, adjective: str) -> None:
    assert adjective in grammars()["ru"].adjective_stems(name)


@pytest.mark.parametrize(
    ("name", "script"),
    [("Şuşa", "latin"), ("Шуша", "cyrillic"), ("Շուշի", "armenian"), ("شوشا", "latin"), ("425", "latin")],
)
def test_a_name_is_in_the_script_of_most_of_its_letters(name: str, script: str) -> None:
    assert script_of(name) == script


@pytest.mark.parametrize(
    ("language", "name", "bare"),
    [
        ("en", "Republic of Armenia", "armenia"),
        ("en", "Islamic Republic of Iran", "iran"),
        ("az", "Azərbaycan Respublikası", "azərbaycan"),
        ("hy", "Հայաստանի Հանրապետություն", "հայաստան"),
        ("ru", "Республика Арцах", "арцах"),
        ("en", "Shusha", None),
    ],
)
def test_a_title_can_be_taken_off_a_name(language: str, name: str, bare: str | None) -> None:
    assert grammars()[language].bare(name) == bare


@pytest.mark.parametrize(
    ("language", "standing", "alone"),
    [
        ("hy", "Մարտակերտի", "Մարտակերտ"),
        ("hy", "Ակնայի", "Ակնա"),
        ("hy", "Մարտունու", "Մարտունի"),
        ("hy", "Շուշիի", "Շուշի"),
        ("hy", "Բաքվի", None),
        ("en", "Shusha", "Shusha"),
    ],
)
def test_a_name_before_a_word_for_its_kind_can_be_put_in_the_nominative(
    language: str, standing: str, alone: str | None
) -> None:
    assert grammars()[language].nominative(standing) == alone
