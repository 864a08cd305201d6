"""How well one posting answers a question: shares of its words, its kind, the fact asked for.

*own* is the share of the question's weight that stands in the entry's own words, *coverage*
the share in them or in anything that the entry inherits.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from rapidfuzz.fuzz import token_set_ratio

from knowledge.model import Fact, Kind
from knowledge.posting import Posting
from knowledge.question import Question
from knowledge.terms import Term
from knowledge.weights import RankWeights

_NUMBER = "[0-9〇零一二两三四五六七八九十百千万亿,.]+"
_SLASHED = r"[0-9]{2,4}[/.-][0-9]{1,2}[/.-][0-9]{1,2}"  # 114/09/22
_MEASURES = "案笔度瓩则起宗株棵支张份件本分小公坪天周学间座所栋辆班站条场次件家户处台区里校馆项个种名位人公处"
_OFFICE = "医师|教授|老师|律师|建筑师|技师|总干事|董事长|理事长|里长|村长|乡长|镇长|区长|所长|馆长|园长|课长|主委|市长|县长|局长|处长|秘书长|主任委员|主任|科长|科员|部长|次长|院长|校长|组长|企划师|委员"
_NAME = f"[\u4e00-\u9fff](?:副?(?:{_OFFICE}))[\u4e00-\u9fff]{{2}}|[\u4e00-\u9fff]{{2,3}}(?:副?(?:{_OFFICE}))"
_CITIES = "台北|新北|桃园|基隆|台中|台南|高雄|新竹|苗栗|彰化|南投|云林|嘉义|屏东|宜兰|花莲|台东|澎湖|金门|连江"
# Measures that count the same things: 幾間 may be answered by 5 所.
_SAME_MEASURE = ("间所家处座栋站校馆", "件案起宗则", "笔宗", "张份件本", "辆班台架", "条线", "层楼")
# What an excerpt must hold where a price, a number of people or the like is asked for.
_HOLDS_WANTED = {
    "money": re.compile(
        rf"{_NUMBER}(?:余)?[万亿]?(?:元|块|美元|美金)|{_NUMBER}[万亿](?![\u4e00-\u9fff])"
    ),
    "date": re.compile(rf"下一?次[^。;,]{{0,16}}{_NUMBER}(?:年|月|日)|另行通知"),
    "calendar": re.compile(rf"{_NUMBER}(?:月|日|号)|{_SLASHED}"),
    "city": re.compile(f"{_CITIES}|[四各跨4]市|[\u4e00-\u9fff]{{2}}(?<![城四各])[市县]政府"),
    "agent": re.compile(
        "由[^,。;]{2}|各界|朝野|轮流|轮值|轮办|[四各4]市(?:共同|依序|分别)|(?:请|委托)[^,。;]{0,16}?(?:局|处|组|府|会|部|院|司|中心|校|所|科|平台|单位|厂商)"
        "|(?:提案|主办|承办|负责)(?:单位|机关|人) ?[:(]"
    ),
    "hour": re.compile(rf"{_NUMBER}(?:时|点|分)|[0-9]{{1,2}}:[0-9]{{2}}"),
    "where": re.compile(
        "存放|改存|改放|改设|移至|迁至|置于|地点|位于|设于|设在|选址|[路街段巷号楼站场园港]"
    ),
    "headcount": re.compile(rf"{_NUMBER}(?:余)?(?:人|名|位(?!市长|副市长|首长))"),
    "percent": re.compile(rf"{_NUMBER}(?:%|趴|成|个百分点)|百分之"),
    "count": re.compile(f"{_NUMBER}(?:余)?[{_MEASURES}]"),
    "name": re.compile(f"报告人|{_NAME}"),
    "age": re.compile(rf"{_NUMBER}岁"),
    "vote": re.compile(
        rf"{_NUMBER}票|反对|赞成|表决|异议|(?:同意|废票)[^,。;]{{0,2}}{_NUMBER}[人票张位]"
    ),
    "proposer": re.compile(
        "连署人? ?:|(?:提案|提报|提出|主办|业务|报告)(?:单位|机关|局处|人|者|委员) ?:|[提报]:"
    ),
    "funding": re.compile("支应|匀支|负担|财源|分担|分摊|经费|编列|补助|预算|自筹|基金"),
    "contractor": re.compile(
        "由(?:[^,。;]|(?<=[0-9]),){2,24}?(?:得标|决标|获选|承包|承揽|承作|施作|施工)"
        "|(?:得标|承揽|承包)(?:厂商|者|人|公司)|以[^。;]{2,12}元得标"
    ),
    "cause": re.compile(
        "原因|起因|肇因|因为|由于|所致|导致|造成|因[^应此地素果][^,。]{0,20}(?:起火|引发|失火|发生)"
    ),
    "reporter": re.compile(
        "报告人|司仪报告|(?:局|处|组|科|室|单位|中心|公所|课)(?:长|主任)?[一-鿿]{0,4}报告"
    ),
    "country": re.compile(
        "[美英法德日韩泰印中越]国|日本|新加坡|马来西亚|越南|印度|欧盟|加拿大|澳洲|东南亚|菲律宾|印尼"
    ),
    "reply": re.compile("回应|回复|回覆|答复|答覆|函复|函覆|表示|说明|答:"),
    "meaning": re.compile(
        "代表|象征|意指|意即|是指|系指|寓意|为[^,。;]{1,12}(?:市徽|颜色|意象)|包括|包含|分别[为是]|(?:[^、。;,:]{2,20}、){2,}"
    ),
    "weekday": re.compile("(?:星期|礼拜|周)[一二三四五六日天]"),
    "phone": re.compile(r"[0-9]{2,4}-[0-9]{5,}|@|http"),
    "duration": re.compile(
        rf"{_NUMBER}(?:余|多)?(?:个月|个星期|个?礼拜|周|天|小时|分钟?|年(?![0-9度底〇零一二三四五六七八九十]))"
        "|(?<![月0-9〇零一二三四五六七八九十])[0-9〇零一二三四五六七八九十百]+日|每[^。;,]{0,3}[年季月周天日]"
    ),
    "day": re.compile(
        rf"{_SLASHED}|[0-9]{{2,4}}(?:年|学年)|[前去今明后]年|{_NUMBER}(?:月|日|个月|周|天|星期|季|学期)|下次|完成后|通过后|核定后|后(?:开放|实施|办理|公告)|每年|每半年|每季|按季|即刻|立即|年底|届时"
    ),
}
_SENTENCE = re.compile("[^。;]+")
_OWN_NUMBER = re.compile("^[-◆ ]*[(]?[〇零一二三四五六七八九十百壹贰叁参肆伍陆柒捌玖拾]+[)]?、")
_SAID = re.compile("[。,;:!?]")
_NAMED_LINE = 40  # characters of a speaker's name and offices
_NUMBERED_DEPTH = 2  # headings above a paragraph that has a number
_OF_ITEM = (Kind.EXPLANATION, Kind.RESOLUTION)
_DECIDED = (Kind.RESOLUTION, Kind.CONCLUSION)


@dataclass(frozen=True, slots=True)
class Share:
    """How much of a question an entry holds, from 0 to 1."""

    coverage: float
    own: float


class Scorer:
    def __init__(self, weights: RankWeights) -> None:
        self._weights = weights
        self._asked = lru_cache(maxsize=1_000)(self._kinds)

    def share(self, question: Question, posting: Posting) -> Share:
        # Asked of every candidate: `_in` and `_beside` are written out here, for half the time.
        near, parts = self._near(question, posting), self._weights.parts
        body, above, inherited = posting.body, posting.above, posting.near
        headed = max(near, self._weights.above)
        total = owned = covered = 0.0
        for term in question.terms:
            own = held = 0.0
            for word, weight in term.forms:
                if word in body:
                    own = weight
                    break
            if own < parts and term.pairs:
                own = self._in(term, body)
            if own < near:
                for word, weight in term.forms:
                    if word in above:
                        held = headed * weight
                        break
                    if word in inherited:
                        held = near * weight
                        break
                held = held or self._beside(term, "", posting.far, near)
            total += term.weight
            owned += term.weight * own
            covered += term.weight * max(own, held)
        return Share(covered / total, owned / total) if total else Share(0.0, 0.0)

    def headed(self, question: Question, posting: Posting) -> float:
        """Return the share of *question* in *posting*'s own words and the headings above it."""
        headings = posting.above
        total = sum(term.weight for term in question.terms)
        held = sum(
            t.weight * max(self._in(t, posting.body), _best(t, headings)) for t in question.terms
        )
        return held / total if total else 0.0

    def _near(self, question: Question, posting: Posting) -> float:
        decides = "decision" in question.intents and posting.kind in _DECIDED
        return self._weights.near_decided if decides else self._weights.near

    def covered(self, terms: Sequence[Term], posting: Posting, near: float) -> float:
        """Return the share of *terms* in *posting*; what it only inherits counts *near*."""
        return self.stands(terms, posting.body, posting.near, near, posting.far)

    def stands(
        self, terms: Sequence[Term], body: str, inherited: str, near: float, far: str = ""
    ) -> float:
        """Return the share of *terms* in *body*; *near* of what stands only in *inherited*."""
        total = held = 0.0
        for term in terms:
            own = self._in(term, body)
            best = own if own >= near else max(own, self._beside(term, inherited, far, near))
            total += term.weight
            held += term.weight * best
        return held / total if total else 0.0

    def holds(self, term: Term, posting: Posting, near: float | None = None) -> float:
        """Return how far *posting* holds *term*: 1 for its own words, *near* for inherited ones."""
        limit = self._weights.near if near is None else near
        own = self._in(term, posting.body)
        return max(own, self._beside(term, posting.near, posting.far, limit))

    def _in(self, term: Term, text: str) -> float:
        """Return how far *text* holds *term*, whole or in parts."""
        best = _best(term, text)
        if best >= self._weights.parts or not term.pairs:
            return best
        found = 0
        for pair in term.pairs:
            found += pair in text
        return max(best, self._weights.parts * found / len(term.pairs))

    def _beside(self, term: Term, inherited: str, far: str, near: float) -> float:
        """Return how far what an entry hangs on holds *term*: at most *near*."""
        best = near * _best(term, inherited)
        return best or (self._weights.far if term.text in far else 0.0)

    def prior(self, question: Question, posting: Posting) -> float:
        """What the kind of an entry and its group add to its rank for *question*."""
        kind, weights = posting.kind, self._weights
        rank = self._asked(question.intents).get(kind, 0.0) + weights.prior.get(kind, 0.0)
        if question.wanted and self.holds_wanted(question, posting):
            rank += weights.holds
        if question.scope.voice and posting.speaker == question.scope.voice:
            rank += weights.voice
        if "opening" in question.intents and posting.kind == Kind.STATEMENT:
            rank += weights.opening if len(posting.path) < _NUMBERED_DEPTH else 0.0
        if (
            posting.fact == Fact.TITLE
            or posting.path[-1:] == (posting.body,)
            or _names_only(posting)
        ):
            rank += -weights.title if "heading" in question.intents else weights.title
        return rank + self._group(question, posting) + self._item(question, posting)

    def _kinds(self, intents: frozenset[str]) -> Mapping[str, float]:
        """Return what the intents of a question add to the kinds of entry they ask for."""
        kinds: defaultdict[str, float] = defaultdict(float)
        for intent in intents & self._weights.intents.keys():
            for kind, weight in self._weights.intents[intent].items():
                kinds[kind] += weight
        if "decision" in intents:
            kinds[Kind.PROPOSAL] = 0.0  # 那個提案結果如何 asks for the outcome
        return kinds

    def _group(self, question: Question, posting: Posting) -> float:
        if not posting.group:
            return 0.0
        named = [term for term in question.terms if term.text.endswith("组")]
        other = named and not any(_names(term, posting.group) for term in named)
        return self._weights.other_group if other else 0.0

    def _item(self, question: Question, posting: Posting) -> float:
        place = question.place
        shared = sum(heading in posting.headings for heading in place)
        nearness = self._weights.place * shared / len(place) if place else 0.0
        if not question.items:
            return nearness
        named = any(posting.item in items for items in question.items)
        return nearness + (self._weights.item if named else -self._weights.item)

    def holds_wanted(self, question: Question, posting: Posting) -> bool:
        """Tell whether *posting* has the kind of fact that *question* asks for.

        It must stand in a sentence that holds one of the heaviest words of the question, or in
        what explains or decides an item about it.
        """
        if question.wanted == "items":
            return enumerates(question.count or 0, posting.body)
        if question.wanted == "name" and posting.speaker:
            return True
        if question.wanted in ("proposer", "reporter"):
            return states_wanted(question, posting.body)
        inherited = posting.body + posting.near
        held = (term.weight for term in question.terms if _best(term, inherited))
        heaviest = max(held, default=0.0)
        least = self._weights.subject * heaviest
        named = [t for t in question.terms if not t.generic and t.weight >= least]
        voted = question.wanted == "vote" and posting.kind == Kind.OTHER  # 表決：7票
        if (voted or posting.kind in _OF_ITEM) and any(_best(term, posting.near) for term in named):
            return states_wanted(question, posting.body)
        replies = question.wanted == "reply" and bool(posting.speaker)
        return any(
            replies or states_wanted(question, sentence)
            for sentence in _SENTENCE.findall(posting.body)
            if not named or any(_best(term, sentence) for term in named)
        )


def enumerates(count: int, text: str) -> bool:
    """Tell whether *text* tells *count* things one after the other; the last two may be joined.

    Its own number is none of them: 一、請各議題小組.
    """
    return bool(_enumeration(count).search(_OWN_NUMBER.sub("", text)))


@cache
def _enumeration(count: int) -> re.Pattern[str]:
    return re.compile(f"(?:[^、。;:,]{{1,20}}、){{{max(1, count - 2)},}}[^、。;:,]+")


def states_wanted(question: Question, sentence: str) -> bool:
    """Tell whether *sentence* states a fact of the kind that is asked for."""
    if question.wanted == "name" and question.office:
        return bool(re.search(f"(?<!副){question.office}(?!层级)", sentence))
    if question.wanted == "roster":
        return enumerates(3, sentence)
    if question.wanted == "count" and question.measure:
        return bool(_counting(question.measure).search(sentence))
    return bool(_HOLDS_WANTED[question.wanted or ""].search(sentence))


@cache
def _counting(measure: str) -> re.Pattern[str]:
    """Return what finds a number of *measure*, or of what counts the same things."""
    same = next((group for group in _SAME_MEASURE if measure in group), "")
    return re.compile(
        f"{_NUMBER}(?:余)? ?(?:[{same}]|{measure})" if same else f"{_NUMBER}(?:余)? ?{measure}"
    )


def alike(words: str, posting: Posting) -> float:
    """Return how alike the characters of *words* and *posting* are, from 0 to 1."""
    return float(token_set_ratio(_pairs(words), _pairs(posting.body))) / 100


def _names_only(posting: Posting) -> bool:
    """Tell whether *posting* is no more than the line above a speech: ■羅偉倫（理事長）."""
    return (
        bool(posting.speaker) and len(posting.body) < _NAMED_LINE and not _SAID.search(posting.body)
    )


def _best(term: Term, text: str) -> float:
    for word, weight in term.forms:
        if word in text:
            return weight
    return 0.0


@lru_cache(maxsize=4_000)
def _pairs(text: str) -> str:
    """Return the bigrams of *text* as words, for rapidfuzz."""
    return " ".join(pair for i in range(len(text) - 1) if " " not in (pair := text[i : i + 2]))


def _names(term: Term, group: str) -> bool:
    return any(word in group or group in word for word, _ in term.forms)
