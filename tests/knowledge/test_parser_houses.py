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
