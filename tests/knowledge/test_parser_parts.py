"""An item's parts that are numbered, each alone on its line; headings below a decision."""

import pytest

from knowledge.model import Entry, Kind
from knowledge.parser.minutes import parse
from knowledge.parser.voices import spoken_by

HEAD = "雲海會議紀錄\n時間：112年2月11日下午2時\n地點：市府\n主席：周市長柏翰\n紀錄：林怡君\n"


def entries(body: str) -> tuple[Entry, ...]:
    """Return what follows the lines of a head."""
    return tuple(e for e in parse(HEAD + body).meetings[0].entries if e.start >= len(HEAD))


def test_the_numbered_parts_of_an_item_head_what_stands_below_them() -> None:
    found = entries(
        "七、審查案件\n第二案　空中纜車興建計畫\n（一）案情概要：\n全長3.6公里，設三站。\n"
        "（二）委員及相關機關意見：\n狄委員惠如：1. 鑽探孔不足。\n2. 請說明原因。\n"
        "林業主管機關（書面意見）：不同意設置便道。\n（三）決議：\n補正後送專案小組再審。\n"
    )
    assert [(e.kind, e.speaker, e.path[2]) for e in found[1:]] == [
        (Kind.EXPLANATION, None, "（一）案情概要"),
        (Kind.SPEECH, "狄惠如", "（二）委員及相關機關意見"),
        (Kind.SPEECH, "狄惠如", "（二）委員及相關機關意見"),
        (Kind.SPEECH, None, "（二）委員及相關機關意見"),
        (Kind.RESOLUTION, None, "（三）決議"),
    ]
    assert found[-1].text == "補正後送專案小組再審。"


@pytest.mark.parametrize(
    "item", ["第二案　空中纜車計畫", "案由二：空中纜車計畫", "二、空中纜車計畫"]
)
@pytest.mark.parametrize(
    "signs", [("（一）", "（二）", "（三）", "（四）"), ("1. ", "2. ", "3. ", "4. "), ("",) * 4]
)
@pytest.mark.parametrize(
    "heads",
    [
        ("案情概要：", "委員意見：", "開發單位回應：", "決議："),
        ("計畫概要：", "委員發言：", "申請單位答覆：", "審查結論："),
        ("基本資料：", "委員意見", "業務單位回應：", "審議結果："),
        ("案情概要", "委員及相關機關意見", "開發單位回應：", "決議："),
    ],
)
def test_the_parts_of_an_item_may_have_numbers_or_none(
    item: str, signs: tuple[str, ...], heads: tuple[str, ...]
) -> None:
    words = ("全長3.6公里，設三站。", "狄委員惠如：鑽探孔不足。", "將補充資料。", "補正後再審。")
    lines = "".join(map("{}{}\n{}\n".format, signs, heads, words))
    found = entries(f"參、審查案件\n{item}\n{lines}")
    assert [e.kind for e in found] == [
        Kind.PROPOSAL, Kind.EXPLANATION, Kind.SPEECH, Kind.SPEECH, Kind.RESOLUTION,
    ]  # fmt: skip


def test_opinions_that_nobody_is_named_for_are_no_speeches() -> None:
    found = entries(
        "七、審查案件\n第二案　空中纜車興建計畫\n（一）初審意見：\n1. 建議通過。\n2. 應補水車。\n"
        "（二）決議：通過。\n"
    )
    assert Kind.SPEECH not in [e.kind for e in found]


def test_a_name_alone_in_an_attachment_heads_its_paragraph() -> None:
    found = entries(
        "十、散會（下午5時40分）\n\n附件　收費標準說明\n一、收費依據\n　　依收費辦法第4條規定，每件30萬元。\n"
        "二、退費原則\n　　召開前撤回者退還二分之一。\n"
    )
    assert [(e.kind, e.path[-1], e.text.strip()) for e in found[-2:]] == [
        (Kind.OTHER, "一、收費依據", "依收費辦法第4條規定，每件30萬元。"),
        (Kind.OTHER, "二、退費原則", "召開前撤回者退還二分之一。"),
    ]


def test_a_heading_below_a_decision_on_reports_heads_further_ones() -> None:
    found = entries(
        "柒、幕僚單位報告：\n一、列管9案。\n二、下一年度輪值。\n主席裁示：洽悉。\n各議題組辦理情形：\n"
        "（一）交通組（報告人：危局長育成）：候車亭已設置58座。\n"
        "（二）環境組（報告人：邵局長文彬）：已通報13次。\n主席裁示：洽悉。\n"
    )
    assert [(e.kind, e.group, e.path[1]) for e in found[2:]] == [
        (Kind.RESOLUTION, None, "主席裁示"),
        (Kind.REPORT, "交通組", "各議題組辦理情形"),
        (Kind.REPORT, "環境組", "各議題組辦理情形"),
        (Kind.RESOLUTION, None, "主席裁示"),
    ]


@pytest.mark.parametrize(
    ("phrase", "name"),
    [("盛凱文副市長代表", "盛凱文"), ("侯友宜市長代表", "侯友宜"), ("王大明代表", "王大明")],
)
def test_who_speaks_for_all_is_named_before_that(phrase: str, name: str) -> None:
    assert spoken_by(phrase) == name
