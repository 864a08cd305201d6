"""What a question takes for granted: that a thing failed, was called off, turned down or put off.

Where nothing that is shown says so, its reason, its day and its author stand in no minutes.
"""

from __future__ import annotations

from collections.abc import Iterable

from knowledge.model import Kind, Outcome
from knowledge.posting import Posting
from knowledge.question import Question
from knowledge.regex import regex
from knowledge.sides import asks_side, takes_side
from knowledge.term import Term

_HEAVY = 0.5  # weight of what is no light verb: 失敗, 作廢; not 堅持, 建議
_WHY = regex(
    "(?:为什么|为何|怎么会|为啥|干嘛)(?:[会要又就都才想是]|[特专]地|[特专][别门]|刻意|故意|一定|非得|突然|最后|后来|决定|不|没有?)*"
)
_ENDED = (
    "(?<![不没未])(?:取消|[喊叫]停|停办|停止|停摆|停掉|停工|中止|终止|否决|驳回|退[回件]|打回|打枪|撤[回案销掉]|废[止除掉]"
    "|作[废罢]|破局|破裂|流标|告吹|跳票|延[期后宕]|暂缓|暂停|搁置|放弃|推翻|解散|喊卡)"
    "|失败|没(?:有)?(?:过关?|通过)(?!程)|[没无]人(?:投标|来标)|[不未](?:通过|办了|做了|推了)|被[挡刷删卡]"
)
# 中央最後補助幾成 presumes that it was settled; 幾成怎麼決定 does not.
_SETTLES = regex("[决敲裁商谈拍][定议示板妥]|结论|定案|着落|共识")
_PAID = tuple("票费价金款卡证租税险")  # last characters of what costs something by itself
_SUMS = ("money", "percent")
_PRESUMED = (*_SUMS, "firm", "contractor")
_ASKS = regex(
    f"(?:为什么|为何|为啥|怎么会|怎么被|干嘛)[^,。;?]{{0,16}}(?:{_ENDED})"
    f"|(?:{_ENDED})[^,。;?]{{0,4}}(?:为什么|为何|原因|理由|缘由)"
    f"|(?!谁(?:最后|还|都)?没)(?:哪一?[天年]|什么时候|何时|几月|谁|哪位)[^,。;?]{{0,6}}(?:{_ENDED})"
)
_TELLS = regex(
    "取消|[没无]人(?:投标|来标|报名|参[加与])|停(?![车留])|[中终]止|[否驳拒废撤搁缓]|退(?![休伍税])|打回|作罢|失败|破[局裂]|[未不](?:获|能|过|通过|同意|予|准|宜|得|可|符|足|再|办|合|利)"
    "|暂|延[期后宕至长]|展延|保留|[再续]议|续[审行]|流标|放弃|反对|疑|困难(?!局)|卡|删|落后|逾|补[件正]|解散|推翻"
)

# Why somebody was absent is told only where a reason stands beside it: （市政會議請假）, 因公出國
_ABSENT = regex(
    "(?:为什么|为何|怎么|为啥|什么原因)(?:会|又|都|才)?(?:请假|缺席|[没未不](?:能|克|有)?(?:来|到(?!位)|出席|主持|参加))"
    "|(?:请假|缺席|没来|没到|没出席)的?(?:原因|理由)"
)
_EXCUSED = regex("因|临时|赴|出国|公[差出假]|[病事婚丧产休]假|会议?请假|另有|行程|开会|住院|不克")
_NOT_PASSED = regex(
    "没有?(?:直接|马上|当场|一起|跟着)?(?:过(?!程)|通过|成|定案)|[不未](?:获|能)?通过|[被给]?卡[住关]?"
)
_UNSETTLED = (Outcome.CONTINUED, Outcome.RESERVED, Outcome.WITHDRAWN)
_STOOD_IN = regex("代理|代为|不克|(?<!不得)请假")
# 石梯坪那隻抹香鯨的死因是什麼, 有賣學生票嗎: what is asked for by its name
_NAMED = regex(
    "的(?P<of>[\u4e00-\u9fff]{2,4})(?:是|为)(?:什么|何)[ ?。]*$"
    "|(?P<text>[\u4e00-\u9fff]{2,8}?)的?(?:全文|条文|影本|正本|扫描档|电子档)"
    "|(?:有|有没有|是否|是不是有)(?:在)?(?:卖|出售|发行|推出|贩售)(?P<sold>[\u4e00-\u9fff]{2,6}?)(?:吗|嘛|没有|[,?])"
)
# 台北那次地震: what befell somewhere is spoken of as known
_BEFELL = regex("那一?[场次]的?(?P<of>[\u4e00-\u9fff]{2,4})")
# 年終最後發了幾個月: what was done is told by no proposal
_DONE = regex(
    "(?:最后|后来|最终|实际上?|结果)(?:到底|总共|一共|又|实际上?)*(?:核?发|花|赔|付|收|领|捐|赚|罚|卖|撤离|死)了(?:多少|几)"
)
# 停車需求調查的結果是什麼
_FOUND = regex(
    "(?P<of>调查|问卷|检测|检验|鉴定|评估|研究|盘点|会勘|抽查|普查|量测|测量|现勘|勘查|检查|化验|监测|访查)的?结果(?:是|为|怎|如何|出|呢|[ ?。]*$)"
)
_HAS_RESULT = regex("结果(?!每|公[布告]|[函送报提于应由请后]|[^,。;]{0,3}(?:公[布告]|函|送))")
_CLAUSE = regex("[^,。;]+")
_AWAITED = regex("俟|待|请|应|先|再|拟|将|需|要|建议|共同|后[续再]|完成[^,。;]{0,12}后")
_MADE = regex(
    "已|业经|经[^,。;]{0,8}(?:调查|检测|检验|鉴定|评估)|(?<![0-9])[0-9]+(?![0-9年月日])|显示|发现"
)
_MEANT = regex("所需经费|总经费|报请|预估|估[计需]|概估|粗估|拟编")
_SPENT = regex("实际|决算|实支|核销|已支|支出|花")
_PROPOSES = (Kind.PROPOSAL, Kind.MOTION)
_RARE = 0.9  # weight of a word that names a thing


def is_untold(folded: str, shown: Iterable[Posting]) -> bool:
    """Tell whether *shown* do not tell what *folded* takes for granted.

    It is why, when or by whom a thing was ended, why somebody was absent, or how much was paid.
    """
    shown = tuple(shown)
    if _ABSENT.search(folded):
        told = (p for p in shown if p.fact or _STOOD_IN.search(p.body))
        return not any(_EXCUSED.search(p.body) for p in told)
    if _DONE.search(folded) and shown and _is_meant(shown[0]):
        return True
    if found := _FOUND.search(folded):
        return not any(
            found["of"] in p.near + p.body and _has_result(found["of"], p.body) for p in shown
        )
    if (
        "最" in folded
        and asks_side(folded)
        and shown
        and not any(takes_side(folded, p.body) for p in shown)
    ):
        return True  # 哪個市長最支持關稅
    if not _ASKS.search(folded):
        return False
    if _NOT_PASSED.search(folded) and any(p.outcome in _UNSETTLED for p in shown):
        return False  # 交通組為什麼沒過: 有待溝通…持續討論 says that it was not
    return not any(_TELLS.search(p.body) or _TELLS.search(p.near) for p in shown)


def _has_result(inquiry: str, body: str) -> bool:
    """Tell whether *body* does more than ask for an *inquiry*, or wait for it: 俟…完成停車需求調查."""
    before = [clause for clause in _CLAUSE.findall(body) if inquiry in clause]
    awaited = (_AWAITED.search(clause) and not _MADE.search(clause) for clause in before)
    return bool(_HAS_RESULT.search(body)) or not before or not all(awaited)


def _is_meant(first: Posting) -> bool:
    """Tell whether *first* tells only what was proposed, or what is needed: 所需經費…報請補助."""
    planned = _MEANT.search(first.body) and not _SPENT.search(first.body)
    return first.kind in _PROPOSES or bool(planned)


def taken_for_granted(question: Question, missing: Iterable[Term]) -> tuple[str, ...]:
    """Return of *missing* what a question asks the reason of, 月票為什麼失敗, or by its name.

    And what befell, 那次地震.
    """
    asks, named = _WHY.search(question.folded), _NAMED.search(question.folded)
    done = question.folded[asks.end() :] if asks else ""
    of = (named["of"] or named["sold"]) if named else ""
    text = (named["text"] or "") if named else ""  # 月票合約全文
    that = befell["of"] if (befell := _BEFELL.search(question.folded)) else ""
    return tuple(
        t.text
        for t in missing
        if (t.weight >= _HEAVY and (done.startswith(t.text) or that.startswith(t.text)))
        or (t.weight >= _HEAVY and text.endswith(t.text))
        or (t.weight >= _RARE and t.text == of)
    )


def presumes_settled(question: Question) -> bool:
    """Tell whether *question* asks for a sum or a firm as if it were known, and not whether it was settled."""
    return question.wanted in _PRESUMED and not _SETTLES.search(question.folded)


def priced_apart(question: Question, missing: Iterable[Term]) -> tuple[str, ...]:
    """Return what costs something of its own and is *missing*: 學生票, beside a price for all."""
    return tuple(
        t.text
        for t in missing
        if question.wanted in _SUMS and t.text.endswith(_PAID) and len(t.text) > 2
    )
