"""State of a package that belongs to one run of a program.

Models   package-level variables of packages that are written in Python.
Leaves out   nothing.

>>> made = per_run(list)
>>> made() is made()                       # outside of a run there is one for all
True
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar
from weakref import WeakKeyDictionary

from gosim.errors import UsageError
from gosim.kernel import running

T = TypeVar("T")


class _Outside:
    """Stands for the run when there is none."""


_OUTSIDE = _Outside()


def current_kernel() -> Any:
    """Return the kernel of the run that is under way, or what stands for none."""
    try:
        return running.p.kernel
    except (UsageError, AttributeError):
        return _OUTSIDE


def per_run(make: Callable[[], T]) -> Callable[[], T]:
    """Return a function that returns what `make` made for the run that is under way."""
    made: WeakKeyDictionary[Any, T] = WeakKeyDictionary()

    def current() -> T:
        kernel = current_kernel()
        state = made.get(kernel)
        if state is None:
            state = made[kernel] = make()
        return state

    return current
