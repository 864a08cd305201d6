"""Who moves and who seconds, what is moved below that, and who speaks to it; a vote's result."""

import pytest

from knowledge.model import Entry, Kind
from knowledge.parser.minutes import parse

HEAD = "雲海會議紀錄\n時間：112年2月11日下午2時\n地點：市府\n主席：周市長柏翰\n紀錄：林怡君\n"


def entries(body: str) -> tuple[Entry, ...]:
    """Return what follows the lines of a head."""
    return tuple(e for e in parse(HEAD + body).meetings[0].entries if e.start >= len(HEAD))


def test_what_is_moved_stands_below_who_seconds_it() -> None:
    found = entries(
        "陸、臨時動議\n動議一　動議人：喬志宏　附議：施曉彤\n\n　　下次大會建議移到東部召開。\n"
        "決議：請秘書處評估。\n動議二　動議人：魯明道　附議：單佩蓉\n\n　　通訊錄建議不再印。\n決議：通過。\n"
    )
    told = [(e.kind, e.path[1], e.text.strip()) for e in found if e.kind is not Kind.OTHER]
    assert told == [
        (Kind.MOTION, "動議一", "下次大會建議移到東部召開。"),
        (Kind.RESOLUTION, "動議一", "決議：請秘書處評估。"),
        (Kind.MOTION, "動議二", "通訊錄建議不再印。"),
        (Kind.RESOLUTION, "動議二", "決議：通過。"),
    ]


def test_who_speaks_after_what_is_moved_speaks_to_it() -> None:
    found = entries(
        "陸、臨時動議\n動議一　動議人：喬志宏\n　　建議設置雨量看板。\n"
        "莊秘書長以恆：一座看板報價十一萬多。\n決議：續議。\n"
    )
    assert [(e.kind, e.speaker) for e in found if e.kind is not Kind.OTHER] == [
        (Kind.MOTION, None), (Kind.SPEECH, "莊以恆"), (Kind.RESOLUTION, None),
    ]  # fmt: skip


@pytest.mark.parametrize(
    "moved",
    ["動議一：建議設置雨量看板。", "臨時動議案一\n案由：建議設置雨量看板。", "一、建議設置雨量看板。",
     "動議第一號　動議人：魯明道\n動議內容：建議設置雨量看板。", "一、魯代表明道提案：\n建議設置雨量看板。"],
)  # fmt: skip
@pytest.mark.parametrize("reply", ["莊秘書長以恆：報價十一萬。", "秘書處說明：報價十一萬。"])
def test_who_replies_to_a_motion_in_whatever_form_speaks(moved: str, reply: str) -> None:
    found = entries(f"陸、臨時動議\n{moved}\n{reply}\n決議：續議。\n")
    told = [e.kind for e in found if e.kind is not Kind.OTHER]
    assert told == [Kind.MOTION, Kind.SPEECH, Kind.RESOLUTION]


def test_each_line_of_an_election_below_its_heading_stands_for_itself() -> None:
    found = entries(
        "伍、選舉事項\n　　補選監事一名，開票結果如下：\n\n　　闕文淵　五十一票　當選\n\n"
        "　　單佩蓉　三十五票　候補第一名\n\n　　任期接續至本屆屆滿為止。\n"
    )
    assert [(e.kind, e.text.strip()) for e in found] == [
        (Kind.OTHER, "補選監事一名，開票結果如下："),
        (Kind.OTHER, "闕文淵　五十一票　當選"),
        (Kind.OTHER, "單佩蓉　三十五票　候補第一名"),
        (Kind.OTHER, "任期接續至本屆屆滿為止。"),
    ]
