"""Numerals, dates and times as minutes and questions write them."""

from datetime import date, time

import pytest

from knowledge.dates import (
    Partial,
    find_dates,
    find_times,
    in_either_calendar,
    number,
    roc,
    weekday,
)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("120", 120),
        ("１２０", 120),
        ("1 6", 16),
        ("一百二十", 120),
        ("一百二十三", 123),
        ("一百二", 120),
        ("一百零二", 102),
        ("一二〇", 120),
        ("八○○", 800),
        ("二七五0", 2750),
        ("廿三", 23),
        ("卅", 30),
        ("十", 10),
        ("兩", 2),
        ("拾壹", 11),
        ("三千五百", 3500),
        ("一萬二千", 12_000),
        ("", None),
        ("年", None),
        ("第三", None),
    ],
)
def test_a_numeral_has_one_value_however_it_is_written(text: str, value: int | None) -> None:
    assert number(text) == value


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("112年2月11日(星期六)16時30分", Partial(2023, 2, 11)),
        ("113 年 3 月 15 日（星期五）", Partial(2024, 3, 15)),
        ("一一二年二月十一日", Partial(2023, 2, 11)),
        ("一百一十三年十月一日", Partial(2024, 10, 1)),
        ("九十三年三月廿六日", Partial(2004, 3, 26)),
        ("本(九十二)年十二月十二日", Partial(2003, 12, 12)),
        ("中華民國 1 0 1 年 5 月 24 日", Partial(2012, 5, 24)),
        ("西元2020年03月07日", Partial(2020, 3, 7)),
        ("２０２４年３月１５日", Partial(2024, 3, 15)),
        ("113/3/15", Partial(2024, 3, 15)),
        ("(104.03.05)", Partial(2015, 3, 5)),
        ("90-09-05", Partial(2001, 9, 5)),
        ("2018-07-31 09:00:00", Partial(2018, 7, 31)),
        ("民國113年3月", Partial(2024, 3)),
        ("目標 122 年順利完工", Partial(2033)),
        ("2024年", Partial(2024)),
        ("7月23日", Partial(None, 7, 23)),
        ("4/9", Partial(None, 4, 9)),
        ("三月", Partial(None, 3)),
    ],
)
def test_a_date_is_read_in_either_calendar(text: str, found: Partial) -> None:
    assert [partial for _, partial in find_dates(text)] == [found]


@pytest.mark.parametrize(
    "text",
    [
        "2月30日",
        "112年13月1日",
        "民國1061021(星期六)",  # lost units are not guessed
        "109學年度第2學期",
        "三年計畫",
        "生活圈月票",
        "三個月內",
        "100年前",
        "就業服務法第 24 條",
    ],
)
def test_what_is_no_date_is_not_found(text: str) -> None:
    assert find_dates(text) == []


def test_only_a_whole_date_is_a_calendar_date() -> None:
    assert Partial(2023, 2, 11).whole() == date(2023, 2, 11)
    assert Partial(2023, 2).whole() is None


def test_a_span_cuts_the_date_out_of_the_text() -> None:
    text = "於１１３年２月２０日新北市深坑區火災"
    ((span, _),) = find_dates(text)
    assert span.cut(text) == "１１３年２月２０日"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("下午2時30分", [time(14, 30)]),
        ("下午 1 時 30 分", [time(13, 30)]),
        ("16時30分", [time(16, 30)]),
        ("下午4時0分", [time(16, 0)]),
        ("下午兩點半", [time(14, 30)]),
        ("14:30", [time(14, 30)]),
        ("上午十時", [time(10, 0)]),
        ("上午十一時三十分。", [time(11, 30)]),
        ("中午12時15分", [time(12, 15)]),
        ("凌晨0時8分", [time(0, 8)]),
        ("下午14點", [time(14, 0)]),
        ("14時30分至17時56分", [time(14, 30), time(17, 56)]),
        ("下午2時30分至4時", [time(14, 30), time(16, 0)]),
        ("上午9時3分、下午2時34分", [time(9, 3), time(14, 34)]),
        ("產業面向第三點", []),
        ("三點建議", []),
        ("一時之間", []),
        ("下午25時", []),
    ],
)
def test_a_time_of_day_is_read_on_the_24_hour_clock(text: str, found: list[time]) -> None:
    assert [moment for _, moment in find_times(text)] == found


def test_a_date_is_shown_in_the_calendar_of_the_republic_with_its_weekday() -> None:
    day = date(2023, 2, 11)
    assert (roc(day), weekday(day)) == ("112年2月11日", "六")


@pytest.mark.parametrize(
    ("day", "forms"),
    [
        pytest.param("2024年", {"2024年", "113年"}, id="of-the-republic"),
        pytest.param("113年", {"113年", "2024年"}, id="of-the-world"),
        pytest.param("7月", {"7月", "七月"}, id="no-year"),
    ],
)
def test_a_year_is_the_same_in_either_calendar(day: str, forms: set[str]) -> None:
    assert forms <= set(in_either_calendar(day))
