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
    if not path.parent.is_dir():
        raise _refusal(path, f"there is no folder {path.parent}")
    if path.is_dir():
        raise _refusal(path, "it is a folder")
    if not os.access(path.parent, os.W_OK):
        raise _refusal(path, f"the folder {path.parent} is read-only")


def write_whole(path: str | Path, content: str | bytes) -> None:
    """Write a file that appears whole or not at all.  Raises UsageError if it cannot be."""
    path = Path(path)
    data = content.encode("utf-8") if isinstance(content, str) else content
    beside = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        try:
            beside.write_bytes(data)
            beside.replace(path)
        finally:
            beside.unlink(missing_ok=True)
    except OSError as error:
        raise _refusal(path, error.strerror or str(error)) from None


def _refusal(path: Path, why: str) -> UsageError:
    return UsageError(f"cannot write {path}: {why}", "name another file")
