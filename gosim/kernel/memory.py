"""What a processor asks of the heap: what it owes to the collector, and whether to mark.

Models   runtime/mgcmark.go (gcAssistAlloc) and mgc.go (gcMarkWorkerIdleMode) of Go 1.9 to 1.27,
         as the scheduler meets them.
Read     gosim.kernel.processor first; gosim.memory.collector answers.
Leaves out   which goroutine pays: a busy processor does, every 0.25 ms.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final, Protocol

from gosim.kernel.budget import NEVER

if TYPE_CHECKING:
    import simpy

    from gosim.kernel.processor import Processor

PAY_EVERY: Final = 250_000
"""How often a busy processor pays for the collector's work, in nanoseconds."""

COARSE: Final = 64
"""From this grain on it pays less often: every few passes."""


class Memory(Protocol):
    """What a processor asks of the heap.

    From the instant `look_at` on it is worth asking: a collection may be near.
    """

    @property
    def look_at(self) -> float:
        """When to ask again."""

    @property
    def collections(self) -> Sequence[float]:
        """When each collection was over, in order."""

    def catch_up(self) -> None:
        """Let the collector see what there is now."""

    def owed(self) -> int:
        """Return how long each busy processor has worked for the collector so far."""

    def idle_slice(self) -> int:
        """Return how long a processor that has become idle marks before it looks up."""


class NoMemory:
    """The heap of a kernel that stands alone."""

    look_at = float(NEVER)
    collections: Sequence[float] = ()

    def catch_up(self) -> None:
        """Nothing to see."""

    def owed(self) -> int:
        """Nothing to pay."""
        return 0

    def idle_slice(self) -> int:
        """Nothing to mark."""
        return 0


def pay(p: Processor) -> None:
    """Give the time that the collector has taken from each busy processor.

    It is due at instants, not after so many operations: a coarse run pays when others do.
    """
    owed = p.kernel.memory.owed()
    p.now += owed - p.paid
    p.paid = owed
    every = PAY_EVERY * max(p.grain // COARSE, 1)
    p.pay_at = p.now - p.now % every + every


def mark_while_idle(p: Processor) -> simpy.Event | None:
    """Mark for a slice if there is something to mark, deaf to timers.  Go: gcMarkWorkerIdleMode."""
    memory = p.kernel.memory
    if p.now < memory.look_at or not (ns := memory.idle_slice()):
        return None
    p.idle += ns
    p.now += ns
    return p.kernel.env.timeout(p.now - p.kernel.env_now)
