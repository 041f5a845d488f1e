"""A program: its files and all packages that they import, checked; and what may wait.

Models   cmd/go and cmd/compile, as far as they read and check.
Read     gosim.golang.check.decls first, gosim.golang.translate next.

A function may wait if it performs an operation on a channel, calls a Python function that does,
or calls a function that may wait.  A call of a function value may wait if any function of that
type that is used as a value may; a call through an interface, if any method of that name may.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from importlib import import_module
from typing import Any, Final

from gosim.golang.check.calls import ANY_METHOD
from gosim.golang.check.decls import DeclChecker
from gosim.golang.errors import CompileError, Problem
from gosim.golang.lib import PACKAGES
from gosim.golang.natives import waits
from gosim.golang.settings import override
from gosim.golang.syntax import nodes as n
from gosim.golang.syntax.parse import parse
from gosim.golang.types.objects import Frame, Func, Package, VarGroup
from gosim.versions import GoVersion

COLLECTING: Final = frozenset(("GC", "FreeOSMemory"))
"""Functions of the runtime that collect."""

_TREES: Final[dict[str, n.File]] = {}
"""The library's Go texts, parsed."""


class Loader:
    """Find the packages that a program imports."""

    def load(self, check: DeclChecker, path: str) -> Package | None:
        """Return a package of the library, or None."""
        name = PACKAGES.get(path)
        if name is None:
            return None
        module = import_module(f"gosim.golang.lib.{name}")
        if path not in _TREES:
            _TREES[path] = parse(module.API.encode(), f"{path}.go")
        saved = check.scope, check.package, check.frame
        made = check.add_package(path, [_TREES[path]], module)
        check.scope, check.package, check.frame = saved
        return made

    def refusal(self, path: str) -> str:
        """Return what is said about an import that there is not."""
        if "." in path.split("/", 1)[0]:
            return f"no required module provides package {path}; gosim knows {', '.join(sorted(PACKAGES))}"
        return f"package {path} is not supported; gosim knows {', '.join(sorted(PACKAGES))}"


class Program:
    """A checked program."""

    def __init__(self, check: DeclChecker, main: Package, version: GoVersion) -> None:
        self.version = version
        self.check = check
        self.main = main
        self.frames = check.frames
        self.native_waiting = _native_waiting(check)
        self.waiting_methods: set[str] = set()
        self.waiting_signatures: set[Any] = set()
        self._altering: set[Frame] | None = None
        self._lasting: set[Frame] | None = None
        _colour(self)
        self.order = [(p, init_order(p)) for p in imports_first(check.packages)]

    def waits_through(self, name: str) -> bool:
        """Return whether a method of that name may wait when an interface is asked."""
        return name in self.waiting_methods

    def alters(self, frame: Frame) -> bool:
        """Return whether a call may change what the caller sees."""
        if self._altering is None:
            self._altering = _altering(self)
        return frame in self._altering

    @property
    def lasting(self) -> set[Frame]:
        """The functions that may wait, run for long, or collect."""
        if self._lasting is None:
            self._lasting = _lasting(self)
        return self._lasting

    def collects(self, obj: Any) -> bool:
        """Return whether something is a function of the runtime that collects."""
        return isinstance(obj, Func) and obj.decl.body is None and obj.name in COLLECTING

    def waits_as(self, signature: Any) -> bool:
        """Return whether a function value of that type may wait."""
        return signature in self.waiting_signatures


def load(
    files: Mapping[str, bytes],
    version: GoVersion,
    overrides: Mapping[str, str] | None = None,
) -> Program:
    """Parse and check a program.  Raises CompileError with all that is wrong."""
    problems: list[Problem] = []
    trees: list[n.File] = []
    for name, source in files.items():
        try:
            trees.append(parse(source, name, version.minor))
        except CompileError as error:
            problems += error.problems
    if problems:
        raise CompileError(problems)
    for tree in trees:
        if tree.package != "main":
            text = f"package {tree.package} is not a main package"
            raise CompileError([Problem(tree.file.name, tree.line, tree.col, text)])
    override(trees, overrides or {})
    check = DeclChecker(version.line, Loader())
    check.wordings += _aliases(files)
    main = check.add_package("main", trees)
    check.check_package(main)
    for package in list(check.packages.values()):
        if package is not main:
            check.check_variables(package)
            for func in package.inits:
                check.func_frame(func)
    check.check_queue()
    check.package = main
    check.check_imports(main)
    if not check.problems:
        _check_main(check, main, trees)
    if check.problems:
        raise CompileError(check.problems, _what_there_is(check))
    return Program(check, main, version)


def _aliases(files: Mapping[str, bytes]) -> list[tuple[re.Pattern[str], str]]:
    """Return how messages word the types that have two names: as the program does."""
    text = b"".join(files.values()).lower()
    names = (("uint8", "byte"), ("int32", "rune"))
    return [
        (re.compile(rf"\b{name}\b"), alias) for name, alias in names if name.encode() not in text
    ]


def _what_there_is(check: DeclChecker) -> str:
    """Return what a package has in which a name was looked for in vain."""
    for path, package in check.lacking.items():
        names = sorted(name for name in package.scope.names if name[:1].isupper())
        return f"gosim's {path} has {', '.join(names)}"
    return ""


def _check_main(check: DeclChecker, main: Package, trees: list[n.File]) -> None:
    found = main.scope.names.get("main")
    if found is None:
        text = "function main is undeclared in the main package"
        check.problems.append(Problem("", 0, 0, f"runtime.main_main·f: {text}"))
    elif not isinstance(found, Func):
        check.fail(found.at, "cannot declare main - must be func")


def _native_waiting(check: DeclChecker) -> set[str]:
    """Return the names of methods written in Python that may wait."""
    found = set()
    for package in check.packages.values():
        if package.module is None:
            continue
        for file, _ in package.files:
            for decl in file.funcs:
                if decl.receiver is not None and decl.body is None:
                    kind = decl.receiver.type
                    kind = kind.x if isinstance(kind, n.Star) else kind
                    kind = kind.x if isinstance(kind, n.Index) else kind
                    cls = package.native(kind.text)
                    if waits(getattr(cls, decl.name.name, None)):
                        found.add(decl.name.name)
    return found


def _colour(program: Program) -> None:
    """Find what may wait, until nothing changes."""
    frames, values = program.frames, program.check.values
    for frame in program.check.spawned | set(program.main.scope.names["main"].frames.values()):  # type: ignore[attr-defined]
        frame.waits |= frame.has_loop  # It can be preempted there.
    program.waiting_methods |= program.native_waiting
    by_name: dict[str, list[Frame]] = {}
    for frame in frames:
        if frame.func is not None and frame.func.receiver is not None:
            by_name.setdefault(frame.func.name, []).append(frame)
    changed = True
    while changed:
        changed = False
        for name, some in by_name.items():
            if name not in program.waiting_methods and any(f.waits for f in some):
                program.waiting_methods.add(name)
                changed = True
        ANY_METHOD.waits = bool(ANY_METHOD.methods & program.waiting_methods)
        for signature, some_frames in values.items():
            if signature not in program.waiting_signatures and any(f.waits for f in some_frames):
                program.waiting_signatures.add(signature)
                changed = True
        for frame in frames:
            if not frame.waits and _may_wait(program, frame):
                frame.waits = changed = True


def _altering(program: Program) -> set[Frame]:
    """Return the frames that assign to what is not their own, or call who knows what."""
    found = {
        frame
        for frame in program.frames
        if frame.stores or frame.waits or frame.methods or frame.signatures
    }
    size = -1
    while size != len(found):
        size = len(found)
        found |= {frame for frame in program.frames if not found.isdisjoint(frame.calls)}
    return found


def _lasting(program: Program) -> set[Frame]:
    """Return the functions that may wait, run for long, or collect."""
    found = {
        frame
        for frame in program.frames
        if frame.waits or frame.has_loop or any(map(program.collects, frame.touched))
    }
    size = -1
    while size != len(found):
        size = len(found)
        found |= {frame for frame in program.frames if not found.isdisjoint(frame.calls)}
    return found


def _may_wait(program: Program, frame: Frame) -> bool:
    return (
        any(callee.waits for callee in frame.calls)
        or bool(frame.methods & program.waiting_methods)
        or bool(frame.signatures & program.waiting_signatures)
    )


def imports_first(packages: Mapping[str, Package]) -> list[Package]:
    """Return the packages in the order of their initialisation: what a package imports is first."""
    done: list[Package] = []

    def visit(package: Package) -> None:
        for file, _ in package.files:
            for spec in file.imports:
                imported = packages.get(spec.path)
                if imported is not None and imported not in done:
                    visit(imported)
        done.append(package)

    for package in packages.values():
        if package not in done:
            visit(package)
    return done


def init_order(package: Package) -> list[VarGroup]:
    """Return the package's variables in the order of their initialisation.

    The earliest declared goes first that does not depend, through functions too, on one that
    has not had its turn; so has one without a value, which is then passed over.  types2, initorder.go.
    """
    left = list(package.variables)
    needs = {group: _needs(group) for group in left}
    done: list[VarGroup] = []
    while left:
        ready = next(
            (g for g in left if not any(o is not g and needs[g] & set(o.variables) for o in left)),
            left[0],
        )
        left.remove(ready)
        done.append(ready)
    return [group for group in done if group.values]


def _needs(group: VarGroup) -> set[Any]:
    """Return everything that an initialiser refers to, also through functions."""
    seen: set[Any] = set()
    todo = list(group.frame.touched) if group.frame is not None else []
    if group.frame is not None:
        todo += [obj for frame in group.frame.calls for obj in frame.touched]
    while todo:
        obj = todo.pop()
        if obj in seen:
            continue
        seen.add(obj)
        for frame in getattr(obj, "frames", {}).values():
            todo += frame.touched
    return seen
