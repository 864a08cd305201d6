"""What words mean the same, which words say nothing, who and what is called how.

The data are TOML files in `knowledge/lexicon/`, written in Traditional Chinese and folded here;
an operator's `aliases.toml` in the data directory is added to ours.
"""

from __future__ import annotations

import re
import tomllib
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from hashlib import sha256
from importlib import resources
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Any, TypeAlias

from knowledge.caches import kept
from knowledge.errors import KnowledgeError
from knowledge.intents import Intents, by_beginning
from knowledge.patterns import compiled
from knowledge.text import fold

# How much a found expansion counts beside the word itself (1.0).
_WEIGHTS = {"same": 1.0, "spelling": 1.0, "asked": 1.0, "broader": 0.6}
_SYNONYM_WEIGHT = 0.8
_CACHE_NAME = "lexicon.cache"
_KNOWLEDGE = resources.files("knowledge")
_FOLDER = _KNOWLEDGE / "lexicon"
_READERS = ("lexicon.py", "intents.py", "patterns.py", "text.py")

Tables: TypeAlias = dict[str, Any]


class LexiconError(KnowledgeError):
    """A lexicon file that cannot be read; names the file and the group."""


@dataclass(frozen=True, slots=True)
class Nickname:
    """A name that people give to one meeting."""

    pattern: re.Pattern[str]
    date: date
    series: str


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Everything folded (`text.fold`), ready to be looked up in a folded question."""

    expansions: Mapping[str, Mapping[str, float]]  # term -> term to search as well -> weight
    aliases: Mapping[str, Mapping[str, float]]  # those of them that are no synonyms
    synonyms: Mapping[str, tuple[str, ...]]  # term -> what means nearly the same
    fillers: frozenset[str]
    chatter: Mapping[str, frozenset[str]]  # words of what is said around a question
    small_talk: frozenset[str]
    stopwords: frozenset[str]
    generic: frozenset[str]
    slight: frozenset[str]  # everyday words that name no subject
    ordinary: frozenset[str]  # words of Taiwan that only seem rare
    offices: frozenset[str]
    authorities: frozenset[str]  # by all of their names
    vocabulary: frozenset[str]  # words that only segmentation needs
    kinds_of_thing: frozenset[str]  # asked after, not named in the answer: 哪個城市
    nicknames: tuple[Nickname, ...]
    people: Mapping[str, str]  # what they are called -> the name as in the minutes, unfolded
    places: frozenset[str]
    surnames: frozenset[str]
    intents: Intents
    shapes: Mapping[str, str]  # a character -> the one that stands for all that look like it
    fact_words: Mapping[str, frozenset[str]]  # a head's fact -> words that ask for no other
    english: Mapping[str, tuple[str, ...]]  # plain words -> in Chinese, the usual first
    asking: Mapping[str, str]  # how English asks, as an expression -> how Chinese does
    wording: Mapping[str, Any]  # how a question is put, as lexicon/wording.toml has it
    romanized: Mapping[str, str]  # names in Latin letters that no rule reads -> in Chinese
    terms: frozenset[str] = field(init=False)  # words that segmentation must keep whole
    known: frozenset[str] = field(init=False)  # those of them that are more than synonyms

    def __post_init__(self) -> None:
        known = (self.expansions.keys() - self.english.keys()) | self.people.keys()
        whole = known | self.places | self.stopwords | self.generic | self.offices
        object.__setattr__(self, "terms", whole)
        # Synonyms are words of all domains: 抽獎 is no mistyped 抽檢, and 龍舟協會 may be a body.
        only = self.synonyms.keys() - self.aliases.keys()
        object.__setattr__(self, "known", whole - only)


_lately: dict[bytes, Lexicon] = {}  # the last one, by what the operator added to it


def load(extra: Path | None = None, folder: Path | None = None) -> Lexicon:
    """Read the lexicon that ships, and *extra* alias groups where that file exists.

    *folder* keeps what was read, so that the next start has it at once; the same lexicon is not
    read twice in a process. Raises LexiconError for a file that is no TOML or has a group without
    its terms.
    """
    own = extra.read_bytes() if extra and extra.is_file() else b""
    if own not in _lately:
        found = _lexicon(_kept_tables(own, str(extra), folder))
        _lately.clear()
        _lately[own] = found
    return _lately[own]


def _lexicon(tables: Tables) -> Lexicon:
    sources, beginnings = tables["intents"]
    nicknames = tuple(
        Nickname(longest_first(names), date.fromisoformat(day), series)
        for names, day, series in tables["nicknames"]
    )
    return Lexicon(**{**tables, "intents": Intents(sources, beginnings), "nicknames": nicknames})


def _kept_tables(own: bytes, name: str, folder: Path | None) -> Tables:
    """Return what the files hold: read only where one has changed, or how they are read."""
    stamp = sha256(b"|".join([own, *_sources()])).hexdigest()
    _, tables = kept(
        folder / _CACHE_NAME if folder else None,
        lambda: (stamp, _tables(_read(own, name).get("group", []))),
        lambda made: made[0] == stamp,
    )
    return tables


def _tables(own: Iterable[Mapping[str, Any]]) -> Tables:
    """Return by their names what a `Lexicon` has, in built-in types alone."""
    frames, everyday, places = _shipped("frames"), _shipped("everyday"), _shipped("places")
    groups = [*_shipped("aliases")["group"], *own]
    asking = _shipped("asking")
    synonyms, authorities, english = _groups("synonyms"), _groups("authorities"), _english()
    sources = {name: tuple(map(fold, words)) for name, words in _shipped("intents").items()}
    return {
        "expansions": _expansions([*groups, *map(_same, authorities)], synonyms, english),
        "aliases": _expansions(groups, (), {}),
        "synonyms": _synonyms([*synonyms, *authorities]),
        "fillers": _folded(frames["fillers"]),
        "chatter": {name: _folded(words) for name, words in frames["chatter"].items()},
        "small_talk": _folded(frames["small_talk"]),
        "stopwords": _folded([*frames["stopwords"], *asking["stopwords"]]),
        "generic": _folded(frames["generic"]),
        "slight": _folded(everyday["slight"]),
        "ordinary": _folded(everyday["ordinary"]),
        "offices": _folded(frames["offices"]),
        "authorities": frozenset().union(*authorities),
        "vocabulary": _folded([*frames["vocabulary"], *everyday["ordinary"]]),
        "kinds_of_thing": _folded(frames["kinds_of_thing"]),
        "nicknames": [_nickname(entry) for entry in _shipped("meetings")["meeting"]],
        "people": {fold(a): p["name"] for p in _shipped("people")["person"] for a in p["asked"]},
        "places": _folded([*places["names"], *places["leaders"]]),
        "surnames": frozenset(fold(places["surnames"])),
        "shapes": _shapes(_shipped("shapes")["groups"]),
        "fact_words": {name: _folded(words) for name, words in frames["facts"].items()},
        "english": english,
        "asking": {source: fold(chinese) for source, chinese in asking["frames"].items()},
        "wording": _shipped("wording"),
        "romanized": {name: fold(one) for name, one in _shipped("romanized")["names"].items()},
        "intents": (sources, by_beginning(sources)),
    }


def _groups(name: str) -> list[tuple[str, ...]]:
    return [tuple(map(fold, group)) for group in _shipped(name)["groups"]]


def _same(names: Sequence[str]) -> Mapping[str, Any]:
    """Return an alias group of the *names* of one authority."""
    return {"kind": "same", "minutes": names}


def _english() -> dict[str, tuple[str, ...]]:
    """Return the English words of all domains, each with its Chinese ones."""
    found: defaultdict[str, dict[str, None]] = defaultdict(dict)
    for words in _shipped("english").values():
        for names, chinese in words.items():
            for name in names.split(","):
                found[name.strip()] |= dict.fromkeys(map(fold, chinese))
    return {name: tuple(chinese) for name, chinese in found.items()}


def _shapes(groups: Iterable[str]) -> dict[str, str]:
    """Map every character to one of all the groups that it connects."""
    found: dict[str, str] = {}
    for group in map(fold, groups):
        first = min((found[c] for c in group if c in found), default=group[0])
        found |= dict.fromkeys(group, first)
    return found


def longest_first(words: Iterable[str]) -> re.Pattern[str]:
    """Return a pattern that finds any of *words*, Latin ones only as whole words."""
    ordered = sorted(words, key=lambda word: (-len(word), word))
    return compiled("|".join(map(_whole, ordered)) or r"(?!)")


def _whole(word: str) -> str:
    latin = word[0].isascii() and word[0].isalpha()
    return rf"(?<![a-z]){re.escape(word)}(?![a-z])" if latin else re.escape(word)


def _synonyms(groups: Iterable[Sequence[str]]) -> dict[str, tuple[str, ...]]:
    found: defaultdict[str, dict[str, None]] = defaultdict(dict)
    for group in groups:
        for word in group:
            found[word] |= dict.fromkeys(group)
    return {word: tuple(one for one in group if one != word) for word, group in found.items()}


def _expansions(
    groups: Iterable[Mapping[str, Any]],
    synonyms: Iterable[Sequence[str]],
    english: Mapping[str, Iterable[str]],
) -> dict[str, dict[str, float]]:
    found: defaultdict[str, dict[str, float]] = defaultdict(dict)
    for group in groups:
        _check(group)
        weight = _WEIGHTS[group["kind"]]
        targets = [fold(term) for term in group["minutes"]]
        for term in [*targets, *(fold(asked) for asked in group.get("asked", ()))]:
            _widen(found[term], term, targets, weight)
    for words in synonyms:
        for word in words:
            _widen(found[word], word, words, _SYNONYM_WEIGHT)
    for word, chinese in english.items():
        _widen(found[word], word, chinese, _SYNONYM_WEIGHT)
    return dict(found)


def _widen(known: dict[str, float], term: str, targets: Iterable[str], weight: float) -> None:
    for target in targets:
        if target != term:
            known[target] = max(weight, known.get(target, 0.0))


def _check(group: Mapping[str, Any]) -> None:
    if group.get("kind") not in _WEIGHTS or not group.get("minutes"):
        known = ", ".join(_WEIGHTS)
        raise LexiconError(f"alias group {dict(group)!r}: needs `minutes` and a kind of {known}")


def _nickname(entry: Mapping[str, Any]) -> tuple[frozenset[str], str, str]:
    return _folded(entry["names"]), entry["date"].isoformat(), entry["series"]


def _folded(words: Iterable[str]) -> frozenset[str]:
    return frozenset(fold(word) for word in words)


def _shipped(name: str) -> dict[str, Any]:
    return _read(_source(name).read_bytes(), f"{name}.toml")


def _source(name: str) -> Traversable:
    return _FOLDER / f"{name}.toml"


def _sources() -> Iterable[bytes]:
    """Yield all that ships, and what reads it."""
    files = sorted(_FOLDER.iterdir(), key=lambda file: file.name)
    readers = (_KNOWLEDGE / name for name in _READERS)
    return (file.read_bytes() for file in (*files, *readers))


def _read(raw: bytes, name: str) -> dict[str, Any]:
    try:
        return tomllib.loads(raw.decode("utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise LexiconError(
            f"{name}: not a TOML file in UTF-8 ({error}); mend or remove it"
        ) from error
