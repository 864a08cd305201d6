"""People as minutes name them: 謝市長國樑, 謝國樑市長, 文化局龔局長雅雯, (…代理主持) …"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import partial

from knowledge.model import Official

_RANKS = "代理|約聘|約僱|約雇|簡任|薦任|委任|專任|兼任|助理|常務|政務|資深|總|副|代"
_TITLES = (
    "主任委員 副主任委員 主任秘書 專門委員 董事長 理事長 監事長 執行長 秘書長 幕僚長 參謀長 大隊長 分隊長 小隊長 中隊長"
    " 市長 縣長 院長 部長 次長 署長 司長 局長 處長 廳長 科長 課長 股長 組長 室主任 主任 所長 館長 校長 園長 區長 鄉長 鎮長"
    " 里長 村長 隊長 站長 廠長 行長 會長 社長 團長 班長 董事 理事 監事 議長 議員 立委 委員 主委 召集人 主席 發言人 總經理 經理"
    " 協理 襄理 企劃師 管理師 分析師 設計師 規劃師 工程師 建築師 技師 律師 醫師 護理師 社工師 社工員 社工督導 心理師 會計師"
    " 工程司 幫工程司 正工程司 技正 技士 技佐 參事 參議 秘書 專員 科員 課員 組員 股員 辦事員 書記 幹事 編審 視察 督導 督學"
    " 研究員 研究助理 佐理員 管理員 助理員 工程員 稽查員 管制員 調查員 組織員 檢察官 法官 消費者保護官 教授 講師 老師 顧問"
    " 專家 代表 主計 檢驗師 行政助理 助理 書記官 業務員 服務員 編輯 校長 總幹事 幹事長 執行秘書 聯絡人 研究委員 諮議 技監 總工程司"
).split()
_HONORIFICS = ("先生", "女士", "小姐", "君")
_TITLE = re.compile(
    rf"(?:{_RANKS})*(?:{'|'.join(sorted(set(_TITLES), key=len, reverse=True))})(?![會處室科院局署部府])"
)
_ORG = re.compile(
    r".*(?:政府|市府|縣府|本府|委員會|協會|公會|學會|商會|總會|工會|基金會|聯盟|局|處|署|部|院|府|科|課|室|股|中心|公司"
    r"|大學|學院|學校|國小|國中|高中|學系|系|所|平臺|平台|黨團|[組隊館廠會]|司(?![馬徒]))"
)
_COMPOUND = frozenset(
    "歐陽 司馬 諸葛 上官 司徒 夏侯 東方 皇甫 尉遲 公孫 令狐 端木 張簡 范姜 鄭戴 周陳 張廖 陳李 王楊 江謝 呂謝".split()
)
_ACTING = re.compile(r"(?:代理主持|代為主持|代理主席|代主持|代理|代)$")
_ACTING_IN_BRACKETS = re.compile(r"\(([^()]*?[^()代理]+)(?:代理主持|代為主持|代理主席|代主持|代理|代)\)")
_ACTING_BY = re.compile(r"(?:由|指派|委由|委請)\s*(.+?)\s*(?:代理主持|代為主持|代理主席|代理|主持|代)\s*$")
_ABSENT = re.compile(r"請假|公假|公出|出國|病假|休假|差假|公務|不克")
_NOT_A_NAME = re.compile(r"^(?:無|略|詳.*|如.*|同.*|.*簽到.*|另.*)$")
_CHAIR = re.compile(r"\s*(?:主\s*席|主持人|召集人)\s*")
# The hundred most frequent surnames of Taiwan's household registers and some double ones' first.
_SURNAMES = frozenset(
    "陳林黃張李王吳劉蔡楊許鄭謝洪郭邱曾廖賴徐周葉蘇莊呂江何蕭羅高潘簡朱鍾游彭詹胡施沈余盧梁趙顏柯翁魏孫戴范方宋"
    "鄧杜傅侯曹薛丁卓馬董温溫唐藍石蔣古紀姚連馮歐程湯田康姜汪白涂鄒尤巫鐘龔嚴韓黎阮袁童陸金錢夏邵柳倪湛"
    "譚駱賀秦史熊龍雷左畢任季車房焦葛諸司上官東皇尉令端喬鮑甘裴項單翟官伍萬段孟易孔尹凌樊全樂包池管祝于佘粘"
)
_HAN = r"[\u3400-\u9fff○〇\U00020000-\U0002ffff\ue000-\uf8ff?]"
_NAME = re.compile(rf"{_HAN}{{2,4}}")
_LINE = re.compile(rf"(?:{_HAN}|[\s、()（）]){{2,30}}")


def officials(text: str) -> tuple[Official, ...]:
    """Return the people a label's value names, one line or many; acting ones for the absent."""
    found = []
    for line in text.split("\n"):
        cleaned = re.sub(r"共同主持人?|[。.]+$|^\s*:", " ", line)
        for phrase in _phrases(_present(cleaned.strip())):
            found.append(official(phrase))
    return tuple(person for person in found if person is not None)


def _present(line: str) -> str:
    """Return who was there: an acting chair instead of the one they stand for."""
    acting = _ACTING_BY.search(line) or _ACTING_IN_BRACKETS.search(line)
    if acting:
        return acting[1]
    line = re.sub(r"\((?:代理?|代理主席|代理主持)\)$", "代", line)
    absent = re.match(r"[^()]+\(([^()]*)\)\s*(?=\S)", line)
    present = line[absent.end() :] if absent and _ABSENT.search(absent[1]) else line
    return re.sub(r"\([^()]*\)", " ", present)


def _phrases(line: str) -> Iterator[str]:
    for phrase in re.split(r"[、,;/]|(?<=長)[及與暨和]", line):
        if not _ABSENT.search(phrase):
            yield from _persons(phrase.split())


def _persons(words: Sequence[str]) -> Iterator[str]:
    """Put together what white space has split: an office, a name and a title are one person."""
    held = ""
    for i, word in enumerate(words):
        following = words[i + 1] if i + 1 < len(words) else ""
        held += word
        whole = official(held)
        if whole is None or len(whole.name) < 2 or _is_office(held) or _takes(held, whole, following):
            continue
        yield held
        held = ""
    if held:
        yield held


def _takes(held: str, whole: Official, following: str) -> bool:
    """Tell whether the next word still belongs to the person in *held*."""
    if len(following) == 1 and len(whole.name) < 3 or len(held) == 1:
        return bool(following)
    return whole.title is None and bool(_TITLE.fullmatch(following) or following in _HONORIFICS)


def _is_office(text: str) -> bool:
    return _ORG.fullmatch(text) is not None or _TITLE.fullmatch(text) is not None


def official(phrase: str) -> Official | None:
    """Return the one person *phrase* names; None where it names nobody."""
    packed = re.sub(r"\s", "", phrase)
    acting = _ACTING.search(packed)
    if acting and acting.start() > 1:
        packed = packed[: acting.start()]
    for honorific in _HONORIFICS:
        packed = packed.removesuffix(honorific) if len(packed) > len(honorific) + 1 else packed
    if not packed or _NOT_A_NAME.match(packed):
        return None
    return _titled(packed, bool(acting)) or _untitled(packed, bool(acting))


def _titled(text: str, acting: bool) -> Official | None:
    for title in reversed(list(_TITLE.finditer(text))):
        before, after = text[: title.start()], text[title.end() :]
        shape = _shape(before, after, acting)
        if shape:
            org, name = shape
            return Official(name, _office(org), title[0])
    return None


def _shape(before: str, after: str, acting: bool) -> tuple[str, str] | None:
    """Tell office and name apart in the words around a title."""
    if not after:
        return _given_last(before, acting)
    org, rest = _split_office(before)
    if not rest:
        return (org, after) if _NAME.fullmatch(after) or not _han(after) else None
    if acting and len(rest) > 2:
        rest = rest[-1:]
    if len(rest) <= 2 and len(after) <= 3 and (len(rest) == 1 or rest in _COMPOUND or not org):
        return org, rest + after
    return (org + rest, after) if _NAME.fullmatch(after) and len(rest) > 2 else None


def _given_last(before: str, acting: bool) -> tuple[str, str] | None:
    org, name = _split_office(before)
    if not name:
        return None
    if acting and len(name) > 4:
        name = name[-3:]
    if len(name) <= 4 or not _han(name):
        return org, name
    return before[:-3], before[-3:]


def _split_office(text: str) -> tuple[str, str]:
    """Return the office *text* begins with and the rest, a name of at most four characters."""
    found = _ORG.match(text)
    return (found[0], text[found.end() :]) if found else ("", text)


def _untitled(text: str, acting: bool) -> Official | None:
    org, name = _split_office(text)
    if not name:
        return None
    if acting and len(name) > 4:
        name = name[-3:]
    return Official(name, _office(org)) if len(name) <= 4 or not _han(name) else None


def _han(text: str) -> bool:
    return re.fullmatch(f"{_HAN}+", text) is not None


def _office(org: str) -> str | None:
    """Return the office's name; 市府 in it is 市政府."""
    return re.sub(r"([市縣])府", r"\1政府", org) or None


def together(people: Sequence[Official]) -> Official | None:
    """Return several recorders as one, joined by 、 as contract.md has it."""
    if not people:
        return None
    joined = partial(_joined, people)
    return Official(joined("name") or "", joined("org"), joined("title"))


def spoken_by(phrase: str) -> Official | None:
    """Return who speaks after *phrase*; None for 主席 and for an office."""
    if not _speaks(phrase) or _CHAIR.fullmatch(phrase):
        return None
    return officials(phrase)[0]


def _joined(people: Sequence[Official], field: str) -> str | None:
    values = dict.fromkeys(v for person in people if (v := getattr(person, field)))
    return "、".join(values) or None


def speaker(text: str, at: int) -> int | None:
    """Return where the colon stands after a person with a title who begins *text* at *at*."""
    colon = text.find(":", at, at + 40)
    return colon if colon >= 0 and _speaks(text[at:colon]) else None


def _speaks(phrase: str) -> bool:
    if not _LINE.fullmatch(phrase) or "、" in phrase:
        return False
    if _CHAIR.fullmatch(phrase):
        return True
    people = officials(phrase)
    return len(people) == 1 and people[0].title is not None and _is_name(people[0].name)


def _is_name(name: str) -> bool:
    return 2 <= len(name) <= 4 and name[0] in _SURNAMES
