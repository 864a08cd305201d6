"""Who acts for somebody absent, or presides with others: 柯文哲(公假)鄧家基代, (陳主任秘書美惠代理)."""

from __future__ import annotations

import re

from knowledge.parser.offices import TITLE
from knowledge.regex import regex

AWAY = r"請假|公假|公出|出國|病假|休假|差假|公務|不克"
_ACTS = r"(?:代理主持|代為主持|代理主席|代主持|代理|代)"
_BY = r"(?:指派|委由|委請|改?由)"
# Who acts is named last: after 由, in brackets, or after the brackets that say why.
_FORMS = (
    regex(rf"(?P<absent>[^()]*)\((?!第[^()]{{1,4}}案)(?:[^()]*[,;、]|[^()]*?{_BY})?\s*(?:{_BY})?(?P<acting>(?!指定|奉|依)[^(),;]*?[^(),;代理]){_ACTS}\)"),
    regex(rf"(?P<absent>[^()]*?)(?:\([^()]*\))?[,;\s]*{_BY}\s*(?P<acting>.+?)\s*(?:{_ACTS}|主持)\s*$"),
    regex(rf"(?P<absent>[^()]+?)(?:\([^()]*\)|{AWAY})[,;\s]*(?P<acting>[^()]*?[^()代理]\s*(?:{_ACTS}))\s*$"),
    # 李區長文忠　主任秘書陳美惠代
    regex(rf"(?P<absent>(?:[^()\s、]+\s+)?[^()\s、]{{1,6}}{TITLE.pattern}[^()\s、]{{1,3}})\s+(?P<acting>[^()\s、]{{4,}}{_ACTS})\s*$"),
)  # fmt: skip
_SURNAMED = regex(rf"(?P<surname>[^\s、,;()]{{1,2}})(?P<title>{TITLE.pattern})")
# 尤副議長馥甄代理周議長冠豪主持, 李委員文忠（委員互推代理）, 委員互推李委員文忠擔任主席
_FOR_WHOM = regex(rf"(?<=\S)代理?(?=\S{{2,4}}{TITLE.pattern})\S*?主持\s*$")
_CHOSEN = regex(r"\([^()]*互推[^()]*\)$|^[^()]{0,8}互推|擔任主席$")

# 歐陽市長季玟（上午11時後由巴燕副主任委員代理）: both presided, one after the other.
_RELIEVED = regex(
    rf"(?P<first>[^()、]{{2,}})\((?:[上下中]午|晚間?|\d)[^(),;、由]{{0,12}}(?:後|起|以後|之後|離席後),?\s*改?由(?P<then>[^(),;]+?){_ACTS}\)"
)

# 郝市長思齊、白副召集人芷瑄（郝市長15:20離席後由白副召集人接續主持）
_LEFT = regex(
    r"\((?:[^(),;由]*(?:離席|離開|先離)[^(),;由]{0,4}),?\s*改?由(?P<then>[^(),;]+?)(?:接續|繼續|續行|接手|接替)主持\)"
)

_TOGETHER = regex(r"\s*\(?\s*共\s*同\s*主\s*[持席]人?\s*\)?\s*")
ACTING = regex(rf"{_ACTS}$")


def only_says_together(line: str) -> bool:
    """Tell whether a line among the chairs' names says no more than 共同主持."""
    return _TOGETHER.fullmatch(line) is not None


def substitute(line: str) -> tuple[str, str]:
    """Return the words for who acts in *line*, and those for whom; both empty where nobody does."""
    found = next((m for form in _FORMS if (m := form.match(line))), None)
    if found is None:
        return "", ""
    absent = re.sub(rf"(?:{AWAY}).*|兼\S*", "", found["absent"])
    return _spelled_out(found["acting"].strip(), absent.strip()), absent


def relieved(line: str) -> tuple[str, str] | None:
    """Return the words for who presided first in *line*, and for who did from an hour on."""
    found = _RELIEVED.fullmatch(line.strip())
    return (re.sub(r"(?<=\S)兼\S*", "", found["first"]), found["then"]) if found else None


def left(line: str) -> str:
    """Return *line* with whoever went on presiding listed once, and not when the other left."""
    found = _LEFT.search(line)
    if found is None:
        return line
    before = line[: found.start()].rstrip()
    listed = any(one.strip().startswith(found["then"]) for one in before.split("、"))
    return before + ("" if listed else "、" + found["then"]) + line[found.end() :]


def hands_over(line: str) -> bool:
    """Tell whether those whom *line* names presided one after the other."""
    return relieved(line) is not None or _LEFT.search(line) is not None


def chosen(line: str) -> str:
    """Return *line* without why one presides: whom he acts for, that the others chose him."""
    return re.sub(r"(?<=\S)\s+代$", "代", _CHOSEN.sub("", _FOR_WHOM.sub("", line)))


def _spelled_out(acting: str, before: str) -> str:
    """Return who acts by name: 尤副議長 in the brackets behind 尤副議長馥甄 is that one."""
    acting = re.sub(rf"\s+(?={_ACTS}$)", "", acting)  # 常務理事 侯添壽 代理主持
    short = _SURNAMED.fullmatch(re.sub(r"(?:本人|親自)$", "", acting))
    return before if short and before.startswith(short[0]) and before != short[0] else acting
