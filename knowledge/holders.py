"""Whether a sentence names who holds an office: 王院長大明, and not 院長室."""

from __future__ import annotations

import re
from functools import cache

from knowledge.question import Question
from knowledge.regex import regex

NO_SURNAME = "(?![请由经与和及对向给让叫各该本的是为但将把被或前现原新各每两三])"  # 請總幹事查清楚 names nobody
_OF_OFFICE = regex(
    "(?P<of>(?:(?!的)[\u4e00-\u9fff]){2})的?(?:局局长|处处长|科科长|课课长|局长|处长|科长|课长|馆馆长|所所长)(?:是谁|是哪|叫什么|的名字|姓什么)"
)


def names_office(question: Question, sentence: str) -> bool:
    """Tell whether *sentence* names the office that is asked for: 警察局局長, not the 消防局's."""
    whose = _OF_OFFICE.search(question.folded)
    named = whose is None or whose["of"] in sentence
    return named and bool(_naming(question.office).search(sentence))


@cache
def _naming(office: str) -> re.Pattern[str]:
    """Return what finds an *office* with a name: 王院長大明, 王大明院長, 院長王大明; not 院長室."""
    name, held = "[\u4e00-\u9fff]", f"(?<!副){office}(?!层级|室)"
    return re.compile(
        f"{NO_SURNAME}{name}{held}{name}{{2}}|{NO_SURNAME}{name}{{2,3}}(?<![请由委报知送洽邀聘]){held}"
        f"|(?<!{name}){held}{name}{{3}}(?!{name})|{held}[由为]{NO_SURNAME}{name}{{2,4}}(?=[、,;。( ]|先生|女士|当选|担任|$)"
    )
