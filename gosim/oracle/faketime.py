"""Run Go source on the real runtime in virtual time.

Models   go build -tags=faketime, the build of the Go Playground: runtime/time_fake.go.
Read     gosim.oracle.toolchains first; gosim.oracle.compare next.
Leaves out   modules other than the program's own and the standard library.

In such a build time begins on 2009-11-10 at 23:00 UTC and moves only while every goroutine waits.
Each write to standard output or standard error is preceded by a header: the bytes 0 0 P B, the
instant in eight bytes, the length in four.  When the two outputs alternate within one instant,
the runtime adds a nanosecond each time, so that their order can be told; `playback` takes it off.

>>> header = bytes([0, 0]) + b"PB" + (BEGIN_NS + 5).to_bytes(8, "big") + (3).to_bytes(4, "big")
>>> playback(header + b"one", b"")
[Write(at=5, stream='stdout', text=b'one')]
"""

from __future__ import annotations

import os
import subprocess
import tempfile
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Final

from gosim.errors import UsageError
from gosim.oracle.toolchains import Toolchain, cache_folder

BEGIN_NS: Final = 1_257_894_000_000_000_000
"""When virtual time begins, in nanoseconds since 1970."""

LIMIT_S: Final = 20.0
"""How many seconds of ours a program may take."""

BUILD_LIMIT_S: Final = 600.0

TRIES: Final = 7
"""How often a program is run that does not do what was foretold."""

_MARK: Final = b"\0\0PB"
_USERS_OWN: Final = ("GOROOT", "GODEBUG", "GOGC", "GOMEMLIMIT", "GOMAXPROCS", "GOTRACEBACK")
_CHOSEN: Final = ("GOEXPERIMENT", "GOOS", "GOARCH", "GO111MODULE", "GOWORK")


@dataclass(frozen=True, slots=True)
class Write:
    """One write: nanoseconds since the program began, where to, and what."""

    at: int
    stream: str
    text: bytes


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a program did in real Go, in `alike` of `runs` runs."""

    toolchain: Toolchain
    exit_code: int
    writes: tuple[Write, ...]
    alike: int = field(default=1, compare=False)
    runs: int = field(default=1, compare=False)

    def text(self, stream: str) -> str:
        """Return all that was written to ``stdout`` or ``stderr``."""
        whole = b"".join(write.text for write in self.writes if write.stream == stream)
        return whole.decode("utf-8", "replace")


def ask(
    toolchain: Toolchain,
    files: Mapping[str, bytes],
    *,
    gomod: str | None = None,
    foretold: Callable[[Outcome], bool] = lambda _: True,
    limit_s: float = LIMIT_S,
) -> Outcome:
    """Build the files as package main and run them, again if they do not do what was foretold.

    `gomod` is the go line of go.mod, by default that of the toolchain.  Raises UsageError when
    they do not build, or do not end in time.
    """
    with tempfile.TemporaryDirectory(prefix="gosim-") as folder:
        binary = build(toolchain, files, Path(folder), gomod=gomod)
        return usual(lambda: execute(toolchain, binary, limit_s=limit_s), foretold)


def usual(once: Callable[[], Outcome], foretold: Callable[[Outcome], bool]) -> Outcome:
    """Return the first outcome if it is the one foretold, else the most frequent of several.

    A busy machine may take the processor away from a program for more than 10 ms; sysmon then
    preempts a goroutine that has hardly run, and another goes before it (runtime/proc.go, retake).
    What a program does most often is what it does undisturbed.
    """
    outcomes = [once()]
    if foretold(outcomes[0]):
        return outcomes[0]
    outcomes += [once() for _ in range(TRIES - 1)]
    most, alike = Counter(map(_shown, outcomes)).most_common(1)[0]
    found = next(outcome for outcome in outcomes if _shown(outcome) == most)
    return replace(found, alike=alike, runs=TRIES)


def _shown(outcome: Outcome) -> tuple[int, tuple[Write, ...]]:
    """Return what a program did, without the trace of a panic: its addresses may be random."""
    return outcome.exit_code, tuple(w for w in outcome.writes if w.stream == "stdout")


def build(
    toolchain: Toolchain, files: Mapping[str, bytes], folder: Path, *, gomod: str | None = None
) -> Path:
    """Build the files as package main in a folder; return the program."""
    folder.mkdir(parents=True, exist_ok=True)
    line = gomod or f"1.{toolchain.minor}"
    (folder / "go.mod").write_text(f"module program\n\ngo {line}\n", encoding="utf-8")
    for name, text in files.items():
        (folder / name).write_bytes(text)
    binary = folder / "program.exe"
    done = subprocess.run(
        [toolchain.command, "build", "-tags=faketime", "-o", binary, "."],
        cwd=folder,
        env=build_environment(),
        capture_output=True,
        text=True,
        check=False,
        timeout=BUILD_LIMIT_S,
    )
    if done.returncode != 0:
        said = done.stderr.replace("# program\n", "").strip()
        raise UsageError(f"{toolchain} does not build the program:\n{said}")
    return binary


def execute(
    toolchain: Toolchain,
    binary: Path,
    arguments: Sequence[str] = (),
    *,
    environment: Mapping[str, str] | None = None,
    limit_s: float = LIMIT_S,
) -> Outcome:
    """Run a program that was built with faketime."""
    try:
        done = subprocess.run(
            [binary, *arguments],
            env={**plain_environment(), "GOMAXPROCS": "1", **(environment or {})},
            stdin=subprocess.DEVNULL,
            capture_output=True,
            check=False,
            timeout=limit_s,
        )
    except subprocess.TimeoutExpired:
        raise UsageError(
            f"the program did not end within {limit_s:g} s in {toolchain}",
            "compare a program that ends by itself",
        ) from None
    return Outcome(toolchain, done.returncode, tuple(playback(done.stdout, done.stderr)))


def plain_environment() -> dict[str, str]:
    """Return the environment without the settings of Go that change what a program does."""
    return {
        name: value for name, value in os.environ.items() if name not in (*_USERS_OWN, *_CHOSEN)
    }


def build_environment() -> dict[str, str]:
    """Return an environment in which a build needs no network, no C and no other toolchain."""
    cache = cache_folder()
    return {
        **plain_environment(),
        "GOTOOLCHAIN": "local",
        "GOFLAGS": "-mod=mod",
        "GOPROXY": "off",
        "GOENV": "off",
        "GOTELEMETRY": "off",
        "CGO_ENABLED": "0",
        "GOCACHE": os.environ.get("GOCACHE") or str(cache / "go-build"),
        "GOPATH": os.environ.get("GOPATH") or str(cache / "go-path"),
    }


def playback(stdout: bytes, stderr: bytes) -> list[Write]:
    """Return the writes to both outputs in their order, with the instants of the program."""
    stamped = [*_frames(stdout, "stdout"), *_frames(stderr, "stderr")]
    stamped.sort(key=lambda write: write.at)  # A stable sort: each output is in order.
    writes: list[Write] = []
    last: Write | None = None
    for write in stamped:
        at = write.at
        if last:
            switched = last.stream != write.stream
            if at == last.at or (switched and at == last.at + 1):
                at = writes[-1].at
        writes.append(Write(at, write.stream, write.text))
        last = write
    return writes


def _frames(recorded: bytes, stream: str) -> list[Write]:
    """Return the writes of one output with the instants of their headers."""
    writes: list[Write] = []
    at = 0
    while at < len(recorded):
        head = recorded[at : at + 16]
        if not head.startswith(_MARK) or len(head) < 16:
            writes.append(Write(writes[-1].at if writes else 0, stream, recorded[at:]))
            break  # The system's own words, without a header: killed, for example.
        size = int.from_bytes(head[12:], "big")
        text = recorded[at + 16 : at + 16 + size]
        writes.append(Write(int.from_bytes(head[4:12], "big") - BEGIN_NS, stream, text))
        at += 16 + size
    return writes
