"""What an asked-for fact is of: the pay, of 薪水一個月多少; the master, of 師傅叫什麼名字."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import pairwise

from knowledge.bearer import bearer, borne, placed
from knowledge.model import Kind
from knowledge.posting import Posting
from knowledge.quantities import is_quantity
from knowledge.question import Question
from knowledge.regex import regex
from knowledge.term import Term, is_short_for
from knowledge.wanted import OFFICIAL, PRICED

# Who asks for them asks no more what was decided: 那月票一張多少錢呢.
_NO_DECISION = frozenset(("money", "reporter"))
_HOW_MUCH = regex("多少(?=[\u4e00-\u9fff])|几(?=[成趴%倍折元块])")
_MOST = 12  # characters of what is named before the words that say that it was got
# What was applied for was got only where it stands: 主辦權有拿到嗎.
_REPORTS = regex("报告人:(?P<who>[^)]{2,20})[)]")
_GOT = regex(
    "(?:拿|争取|申请|抢|标|要|申办)(?:到|下来?|成功)(?:手)?了?(?:吗|没|没有)|(?:有没有|是否)(?:拿|争取|申请|抢|标|要|申办)(?:到|下来?|成功)"
)
_PASSED = regex(
    "(?:(?:有没有|有|是否)?(?:通过|过关|核准|获准)了?(?:吗|没有?|了没)?|(?:有没有|是否)(?:改|调整|变更|修正)了?)[ ?。啊呀呢]*$"
)
_LACKS = regex("(?:各|还|现在|目前|总共|一共|到底)*缺(?:多少|几)")
_FIGURE = regex("[0-9]")
_OFFICE_ALONE = 2  # characters: more begin with a surname, or with whose office it is
_CENTRAL = regex("(?:行政院长?|中央(?:政府)?|总统府?|立法院)(?:有|是否|最后|后来|对|怎么|如何)")
_THING = 0.6  # weight of a word that is more than a light verb
_RAISED = regex(
    "(?P<of>[\u4e00-\u9fff]{2,10}?)(?:[要会的])?(?:涨价?|调[涨高降]|降价)(?:了|到|为|成)?(?:多少|几)"
)
_ACT = 0.5  # of one that says what befell: 翻覆

_IS_WHO = regex("(?:是|为)谁[ ?。]*$")
# Whoever asks gives no reply: 陳述意見：…可不可以整塊都買去？
_PUTS = regex("(?:陈述意见|陈情|询问|提问|质询|意见)[^:。]{0,6}:|.*[?]$|说明:?[^,。:]*反映")
_NEVER_ASKED = frozenset(("day", "calendar", "duration", "hour"))  # no question tells when
_NOT_OF_HEADS = frozenset(("firm", "contractor", "cause", "funding", "money"))
_NAMING = regex("[「『《〈]|名称|名为|命名|[取定改更]名|称为|叫做|名叫")
# 鹿鳴溪谷, before 步道; not 那條, 上游有
_PROPER = regex("[\u4e00-\u9fff][^\\W有的之在是与及和或对将把被为由到]$")
_COUNTED = regex("[0-9一二两三四五六七八九十几多这那该某各每][\u4e00-\u9fff]?$")
_EXCEPTED = regex("除了?(?P<but>[^。;]{1,40}?)(?:以?外|之外),?其余")
# A sum of what was done is told where it was done: 刪了多少, 判多久.
_DONE = regex("(?P<done>[罚删砍判赔扣捐偷拆缺]|(?<!到)剩)[掉除款了过下]{0,2}(?:多少|几|多久)")
_COUNTS = frozenset(("count", "headcount", "amount"))
_CUT = "删砍减"
_SHORT, _STOLEN = "缺需", "偷窃盗"
_LEFT = "剩余欠"  # what is left may be told so
# What it cost to hold the meeting is told of the meeting, and not of what it spoke of.
_HOSTING = regex(
    "办会|(?:办|开)(?:这|那|一|完)?[一]?(?:场|次)?(?:会议|例会|会(?![场堂馆所员]))[^,。;]{0,6}(?:花|用|费|要|经费|多少)|花[^,。;]{0,6}(?:办|开)(?:这|那)?一?(?:场|次)?会"
)
_OF_MEETING = regex("会议|开会|会场|场地|大会|办会")
# So many people were told of only where it is told what befell them: 死了幾個人.
_BEFELL = (
    (
        regex("死了?[^,。;?]{0,2}(?:多少|几)|死亡|过世|罹难"),
        regex("死|亡|殁|罹难|往生|丧[命生]|过世|遇难"),
    ),
    (
        regex("(?<!感)伤了?[^,。;?]{0,2}(?:多少|几)|(?:多少|几)个?人(?:受|轻|重)伤"),
        regex("伤"),
    ),
    (
        regex("(?:抓|逮|捕)[了到]?[^,。;?]{0,2}(?:多少|几)"),
        regex("抓|逮|捕|查获|到案|移送"),
    ),
    (
        regex("(?:裁员?|资遣|开除)了?[^,。;?]{0,2}(?:多少|几)"),
        regex("裁|资遣|解雇|开除|解职"),
    ),
    (
        regex("(?:辞职|离职|走)了?[^,。;?]{0,2}(?:多少|几)个?(?:人|名|位)"),
        regex("辞|离职|离开|流失|退"),
    ),
)
# 花了多少錢辦煙火: what it was spent on
_SPENT_ON = regex(
    "多少(?:钱|经费|预算)(?:去|来)?[办买盖做修请租换装建拍印设](?P<on>[\u4e00-\u9fff]{2,8})"
)
_COST = regex("[\u4e00-\u9fff]{1,4}[费金租薪]")
_ANY_COST = regex("经费|花费|资金|现金|消费|浪费|免费|收费|自费|公费")


def stands_nowhere(question: Question, stands: Callable[[Term], bool]) -> Term | None:
    """Return whom or what a fact is asked of, or what was to be got, where it *stands* nowhere."""
    of = _of(question, "money", "amount") or _got(question) or _named_by(question)
    of = of or _counted(question) or placed(question, _THING)
    return None if of is None or stands(of) else of


def _counted(question: Question) -> Term | None:
    """Return what befell that is counted: 翻覆, of 公車翻覆幾件."""
    things = borne(question) if question.wanted == "count" else []
    return next((t for t in things if not t.generic and t.weight >= _ACT), None)


def passes_unseen(question: Question, posting: Posting) -> tuple[str, ...]:
    """Return what is asked to have passed where *posting* knows nothing of it: 環評, of 環評通過了嗎."""
    asks = _PASSED.search(question.folded)
    before = question.folded[: asks.start()] if asks else ""
    named = (t for t in question.terms if not t.generic and t.weight >= _THING)
    named = (t for t in named if not _FIGURE.search(t.text))  # 5,000元 is no thing that passes
    of = next((t for t in named if len(t.text) > 1 and before.endswith(t.text)), None)
    held = posting.body + posting.near + posting.far
    return () if of is None or holds(of, held) or _in_pairs(of.text, held) else (of.text,)


def _in_pairs(compound: str, text: str) -> bool:
    """Tell whether *text* has each two characters of a longer *compound*: 免收 and 收費, of 免收費."""
    return len(compound) > 2 and all(a + b in text for a, b in pairwise(compound))


def replied(question: Question, speaker: str) -> bool:
    """Tell whether what *speaker* said may be the reply that is asked for: not 行政院's."""
    return bool(speaker) and question.wanted == "reply" and not _CENTRAL.search(question.folded)


def _named_by(question: Question) -> Term | None:
    """Return what somebody is who is asked for: the designer, of 主視覺設計師是誰."""
    asks = "who" in question.intents and _IS_WHO.search(question.folded)
    of = bearer(question.folded, question.terms) if asks else None
    return of if of and of.weight >= _THING else None


def _got(question: Question) -> Term | None:
    """Return the last thing before the words that ask whether it was got."""
    asks = _GOT.search(question.folded)
    if asks is None:
        return None
    before = question.folded[max(0, asks.start() - _MOST) : asks.start()]
    things = (t for t in question.terms if not t.generic and t.weight >= _THING)
    named = [term for term in things if term.text in before]
    return max(named, key=lambda term: before.rfind(term.text) + len(term.text), default=None)


def is_told(question: Question, body: str, above: str, inherited: str) -> bool:
    """Tell whether *body*, under the headings *above*, may tell the fact that *question* asks for of something.

    A name is told where its bearer stands; officials are named in other words than their office.
    What one of something costs is told of that, which the entry may inherit.
    """
    if question.wanted == "reply" and _PUTS.match(body):
        return False
    if question.wanted in _NEVER_ASKED and body.endswith("?"):
        return False  # 到底什麼時候換新？
    if (done := _DONE.search(question.folded)) and not _tells(done["done"], body):
        return False
    if question.wanted == "money" and _HOSTING.search(question.folded):
        return bool(_OF_MEETING.search(body))
    if question.wanted == "headcount" and not _befell(question.folded, body):
        return False
    body += above
    if question.wanted == "called":
        return _is_named(question, body)
    if of := _of(question, "name"):
        return bool(OFFICIAL.search(of.text)) or holds(of, body)
    held = body + inherited
    if any(elsewhere(question, held) for elsewhere in _ELSEWHERE):
        return False
    if question.wanted == "money" and (
        _is_of_another_cost(question, body + inherited)
        or _is_spent_elsewhere(question, body + inherited)
    ):
        return False
    spoken = question.scope.office or question.scope.voice  # of other matters they told no sum
    priced = spoken or PRICED.search(question.folded)
    of = _of(question, "money", "amount") if priced else None
    return of is None or holds(of, body) or holds(of, inherited)


def _raised_elsewhere(question: Question, held: str) -> bool:
    """Tell whether *held* knows nothing of what is raised: the dormitory, of 學生宿舍漲價多少."""
    raised = _RAISED.search(question.folded) if question.wanted in ("money", "amount") else None
    of = raised["of"] if raised else ""
    things = [t for t in question.terms if t.weight >= _THING and of.endswith(t.text)]
    return bool(things) and not any(holds(term, held) for term in things)


def is_of_head(question: Question, posting: Posting) -> bool:
    """Tell whether *posting* is of a head, which names no firm but by who met: 某某公司會議紀錄.

    It counts those who came, and nothing else.
    """
    counts = question.wanted in _COUNTS and not question.beside
    return bool(posting.fact) and (counts or question.wanted in _NOT_OF_HEADS)


def _measured_elsewhere(question: Question, held: str) -> bool:
    """Tell whether *held* knows nothing of what is measured: of the car park, of 停車場面積多少."""
    if question.wanted != "amount" or not is_quantity(question.measure):
        return False
    before = question.folded.partition(question.measure)[0].removesuffix("的")
    of = [t for t in question.terms if t.weight >= _THING and before.endswith(t.text)]
    return bool(of) and not any(holds(term, held) for term in of)


def _lacks_elsewhere(question: Question, held: str) -> bool:
    """Tell whether *held* knows nothing of who is short of something: drivers, of 司機還缺幾個人."""
    asks = _LACKS.search(question.folded) if _SHORT[0] in question.folded else None
    before = question.folded[: asks.start()] if asks else ""
    things = [t for t in question.terms if asks and not t.generic and len(t.text) > 1]
    return any(before.endswith(t.text) and not holds(t, held) for t in things)


_ELSEWHERE = (_measured_elsewhere, _raised_elsewhere, _lacks_elsewhere)


def _is_of_another_cost(question: Question, held: str) -> bool:
    """Tell whether a cost is named, 設計費, and *held* knows nothing of it, whatever sum it states."""
    named = (t for t in question.terms if t.weight >= _THING and _COST.fullmatch(t.text))
    costs = [term for term in named if not _ANY_COST.search(term.text)]
    return bool(costs) and not any(holds(c, held) or is_short_for(c.text, held) for c in costs)


def _is_spent_elsewhere(question: Question, held: str) -> bool:
    """Tell whether *held* knows nothing of what the money that is asked for was spent on."""
    spent = _SPENT_ON.search(question.folded)
    on = [t for t in question.terms if spent and t.weight >= _THING and t.text in spent["on"]]
    return bool(on) and not any(holds(term, held) for term in on)


def _tells(done: str, body: str) -> bool:
    words = next((of for of in (_LEFT, _CUT, _SHORT, _STOLEN) if done in of), done)
    return any(one in body for one in words)


def _befell(folded: str, body: str) -> bool:
    """Tell whether *body* tells what befell the people who are counted, where that is asked."""
    return all(tells.search(body) for asks, tells in _BEFELL if asks.search(folded))


def excepts(question: Question, body: str) -> bool:
    """Tell whether *body* speaks of all but what *question* names: 除應用外語系外，其餘照案通過."""
    if "其余" not in body or not (found := _EXCEPTED.search(body)):
        return False
    named = [t for t in question.terms if not t.generic and holds(t, body)]
    return bool(named) and all(holds(t, found["but"]) for t in named)


def _is_named(question: Question, body: str) -> bool:
    """Tell whether *body* has a proper name of the thing that is asked for: not 一艘貨櫃輪."""
    of = bearer(question.folded, question.terms)
    if of is None or _NAMING.search(body):
        return True
    before = (body.split(word)[0] for word, _ in of.forms if word in body)
    return any(_PROPER.search(words) and not _COUNTED.search(words) for words in before)


def _of(question: Question, *wanted: str) -> Term | None:
    of = bearer(question.folded, question.terms) if question.wanted in wanted else None
    return of if of and of.weight >= _THING else None


def holds(term: Term, text: str) -> bool:
    """Tell whether *text* has *term* or another word for it."""
    return any(word in text for word, _ in term.forms)


def speaks_as(office: str, posting: Posting) -> bool:
    """Tell whether who speaks is named by *office*, a name perhaps inside: 宣主任 is 宣志豪主任."""
    reports = _REPORTS.search(posting.body)
    speaks = posting.above + posting.label if posting.kind == Kind.SPEECH else ""
    speaks += reports["who"] if reports else ""
    if office in speaks:
        return True
    place = speaks.find(office[1:]) if len(office) > _OFFICE_ALONE else -1
    return place >= 0 and office[0] in speaks[max(0, place - 3) : place]


def is_topic(missing: Term, topics: Sequence[str], terms: Sequence[Term]) -> bool:
    """Tell whether no word weighs more in what an opinion is asked on: 對核二廠怎麼說."""
    for topic in topics:
        others = max((t.weight for t in terms if t is not missing and t.text in topic), default=0.0)
        if len(missing.text) > 1 and missing.text in topic and missing.weight >= others:
            return True
    return False


def is_of_title(question: Question, posting: Posting) -> bool:
    """Tell whether the meeting's title names a subject of *question*: 因應關稅議題會議."""
    words = (word for term in question.terms if not term.generic for word, _ in term.forms)
    return any(word in posting.far for word in words)


def asks_how_much(question: Question) -> bool:
    """Tell whether so much of something is asked that it names: 抽多少票房, not what was decided."""
    amount = not question.bare and bool(_HOW_MUCH.search(question.folded))
    return amount or question.wanted in _NO_DECISION
