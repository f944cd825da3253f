import itertools
import re

import pytest

from extract.text.sentences import LONGEST, sentences


def split(text: str, language: str = "en") -> list[str]:
    return [text[span.start : span.end] for span in sentences(text, language)]


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("en", ["Baku denied it.", "Yerevan did not!", "Who fired first?", "Nobody knows."]),
        ("en", ["Gen. Seyran Ohanyan met Mr. Blinken at 10 a.m. on Sept. 19 in St. Petersburg.", "He left."]),
        ("en", ["The U.S. Secretary of State called.", "He spoke to J. D. Vance."]),
        ("en", ["It was made in the U.S.", "The talks failed."]),
        ("en", ["About 2.5 million drams were lost.", "“We are under siege,” he said.", "“Help us!”", "Then silence."]),
        ("en", ["“Who did this?” she asked.", "The road (see Art. 6) is shut."]),
        ("en", ["They wait… and wait.", "Nothing came..."]),
        ("en", ["MOSCOW, September 21.", "/TASS/.", "Envoys met."]),
        ("ru", ["В 2020 г. война началась.", "По данным МО, погибли 20 тыс. человек."]),
        ("ru", ["Дом на ул. Низами разрушен.", "И. Алиев прибыл в с. Талиш."]),
        ("ru", ["Подписано в 1994 г.", "В Баку этого не признают.", "— Мы не уйдём! — сказал он."]),
        ("ru", ["Армия, техника и т. д. готовы.", "«Нас слышат?»", "Нет."]),
        ("az", ["Prezident İ. Əliyev çıxış edib.", "Mina, sursat və s. tapılıb.", "Bu, ilk hal deyil."]),
        ("az", ["Hadisə 2020-ci ildə baş verib.", "“Biz qalib gəldik!” – deyə o bildirib."]),
        ("hy", ["Երևանը հերքել է։", "Բաքուն լռում է։", "Ի՞նչ է եղել։"]),
        ("hy", ["Նա մեկնել է Գորիս:", "Այնտեղ մարդիկ են սպասում:"]),
        ("ka", ["An unknown language is split.", "By its full stops."]),
    ],
)
def test_a_text_is_split_where_a_reader_would_pause(language: str, expected: list[str]) -> None:
    assert split(" ".join(expected), language) == expected


def test_a_new_line_ends_a_sentence() -> None:
    assert split("Headline without a stop\nBaku denied it.\n\nCOMMENTS") == [
        "Headline without a stop",
        "Baku denied it.",
        "COMMENTS",
    ]


def test_lines_of_a_fixed_width_are_one_paragraph() -> None:
    text = (
        "The convoy of the International Red Cross reached the town after\n"
        "three days on the road, and the mayor said that the flour would\n"
        "last for about a week if nothing else came through by the end of\n"
        "the month. A second convoy is waiting at the border.\n\n"
        "Nobody knows when it will be let through."
    )
    assert len(split(text)) == 3


@pytest.mark.parametrize(
    ("language", "text", "count"),
    [
        ("en", "The truck passed through the Khojavend\ndistrict on Tuesday.", 1),
        ("en", "The 2020\nKarabakh War ended.", 1),
        ("en", "Shells fell on the village of\nTalish and on Fuzuli,\nJabrayil and Barda.", 1),
        ("en", "Aid reached Nagorno-\nKarabakh.", 1),
        ("ru", "В Лачинском\nрайоне и в селе\nТалиш тихо.", 1),
        ("az", "Laçın\nrayonunun Zabux və\nSus kəndləri atəşə tutulub.", 1),
        ("hy", "Հադրութի\nշրջանում և\nՇուշիում մարտեր են։", 1),
        ("en", "Shusha was shelled\nBaku denied it.", 2),
        ("en", "Elections of 2020\nBaku denied it.", 2),
        ("en", "Taken:\nthe town\n\nlost: the road", 3),
        ("en", "The list\n- of towns\n- of roads", 3),
        ("ru", "Обстрел Шуши.\nв Баку молчат.", 2),
        ("en", "It is in the\n\nNext paragraph.", 2),
    ],
)
def test_a_line_that_is_broken_off_goes_on_in_the_next(language: str, text: str, count: int) -> None:
    assert len(split(text, language)) == count


def test_an_item_number_stays_with_its_item() -> None:
    assert split("1. Armenia shall withdraw.\n2. Azerbaijan shall wait.") == [
        "1. Armenia shall withdraw.",
        "2. Azerbaijan shall wait.",
    ]


@pytest.mark.parametrize("text", ["", " ", "\n\n", "\t \u00a0", "\u2028"])
def test_a_blank_text_has_no_sentence(text: str) -> None:
    assert sentences(text, "en") == ()


@pytest.mark.parametrize(
    "text",
    [
        "  Baku   said.\tIt\u00a0would.  \r\n\r\nNo… stop",
        "😀 One. Two 👍🏽! \u200fThree?",
        "a" * 5000 + " " + "b " * 4000,
        ". . . . .",
        "«" * 50 + "Да." + "»" * 50,
    ],
)
def test_the_spans_lie_in_order_and_lose_no_letter(text: str) -> None:
    spans = sentences(text, "en")
    kept = "".join(text[span.start : span.end] for span in spans)
    assert re.sub(r"\s", "", kept) == re.sub(r"\s", "", text)
    assert all(one.end <= other.start for one, other in itertools.pairwise(spans))
    assert all(span.end - span.start <= LONGEST for span in spans)
    assert all(text[span.start : span.end] == text[span.start : span.end].strip() for span in spans)


@pytest.mark.parametrize("unit", ["a", ".", ". ", "1 ", "U.S. ", "\n", "(« ", ".) ", "А.Б. В", '." ', "- . "])
def test_a_megabyte_of_anything_is_split(unit: str) -> None:
    text = unit * (1_000_000 // len(unit))
    spans = sentences(text, "en")
    assert sum(span.end - span.start for span in spans) <= len(text)
    assert all(0 < span.end - span.start <= LONGEST for span in spans)
