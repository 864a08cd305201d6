"""Questions that get several entries: a list, all under a heading, one for each meeting."""

from __future__ import annotations

import re
from collections.abc import Sequence

from knowledge.aspects import FACET, bears_side, sides
from knowledge.bearing import holds
from knowledge.dates import NUMERAL, number
from knowledge.facets import explained, under_facet
from knowledge.labelled import labelled
from knowledge.lists import Lists
from knowledge.model import Form, Kind
from knowledge.posting import Posting
from knowledge.putforward import put_forward
from knowledge.question import Question
from knowledge.regex import regex
from knowledge.scoring import Scorer
from knowledge.search import Ranked, Search
from knowledge.term import Term
from knowledge.wanted import states_wanted

_ASKED = regex(rf"哪(?:几|{NUMERAL})(?:个|项|大|种|方面|条|块)*|哪些(?=面向|方向|领域|方面|层面)")
_LAST_WORDS = regex("(?:最后|收尾|结尾|末尾|压轴)(?:的|那)?一?[句段]")
_PARTS = ("点", "件", "条")
_SIDES = ("面向", "方向", "领域", "方面", "层面")
_VAGUE = (*_SIDES, "议题")  # 八大議題面向 are of no subject
# 於交通、災防…及觀光文創等八大面向: things one after the other, their number, what they are.
_TOLD = regex(
    rf"(?:[^、。;:,]{{1,14}}、)+[^、。;,]{{1,20}}?等?(?P<n>{NUMERAL})(?:大|个|项|种)?(?P<noun>[一-鿿]{{2}})"
)
# A question of which so much stands in a heading, and so little in one entry, asks for them all.
_OF_HEADING, _OF_ONE = 0.8, 0.2
_OF_SPEAKER = 0.6  # the same of who spoke: 廣盛村村長怎麼講拆房子的事
_WHICH = regex(f"哪(?:些|(?:几|(?!一){NUMERAL})[处个所座条项家间])")
_TOLD_TO = regex(
    "(?:要|请|叫|让|责成|交代|指示|要求)(?P<who>[\u4e00-\u9fff]{2,12}?)(?:去|来|要|应|应该)?"
    "(?:办|做|处理|配合|负责|完成|办理|改善)(?:了|的)?(?:哪些|什么|哪几|[二两三四五]件)"
)
_JOINS = regex("[跟和与及、]")
# 各單位分別負責什麼: each point of what was ruled is for one of them
_EACH_DOES = regex(
    "(?:分别|各自?|各(?:单位|组|机关|局处|[课科处]室|县市|[市县校方]))(?:分别)?(?:要|该|得|应该?|负责|去|来|被)*(?:做|办|负责|处理|配合|分工|完成)了?(?:什么|哪些|啥)"
)
_RULED = (Kind.CONCLUSION, Kind.RESOLUTION)
_LOOKED_INTO, _SOME = 5, 0.3  # first entries, and the share of a question in their own words
_SPOKEN_OF = 0.5  # share of a question that stands where all that it asks for is told


def _is_facet(focus: Term, posting: Posting) -> bool:
    """Tell whether the heading of a facet above *posting* has what is asked after."""
    return any(FACET.search(heading) and holds(focus, heading) for heading in posting.path)


class Several:
    """*same_subject* is the share of a question that an entry on its subject holds itself."""

    def __init__(self, search: Search, scorer: Scorer, lists: Lists, same_subject: float) -> None:
        self._search = search
        self._scorer = scorer
        self._lists = lists
        self._same_subject = same_subject

    def named(self, question: Question, ranked: Sequence[Ranked]) -> tuple[list[Posting], Form]:
        """Return the entries that *question* asks for by their number or kind, [] for one entry."""
        if proposed := put_forward(question, ranked, self._search):
            return proposed, Form.LIST
        if found := under_facet(question, ranked, self._search) or explained(
            question, ranked, self._search
        ):
            return found, Form.LIST if found[1:] else Form.EXCERPT
        if told := labelled(question, ranked) or self._told(question, ranked):
            return told, Form.EXCERPT
        if told := self._told_of_focus(question, ranked):
            return told, Form.EXCERPT
        if orders := self._orders(question, ranked):
            return orders, Form.LIST
        if reporters := self._reporters(question, ranked):
            return reporters, Form.LIST
        if meetings := self._meetings(question, ranked):
            return meetings, Form.COMPARISON
        return self._listed(question, ranked), Form.LIST

    def _told(self, question: Question, ranked: Sequence[Ranked]) -> list[Posting]:
        """Return the entry that tells all that is asked for in one sentence: 甲、乙與丙三大面向."""
        sides = any(side in question.folded for side in (*_SIDES, "块"))
        asked = _ASKED.search(question.folded)
        if not ("list" in question.intents and asked):
            return []
        if not sides:
            return self._counted(question, ranked)
        if question.folded[asked.end() : asked.end() + 1] in _PARTS:
            return []  # 產業面向提了哪幾點 asks for what stands there
        called = [side for side in _SIDES if side in question.folded]
        if asked[0] == "哪些":  # only what is first to be told of it
            return self._telling(question, [r.posting for r in ranked[:1]], _SIDES)
        found = [*(r.posting for r in ranked), *self._search.counting(question)]
        telling = self._telling(question, found, called) or self._telling(question, found, _SIDES)
        return telling[:1]

    def _counted(self, question: Question, ranked: Sequence[Ranked]) -> list[Posting]:
        """Return the entry that tells as many as are asked for by name: 交通、社會及文化等3方向議題."""
        things = question.counted
        if not (question.count and things):
            return []
        found = (r.posting for r in ranked[:_LOOKED_INTO])
        told = ((p, one) for p in found for one in _TOLD.finditer(p.body))
        return [
            p
            for p, one in told
            if number(one["n"]) == question.count
            and p.body[one.start("noun") : one.end() + len(things)].endswith(things)
        ][:1]

    def _told_of_focus(self, question: Question, ranked: Sequence[Ranked]) -> list[Posting]:
        """Return the entry that names what is asked after: 「公三、公四」兩處公園, of 哪幾個公園."""
        focus = question.focus
        if focus is None or question.count or not _WHICH.search(question.folded):
            return []
        near = (
            r.posting for r in ranked[:_LOOKED_INTO] if r.coverage >= _SPOKEN_OF and r.own >= _SOME
        )
        if "哪些" in question.folded:
            told = (p for p in near if any(f"等{word}" in p.body for word, _ in focus.forms))
            return list(told)[:1]  # 營所稅、綜所稅等國稅項目
        forms = "|".join(re.escape(word) for word, _ in focus.forms)
        names = re.compile(
            f"[^。;、:]{{1,14}}、[^。;:]{{1,24}}?(?:等|共)?{NUMERAL}[处个所座条项家间](?:{forms})"
        )
        return [posting for posting in near if names.search(posting.body)][:1]

    def _orders(self, question: Question, ranked: Sequence[Ranked]) -> list[Posting]:
        """Return all that one office is told to do under the heading of the best entry: 要管理科辦哪些事."""
        if ranked and _EACH_DOES.search(question.folded):
            return self._for_each(ranked[0].posting)
        told = _TOLD_TO.search(question.folded) if ranked else None
        top = ranked[0].posting if ranked else None
        if told is None or top is None or top.kind not in _RULED:
            return []
        offices = _JOINS.split(told["who"])
        who = [one for one in offices if len(one) > 1]
        if not any(one in top.body for one in who):
            return []
        beside = self._search.members(top, len(top.headings) - 1)
        found = [p for p in beside if any(one in p.body for one in who)]
        return found if len(found) > 1 else []

    def _for_each(self, top: Posting) -> list[Posting]:
        """Return all points of what was ruled on the item of *top*, or beside it."""
        if top.kind in _RULED:
            found = self._search.members(top, len(top.headings) - 1)
        else:
            found = [p for p in self._search.item(top) if top.item and p.kind in _RULED]
        return found if len(found) > 1 else []

    def _telling(
        self, question: Question, found: Sequence[Posting], called: Sequence[str]
    ) -> list[Posting]:
        """Return those of *found* that tell as many as are asked for, and what they are *called*."""
        subjects = [t for t in question.terms if not t.generic and not t.text.endswith(_VAGUE)]
        least = _SPOKEN_OF * sum(t.weight for t in subjects)
        return [
            posting
            for posting in found
            if sum(t.weight for t in subjects if self._scorer.holds(t, posting)) >= least
            and any(
                question.count in (None, number(told["n"])) and told["noun"] in called
                for told in _TOLD.finditer(posting.body)
            )
        ]

    def _reporters(self, question: Question, ranked: Sequence[Ranked]) -> list[Posting]:
        """Return all entries that name who reported, where all reporters are asked for."""
        several = question.intents & {"list", "compare"}
        if question.wanted != "reporter" or not several:
            return []
        found = {r.posting for r in ranked if states_wanted(question, r.posting.body)}
        first = next((r.posting for r in ranked if r.posting in found), None)
        if first is None:
            return []
        wanted = [p for p in found if p.meeting_id == first.meeting_id]
        names = {word for term in question.terms for word, _ in term.forms}
        wanted = [p for p in wanted if p.group in names] or wanted  # 衛生社福組由誰報告
        if focus := question.focus:  # 哪幾位局長
            wanted = [p for p in wanted if self._scorer.holds(focus, p)]
        return sorted(wanted, key=lambda p: p.position) if len(wanted) > 1 else []

    def _meetings(self, question: Question, ranked: Sequence[Ranked]) -> list[Posting]:
        """Return the best entry of each meeting that speaks of what is asked: 哪兩場談到關稅."""
        if "which_meetings" not in question.intents:
            return []
        firsts: dict[str, Posting] = {}
        for one in ranked:
            plain = all(term.generic for term in question.terms)  # 哪幾次的報告是洽悉
            if one.own >= self._same_subject or (plain and one.own >= _SPOKEN_OF):
                firsts.setdefault(one.posting.meeting_id, one.posting)
        return sorted(firsts.values(), key=lambda p: p.meeting_id) if len(firsts) > 1 else []

    def headed(self, question: Question, top: Ranked) -> list[Posting]:
        """Return all that stands under a heading where the question names that and no more."""
        if question.bare or top.own >= _OF_ONE or top.posting.kind == Kind.RESOLUTION:
            return []
        unsaid = bool(top.posting.speaker) and not top.own  # of the matter in his own words
        least = _OF_SPEAKER if unsaid else _OF_HEADING
        if self._scorer.headed(question, top.posting) < least:
            return []
        found = self._search.members(top.posting, len(top.posting.headings) - 1)
        if top.posting.speaker:  # 大村村的村長拜託什麼: not what others said there
            found = [p for p in found if p.speaker == top.posting.speaker]
        beside = [p for p in found if p.path == top.posting.path]  # paragraphs without numbers
        found = beside if len(beside) > 1 else found
        if _LAST_WORDS.search(question.folded):
            return found[-1:]
        return found if len(found) > 1 else []

    def _listed(self, question: Question, ranked: Sequence[Ranked]) -> list[Posting]:
        """Return all of what is asked for where a list is; 第二案是哪些組的 asks about one item."""
        if "list" not in question.intents or (question.items and "all" not in question.intents):
            return []
        if question.wanted == "reporter":
            return []
        found = self._lists.members(question, ranked)
        of = sides(question)
        if of and not any(bears_side(self._scorer, t, p) for t in of for p in found):
            return []  # 教育方面的訴求 are not those on 勞動
        if (focus := question.focus) and any(_is_facet(focus, p) for p in found):
            return []  # 影響哪些產業: what stands below 產業面向 is none
        if question.count and not found and ranked:  # three paragraphs below one heading
            beside = self.headed(question, ranked[0])
            found = beside if len(beside) == question.count else []
        stated = question.wanted in (None, "items") or any(
            self._scorer.holds_wanted(question, posting) for posting in found
        )
        return found if stated else []
