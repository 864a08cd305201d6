"""Who speaks: the words before a colon, or alone on a line, that say whose words follow."""

from __future__ import annotations

import re

from knowledge.model import Official
from knowledge.parser.latin import latin_name
from knowledge.parser.offices import OFFICE, RARE_SURNAMES, SURNAMES, TITLE
from knowledge.parser.people import HAN, is_name, is_polite, is_whole_name, officials
from knowledge.parser.replying import says_what
from knowledge.regex import regex

# Before who speaks: 發言：王委員：…, 獨立董事意見：邱董事：…
SAID = regex(
    r"\s*(?:發\s*言\s*(?:摘要)?\s*:|[^\s:。,]{0,6}(?:[董監理]事|委員|代表|學者|專家)意見\s*:(?=\s*[^\s:。,]{2,14}:))\s*"
)
TURN = regex(r"\s*[問答QA]\s*:\s*")  # 問：潘代表韋廷, and below it what he asks
_CHAIR = regex(r"\s*(?:主\s*席|主持人|召集人)\s*")
# 縣長：我到神木村看過。 is whoever heads the body; a list of names has no full stop.
_OF_BODY = regex(r"\s*(?:[市縣鄉鎮區村里校院署局處]長|[理董]事長|會長|主委|主任委員)\s*")
# 億昌巫老闆: a firm, a surname, a title; whom others stand for has no surname (校方代表).
_WITHOUT_GIVEN = regex(
    rf"{HAN}{{2,6}}\s?[{''.join(sorted(SURNAMES))}](?!代表|委員|專家|顧問)(?:副|總)?{TITLE.pattern}"
)
# B棟3樓之2尤委員美君, 申請人代理人裘雅婷, 資方馬代表淑媛: where one lives, or for whom one speaks.
_FOR_WHOM = regex(
    rf"(?:(?:[A-Za-z甲乙丙丁\d]{{1,3}}[棟區座]|\d{{1,3}}(?:樓|號)(?:之\d{{1,2}})?|住戶|申請人|開發單位|[勞資]方)(?:代理人|代表)?)+(?={HAN}{{2}})"
)
# 昱邦顧問 紀協理欣妤, 沙鹿 林秘書國榮: whom one speaks for, no known office.
_BESIDE_WHOM = regex(rf"\s*{HAN}{{2,8}}\s+(?P<who>{HAN}{{4,8}})")
_SENTENCE = regex(r"[。?!]")
_NEWLY = regex(
    r"^(?:新任|新當選|卸任|前任|現任|列席|應邀(?:列席)?)(?!人員|者|單位|機關|委員|代表$)"
)
_FOR_ALL = regex("(?<=長)代表$")  # 主席致詞（盛凱文副市長代表）
_SOMEBODY = "主委|消保官|廠商|業者|實施者|開發商|建商|承商|規劃團隊|設計師|建築師|顧問|學者|家長|學生|人員|業者|廠商|申請人|開發商|包商|爸爸|媽媽|伯伯|阿姨|阿嬤|阿公|代表|先生|女士|小姐|居民|民眾|記者|委員|同仁"
_ANYBODY = regex(rf"(?:{_SOMEBODY}|[里村市居]民|住戶|會員|族人)$")
_VOICE = regex(
    rf"{HAN}{{0,6}}{TITLE.pattern}|(?:{OFFICE.pattern}|(?:\S{{1,10}}\s)?\S{{0,12}}(?:{_SOMEBODY}))(?:{HAN}{{0,2}}|[A-Za-z\d]{{1,2}})"
    r"|(?:[問答QA]|提問|回[應答覆復]|答[覆復])\s*\d{0,2}"
    rf"|(?:\S{{0,8}}(?:所有權人|關係人|承租人|里民|村民|住戶|市民)){HAN}{{2,4}}(?:\([^()]{{1,12}}\))?"
)
_RESIDENT = regex(
    rf"(?:所有權人|關係人|承租人|陳情人|提案人|連署人|附議人|動議人|[里村市居]民|民眾|住戶|會員|家長)\s*(?P<name>{HAN}{{3}})(?:\([^()]*\))?$"
)
# 上坪村 那義雄先生: where one lives, and how one is called, prove any surname.
_VILLAGER = regex(rf"\S{{1,6}}[村里鄰]\s+(?P<name>{HAN}{{3}})(?:先生|女士|小姐)")
# A13攤郁美珠(賣地瓜球): the number of a stall proves one as well.
_AT_STALL = regex(rf"[A-Za-z甲乙丙丁]?\d{{1,3}}號?[攤店]位?(?P<name>{HAN}{{3}})(?:\([^()]*\))?")
# 已巡檢邊坡 212 處： is no office, 主席、各位代表女士先生： are spoken to.
_NOBODY = regex(r"[\d十百千]\s*處$|各位")
_SPOKE = regex(
    r"(?:第\s*[一二三四五六七八九十\d]{1,2}\s*次|再次?|二次)?(?:補充|綜合|即席|口頭)?(?:質詢|詢問|提問|發問|提醒|強調|致[詞辭]|回應|回[覆復]|答[覆復]|回答|說明|表示|指出|補充|轉[達述][^\s:,。]{0,8}(?:意見|發言|說明)?|發言(?:摘要|紀要|要點)?|意見|[問答]|提出?(?:修正|臨時)動議|(?<=..)報告(?=略[以謂稱]))(?:略[以謂稱])?$"
)
_TOLD = regex(
    r"\s*(?P<who>[^:,。;、]{2,20}?)\s*(?:表示|指出|認為|建議|詢問|提問|回應|說明|補充|反映)(?!:|\s*$)"
)
# 陳述意見人：鄔添財, and below it what he states.
_NAMES_WHO = regex(
    r"\s*(?:陳述(?:意見)?|表示意見|發言|提問|詢問|陳情)[人者](?:姓名)?\s*:\s*(?P<who>\S.*)"
)
# 賀之遠委員（外部，鐵道安全）, 志工孔美雲（編號22）
_DETAILS = regex(r"\((?:[^()]*[,、][^()]*|(?:編號|號碼)\s*\d+)\)$")
_IN_WRITING = regex(r"\s*\([^()]{1,16}\)$")  # 環境保護局（書面意見）：
# 羅偉倫（居民）, 鹿港鎮公所（王課長志豪）: one is a person, the other says of whom or which.
_WITH_BRACKETS = regex(r"\s*(?P<who>[^()]{2,20}?)\s*\((?P<more>[^()]{1,30})\)\s*")
_LINE = regex(rf"(?:{HAN}|[\s、()（）A-Za-z0-9]|(?<={HAN})[.·](?={HAN})){{2,30}}")
_NO_SURNAMES = frozenset("及與和或之的由請經該本各等")
_WHOLE_NAME = 3
_LONGEST = 40  # characters before the colon, brackets among them
_SHORT = 24  # characters of an office or a word for somebody


def spoken_by(phrase: str) -> str | None:
    """Return the name of who speaks after *phrase*; None for 主席, 劉局長 and for an office."""
    if says_what(phrase):
        return None
    if name := latin_name(phrase) or latin_name(who_spoke(phrase)):
        return name
    if name := _beside_brackets(phrase.strip()):
        return name
    if phrase.rstrip().endswith("發言") and is_whole_name(who_spoke(phrase)):
        return who_spoke(phrase)
    phrase = _FOR_ALL.sub("", _NEWLY.sub("", who_spoke(phrase)))
    if name := _deputy(phrase):
        return name
    phrase = _named_for(phrase)
    if name := _resident(phrase) or _beside_brackets(phrase):
        return name
    if _CHAIR.fullmatch(phrase) or not (speaks(phrase) or is_name(phrase)):
        return _of_office(phrase)
    people = officials(_named_chair(phrase))
    unnamed = _WITHOUT_GIVEN.fullmatch(phrase.strip()) is not None
    if not people or len(people[0].name) < 2 or (unnamed and " " in phrase.strip()):
        return None  # 台聯工程顧問 許協理
    whole = is_name(people[0].name) or people[0].name[0] in RARE_SURNAMES
    return people[0].name if whole or not unnamed else None


def who_spoke(phrase: str) -> str:
    """Return who speaks, without the word that says so: 鄺監事主席 of 鄺監事主席詢問."""
    return _DETAILS.sub("", _SPOKE.sub("", phrase.strip()).strip())


def _named_for(phrase: str) -> str:
    """Return *phrase* without where somebody with a title lives or whom he speaks for."""
    found = _FOR_WHOM.match(phrase)
    named = phrase[found.end() :] if found else ""
    beside = None if found else _BESIDE_WHOM.fullmatch(phrase)
    named = beside["who"] if beside and _is_titled(beside["who"]) else named
    return named if named and (speaks(named) or is_name(named)) else phrase


def _is_titled(words: str) -> bool:
    """Tell whether *words* are a surname, a title and what is given, and no office."""
    people = officials(words)
    whole = len(people) == 1 and people[0].title is not None and people[0].org is None
    return whole and len(people[0].name) == _WHOLE_NAME and people[0].name[0] == words[0]


def _deputy(phrase: str) -> str | None:
    """Return the whole name that follows whom its bearer speaks for: 申請人代理人裘雅婷."""
    found = _FOR_WHOM.match(phrase)
    if found is None or not found[0].endswith(("代理人", "代表")):
        return None
    name = phrase[found.end() :]
    return name if is_whole_name(name) else None


def _resident(phrase: str) -> str | None:
    """Return the name after the word for somebody without an office: 里民許志豪."""
    found = _RESIDENT.match(phrase)
    if found and is_name(found["name"]):
        return found["name"]
    villager, trader = _VILLAGER.fullmatch(phrase), _AT_STALL.fullmatch(phrase)
    if trader and is_whole_name(trader["name"]):
        return trader["name"]
    return villager["name"] if villager else None


def _beside_brackets(phrase: str) -> str | None:
    """Return the name beside brackets that say whom one speaks for, or in those of an office."""
    found = _WITH_BRACKETS.fullmatch(phrase)
    if found is None:
        return None
    if _is_only_name(found["who"]):
        return found["who"]
    if _holds_office(found["who"], found["more"]):
        return found["who"]
    who = _SPOKE.sub("", found["who"])
    if len(found["more"]) == _WHOLE_NAME and _is_only_name(found["more"]):
        return found["more"]
    said = (
        re.split("[,、:]", found["more"]) if OFFICE.fullmatch(who) or who.endswith("代表") else ()
    )
    return next((name for part in said if (name := spoken_by(part))), None)  # 設計單位，沈經理柏丞


def _holds_office(name: str, office: str) -> bool:
    """Tell whether an office in brackets, or 里民, proves an uncommon surname: 桑立軒（副理）."""
    rare = len(name) == _WHOLE_NAME and name[0] in RARE_SURNAMES
    titled = any(title.end() == len(office) for title in TITLE.finditer(office))
    return rare and (titled or _ANYBODY.search(office) is not None)


def _is_only_name(words: str) -> bool:
    return is_name(words) and TITLE.search(words) is None  # 陳處長 begins as a name does


def _of_office(phrase: str) -> str | None:
    """Return the name after an office, apart or whole: 台灣環境聯盟 陳建志, 守護聯盟單若晴."""
    found = OFFICE.match(phrase)
    joined = phrase[found.end() :] if found else ""
    if len(joined) == _WHOLE_NAME and joined[0] in RARE_SURNAMES and _is_only_name(joined):
        return joined
    office, _, name = phrase.strip().rpartition(" ")
    return name if is_name(name) and len(name) > 1 and OFFICE.fullmatch(office) else None


def named_below(line: str) -> str | None:
    """Return the name in a line that says whose words follow: 陳述意見人：鄔添財."""
    found = _NAMES_WHO.fullmatch(line)
    who = found["who"].strip() if found else ""
    rare = len(who) == _WHOLE_NAME and who[0] in RARE_SURNAMES and not OFFICE.fullmatch(who)
    return who if rare else spoken_by(who)


def heads_body(phrase: str) -> bool:
    """Tell whether *phrase* is whoever heads a body, unnamed: 校長."""
    return _OF_BODY.fullmatch(phrase) is not None


def is_chair(phrase: str) -> bool:
    """Tell whether *phrase* says no more than that the chair speaks: 主席, 主席說明."""
    return _CHAIR.fullmatch(_SPOKE.sub("", phrase)) is not None


def is_office_of(phrase: str, title: str | None) -> bool:
    """Tell whether *phrase* says no more than that whoever has the office *title* speaks."""
    office = re.sub(r"\s|致[詞辭]$", "", phrase).replace("主委", "主任委員")
    return title is not None and office == title.replace("主委", "主任委員")


def _named_chair(phrase: str) -> str:
    """Return the name in brackets where the chair is named so: 主席（蔣副議長怡靜）."""
    named = re.fullmatch(r"\s*主\s*席\s*\(([^()]+)\)\s*", phrase)
    return named[1] if named else phrase


def speaker(text: str, at: int) -> int | None:
    """Return where the colon stands after a person with a title who begins *text* at *at*."""
    colon = text.find(":", at, at + _LONGEST)
    if colon < 0:
        return None
    phrase = text[at:colon].strip()  # **陸主任秘書崇文意見**：
    presides = _OF_BODY.fullmatch(phrase) and _SENTENCE.search(text, colon)
    reports = speaks(phrase.removesuffix("報告"))  # 常務監事鄭萬吉報告：…
    return colon if presides or speaks(phrase) or speaks(who_spoke(phrase)) or reports else None


def speaks(phrase: str) -> bool:
    """Tell whether *phrase* is one person with a title, or a chair, and nothing else.

    Being a resident, or somebody's deputy, proves a person as well as a title does.
    """
    if _resident(phrase) or _deputy(phrase) or latin_name(phrase):
        return True
    if not _LINE.fullmatch(phrase) or "、" in phrase or phrase.count("(") != phrase.count(")"):
        return False
    if _CHAIR.fullmatch(phrase):
        return True
    phrase = _named_for(_NEWLY.sub("", _named_chair(phrase)))
    beside = _WITH_BRACKETS.fullmatch(phrase)
    if beside and OFFICE.fullmatch(beside["who"]):
        return False  # 民政處（陳處長） is an office
    if _WITHOUT_GIVEN.fullmatch(phrase.strip()):
        return True
    people = officials(phrase)
    if len(people) != 1:
        return False
    known = people[0].name[0] in RARE_SURNAMES or is_name(people[0].name)
    if not known and not _stands_between(people[0], phrase):
        return False
    return people[0].title is not None or is_polite(phrase)


def _stands_between(person: Official, phrase: str) -> bool:
    """Tell whether office and title prove an uncommon surname: 社會局班副局長若蘭."""
    if not person.org or not person.title or len(person.name) != 3:
        return False
    surname, given = person.name[0], person.name[1:]
    packed = re.sub(r"\s", "", phrase)
    return surname not in _NO_SURNAMES and packed.endswith(surname + person.title + given)


def voice(text: str, at: int) -> int | None:
    """Return where the colon stands after whoever speaks among speeches: a name, an office."""
    colon = text.find(":", at, at + _LONGEST)
    phrase = text[at:colon].strip() if colon > at else ""
    return colon if phrase and _is_voice(phrase) else None


def of_body(phrase: str) -> bool:
    """Tell whether *phrase* is somebody who stands for a body, unnamed: 青洲縣代表, 教師會方."""
    stands = phrase.endswith(("代表", "方"))
    return stands and OFFICE.fullmatch(phrase.removesuffix("代表").removesuffix("方")) is not None


def teller(text: str, at: int) -> int | None:
    """Return where the name ends of a person whose words are told: 王委員大明表示經費不足。"""
    told = _TOLD.match(text, at)
    if told is None:
        return None
    return told.end("who") if speaks(told["who"]) or of_body(told["who"]) else None


def speaks_alone(line: str) -> bool:
    """Tell whether a line among speeches that holds nothing else says whose words follow."""
    phrase = line.strip(" 【】:")
    sentence = re.search(r"[,。!?;:、]", re.sub(r"\([^()]*\)", "", phrase)) is not None
    return not sentence and len(phrase) > 1 and _is_voice(phrase)


def _is_voice(phrase: str) -> bool:
    phrase = _SPOKE.sub("", phrase).strip() or phrase
    if phrase.count("(") != phrase.count(")") or _NOBODY.search(phrase):
        return False
    if _OF_BODY.fullmatch(phrase) or _beside_brackets(phrase) or _of_office(phrase):
        return True
    phrase = _IN_WRITING.sub("", phrase)
    short = len(phrase) <= _SHORT
    return bool(phrase) and (
        speaks(phrase)
        or is_name(_named_for(phrase))
        or (short and _VOICE.fullmatch(phrase) is not None)
    )
