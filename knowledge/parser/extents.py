"""Where each meeting of a document begins and ends, and what is attached after it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise, takewhile

from knowledge.model import Fact
from knowledge.parser.blocks import Block
from knowledge.parser.cells import Part
from knowledge.parser.roles import SECTIONS, Role
from knowledge.regex import regex

_RECORD = regex(
    r"(?:會|調解|協調|會勘|座談).*(?:紀\s*錄|記\s*錄|紀要|議\s*事\s*錄)\s*(?:[(【〔][^()【】〔〕]*[)】〕]|[\d/.\-年月日\s]*|[-—─]\s*\S{1,5}[版稿本]|[vV]\.?\d[\d.]*|第\s*\d+\s*頁.*)】?\s*$"
)
_ASSEMBLY = regex(
    r"(?:會\s*議|[大院聽談明調商習訪樂]會|委員會|會議結論|會決議)\s*(?:\([^()]*\)|[\d/.\-年月日\s]*)\s*$"
)
_EARLIER = regex(r"(?:確認|宣讀|上次|前次|報告|檢視|修正)")
_CONTINUED = regex(
    r"\s*(?:第|\d|研商|協商|審議「|審查「|討論「|會\s*議\s*[紀記]|議\s*事|[〇○零一二三四五六七八九十百]+[年次屆])"
)
_OFFICE = regex(
    r"(?:政府|委員會|會報|[局處署部院會所校縣市區鄉鎮村里社場館組隊團]|中心|協會|平[臺台]|小組|公司|[大中小]學|學校|國[小中]|高[中工商職]|[商農家]工|[工農家]商|[女海]中|海事|水產|基金會|聯盟|[學商工農漁公總教聯合進]會|銀行|大[樓廈]|社區|幼兒園|工程|計畫|[宮寺廟港]|廣場|\d\s*學?[年月]\s*[度份]?|第\s*\S\s*學期)\s*[」』]?\s*(?:\([^()]{2,16}\)\s*)?$"
    r"|^\s*[「『][^「」『』]+(?:規劃|案)[」』]\s*$"
)
_STATEMENT = regex(
    r"(?:聲\s*明|宣\s*言|聲明稿|聲明全文|倡議書?|呼籲書?|建言書|(?:共同|聯合|聯名)(?:主張|承諾|訴求|建言))\s*(?:\([^()]*\))?\s*$"
)
_ATTACHMENT = regex(
    r"\s*【?\s*附\s*[件檔錄表]\s*[一二三四五六七八九十\d]{0,2}\s*】?\s*(?:[:、.]|$|\s)"
)
# A body without such a word: 財團法人濱海文教事業, 濱海縣濱海自然保留區經營管理.
_FOUNDED = regex(
    r"\s*(?:國立|私立|[財社]團法人|\S{1,4}[縣市]立|\S{2}[縣市](?=\S{4}))[\u4e00-\u9fff\s]{2,24}"
)
_BETWEEN = regex(r"\s*(?:\([^()]{2,30}\)|[A-Za-z][A-Za-z\s.,'&-]{3,})\s*")
_FRAME = regex(r"\s*會\s*議\s*[紀記]\s*錄\s*")
_TITLE_LENGTH = 80
_SUBTITLE_LENGTH = 60
_LOOKAHEAD = 6
_PROOF = frozenset((Fact.TIME, Fact.PLACE, Fact.CHAIR, Fact.ATTENDANCE))


@dataclass(frozen=True, slots=True)
class Extent:
    """One meeting's blocks: unlabelled lines above, the body, signatures, what is attached."""

    title: tuple[Block, ...]
    above: tuple[Block, ...]  # the title among them
    body: tuple[Block, ...]
    signatures: tuple[Block, ...] = ()
    attached: tuple[Block, ...] = ()


def extents(blocks: Sequence[Block]) -> list[Extent]:
    """Return the meetings in a document; none where neither a title nor a head is found."""
    titles = list(_titles(blocks))
    if not titles:
        return [_extent(blocks, ())] if _has_head(blocks) else []
    starts = [0, *(_start(blocks, title[0], before[-1]) for before, title in pairwise(titles))]
    ends = [*starts[1:], len(blocks)]
    return [
        _extent(blocks[start:end], tuple(blocks[i] for i in title))
        for start, end, title in zip(starts, ends, titles, strict=True)
    ]


def is_short(block: Block) -> bool:
    """Tell whether a block can be a title or slogan: unmarked, short, no sentence, no cell."""
    return (
        block.sign is None
        and (block.cell is None or block.cell.part is Part.TITLE)
        and (block.name is None or not block.name.colon)
        and len(block.text) <= _SUBTITLE_LENGTH
        and block.text.rstrip()[-1:] not in tuple("。;:!?,")
    )


def begins_attachment(block: Block) -> bool:
    """Tell whether *block* is the title of a statement, or says 附件."""
    if is_attachment_mark(block):
        return True
    return is_short(block) and _STATEMENT.search(block.text) is not None


def is_attachment_mark(block: Block) -> bool:
    plain = block.sign is None and block.cell is None  # no title of a table in an item
    return plain and not block.ends and _ATTACHMENT.match(block.text) is not None


def _has_head(blocks: Sequence[Block]) -> bool:
    facts = {b.name.fact for b in blocks if b.name and b.name.role is Role.HEAD}
    return len(facts & (_PROOF | {Fact.RECORDER})) >= 2


def _titles(blocks: Sequence[Block]) -> Iterator[list[int]]:
    """Yield the places of each meeting's title, of one line or more."""
    group: list[int] = []
    for i in range(len(blocks)):
        if not _is_title(blocks, i) or _answers(blocks[i - 1] if i else None):
            continue
        if group and _goes_on(blocks, group, i):
            group = list(range(group[0], i + 1))
            continue
        if group and _is_inner(blocks, group[-1], i):
            continue
        if group and not _is_said_again(blocks, group[-1], i):
            yield _whole(blocks, group)
        group = [i]
    if group:
        yield _whole(blocks, group)


def _goes_on(blocks: Sequence[Block], group: Sequence[int], i: int) -> bool:
    """Tell whether a title's next line is *i*; its body may stand below 會議紀錄 alone."""
    framed = _FRAME.fullmatch(blocks[group[-1]].text) is not None
    lines_below = i - group[-1]
    return lines_below <= 1 + framed and not _is_said_again(blocks, group[-1], i)


def _is_said_again(blocks: Sequence[Block], before: int, i: int) -> bool:
    """Tell whether a title repeats the line above it, as a page's heading does."""
    return i == before + 1 and blocks[before].text.strip() == blocks[i].text.strip()


def _is_title(blocks: Sequence[Block], i: int) -> bool:
    block = blocks[i]
    if not _can_be_title(block):
        return False
    second, *others = blocks[i + 1 : i + 1 + _LOOKAHEAD] or [block]
    following = [second, *takewhile(lambda b: not _names_record(b), others)]
    rest = [b.name for b in following if b.name]
    proven = any(name.fact in _PROOF or name.fact is Fact.RECORDER for name in rest)
    if _RECORD.search(block.text):
        return proven or any(name.role in SECTIONS for name in rest)
    return proven and _ASSEMBLY.search(block.text) is not None


def _answers(above: Block | None) -> bool:
    """Tell whether the line below *above* is the value of its label: 開會地點, then 視訊會議."""
    name = above.name if above else None
    asked = name is not None and name.role is Role.HEAD and name.fact in (Fact.PLACE, Fact.TIME)
    return asked and above is not None and not above.value


def _names_record(block: Block) -> bool:
    return _can_be_title(block) and _RECORD.search(block.text) is not None


def _can_be_title(block: Block) -> bool:
    if block.sign is not None or len(block.text) > _TITLE_LENGTH or block.ends:
        return False
    if block.name and (block.name.colon or "會議" not in block.name.word):
        return False
    return not _EARLIER.match(block.text.strip())


def _is_inner(blocks: Sequence[Block], before: int, i: int) -> bool:
    """Tell whether the minutes that begin at *i* are only read out in those before them."""
    adjourned = any(b.name and b.name.role is Role.ADJOURNED for b in blocks[before:i])
    return not adjourned and any(
        _EARLIER.search(b.text) for b in blocks[max(before + 1, i - 2) : i]
    )


def _whole(blocks: Sequence[Block], group: list[int]) -> list[int]:
    """Add the lines above, two at most, where the title does not name its body.

    What stands between them in brackets or in Latin letters is no part of it.
    """
    between = 0
    for above in range(group[0] - 1, max(group[0] - 4, -1), -1):
        if not between and _BETWEEN.fullmatch(blocks[above].text):
            between = 1
            continue
        framed = _FRAME.fullmatch(blocks[group[-1]].text) is not None
        if len(group) > 2 + framed or not _names_body(blocks, above, blocks[group[0]].text):
            break
        group = [above, *group]
    return group


def _names_body(blocks: Sequence[Block], above: int, line: str) -> bool:
    """Tell whether the line *above* names whose meeting *line* is."""
    block = blocks[above]
    if not is_short(block):
        return False
    continued = _CONTINUED.match(line) is not None
    letterhead = above == 0 and line[:2] != block.text.strip()[:2]
    if continued and _FOUNDED.fullmatch(block.text):
        return True
    return _OFFICE.search(block.text) is not None and (continued or letterhead)


def _start(blocks: Sequence[Block], title: int, before: int) -> int:
    """Return where the lines that stand above a later title begin."""
    start = title
    while start - 1 > before and title - start < 2 and _is_slogan(blocks[start - 1]):
        start -= 1
    return start


def _is_slogan(block: Block) -> bool:
    return is_short(block) and block.name is None and len(block.text) <= 30


def _extent(blocks: Sequence[Block], title: tuple[Block, ...]) -> Extent:
    head = _head_length(blocks, title)
    above = tuple(blocks[:head])
    end = _end(blocks, head)
    signed = tuple(_signatures(blocks[end:]))
    of_head = set(map(id, signed))
    attached = tuple(b for b in blocks[end:] if id(b) not in of_head)
    title = title or tuple(b for b in above if is_short(b))[-1:]
    return Extent(title, above, tuple(blocks[head:end]), signed, attached)


def _head_length(blocks: Sequence[Block], title: Sequence[Block]) -> int:
    least = next((i for i, b in enumerate(blocks, 1) if title and b is title[-1]), 0)
    for i, block in enumerate(blocks):
        if i >= least and (block.sign or block.name or not is_short(block)):
            return i
    return len(blocks) if title else 0


def _end(blocks: Sequence[Block], head: int) -> int:
    """Return where the meeting is over: after 散會, or where something attached begins."""
    roles = [b.name.role if b.name else None for b in blocks]
    adjourned = [i for i in range(head, len(blocks)) if roles[i] is Role.ADJOURNED]
    if adjourned:
        last = adjourned[-1]
        return last + 1 + _is_value_of(blocks, last)
    later = (i for i in range(head + 1, len(blocks)) if begins_attachment(blocks[i]))
    return next(later, len(blocks))


def _is_value_of(blocks: Sequence[Block], i: int) -> bool:
    """Tell whether the time of adjournment stands on the next line."""
    following = blocks[i + 1] if i + 1 < len(blocks) else None
    if following is None or blocks[i].value or not is_short(following):
        return False
    return (
        re.fullmatch(r"[上下中午晚間時分點\d:\s〇○零一二三四五六七八九十()]+", following.text)
        is not None
    )


def _signatures(blocks: Sequence[Block]) -> Iterator[Block]:
    """Yield the lines behind a meeting that belong to its head; 主席： in a transcript does not."""
    attached = False
    for block in blocks:
        attached = attached or begins_attachment(block)
        said = attached and (block.ends or not block.value)
        if _is_signature(block) and not said:
            yield block


def _is_signature(block: Block) -> bool:
    name = block.name
    if name is None or name.role is not Role.HEAD or not name.colon or block.sign:
        return False
    return name.fact not in (Fact.TIME, Fact.PLACE) or ":" in block.text  # 日期　會次　議程
