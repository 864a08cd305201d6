"""Facts that an answer must state where they are asked for: a price, a day, who won a contract."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from knowledge.founding import founded_today, once
from knowledge.holders import NO_SURNAME, names_office
from knowledge.measures import MEASURES, NUMBER, counting
from knowledge.quantities import counts, is_quantity, states
from knowledge.question import Question
from knowledge.regex import regex
from knowledge.tellings import TOLD_OF

_SLASHED = r"[0-9]{2,4}[/.-][0-9]{1,2}[/.-][0-9]{1,2}"  # 114/09/22
_OFFICE = "医师|教授|老师|律师|建筑师|技师|总干事|董事长|理事长|里长|村长|乡长|镇长|区长|所长|馆长|园长|课长|主委|队长|股长|站长|先生|女士|小姐|市长|县长|局长|处长|秘书长|主任委员|主任|科长|科员|部长|次长|院长|校长|组长|企划师|委员(?!会)"
OFFICIAL = regex(f"(?:{_OFFICE})$")
_NAME = f"{NO_SURNAME}[\u4e00-\u9fff](?:副?(?:{_OFFICE}))[\u4e00-\u9fff]{{2}}|{NO_SURNAME}[\u4e00-\u9fff]{{2,3}}(?<![请由委报知送洽邀聘])(?:副?(?:{_OFFICE}))"
CITIES = "台北|新北|桃园|基隆|台中|台南|高雄|新竹|苗栗|彰化|南投|云林|嘉义|屏东|宜兰|花莲|台东|澎湖|金门|连江"
# What an excerpt must hold where a price, a number of people or the like is asked for.
_HOLDS_WANTED = {
    "money": regex(
        rf"{NUMBER}(?:余)?[万亿]?(?:元|块|美元|美金)|{NUMBER}[万亿](?![\u4e00-\u9fff0-9])"
    ),
    "date": regex(
        rf"下一?次[^。;]{{0,24}}?(?:{NUMBER}(?:年|月|日)|{_SLASHED})|第{NUMBER}次[^。;,]{{0,8}}[订定][^。;,]{{0,8}}?{NUMBER}(?:年|月|日)|另行通知"
    ),
    "calendar": regex(
        rf"(?<![前第每隔翌0-9〇零一二三四五六七八九十百]){NUMBER}(?:月|(?:日|号)(?!以?内|历天|工作|[线楼馆机船]))|{_SLASHED}"
    ),
    "city": regex(
        f"(?:日本|韩国|美国|越南|法国|德国|菲律宾|泰国|马来西亚|印尼)[\u4e00-\u9fff]{{1,8}}?[市县町村州郡府]|[\u4e00-\u9fff]{{2}}(?<!西门)町|{CITIES}|[四各跨4]市|[\u4e00-\u9fff]{{2}}(?<![城四各])[市县]政府"
    ),
    "agent": regex(
        "(?:由(?![0-9,.]+(?![0-9,.市县区乡镇里村校]))|委托)[^,。;]{2}|(?:设计|规划|承办|主办|施工|监造)(?:者|人|单位|厂商)?[为是:]|属于?[^,。;]{1,8}(?:权限|权责|职权|职责|主管)|各界|朝野|轮流|轮值|轮办|[四各4]市(?:共同|依序|分别)|(?:请|委托|责成|交由)[^,。;]{0,16}?(?:局|处|组|府|会|部|院|司|中心|校|所|科|课|室|站|平台|单位|厂商)|[推指]派[^,。;]{2}|(?:提案|主办|承办|负责)(?:单位|机关|人) ?[:(]"
    ),
    "hour": regex(rf"{NUMBER}(?:时|点|分)|[0-9]{{1,2}}:[0-9]{{2}}"),
    "where": regex(
        "在[^,。;]{2,16}(?:设置|设立|兴建)|存放|改存|改放|改设|移至|迁至|置于|地点|位于|设于|设在|选址|如附|(?<![走马网上赶铁])路(?![上人程费线])|[街巷号楼]|(?<![阶手片])段(?![性落])|站(?![在稳上])|(?<!市)场(?![域合景次])|港(?![资人商方务])|(?<!桃)园"
    ),
    "headcount": regex(
        rf"(?<![第0-9〇零一二三四五六七八九十百]){NUMBER}(?:余)?(?:人|名|位(?!市长|副市长|首长|于|在))"
    ),
    "percent": regex(
        rf"{NUMBER}(?:%|趴|成|个百分点)|分之|[为是于到:]{NUMBER}比{NUMBER}|费率[^,。;]{{0,10}}?{NUMBER}元"
    ),
    "count": regex(
        f"(?<![第0-9〇零一二三四五六七八九十百]){NUMBER}(?:余)?(?:[{MEASURES}艘床剂盏格架套例袋盒册卷顶扇口]|[部组面](?![分门长织对向积临]))"
    ),
    "name": regex(
        f"报告人|由[\u4e00-\u9fff]{{2,4}}(?:当选|获选|接任|出任)|推[选举派][\u4e00-\u9fff]{{2,3}}(?:为|担任|任)|{_NAME}"
    ),
    "age": regex(rf"{NUMBER}岁"),
    "vote": regex(
        rf"{NUMBER}票|反对|赞成|表决(?!权|栏|议)|异议|(?:同意|废票|弃权)[^,。;]{{0,2}}{NUMBER}[人票张位户席名权]"
    ),
    "proposer": regex(
        "[(][^()]{1,16}[等人]?提(?:案|议)?[)]|连署人? ?:|[\u4e00-\u9fff]{2}(?:提议|动议) ?[:,]|(?:提案|提报|提出|主办|业务|报告)(?:单位|机关|局处|人|者|委员) ?:|[提报]:"
        "|案由[^,。;:]{2,14}(?:提案|提议|动议|连署)"
    ),
    "funding": regex(
        "支应|匀支|负担|财源(?!确定)|分担|分摊|自筹|认捐|捐助|赞助(?!店|商)|自付|自费|自理|自行负担|吸收|付费|编列|基金(?!会)|(?<!案)由[^,。;]{2,16}(?:补助|出资|支付|支出)|全额|[府央部会局]补助(?!以?之?外)"
    ),
    "firm": regex(
        "(?<!案)由[^,。;:]{2,12}(?:承接|供应|经营|营运|得标)|公司|(?<![中小业的些各对家获灾助导])企业(?=股份|有限|[社行公得承捐提])|营造(?![成业物])|事务所|工作室|商行|行号|实业|电力|能源|建设(?![局处课科])|科技(?!执法)|(?:业者|厂商|承商|建商|包商|公司|协会|代厨|团膳)[^,。;]{0,6}「|「[^」]{1,12}(?:公司|企业|行|社|厂|店|工程|农场|团队)」"
    ),
    "contractor": regex(
        "由(?:[^,。;]|(?<=[0-9]),){2,24}?(?:得标|决标|获选|承包|承揽|承作|施作|施工)"
        "|(?:得标|承揽|承包)(?:厂商|者|人|公司)|以[^。;]{2,12}元得标"
    ),
    "cause": regex(
        "原因|起因|肇因|因为|由于|所致|导致|造成|因[^应此地素果][^,。]{0,20}(?:起火|引发|失火|发生)"
    ),
    "basis": regex(
        "(?:依据?|按照?|援引|根据|符合|违反|适用|参[照酌])「?[^,。;依]{2,30}?(?:法|条例|办法|细则|规则|规程|要点|标准|章程|准则|规约|公约|纲要|须知|作业程序)(?![官院律人案治])|第[0-9一二三四五六七八九十]+条"
    ),
    "reporter": regex(
        "报告人|司仪报告|由[^,。;]{2,12}[长表](?:代表)?报告|(?:局|处|组|科|室|单位|中心|公所|课)(?:长|主任)?[一-鿿]{0,4}报告"
    ),
    "country": regex(
        "[美英法德日韩泰印中越]国|日本|新加坡|马来西亚|越南|印度|欧盟|加拿大|澳洲|东南亚|菲律宾|印尼"
    ),
    "nationality": regex("国籍|(?<![外本市])籍(?=[^贯地]|$)|国人"),
    "called": regex("."),  # `is_told` has seen that it is named
    "reply": regex("回应|回复|回覆|答复|答覆|函复|函覆|表示|(?<!^)说明|答:"),
    "meaning": regex(
        "代表|象征|意指|意即|是指|系指|寓意|为[^,。;]{1,12}(?:市徽|颜色|意象)|包括|包含|分别[为是]|(?:[^、。;,:]{2,20}、){2,}"
    ),
    "weekday": regex("(?:星期|礼拜|周)[一二三四五六日天]"),
    "site": regex(
        f"[路街段巷弄][^,。;]{{0,4}}?{NUMBER} ?[号楼巷弄段]|{NUMBER} ?号(?!线|机|公园)|地址|门牌|地号|地段"
    ),
    "phone": regex(
        r"[0-9]{2,4}-[0-9]{5,}|@|http|(?:分机|专线|热线|电话|传真|频道) ?:?#?[0-9]|第 ?[0-9]+ ?频道|0[89]00"
    ),
    "duration": regex(
        rf"自(?:1[01][0-9]|[0-9]{{2}})年[^,。;]{{0,8}}[未没]|(?:(?<![前0-9])|(?<=前)(?=[0-9]{{2}}))(?!(?:1[01][0-9]|20[0-9]{{2}})年)(?:{NUMBER}|(?<![上下前后])半)(?:余|多)?(?:个半?月|个半(?:小时|钟头|月|年)|个?(?:工作|历)[天日]|个?钟头|个半?(?:小时|学期|学年)|个星期|个?礼拜|周|天|小时|分钟?|秒钟?|年(?![0-9度底〇零一二三四五六七八九十]))"
        "|(?:极|很|最)?短(?:的)?(?:时间|期)内|不定期|(?<![前月0-9〇零一二三四五六七八九十])[0-9〇零一二三四五六七八九十百]+日|每[^。;,]{0,3}[年季月周天日]"
        "|自[^,。;]{2,16}[日月号][至到][^,。;]{2,16}[日月号底]"
    ),
    "day": regex(
        rf"{_SLASHED}|[0-9]{{2,4}}(?:年(?!度[^,。;]{{0,12}}(?:计[画划]|规[画划]|预算|概算|决算|报告|会议|演练|方案))|学年)|[前去今明后]年|{NUMBER}(?:月|日|个月|周|天|星期|季|学期)|下次|完成后|通过后|核定后|后(?:开放|实施|办理|公告)|每[年天日周月]|每半年|每季|按季|即刻|立即|年底|届时"
    ),
}
_HOW_MANY = regex("(?<!第)(?:几|多少)[个大项种](?P<noun>[\u4e00-\u9fff]{2})")
_AMOUNT = regex(rf"(?:[0-9]|{NUMBER}(?=[{MEASURES}元成倍度大组]))(?![0-9,.]*(?:年|月|日))")
_BEGUN_OR_ENDED = "开幕 开张 开业 创立 创办 创校 奠基 动土 出生 诞生 过世 去世 逝世 结婚 歇业 倒闭 停业 解散 上映 出版"
EVENTS = frozenset(
    (
        "重开",
        "重新开放",
        "动工",
        "开工",
        "完工",
        "竣工",
        "通车",
        "启用",
        "落成",
        *_BEGUN_OR_ENDED.split(),
    )
)
_EVENT = regex("|".join((*EVENTS, "开放", "上路", "实施", "开始", "盖好", "发放", "开张")))
# 降到幾趴 wants what became of it, which is not how high it was at first.
_BECOMES = regex("[降调涨升砍加减改谈敲定](?:到|成|为|至|下来)了?(?:几|多少|百分之几)")
_BECOMES_SO_MUCH = regex("(?:[降调涨升砍加减改订定]|统一)(?:到|成|为|至)了?(?:几|多少)")
_BECAME = regex("[降调涨升砍减改增]|提高|谈|协[商议调]|达成|[核议决]定")
_CHANGED = regex("[降调涨升砍减改增订定为至达]|提高|统一")
_TAKES = regex("(?:等|花|停工|展延|延长)了?(?:多久|几)")
_REGULARLY = regex("每[^。;,]{0,3}[年季月周天日]")
_NEXT_TIME = regex("下一?次[^,。;]*")
# What one of them costs (一張賣多少, 一坪收多少) is no sum that came in or was granted.
PRICED = regex(
    "一(?:张|坪|晚|份|桶|个月|次|人|餐|度|杯|瓶|箱|斤|公斤|天|小时|趟|件|本|间|户|位|格)的?[^,。;]{0,3}(?:多少|几[元块])"
    "|[卖售](?:多少|几)|[售票]价"
)
_SUM = regex(
    "收入|营收|[应实]收|权利金|保证金|违约金|罚款|编列|总(?:经费|额|价|计)|合计|补助|补贴|[补奖罚](?=[了到给他们]{0,2}(?:多少|几))|结余|盈余|亏损|[欠短]缴|造价"
)
_MANY = regex("(?:[多数]|若干|部分)(?:个|处|项|座|间|名|位)?$")
_INVITED = regex("(?:请|邀|邀请|找)(?:了|来|到)?哪(?:些|几)[个位]?")
_CLAUSE = regex("(?:[^,、;。]|(?<=[0-9]),(?=[0-9]{3}))+")
_THE_CASE = regex("(?<![共计有增减剩])一案")  # 火災濃煙一案 counts nothing
_OWN_NUMBER = regex(
    r"^[-◆ ]*(?:[(]?(?:[0-9]+[.-])?[0-9〇零一二三四五六七八九十百壹贰叁参肆伍陆柒捌玖拾]+(?:[)]?[、.)]|(?<=[.-][0-9])(?=案))"
    "|第[0-9〇零一二三四五六七八九十百]+案|第?[\u4e00-\u9fff]{0,2}案(?:由|第)? ?[0-9]+(?:号|案)?)"
)


def enumerates(count: int, text: str) -> bool:
    """Tell whether *text* tells *count* things one after the other; the last two may be joined.

    Its own number is none of them: 一、請各議題小組.
    """
    return bool(_enumeration(count).search(_OWN_NUMBER.sub("", text)))


@cache
def _enumeration(count: int) -> re.Pattern[str]:
    return re.compile(f"(?:[^、。;:,]{{1,20}}、){{{max(1, count - 2)},}}[^、。;:,]+")


def tells_how_many(question: Question, body: str) -> bool:
    """Tell whether *body* has a number right before what is counted: 三層級, of 幾個層級."""
    things = _HOW_MANY.search(question.folded)
    return things is not None and bool(_numbered(things["noun"]).search(body))


@lru_cache(maxsize=500)
def _numbered(noun: str) -> re.Pattern[str]:
    return re.compile(f"{NUMBER}[大个项种]?{noun}")


def untold(question: Question, text: str) -> bool:
    """Tell whether *text* says of what is asked for, 哪幾個行政區, that it is many: 多個行政區."""
    if question.focus is None or "list" not in question.intents:
        return False
    if _INVITED.search(question.folded) and not enumerates(2, text):
        return True  # 歌手酬勞 names no singer
    before = text.split(question.focus.text)[:-1]
    return bool(before) and all(map(_MANY.search, before))


def figure_clauses(question: Question, text: str) -> list[str]:
    """Return the clauses of *text* that state the figure *question* asks for: 每公頃補助700元."""
    return [clause for clause in _CLAUSE.findall(text) if states_wanted(question, clause)]


def states_wanted(question: Question, sentence: str) -> bool:
    """Tell whether *sentence* states a fact of the kind that is asked for."""
    sentence = once(question.folded, _apart(question, sentence))
    became = question.wanted != "percent" or not _BECOMES.search(question.folded)
    if not became and not _BECAME.search(sentence):
        return False
    for asks, tells in TOLD_OF.get(question.wanted or "", ()):
        if asks.search(question.folded) and not tells.search(sentence):
            return False
    if question.wanted == "name" and question.office:
        return names_office(question, sentence)
    if question.wanted == "money":
        return _states_sum(question, sentence)
    if question.wanted in ("amount", "count") and is_quantity(question.measure):
        return states(question.measure, sentence)
    if question.wanted == "amount":
        return _states_amount(question, sentence)
    if question.wanted == "roster":
        return enumerates(3, sentence)
    if question.wanted == "count":
        return _states_count(question, _OWN_NUMBER.sub("", sentence))
    states_it = _HOLDS_WANTED[question.wanted or ""].search(sentence)
    return bool(states_it) or founded_today(question.folded, sentence)


def _apart(question: Question, sentence: str) -> str:
    """Return *sentence* without what cannot be the fact that is asked for, though it is of its kind."""
    if question.wanted in ("day", "calendar") and _EVENT.search(question.folded):
        return _NEXT_TIME.sub("", sentence)  # 什麼時候動工 is not answered by 下次會議
    if question.wanted == "duration" and _TAKES.search(question.folded):
        return _REGULARLY.sub("", sentence)  # 要等多久 is not answered by 每月5日
    if question.wanted == "city":  # 屏東義消…去了哪個城市 names one that is not asked for
        for city in CITIES.split("|"):
            sentence = sentence.replace(city, "") if city in question.folded else sentence
    return sentence


def _states_amount(question: Question, sentence: str) -> bool:
    """Tell whether *sentence* states a number, what it became where that is asked."""
    told = [_OWN_NUMBER.sub("", sentence)]
    if question.focus and f"几个{question.focus.text}" in question.folded:
        return counts((word for word, _ in question.focus.forms), told[0])
    if _BECOMES_SO_MUCH.search(question.folded):  # 速限降到多少 is no number of pupils
        told = [part for part in _CLAUSE.findall(told[0]) if _CHANGED.search(part)]
    return any(map(_AMOUNT.search, told))


def _states_count(question: Question, sentence: str) -> bool:
    """Tell whether *sentence* states a number of what is counted by the question's measure."""
    if "哪几" in question.folded and enumerates(2, sentence):
        return True  # 哪幾條路線 is told by their names, too
    counted = counting(question.measure) if question.measure else _HOLDS_WANTED["count"]
    return bool(counted.search(_THE_CASE.sub("", sentence)))


def _states_sum(question: Question, sentence: str) -> bool:
    """Tell whether *sentence* states a sum, or what one of something costs where that is asked."""
    priced = PRICED.search(question.folded) and not _SUM.search(question.folded)
    parts = [p for p in _CLAUSE.findall(sentence) if not _SUM.search(p)] if priced else [sentence]
    return any(map(_HOLDS_WANTED["money"].search, parts))
