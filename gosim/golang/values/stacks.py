"""The calls that are under way where a Go program asks for them.

Models   runtime.Caller, runtime.Callers, runtime.Stack of Go 1.22.
Read     gosim.kernel.frames and gosim.golang.values.unwinding first.
Leaves out   runtime.main and runtime.goexit, which stand below every goroutine's own calls.

While a deferred function of a panic runs, the calls that the panic interrupted are below it.
"""

from __future__ import annotations

import sys

from gosim.golang.values.unwinding import UNWINDING
from gosim.kernel import running
from gosim.kernel.frames import Call, call_of
from gosim.kernel.report import stack_text


def calls_now() -> list[Call]:
    """Return the calls of the goroutine that runs, the innermost first."""
    frame, frames = sys._getframe(), []
    while frame.f_back is not None:
        frame = frame.f_back
        frames.append(frame)
    calls: list[Call] = []
    for frame in reversed(frames):
        call = call_of(frame)
        if call is not None:
            calls.append(call)
        elif frame.f_code in UNWINDING and (panic := frame.f_locals["panic"]) is not None:
            calls[-1:] = [*panic.calls(), *panic.mark]
    return calls[::-1]


def stacks_now(everybody: bool) -> str:
    """Return a trace of the goroutine that runs, or of all."""
    p = running.p
    calls = calls_now()[::-1]
    others = [g for g in p.kernel.user_goroutines if g is not p.g] if everybody else []
    own = stack_text(p.g, "running", calls)
    return "\n".join([own, *(stack_text(g, g.wait_reason or "runnable") for g in others)])
