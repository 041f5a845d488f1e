"""Style is a test: the rules of the house that a program can check, checked.

They hold for the package that is imported, be it in the checkout or installed from a wheel.
"""

from __future__ import annotations

import ast
import re
import shutil
import subprocess
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

import gosim

PACKAGE = Path(gosim.__file__).parent
MODULES = sorted(path.relative_to(PACKAGE) for path in PACKAGE.rglob("*.py"))
MODELS_OF_GO = [
    module
    for module in MODULES
    if module.parts[0] in {"kernel", "channels", "timers", "memory"}
    and module.name != "__init__.py"
]

FUNCTION_LINES_MAX = 50
FILE_LINES_MAX = 450

# Words with two meanings, or with none.
BANNED_WORDS = {
    *("tick", "task", "thread", "process", "callback"),
    *("manager", "helper", "util", "data", "handle"),
}

# Pieces are put together here, or this file would break its own rule.
MACHINE_PATH = re.compile(r"(?<![\w.~}-])/(?:" + "|".join(["work", "tmp", "root", "home"]) + ")/")
REGISTRY_HOST = re.compile(
    r"\b(?:" + "|".join([r"pypi\.", r"files\.pythonhosted\.", r"(?:proxy|sum)\.golang\."]) + "org)"
)

every_module = pytest.mark.parametrize("module", MODULES, ids=str)
every_model_of_go = pytest.mark.parametrize("module", MODELS_OF_GO, ids=str)


@cache
def tree_of(module: Path) -> ast.Module:
    return ast.parse((PACKAGE / module).read_text(encoding="utf-8"))


def docstring_of(module: Path) -> str:
    return ast.get_docstring(tree_of(module)) or ""


@every_module
def test_a_module_says_in_one_sentence_what_it_is(module):
    first, *rest = docstring_of(module).split("\n", 2)

    assert re.match(r"[A-Z0-9`].*[.?!]$", first), "its first line is no sentence"
    assert not rest or not rest[0].strip(), "no empty line after the sentence"


@every_model_of_go
def test_a_model_names_what_it_models_and_what_it_leaves_out(module):
    lines = docstring_of(module).splitlines()

    assert any(line.startswith("Models") for line in lines), "no line `Models   …`"
    assert any(line.startswith("Leaves out") for line in lines), "no line `Leaves out   …`"


@every_module
def test_a_module_fits_in_the_head(module):
    lines = (PACKAGE / module).read_text(encoding="utf-8").count("\n")

    assert lines <= FILE_LINES_MAX


@every_module
def test_a_function_fits_on_a_page(module):
    for node in ast.walk(tree_of(module)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            lines = node.end_lineno - node.lineno + 1
            assert lines <= FUNCTION_LINES_MAX, f"{node.name} at line {node.lineno} has {lines}"


@every_module
def test_a_module_is_named_with_a_word_that_says_something(module):
    words = {word for part in module.with_suffix("").parts for word in part.lower().split("_")}
    singular = {word.removesuffix("s") for word in words}

    assert not BANNED_WORDS & (words | singular)


# What belongs to the project is what Git tracks, or would track.


def checkout() -> Path | None:
    """Return the folder of the checkout, or None when the tests run outside of one."""
    folder = Path(__file__).resolve().parent.parent
    return folder if (folder / ".git").exists() and shutil.which("git") else None


def texts_of_the_project() -> Iterator[tuple[str, str]]:
    folder = checkout()
    command = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    listed = subprocess.run(command, cwd=folder, capture_output=True, check=False)
    if listed.returncode != 0:
        pytest.skip(f"git cannot list the files: {listed.stderr.decode().strip()}")
    for name in filter(None, listed.stdout.decode().split("\0")):
        path = folder / name
        if path.is_file():
            yield name, path.read_bytes().decode("utf-8", errors="replace")


@pytest.mark.skipif(checkout() is None, reason="not in a checkout")
@pytest.mark.parametrize("pattern", [MACHINE_PATH, REGISTRY_HOST], ids=["paths", "hosts"])
def test_no_file_knows_the_machine_it_was_written_on(pattern):
    found = [
        f"{name}:{text.count(chr(10), 0, match.start()) + 1}: {match.group()}"
        for name, text in texts_of_the_project()
        for match in pattern.finditer(text)
    ]

    assert found == []


# Names of Go are looked up in Go's source.

IDENTIFIER = r"[A-Za-z_]\w*(?:\.[A-Za-z_]\w*)*"
NAME = re.compile(rf"(?:and )?({IDENTIFIER})(?:\(\))?$")
GO_FILE = re.compile(r"\b[\w./]+/\w+\.go\b")
GO_RELEASE = re.compile(r"\b1\.(\d+)\b")
SOURCES = (
    "builtin",
    "context",
    "internal",
    "os",
    "runtime",
    "sync",
    "time",
    *("bytes", "errors", "fmt", "log", "math", "slices", "sort", "strconv", "strings", "unicode"),
    *("cmd/compile/internal/syntax", "cmd/compile/internal/types2", "internal/types/errors"),
    *("cmd/compile/internal/staticinit", "cmd/compile/internal/typecheck"),
)


def docstrings(module: Path) -> Iterator[str]:
    documented = ast.Module | ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef
    for node in ast.walk(tree_of(module)):
        if isinstance(node, documented):
            yield ast.get_docstring(node) or ""


def paragraph(docstring: str, label: str) -> str:
    """Return what stands after a label at the start of a line, with its indented lines."""
    match = re.search(rf"^{label}\b(.*(?:\n[ \t]+\S.*)*)", docstring, re.MULTILINE)
    return " ".join(match.group(1).split()) if match else ""


def names_in(text: str) -> Iterator[str]:
    """Yield the identifiers of a list such as "siftUp, siftDown and timers.deleteMin"."""
    for part in re.split(r",|;| and ", text.replace("`", "")):
        match = NAME.match(part.strip().removesuffix("."))
        if match:
            yield match.group(1)


PLACE = re.compile(r"(?:[\w-]+/)+[\w-]+(?:\.go)?|\w+\.go")
IN_FILE = re.compile(r"(\w+\.go) \(([^)]*)\)")


def claims(module: Path) -> Iterator[tuple[str, list[str]]]:
    """Yield (name, files): what a module says to be in these files, clause by clause.

    ``runtime/mgc.go and mgcsweep.go of Go 1.22: gcStart; …`` or ``runtime/mheap.go (mheap.grow)``.
    """
    for clause in paragraph(docstring_of(module), "Models").split(";"):
        files: dict[str, str] = {}
        folder = ""
        for path in PLACE.findall(clause):
            if path.endswith(".go"):
                folder = path.rpartition("/")[0] or folder
                files[path.rpartition("/")[2]] = f"{folder}/{path.rpartition('/')[2]}"
            else:
                folder = path
        for file, listed in IN_FILE.findall(clause):
            yield from ((name, [files[file]]) for name in names_in(listed))
        before, _, listed = clause.partition(": ")
        if ".go" in before:
            yield from ((name, list(files.values())) for name in names_in(listed))


def names_of_go(module: Path) -> set[str]:
    """The names that a module claims to be Go's: after `Models … :` and after `Go:`."""
    names: set[str] = set()
    for docstring in docstrings(module):
        _, _, listed = paragraph(docstring, "Models").partition(": ")
        names.update(names_in(listed))
        for match in re.finditer(r"\bGo: ((?:[^.]|\.(?=\S))+)", docstring):
            names.update(names_in(" ".join(match.group(1).split())))
    return names


def is_older_than(module: Path, oldest: int) -> bool:
    """True if a module models only releases that are older than any toolchain at hand."""
    minors = [int(minor) for minor in GO_RELEASE.findall(paragraph(docstring_of(module), "Models"))]
    return bool(minors) and max(minors) < oldest


@pytest.fixture(scope="session")
def oldest_minor(goroots) -> int:
    return min(int(version.split(".")[1]) for version in goroots)


@pytest.fixture(scope="session")
def words_of_go(goroots) -> set[str]:
    words: set[str] = set()
    for goroot in goroots.values():
        for folder in SOURCES:
            for path in (goroot / "src" / folder).rglob("*.go"):
                words.update(re.findall(r"[A-Za-z_]\w*", path.read_text(encoding="utf-8")))
    return words


@pytest.mark.go
@every_module
def test_a_name_that_is_said_to_be_from_go_is_in_the_source_of_go(
    module, words_of_go, oldest_minor
):
    if is_older_than(module, oldest_minor):
        pytest.skip("it models releases of which there is no toolchain")
    unknown = [name for name in names_of_go(module) if not words_of_go.issuperset(name.split("."))]

    assert sorted(unknown) == []


@pytest.mark.go
@every_module
def test_a_name_that_is_said_to_be_in_a_file_of_go_is_in_that_file(module, goroots, oldest_minor):
    if is_older_than(module, oldest_minor):
        pytest.skip("it models releases of which there is no toolchain")
    elsewhere = [
        (name, files)
        for name, files in claims(module)
        if not words_of_files(goroots, files).issuperset(name.split("."))
    ]

    assert elsewhere == []


def words_of_files(goroots, files: list[str]) -> set[str]:
    words: set[str] = set()
    for goroot in goroots.values():
        for path in (goroot / "src" / file for file in files):
            if path.exists():
                words.update(re.findall(r"[A-Za-z_]\w*", path.read_text(encoding="utf-8")))
    return words


@pytest.mark.go
@every_module
def test_a_file_that_is_said_to_be_modelled_is_a_file_of_go(module, goroots, oldest_minor):
    if is_older_than(module, oldest_minor):
        pytest.skip("it models releases of which there is no toolchain")
    files = GO_FILE.findall(paragraph(docstring_of(module), "Models"))
    missing = [
        name
        for name in files
        if not any((goroot / "src" / name).exists() for goroot in goroots.values())
    ]

    assert missing == []
