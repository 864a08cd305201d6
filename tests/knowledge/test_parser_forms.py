"""House styles of items, people and attachments, one rule of the parser at a time."""

import pytest

from knowledge.model import Entry, Head, Kind, Outcome
from knowledge.parser.minutes import parse
from knowledge.parser.people import officials

HEAD = "雲海會議紀錄\n時間：112年2月11日下午2時\n地點：市府\n主席：周縣長柏翰\n紀錄：林怡君\n"


def entries(body: str) -> tuple[Entry, ...]:
    """Return what follows the lines of a head."""
    return tuple(e for e in parse(HEAD + body).meetings[0].entries if e.start >= len(HEAD))


def kinds(body: str) -> list[tuple[Kind, str]]:
    return [(e.kind, e.text[:8]) for e in entries(body)]


def head(lines: str) -> Head:
    return parse(lines).meetings[0].head


@pytest.mark.parametrize("title", ["山城三鎮共同主張", "海線鄉鎮聯合承諾", "七村共同訴求"])
def test_what_bodies_claim_together_is_a_statement(title: str) -> None:
    found = entries(
        f"壹、討論事項\n一、公車案。\n決議：通過。\n貳、散會\n{title}\n路遠，車少。\n1. 增班三成。\n"
    )
    assert [(e.kind, e.outcome) for e in found[-2:]] == [(Kind.STATEMENT, Outcome.DECLARED)] * 2


def test_a_section_that_confirms_holds_reports() -> None:
    found = entries("乙、確認事項\n一、第八次會報紀錄，請　確認。\n鎮長裁示：紀錄確定。\n")
    assert [e.kind for e in found] == [Kind.REPORT, Kind.RESOLUTION]


def test_an_election_without_a_number_is_put_to_the_vote_as_well() -> None:
    found = entries("【選舉事項】\n改選常務監事1名。\n開票結果：巫志明9票、丁秀蘭4票。\n")
    assert [e.kind for e in found] == [Kind.PROPOSAL, Kind.RESOLUTION]


def test_an_item_s_number_office_and_subject_on_one_line_are_one_entry() -> None:
    found = kinds(
        "丁、討論事項\n第一案　提案單位：漁業科　案由：漁港收費標準案。\n說明：費率十年未調。\n"
        "決議：照案通過。\n第二案　提案單位：殯葬所\n案由：火化爐汰換案。\n決議：續議。\n"
    )
    assert found == [
        (Kind.PROPOSAL, "第一案　提案單位"), (Kind.EXPLANATION, "說明：費率十年未"),
        (Kind.RESOLUTION, "決議：照案通過。"), (Kind.OTHER, "第二案　提案單位"),
        (Kind.PROPOSAL, "案由：火化爐汰換"), (Kind.RESOLUTION, "決議：續議。"),
    ]  # fmt: skip


def test_what_an_office_thinks_of_an_item_explains_it() -> None:
    found = kinds(
        "丁、討論事項\n案由一：夜間門診案。\n辦法：每週二晚間看診。\n人事室意見：加班費未編列。\n"
        "決議：照案通過。\n"
    )
    assert found[2] == (Kind.EXPLANATION, "人事室意見：加班")


def test_opinions_of_two_groups_are_what_was_said() -> None:
    found = entries(
        "丁、審議事項\n案由一：老街立面案。\n說明：\n(一)街屋三十棟。\n委員及旁聽民眾意見：\n"
        "馬委員文君：立面應保留。\n決議：續議。\n"
    )
    assert [e.kind for e in found][1:] == [Kind.EXPLANATION, Kind.SPEECH, Kind.RESOLUTION]


def test_letters_before_a_date_count_as_any_others() -> None:
    found = kinds("5、進度報告\n5.1 監造單位報告\na.3月份試驗合格。\nb.4月7日抽查無誤。\n")
    assert [text for _, text in found] == ["a.3月份試驗合", "b.4月7日抽查"]


def test_the_sentence_that_adjourns_may_go_on() -> None:
    found = entries("【散會】\n下午4時10分散會，請委員移步參觀。\n")
    assert [e.kind for e in found][-1] is Kind.HEADER


def test_a_title_is_whole_with_the_project_above_it() -> None:
    known = head(
        "「東港溪左岸堤防加高工程」\n第4次工地會議紀錄\n時間：112年2月11日\n地點：工務所\n"
    )
    assert known.title == "「東港溪左岸堤防加高工程」第4次工地會議"


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("紀育誠幹事、方雅琴研發組長", ["紀育誠", "方雅琴"]),
        ("營養室 葉佩珊膳食員、王冠宇組員", ["葉佩珊", "王冠宇"]),
    ],
)
def test_recorders_are_named_before_what_they_are(line: str, names: list[str]) -> None:
    assert [person.name for person in officials(line)] == names


@pytest.mark.parametrize(
    "chair", ["主席　　周縣長柏翰　　　　紀錄：林怡君", "主　席　周縣長柏翰　紀　錄：林怡君"]
)
def test_of_two_labels_on_a_line_the_first_may_lack_its_colon(chair: str) -> None:
    known = head(
        f"雲海會議紀錄\n時間　　112年2月11日下午2時\n地點　　市府\n{chair}\n一、報告事項\n1. 戶政。\n"
    )
    assert [person.name for person in known.chairs] == ["周柏翰"]
    assert known.recorder is not None and known.recorder.name == "林怡君"


def test_further_words_of_a_head_are_known() -> None:
    known = head(
        "雲海會議紀錄\n開始時間：112年2月11日下午2時\n場地：市府\n主持官員：周縣長柏翰\n記錄員：林怡君\n"
        "一、報告事項\n1. 戶政。\n結束時間：下午4時\n"
    )
    assert (str(known.start), str(known.end), known.place) == ("14:00:00", "16:00:00", "市府")
    assert known.recorder is not None and known.recorder.name == "林怡君"


@pytest.mark.parametrize(
    ("subject", "decision"), [("提案名稱", "決議結果"), ("議題名稱", "本案決議")]
)
def test_further_words_of_an_item_are_known(subject: str, decision: str) -> None:
    found = kinds(
        f"丁、討論事項\n第一案\n{subject}：路燈案。\n說明：老舊。\n{decision}：照案通過。\n"
    )
    assert [kind for kind, _ in found] == [Kind.PROPOSAL, Kind.EXPLANATION, Kind.RESOLUTION]
