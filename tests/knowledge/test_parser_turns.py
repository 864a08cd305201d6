"""Whose turn it is and what came of it where no label says so: homes, firms, votes, arrows."""

import pytest

from knowledge.model import Entry, Kind, Outcome
from knowledge.parser.minutes import parse
from knowledge.parser.outcomes import outcome
from knowledge.parser.voices import speaks, spoken_by
from knowledge.text import plain

HEAD = "水岸社區區分所有權人會議紀錄\n召開時間：112年2月11日晚上7點\n召開地點：B1大廳\n主席：詹主任委員凱琳\n"


def entries(body: str) -> tuple[Entry, ...]:
    """Return what follows the lines of a head."""
    return tuple(e for e in parse(HEAD + body).meetings[0].entries if e.start >= len(HEAD))


@pytest.mark.parametrize(
    ("before_the_colon", "name"),
    [
        ("D棟郝先生志強", "郝志強"),
        ("A棟7樓之1陸先生柏睿", "陸柏睿"),
        ("C棟3樓之3賈女士淑芬", "賈淑芬"),
        ("財務委員殷世傑", "殷世傑"),
        ("提案人林鈺翔", "林鈺翔"),
        ("列席結構技師岳承翰", "岳承翰"),
        ("廠商代表台瀅電能邊工程師逸東", "邊逸東"),
        ("巴委員奈．伍浪", "巴奈.伍浪"),
        ("住戶謝立威（A15-2）", "謝立威"),
        ("申請人代理人裘雅婷", "裘雅婷"),
        ("所有權人代理人夏侯智偉律師", "夏侯智偉"),
    ],
)
def test_a_person_speaks_from_home_for_a_firm_or_as_who_moved(
    before_the_colon: str, name: str
) -> None:
    phrase = plain(before_the_colon)
    assert speaks(phrase)
    assert spoken_by(phrase) == name


@pytest.mark.parametrize("phrase", ["A棟安全門", "A棟高樓層", "B區商業區", "申請人安全性"])
def test_a_part_of_a_building_is_nobody(phrase: str) -> None:
    assert not speaks(phrase)


def test_who_speaks_to_an_item_begins_a_paragraph_of_his_own() -> None:
    found = entries(
        "議題討論\n議題1\n現況：三戶滲水，廠商報價38萬元，保固已於2023年到期。\n"
        "住戶謝立威（A15-2）：已經漏了十個月。\n決議：全數贊成通過，由公共基金支付。\n"
    )
    assert [(e.kind, e.speaker, e.outcome) for e in found] == [
        (Kind.EXPLANATION, None, None), (Kind.SPEECH, "謝立威", Outcome.REMARKED),
        (Kind.RESOLUTION, None, Outcome.APPROVED),
    ]  # fmt: skip


def test_a_numbered_suggestion_of_a_person_is_the_item_that_is_dealt_with_below() -> None:
    found = entries(
        "3、建議事項\n3.1 史代表明達：希望補助健康檢查。\n處理：請人資室洽談價格。\n"
        "3.2 董代表秋月：請恢復餐費補貼。\n處理：照案通過。\n"
    )
    assert [(e.kind, e.path[1]) for e in found] == [
        (Kind.PROPOSAL, "3.1 史代表明達"), (Kind.RESOLUTION, "3.1 史代表明達"),
        (Kind.PROPOSAL, "3.2 董代表秋月"), (Kind.RESOLUTION, "3.2 董代表秋月"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("line", "name"),
    [("記錄：邰正工程員曉菁", "邰曉菁"), ("紀錄：曹會計玉蘭", "曹玉蘭"), ("紀錄：會計室 曹玉蘭", "曹玉蘭")],
)  # fmt: skip
def test_further_titles_stand_between_surname_and_given_name(line: str, name: str) -> None:
    recorder = parse(HEAD + line + "\n一、報告事項\n1. 財務。\n").meetings[0].head.recorder
    assert recorder is not None and recorder.name == name


def test_when_and_where_a_meeting_was_called_are_its_time_and_place() -> None:
    head = parse(HEAD + "一、報告事項\n1. 財務。\n").meetings[0].head
    assert (str(head.start), head.place) == ("19:00:00", "B1大廳")


def test_the_chair_s_address_may_name_only_his_office() -> None:
    found = entries("【主委致詞】\n各位鄰居晚安。\n【工作報告】\n◎清潔：已完成。\n")
    assert [(e.kind, e.speaker) for e in found] == [(Kind.SPEECH, "詹凱琳"), (Kind.REPORT, None)]


def test_an_arrow_stands_before_what_came_of_a_motion() -> None:
    found = entries(
        "【臨時動議】\n動議一：蘇小姐育慈提議晚上10點後禁止打籃球。\n　→全體附議，通過。\n"
        "動議二：程先生提議更換社區名稱。\n　→提案人當場撤案。\n"
    )
    assert [(e.kind, e.outcome) for e in found] == [
        (Kind.MOTION, None), (Kind.RESOLUTION, Outcome.APPROVED),
        (Kind.MOTION, None), (Kind.RESOLUTION, Outcome.WITHDRAWN),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("同意67戶、不同意85戶、棄權7戶，未通過。", None),
        ("同意102戶、不同意41戶，通過。", Outcome.APPROVED),
        ("不續約；同意97人，不同意44人。", None),
        ("同意辦理。", Outcome.APPROVED),
        ("經費來源為專案，請教務處於下週前確認。", Outcome.DIRECTED),
        ("疑義請教律師。", None),
    ],
)
def test_votes_by_household_decide_nothing_by_themselves(words: str, found: Outcome | None) -> None:
    assert outcome(Kind.RESOLUTION, plain(words)) is found
