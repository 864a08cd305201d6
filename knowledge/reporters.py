"""Who reported on what is asked about: 業務報告（報告人：…） names nobody who reported on 交通."""

from __future__ import annotations

from knowledge.bearing import holds
from knowledge.posting import Posting
from knowledge.question import Question
from knowledge.regex import regex
from knowledge.term import names_offices
from knowledge.wanted import states_wanted

_TO_REPORT = regex("由[^,。;]{2,12}[长表](?:代表)?报告")  # 後續將由…的局處首長代表報告
_BY_WHOM = regex("由.{0,4}[谁哪]|代表")
_REPORTER = regex(".*?报告人[^)。;]*")  # what stands before it is reported on


def names_reporter(question: Question, posting: Posting) -> bool:
    """Tell whether *posting* names who reported, and speaks of no subject of *question* below that."""
    headed = _REPORTER.match(posting.body)
    if headed is None:
        return states_wanted(question, posting.body)
    asks_next = _BY_WHOM.search(question.folded) and _TO_REPORT.search(posting.body)
    if "speech" in question.intents or asks_next:  # 誰報告說…: the report that says it
        return True
    above, below = headed[0] + posting.near, posting.body[headed.end() :]
    subjects = [t for t in question.terms if not t.generic and not names_offices(t)]
    told = [t for t in subjects if holds(t, above) or holds(t, below)]
    return not told or any(holds(term, above) for term in told)
