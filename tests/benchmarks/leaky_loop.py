"""How fast the leaky loop is replayed pass by pass, and what a pending timer costs the host.

    python tests/benchmarks/leaky_loop.py [PASSES]

Prints the passes a second of gosim in exact mode (one P, Go 1.22, prices of Go), those of the
obvious model in plain SimPy, with `Store` and `AnyOf`, their ratio, and the bytes of host memory
for each pending timer.  Run it on a machine that does nothing else; it takes the best of several.
"""

from __future__ import annotations

import gc
import json
import subprocess
import sys
from pathlib import Path
from time import perf_counter

import simpy

from gosim import Budget, go, make_chan, recv, run, select, send, time

PASSES = 500_000
ROUNDS = 5


def leaky(passes: int) -> object:
    """The article's loop, with an end."""
    ch = make_chan(int, 10)

    def producer() -> object:
        i = 1
        while True:
            i += 1
            yield send(ch, i)

    go(producer)
    received = 0
    while received < passes:
        case, _, _ = yield select(recv(ch), recv(time.After(3 * time.Minute)))
        if case == 0:
            received += 1
            continue


def gosim_seconds(passes: int) -> float:
    """Replay the loop in gosim; return the seconds it took, from start to result."""
    budget = Budget(objects=10 * passes)
    start = perf_counter()
    result = run(leaky, passes, go="1.22", costs="go", budget=budget)
    seconds = perf_counter() - start
    assert result.summary["timers_at_end"] == passes, result.why_ended
    return seconds


def plain_simpy_seconds(passes: int) -> float:
    """Replay the loop in the obvious model: a Store for the channel, AnyOf for the select."""
    env = simpy.Environment()
    ch = simpy.Store(env, capacity=10)

    def producer() -> object:
        i = 1
        while True:
            i += 1
            yield ch.put(i)

    def consumer() -> object:
        for _ in range(passes):
            yield ch.get() | env.timeout(180_000_000_000)

    env.process(producer())
    start = perf_counter()
    env.run(until=env.process(consumer()))
    return perf_counter() - start


def resident_bytes() -> int:
    """The resident memory of this process."""
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return pages * 4096


def bytes_a_timer(passes: int) -> float:
    """Return how much the process has grown for each timer that is pending at the end."""
    grown = 0

    def measured() -> object:
        nonlocal grown
        before = resident_bytes()
        yield from leaky(passes)
        grown = resident_bytes() - before

    run(measured, go="1.22", costs="go", budget=Budget(objects=10 * passes))
    return grown / passes


MEASUREMENTS = {
    "gosim": gosim_seconds,
    "simpy": plain_simpy_seconds,
    "bytes": bytes_a_timer,
}


def in_a_fresh_process(name: str, passes: int) -> float:
    """Measure where nothing has been measured before."""
    command = [sys.executable, __file__, str(passes), name]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    return float(json.loads(done.stdout))


def main() -> None:
    """Print the table, or one measurement for the process that asked."""
    passes = int(sys.argv[1]) if len(sys.argv) > 1 else PASSES
    if len(sys.argv) > 2:
        gc.collect()
        print(json.dumps(MEASUREMENTS[sys.argv[2]](passes)))
        return
    ours = passes / min(in_a_fresh_process("gosim", passes) for _ in range(ROUNDS))
    plain = passes / min(in_a_fresh_process("simpy", passes) for _ in range(2))
    memory = in_a_fresh_process("bytes", passes)
    print(f"gosim, exact        {ours:>10,.0f} passes a second")
    print(f"plain SimPy         {plain:>10,.0f} passes a second")
    print(f"ratio               {ours / plain:>10.1f}")
    print(f"a pending timer     {memory:>10.0f} bytes of host memory")


if __name__ == "__main__":
    main()
