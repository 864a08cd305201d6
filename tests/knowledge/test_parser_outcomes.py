"""What became of an entry, in words that ask nobody or stand beside what was put forward."""

import pytest

from knowledge.model import Kind, Outcome
from knowledge.parser.outcomes import outcome
from knowledge.text import plain


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("同意解列，請持續觀察三個月。", Outcome.DIRECTED),
        ("同意解除列管一案。", Outcome.APPROVED),
        ("解列。", Outcome.DIRECTED),
        ("攤商清冊於五月十日前送我核閱。", Outcome.DIRECTED),
        ("屋頂先由急難金支應，三天內修好。", Outcome.DIRECTED),
        ("值勤名單 6 月 3 日前上傳雲端。", Outcome.DIRECTED),
        ("公務車一律停放地下二樓。", Outcome.DIRECTED),
        ("逾期一律不予受理。", None),
        ("承商已於三月底前完成改善。", None),
        ("通報請衛生所改以電話辦理。", Outcome.DIRECTED),
        ("牽涉水權爭議，先予保留。", Outcome.RESERVED),
        ("攤位優先保留十格。", None),
        ("照案通過，續提董事會審議後報部備查。", Outcome.APPROVED),
        ("資方同意先行試辦，本議題撤回。", Outcome.WITHDRAWN),
        ("除第二標改採最有利標外，餘照案通過。", Outcome.AMENDED),
        ("除應用外語系外，其餘照案通過。", Outcome.APPROVED),
        ("通過續約二年，押金部分保留 30 萬元備用。", Outcome.APPROVED),
        ("助教津貼部分通過，自二月起發給。", Outcome.APPROVED),
        ("決算報表備查。", Outcome.NOTED),
        ("契約副本送市政府備查。", None),
        ("志工隊補助案通過，經費由年度預算支應。", Outcome.APPROVED),
        ("俟預算案通過，另行公告。", None),
        ("暫置區應每日覆蓋並除臭。", Outcome.DIRECTED),
        ("請假須先經秘書長同意；資料最遲於前一日下午4時前送達。", Outcome.DIRECTED),
        ("員工居家辦公以每週一日為限，由人事處於10月訂定須知。", Outcome.DIRECTED),
        ("媒體詢問統一由公關室主任回應。", Outcome.DIRECTED),
        ("雨量計增設：通過，兩村各裝設兩組。", Outcome.APPROVED),
        ("修正後交付聯席審查，第四條兩案併陳。", Outcome.AMENDED),
        ("意見不一，暫不表決，請行政室辦理民調。", Outcome.CONTINUED),
        ("請補辦說明會後再提會。", Outcome.CONTINUED),
        ("各組續議案件請於三個月內召開會議。", Outcome.DIRECTED),
        ("續議案請各組於一個月內召開會議。", Outcome.DIRECTED),
        ("列為續議案件，請業務單位補資料。", Outcome.CONTINUED),
        ("本案續議。", Outcome.CONTINUED),
        ("逾期未開者由秘書單位逕提首長會議報告。", Outcome.DIRECTED),
        ("請公所函請縣政府水利處同意，並副知本會。", Outcome.DIRECTED),
        ("同意辦理，並函請經濟部同意補助。", Outcome.APPROVED),
        ("請新聞科於兩小時內澄清，往後比照辦理。", Outcome.DIRECTED),
        ("請環安室明年起照辦，並納入公告。", Outcome.DIRECTED),
        ("礙難同意，維持現行預約。", None),
        ("公會表示會員願自行租車，本題撤回。", Outcome.WITHDRAWN),
        ("異議人於會前以書面撤回，不予處理。", Outcome.WITHDRAWN),
        ("申請人撤回，建議改送倫理審查。", Outcome.WITHDRAWN),
        ("試辦站數修正為六站，其餘照提案。", Outcome.AMENDED),
        ("第十九條增訂既有場應於施行後一年內改善。", None),
        ("第七點增列不得以檢測為唯一依據，修正通過。", Outcome.AMENDED),
        ("渡船頭之清掃由東礁鄉公所主責。", Outcome.DIRECTED),
        ("植栽撫育由管理處與分署共同執行，存活率以八成驗收。", Outcome.DIRECTED),
        ("開工前須於部落會所辦理祭告儀式。", Outcome.DIRECTED),
        ("本議題保留，由各家族自行商議。", Outcome.RESERVED),
        ("費率沒有共識，保留至第二場說明會後一併處理。", Outcome.RESERVED),
        ("建議修正採納，退縮改為三公尺。", Outcome.AMENDED),
        ("未採納，同意比例未達門檻。", None),
        ("修正後複審。", Outcome.CONTINUED),
        ("請警察局徵詢里長意見，11月再提會，本次不作結論。", Outcome.CONTINUED),
        ("下次協調會於114年2月18日召開，由公會擔任召集人。", None),
        ("由公會擔任召集人，請各業者派員參加。", Outcome.DIRECTED),
        ("不通過（同意 2 票、不同意 6 票）。修改後得重新申請。", None),
        ("第九條罰鍰額度保留，送大會討論；其餘照案通過。", Outcome.RESERVED),
        ("第九條罰鍰額度保留彈性，本案照案通過。", Outcome.APPROVED),
        ("未達共識，列入第十二次會議議程。", Outcome.CONTINUED),
        ("列入第十二次會議紀錄。", None),
        ("退回，請公所補充收費標準後，下次會議再提。", Outcome.CONTINUED),
        ("解除追蹤。", Outcome.DIRECTED),
        ("付委研議，期中校務會議再提。", Outcome.CONTINUED),
    ],
)
def test_orders_and_dispositions_that_ask_nobody(words: str, found: Outcome | None) -> None:
    assert outcome(Kind.RESOLUTION, plain(words)) is found


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("藥庫缺貨兩週，主席裁示：請藥劑科洽替代廠牌。", Outcome.DIRECTED),
        ("建請調高餐費。決議：續議。", Outcome.CONTINUED),
        ("上次會議決議：請各單位填報。", None),
        ("建請增設遮陽設施，請鎮公所協助。", None),
    ],
)
def test_a_motion_may_hold_what_was_decided_on_it(words: str, found: Outcome | None) -> None:
    assert outcome(Kind.MOTION, plain(words)) is found


def test_what_the_chair_bids_all_is_an_order_though_it_asks_nobody() -> None:
    assert (
        outcome(Kind.CONCLUSION, "春節期間搶修班不得少於四組。", ordered=True) is Outcome.DIRECTED
    )
    assert outcome(Kind.CONCLUSION, "春節期間搶修班不得少於四組。") is None
    assert outcome(Kind.CONCLUSION, "下次會議訂於一月十三日召開。", ordered=True) is None
    assert outcome(Kind.CONCLUSION, "茶會訂於九月三日在圖書室舉行。", ordered=True) is None
    assert (
        outcome(Kind.CONCLUSION, "自下次會議起，請願案先行審議。", ordered=True) is Outcome.DIRECTED
    )
