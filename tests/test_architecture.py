"""Who may import whom; a newcomer reads the rules here and the folders keep them."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PACKAGES = ("bot", "handlers", "knowledge")
SOURCES = sorted(path for package in PACKAGES for path in (ROOT / package).rglob("*.py"))

# Inside knowledge, only upwards in this list: data flows down it.
FLOW = [
    "errors",
    "regex",
    "sparing",
    "model",
    "followed",
    "settings",
    "figures",
    "tracked",
    "timing",
    "weights",
    "text",
    "dates",
    "spelled",
    "report",
    "documents",
    "parser",
    "caches",
    "patterns",
    "intents",
    "traditional",
    "lexicon",
    "aliases",
    "english",
    "dictionary",
    "words",
    "identity",
    "migrations",
    "schema",
    "rows",
    "outbox",
    "subscriptions",
    "preferences",
    "tally",
    "drafts",
    "inbox",
    "versions",
    "files",
    "backups",
    "store",
    "registers",
    "replies",
    "inheritance",
    "posting",
    "queries",
    "segments",
    "typos",
    "romanized",
    "abbreviations",
    "index",
    "heads",
    "names",
    "spoken",
    "scope",
    "translated",
    "latin",
    "ordinals",
    "paired",
    "codes",
    "times",
    "speaking",
    "rules",
    "term",
    "clock",
    "deeds",
    "weighing",
    "fullnames",
    "trades",
    "compounds",
    "focuses",
    "apart",
    "each",
    "terms",
    "chatter",
    "asides",
    "ballots",
    "quantities",
    "counts",
    "demands",
    "wording",
    "question",
    "matching",
    "measures",
    "numbers",
    "holders",
    "founding",
    "tellings",
    "wanted",
    "bearer",
    "unnamed",
    "years",
    "bearing",
    "reporters",
    "sides",
    "phases",
    "likeness",
    "stating",
    "scoring",
    "search",
    "spread",
    "whose",
    "presumed",
    "aspects",
    "elsewhere",
    "gate",
    "replying",
    "widening",
    "headfacts",
    "reading",
    "beneath",
    "facets",
    "outside",
    "lists",
    "putforward",
    "labelled",
    "several",
    "fates",
    "carried",
    "turns",
    "otherwise",
    "overview",
    "leading",
    "amending",
    "asked",
    "parts",
    "excerpt",
    "working",
    "kindred",
    "withheld",
    "sought",
    "within",
    "answer",
    "finding",
    "history",
    "voices",
    "context",
    "stepping",
    "elliptic",
    "attributes",
    "passage",
    "further",
    "followup",
    "subjects",
    "telling",
    "announcing",
    "publish",
    "chats",
    "records",
    "quotes",
    "promises",
    "twofold",
    "tracker",
    "engine",
    "checking",
    "drafting",
    "browsing",
    "together",
    "handling",
    "preferring",
    "voting",
    "operating",
    "following",
    "tracking",
    "mailing",
    "forgetting",
    "thread",
    "service",
]

# Each outside library has one owner.
OWNERS = {
    "telegram": ("handlers", "bot"),
    "PIL": ("handlers.pictures",),
    "noto_cjk_sans_otc": ("handlers.pictures",),
    "opencc": ("knowledge.text",),
    "rapidfuzz": ("knowledge.likeness",),
    "pypinyin": ("knowledge.typos",),
    "tantivy": ("knowledge.index", "knowledge.queries", "knowledge.segments"),
    "docx": ("knowledge.documents.word",),
    "pypdfium2": ("knowledge.documents.pdfium",),
    "pypdf": ("knowledge.documents.pdffallback",),
    "defusedxml": ("knowledge.documents.opendocument",),
    "aiohttp": ("bot",),
    "filelock": ("bot",),
    "sqlite_utils": (
        "knowledge.schema",
        "knowledge.store",
        "knowledge.versions",
        "knowledge.chats",
        "knowledge.records",
    ),
    "sqlite3": ("knowledge.schema",),
}
DOOR = (
    "knowledge.errors",
    "knowledge.figures",
    "knowledge.followed",
    "knowledge.model",
    "knowledge.service",
    "knowledge.settings",
    "knowledge.tracked",
)


def module_name(path: Path) -> str:
    parts = path.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def imports(path: Path) -> Iterator[str]:
    """Yield every imported module, with `from a import b` as a.b where that is a module."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: relative import"
            for alias in node.names:
                child = f"{node.module}.{alias.name}"
                is_module = (ROOT / child.replace(".", "/")).with_suffix(".py").exists()
                yield child if is_module else str(node.module)


def of_package(name: str) -> pytest.MarkDecorator:
    """Run a test once for every module of a package, or of all for ""."""
    found = [path for path in SOURCES if module_name(path).startswith(name)]
    return pytest.mark.parametrize("source", found, ids=module_name)


@of_package("")
def test_packages_depend_in_one_direction(source: Path) -> None:
    own = PACKAGES.index(module_name(source).split(".")[0])
    for imported in imports(source):
        top = imported.split(".")[0]
        if top in PACKAGES:
            assert PACKAGES.index(top) >= own, f"{source} imports {imported}"


@of_package("handlers")
def test_handlers_see_only_the_door_of_knowledge(source: Path) -> None:
    seen = [name for name in imports(source) if name.startswith("knowledge")]
    assert all(name in DOOR for name in seen), seen


@of_package("knowledge.")
def test_knowledge_imports_only_upwards(source: Path) -> None:
    own = FLOW.index(module_name(source).split(".")[1])
    for imported in imports(source):
        if imported.startswith("knowledge."):
            assert FLOW.index(imported.split(".")[1]) <= own, f"{source} imports {imported}"


@of_package("")
def test_each_outside_library_has_one_owner(source: Path) -> None:
    name = module_name(source)
    for imported in imports(source):
        owners = OWNERS.get(imported.split(".")[0])
        allowed = owners is None or any(name == o or name.startswith(f"{o}.") for o in owners)
        assert allowed, f"{source} imports {imported}, which belongs to {owners}"


def test_packages_have_no_logic_of_their_own() -> None:
    for path in SOURCES:
        if path.name == "__init__.py":
            body = ast.parse(path.read_text(encoding="utf-8")).body
            assert all(isinstance(node, ast.Expr) for node in body), path


def test_every_module_is_in_the_flow() -> None:
    folder = ROOT / "knowledge"
    found = {path.stem for path in folder.glob("*.py") if path.name != "__init__.py"}
    found |= {path.parent.name for path in folder.glob("*/__init__.py")}
    assert found <= set(FLOW), found - set(FLOW)


def test_no_module_is_longer_than_a_reader_can_hold() -> None:
    lengths = {path: len(path.read_text(encoding="utf-8").splitlines()) for path in SOURCES}
    assert {path: n for path, n in lengths.items() if n > 300} == {}
