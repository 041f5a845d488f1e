"""Run a Go program on the model.

Models   go run.
Read     gosim.golang.translate first.

>>> print(run_go('''
... package main
...
... func main() { println("hello") }
... ''').stderr, end="")
hello
"""

from __future__ import annotations

import ctypes
import sys
import threading
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any

from gosim.golang.program import Program, load
from gosim.golang.syntax.parse import too_deep
from gosim.golang.translate import Module, compiled, translate
from gosim.golang.values.unwinding import Start
from gosim.kernel import Budget, Progress
from gosim.record.facts import Observer
from gosim.record.result import Result
from gosim.runtime import run
from gosim.versions import DEFAULT, GoVersion

STACK_BYTES = 512 << 20
LOOK_UP_S = 0.1
DEEPEST = 60_000
"""How deep Python calls may go: Go's limit is a stack of 1 GB."""


def sources(program: str | Path | Iterable[str | Path]) -> dict[str, bytes]:
    """Return the files of a program: its text, one path, or several."""
    if isinstance(program, str) and "\n" in program:
        return {"prog.go": program.encode()}
    paths = [program] if isinstance(program, (str, Path)) else list(program)
    return {Path(path).name: Path(path).read_bytes() for path in paths}


def build(
    program: str | Path | Iterable[str | Path],
    version: GoVersion,
    overrides: Mapping[str, str] | None = None,
) -> Module:
    """Return the program in Python.  Raises CompileError."""
    files = sources(program)
    try:
        checked: Program = load(files, version, overrides)
        return translate(checked)
    except RecursionError:
        raise too_deep(next(iter(files))) from None


def show(program: str | Path | Iterable[str | Path], go: str = DEFAULT) -> str:
    """Return the Python that a Go program becomes."""
    return build(program, GoVersion.resolve(go)).source()


def run_go(  # noqa: PLR0913  each option is one that a user names
    program: str | Path | Iterable[str | Path],
    *,
    go: str = DEFAULT,
    gomod: str | None = None,
    godebug: Mapping[str, int] | None = None,
    procs: int = 1,
    seed: int = 1,
    until: int | str | None = None,
    costs: str = "free",
    grain: int | str = 1,
    sample: int | str | None = None,
    budget: Budget | None = None,
    observers: Iterable[Observer] = (),
    progress: Progress | None = None,
    gogc: int | None = 100,
    memory_limit: int | str | None = None,
    set: Mapping[str, str] | None = None,  # noqa: A002  the option is called so
) -> Result:
    """Run a Go program and return what it left behind; the options are those of gosim.run.

    `program` is Go text or the path of a file, or several paths; `set` gives package-level
    constants and variables other values.  Raises CompileError if it does not compile.
    """
    version = GoVersion.resolve(go, gomod, godebug)
    module = build(program, version, set)
    names = sources(program)
    space = compiled(module, next(iter(names)))
    main = Start(space["start_program"], ())

    def start() -> Any:
        module.objects.begin()
        return main()

    start.__name__ = "main"
    start.go_space = space  # type: ignore[attr-defined]
    return deep(
        lambda: run(
            start, go=go, gomod=gomod, godebug=godebug, procs=procs, seed=seed, until=until,
            costs=costs, grain=grain, sample=sample, budget=budget, observers=observers,
            progress=progress, gogc=gogc, memory_limit=memory_limit,
        )
    )  # fmt: skip


def deep(function: Callable[[], Result]) -> Result:
    """Call a function where Python's stack is deep enough for a Go program."""
    results: list[Result] = []
    errors: list[BaseException] = []
    too_late = threading.Event()

    def body() -> None:
        if too_late.is_set():
            return
        limit = sys.getrecursionlimit()
        sys.setrecursionlimit(DEEPEST)
        try:
            results.append(function())
        except BaseException as error:
            errors.append(error)
        finally:
            sys.setrecursionlimit(limit)

    thread = threading.Thread(target=body, daemon=True)
    size = threading.stack_size(STACK_BYTES)
    try:
        thread.start()
        threading.stack_size(size)
        while thread.is_alive():  # An interrupt that comes just before a wait is seen after it.
            thread.join(LOOK_UP_S)
    except KeyboardInterrupt:  # It must not go on behind the caller's back, nor begin there.
        threading.stack_size(size)
        too_late.set()
        _interrupt(thread)
        raise
    if errors:
        raise errors[0]
    return results[0]


def _interrupt(thread: threading.Thread) -> None:
    """Raise KeyboardInterrupt in a thread, and wait for its end."""
    while thread.is_alive():  # Once is not always enough: a finaliser swallows it.
        number = ctypes.c_ulong(thread.ident or 0)
        ctypes.pythonapi.PyThreadState_SetAsyncExc(number, ctypes.py_object(KeyboardInterrupt))
        thread.join(LOOK_UP_S)
