"""House styles of companies, boroughs, police stations and mediators, one rule at a time."""

import pytest

from knowledge.model import Entry, Head, Kind, Outcome
from knowledge.parser.minutes import parse
from knowledge.parser.outcomes import outcome
from knowledge.parser.people import officials

HEAD = "雲海會議紀錄\n時間：112年2月11日下午2時\n地點：市府\n主席：周里長柏翰\n紀錄：林怡君\n"


def entries(body: str) -> tuple[Entry, ...]:
    """Return what follows the lines of a head."""
    return tuple(e for e in parse(HEAD + body).meetings[0].entries if e.start >= len(HEAD))


def paths(body: str) -> list[tuple[Kind, tuple[str, ...]]]:
    return [(e.kind, e.path[1:]) for e in entries(body)]


def head(lines: str) -> Head:
    return parse(lines).meetings[0].head


def test_items_may_be_numbered_below_their_section_s_letter() -> None:
    found = paths(
        "B. 報告\nB-1 用電統計\n本月用電減少一成。\nB-2 水質監測\n均合格。\n主席裁示：洽悉。\n"
        "C. 討論\nC-1 叉車汰換案\n提案：勞方委員 丁志遠\n決議：照案通過。\nC-2 宿舍門禁案\n決議：緩議。\n"
    )
    assert found == [
        (Kind.REPORT, ("B-1",)), (Kind.REPORT, ("B-2",)), (Kind.RESOLUTION, ("主席裁示",)),
        (Kind.PROPOSAL, ("C-1",)), (Kind.OTHER, ("C-1", "提案")), (Kind.RESOLUTION, ("C-1", "決議")),
        (Kind.PROPOSAL, ("C-2",)), (Kind.RESOLUTION, ("C-2", "決議")),
    ]  # fmt: skip


def test_suggestions_are_counted_and_answered() -> None:
    found = paths(
        "■社區居民建議事項\n建議一(第6鄰田鄰長美玉)：水溝加蓋。\n公所答覆：下月施工。\n主席裁示：洽悉。\n"
        "建議二(居民 古先生)：公車站增設座椅。\n主席裁示：請公所研議。\n"
    )
    assert [(kind, path[0]) for kind, path in found] == [
        (Kind.PROPOSAL, "建議一"), (Kind.SPEECH, "建議一"), (Kind.RESOLUTION, "建議一"),
        (Kind.PROPOSAL, "建議二"), (Kind.RESOLUTION, "建議二"),
    ]  # fmt: skip


def test_frames_of_one_kind_stand_beside_each_other() -> None:
    found = paths(
        "【各課室報告】\n《社會課》\n急難救助十件。\n《農業課》\n苗木發放五百株。\n"
        "【專案討論】\n〈案一〉攤販遷移案\n提報單位：建設課\n結論：通過。\n〈案二〉停車格案\n結論：再議。\n"
    )
    assert found == [
        (Kind.REPORT, ("《社會課》",)), (Kind.REPORT, ("《農業課》",)),
        (Kind.PROPOSAL, ("〈案一〉",)), (Kind.OTHER, ("〈案一〉", "提報單位")),
        (Kind.RESOLUTION, ("〈案一〉", "結論")), (Kind.PROPOSAL, ("〈案二〉",)),
        (Kind.RESOLUTION, ("〈案二〉", "結論")),
    ]  # fmt: skip


def test_a_framed_ceremony_on_one_line_is_not_one_of_those_present() -> None:
    found = parse(
        "某會報紀錄\n【日期】112年2月11日\n【地點】公所\n【出席人員】如簽到表\n【頒獎】清潔隊巫志明等二人。\n"
    ).meetings[0]
    assert [e.kind for e in found.entries][-1] is Kind.OTHER


def test_a_mediation_has_a_head_and_a_result() -> None:
    text = (
        "臺南市政府消費爭議調解紀錄\n調解時間：114年5月6日上午10時\n調解地點：永華市政中心\n"
        "主持人：調解委員 凃志明\n記錄：法制處 董怡安\n申請人：孔小姐等3人\n"
        "壹、調解結果\n雙方同意退費八成。\n"
    )
    known = head(text)
    assert (known.place, known.start is not None) == ("永華市政中心", True)
    assert known.recorder is not None
    assert known.recorder.name == "董怡安"
    assert parse(text).meetings[0].entries[-1].kind is Kind.RESOLUTION


def test_a_title_before_a_name_is_no_office() -> None:
    assert [(p.name, p.title) for p in officials("院長 牛永清教授")] == [("牛永清", "教授")]
    assert [(p.name, p.org) for p in officials("社工組 王小明")] == [("王小明", "社工組")]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("提案人自請撤回。", Outcome.WITHDRAWN),
        ("人數不足，移下次會議。", Outcome.CONTINUED),
        ("由清潔隊每週提報成果。", Outcome.DIRECTED),
    ],
)
def test_further_words_of_putting_off_and_asking(words: str, found: Outcome) -> None:
    assert outcome(Kind.RESOLUTION, words) is found


def test_closing_words_are_a_conclusion() -> None:
    found = entries("十、主席結語：各組照今天的分工去做。\n")
    assert found[0].kind is Kind.CONCLUSION


@pytest.mark.parametrize(
    ("table", "rows"),
    [
        ("清潔費　8,000元\n保險費　2,500元\n", ["清潔費　8,000元", "保險費　2,500元"]),
        (
            "站別　B2人次　週末人次\n東站　310　45\n西站　280　51\n",
            ["東站　310　45", "西站　280　51"],
        ),
    ],
)
def test_rows_of_figures_below_a_line_that_announces_them_are_entries(
    table: str, rows: list[str]
) -> None:
    found = entries(f"參、討論事項\n案由一：收費案。\n說明：各項如下：\n{table}決議：照案通過。\n")
    assert [e.text for e in found][1:-1] == ["說明：各項如下：", *rows]


def test_two_words_below_an_announcing_line_are_no_table() -> None:
    found = entries(
        "參、討論事項\n案由一：收費案。\n說明：負責人如下：\n東區　丁志明\n西區　巫秀英\n"
    )
    assert len(found) == 2


def test_several_chairs_of_whom_one_is_stood_for_stand_on_two_lines() -> None:
    known = head(
        "雲海會議紀錄\n一、時間：114年5月6日\n二、主席：甲山市政府 魏副市長承翰、乙水市政府 邵副市長雅芬\n"
        "　　　　丙石市政府 柏副市長立群（公假，施秘書長佩玲代）、丁谷市政府 苗副市長志宏\n三、地點：市府\n"
    )
    assert [chair.name for chair in known.chairs] == ["魏承翰", "邵雅芬", "施佩玲", "苗志宏"]


def test_an_item_that_recurs_at_the_ends_of_pages_is_no_running_head() -> None:
    page = "參、討論事項\n案由{}：收費案。\n說　明：1、本案於3月研商{}次，就範圍\n\n- {} -\n\n及格式已有共識。\n"
    found = entries("".join(page.format(n, i, i) for i, n in enumerate("一二三", 1)))
    assert sum("研商" in e.text for e in found) == 3


def test_firms_beside_their_names_are_a_line_each() -> None:
    found = parse(
        "某工地會議紀錄\n時間：114年5月6日\n地點：工務所\n出席人員：\n"
        "施工廠商　　宏遠營造股份有限公司　范主任國瑞、職安人員侯建中、品管人員龔如玉\n"
        "水電廠商　　億昌工程行　巫老闆順發\n"
    ).meetings[0]
    assert [e.text[:4] for e in found.entries][-2:] == ["施工廠商", "水電廠商"]
