"""What Go programs import: the packages time, context, sync, fmt and runtime, and the builtins.

Models   the standard library's interface; each call acts on the processor that runs it.
Read     gobuiltins, then gotime.
Leaves out   everything that a scenario about timers does not need.

What Go may wait for is yielded (``yield time.Sleep(d)``, ``yield mutex.Lock()``); what Go never
waits for is called (``time.After(d)``, ``mutex.Unlock()``).
"""

from gosim.golib import context, fmt, sync
from gosim.golib import goruntime as runtime
from gosim.golib import gotime as time
from gosim.golib.gobuiltins import (
    Struct,
    cap,
    close,
    coarse,
    go,
    length,
    make_chan,
    mark,
    panic,
    println,
    recv_range,
)

__all__ = [
    "Struct",
    "cap",
    "close",
    "coarse",
    "context",
    "fmt",
    "go",
    "length",
    "make_chan",
    "mark",
    "panic",
    "println",
    "recv_range",
    "runtime",
    "sync",
    "time",
]
