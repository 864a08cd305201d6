"""The labels that minutes know, as data: what each word makes of its line."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product

from knowledge.model import Fact
from knowledge.parser.roles import Role
from knowledge.regex import regex

_ABOUT_WORDS = (
    "類別 案別 提案人 提案單位 提報單位 提報機關 提案機關 建議人 建議單位 提議人 動議人 附議人 連署人 附署人 報告人 報告單位 報告機關 簡報人 簡報單位 簡報機關 提報人 承辦 承辦單位 主辦單位 協辦單位"
    " 主辦機關 協辦機關 負責單位 權責單位 執行單位 辦理單位 辦理機關 主責單位 督導單位 主政單位 列管單位 承辦人 負責人"
    " 提案者 提案里別 提案里長 提案委員 提案議員 提案代表 提案會員 提案理事 附議 附署 附議者 連署者 附署者 附議代表 連署代表 建議者 建議里長"
    " 表決 表決結果 表決情形 投票結果"
)
ABOUT = tuple(_ABOUT_WORDS.split())
HOW_FAR = (
    "辦理情形",
    "執行情形",
    "處理情形",
    "改善情形",
    "辦理進度",
    "執行進度",
    "目前進度",
    "辦理結果",
    "執行結果",
)  # what became of an earlier decision

# What else a report on an earlier decision tells, beside how far it is.
TOLD_BESIDE = ("後續期程", "後續規劃", "後續作為", "後續辦理", "辦理期程", "預定期程", "其他說明")

# 原因分析：… among the parts of an item; with a number it is a point of a list.
ANALYSED = regex(
    r"\s*(?P<word>(?:事件|事故|案情|災害|缺失|異常|問題)(?:摘要|經過|概述|概要|始末|分析|原因)"
    r"|(?:原因|肇因|成因|效益|影響|風險|財務|適法性|可行性)(?:分析|評估|檢討)"
    r"|(?:改善|因應|精進|預防|矯正)(?:建議|措施|對策|作法|方案)|預期效益|經費(?:來源|需求|概算)|法[令規]依據|(?:實施|辦理)方式)\s*:\s*(?=\S)"
)
# 以上業務報告，洽悉。 rules on all that was reported above it.
ALL_DISPOSED = regex(
    r"\s*(?:以上|上開|前開|上述)(?:各|所有)?[^\s。:;,]{0,10}(?:報告|事項|情形|案|項|單位)(?:\s*[,、:]\s*|\s+)?(?:(?:主席)?(?:決定|決議|裁示)\s*:\s*)?"
    r"(?:[^。,;:]{2,10}(?:無異議|無意見)[,、])?(?:均|皆|全數|一併|經[^。,]{2,8})?(?:洽悉|知悉|(?:准予|同意|予以|准)?備查|照案通過|確認)。?\s*"
)
# 執行秘書/紀錄: whoever records or presides has another office, too.
TWO_OFFICES = regex(
    r"\s*(?P<word>[^\s:。,、/]{2,6}\s*[/兼暨]\s*(?P<fact>紀\s*錄|記\s*錄|主\s*席))\s*:\s*"
)

# 共同聲明人：歐陽思齊、湯國鈞: who signs a statement says nothing in it.
SIGNED_BY = regex(r"\s*(?:共同)?(?:聲明|宣言|倡議|發表|簽署|連署)(?:人|首長|單位|機關)\s*:")
# 以上建言，敬請採納。 speaks of all the points of a statement.
OF_ALL_POINTS = regex(r"\s*以上(?:各[點項]|[^\s。,;:]{2,6}),")
# 白礁區漁會、順嶼客輪公司　共同簽署 closes a statement and is part of none of its points.
SIGNED_BEHIND = regex(
    r".*(?:(?:共同|聯合|聯名)(?:簽署|連署|聲明|發表|提出|敬[上啟])|\s敬[上啟])\s*"
)

_FACTS = {
    Fact.TIME: "會議期間 開會期間 調解時間 調解會議時間 調解日期 協調時間 會勘時間 會勘日期 勘查時間 勘查日期 現勘時間 現勘日期 座談時間 座談日期 時間 會議時間 開會時間 會議日期 開會日期 日期 會議日期及時間 會議日期時間 日期及時間 日期時間 日期/時間 會議日期/時間 日期與時間 開始時間 會議開始時間 開會日期時間 開會日期及時間 會議日期與時間 會議起迄時間 開會起迄時間 會議時段 開會時刻 時段",
    Fact.PLACE: "調解地點 調解會議地點 協調地點 會勘地點 勘查地點 現勘地點 座談地點 地點 會議地點 開會地點 會議場所 場所 開會場所 地址 會議地址 開會地址 開會場所 場地 會議方式 開會方式 會議場地 開會場地 會議處所 開會處所 會場 會議會場 開會會場 地點及方式 地點/方式 會議地點及方式 會議地點/方式 開會地點及方式 會議地點與方式",
    Fact.CHAIR: (
        "指揮官 總指揮官 主席 主任委員 會議主席 會議主持 主持人 會議主持人 召集人 共同主持 共同主席 共同主持人 代理主席 會議召集人 主持 主持者 主席人 主持長官 主持官員 主持教師 大會主席 輪值主席 本次主席 當日主席 會議主席人 會議主持者 主持首長 主持委員 主席姓名 主持人姓名"
    ),
    Fact.RECORDER: "紀錄 記錄 紀錄彙整 記錄人 紀錄人 紀錄人員 記錄人員 會議紀錄 會議記錄 紀錄者 記錄者 紀錄員 記錄員 會議紀錄人 會議記錄人 會議紀錄人員 會議記錄人員 紀錄撰寫 記錄撰寫 撰寫人 紀錄整理 記錄整理 會議紀錄整理 會議記錄整理 紀錄製作 記錄製作 文字紀錄 現場紀錄 會議速記 速記 速記人員 紀錄人員姓名 紀錄姓名 擔任紀錄",
    Fact.ATTENDANCE: (
        "出席 列席 與會 與會者 參加 參加者 參與者 請假 缺席 出列席 出(列)席 出席及列席人員 出席(列席)人員 出、列席人員 應邀團體代表 應邀列席人員"
        " 桌長 聲請人 對造人 相對人 與談人 主講人 引言人 講師 來賓 貴賓 與會貴賓 實際出席 出席者及列席者 會議出席人員 會議列席人員 應出席人數 實到人數 應到人數 應到 實到 應出席 出席人數"
    ),
    Fact.TITLE: "會議名稱 會議主題 會議事由",
    Fact.OTHER: "協商主題 座談主題 討論主題 調解事由 會勘緣由 會勘事由 會勘目的 會議目的 現勘目的 事由 開會事由 開會目的 會議性質 會議編號 文號 發文日期 發文字號 司儀 通譯 族語通譯 手語通譯 口譯 族語翻譯 手語翻譯 手語翻譯員 計票 唱票 監票 計票人員 監票人員",
}  # fmt: skip
# A 會勘, 審查 or 說明會 says what it is before each label of its head.
_OCCASIONS = "召開 舉行 會勘 審查 協調 座談 座談會 訪視 說明會 公聽會 聽證 研商 活動"
_OF_OCCASIONS = {
    "時間": Fact.TIME,
    "日期": Fact.TIME,
    "地點": Fact.PLACE,
    "主持人": Fact.CHAIR,
    "召集人": Fact.CHAIR,
    "人員": Fact.ATTENDANCE,
    "單位": Fact.ATTENDANCE,
}
_PRESENT = "出席 列席 出列席 出(列)席 請假 缺席 參加 參與 與會 未出席"
_WHO = (
    "人員 者 單位 單位及人員 單位人員 委員 議員 代表 官員 機關 機關及人員 團體 理事 監事 理監事 理、監事 同仁 貴賓"
    " 董事 監察人 主管 名單 人數 情形 住戶 會員 來賓"
)
_SECTION_WORDS = {
    Role.ADDRESS: "主席致詞 主席致辭 主席報告 主持人報告 召集人報告 主持人致詞 主持人致辭 市長致詞 主席開場 主席開場致詞 主席開場白 主持人開場 主持人開場致詞 主持人開場白 召集人開場 召集人開場致詞 開場白 開場致詞 開場致辭 主席宣布開會",
    Role.REPORTS: (
        "報告事項 報告案 報告案件 業務報告 工作報告 專題報告 專案報告 單位報告 各單位報告 各局處報告 處室報告 各處室報告 各科室報告 各課室報告"
        " 確認上次會議紀錄 確認前次會議紀錄 上次會議紀錄 前次會議紀錄 宣讀上次會議紀錄 宣讀前次會議紀錄"
        " 報告摘要 業務報告摘要 工作報告摘要 單位報告摘要 各單位報告摘要 列管事項 追蹤事項 會勘情形 會勘經過 會勘概況 現勘情形 勘查情形 現場情形 業務單位報告 幕僚單位報告 幕僚報告 秘書單位報告 簡報"
    ),
    Role.PROPOSALS: (
        "討論事項 討論議題 討論案 討論案件 討論議案 提案討論 討論提案 審議事項 審議案件 審議案 審查案 審查案件 審查事項 新案審查 複審案 變更案審查 複審案件 備查案件 核定案件"
        " 協商議題 議題協商 協商事項 議案討論 議題討論 提案事項 提案及討論 討論及決議 討論及決議事項 提案"
    ),
    Role.SPEECHES: (
        "綜合討論 意見交換 交換意見 發言紀要 發言摘要 發言紀錄 委員發言 委員發言摘要 各委員建議事項 綜合座談 媒體聯訪"
        " 建議及答覆 建議及答復 建議與答覆 質詢及答覆 質詢及答復 詢問及答覆 詢答 意見及回應 意見與回應"
        " 來賓致詞 來賓致辭 貴賓致詞 貴賓致辭 長官致詞 長官致辭 上級指導 長官指導 上級長官指導 上級單位指導 上級機關指導 主管機關指導 輔導單位指導 長官講評"
        " 與會人員發言 各單位發言 自由發言 出席人員發言 媒體提問 討論摘要 討論過程 討論情形 會勘意見 委員意見 各單位意見"
    ),
    Role.CONCLUSIONS: (
        "會勘結論 主席結論 主持人結論 會議結論 綜合結論 主席總結 主席結語 結語 主席結論與指示 主席結論及指示 主席指示事項 主席裁示事項"
        " 主席結論或主席指示事項 主席提示 總結 會議結論及裁示"
    ),
    Role.MOTIONS: (
        "臨時動議 臨時提案 臨時動議案件 臨時動議及提案 其他臨時動議 其它臨時動議 臨時動議及其他 臨時動議及建議 臨時動議及其他事項 臨時動議與建議"
        " 臨時動議及建議事項 臨時議題 臨時討論案 臨時建議"
    ),
    Role.STATEMENT: "聯合聲明 共同聲明",
    Role.ELECTIONS: "選舉事項 選舉 推選事項 選舉案 改選事項 補選事項",
    Role.ASIDE: (
        "下次會報 下次會報時間 下次會議 下次會議時間 下次會議日期 下次開會時間 下次開會日期 下次會議地點 下次會議時間地點 下次會議時間及地點"
        " 下次會議日期及地點 下次開會時間及地點 下次例會 下次例會時間 預定下次會議時間 預定下次會議日期"
    ),
}
# 前次會議決議事項辦理情形: which meeting, what it wanted, what became of it.
_FOLLOWED_UP = (
    "上次會議 前次會議 歷次會議 上次 前次 歷次",
    "決議 決議事項 列管事項 列管案件 裁示事項 指示事項 主席裁示 主席裁示事項 主席指示事項 決議及列管事項",
    "執行情形 辦理情形 追蹤情形 追蹤 執行情形報告 辦理情形報告 執行情形追蹤 辦理情形追蹤",
)
_PART_WORDS = {
    Role.SUBJECT: "案名 計畫名稱 案由 主旨 議題 提案 提案名稱 議題名稱 議案名稱 案件名稱 審議案名 提案主旨 提案事由 提案題目 報告內容 提案內容 建議事項 建議案由 建議內容 動議內容 動議案由 動議事由 動議主旨 動議事項",
    Role.ABOUT: _ABOUT_WORDS,
    Role.EXPLANATION: (
        "說明 提案說明 提案理由 提案緣由 案件說明 案由說明 建議理由 處理辦法 案情說明 說明事項 背景說明 辦法 擬辦 擬辦事項 建議辦法 擬處意見 擬辦意見 處理意見 處理方式 建議處理方式 提案辦法 執行方式 擬議辦法 擬議 建議做法 建議作法 擬處方式 建議"
        " 初審意見 建議辦法 單位回應 單位回復 單位回覆 機關回復 機關回覆 機關答復 權責單位回應 權責單位回復 權責單位回覆 權責單位意見 業務單位意見 業務單位回應 機關回應 現況 現況說明 研析意見 幕僚意見 業務單位說明 機關說明 主辦機關說明 主管機關說明 主辦單位說明 承辦單位說明 權責單位說明 申請單位說明 設計單位說明 開發單位說明 提案單位說明 主持人回覆 主持人回復 計畫主持人回覆 計畫主持人回復 申請人回覆 申請人回復 議題說明 內容說明 議案說明 問題說明 計畫說明 修正說明 修法說明 方案說明 條文說明 變更說明 緣由說明 議題內容說明 提案內容說明 提案緣起 提案背景 議題緣起 議題緣由 議題背景 案件緣由 案件背景 計畫緣由 修正理由 修法理由 緣由 理由 緣起 會議緣起 案件緣起 計畫緣起 背景 計畫背景 會議背景 前言 "
        + " ".join((*HOW_FAR, *TOLD_BESIDE))
    ),
    Role.RESOLUTION: (
        "決議 決定 議決 裁示 裁定 決議文 主席決定 主席決議 主持人決定 會議決定 主席裁定 主席裁決 主席裁示 主席指示 決議事項 決定事項 裁示事項 指示事項 結論 協商結論 審查結果 審查意見 大會意見 大會決議 一讀 二讀 三讀 一讀會 二讀會 三讀會 第一讀會 第二讀會 第三讀會"
        " 指示內容 裁示內容 待辦 交辦事項 交辦內容 追蹤結論 追蹤決議 列管結論 列管決議 管考結論 管考決議 附帶決議 附帶決定 市長提示 市長裁示 市長指示 院長提示 副院長提示 副市長裁示 副市長提示 副市長指示 審議結果"
        " 追蹤結果 管考結果 列管結果 管考建議 列管建議 調解結果 選舉結果 推選結果 改選結果 補選結果 開票結果 討論結果 召集人裁示 主持人裁示 主持人結論 主席結論 會議結論 主席提示 指示 提示 裁決 決議內容 會議決議 決議結果 決議情形 會議裁示 裁示結果 最後決議 本案決議 處理決議 處理結論 討論結論 審議結論 研商結論 協調結論 協商結果 協議結果 審定結果 評審結果 評選結果 甄選結果 遴選結果 評定結果 議定事項 處理"
    ),
}

# 權責單位答覆：… on an item; among others who speak it is what one of them says.
_ANSWERING = (
    "權責單位 業務單位 主辦單位 承辦單位 相關單位 主管單位 主管機關 權責機關 主責單位 管理單位",
    "答覆 答復 回覆 回復 回應",
)

# 規劃單位研析意見, 專案小組意見: who says something to a petition, and what; the latter decides.
_OF_PETITIONS = {
    Role.EXPLANATION: (
        "市府 縣府 本府 公所 規劃單位 作業單位 承辦單位 業務單位 主辦單位 幕僚單位 申請單位 需地機關 用地機關 主管機關",
        "研析意見 初核意見 研處意見 擬處意見 處理意見 回應意見 查復意見 查覆意見 研析 分析",
    ),
    Role.RESOLUTION: (
        "專案小組 小組 本小組 工作小組 都委會 市都委會 縣都委會 區都委會 委員會 大會 審議會",
        "意見 審查意見 審議意見 初審意見 建議意見 初步意見 初步建議 初步建議意見 研商意見 處理意見",
    ),
}


def _of_petitions() -> Iterator[tuple[str, str, Role]]:
    for role, (who, what) in _OF_PETITIONS.items():
        yield from product(who.split(), what.split(), (role,))


def _lexicon() -> dict[str, tuple[Role, Fact | None]]:
    words: dict[str, tuple[Role, Fact | None]] = {}
    for role, row in (_PART_WORDS | _SECTION_WORDS).items():
        for word in row.split():
            words[word] = role, None
    for fact, row in _FACTS.items():
        for word in row.split():
            words[word] = Role.HEAD, fact
    for parts in product(*(row.split() for row in _FOLLOWED_UP)):
        words["".join(parts)] = Role.REPORTS, None
    words |= {who + what: (role, None) for who, what, role in _of_petitions()}
    for parts in product(*(row.split() for row in _ANSWERING)):
        words["".join(parts)] = Role.EXPLANATION, None
    for occasion, (word, fact) in product(_OCCASIONS.split(), _OF_OCCASIONS.items()):
        words[occasion + word] = Role.HEAD, fact
    for how in _PRESENT.split():
        for who in _WHO.split():
            words[how + who] = Role.HEAD, Fact.ATTENDANCE
    return words


WORDS = _lexicon()
