"""`gosim`, an educational simulation of Go's timer heap.

Goroutines are generators.  What Go may wait for is yielded, everything else is called:

>>> from gosim import recv, run, select, time
>>> def main():
...     case, now, ok = yield select(recv(None), recv(time.After(3 * time.Minute)))
...     assert time.Duration(now) == 3 * time.Minute
>>> run(main, go="1.22").ended_at_ns
180000000000
"""

from gosim import interrupts

if interrupts.is_command():  # Before anything that takes its time.
    interrupts.say_interrupted()

from gosim.channels import DEFAULT, Channel, recv, recv_ok, select, send
from gosim.errors import GoFatal, GoPanic, GosimError, ModelError, UsageError
from gosim.golib import (
    Struct,
    cap,
    close,
    coarse,
    context,
    fmt,
    go,
    goruntime,
    length,
    make_chan,
    mark,
    panic,
    println,
    recv_range,
    sync,
    time,
)
from gosim.kernel import Budget, Goexit, Gosched, Work
from gosim.record.result import Result, draw_with
from gosim.runtime import run
from gosim.versions import GoVersion

__version__ = "0.1.0"

__all__ = [
    "DEFAULT",
    "Budget",
    "Channel",
    "GoFatal",
    "GoPanic",
    "GoVersion",
    "Goexit",
    "Gosched",
    "GosimError",
    "ModelError",
    "Result",
    "Struct",
    "UsageError",
    "Work",
    "cap",
    "close",
    "coarse",
    "context",
    "fmt",
    "go",
    "goruntime",
    "length",
    "make_chan",
    "mark",
    "panic",
    "println",
    "recv",
    "recv_ok",
    "recv_range",
    "run",
    "select",
    "send",
    "sync",
    "time",
]


def _picture(result: Result) -> str:
    """Draw a result where a notebook shows it."""
    from gosim.plots import run_svg  # noqa: PLC0415  matplotlib is slow to import

    return run_svg(result)


draw_with(_picture)
