"""Facts that an answer must state where they are asked for."""

from __future__ import annotations

from dataclasses import replace

import pytest

from knowledge.question import Question
from knowledge.scope import Remainder
from knowledge.text import fold
from knowledge.wanted import enumerates, states_wanted


def question(wanted: str) -> Question:
    return Question("", "", (), Remainder(""), frozenset(), wanted=wanted)


STATED = [
    pytest.param("amount", "三、每月調整為2,000元", "三、114年3月調整", id="amount"),
    pytest.param("amount", "統一為10萬元", "討論案3 裁罰基準一致化", id="no-number-of-an-item"),
    pytest.param("firm", "自5月起由淨源環保承接", "營造成本上漲", id="firm-that-takes-over"),
    pytest.param("firm", "由禾豐營造承攬", "由承包單位負責", id="firm"),
    pytest.param("percent", "負擔比例調降為100分之六", "負擔比例調降", id="percent-written-out"),
    pytest.param("money", "補助三百萬元", "補助三百個名額", id="money"),
    pytest.param("headcount", "計有五人受傷", "四位市長受訪", id="headcount"),
    pytest.param("percent", "提高32%", "提高關稅", id="percent"),
    pytest.param("percent", "與隊員比例改為一比八", "對比八年前增加", id="percent-as-ratio"),
    pytest.param("vote", "十二票贊成", "照案通過", id="vote"),
    pytest.param("phone", "02-27208889", "詳簽到表", id="phone"),
    pytest.param("phone", "環安室:分機2345", "請各分機構配合", id="phone-inside-the-house"),
    pytest.param("duration", "要坐兩個半小時的車", "坐兩個車站", id="duration-and-a-half"),
    pytest.param("count", "明年可納3組", "第3組報告", id="count-of-sets"),
    pytest.param("count", "病例計187例", "例如病例", id="count-of-cases"),
    pytest.param("duration", "為期兩個月", "持續辦理", id="duration"),
    pytest.param("day", "目標122年完工", "穩健推進", id="day"),
    pytest.param("hour", "上午8時起管制", "上午起管制", id="hour"),
    pytest.param("where", "設於文化中心", "持續討論", id="where"),
    pytest.param("count", "設置五座", "設置車站", id="count"),
    pytest.param("name", "報告人:鍾局長鳴時", "由同仁報告", id="name"),
    pytest.param("date", "下次會議訂於3月5日", "下次會議提報", id="date"),
    pytest.param("funding", "由中央補助款支應", "由輪值城市主政", id="funding"),
    pytest.param("cause", "因電線走火引發火災", "火災濃煙擴散", id="cause"),
    pytest.param("cause", "肇因於老舊線路", "因應未來災害", id="cause-is-no-response"),
    pytest.param("reporter", "報告人:新北市政府", "報告事項:洽悉", id="reporter"),
    pytest.param("reporter", "文化局局長報告:洽悉", "下次會議報告", id="reporter-before-the-verb"),
    pytest.param("country", "邀請日本與會", "邀請美方參與", id="country"),
    pytest.param("reply", "交通局回覆:持續辦理", "請交通局持續辦理", id="reply"),
    pytest.param("meaning", "黃色代表新北", "設計主視覺", id="meaning"),
    pytest.param("calendar", "113年2月20日", "113年春季", id="calendar"),
    pytest.param("weekday", "4月9日(星期三)", "4月9日", id="weekday"),
    pytest.param("city", "由桃園市主辦", "由輪值者主辦", id="city"),
    pytest.param("agent", "由研考單位接手", "持續接手", id="agent"),
    pytest.param("agent", "委託「一束光工作室」設計", "完成設計", id="agent-entrusted"),
    pytest.param("date", "下次會議由基隆承辦，訂於3月", "下次會議由基隆承辦", id="date-after-who"),
    pytest.param("name", "廖世和委員", "籌備委員會", id="name-is-no-committee"),
    pytest.param("proposer", "連署人:林議員", "照案通過", id="proposer"),
    pytest.param("proposer", "本案由林董事提案", "提案人當場撤回", id="proposer-in-a-sentence"),
    pytest.param("roster", "產業、勞動與財政", "產業轉型", id="roster"),
    pytest.param(
        "roster", "二、 工務、交通、衛生各組", "二、 請災防組辦理", id="a-number-of-its-own"
    ),
]


@pytest.mark.parametrize(("wanted", "stated", "silent"), STATED)
def test_a_sentence_states_the_fact_that_is_asked_for(
    wanted: str, stated: str, silent: str
) -> None:
    asked = question(wanted)
    assert states_wanted(asked, fold(stated))
    assert not states_wanted(asked, fold(silent))


@pytest.mark.parametrize(
    ("count", "text", "told"),
    [
        pytest.param(3, "產業、勞動與財政", True, id="the-last-two-joined"),
        pytest.param(3, "產業與財政", False, id="two-of-three"),
        pytest.param(4, "紓困、轉型、重組及研發", True, id="four"),
        pytest.param(8, "紓困、轉型、重組及研發", False, id="four-of-eight"),
        pytest.param(3, "一、 請各議題小組辦理", False, id="its-own-number"),
        pytest.param(3, "(二)、產業轉型", False, id="its-own-number-in-brackets"),
        pytest.param(4, "一、黃、綠、藍及紅", True, id="behind-its-own-number"),
        pytest.param(5, "出口導向高的都會區,基隆市、新北市與桃園市", False, id="over-a-comma"),
    ],
)
def test_things_told_one_after_the_other(count: int, text: str, told: bool) -> None:
    assert enumerates(count, fold(text)) is told


@pytest.mark.parametrize(
    ("measure", "stated", "silent"),
    [
        pytest.param("盞", "新設120盞路燈", "新設120座", id="its-own-measure"),
        pytest.param("間", "共5所", "共5人", id="what-counts-the-same"),
        pytest.param("套", "售出20套", "成本420元,套票另計", id="a-comma-is-no-number"),
        pytest.param("公里", "長3.5公里", "長3.5公尺", id="of-length"),
    ],
)
def test_a_number_is_stated_in_the_measure_that_is_asked_for(
    measure: str, stated: str, silent: str
) -> None:
    asked = replace(question("count"), measure=fold(measure))
    assert states_wanted(asked, fold(stated))
    assert not states_wanted(asked, fold(silent))


@pytest.mark.parametrize(
    ("sentence", "states"),
    [
        ("由泓昇營造以5億8,300萬元得標", True),
        ("由禾木藝術工作室獲選", True),
        ("得標廠商：大成工程", True),
        ("提案人：鎮公所，金額由8億元修正為6億元", False),
    ],
)
def test_who_won_a_contract_must_be_told(sentence: str, states: bool) -> None:
    assert states_wanted(question("contractor"), fold(sentence)) is states


def test_when_something_happens_is_not_the_next_meeting() -> None:
    asked = replace(question("day"), folded=fold("滯洪池什麼時候動工"))
    assert not states_wanted(asked, fold("提下次會議討論"))
    assert states_wanted(asked, fold("預定115年6月開工"))
    assert states_wanted(question("day"), fold("提下次會議討論")), "when it is spoken of again"


def test_what_a_rate_came_to_is_told_of_a_change() -> None:
    asked = replace(question("percent"), folded=fold("關稅最後談成幾趴"))
    assert not states_wanted(asked, fold("提出高達32%的關稅政策"))
    assert states_wanted(asked, fold("經協商調降為20%"))
    assert states_wanted(question("percent"), fold("提出高達32%的關稅政策")), "how high it is"


@pytest.mark.parametrize(
    ("sentence", "stated"),
    [
        pytest.param("門票收入3,852萬元、權利金648萬元", False, id="what-came-in"),
        pytest.param("每餐補助52元", False, id="what-is-granted"),
        pytest.param("門票每張350元,收入3,852萬元", True, id="beside-what-came-in"),
        pytest.param("調為1,380元", True, id="the-price"),
    ],
)
def test_what_one_of_a_thing_costs_is_no_sum(sentence: str, stated: bool) -> None:
    asked = replace(question("money"), folded=fold("門票一張賣多少錢"))
    assert states_wanted(asked, fold(sentence)) is stated


def test_a_sum_that_is_named_is_asked_for() -> None:
    asked = replace(question("money"), folded=fold("一餐補助多少錢"))
    assert states_wanted(asked, fold("每餐補助52元"))
