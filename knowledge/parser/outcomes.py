"""What became of an entry, and what was promised, from its own words alone."""

from __future__ import annotations

import re

from knowledge.model import Kind, Outcome
from knowledge.regex import regex

_QUOTED = regex(r"「[^「」]*」|『[^『』]*』|﹁[^﹂]*﹂|“[^”]*”")
# 下次會議訂於11月由雲林縣政府主辦 tells when and where, and gives nobody something to do.
_HELD_BY = regex(
    r"(?<=[訂定]於)[^。;]*?由[^。;,]{2,16}(?:主辦|承辦|辦理|召開|舉行)(?=[。;,]|$)"
    r"|由[^。;,]{2,16}擔任(?:召集人|主席|主持人)(?=[。;,]|$)|(?<=會議)由[^。;,]{2,16}(?:主辦|承辦|辦理|召開|舉行)(?=,[^。;,]{0,6}(?:[訂定][於在]|暫定))"
)
_NEXT = regex(
    r"^(?:[^。;,]{0,3}、)?第\s*[\d一二三四五六七八九十]{1,4}\s*次[^。;,]{0,6}會議?(?:[^。;]*,)?[^。;,]{0,6}[訂定][於在]|(?<!自)下次(?:會議|開會|例會)(?!起)|[訂定][於在][^。]*(?:舉行|舉辦|召開)(?=。?$)"
)
# 請棧埠處與裝卸公司另行協商，於八月底前簽報: the two are to agree by then, not the meeting.
_TO_AGREE = regex(
    r"(請[^。;,]{2,16}[與和及][^。;,]{2,16})另行協商(?=,[^。;,]{0,2}於[^。;,]{2,10}前)"
)
# 請假須先經秘書長同意 and 函請水利處同意 ask for consent and give none.
_CONSENT = regex(
    r"((?:函|轉|洽)請[^。;,]{2,16})同意|(?:須|應|需|未)(?:先|事先)?(?:經|取得|徵得|獲得?)[^。;,]{1,16}同意"
)
_NOT = r"(?<![未不無毋免勿])(?<!無須)(?<!毋須)(?<!不必)(?<!不再)(?<!無需)(?<!尚未)"
# `通過` decides only with the words that go with a decision: 俟預算通過後 does not.
_PASSED = r"\s*通過(?![後前時之的率性與否者])"
_DONE = "(?:上傳|繳[交回]|送[我交回達]|提[送出報]|修[好復]|補[齊正]|回[報復覆]|報[我本]|完成|裝設|換裝|改善|備妥|訂定|辦[竣妥畢])"
_WORDS: tuple[tuple[Outcome, re.Pattern[str]], ...] = tuple(
    (outcome, regex(words))
    for outcome, words in (
        (Outcome.WITHDRAWN, rf"{_NOT}撤案|(?:本案|全案|[本該此]議題|[本該此]提案|提案人|提案單位|同意|准予|予以|自行|自請|主動|當場|先行){_NOT}撤回|(?:申請|異議|陳情|提議|動議|連署|提案)(?:人|單位|者|代表|委員)[^。;]{{0,30}}?{_NOT}(?:撤回|撤銷)(?![^。;,]*(?:公告|處分|許可))|[本該此](?:題|項|件|次申請|申請案?|異議案?|動議)(?:予以|准予|經[^。;,]{1,8})?{_NOT}撤回|^撤回|[,。;]撤回[本該此全]案"),
        (
            Outcome.RESERVED,
            rf"{_NOT}(?:[本該此全各](?:案|議題|提案|項|件)|予以|先行|暫行|暫予|暫|均|同意|部[分份])保留(?!\s*[\d一二三四五六七八九十百千]+(?:\.\d+)?\s*[萬億元])|{_NOT}(?<!優)先予?保留|^保留|第\s*[\d一二三四五六七八九十]+\s*[點條項案款](?:[^。;,]{{1,8}}(?=保留[,。;]))?{_NOT}(?:暫予)?保留|案{_NOT}保留(?=[。,;]|$)|[,、:]\s*保留(?=[。,]|至[^。;,]*後|$)|(?:^|[,、:])[^。;,]{{2,10}}{_NOT}保留(?=,俟)|(?:名稱|日期|條文|地點|金額|文字|額度|費率)均?{_NOT}保留(?=[。,;]|$)|保留(?=,?送院會|,?交付協商)",
        ),
        (
            Outcome.AMENDED,
            rf"{_NOT}修正後?採納|{_NOT}修正後?(?:照案|照列)?{_PASSED}|{_NOT}修正後交付[^。;,]{{0,12}}(?:審查|協商)|{_NOT}(?:照|依|按)[^。;]{{0,30}}修正[^。;,]{{0,12}}{_PASSED}"
            rf"|{_NOT}修正後?(?:確定|確認|同意|備查)|修正[^。;]{{0,30}},?(?:其?餘|餘均)[^。;]{{0,6}}{_PASSED}"
            rf"|除[^。;]{{0,40}}(?:改[採為由列以]|刪除|增列|調整|修訂)[^。;]{{0,20}}外,?(?:其?餘|餘均)[^。;]{{0,6}}{_PASSED}"
            rf"|(?:修正|調整|改|變更)為[^。;]*[,;](?:其餘|餘均?)[^。;,]{{0,4}}[照依按][^。;,]{{0,6}}(?:案|辦法|條文|內容|擬)(?=[,。;]|$)"
            rf"|[修更]正[^。;]{{0,40}}外,?(?:其?餘)[^。;]{{0,8}}(?:確[認定]|通過|備查)|{_PASSED}[,;][^。]{{0,20}}修正為|(?:表決|贊成|反對|同意|票)[^。;]*,\s*(?:本案)?修正為",
        ),
        (
            Outcome.CONTINUED,
            rf"^暫緩(?=[。,;]|$)|^(?:本案)?擱置|(?:再|[複覆])審(?=[。,;(]|$)|{_NOT}(?:(?<=[為入列])(?:續議|緩議)|(?:續議|緩議|再議)(?!(?:之|的)?(?:案件|事項|議案|議題|提案|各案|案(?=[請由應均須於者])))|續行(?:討論|審議|協商)|暫緩(?:決議|討論|審議)|[暫先]不(?:予)?(?:決議|決定|表決|處理|討論))"
            rf"|(?:補正|修正|補充|補件)[^。;,]{{0,8}}再(?:行)?[送提][^。;,]{{0,14}}(?:審查|審議|討論|審核)"
            rf"|{_NOT}(?:再|另|另行|再行|續)?提[^。;,]{{0,14}}(?:會|會議|大會|會報)(?:再行?|繼續|續行)?(?:討論|審議|議決|確認)"
            rf"|下次[^。;,]{{0,12}}(?:再行?|繼續|續)(?:提(?:出來?)?)?(?:討論|審議|議)|(?:移|延)[至到由請]?下次|(?:下次[^。;,]{{0,6}}|會議|大會|會報)再提(?=[。,;]|$)|列入(?:下次|第\s*[\d一二三四五六七八九十]{{1,4}}\s*次)[^。;,]{{0,6}}(?:議程|討論)|下次會議?(?:討論|審議|議決)|後再(?:行)?提(?:出|報|送|會)?(?=[。,;]|$)|{_NOT}(?:持續|繼續|續行|再行?|另行|擇期|擇日)(?:再行?)?(?:召開[^。;,]{{0,6}}會議?)?(?:研商|討論|協商|審議)"
            rf"|另案(?:再行?)?(?:協商|研商|討論|審議|會勘)|有待[^。;]{{1,30}}(?:溝通|協商|討論|研商)|(?:另行?|擇期|再)召?會(?:研商|討論|協商)|續審(?=[。,;]|$)|(?:本次|今日|本案)(?:暫)?[不未]作成?(?:結論|決議|決定)|續行研議|{_NOT}未定案",
        ),
        (
            Outcome.APPROVED,
            rf"{_NOT}(?:照案|照辦法|有條件|三讀|(?<![執護證牌])照(?!修)[^。;,]{{1,14}}|依(?!修)[^。;,]{{1,14}}|無異議|一致|全數|贊成|鼓掌|舉手|表決|審議|審查|准予|予以|同意|確認|本案|全案|各案|均|均予|獲得?|均照案|方案|原則上?|多數){_PASSED}|票[^。;]{{0,12}},\s*通過"
            rf"|^{_PASSED}|^[^。,;]{{2,14}}部[分份]{_PASSED}|(?<=[,:])\s*通過(?=[。,;]|$)"
            rf"|(?:^|[,。;、.])(?![^。;,]*[俟待如若])[^。;,]{{2,20}}案{_PASSED}(?=[。,;]|$)"
            rf"|{_NOT}(?:照案辦理|(?<!比)照辦|照案同意|同意照辦|照擬|如擬|准予照辦|依(?:擬辦|辦法|說明|提案|案由)[^。;,]{{0,8}}辦理)"
            rf"|{_NOT}同意(?!未|不足|辦法|程序|門檻|機制|比例|備查|後|書|函|文件|確認|權|權人|與否|者|率|\s*[\d〇○零一二三四五六七八九十百]+\s*[票戶人席位])|(?<!餘)照列|{_NOT}准予(?:核定|辦理|所請)",
        ),
        (
            Outcome.NOTED,
            rf"{_NOT}(?:洽悉|知悉)|(?:^|[,。;:\s]|准予|同意|予以|確認|均|本案|照案|錄案)備查|^(?![^。;,]*(?:送|函|報請|報主管|陳報|提報))[^。;,]{{2,12}}備查(?=[。,;]|$)"
            rf"|(?:紀錄|記錄|議事錄)[^。;,]{{0,6}}{_NOT}(?:確定|確認)(?=[。,;]|$)|^(?:確定|確認)(?=[。,;]|$)|{_NOT}無異議[,、]?確[認定]|{_NOT}更正後確[認定]",
        ),
        (
            Outcome.DIRECTED,
            r"(?:(?<![申聲邀提報呈敬懇陳延聘促函])|(?<=[申通填回]報))請(?![假示益辭求願購託客帖款准命]|教(?![育務師官學保])|參[閱考見])|(?:函|敦|務|併|惠)請"
            r"|(?:應(?:於|由|即|親自|每[日天週周月季年次]|先|設置|增設|檢附|檢送|提送|提報|補正|補充|提供|公開|辦理|完成|改善|副知|逐|儘速|盡速|積極|持續|加強|確實|落實|配合|詳|再|予|儘量|依|將|以|納入|優先|主動|注意|避免|原樣|原地|保存|維持|保持)|責成|責由|交由|指派|授權(?=[^。,;書金條])|督促|務必|必須(?=[^。;,]{2}))"
            r"|由[^。;,]{2,14}(?:政府|公所|[局處署部院會科課室組])(?:先行|儘速|逐[年月案]|統一|指派|派員|納入|墊[支付]|會同)|(?:單位|機關|[局處]|首長|同仁|人員)[^。;,]{0,10}不得|(?<!無)須(?:於|由|先)(?!經)[^。;,]{2,24}(?:辦理|辦妥|完成|提出|提送|登記|報備|備妥)"
            r"|由[^。;,]{2,14}[於應][^。;,]{1,14}(?:內|前|起)|(?:由|責由|交(?![通流易界叉接換會]))[^。;,]{2,20}(?:函[復覆]|提報|[逕彙]提|回報|辦理|研議|研擬|負責|主責|主政|主辦|共同執行|統籌|發布|公告|兼任|彙整|協調|處理|評估|規劃|提供|邀集|召集|召開|儘速|協助|追蹤|列管|通知)"
            r"|(?:^|[,。;])(?:\s*)(?:儘速|儘快|盡速|加強|持續|積極|確實|落實|研議|儘早)|向(?:我|本人|本席)(?:報告|回報|說明)|(?:由|請)(?:本|[縣市區鄉鎮])?公?所以[^。;,]{2,14}支應|(?:繼續|持續)列管|解除(?:列管|追蹤)|解列|送(?:請|交)?[^。;,]{2,12}(?:研究|參考|參酌)?辦理"
            rf"|由[^。;,]{{2,14}}於[^。;,]{{1,8}}月(?:底|中旬|上旬|下旬|初)?{_DONE}|統一由[^。;,]{{2,24}}(?:回應|答覆|說明|發布|辦理|受理)"
            # What is to be done by when, though nobody is asked: 計畫於九月十日前送我核閱
            rf"|(?:^|[,。;])(?![^,。;]*已)[^,。;]*?[日月週周天年時](?:底|初|中旬|上旬|下班)?\s*[前內](?:全數)?{_DONE}|{_NOT}一律(?!不)",
        ),
        (Outcome.NONE, r"^無(?=[。,;]|$)|^無臨時[動提]|^無(?:人提)?(?:提案|決議|其他)"),
    )
)  # fmt: skip
# 洽悉，同意解除列管 takes note of a report; only 通過 decides more than that.
_NOTED_FIRST = regex(r"(?:洽悉|准?予?備查)[,，。;](?!.*(?:通過|再[提議]|續議))(?=.{0,8}同意)")
# 照案通過，並提校務會議審議: what passed goes on to a higher body.
_PASSED_ON = regex(
    r"((?:照案|無異議|同意|修正|審議|審查|本案|有條件)\s*(?:後\s*)?通過|^通過)[,;]?(?:並|再|續|後)?[送提報函](?:請|送|報)?[^。;]{0,20}"
)
# 血液培養瓶缺貨，主席裁示：請採購組洽替代廠牌。 decides within its own sentence.
_RULED = regex(r"[,。;](?:經?主席|[^\s:。,;]{0,3}長)?(?:裁示|決議|決定|指示)\s*:\s*(.+)", re.DOTALL)
# 同意調整單價，惟請工務處檢討施工時段: what is asked of somebody counts, not the consent.
_CONSENTED_BUT = regex(r"同意(?!通過|備查)[^。;,]{1,12}(?=,[惟但](?:[^。;]*,)?[^。;,]{0,2}請)")
_NOTED_AT_ONCE = regex(r"(?:[^:。,]{2,24}報告:)?(?:洽悉|(?:准予|同意)備查)(?=[,。;])")
# …調查報告已送中央，洽悉。
_NOTED_LATER = regex(r"[,;](?:均|皆|本案)?(?:洽悉|(?:准予|同意|予以)備查)(?=[,。;]|$)")
# 主席裁示：開放時間自十二月一日起改為六時至二十二時 changes what the others have to keep.
_CHANGES = regex("自[^。;,]{1,12}起[^。;,]{0,6}改[為採由]")
_AGREED = regex(r"(?:無異議|鼓掌|一致)[,、]?(?:照辦|通過|同意)。?$")
_FAILED = regex(
    r"未達[^。,]{0,20}(?:同意|通過)|[不未]予?(?:通過|同意)(?=[。,;(]|$)|(?:礙難|歉難|未便|無法|難以)(?:同意|通過|照辦|照准)"
)
# 同意解列，請持續觀察: what is asked of somebody counts, not that it is no longer followed up.
_RELEASED = regex("同意(?=(?:本案|全案)?(?:解除列管|解列|除管)[,;。]請)")
# 請環安室明年起照辦 bids; 照辦 alone consents.
_TO_DO = regex("(請[^。;,]{2,16})照辦")
# 第十九條增訂既有場應於一年內改善 says what a rule is to hold, and bids nobody.
_RULE = regex(
    r"第[^。;,條點]{1,6}[條點](?:第[^。;,]{1,4}[項款目])?,?(?:增訂|增列|新增|明定)"
    r"(?:(?!,[^。,]*(?:通過|同意|照案))[^。])*"
)
_CONFIRMED = regex(r"(?:紀錄|記錄|議事錄)(?:確定|確認)$")
# 前次會議紀錄，經各單位確認無誤，同意備查
_RECORD_NOTED = regex(
    r"(?:紀錄|記錄|議事錄)[^。;]*,(?:(?:同意|准予|予以|確認|准|照案)備查|(?:更正後|照案|准予|予以|紀錄|記錄|議事錄)?確[定認])$"
)
_DISPOSITION = frozenset(
    (Outcome.NOTED, Outcome.APPROVED, Outcome.AMENDED, Outcome.WITHDRAWN, Outcome.RESERVED)
)
_DECIDING = frozenset((Kind.RESOLUTION, Kind.CONCLUSION))
_SHORT = 24  # characters of a disposition that stands for itself: 准予備查，提報委員會
_LONGEST = 3000  # characters: no decision is longer, and a sentence takes the square of its length
_BARE = 8  # a longer one begins with its deciding word: 准予備查 …, not 建請同意 …
_FOLLOW_UP = regex(
    r"(?:於|在|提|至|俟|並?提?送)?\s*(?:下次|下一次|下屆|次屆|下月|次月|下季|下年度|明年)[^,。;:]{0,24}?"
    r"(?:提出|提報|報告|說明|簡報|回報|提送|專報|檢討)[^,。;:]*"
    r"|(?:於|在)[^,。;:]{1,16}(?:前|內)[^,。;:]{0,12}(?:提出|提報|回報|提送|函報|陳報|報)[^,。;:]*(?:報告|成果|進度|說明|情形|會)[^,。;:]*"
)


def outcome(kind: Kind, value: str, ordered: bool = False) -> Outcome | None:
    """Return what the words *value* of an entry, without its label, say became of it.

    A decision is read from all of a resolution; of a report or a motion only from words that
    are nothing but a disposition (洽悉, 無). Quoted words are somebody else's. *ordered*: it is
    one of the chair's orders for all, which bid even where they ask nobody.
    """
    if kind is Kind.STATEMENT:
        return Outcome.DECLARED
    if kind is Kind.SPEECH:
        return Outcome.REMARKED
    words = _HELD_BY.sub("", _QUOTED.sub("", value[:_LONGEST])).strip()
    words = _TO_AGREE.sub(r"\1", _CONSENTED_BUT.sub("", _CONSENT.sub(r"\1", words)))
    words = _RULE.sub("", _TO_DO.sub(r"\1做", _RELEASED.sub("", words)))
    words = _FAILED.sub("", _PASSED_ON.sub(r"\1", words))
    words = re.sub(r"^\((.*)\)。?$", r"\1", words)  # （無）
    if kind in _DECIDING:
        told = Outcome.NOTED if _NOTED_FIRST.match(words) else _first(words)
        bids = ordered and (kind is Kind.CONCLUSION or _CHANGES.search(words) is not None)
        bids = bids and not _NEXT.search(words)
        return told or (Outcome.DIRECTED if bids else None)
    if kind not in (Kind.REPORT, Kind.MOTION):
        return None
    if _AGREED.search(words):
        return Outcome.APPROVED
    if _NOTED_AT_ONCE.match(words) or (kind is Kind.REPORT and _NOTED_LATER.search(words)):
        return Outcome.NOTED
    ruled = _RULED.search(words)
    return _first(ruled[1]) if ruled else _disposition(words)


def _first(words: str, at_start: bool = False) -> Outcome | None:
    return next((o for o, form in _WORDS if (form.match if at_start else form.search)(words)), None)


def _disposition(words: str) -> Outcome | None:
    clause = re.split(r"[。:]", words.rstrip("。 "))[-1].strip()
    if _RECORD_NOTED.search(words.rstrip("。 ")):
        return Outcome.NOTED
    if len(clause) > _SHORT:
        return None
    if _CONFIRMED.search(clause):
        return Outcome.NOTED
    found = _first(clause, len(clause) > _BARE)
    whole = len(words) <= _SHORT
    return found if found in _DISPOSITION or (found is Outcome.NONE and whole) else None


def follow_up(kind: Kind, level: str, raw: str) -> str | None:
    """Return the promised next report in the entry's own words, cut from *raw*."""
    if kind not in _DECIDING:
        return None
    found = _FOLLOW_UP.search(level)
    return raw[found.start() : found.end()].strip() if found else None
