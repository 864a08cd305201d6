"""What a question asks for, told by its words: of each intent what it catches, and what not."""

from __future__ import annotations

from collections.abc import Mapping
from re import Pattern

import pytest

from knowledge.lexicon import load
from knowledge.text import fold


@pytest.fixture(scope="module")
def intents() -> Mapping[str, Pattern[str]]:
    return load().intents


OF_HEADS = [
    pytest.param("time", "先導會議幾點到幾點", "提案到幾點為止說明", id="time"),
    pytest.param("place", "在哪個廳開會", "看哪裡", id="place"),
    pytest.param("chair", "是誰代理主席", "主席要做什麼", id="chair"),
    pytest.param("recorder", "派誰做紀錄", "會議結論、紀錄中寫", id="recorder"),
    pytest.param("attendance", "出席人員", "出席費多少", id="attendance"),
    pytest.param("adjourned", "會議到幾點", "會議從幾號開始", id="adjourned"),
    pytest.param("slogan", "標題上面那句話", "那句話是誰說的", id="slogan"),
]
KINDS = [
    pytest.param("decision", "月票的錢敲定了嗎", "月票的錢", id="decision"),
    pytest.param("decision", "可以延長嗎", "可以說明延長嗎,還是", id="decision-will-it"),
    pytest.param("decision", "有沒有過", "有沒有過期", id="decision-passed"),
    pytest.param("exception", "哪一組不是照案通過", "哪一組照案通過", id="exception"),
    pytest.param("ordered", "主席要災防組做什麼", "災防組做了什麼", id="ordered"),
    pytest.param("ordered", "被交付了哪些任務", "交付日期", id="ordered-given"),
    pytest.param("proposal", "當初是怎麼提的", "最後怎麼定的", id="proposal"),
    pytest.param("speech", "蔣萬安講了些什麼", "講習會", id="speech"),
    pytest.param("report", "幕僚做的報告", "報告人", id="report"),
    pytest.param("motion", "有臨時加案嗎", "臨時停車", id="motion"),
    pytest.param("which_meetings", "哪兩場談到關稅", "哪兩組談到關稅", id="which-meetings"),
    pytest.param("opening", "聲明一開頭怎麼寫", "聲明結尾怎麼寫", id="opening"),
    pytest.param("mayor", "由哪位代表", "代表四市", id="mayor"),
    pytest.param("compare", "各自怎麼說", "自己怎麼說", id="compare"),
]
WANTED = [
    pytest.param("proposer", "由哪些委員連署,哪位連署", "連署書", id="proposer"),
    pytest.param("money", "租金是多少", "租金由誰收", id="money"),
    pytest.param("money", "補助多少", "補助多少人", id="money-is-no-headcount"),
    pytest.param("count", "多少個職缺", "多少錢", id="count"),
    pytest.param("count", "how many plans", "how many people", id="count-in-english"),
    pytest.param("roster", "成員名單", "名單位置", id="roster"),
    pytest.param("weekday", "是星期幾", "幾個星期", id="weekday"),
    pytest.param("hour", "幾點開放", "幾點建議", id="hour"),
    pytest.param("where", "在哪個廳舉行", "哪個局舉行", id="where"),
    pytest.param("agent", "由誰安排", "由誰報告", id="agent"),
    pytest.param("name", "局長叫什麼名字", "平臺叫什麼名字", id="name"),
    pytest.param("reporter", "哪幾位局長上台報告", "哪幾位局長出席", id="reporter"),
    pytest.param("reporter", "有哪些人報告", "有哪些報告事項", id="reporter-is-no-item"),
    pytest.param("country", "哪個國家提出", "哪個城市提出", id="country"),
    pytest.param("reply", "怎麼回應", "回應時間", id="reply"),
    pytest.param("meaning", "各代表什麼", "誰代表出席", id="meaning"),
    pytest.param("funding", "錢從哪裡來", "捷運從哪裡來", id="funding"),
    pytest.param("cause", "起火原因", "裁示的原因", id="cause"),
    pytest.param("phone", "聯絡電話是多少", "打電話給誰", id="phone"),
]


@pytest.mark.parametrize(("intent", "caught", "passed"), [*OF_HEADS, *KINDS, *WANTED])
def test_an_intent(
    intents: Mapping[str, Pattern[str]], intent: str, caught: str, passed: str
) -> None:
    assert intents[intent].search(fold(caught))
    assert not intents[intent].search(fold(passed))


@pytest.mark.parametrize(
    ("asked", "left"),
    [
        pytest.param("長官突然問我月票", "月票", id="a-chief-who-asks"),
        pytest.param("長官突然要買月票", "長官突然要買月票", id="a-chief-who-does-something-else"),
        pytest.param("我記得好像有月票", "月票", id="what-is-remembered"),
    ],
)
def test_who_wants_to_know_is_taken_out(
    intents: Mapping[str, Pattern[str]], asked: str, left: str
) -> None:
    assert intents["filler"].sub("", fold(asked)) == fold(left)
