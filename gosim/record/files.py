"""Files that appear whole or not at all.

Models   nothing in Go.
"""

from __future__ import annotations

import os
from pathlib import Path

from gosim.errors import UsageError


def check_writable(path: str | Path) -> None:
    """Raise the UsageError that `write_whole` would, as far as it can be known beforehand."""
    path = Path(path)
    try:
        obstacle = _obstacle(path)
    except OSError as error:
        obstacle = _words(error)
    if obstacle:
        raise _refusal(path, obstacle)


def _obstacle(path: Path) -> str:
    if not path.parent.is_dir():
        return f"there is no folder {path.parent}"
    if path.is_dir():
        return "it is a folder"
    if path.exists():
        return "" if os.access(path, os.W_OK) else "it is read-only"
    return "" if os.access(path.parent, os.W_OK) else f"the folder {path.parent} is read-only"


def write_whole(path: str | Path, content: str | bytes) -> None:
    """Write a file that appears whole or not at all.  Raises UsageError if it cannot be.

    A link stays a link, and a device a device: only a file is replaced.
    """
    path = Path(path)
    whole = content.encode("utf-8") if isinstance(content, str) else content
    try:
        _write(path, whole)
    except OSError as error:
        raise _refusal(path, _words(error)) from None


def _write(path: Path, content: bytes) -> None:
    if path.exists() and not path.is_file():
        path.write_bytes(content)
        return
    target = path.resolve()
    beside = target.with_name(f".{target.name}.{os.getpid()}.part")
    try:
        beside.write_bytes(content)
        beside.replace(target)
    finally:
        beside.unlink(missing_ok=True)


def _words(error: OSError) -> str:
    return (error.strerror or str(error)).lower()


def _refusal(path: Path, why: str) -> UsageError:
    return UsageError(f"cannot write {path}: {why}", "name another file")
