"""The standard library, as far as Go programs get it: one module a package.

Models   nothing in Go; each module says what it models.
Read     gosim.golang.values first.
"""

from __future__ import annotations

from typing import Final

PACKAGES: Final[dict[str, str]] = {
    "context": "gocontext",
    "runtime": "goruntime",
    "runtime/debug": "godebug",
    "sync": "gosync",
    "sync/atomic": "goatomic",
    "time": "gotime",
}
"""Which module of gosim.golang.lib has a package."""
