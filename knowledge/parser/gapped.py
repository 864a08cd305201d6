"""Who speaks where a gap stands for the colon: 江委員雅雯　四成是好事，但不要只算人頭。"""

from __future__ import annotations

import re

from knowledge.parser.offices import TITLE
from knowledge.parser.people import is_polite
from knowledge.parser.roles import PARTS
from knowledge.parser.voices import speaks, spoken_by, who_spoke
from knowledge.parser.words import WORDS
from knowledge.regex import regex

# 高委員佩蓁（書面意見）　… speaks as well as 涂處長建宏回應　…; 林委員就第 2 案離席。 is set apart.
_APART = regex(
    r"\s*(?P<who>[^\s:。,、;()\x00-\x7f]{3,20}(?:\([^()]{1,12}\))?)"
    r"\s+(?P<said>(?![\da-zA-Z]|[^\s:。,]{1,14}:)\S.*)",
    re.DOTALL,
)
_SENTENCE = regex(r"[。!?][」』)]*\s*$")
_PART = regex(r"\s*([\u4e00-\u9fff](?: ?[\u4e00-\u9fff]){1,4})\s+(?=[^\x00-\x7f])")
_SHORTEST = 6  # characters of what is said


def apart(text: str, at: int) -> tuple[str, int, int] | None:
    """Return the first word of *text* at *at*, its end, and where the sentences behind it begin.

    None where no gap parts a word from at least one whole sentence.
    """
    found = _APART.match(text, at)
    if found is None or len(found["said"]) < _SHORTEST or not _SENTENCE.search(found["said"]):
        return None
    return found["who"], found.end("who"), found.start("said")


def speaker_apart(text: str, at: int) -> tuple[int, int] | None:
    """Return where a named person with a title ends who begins *text*, and where his words begin.

    Where another person comes next, or a list of them, nobody speaks.
    """
    found = apart(text, at)
    if found is None:
        return None
    who, end, said = found
    person = who_spoke(who)
    titled = TITLE.search(person) is not None or is_polite(person)
    if not titled or not speaks(person) or spoken_by(who) is None:
        return None
    following = re.split(r"[\s、,:]", text[said:], maxsplit=1)[0]
    return None if speaks(following) else (end, said)


def begins_part(text: str) -> bool:
    """Tell whether 說明 or 決議 and a gap begin a line, whose sentence may end in the next."""
    found = _PART.match(text)
    word = found[1].replace(" ", "") if found else ""
    return word in WORDS and WORDS[word][0] in PARTS
