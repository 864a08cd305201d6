"""What follows the adjournment: a joint statement, point by point, or something else."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from knowledge.model import Entry, Kind
from knowledge.parser import names
from knowledge.parser.blocks import Block
from knowledge.parser.cells import Part
from knowledge.parser.extents import begins_attachment, is_attachment_mark, is_short
from knowledge.parser.kinds import Place
from knowledge.parser.outline import outline
from knowledge.parser.sections import Writer
from knowledge.regex import regex

_STATEMENT = regex(
    r"聲\s*明|宣\s*言|倡議|呼籲|共識|(?:建言|訴求)書|(?:共同|聯合|聯名)(?:主張|承諾|訴求|意見|建言)"
)
_SPEECHES = regex(r"發言|逐字|受訪|聯訪|書面意見|陳述意見")
_REPORTS = regex(r"(?:書面|工作|業務|執行|專案|辦理情形)\s*報告")
_TITLE_LINES = 3


def attachments(writer: Writer, blocks: Sequence[Block]) -> Iterator[Entry]:
    """Yield the entries of everything attached to a meeting."""
    for document in _documents(blocks):
        yield from _document(writer, document)


def _documents(blocks: Sequence[Block]) -> Iterator[Sequence[Block]]:
    start, body = 0, False
    for i, block in enumerate(blocks):
        listed = i > start and _is_marked(block) and _is_marked(blocks[start])
        if listed or (body and begins_attachment(block)):
            yield blocks[start:i]
            start, body = i, False
        body = body or not is_short(block)
    if blocks:
        yield blocks[start:]


def _is_marked(block: Block) -> bool:
    """Tell whether a line says 附件, the title of an attached table too."""
    titled = block.cell is not None and block.cell.part is Part.TITLE
    return is_attachment_mark(replace(block, cell=None) if titled else block)


def _document(writer: Writer, blocks: Sequence[Block]) -> Iterator[Entry]:
    lines = _title_lines(blocks)
    title, kind = _title(lines), _kind(lines)
    place = Place(kind, path=(names.heading(title),) if title else ())
    only_named = kind in (Kind.SPEECH, Kind.REPORT) and len(blocks) > len(lines)
    for block in () if only_named else lines:
        yield writer.entry([block], place)
    told = outline(blocks[len(lines) :], labelled=False, spoken=kind is Kind.SPEECH)
    yield from writer.entries(told, place)


def _kind(lines: Sequence[Block]) -> Kind:
    if any(_STATEMENT.search(block.text) for block in lines):
        return Kind.STATEMENT
    spoken = any(_SPEECHES.search(block.text) for block in lines)
    reported = any(_REPORTS.search(block.text) for block in lines)
    return Kind.SPEECH if spoken else Kind.REPORT if reported else Kind.OTHER


def _title(lines: Sequence[Block]) -> Block | None:
    """Return the line that names the document, rather than one that only says 附件."""
    stated = [block for block in lines if _STATEMENT.search(block.text)]
    named = [block for block in stated if not is_attachment_mark(block)]
    return next(iter([*named, *stated, *lines]), None)


def _title_lines(blocks: Sequence[Block]) -> Sequence[Block]:
    count = 0
    while count < min(_TITLE_LINES, len(blocks)) and is_short(blocks[count]):
        count += 1
    return blocks[:count]
