"""What a question says beside its subject: of the asker, by way of example, or as the other choice."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable
from dataclasses import replace

from knowledge.term import Term

_ASIDE = 0.3  # of its weight
_LIGHT = 0.35  # weight up to which a word that stands nowhere names nothing
_CLAUSE = re.compile("[^,。;?!、:()~ 啦啊欸喔齁]+")
_ASKER = re.compile(
    "(?<!帮)(?<!给)(?<!请)我(?!国|市|县)|咱|本人|(?:老师|议员|长官|主管|老板|编辑|同事|客户|家长|邻居)(?:要|叫|请|想|问|说|跟)"
)
_EXCEPTED = re.compile(
    "(?<![刪删解免消排扣拆清])除了?(?P<words>[^,。;?]{2,16}?)(?:以外|之外|外)"
    "|除了(?P<more>[^,。;?]{2,20})(?=[,;])"
)
_OTHER_CHOICE = re.compile(
    "(?:还是|或是|或者|抑或)(?P<words>[^,。;?]{2,14})(?<![吗嘛])(?=[?。 ]*$)"
    "|或(?![许者是])(?P<more>[^,。;?]{2,8}?)[吗嘛]?(?=[?。 ]*$)"
)
_EXAMPLES = re.compile(
    "(?P<words>[^,。;?]{3,20}?)(?:这类|那类|这些|之类的?|这种|等等的?|等)(?P<kind>[\u4e00-\u9fff]{2,6})"
)


def meant(
    folded: str, terms: tuple[Term, ...], stands: Callable[[str], bool], vague: Collection[str] = ()
) -> tuple[Term, ...]:
    """Return *terms*; what is said aside weighs little, or nothing where it *stands* nowhere.

    So do the examples of a kind (公車捷運這類大眾運輸) that stands and is not *vague*, as 議題 is.
    What is left out (除了月票) and the other choice (照案通過還是有但書) need not stand either.
    """
    strange = {t for t in terms if not any(stands(word) for word, _ in t.forms)}
    aside, rest = asides(folded)
    spoken = {t for t in terms if t.text in aside and t.text not in rest}
    kinds = {t for t in terms if not t.generic and t.text not in vague}
    examples = _examples(folded, terms, kinds - strange, strange)
    named_beside = _within(_EXCEPTED, folded, terms) | _within(_OTHER_CHOICE, folded, terms)
    denied = spoken | examples | named_beside
    nameless = denied | strange
    if all(t.generic or t in nameless for t in terms):
        denied, examples = spoken, set()  # nothing else names a subject
    if all(t.generic or t in strange for t in terms):
        return terms
    left_out = denied & strange
    kept = (t for t in terms if t not in left_out)
    light = spoken | examples
    return tuple(replace(t, weight=t.weight * _ASIDE) if t in light else t for t in kept)


def without_light(terms: tuple[Term, ...], stands: Callable[[str], bool]) -> tuple[Term, ...]:
    """Return *terms*, none of them where all are light and stand nowhere: 有沒有被刁難, 跑去.

    What an item or a speaker was asked of is then all that is named.
    """
    named = [t for t in terms if not t.generic]
    light = all(t.weight <= _LIGHT for t in named)
    nowhere = not any(stands(word) for t in named for word, _ in t.forms)
    return tuple(t for t in terms if t.generic) if light and nowhere else terms


def asides(folded: str) -> tuple[str, str]:
    """Return the clauses of *folded* that speak of the asker, and the others.

    A question of one clause has no aside.
    """
    clauses = _CLAUSE.findall(folded)
    of_asker = [clause for clause in clauses if _ASKER.search(clause)]
    others = [clause for clause in clauses if clause not in of_asker]
    return (" ".join(of_asker), " ".join(others)) if others else ("", folded)


def _within(pattern: re.Pattern[str], folded: str, terms: Iterable[Term]) -> set[Term]:
    """Return the *terms* that stand only where *pattern* finds its words."""
    match = pattern.search(folded)
    if match is None:
        return set()
    words = match["words"] or match["more"]
    rest = folded.replace(words, " ")
    return {t for t in terms if t.text in words and t.text not in rest}


def _examples(
    folded: str, terms: Iterable[Term], kinds: Iterable[Term], strange: set[Term]
) -> set[Term]:
    """Return two or more examples of one of *kinds* where one of them stands nowhere."""
    match = _EXAMPLES.search(folded)
    if match is None:
        return set()
    named = {t for t in terms if t.text in match["words"]}
    told = any(t.text in match["kind"] for t in kinds)
    return named if told and len(named) > 1 and named & strange else set()
