from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.published import published_on


@pytest.mark.parametrize(
    "written",
    [
        "2020-10-17",
        "20201017",
        "2020-10-17T23:59:00",
        "2020-10-17T23:59:00Z",
        "2020-10-17T23:59:00.000+04:00",
        "2020-10-17 23:59:00 UTC",
        "2020-10-17 23:59:00 +0000 UTC",
        "2020/10/17",
        "17.10.2020",
        "17.10.2020 23:59",
        "Sat, 17 Oct 2020 23:59:00 +0400",
        "Sat, 17 Oct 2020 00:30:00 GMT",
        "17 Oct 2020 10:00",
        "Sat, 17 Oct 2020",
        "17 October 2020",
        "17th October 2020",
        "October 17, 2020",
        "Saturday, October 17, 2020 at 10:00",
        "17 октября 2020",
        "17 октября 2020 г., 12:30",
        "17 oktyabr 2020",
        "17 հոկտեմբերի 2020",
        "1602892800",
        "1602892800.0",
        "1602892800000",
        "  17.10.2020\n",
    ],
)
def test_a_day_is_read_in_every_usual_form(written: str) -> None:
    assert published_on(written) == date(2020, 10, 17)


@pytest.mark.parametrize(
    "written",
    ["", "last spring", "2020", "17/10/2020", "31.02.2020", "17 Smarch 2020", "99999999999999", "1602892800 x", "-5"],
)
def test_what_is_no_day_or_could_be_two_is_none(written: str) -> None:
    assert published_on(written) is None


def test_days_before_1970_may_be_counted_backwards() -> None:
    assert published_on("-1000000000") == date(1938, 4, 24)


@given(st.one_of(st.text(), st.from_regex(r"[-+0-9:.,/ TZa-zA-Z]{0,40}", fullmatch=True)))
def test_no_text_breaks_the_reading_of_days(text: str) -> None:
    assert published_on(text) is None or isinstance(published_on(text), date)
