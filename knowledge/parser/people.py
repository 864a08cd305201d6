"""People as minutes name them: 謝市長國樑, 謝國樑市長, 文化局龔局長雅雯, (…代理主持) …"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache

from knowledge.model import Official
from knowledge.parser.acting import ACTING, AWAY, chosen, left, relieved, substitute
from knowledge.parser.offices import (
    DOUBLE_SURNAMES,
    HONORIFICS,
    OFFICE,
    RARE_SURNAMES,
    SERVES_BODY,
    SURNAMES,
    TITLE,
    before_title,
    is_double_surname,
    own_office,
    whole_office,
)
from knowledge.regex import regex

_APART = regex(r"、(?![^()]*\))")  # not within brackets
_TITLE_IN_BRACKETS = regex(rf"(?P<name>[^()\s\d]{{2,4}})\s*\((?P<office>[^()]*{TITLE.pattern})\)")
_SIDE = regex(r"\s*(?P<side>[勞資]方代表)\s*\((?P<who>[^()]{3,8})\)\s*")
_SIDED = regex(r"(?P<side>[勞資]方代表)\s+(?P<who>\S{5,})")  # 資方代表 董副院長世賢
_NAME_IN_BRACKETS = regex(r"\s*(?P<office>[^()\s]{2,})\s*\((?P<name>[^()]{3})\)\s*")
_ABSENT = regex(AWAY)
_NOT_THERE = regex(rf"[^、,;/()]+\([^()長員任席人]*(?:{AWAY})[^()]*\)")
_NOT_A_NAME = regex(r"^(?:無|略|詳.*|如.*|同.*|.*簽到.*|另.*)$")
_FURTHER = r"(?<=\S)\s+[^\s:]{2,4}:.*$"  # 宋雅婷　　校對：林志明
_TELEPHONE = r"\s*\(?(?:分機|電話|[Tt]el)?[\s.:]*#?[\d()#-]{3,}\)?$"
# What stands in a line of names and names nobody: a second office that one holds, too.
_BESIDES = regex(
    rf"共同主持人?|[。.]+$|{_FURTHER}|^(?!\S+\s+\S{{2,4}}:)[^:]*:"
    rf"|^(?:\S*[會組處心])?{SERVES_BODY}兼(?=\S{{4,}})"
    rf"|(?<=[長員任人])兼{TITLE.pattern}|(?<=[長員])兼\S*|(?<=教授)兼\S*"
    rf"|博士$|{_TELEPHONE}"
)
_CALLED = regex(r"\((?:中文|[漢族原本])姓?名:?[^()]*\)")  # Panay Sawmah（中文名：高雨彤）
_LATIN_GAP = regex("(?<=[A-Za-z'.-])\\s+(?=[A-Z])")
_TWO = regex(r"\s*(\S{2,4})[及與暨和](\S{2,4})\s*")  # 宋雅婷及林志明
_NO_TITLE = regex("會議|決議|事項")  # 上次會議決議事項追蹤 names no 項追蹤
_UNKNOWN_TITLE = regex("[\u4e00-\u9fff]{1,4}[師員長官士教監]")  # 賴思妤感管師
_LONGEST = 60  # characters: office, title and name
_LONGEST_LINE = 200  # characters; a longer one names nobody who presides or records
HAN = r"[\u3400-\u9fff○〇\U00020000-\U0002ffff\ue000-\uf8ff?]"
# 陸先生柏睿 is named as 陸委員柏睿 is.
_POLITE_BETWEEN = regex(
    rf"(?<=[{''.join(sorted(RARE_SURNAMES))}])(?:{'|'.join(HONORIFICS)})(?={HAN}{{1,2}}$)"
)
# After a whole name only: 林大明君, but 倪佩君 and 劉副市長宜君.
_POLITE = regex(rf"(?<=[{''.join(sorted(SURNAMES))}]{HAN}{HAN})君$")
DOTTED = regex(rf"{HAN}{{1,6}}[.·]{HAN}{{1,6}}")  # 拉罕．達吉斯
_NAME = regex(rf"{HAN}{{2,4}}|{DOTTED.pattern}")
_HEADS_BODY = regex("副?(?:[市縣鄉鎮區里村校院]長|議長|[理董]事長)")
_WHOLE_NAME = 3  # characters
_UNNAMED = 4
_SPACED_OUT = regex(r"(?<!\S)\S(?:\s+\S){3,}(?!\S)")  # 簡 任 技 正


def officials(text: str) -> tuple[Official, ...]:
    """Return the people a label's value names, one line or many; acting ones for the absent."""
    found: list[Official] = []
    first, _, rest = text.partition("\n")
    text = (
        f"{first} {rest}" if rest and is_office(first) else text
    )  # 紀錄：中區工程分局, 幫工程司 傅筱婷
    for line in text.split("\n"):
        if len(line) > _LONGEST_LINE:
            continue
        cleaned = _BESIDES.sub(" ", left(_CALLED.sub("", line)))
        for phrase in _APART.split(cleaned) if "代" in cleaned else [cleaned]:
            found += _named(phrase.strip())
    return tuple(found)


def _named(line: str) -> list[Official]:
    line = chosen(line)
    if (sided := _SIDED.fullmatch(line)) and TITLE.search(sided["who"]):
        return [replace(p, org=p.org or sided["side"]) for p in _named(sided["who"])]
    if both := relieved(line):
        return [person for one in both for person in _named(one)]
    acting, absent = substitute(line)
    people = map(official, _phrases(acting or _present(line)))
    away = official(absent) if absent else None
    office = away.org if away else None
    return [replace(p, org=p.org or office) for p in people if p is not None]


def _present(line: str) -> str:
    """Return who was there, without brackets and without who was not."""
    titled = _TITLE_IN_BRACKETS.fullmatch(line)
    if titled and not TITLE.search(titled["name"]):  # 業者代表（陳經理） is no name
        return titled["office"] + titled["name"]
    if side := _SIDE.fullmatch(line):
        return (side["side"] if is_whole_name(side["who"]) else "") + side["who"]
    inside = _NAME_IN_BRACKETS.fullmatch(line)
    if inside and OFFICE.fullmatch(inside["office"]) and is_whole_name(inside["name"]):
        return inside["office"] + " " + inside["name"]
    line = re.sub(r"\((?:代理?|代理主席|代理主持)\)$", "代", line)
    present = _NOT_THERE.sub(" ", line)
    return re.sub(r"\([^()]*\)", " ", present)


def _phrases(line: str) -> Iterator[str]:
    listed = re.split(r"[、;/]|,(?!\s*[A-Za-z])", line)
    for phrase in (one for several in listed for one in _joined_by_and(several)):
        if not _ABSENT.search(phrase):
            closed = _SPACED_OUT.sub(lambda word: "".join(word[0].split()), phrase)
            yield from _persons(_LATIN_GAP.sub("", closed).split())


def _joined_by_and(phrase: str) -> Iterator[str]:
    """Yield the people that 及 joins; in 保育及研究學會林理事長 it joins nobody."""
    if (two := _TWO.fullmatch(phrase)) and all(map(is_name, two.groups())):
        yield from two.groups()
        return
    held = ""
    for part in re.split(r"(?=[及與暨]\S{1,20}[長員任])", phrase):
        person = official(held.strip("及與暨 ")) if held else None
        if person is not None and (person.title or is_name(person.name)):
            yield held.lstrip("及與暨")
            held = part
        else:
            held += part
    yield held.lstrip("及與暨")


def _persons(words: Sequence[str]) -> Iterator[str]:
    """Put together what white space has split: an office, a name and a title are one person."""
    held = ""
    for i, word in enumerate(words):
        following = words[i + 1] if i + 1 < len(words) else ""
        held += word
        if held == word and i and re.fullmatch(r"[A-Za-z'.-]+", word):
            held = ""  # 高進發 Kolas is called so, too
            continue
        whole = official(held)
        if whole is None or is_office(held) or _takes(held, whole, following):
            continue
        yield held
        held = ""
    if held:
        yield held


def _takes(held: str, whole: Official, following: str) -> bool:
    """Tell whether the next word still belongs to the person in *held*."""
    if whole.title and not is_name(whole.name) and is_name(following):
        return True  # C棟委員 裴志豪
    if len(whole.name) < 2 or (len(following) == 1 and len(whole.name) < 3):
        return bool(following)
    if whole.title is None and following and not is_name(whole.name):
        return True
    return whole.title is None and bool(TITLE.fullmatch(following) or following in HONORIFICS)


def is_office(text: str) -> bool:
    """Tell whether *text* is an office or a title, and names nobody."""
    titles = [title for title in TITLE.finditer(text) if title.end() == len(text)]
    if any(is_name(text[: title.start()][-_WHOLE_NAME:]) for title in titles):
        return False  # 河川分署 謝明昌副工程司
    return OFFICE.fullmatch(text) is not None or TITLE.fullmatch(text) is not None


@lru_cache(maxsize=1000)  # the same people speak again and again
def official(phrase: str) -> Official | None:
    """Return the one person *phrase* names; None where it names nobody."""
    packed = _POLITE_BETWEEN.sub("", re.sub(r"\s", "", phrase))
    acting = ACTING.search(packed)
    if acting and acting.start() > 1:
        packed = packed[: acting.start()]
    packed = packed if TITLE.search(packed) else _POLITE.sub("", packed)  # 楊總工程司正君
    for honorific in HONORIFICS:
        packed = packed.removesuffix(honorific) if len(packed) > len(honorific) + 1 else packed
    if not packed or len(packed) > _LONGEST or _NOT_A_NAME.match(packed):
        return None
    return _titled(packed, bool(acting)) or _untitled(packed, bool(acting))


def _titled(text: str, acting: bool) -> Official | None:
    for title in reversed(list(TITLE.finditer(text))):
        before, after = before_title(text[: title.start()], title[0]), text[title.end() :]
        shape = _shape(before, after, acting, title[0])
        if shape:
            org, name = own_office(shape[0]), shape[1]
            if (
                org.endswith("會議") and len(org) <= _UNNAMED
            ):  # 部落會議主席 is of none that is named
                return Official(name, None, org + title[0])
            return Official(name, _office(whole_office(org, title[0])), title[0])
    return None


def _shape(before: str, after: str, acting: bool, title: str) -> tuple[str, str] | None:
    """Tell office and name apart in the words around a title."""
    if not after:
        return _given_last(before, acting, _HEADS_BODY.fullmatch(title) is not None)
    org, rest = _split_office(before)
    if not rest:
        return (org, after) if _NAME.fullmatch(after) or not _han(after) else None
    if acting and len(rest) > 2:
        rest = rest[-1:]
    if rest in RARE_SURNAMES and DOTTED.fullmatch(after):
        return org, rest + after  # 巴委員奈．伍浪
    if len(rest) > 3 and _is_given(after, rest[-1]):  # after an office that is not known here
        return before[:-1], rest[-1] + after
    surname = is_double_surname(rest) or (
        len(rest) == 1 and (rest in RARE_SURNAMES or not is_name(after))
    )
    if surname and len(after) <= 3:
        return org, rest + after
    whole = is_name(after) or is_whole_name(after)
    return (before, after) if _NAME.fullmatch(after) and whole else None


def _is_given(name: str, surname: str) -> bool:
    """Tell whether *name* is what is given beside *surname*, and no whole name."""
    known = SURNAMES if is_name(name) else RARE_SURNAMES
    return len(name) == _WHOLE_NAME - 1 and _han(name) and surname in known


def _given_last(before: str, acting: bool, heads_body: bool) -> tuple[str, str] | None:
    org, name = _split_office(before)
    if not name and heads_body and is_name(before[-3:]):
        org, name = before[:-3], before[-3:]  # 新竹縣楊文科縣長: no 科
    if not name or name[-1] in "市縣區鄉鎮" or name.endswith("會議"):
        return None
    if acting and len(name) > 4:
        name = name[-3:]
    if len(name) <= 4 or not _han(name):
        return org, name
    if not org and is_name(before[:3]) and not is_name(before[-3:]):
        return before[3:], before[:3]  # 胡玉蘭總務組長
    length = _WHOLE_NAME + (before[-4:-2] in DOUBLE_SURNAMES)
    return before[:-length], before[-length:]


def _split_office(text: str) -> tuple[str, str]:
    """Return the office *text* begins with and the rest, a name of at most four characters."""
    found, title = OFFICE.match(text), TITLE.match(text)
    if found and title and found.end() < title.end():
        found = None  # 院長沙永清: no 院
    org, rest = (found[0], text[found.end() :]) if found else ("", text)
    if rest[:1] == "長" and TITLE.match(org[-1:] + rest):  # 圖書館館長: no 圖書館館
        org, rest = org[:-1], org[-1:] + rest
    other_title = TITLE.match(rest)
    return org, rest[other_title.end() :] if other_title else rest


def _untitled(text: str, acting: bool) -> Official | None:
    org, name = _split_office(text)
    if not name:
        return None
    if acting and len(name) > 4:
        name = name[-3:]
    whole = _NO_TITLE.search(text) or DOTTED.fullmatch(name)  # 民政課 夏曼·藍波安
    titled = is_name(name[-3:]) and not whole
    if titled and not org and 4 < len(name) <= 8 and not is_name(name[:3]):
        return Official(name[-3:], name[:-3])  # an office that is not known here
    if not titled and is_name(name[:3]) and _UNKNOWN_TITLE.fullmatch(name[3:]):
        return Official(name[:3], _office(org), name[3:])
    if org and name[0] in RARE_SURNAMES and _UNKNOWN_TITLE.fullmatch(name[1:-2]):
        return Official(name[0] + name[-2:], _office(org), name[1:-2])  # 警政署谷警政監正浩
    if org and 4 < len(name) <= 8 and titled:
        return Official(name[-3:], _office(org), name[:-3])  # a title that is not known here
    return Official(name, _office(org)) if len(name) <= 4 or not _han(name) else None


def _han(text: str) -> bool:
    return re.fullmatch(f"{HAN}+", text) is not None


def _office(org: str) -> str | None:
    """Return the office's name; 市府 in it is 市政府."""
    return re.sub(r"([市縣])府", r"\1政府", org) or None


def is_whole_name(name: str) -> bool:
    """Tell whether *name* is as long as most, and begins with a surname of any kind."""
    return len(name) == _WHOLE_NAME and _han(name) and name[0] in RARE_SURNAMES


def is_polite(phrase: str) -> bool:
    """Tell whether *phrase* calls a person 先生, 女士 or 小姐, before the given name or after."""
    packed = re.sub(r"\s", "", phrase)
    return packed.endswith(HONORIFICS) or _POLITE_BETWEEN.search(packed) is not None


def is_name(name: str) -> bool:
    """Tell whether *name* can be a person's, and no body's: by its surname, or by the dot in it."""
    dotted = "." in name or "·" in name
    known = _NAME.fullmatch(name) is not None and (dotted or name[0] in SURNAMES)
    return known and not name.endswith("會")
