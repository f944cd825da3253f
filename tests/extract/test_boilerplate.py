import itertools

import pytest

from extract.text.boilerplate import boilerplate

REPORT = "Azerbaijan said on Tuesday that its forces had shelled two posts near Lachin."


def cut(text: str, language: str = "en") -> list[str]:
    return [text[span.start : span.end] for span in boilerplate(text, language)]


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("en", "Photo Credit: A. Nobody"),
        ("en", "Read also: Yerevan protests enter a third day"),
        ("en", "Previous articleAliyev visits Shusha"),
        ("en", "Next article: Shelling near Goris"),
        ("en", "Follow us on Telegram"),
        ("en", "Subscribe to our newsletter and never miss a story."),
        ("en", "Place names in this article are the author's own."),
        ("en", "Home | World | Business | Sport"),
        ("en", "https://example.org/2023/09/20/shusha"),
        ("en", "© 2023 Some Outlet. All rights reserved."),
        ("en", "Views: 489"),
        ("ru", "Читайте также: В Горисе прошла акция протеста"),
        ("ru", "Подписывайтесь на наш канал в Telegram"),
        ("ru", "Фото: пресс-служба Минобороны"),
        ("ru", "Главная | Политика | Экономика | Спорт"),
        ("az", "Oxşar xəbərlər | Ən çox oxunanlar | Valyuta"),
        ("az", "Bizi izləyin: Facebook, Telegram"),
        ("az", "Bütün hüquqlar qorunur."),
        ("hy", "Կիսվել՝ Facebook, Telegram"),
        ("hy", "Կարդացեք նաև՝ Գորիսում բողոքի ակցիա է"),
        ("hy", "Լուսանկար՝ ՊՆ"),
    ],
)
def test_what_a_page_says_of_itself_is_no_report(language: str, line: str) -> None:
    assert cut(f"{REPORT}\n\n{line}\n\n{REPORT}", language) == [line]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", REPORT),
        ("en", "Photographs show burnt houses in Hadrut."),
        ("en", "Views differ on who shelled Stepanakert, but back to normal life nobody went."),
        ("en", "Sharing a border with Iran, Zangilan was taken in October."),
        ("en", "The ministry commented: there were no losses.\nGoris\nShusha"),
        ("ru", "Фотографии показывают разрушенные дома в Гадруте."),
        ("ru", "Комментариев из Баку не поступало."),
        ("az", "Fotoqraf Laçında minaya düşüb."),
        ("hy", "Մեկնաբանելով հրետակոծությունը՝ նախարարը լռեց։"),
    ],
)
def test_a_report_is_left_alone(language: str, text: str) -> None:
    assert cut(text, language) == []


def test_a_run_of_short_menu_lines_is_one_stretch() -> None:
    menu = "twitter\nyoutube\nfacebook\nsearch"
    assert cut(f"{menu}\n\n{REPORT}\n{REPORT}") == [menu]


def test_a_list_of_villages_is_no_menu() -> None:
    assert cut(f"{REPORT}\nTalish\nMadagiz\nSeysulan\nChayli\n{REPORT}") == []


def test_everything_behind_the_comments_heading_goes() -> None:
    comments = "COMMENTS\nbob: Baku shelled Goris again!\nann: No, they did not."
    assert cut(f"{REPORT} {REPORT}\n{REPORT}\n{comments}") == [comments]


def test_a_comments_link_at_the_top_takes_only_its_line() -> None:
    assert cut(f"Leave a comment\n{REPORT}\n{REPORT}") == ["Leave a comment"]


def test_the_note_on_the_author_at_the_end_goes_with_its_line() -> None:
    note = "The writer is the author of a book on Shusha. She lives in Goris."
    assert cut("\n".join([REPORT] * 8 + [note])) == [note]


def test_the_same_words_in_the_report_stay() -> None:
    said = "Fakhraddin, who is the author of a book on Shusha, fled to Barda."
    assert cut("\n".join([said] + [REPORT] * 8)) == []


@pytest.mark.parametrize("unit", ["a", "\n", "| ", "home\n", "home | ", ". ", "comments\n", "\ud800 ", "«»"])
def test_a_megabyte_of_anything_is_searched(unit: str) -> None:
    text = unit * (1_000_000 // len(unit))
    spans = boilerplate(text, "en")
    assert all(0 <= span.start < span.end <= len(text) for span in spans)
    assert all(one.end <= other.start for one, other in itertools.pairwise(spans))
