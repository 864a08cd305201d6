"""What a question asks of an item, and which words of an entry tell it: the reason, the plan, how it stands."""

from __future__ import annotations

import re
from dataclasses import dataclass

from knowledge.dates import NUMERAL, number
from knowledge.model import Kind
from knowledge.patterns import compiled
from knowledge.question import Question
from knowledge.regex import regex

TOLD_BEFORE = frozenset((Kind.EXPLANATION, Kind.REPORT))
DECIDED = frozenset((Kind.RESOLUTION, Kind.CONCLUSION))
JOINED = 2  # things that may be joined without a 、
FIGURE = "[0-9一二三四五六七八九十百千万]"


@dataclass(frozen=True, slots=True)
class Demand:
    """What *asks* for something of an item, what *tells* it, and the *kinds* that mostly do."""

    asks: re.Pattern[str]
    tells: re.Pattern[str]
    kinds: frozenset[Kind]


@dataclass(frozen=True, slots=True)
class Sought:
    """What a question asks of an item, and how many *things* are to be named, 0 for none."""

    demands: tuple[Demand, ...] = ()
    things: int = 0

    @property
    def kinds(self) -> frozenset[Kind]:
        """The kinds of entry that may state it."""
        any_kind = TOLD_BEFORE | DECIDED if self.things else frozenset[Kind]()
        return any_kind.union(*(one.kinds for one in self.demands))


def _demand(asks: str, tells: str, kinds: frozenset[Kind]) -> Demand:
    return Demand(re.compile(asks), re.compile(tells), kinds)


WHY = _demand(  # 為什麼要延後; 決議為何 asks what
    "为什么|为何(?=[\u4e00-\u9fff])|为啥|怎么会|凭什么",
    "因[^此应素地果]|由于|鉴于|无法|不足(?!部分|额|之数)|过[多高低长少]|避免|为(?:配合|因应|防|使|让|了|应)|导致|致使|考量|以[免利]",
    TOLD_BEFORE,
)
_DEMANDS = (
    WHY,
    _demand(  # 現在存了幾天份, 原本的門檻
        "(?:现在|目前|眼下|现行)(?!正?在(?:找|看|写|做|查))|(?:以前|之前|先前|过去)(?:是|的|[\u4e00-\u9fff]{0,4}(?:多少|几|什么|怎么|哪))"
        "|(?:原本|原来|本来)(?!(?:就|每[^,。;?]{1,3}|一[^,。;?]{1,2})?(?:要|想|打算|预计|准备|计划|规划|希望|提))",
        "现[有行在况今]|目前|迄今|截至|既有|原[^则因料住民]|以往|过去",
        TOLD_BEFORE,
    ),
    _demand(  # 打算多找哪些人
        "打算|预计|预定|准备(?:要|把|在|怎)|计[划画]要|规划要|(?<![研模草])拟|要多[\u4e00-\u9fff]{1,2}哪",
        "(?<![研模草])拟|预[计定]|规划|将(?!来)|计[划画]于",
        TOLD_BEFORE,
    ),
    _demand(  # 加了什麼限制
        "(?:加|附|带|设|订|定|开)(?:了|上|出|下)?(?:什么|哪些|啥|怎样的?)(?:限制|条件|但书|规定|要求|门槛)"
        "|(?:限制|条件|但书|附带决议)(?:是|有)?(?:什么|哪些|啥)",
        "不得|禁止|增[列订为]|另(?=编|请|应|增)|(?<![上下期年有权])限(?!公司|期|额|内)|但书|附带|须|(?<!因)应[^用]|始[得能可]|方[得能可]|为条件",
        DECIDED,
    ),
    _demand(  # 把哪一筆刪掉了
        "(?:删|砍|拿|剔|划)(?:掉|除|去)",
        "删[除减去列]|剔除|减列|免列|不予(?:编列|同意)",
        DECIDED,
    ),
    _demand(  # 改了哪裡
        "(?:改|修正|修改|调整)了?(?:什么|哪[些裡里儿个几]|啥)",
        "修[正改]|改[为列以由采]|调整|增列|删除",
        DECIDED,
    ),
    _demand(  # 要給什麼好處
        "(?:什么|哪些|啥|多少)(?:好处|奖励|奖品|优惠|福利|好康|甜头|回馈|诱因)|(?:好处|奖励|奖品|优惠|福利|好康|甜头|诱因)(?:是|有)(?:什么|哪些|啥)",
        f"(?:[发赠送]给?|核发|奖励|补[助贴]|加发|回馈)[^,。;]{{0,12}}{FIGURE}|{FIGURE}元|免[费收缴]|减[免收半]|[0-9一二三四五六七八九]折|加[0-9一二三四五六七八九十]分|礼[券品金]|点数",
        TOLD_BEFORE,
    ),
    _demand(  # 垃圾攔截索 費用
        "(?:费用|经费|金额|价格|票价|售价|预算)[ ?。]*$",
        f"{FIGURE}(?:余)?[元万亿]",
        TOLD_BEFORE,
    ),
)
_ANY = compiled("|".join(f"(?:{one.asks.pattern})" for one in _DEMANDS))
# 哪三所國小: things one after the other
WHICH = regex(
    f"哪(?P<n>几|(?!一){NUMERAL})(?:个|所|种|家|处|间|位|条|座|栋|类|项|区|校|村|里|站|案|块|片|笔|款)"
)
_SETTLES = regex("最后(?!一)|最终|后来|结果|(?:通过|同意|过关)了?(?:吗|没)")
# Why it was put off is told where that was decided.
_PUT_OFF = regex(
    "缓议|保留|[续再]议|撤[案回]|搁置|退回|驳回|否决|反对|[不没未](?:有|被|予)?(?:让|过|通过|同意|准|列|纳|审)"
)


def sought_by(question: Question) -> Sought:
    folded = question.folded
    asked = [one for one in _DEMANDS if one.asks.search(folded)] if _ANY.search(folded) else []
    if asked and _SETTLES.search(folded):
        asked = [one for one in asked if one.kinds is DECIDED or one is WHY]
    if WHY in asked and _PUT_OFF.search(folded):
        asked.remove(WHY)
    which = WHICH.search(folded)
    return Sought(tuple(asked), (number(which["n"]) or JOINED) if which else 0)
