"""Of which kind a node's words are, by its own role and where it stands."""

from __future__ import annotations

import re
from dataclasses import dataclass

from knowledge.model import Kind, Official
from knowledge.parser.elections import is_put_to_vote
from knowledge.parser.items import is_ruled
from knowledge.parser.marks import mark
from knowledge.parser.moved import kind_of_words
from knowledge.parser.reported import is_report
from knowledge.parser.roles import Role
from knowledge.parser.tree import Node
from knowledge.parser.words import SIGNED_BY
from knowledge.regex import regex
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
_ASIDE = regex(r"\s*\([^()]{12,}[。!?]\)\s*")
# 黃委員世昌於11時55分提出散會動議，贊成者2人，不通過。
_PROCEDURE = regex(
    r"[^。;:]{0,40}(?:提出?|動議|提議)[^。;:]{0,6}(?:散會|休息|停止討論|清點人數|額數問題|變更議程)[^。;:]{0,4}(?:動議|提議|問題)?[^。;:]*。?"
)
# 出席董事已逾三分之二，主席宣布開會。
_OPENED = r"[^。;:]{0,40}主席(?:依法|隨即)?宣[布佈告](?:開會|會議開始)。?"
# （廖委員士軒自行迴避，離席）, （現場鼓掌）
_SCENE = regex(
    r"\((?:現場|席間|全場|會場|與會人員|台下|臺下)?(?:一片|熱烈)?(?:鼓掌|掌聲|笑聲|噓聲|喧嘩|鼓譟)[^():]{0,8}\)|"
    r"\([^():]{2,60}(?:迴避|離席|退席|離場|離開會場|先行離開|入席|返席|到席|到場|抵達會場)[^():]{0,12}\)。?"
    rf"|{_OPENED}"
)
_PAUSE = regex(
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
    opener: Official | None = None  # who presided at the beginning and gave the address


def kind_of(node: Node, place: Place) -> Kind | None:
    if place.kind is Kind.STATEMENT:
        signed = node.block is not None and SIGNED_BY.match(node.block.text)
        return Kind.OTHER if signed else Kind.STATEMENT
    scene = node.block is not None and is_scene(node.block.text)
    if is_aside(node) and (place.kind is not Kind.SPEECH or scene):
        return Kind.OTHER
    if node.is_text and node.block and is_pause(node.block.text):
        return Kind.OTHER
    if node.role is Role.SPEAKER and (kind := kind_of_words(node, place.kind)):
        return kind
    if node.role in (Role.ITEM, Role.SUBJECT):
        return _kind_of_item(node, place)
    if is_report(node, place.kind, place.item):
        return Kind.REPORT
    if node.role is Role.RESOLUTION or node.role is Role.CONCLUSIONS:
        return _kind_of_decision(node, place)
    if kind := _kind_of_point(node):
        return kind
    return KINDS.get(node.role, place.kind) if node.role else place.kind


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


def _kind_of_point(node: Node) -> Kind | None:
    """Return what a point is by what stands below it, or by the decision it ends in."""
    if is_put_to_vote(node):
        return Kind.PROPOSAL
    if _is_raised(node):
        return Kind.MOTION
    ruled = node.style == "目" and node.role is None and node.block and is_ruled(node.block)
    return Kind.RESOLUTION if ruled else None


def _is_raised(node: Node) -> bool:
    """Tell whether a point of 其他事項 has its own ruling, as a motion has."""
    raised = node.number is not None and node.parent is not None and node.parent.role is Role.ASIDE
    return raised and any(child.role is Role.RESOLUTION for child in node.children)


def _kind_of_decision(node: Node, place: Place) -> Kind:
    """One item's outcome is a resolution by whatever name; the whole meeting's, a conclusion."""
    if place.item is not None or place.kind in (*ITEMS, Kind.EXPLANATION, Kind.SPEECH):
        return Kind.RESOLUTION
    if place.kind is Kind.CONCLUSION:
        return place.kind  # 協商結論, and among its points 附帶決議
    word = node.block.name.word if node.block and node.block.name else ""
    ordered = re.search(r"[結總]論|總結|結語|裁示|指示|提示|裁\(指\)示", word)
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
