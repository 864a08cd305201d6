"""Who asks and who answers, called by a title alone or by 問; labels spaced apart and counted."""

import pytest

from knowledge.model import Entry, Kind
from knowledge.parser.minutes import parse

HEAD = (
    "雲海會議紀錄\n時間：112年2月11日下午2時\n地點：市府\n主席：周市長柏翰\n紀錄：林怡君\n"
    "出席：財委 蒲雅惠、監委 仲文彬\n"
)


def entries(body: str) -> tuple[Entry, ...]:
    """Return what follows the lines of a head."""
    return tuple(e for e in parse(HEAD + body).meetings[0].entries if e.start >= len(HEAD))


def test_an_only_title_of_the_head_names_who_speaks() -> None:
    found = entries(
        "討論事項\n提案一：頂樓防水\n說明：三家報價。\n財委：基金不足。\n監委：同意分期。\n"
    )
    assert [(e.kind, e.speaker) for e in found][2:] == [
        (Kind.SPEECH, "蒲雅惠"), (Kind.SPEECH, "仲文彬"),
    ]  # fmt: skip


def test_a_question_is_its_heading_persons_and_the_answer_is_not() -> None:
    found = entries(
        "七、里長建議及答覆\n1 湖東里奚里長文彬：\n問：擋土牆何時修？\n答（工務局）：十月動工。\n"
        "2 湖西里郎里長秀琴：\n問：巴士可否延駛？\n答（交通局）：人口不足。\n"
    )
    assert [(e.kind, e.speaker) for e in found] == [
        (Kind.SPEECH, "奚文彬"), (Kind.SPEECH, None), (Kind.SPEECH, "郎秀琴"), (Kind.SPEECH, None),
    ]  # fmt: skip


def test_what_is_asked_of_a_report_and_answered_is_said() -> None:
    found = entries(
        "八、專題報告\n（一）毒品防制（報告單位：衛生局）\n今年列管個案減少。\n"
        "警察局提問：警力如何配置？\n衛生局答覆：每季會銜。\n主席裁示：准予備查。\n"
    )
    assert [e.kind for e in found][-3:] == [Kind.SPEECH, Kind.SPEECH, Kind.RESOLUTION]


@pytest.mark.parametrize("subject", ["案由一", "案　由　一", "案 由 一"])
def test_each_counted_subject_is_an_item_however_it_is_spaced(subject: str) -> None:
    found = entries(
        f"貳、討論事項\n{subject}：休息時數案。\n說　明　同業已有先例。\n決　議　照案通過。\n"
    )
    assert [(e.kind, e.path[1]) for e in found] == [
        (Kind.PROPOSAL, "案由一"), (Kind.EXPLANATION, "案由一"), (Kind.RESOLUTION, "案由一"),
    ]  # fmt: skip


def test_what_was_said_may_stand_after_what_was_concluded() -> None:
    found = entries(
        "會議結論：\n1.請檢討補助。\n2.錄案供參。\n\n發言摘要：\n武委員雅婷：補助偏低。\n"
    )
    assert [(e.kind, e.path[0], e.speaker) for e in found] == [
        (Kind.CONCLUSION, "會議結論", None), (Kind.CONCLUSION, "會議結論", None),
        (Kind.SPEECH, "發言摘要", "武雅婷"),
    ]  # fmt: skip


@pytest.mark.parametrize("whom", ["里民", "漁會理事長", "住戶代表"])
def test_brackets_prove_a_rarer_surname_between_turns(whom: str) -> None:
    found = entries(
        f"參、與會人員意見\n■ 林志明（村民）\n浮球要補助。\n■ 陶美芳（{whom}）\n垃圾桶太少。\n"
    )
    assert [e.speaker for e in found] == ["林志明", "陶美芳"]


def test_a_head_counted_by_numerals_without_a_sign_is_read_below_a_long_title() -> None:
    title = "澄湖市第4次里鄰長聯繫會報暨山坡地住宅安全座談會紀錄"
    found = parse(
        f"{title}\n一　時間：113.08.15上午9:30\n二　地點：區公所\n三　主持人：武區長若蘭\n"
    )
    assert found.meetings[0].head.title == title.removesuffix("紀錄")
    assert found.meetings[0].head.place == "區公所"
