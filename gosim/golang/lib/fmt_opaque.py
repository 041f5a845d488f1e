"""The fields that fmt prints of what is written in Python: a Time, a Mutex.

Models   time/time.go: Time; sync/mutex.go, rwmutex.go, waitgroup.go of Go 1.22 and 1.24.
Read     gosim.golang.lib.timevalues first.
Leaves out   %#v; those who wait for a lock; all other types of Python print as {}.

>>> from gosim.golang.lib.timevalues import UTC, ZERO, Wall
>>> opaque(ZERO), opaque(Wall(0, UTC))
('{0 0 <nil>}', '{0 63393490800 <nil>}')
"""

from __future__ import annotations

from typing import Any, Final

from gosim.golang.lib.addresses import address_of
from gosim.golang.lib.dates import EPOCH, SECOND
from gosim.golang.lib.timevalues import UTC, ZERO, Wall, location_of

_FROM_1885: Final = 2_682_288_000
"""Seconds from 1885 to 1970: a Time with a monotonic reading counts from 1885."""


def opaque(t: Any) -> str:
    """Return the three fields of a Time."""
    location = location_of(t)
    where = "<nil>" if location is UTC else hex(address_of(location))
    seconds, nanosecond = divmod(int(t), SECOND)
    if isinstance(t, Wall):
        return f"{{{nanosecond} {(int(t) - int(ZERO)) // SECOND} {where}}}"
    wall = 1 << 63 | (seconds + EPOCH + _FROM_1885) << 30 | nanosecond
    return f"{{{wall} {t + 1} {where}}}"


def native(name: str, v: Any, named: bool, nested: bool) -> str:
    """Return the fields that Go's type of that name has, for a value that is written in Python.

    `named` is %+v; `nested` is Go 1.24 on, where a sync.Mutex holds another.
    """
    state = getattr(v, "state", None)
    if name == "sync.Mutex":
        return _mutex(int(bool(getattr(state, "_locked", False))), named, nested)
    if name == "sync.RWMutex":
        inner, zero = _mutex(0, named, nested), "{_:{} v:0}" if named else "{{} 0}"
        if named:
            return f"{{w:{inner} writerSem:0 readerSem:0 readerCount:{zero} readerWait:{zero}}}"
        return f"{{{inner} 0 0 {zero} {zero}}}"
    if name == "sync.WaitGroup":
        count = int(getattr(state, "_count", 0)) << 32
        if named:
            return f"{{noCopy:{{}} state:{{_:{{}} _:{{}} v:{count}}} sema:0}}"
        return f"{{{{}} {{{{}} {{}} {count}}} 0}}"
    return "{}"


def _mutex(locked: int, named: bool, nested: bool) -> str:
    if not nested:
        return f"{{state:{locked} sema:0}}" if named else f"{{{locked} 0}}"
    if named:
        return f"{{_:{{}} mu:{{state:{locked} sema:0}}}}"
    return f"{{{{}} {{{locked} 0}}}}"


_PADS: Final = {"Int64": 2, "Uint64": 2, "Int32": 1, "Uint32": 1, "Uintptr": 1, "Bool": 1}
"""How many empty fields stand before the value of an atomic type."""


def shaped(name: str, v: Any, named: bool, nested: bool) -> str:
    """Return the fields of an atomic number or a sync.Once; an empty string for another type."""
    if name == "sync.Once":
        done, mutex = _padded(1, int(v.done), named), _mutex(0, named, nested)
        first = ("_:{} " if named else "{} ") if nested else ""
        return f"{{{first}done:{done} m:{mutex}}}" if named else f"{{{first}{done} {mutex}}}"
    package, _, kind = name.partition(".")
    if package != "atomic" or kind not in _PADS:
        return ""
    return _padded(_PADS[kind], int(v.v), named)


def _padded(pads: int, v: int, named: bool) -> str:
    return "{" + ("_:{} " if named else "{} ") * pads + (f"v:{v}}}" if named else f"{v}}}")
