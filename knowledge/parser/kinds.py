"""Of which kind a node's words are, by its own role and where it stands."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

from knowledge.model import Kind, Official
from knowledge.parser.blocks import Block
from knowledge.parser.items import is_ruled
from knowledge.parser.marks import mark
from knowledge.parser.offices import OFFICE
from knowledge.parser.people import is_name
from knowledge.parser.roles import RULINGS, SECTIONS, Role
from knowledge.parser.tree import Node, up
from knowledge.parser.voices import heads_body, is_chair, of_body, replies, speaks
from knowledge.parser.words import HOW_FAR, SIGNED_BY
from knowledge.text import plain

KINDS = {
    Role.REPORTS: Kind.REPORT,
    Role.PROPOSALS: Kind.PROPOSAL,
    Role.SPEECHES: Kind.SPEECH,
    Role.ADDRESS: Kind.SPEECH,
    Role.SPEAKER: Kind.SPEECH,
    Role.CONCLUSIONS: Kind.CONCLUSION,
    Role.MOTIONS: Kind.MOTION,
    Role.STATEMENT: Kind.STATEMENT,
    Role.EXPLANATION: Kind.EXPLANATION,
    Role.RESOLUTION: Kind.RESOLUTION,
    Role.ABOUT: Kind.OTHER,
    Role.ELECTIONS: Kind.OTHER,
    Role.ASIDE: Kind.OTHER,
}
ITEMS = frozenset((Kind.REPORT, Kind.PROPOSAL, Kind.MOTION))
_TAKES_SIDES = re.compile(r"(?:同意|贊成|附議|支持|反對|不同意|不贊成)(?=[,。;]|$)")
_BEHIND = re.compile(r"\s*\([^()]*\)$")  # 動議一：建請增開包船。（望安嶼鄉公所）
_ASIDE = re.compile(r"\s*\([^()]{12,}[。!?]\)\s*")
# 黃委員世昌於11時55分提出散會動議，贊成者2人，不通過。
_PROCEDURE = re.compile(
    r"[^。;:]{0,40}(?:提出?|動議|提議)[^。;:]{0,6}(?:散會|休息|停止討論|清點人數|額數問題|變更議程)[^。;:]{0,4}(?:動議|提議|問題)?[^。;:]*。?"
)
# （廖委員士軒自行迴避，離席）, （現場鼓掌）
_SCENE = re.compile(
    r"\((?:現場|席間|全場|會場|與會人員|台下|臺下)?(?:一片|熱烈)?(?:鼓掌|掌聲|笑聲|噓聲|喧嘩|鼓譟)[^():]{0,8}\)|"
    r"\([^():]{2,60}(?:迴避|離席|退席|離場|離開會場|先行離開|入席|返席|到席|抵達會場)[^():]{0,12}\)。?"
)
_PAUSE = re.compile(
    r"\s*\([^()。,]{2,14}(?:開始|起|止|結束)\)\s*|\s*(?:\(?(?:宣[布告佈])?(?:中場|午餐|午間)?(?:休息|繼續開會|復會|續行會議|繼續會議)[^()。,:]{0,12}\)?\s*(?:\([^()]{1,24}\))?[,、;。]?\s*)+"
)


@dataclass(frozen=True, slots=True)
class Place:
    """Where a node stands, as far as the headings above it say."""

    kind: Kind | None = None
    item: Kind | None = None  # what the items of the section are: 案由 of a 臨時動議 is one
    path: tuple[str, ...] = ()
    group: str | None = None
    speaker: str | None = None
    chair: Official | None = None  # the one person who presided: 主席： in a discussion


def kind_of(node: Node, place: Place) -> Kind | None:
    if place.kind is Kind.STATEMENT:
        signed = node.block is not None and SIGNED_BY.match(node.block.text)
        return Kind.OTHER if signed else Kind.STATEMENT
    scene = node.block is not None and is_scene(node.block.text)
    if is_aside(node) and (place.kind is not Kind.SPEECH or scene):
        return Kind.OTHER
    if node.is_text and node.block and is_pause(node.block.text):
        return Kind.OTHER
    if node.role is Role.SPEAKER and (kind := _kind_of_words(node, place)):
        return kind
    if node.role in (Role.ITEM, Role.SUBJECT):
        return _kind_of_item(node, place)
    if _is_report(node, place):
        return Kind.REPORT
    if node.role is Role.RESOLUTION or node.role is Role.CONCLUSIONS:
        return _kind_of_decision(node, place)
    if is_put_to_vote(node):
        return Kind.PROPOSAL
    if node.style == "目" and node.role is None and node.block and is_ruled(node.block):
        return Kind.RESOLUTION
    return KINDS.get(node.role, place.kind) if node.role else place.kind


def _kind_of_words(node: Node, place: Place) -> Kind | None:
    """Return what the words of a person are who only puts forward or rules; else None."""
    above = node.parent.role if node.parent else None
    if above in RULINGS:
        return place.kind  # 主席裁示, then 倪縣長慧心（代表）：, then what is ruled
    if place.kind is Kind.MOTION:
        moved = node.parent is not None and _is_moved(node, node.parent)
        replied = node.block is not None and (_answers(node.block) or _comes_after(node))
        return Kind.SPEECH if moved or replied else Kind.MOTION
    stated = node.number is not None and node.block is not None and bool(node.block.value)
    decided = stated and any(n.role is Role.RESOLUTION for n in node.children)
    # 3.1 史代表明達：希望補助健康檢查。 is what is decided on
    return Kind.PROPOSAL if place.kind is Kind.PROPOSAL and decided else None


def _is_moved(node: Node, item: Node) -> bool:
    """Tell whether *item* says what is moved, so that *node* speaks to it."""
    said = item.children[: item.children.index(node)] if node in item.children else []
    above = item.parent.role if item.parent else None
    counted = item.role is None and item.number is not None and above is Role.MOTIONS
    stated = [item.block, *(n.block for n in said if n.is_text)]
    told = (item.role is Role.ITEM or counted) and any(map(_is_sentence, stated))
    explained = any(n.role is Role.EXPLANATION for n in said)
    return told or explained or any(n.role is Role.SUBJECT for n in item.children)


def _is_sentence(block: Block | None) -> bool:
    """Tell whether words are a whole sentence, or what is moved below a number and a colon.

    Who moves it may stand behind in brackets; 動議一：魯代表明道 only names that one.
    """
    if block is None or not block.value:
        return False
    line = _BEHIND.sub("", block.value)
    headed = block.name is not None and block.name.role is Role.ITEM and block.name.colon
    moved = headed and ":" not in line and not _names_mover(line)
    return block.ends or line[-1:] in tuple("。!?;") or moved


def _names_mover(line: str) -> bool:
    return speaks(line) or is_name(line) or OFFICE.fullmatch(line) is not None


def _comes_after(node: Node) -> bool:
    """Tell whether a motion was made before: 校長 replies to it, or anybody on its own line."""
    section = node.parent
    if section is None or section.block is None or node.block is None:
        return False
    told = section.children[0] is not node and heads_body(_voice(node.block))
    return told or (section.role is Role.MOTIONS and section.block.ends)  # 臨時動議：建議裝冷氣。


def _is_report(node: Node, place: Place) -> bool:
    """Tell whether a node reports though neither its label nor its section says so."""
    if node.role is Role.SPEAKER:
        return _reports_to_all(node)
    unknown = place.kind is None and node.number is not None
    if unknown and (_is_one_more_report(node) or _is_ruled_on(node)):
        return True
    return _is_followed_up(node) or (_tells_how_far(node) and place.item is Kind.REPORT)


def _answers(block: Block) -> bool:
    """Tell whether a line is the chair's or somebody else's reply to a motion."""
    who = _voice(block)
    sides = _TAKES_SIDES.match(block.value) is not None
    return sides or replies(block.text) or is_chair(who.partition(":")[0]) or of_body(who)


def _reports_to_all(node: Node) -> bool:
    """Tell whether one of the numbered reports is given by a person: 1) 白經理：報修37件。"""
    section = next((n for n in up(node.parent) if n.role in SECTIONS or n.number is None), None)
    if section is None or section.role is not Role.REPORTS:
        return False
    return node.number is not None or _reports_alone(node)


def _reports_alone(node: Node) -> bool:
    """Tell whether nobody else speaks below a heading among reports: what that one says reports."""
    heading = node.parent.block if node.parent else None
    if heading is None or heading.ends or ":" in heading.text or node.parent is None:
        return False
    if any(n.style and n.role is None for n in node.parent.children):
        return False  # what is reported is listed, and this says something to it
    voices = {_voice(n.block) for n in node.parent.children if n.role is Role.SPEAKER and n.block}
    return len(voices) == 1 and not any(is_chair(who) or replies(who + ":") for who in voices)


def _voice(block: Block) -> str:
    return block.text[block.body : block.name.name if block.name else None]


def _is_one_more_report(node: Node) -> bool:
    """Tell whether a section of no known kind holds reports: a.工安人員侯建中報告：…"""
    section = node.parent
    unknown = section is not None and section.role is None and section.number is not None
    beside = section.children if section and unknown else []
    earlier = beside[: beside.index(node)] if node in beside and node.role is None else []
    return any(n.role is Role.REPORTS and n.style == node.style for n in earlier)


def _is_ruled_on(node: Node) -> bool:
    """Tell whether points of a section of no known kind end in a ruling on what they report."""
    section = node.parent
    if section is None or section.role is not None or section.number is None or node.role:
        return False
    told = all(n.block is not None and n.block.ends for n in section.children if n.number)
    return told and any(n.role in RULINGS for n in section.walk())


def _is_followed_up(node: Node) -> bool:
    """Tell whether a decision is an earlier one, of which is told next how far it was done."""
    if node.role is not Role.RESOLUTION or node.parent is None:
        return False
    if any(map(_tells_how_far, node.children)):
        return True  # 一、裁示事項：…, and how far it is below it
    beside = [n for n in node.parent.children if n.role is not Role.ABOUT]
    after = next((b for a, b in pairwise(beside) if a is node), None)
    return after is not None and _tells_how_far(after)


def _tells_how_far(node: Node) -> bool:
    name = node.block.name if node.block else None
    return name is not None and name.word in HOW_FAR


def is_put_to_vote(node: Node) -> bool:
    """Tell whether an election is an item with a decision of its own."""
    if node.is_text and node.parent and node.parent.role is Role.ELECTIONS:
        return any(child.role is Role.RESOLUTION for child in node.parent.children)
    section = node.parent.role if node.parent and node.role is None else node.role
    decided = any(c.role is Role.RESOLUTION and c.style == "part" for c in node.children)
    return section is Role.ELECTIONS and node.number is not None and decided


def _kind_of_item(node: Node, place: Place) -> Kind:
    word = node.block.name.word if node.block and node.block.name else ""
    if "動議" in word or "臨時" in word:
        return Kind.MOTION
    above = node.parent.word if node.parent and node.parent.role is Role.ITEM else ""
    if "動議" in above:
        return Kind.MOTION  # 主旨 of 修正動議一
    if "討論" in word or "審議" in word:
        return Kind.PROPOSAL
    if place.item is not None:
        return place.item
    of_report = "報告" in above
    return Kind.REPORT if "報告" in word or of_report else Kind.PROPOSAL


def _kind_of_decision(node: Node, place: Place) -> Kind:
    """One item's outcome is a resolution by whatever name; the whole meeting's, a conclusion."""
    if place.item is not None or place.kind in (*ITEMS, Kind.EXPLANATION, Kind.SPEECH):
        return Kind.RESOLUTION
    word = node.block.name.word if node.block and node.block.name else ""
    ordered = re.search(r"結論|裁示|指示|提示", word)
    return Kind.CONCLUSION if ordered or node.role is Role.CONCLUSIONS else Kind.RESOLUTION


def is_pause(line: str) -> bool:
    """Tell whether a line only says when the meeting paused: 休息（12時10分）　繼續開會（14時）"""
    return _PAUSE.fullmatch(plain(line)) is not None


def moves_procedure(line: str) -> bool:
    """Tell whether a paragraph tells of a motion on the proceedings, which changes no item."""
    level = plain(line).strip()
    return mark(level) is None and _PROCEDURE.fullmatch(level) is not None


def is_aside(node: Node) -> bool:
    """Tell whether a paragraph is a note on the proceedings: （議員三人質詢，處長即席答復。）"""
    if not node.is_text or node.block is None:
        return False
    heading = node.parent.block if node.parent else None
    announced = heading is not None and "動議" in heading.text  # 參、散會動議, and who moves it
    told = not announced and node.block.name is None and moves_procedure(node.block.text)
    return told or is_scene(node.block.text) or bool(_ASIDE.fullmatch(node.block.text))


def is_scene(line: str) -> bool:
    """Tell whether a line only says who withdraws or comes and goes, or that people clap."""
    return _SCENE.fullmatch(plain(line).strip()) is not None
