"""What is an entry of its own: a supplement, a sub-number, each paragraph of an explanation."""

from knowledge.model import Entry, Kind
from knowledge.parser.minutes import parse

HEAD = "雲海會議紀錄\n時間：112年2月11日下午2時\n地點：市府\n主席：周市長柏翰\n紀錄：林怡君\n"


def entries(body: str) -> tuple[Entry, ...]:
    """Return what follows the lines of a head."""
    return tuple(e for e in parse(HEAD + body).meetings[0].entries if e.start >= len(HEAD))


def kinds(body: str) -> list[tuple[Kind, str]]:
    return [(e.kind, e.path[-1]) for e in entries(body)]


def test_an_office_adds_to_its_report_below_it() -> None:
    found = kinds(
        "丁、業務報告\n五、財政處報告：債務餘額八億元。\n財政處補充：標售土地四筆。\n"
        "財政處再補充：查緝私菸。\n裁示：洽悉。\n六、農業處報告：產量七千公噸。\n裁示：洽悉。\n"
    )
    assert found == [
        (Kind.REPORT, "五、"), (Kind.REPORT, "財政處補充"), (Kind.REPORT, "財政處再補充"),
        (Kind.RESOLUTION, "裁示"), (Kind.REPORT, "六、"), (Kind.RESOLUTION, "裁示"),
    ]  # fmt: skip


def test_a_number_between_two_numbers_is_an_entry() -> None:
    found = kinds(
        "討論事項\n第一案\n案由：納骨堂案。\n說明：\n（一）櫃位用罄。\n（一之一）可擴建。\n"
        "（一之二）可遷建。\n（二）居民反對。\n決議：緩議。\n"
    )
    assert found == [
        (Kind.PROPOSAL, "案由"), (Kind.EXPLANATION, "（一）"), (Kind.EXPLANATION, "（一之一）"),
        (Kind.EXPLANATION, "（一之二）"), (Kind.EXPLANATION, "（二）"), (Kind.RESOLUTION, "決議"),
    ]  # fmt: skip


def test_each_paragraph_of_an_explanation_is_an_entry() -> None:
    below = entries(
        "討論事項\n第一案\n案由：路燈案。\n說明\n燈桿老舊。\n住戶陳情。\n決議：通過。\n"
    )
    assert [e.text for e in below[1:3]] == ["燈桿老舊。", "住戶陳情。"]
    beside = entries(
        "討論事項\n第一案\n案由：路燈案。\n說明：燈桿老舊。\n住戶陳情。\n決議：通過。\n"
    )
    assert [e.text for e in beside[1:3]] == ["說明：燈桿老舊。", "住戶陳情。"]
    assert {e.kind for e in (*below[1:3], *beside[1:3])} == {Kind.EXPLANATION}


def test_discussion_and_speeches_are_no_part_of_what_is_proposed() -> None:
    found = kinds(
        "討論事項\n第一案\n案由：光電案。\n辦法：\n函頒實施。\n討論與發言：\n工務處汪處長景隆：屋頂載重不足。\n"
        "決議：通過。\n"
    )
    assert found == [
        (Kind.PROPOSAL, "案由"), (Kind.EXPLANATION, "辦法"), (Kind.SPEECH, "工務處汪處長景隆"),
        (Kind.RESOLUTION, "決議"),
    ]  # fmt: skip


def test_numerals_that_lost_their_sign_count_within_each_other() -> None:
    found = entries(
        "一　報告出席人數\n本會秘書鄭光裕：代表七人出席，請宣布開會。\n二　宣讀議事錄\n決定　議事錄確定。\n"
        "三　討論提案\n第一案\n案由　收費標準案，請審議。\n提案人　石埕鄉公所\n說明\n"
        "一　現行標準十年未調整。\n二　每年增收二十萬元。\n決議　照案通過。\n四　臨時動議\n"
        "代表江美鳳動議　請試車一次。\n決議　照辦。\n五　散會\n"
    )
    assert [(e.kind, e.path[:1]) for e in found] == [
        (Kind.REPORT, ("一　報告出席人數",)),
        (Kind.REPORT, ("二　宣讀議事錄",)),
        (Kind.RESOLUTION, ("二　宣讀議事錄",)),
        *[(kind, ("三　討論提案",)) for kind in (Kind.PROPOSAL, Kind.OTHER)],
        *[(Kind.EXPLANATION, ("三　討論提案",))] * 2,
        (Kind.RESOLUTION, ("三　討論提案",)),
        (Kind.MOTION, ("四　臨時動議",)),
        (Kind.RESOLUTION, ("四　臨時動議",)),
        (Kind.HEADER, ("五　散會",)),
    ]


def test_a_name_of_reports_heads_them() -> None:
    found = kinds(
        "柒、報告事項\n甲、總幹事工作報告\n一、交易量減少。\n二、存款增加。\n"
        "乙、監事會監察報告\n常務監事彭瑞琴：帳冊相符。\n常務監事彭瑞琴：採購單已補正。\n決定：備查。\n"
    )
    assert found == [
        (Kind.REPORT, "一、"), (Kind.REPORT, "二、"), (Kind.REPORT, "常務監事彭瑞琴"),
        (Kind.REPORT, "常務監事彭瑞琴"), (Kind.RESOLUTION, "決定"),
    ]  # fmt: skip


def test_several_who_speak_below_a_report_discuss_it() -> None:
    found = kinds("報告事項\n一、路平工作報告\n王委員大明：請加速。\n林委員怡君：請公布期程。\n")
    assert [kind for kind, _ in found][-2:] == [Kind.SPEECH, Kind.SPEECH]


def test_when_questions_began_is_no_question() -> None:
    found = kinds("三、鄉政總質詢\n（上午十時十二分開始）\n代表塗水木：牌樓何時完工？\n")
    assert [kind for kind, _ in found] == [Kind.OTHER, Kind.SPEECH]


def test_below_an_item_s_number_stands_its_subject_and_then_what_explains_it() -> None:
    found = kinds(
        "討論事項\n案由一：\n擬停訂期刊三十二種，提請討論。\n(一)訂費上漲。\n(二)使用率低。\n"
        "伍教授柏翰：請續訂。\n陸同學品嘉：同意。\n決議：修正通過。\n案由二：\n專書補助七案，請審議。\n"
        "其中三件為共同著作。\n決議：通過。\n"
    )
    assert [kind for kind, _ in found] == [
        Kind.PROPOSAL, Kind.EXPLANATION, Kind.EXPLANATION, Kind.SPEECH, Kind.SPEECH, Kind.RESOLUTION,
        Kind.PROPOSAL, Kind.EXPLANATION, Kind.RESOLUTION,
    ]  # fmt: skip


def test_a_row_of_what_became_of_an_old_decision_is_one_report() -> None:
    found = entries(
        "前次會議決議執行情形：\n案次：112-1　案由：借書冊數　決議：增為五十冊　執行情形：已實施　列管：解除\n"
        "決定：同意備查。\n"
    )
    assert [e.kind for e in found] == [Kind.REPORT, Kind.RESOLUTION]
    assert found[0].text.startswith("案次")
    assert found[0].text.endswith("解除")


def test_a_second_conclusion_of_the_same_word_is_the_item_s() -> None:
    found = entries(
        "討論事項\n議題1：再生水\n- 結論：請試算。\n- 結論：提下次會議再議。\n議題2：租金\n- 結論：通過。\n"
    )
    assert [e.path[-2] for e in found if e.kind is Kind.RESOLUTION] == ["議題1", "議題1", "議題2"]


def test_a_ruling_once_after_decided_items_is_the_meeting_s() -> None:
    found = entries(
        "議題討論\n議題一　票價案\n會議結論\n照案通過。\n議題二　防詐案\n會議結論\n請各縣查核。\n"
        "主席裁示\n雲峰縣　倪縣長慧心（代表）：\n（一）請提出分析。\n（二）請於下次報告。\n"
    )
    assert [(e.kind, e.path[0]) for e in found][-2:] == [(Kind.CONCLUSION, "主席裁示")] * 2


def test_a_body_s_delegate_answers_a_motion() -> None:
    found = entries(
        "臨時提案\n白浪縣文化局費局長思源提：建請申請認證。\n青洲縣代表表示應先緩一緩。\n裁示：不予列入。\n"
    )
    assert [e.kind for e in found] == [Kind.MOTION, Kind.SPEECH, Kind.RESOLUTION]


def test_a_dot_before_a_sentence_is_no_part_of_it() -> None:
    found = entries(
        "工作報告\n【秘書組】\n● 一票通自四月試賣，共售出三萬張。\n◆ 行銷：短片三十支。\n"
    )
    assert [e.text for e in found] == ["一票通自四月試賣，共售出三萬張。", "◆ 行銷：短片三十支。"]


def test_an_address_left_out_on_the_next_line_is_no_speech() -> None:
    assert [e.kind for e in entries("主席致詞\n（略）\n")] == [Kind.HEADER]


def test_a_director_s_title_is_no_part_of_an_office_or_a_name() -> None:
    told = parse(HEAD.replace("周市長柏翰", "圖書館館長駱以忠教授")).meetings[0].head.chairs
    assert [chair.name for chair in told] == ["駱以忠"]


def test_those_present_may_be_many_and_stand_on_two_sides() -> None:
    names = "　".join(f"{surname}大明" for surname in "陳林黃張李王吳劉蔡楊許鄭謝洪郭邱曾廖賴徐")
    known = parse(
        f"雲海市議會第3次會議紀錄\n時　　間　114年5月21日\n地　　點　議事廳\n出　　席　{names}\n"
        "主　　席　蔡議長坤霖\n紀　　錄　曹會計玉蘭\n勞方出席：魯國忠、巫建仁\n"
    ).meetings[0].head  # fmt: skip
    assert known.place == "議事廳"
    assert known.recorder is not None
    assert known.recorder.name == "曹玉蘭"


def test_a_numbered_suggestion_of_a_person_is_what_is_decided() -> None:
    found = kinds(
        "3、建議事項\n3.1 史代表明達：希望補助健康檢查。\n處理：請人資室洽談。\n"
        "3.2 董代表秋月：便當漲價。\n處理：請財務處試算。\n"
    )
    assert [kind for kind, _ in found] == [Kind.PROPOSAL, Kind.RESOLUTION] * 2


def test_who_speaks_to_a_motion_that_has_its_subject_makes_none() -> None:
    found = kinds(
        "丙、臨時提案\n第1號\n案由：建請補助淹水戶。\n陳議員永富：電話打不通。\n大會決議：照案通過。\n"
    )
    assert [kind for kind, _ in found] == [Kind.MOTION, Kind.SPEECH, Kind.RESOLUTION]


def test_a_resident_speaks_to_an_item_that_is_explained() -> None:
    found = entries(
        "討論事項\n議題1：漏水案\n說明：外牆滲水十個月。\n住戶謝立威（A15-2）：請先做防水。\n"
        "申請人代理人葉雅婷：同意。\n決議：通過。\n"
    )
    assert [e.speaker for e in found if e.kind is Kind.SPEECH] == ["謝立威", "葉雅婷"]


def test_the_record_is_no_part_of_a_meeting_s_name() -> None:
    titles = [
        parse(HEAD.replace("雲海會議紀錄", f"雲海鄉民代表會第6次{word}")).meetings[0].head.title
        for word in ("會議議事錄", "會議 議事錄", "臨時會議事錄")
    ]
    assert titles == [
        "雲海鄉民代表會第6次會議", "雲海鄉民代表會第6次會議", "雲海鄉民代表會第6次臨時會議事錄",
    ]  # fmt: skip


def test_a_ruling_after_talk_on_one_of_several_reports_is_on_that_one() -> None:
    found = entries(
        "三、業務報告\n(一)感染密度下降。\n(二)抗藥性上升。\n林大為主任：是否篩檢？\n主席裁示：先試辦。\n(三)接種九成。\n"
    )
    assert next(e.path[1] for e in found if e.kind is Kind.RESOLUTION) == "(二)"
