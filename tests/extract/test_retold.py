"""What a sentence says about the one before it."""

import pytest

from tests.extract.lexica import events, only


def test_the_next_sentence_may_say_whose_claim_it_is() -> None:
    text = "Ночью была обстреляна Шуша. Об этом сообщило министерство обороны Армении."
    event = only(text, "shelling", language="ru")
    assert (event.status, event.claimed_by) == ("claimed", "Armenian Ministry of Defence")


def test_whom_the_next_sentence_blames_is_not_stated_in_the_one_quoted() -> None:
    text = "Снаряд упал на окраине Аскерана. Об этом рассказали власти Карабаха, обвинив в случившемся Азербайджан."
    event = only(text, "shelling", language="ru")
    assert (event.status, event.actor) == ("claimed", None)


def test_what_an_agency_reports_is_no_claim_of_a_side() -> None:
    text = "Ночью была обстреляна Шуша. Об этом сообщило агентство Рейтер."
    assert only(text, "shelling", language="ru").status == "reported"


def test_what_nobody_contests_stays_reported() -> None:
    text = "В Женеве встретились министры иностранных дел. Об этом сообщил МИД Армении."
    assert only(text, "diplomacy", language="ru").status == "reported"


def test_another_name_in_brackets_parts_no_list() -> None:
    found = events("Ракеты упали в Мартакерте (азербайджанское название – Агдере) и в Аскеране.", language="ru")
    assert {event.place_id for event in found} == {"aghdara", "askeran"}


@pytest.mark.parametrize("dash", ["–", "—"])
def test_a_dash_stands_for_the_verb_that_is_not_said_again(dash: str) -> None:
    found = events(f"Вечером обстреляли Аскеран, а ближе к полуночи {dash} Мартуни.", language="ru")
    assert {event.place_id for event in found} == {"askeran", "khojavend"}


def test_a_capital_where_somebody_only_speaks_is_not_where_it_happened() -> None:
    text = "Войну в Нагорном Карабахе, которую в Баку называют отечественной, начал Азербайджан."
    assert "baku" not in {event.place_id for event in events(text, language="ru")}


def test_the_instrumental_names_who_did_it() -> None:
    event = only("Шуша обстреляна азербайджанскими войсками.", "shelling", language="ru")
    assert event.actor == "Azerbaijani forces"


def test_an_instrumental_after_a_preposition_does_not() -> None:
    event = only("Под Шушой идут бои с азербайджанскими войсками.", "armed_clash", language="ru")
    assert event.actor is None


def test_a_party_named_after_the_comma_and_its_verb_is_who_speaks() -> None:
    text = "Армянские отряды обстреляли Тертер, сообщили в Баку. Ночью армянские отряды отошли, утверждает Баку."
    assert only(text, "shelling", language="ru").claimed_by == "Azerbaijan"


def test_what_the_text_dates_after_its_publication_is_not_carried_on() -> None:
    text = "Указ о роспуске республики с 1 января 2024 года подписан. Тысячи жителей покинули Степанакерт."
    event = only(text, "displacement", language="ru")
    assert event.date_start is not None
    assert event.date_start.year == 2023


def test_the_name_of_a_road_is_nobody_who_acts() -> None:
    event = only("На трассе Степанакерт – Горис взорвалась мина.", "explosion", language="ru")
    assert event.actor is None


def test_a_place_taken_before_a_comma_is_no_speaker_with_the_one_after_it() -> None:
    text = "Армянские силы захватили Физули и Джебраил, Турция привела войска в готовность."
    taken = {event.place_id for event in events(text, language="ru") if event.event_type == "territorial_change"}
    assert taken == {"fuzuli", "jabrayil"}
