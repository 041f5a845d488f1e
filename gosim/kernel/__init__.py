"""The kernel: virtual time, goroutines, processors.  The only package that knows SimPy.

Models   the scheduler of Go: runtime/proc.go.
Read     goroutine, operations, processor, kernel, report: in this order.
Leaves out   Ms, the network poller, the system monitor, stacks.
"""

from gosim.kernel.at_work import running
from gosim.kernel.budget import NEVER, Budget, Progress
from gosim.kernel.goroutine import Body, Goroutine, State, WaitReason
from gosim.kernel.kernel import Kernel, fatal
from gosim.kernel.operations import PARKED, Goexit, Gosched, Operation, Parked, Work
from gosim.kernel.processor import Processor, TimerList

__all__ = [
    "NEVER",
    "PARKED",
    "Body",
    "Budget",
    "Goexit",
    "Goroutine",
    "Gosched",
    "Kernel",
    "Operation",
    "Parked",
    "Processor",
    "Progress",
    "State",
    "TimerList",
    "WaitReason",
    "Work",
    "fatal",
    "running",
]
