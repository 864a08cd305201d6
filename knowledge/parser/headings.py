"""Which lines only name what stands below them, and are no entry themselves."""

from __future__ import annotations

import re

from knowledge.model import Kind
from knowledge.parser import names
from knowledge.parser.blocks import Block
from knowledge.parser.cells import Part
from knowledge.parser.ceremonies import is_told_at_once
from knowledge.parser.elections import is_put_to_vote
from knowledge.parser.grid import ROW
from knowledge.parser.kinds import KINDS, Place
from knowledge.parser.marks import is_symbol
from knowledge.parser.offices import OFFICE
from knowledge.parser.reporters import HEAD_OF, TITLE, heads_report, introduces, is_bare
from knowledge.parser.roles import PARTS, RULINGS, SECTIONS, Role
from knowledge.parser.themes import theme
from knowledge.parser.tree import Node
from knowledge.parser.voices import spoken_by
from knowledge.regex import regex

_VALUED = frozenset((Role.EXPLANATION, Role.RESOLUTION, Role.SUBJECT))
_BRACKETS = regex(r"\([^()]*\)")
_MATTER = regex("(?:紀錄|情形)$")
_RECORD = regex(r"(?:宣讀|確認|宣讀及確認|宣讀並確認)?[^。:]{2,16}紀錄:?")
_LEADS = regex("如下|下列|以下")  # a sentence that goes on in a list
_NAMES_REPORTS = regex(r"(?:報告|(?:執行|辦理)情形)$|^報告(?!.*案$)")
_OF_RESULT = regex(r"(?:結果|成果)報告$")
_TRACKS = regex(r"列管[^。:]{0,6}(?:辦理|執行)情形:?\s*$")  # 一、歷次會議列管案件辦理情形
_TABLE = regex(r"表(?:\([^()]*\))?\s*$")  # 五、變更內容明細表
_OMITTED = regex(r"\((?:略|另載|另附|詳如?[^()]*|如[附後][^()]*)\)$")


def is_heading(node: Node, inner: Place) -> bool:
    """Tell whether the node only names what stands below it."""
    block = node.block
    if block is None or not node.style:
        return False
    listed = any(child.style for child in node.children)
    if inner.kind is Kind.STATEMENT:
        return _heads_statement(node)
    if (by_style := _by_style(node, block)) is not None:
        return by_style
    if inner.kind is Kind.SPEECH and _only_names(block, node):
        return True
    if _names_table(node, block) or _heads_confirmation(node, block):
        return True
    if inner.kind is Kind.REPORT and heads_report(node, block):
        return True
    chosen = node.role is None and is_put_to_vote(node)
    chosen = chosen or _is_matter(node, block) or is_told_at_once(node, listed)
    if chosen or (inner.kind is Kind.REPORT and introduces(node, block)):
        return False
    if not block.value:
        open_label = block.text.rstrip().endswith(":") or node.role in _VALUED
        told = node.role in SECTIONS or node.role is Role.EXPLANATION
        several = told and len(node.children) > 1  # each paragraph is an entry
        several = several or (inner.kind is Kind.RESOLUTION and node.number is not None)
        return listed or several or not node.children or not open_label
    if listed:
        return _heads_list(node, block, inner)
    return _is_bare_section(node, block) or _is_topic(node, block, inner)


def _by_style(node: Node, block: Block) -> bool | None:
    """Return what the node's style alone says of it, None where it says nothing."""
    if block.cell and block.cell.part is not Part.TITLE:
        return _is_form(node)
    if node.style in ("#", "free"):
        return True
    value = names.SOMEBODY.sub("", block.text).partition(":")[2]
    return not value.strip() if node.style == "單位" else None


def _is_form(row: Node) -> bool:
    """Tell whether a row is only numbered, for each cell below has the name of its column."""
    first = row.children[0].block if row.children else None
    return bool(first and first.cell and first.cell.part is Part.NAME)


def _names_table(node: Node, block: Block) -> bool:
    """Tell whether a numbered line is the title of the table whose rows alone stand below it."""
    rows = [child.style == ROW for child in node.children if child.role is not Role.RESOLUTION]
    tracked = any(rows) and node.number is not None and _TRACKS.search(block.text) is not None
    titled = tracked or (len(rows) == len(node.children) and _TABLE.search(block.text))
    return bool(rows) and all(rows) and block.name is None and bool(titled)


def _heads_confirmation(node: Node, block: Block) -> bool:
    """Tell whether a section of the meeting is nothing but what was decided on earlier minutes.

    六、確認前次會議紀錄, then 決定：確認。; below 報告事項 it would be an item.
    """
    section = node.number is not None and node.parent is not None and node.parent.block is None
    decided = bool(node.children) and all(c.role in RULINGS for c in node.children)
    return section and decided and _RECORD.fullmatch(block.text[block.body :].strip()) is not None


def _is_matter(node: Node, block: Block) -> bool:
    """Tell whether a label names what was decided on: 確認前次會議紀錄, then 決定：確認。"""
    parts = [c for c in node.children if c.role in PARTS and c.number is None]
    decided = bool(parts) and len(parts) == len(node.children)
    decided = decided and not any(c.role is Role.SUBJECT for c in parts)  # 案由 says it in full
    return decided and block.name is not None and _MATTER.search(block.name.word) is not None


def _heads_statement(node: Node) -> bool:
    """A numbered line of a statement is a heading where one of its own rank has a list.

    A whole sentence is a point of it all the same.
    """
    if node.style in ("#", "free"):
        return True
    if node.block is not None and node.block.ends:
        return False
    return node.style in (node.parent.listed if node.parent else ())


def _only_names(block: Block, node: Node) -> bool:
    """Tell whether a line among speeches only names a speaker or the occasion."""
    named = node.role is Role.SPEAKER and not block.value and bool(node.children)
    if named or block.text.rstrip().endswith(":"):
        return True
    text = block.text[block.body :].strip()
    grouped = bool(node.children) and all(c.role is Role.SPEAKER for c in node.children)
    if is_symbol(node.style) and (is_bare(text) or (grouped and not block.ends)):
        return True
    if node.children and not block.ends and theme(_BRACKETS.sub("", text)) is Role.SPEECHES:
        return True  # 一、委員及專家學者意見（依發言順序）
    return bool(node.children) and not block.ends and node.role in (Role.SPEECHES, Role.ADDRESS)


def _heads_list(node: Node, block: Block, inner: Place) -> bool:
    text = block.text[block.body :].strip()
    if text.rstrip(":") == names.group(block) or _is_restated(node, block):
        return True
    if node.role is None and not block.ends and all(map(_is_item, node.children)):
        return True
    if node.role is not Role.ITEM and any(_is_budgeted(n) for n in node.walk()):
        return True
    if node.role is Role.ITEM and block.name and block.value:
        return False  # 報告案1：燈會
    if is_symbol(node.style) and node.role is not Role.ITEM and is_bare(text):
        return True
    if text.endswith(":") and OFFICE.fullmatch(text[:-1]):
        return True
    nested = node.parent is not None and node.parent.role is None and node.parent.number is not None
    if inner.item is not None and inner.kind is inner.item and node.role not in SECTIONS:
        # an item's own subject is an entry, however short
        return (nested and is_bare(text)) or _heads_reports(node, text)
    if node.role in SECTIONS or node.role is Role.ADDRESS:
        listed = any(c.style not in ("", "part") for c in node.children)
        told = text.endswith(":") and sum(_is_sentence(c) for c in node.children) > 1
        return not block.ends and (listed or told or _heads_reports(node, text))
    return is_bare(text) and not _LEADS.search(text)


def _is_restated(node: Node, block: Block) -> bool:
    """Tell whether an item's name, marked up as a heading, is said in full as 案由 below it."""
    first = node.children[0] if node.children else None
    subject = first is not None and first.role is Role.SUBJECT and first.block is not None
    told = first is not None and bool(first.children or (first.block and first.block.value))
    return block.heading and subject and told


def _is_sentence(node: Node) -> bool:
    return node.is_text and node.block is not None and node.block.ends


def _is_item(node: Node) -> bool:
    """Tell whether a node is an item of a group, and not a motion to amend what it is under."""
    return node.role is Role.ITEM and "動議" not in node.word


def _is_budgeted(node: Node) -> bool:
    """Tell whether a node is an item of a budget that is decided on, however deep it stands."""
    return node.role is Role.ITEM and node.style == "目"


def _heads_reports(node: Node, text: str) -> bool:
    """Tell whether several reports stand below what is only their name: 甲、總幹事工作報告."""
    told = [child for child in node.children if child.number is not None and child.role is None]
    spoken = any(child.role is Role.SPEAKER for child in node.children)
    head = HEAD_OF.search(text)  # 會務報告（總幹事 余家蓁）
    name = text[: head.start()] if head and spoken_by(head[1]) else text
    decided = any(c.role is Role.RESOLUTION for c in node.children)
    if decided and _OF_RESULT.search(name):
        return False  # 二、診斷測驗結果報告, its points and 決定：洽悉。
    named = _NAMES_REPORTS.search(name) is not None and len(name) <= TITLE
    return named and (spoken or len(told) > 1)


def _is_topic(node: Node, block: Block, inner: Place) -> bool:
    """Tell whether a numbered line only says what the paragraphs below speak of: 二、衛生管理："""
    text = block.text[block.body :].strip()
    decided = inner.kind in (Kind.CONCLUSION, Kind.RESOLUTION, Kind.EXPLANATION, Kind.REPORT)
    marked = node.number is not None and node.role is None and bool(node.children)
    bare = text.endswith(":") and is_bare(text) and not _LEADS.search(text)
    plain = inner.kind in (Kind.OTHER, Kind.EXPLANATION) and is_bare(text)
    return marked and ((decided and bare) or plain or _is_topic_of_decision(node, inner))


def _is_topic_of_decision(node: Node, inner: Place) -> bool:
    """Tell whether a point of the conclusions only names what is decided below: （2）分區調整."""
    block = node.block
    told = all(c.is_text and c.block is not None and c.block.ends for c in node.children)
    name = block.text[block.body :].strip() if block else ""
    return inner.kind in (Kind.CONCLUSION, Kind.RESOLUTION) and told and is_bare(name)


def _is_bare_section(node: Node, block: Block) -> bool:
    """Tell whether a numbered section's line is its name alone, paragraphs or nothing below."""
    if node.role is None or node.role not in KINDS or (block.name and block.value):
        return False
    text = block.text[block.body :].strip()
    if re.search(r":\s*\([^()]+\)。?$", text) or (_OMITTED.search(text) and not node.children):
        return False  # 說明重點：（廠商簡報略）, 施政報告（詳書面）
    unbracketed = re.sub(r"\([^()]*\)", "", text)  # 工作報告（報告人：王處長）：
    named = ":" not in unbracketed.rstrip(":") and not block.ends and node.role in SECTIONS
    single = len(node.children) == 1
    return named and not (text.endswith(":") and single)
