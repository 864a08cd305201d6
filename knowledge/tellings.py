"""Words one of which must stand where a fact is told, by the fact and by how it is asked for."""

from __future__ import annotations

from knowledge.measures import NUMBER
from knowledge.regex import regex

# 管制是從哪天到哪天: a day by which something is to be done is no period.
_FROM_TO = regex(
    "从?(?:哪一?[天日年个]月?|何时|何日|几[月号](?:几[日号])?|什么时候)(?:一直|开始)?[起,]?(?:到|至)(?:哪|何|几|什么)|起[讫迄]日?"
)
_PERIOD = regex(
    f"[自从][^。;]{{3,40}}?[至到止]|[年月日号时起][^,。;]{{0,8}}?[至到~-] ?(?:{NUMBER}|翌|隔|次)|{NUMBER}[~-]{NUMBER}[日号]"
)
_REPORTED = regex("报告|[回提]报|提出")
# What is wanted, words that ask for it, and one of which must stand where it is told.
_TOLD_BY = (
    ("day", regex("(?:时候|何时|哪[天年])[^,。;?]{0,4}(?:报告|[回提]报)"), _REPORTED),
    ("day", regex("多少年[没未]"), regex("[未没]|自[^,。;]{1,12}[起后以]")),
    (
        "day",
        regex("开始|上路|实施|生效|(?<![a-z])(?:start|begin)"),
        regex("始|上路|[实施]|启[动用]|起(?!火)|[即立]刻|立即|生效|[试开推]办|推动|办理|后|前"),
    ),
    (
        "day",
        regex("[订定排选择约][在于到]?(?:什么时候|何时|哪一?[天日]|几[月号])"),
        regex(
            "[订定排选择约改][在于为至到]?[^,。;]{0,6}[0-9一二三四五六七八九十]|举[行办]|办理|召开|开[始工办]"
        ),
    ),
    ("money", regex("[投得决开底]标|标价|标金|(?<![a-z])bid(?![a-z])"), regex("标")),
    (
        "city",
        regex("参访|考察|访问|出访|旅[游行]|出国|出差"),
        regex("参访|考察|访|旅|出国|赴|前往"),
    ),
    (
        "amount",
        regex("比(?:去年|前年|上次|上期|以前|原来|之前)[^,。;]*(?:多少|几)"),
        regex("[增减升降涨跌较比]|成长"),
    ),
    ("vote", regex("几票|得票|当选"), regex("票")),
    ("count", regex("[负主]责[的了]?有?(?:几|多少)"), regex("[负主]责")),
    ("calendar", _FROM_TO, _PERIOD),
    ("day", _FROM_TO, _PERIOD),
    ("proposer", regex("连署"), regex("连署")),
    ("agent", regex("设计"), regex("设计")),
    ("name", regex("当选|获选|选上|中选"), regex("当选|获选|票")),
    ("headcount", regex("应该?到|实际?到"), regex("[应实际该到]到|出席")),
    ("duration", regex("[盖建]了?(?:几|多久)"), regex("[盖建]|施工|工期|完工")),
    (
        "money",
        regex("当[初年][^,。;?]*[花盖买建]"),
        regex("当[初年]|造价|[兴建]建|建置|购[置入]"),
    ),
    ("headcount", regex("报名"), regex("报名|登记|录取|参[加与]|人次")),
    (
        "money",
        regex("总(?:经费|预算|价|工程费)|造价"),
        regex("总|经费|费用?(?!率)|造价|契约|合计|[估需]"),
    ),
    (
        "headcount",
        regex("参加|参与|报名|出席|到场"),
        regex("参|报名|出席|到场|与会|学员|人次|报到|实到|应到|到[0-9]|录取|受训|培训|志工|来自"),
    ),
    (
        "money",
        regex("(?:总共|一共|合计|前后)[^,。;?]{0,4}花|花[了掉](?:多少|几)"),
        regex("花|支[出付应]|经费|(?<![收免缴])费(?!率)|预算|合计|总|款|编列|造价|价"),
    ),
    (
        "money",
        regex("编列?了?多少|多少(?:预算|经费)"),
        regex("预算|经费|编[列了]|费|款|元整"),
    ),
)
TOLD_OF = {
    wanted: [(asks, tells) for one, asks, tells in _TOLD_BY if one == wanted]
    for wanted, _, _ in _TOLD_BY
}
