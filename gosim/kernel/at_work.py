"""Which processor is at work: how a call that cannot wait finds it.

Models   the register in which Go's runtime keeps its g.
Read     gosim.kernel.processor first.
Leaves out   goroutines: a call that wants one asks the processor.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Final

from gosim.errors import UsageError

if TYPE_CHECKING:
    from gosim.kernel.processor import Processor


class Running:
    """The processor that is at work now.  Go: getg().m.p."""

    __slots__ = ("p",)
    p: Processor

    def __getattr__(self, name: str) -> Processor:
        """Say what is wrong when no processor is at work: `p` has no value then."""
        if name != "p":
            raise AttributeError(name)
        raise UsageError("no program is running", "call it in a function that run() runs")

    @contextmanager
    def lent(self) -> Iterator[None]:
        """Give `p` back afterwards, so that a run may begin inside of another."""
        outer = self.p if self.at_work else None
        try:
            yield
        finally:
            if outer is not None:
                self.p = outer
            elif self.at_work:
                del self.p

    @property
    def at_work(self) -> bool:
        """Whether a program is running."""
        try:
            return bool(self.p)
        except UsageError:
            return False


running: Final = Running()
"""Where calls that cannot wait find their processor."""
